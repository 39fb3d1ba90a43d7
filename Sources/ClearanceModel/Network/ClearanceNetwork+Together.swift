import EventSimulation
import OutputAnalysis

/// Servers that take several trucks at a time.
///
/// Those who are served together are chained by ``Truck/next`` in the order in which they stood; who
/// is in service stands in no queue. The first of them is on the calendar, and its draw is the
/// service of all.
extension ClearanceNetwork {
  /// The free servers of a place each take as many as stand there, up to what they serve together.
  mutating func serveTogether(at place: Int, on calendar: inout Calendar) {
    let now = calendar.now
    while places[place].free > 0, places[place].waiting >= places[place].leastTogether {
      let count = min(places[place].waiting, places[place].together)
      var last = nextWaiting(at: place)
      if places[place].linksBack { endPatience(last, on: &calendar) }
      dequeue(last, at: place, on: now)
      startService(last, at: place, on: &calendar)
      for _ in 1..<count {
        let truck = nextWaiting(at: place)
        if places[place].linksBack { endPatience(truck, on: &calendar) }
        dequeue(truck, at: place, on: now)
        trucks[truck].firstStartedAt = now
        trucks[truck].startedAt = now
        trucks[truck].flags |= TruckFlag.isServed
        trucks[last].next = UInt32(truck)
        last = truck
      }
      trucks[last].next = nobody
    }
  }

  /// The service of several is over: all their visits end before the first of them claims a place.
  mutating func serviceTogetherEnded(
    _ first: Int,
    at place: Int,
    on calendar: inout Calendar
  ) {
    let now = calendar.now
    changeBusy(at: place, by: -1, now)
    var following = UInt32(first)
    while following != nobody {
      let truck = Int(following)
      following = trucks[truck].next
      note(.serviceEnd, truck: truck, place: placeHashes[place], at: now)
      trucks[truck].flags &= ~TruckFlag.isServed
      makeGood(truck)
      changePresent(at: place, by: -1, now)
      noteVisit(
        truck,
        at: place,
        joinedAt: trucks[truck].joinedAt,
        startedAt: trucks[truck].firstStartedAt,
        service: now - trucks[truck].startedAt,
        blocked: .zero,
        servers: truck == first ? 1 : 0,
        now
      )
      if recorder.keepsSteps {
        let step = steps[Int(trucks[truck].step)]
        recorder.stepped(trucks[truck], step, from: trucks[truck].joinedAt, to: now)
      }
    }
    following = UInt32(first)
    while following != nobody {
      let truck = Int(following)
      following = trucks[truck].next
      let next = steps[Int(trucks[truck].step)].next
      trucks[truck].step = claimNext(truck, from: next, on: &calendar)
      entering.append(UInt32(truck))
    }
    serveNext(at: place, on: &calendar)
    settle(on: &calendar)
  }
}
