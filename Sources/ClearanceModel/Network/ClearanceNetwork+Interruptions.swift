import EventSimulation
import OutputAnalysis

/// Services that are broken off and resumed: by a closing, a failure or a higher class.
extension ClearanceNetwork {
  /// A truck in service goes to the head of its queue and resumes later.
  ///
  /// `index` is that among those in service at the place.
  mutating func interrupt(_ index: Int, at place: Int, on calendar: inout Calendar) {
    let serving = inService[place].remove(at: index)
    let truck = Int(serving.truck)
    let now = calendar.now
    calendar.cancel(serving.handle)
    trucks[truck].served = trucks[truck].served + (now - trucks[truck].startedAt)
    trucks[truck].startedAt = serving.end - now
    trucks[truck].flags |= TruckFlag.resumes
    trucks[truck].flags &= ~TruckFlag.isServed
    if places[place].serverCount > 0 { stopAging(truck, at: place, on: &calendar) }
    changeBusy(at: place, by: -1, now)
    if places[place].hasTeams { freeMember(of: truck, now) }
    requeueAtHead(truck, at: place, on: now)
  }

  /// The truck in service that makes way: where classes have priority that of the lowest class, of
  /// these the one that started last.
  func firstToGo(at place: Int) -> Int? {
    guard var chosen = inService[place].indices.last else { return nil }
    guard places[place].isPreemptive else { return chosen }
    for index in inService[place].indices.reversed() {
      let classIndex = trucks[Int(inService[place][index].truck)].classIndex
      if classIndex > trucks[Int(inService[place][chosen].truck)].classIndex { chosen = index }
    }
    return chosen
  }

  /// Whether a truck of a lower class has made way for the one whose turn it is.
  mutating func makesWay(at place: Int, on calendar: inout Calendar) -> Bool {
    guard places[place].isPreemptive, places[place].free == 0, let index = firstToGo(at: place)
    else { return false }
    let first = nextWaiting(at: place)
    let served = Int(inService[place][index].truck)
    guard trucks[first].classIndex < trucks[served].classIndex else { return false }
    interrupt(index, at: place, on: &calendar)
    return true
  }

  /// Forgets that a truck is in service, at the end of it.
  mutating func endTracking(_ truck: Int, at place: Int, on calendar: inout Calendar) {
    inService[place].removeAll { $0.truck == UInt32(truck) }
    if places[place].serverCount > 0 { stopAging(truck, at: place, on: &calendar) }
  }
}

extension ClearanceNetwork {
  /// Who is in service, and when and by which event it ends.
  struct Serving {
    var truck: UInt32
    var end: SimulatedTime
    var handle: EventHandle
  }
}
