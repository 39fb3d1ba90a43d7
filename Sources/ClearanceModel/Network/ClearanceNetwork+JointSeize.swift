import EventSimulation
import OutputAnalysis

/// Servers of several stations that a truck is given all at once or not at all.
///
/// The truck stands in the queue of each station by a stand-in, a slot that is neither truck nor
/// companion. When all its stand-ins are next and enough servers are free everywhere, it takes
/// hold of all. All requests join their queues in one instant and all queues have one order, so
/// that of those who wait there is always one before all others: nobody waits for each other.
extension ClearanceNetwork {
  /// Reserves a place at each station, or counts the truck as turned away where there is none.
  mutating func claimJointly(_ truck: Int, _ step: Int, _ now: SimulatedTime) -> Bool {
    var isRefused = false
    var part = Int(steps[step].next)
    for _ in 0..<steps[step].branchCount {
      let station = Int(steps[part].place)
      if !hasRoom(for: truck, at: station) {
        isRefused = true
        places[station].arrivals += 1
        places[station].lost += 1
        statistics.lostByClass[station * classCount + Int(trucks[truck].classIndex)] += 1
        recorder.refused(trucks[truck], station: station, at: now)
      }
      part = Int(steps[part].next)
    }
    if isRefused { return false }
    part = Int(steps[step].next)
    for _ in 0..<steps[step].branchCount {
      let station = Int(steps[part].place)
      places[station].arrivals += 1
      if places[station].capacity != .max { places[station].reserved += 1 }
      part = Int(steps[part].next)
    }
    return true
  }

  private mutating func hasRoom(for truck: Int, at station: Int) -> Bool {
    guard isTaken(truck, by: station) else { return false }
    return places[station].capacity == .max || hasRoom(station)
  }

  /// A truck comes to several stations to seize servers of all of them.
  ///
  /// - Returns: whether it has them at once; it is then at the step of the last of them.
  mutating func joinJointly(_ truck: Int, _ step: Int, on calendar: inout Calendar) -> Bool {
    let now = calendar.now
    trucks[truck].joinedAt = now
    var isFree = true
    var last = nobody
    var part = Int(steps[step].next)
    for _ in 0..<steps[step].branchCount {
      let standIn = newCopy(of: truck, at: UInt16(part))
      let place = enter(standIn, part, at: now)
      if places[place].waiting > 0 || places[place].free < Int32(steps[part].count) {
        isFree = false
      }
      if last == nobody {
        trucks[truck].next = UInt32(standIn)
      } else {
        companions[Int(last)].sibling = UInt32(standIn)
      }
      last = UInt32(standIn)
      part = Int(steps[part].next)
    }
    if isFree {
      takeJointly(truck, at: now)
      return true
    }
    if steps[step].patience != StepPlan.none { startPatience(truck, step, on: &calendar) }
    var standIn = trucks[truck].next
    while standIn != nobody {
      let place = Int(trucks[Int(standIn)].place)
      enqueue(Int(standIn), at: place, on: now)
      serveIfFree(place)
      standIn = companions[Int(standIn)].sibling
    }
    return false
  }

  /// Whether all stand-ins of a truck are next, with enough free servers.
  mutating func isNextEverywhere(_ standIn: Int) -> Bool {
    var other = trucks[Int(companions[standIn].parentSlot)].next
    while other != nobody {
      let slot = Int(other)
      let place = Int(trucks[slot].place)
      let count = Int32(steps[Int(trucks[slot].step)].count)
      guard places[place].free >= count, nextWaiting(at: place) == slot else { return false }
      other = companions[slot].sibling
    }
    return true
  }

  /// A truck takes hold of the servers that its stand-ins wait for; these are gone.
  mutating func takeJointly(_ truck: Int, at now: SimulatedTime) {
    var standIn = trucks[truck].next
    trucks[truck].next = nobody
    while standIn != nobody {
      let slot = Int(standIn)
      standIn = companions[slot].sibling
      let place = Int(trucks[slot].place)
      if trucks[slot].flags & TruckFlag.isWaiting != 0 {
        dequeue(slot, at: place, on: now)
        // The turn is with the next there.
        freed.append(UInt16(place))
      }
      trucks[truck].step = trucks[slot].step
      trucks[truck].place = UInt16(place)
      hold(truck, at: place, count: steps[Int(trucks[slot].step)].count, now)
      freeSlot(slot)
    }
  }

  /// Whether a slot holds a stand-in.
  func isStandIn(_ slot: Int) -> Bool {
    isToken(slot) && steps[Int(trucks[slot].step)].isPart
      && trucks[slot].flags & TruckFlag.isWaiting != 0
  }
}
