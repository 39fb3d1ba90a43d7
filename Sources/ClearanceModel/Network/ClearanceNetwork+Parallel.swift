import ClearanceRecords
import EventSimulation

/// Work side by side: a truck waits while a token of it goes through each branch.
///
/// A token sits in a slot of its own like a companion, and stations count it like one. Flows, zone
/// and clearance see the truck alone, and what a token does to stages, marks and attributes it does
/// to its truck.
extension ClearanceNetwork {
  /// A truck sends its tokens out; they begin when what has begun in this instant has settled.
  mutating func fork(_ truck: Int, _ step: Int, at now: SimulatedTime) {
    trucks[truck].joinedAt = now
    let count = Int(steps[step].branchCount)
    // Who waits for branches is in no queue: the link counts those that are not over.
    trucks[truck].next = UInt32(count)
    let first = Int(steps[step].firstBranch)
    for branch in first..<first + count {
      let token = newCopy(of: truck, at: branches[branch].target)
      trucks[token].joinedAt = now
      companions[token].number = companionNumber(of: truck)
      companions[token].jumps = trucks[truck].jumps
      companions[token].branch = UInt16(branch)
      companionsInside += 1
      born.append(UInt32(token))
    }
    if count == 0 { join(truck, at: now) }
  }

  /// A token has come to the end of its branch, or ended before it.
  ///
  /// What it has set is the truck's now. The truck goes on even when a branch was given up, and
  /// leaves as one that was lost.
  mutating func tokenEnded(_ token: Int, _ outcome: Outcome, at now: SimulatedTime) {
    let truck = Int(companions[token].parentSlot)
    var lost = givenUp[token]
    if outcome == .completed {
      let step = Int(trucks[token].step)
      if recorder.keepsSteps { recorder.stepped(trucks[token], steps[step], from: now, to: now) }
    } else {
      lost = GivenUp.mark(of: outcome)
    }
    handBack(branches[Int(companions[token].branch)].sets, from: token, to: truck)
    if lost != GivenUp.nothing { giveUp(truck, lost | GivenUp.isFinal) }
    trucks[truck].jumps &+= trucks[token].jumps &- companions[token].jumps
    companionsInside -= 1
    freeSlot(token)
    trucks[truck].next &-= 1
    if trucks[truck].next == 0 { join(truck, at: now) }
  }

  /// All branches of a truck are over: it goes on within this instant.
  private mutating func join(_ truck: Int, at now: SimulatedTime) {
    trucks[truck].next = nobody
    // More than any branch has had, so that all that follows draws anew.
    trucks[truck].jumps &+= 1
    if recorder.keepsSteps {
      let step = Int(trucks[truck].step)
      recorder.stepped(trucks[truck], steps[step], from: trucks[truck].joinedAt, to: now)
    }
    ready.append(UInt32(truck))
  }

  /// Attributes that are given as bits become the truck's.
  private mutating func handBack(_ sets: UInt64, from token: Int, to truck: Int) {
    var left = sets
    while left != 0 {
      let index = left.trailingZeroBitCount
      attributes[truck * attributeCount + index] = attributes[token * attributeCount + index]
      left &= left &- 1
    }
  }

  /// Puts a copy of a truck, with what it carries, into a free slot.
  mutating func newCopy(of truck: Int, at step: UInt16) -> Int {
    var copy = trucks[truck]
    copy.flags = TruckFlag.isInside | TruckFlag.isCompanion | TruckFlag.isCleared
    copy.holdings = nobody
    copy.next = nobody
    copy.step = step
    let slot = newSlot(copy)
    makeRoom(for: slot)
    for index in 0..<attributeCount {
      attributes[slot * attributeCount + index] = attributes[truck * attributeCount + index]
    }
    while companions.count <= slot { companions.append(Companion()) }
    companions[slot] = Companion()
    companions[slot].parentSlot = UInt32(truck)
    copyClock(from: truck, to: slot)
    joinFamily(of: truck, slot)
    return slot
  }

  /// Whether a slot holds a token, or stands in for a truck in a queue.
  @inline(__always)
  func isToken(_ slot: Int) -> Bool {
    trucks[slot].flags & TruckFlag.isCompanion != 0 && companions[slot].parentSlot != nobody
  }
}
