import ClearanceRecords
import EventSimulation
import OutputAnalysis

/// Balking: who would have to wait behind too many does not join.
extension ClearanceNetwork {
  /// Whether a truck that has claimed a place at a station leaves at the sight of its queue; notes
  /// that it is lost there.
  mutating func balks(_ truck: Int, _ step: Int, at now: SimulatedTime) -> Bool {
    let station = Int(steps[step].place)
    // The choice is a pure function of the truck and the queues, so that asking changes nothing.
    let place = places[station].laneCount == 0 ? station : chooseLane(truck, step)
    guard places[place].waiting > steps[step].balkOver, wouldWait(truck, step, at: place) else {
      return false
    }
    refuseAtSight(truck, at: place, now)
    return true
  }

  /// A truck gives back the place that it has claimed at a station, and is lost there.
  mutating func refuseAtSight(_ truck: Int, at place: Int, _ now: SimulatedTime) {
    let station = Int(places[place].station)
    if places[station].capacity != .max {
      places[station].reserved -= 1
      noteRoom(at: station)
    }
    let classIndex = Int(trucks[truck].classIndex)
    places[station].lost += 1
    statistics.lostByClass[station * classCount + classIndex] += 1
    if place != station {
      places[place].arrivals += 1
      places[place].lost += 1
      statistics.lostByClass[place * classCount + classIndex] += 1
    }
    let lane = place == station ? noPlace : UInt16(place)
    recorder.refused(trucks[truck], station: station, lane: lane, at: now)
  }

  /// Where a truck goes that has not joined; `noStep` where it must leave.
  mutating func goOnAfterBalking(
    _ truck: Int,
    _ step: Int,
    on calendar: inout Calendar
  ) -> UInt16 {
    guard steps[step].onLeaving != StepPlan.none else { return noStep }
    giveUp(truck, GivenUp.lost)
    let next = claimNext(truck, from: steps[step].onLeaving, on: &calendar)
    serveFreed(on: &calendar)
    return next
  }

  /// Whether a truck that joins a queue is not served at once.
  private mutating func wouldWait(_ truck: Int, _ step: Int, at place: Int) -> Bool {
    let wanted = steps[step].kind == .seize ? Int32(steps[step].count) : 1
    guard places[place].free >= wanted else { return !takesServer(truck, step, at: place) }
    // Servers are free beside a queue where they take several, and not enough of them wait; or
    // where the first asks for more of them.
    if places[place].together > 1 {
      return places[place].waiting + 1 < places[place].leastTogether
    }
    switch places[place].discipline {
    case .fifo, .random, .shortestJob: return places[place].waiting > 0
    case .lifo: return false
    case .priority: return hasRivals(truck, at: place)
    }
  }

  /// Whether a truck in service would make way for one that comes.
  private mutating func takesServer(_ truck: Int, _ step: Int, at place: Int) -> Bool {
    guard places[place].isPreemptive, steps[step].kind == .serve, !hasRivals(truck, at: place),
      let index = firstToGo(at: place)
    else { return false }
    return trucks[truck].classIndex < trucks[Int(inService[place][index].truck)].classIndex
  }

  /// Whether others wait whose turn comes before that of a truck, by class or since they go first.
  private mutating func hasRivals(_ truck: Int, at place: Int) -> Bool {
    for queue in Int(places[place].priorityBase)...classQueue(of: truck, at: place)
    where priorityQueues[queue].head != nobody { return true }
    return false
  }
}
