import EventSimulation
import OutputAnalysis

/// Trucks that do not get the servers of several stations: they do not join, or give up.
extension ClearanceNetwork {
  /// Whether a truck that has claimed its places leaves at the sight of a queue that it would join.
  ///
  /// It is lost where the queue is too long, and has not come to the other stations.
  mutating func balksJointly(_ truck: Int, _ step: Int, at now: SimulatedTime) -> Bool {
    var wouldWait = false
    var isTooLong = false
    var part = Int(steps[step].next)
    for _ in 0..<steps[step].branchCount {
      let place = queue(of: truck, part)
      let isFree = places[place].waiting == 0 && places[place].free >= Int32(steps[part].count)
      if !isFree { wouldWait = true }
      if places[place].waiting > steps[step].balkOver { isTooLong = true }
      part = Int(steps[part].next)
    }
    guard wouldWait, isTooLong else { return false }
    part = Int(steps[step].next)
    for _ in 0..<steps[step].branchCount {
      let station = Int(steps[part].place)
      let place = queue(of: truck, part)
      if places[place].waiting > steps[step].balkOver {
        refuseAtSight(truck, at: place, now)
      } else {
        if places[station].capacity != .max { places[station].reserved -= 1 }
        places[station].arrivals -= 1
      }
      part = Int(steps[part].next)
    }
    return true
  }

  /// Whose queue a truck would join: that of the station, or of a lane.
  private mutating func queue(of truck: Int, _ part: Int) -> Int {
    let station = Int(steps[part].place)
    return places[station].laneCount == 0 ? station : chooseLane(truck, part)
  }

  /// A truck gives up all that it waits for: its stand-ins leave their queues.
  mutating func leaveJointly(_ truck: Int, at now: SimulatedTime) {
    var standIn = trucks[truck].next
    trucks[truck].next = nobody
    note(.expiry, truck: truck, place: placeHashes[Int(trucks[Int(standIn)].place)], at: now)
    while standIn != nobody {
      let slot = Int(standIn)
      standIn = companions[slot].sibling
      leaveQueue(slot, at: now)
      freeSlot(slot)
    }
  }
}
