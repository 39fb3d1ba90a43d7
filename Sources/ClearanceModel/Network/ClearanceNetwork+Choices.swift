import EventSimulation
import OutputAnalysis

/// Branches.
extension ClearanceNetwork {
  /// The branch that a uniform draw falls into, or the step after the choice.
  mutating func branchByShare(_ truck: Int, _ step: Int) -> UInt16 {
    let unit = unit(truck, step, block: DrawBlock.duration)
    let first = Int(steps[step].firstBranch)
    for index in first..<first + Int(steps[step].branchCount) where unit < branches[index].below {
      return branches[index].target
    }
    return steps[step].next
  }

  /// The first branch whose condition holds, or the step after the choice.
  mutating func branchByCondition(_ truck: Int, _ step: Int, at now: SimulatedTime) -> UInt16 {
    let first = Int(steps[step].firstBranch)
    for index in first..<first + Int(steps[step].branchCount) {
      if branches[index].termCount == 0 || holds(index, truck, at: now) {
        return branches[index].target
      }
    }
    return steps[step].next
  }

  /// The first branch whose attribute compares as asked, or the step after the choice.
  mutating func branchByAttribute(_ truck: Int, _ step: Int) -> UInt16 {
    let first = Int(steps[step].firstBranch)
    for index in first..<first + Int(steps[step].branchCount) {
      let branch = branches[index]
      guard let test = branch.test else { return branch.target }
      if test.holds(attribute(branch.firstTerm, of: truck), branch.below) { return branch.target }
    }
    return steps[step].next
  }

  /// Whether all terms of one of the groups of a branch hold.
  mutating func holds(_ branch: Int, _ truck: Int, at now: SimulatedTime) -> Bool {
    var group = true
    let first = Int(branches[branch].firstTerm)
    for index in first..<first + Int(branches[branch].termCount) {
      if terms[index].startsGroup {
        if group { return true }
        group = true
      }
      guard group else { continue }
      let term = terms[index]
      if term.attribute == .attribute {
        group = term.comparison.holds(attribute(term.place, of: truck), term.number)
      } else if term.attribute == .shared {
        group = term.comparison.holds(shared(term.place, of: truck), term.number)
      } else {
        let value = value(of: term, truck, at: now)
        let other =
          term.attribute == .paperCounts
          ? paperCount(UInt16(truncatingIfNeeded: term.value), truck) : term.value
        group = term.comparison.holds(value, other)
      }
    }
    return group
  }

  @inline(never)
  private mutating func value(of term: ConditionTerm, _ truck: Int, at now: SimulatedTime) -> Int64
  {
    switch term.attribute {
    case .classIndex: Int64(trucks[truck].classIndex)
    case .flow: Int64(trucks[truck].flow)
    case .queue: places[Int(term.place)].queue.level
    case .present: places[Int(term.place)].present.level
    case .timeOfDay: now.microseconds % SimulatedTime.days(1).microseconds
    case .open: openServers(at: Int(term.place))
    case .one, .attribute, .shared: 1
    case .paperPhase: paperPhase(term.place, truck)
    case .paperCount, .paperCounts: paperCount(term.place, truck)
    }
  }

  /// The open servers of a place, or of the lanes of a station.
  private mutating func openServers(at place: Int) -> Int64 {
    if places[place].hasTeams { return Int64(membersOnShift(at: place)) }
    guard places[place].laneCount > 0 else { return Int64(places[place].open) }
    let first = Int(places[place].firstLane)
    var sum: Int64 = 0
    for lane in first..<first + Int(places[place].laneCount) { sum += Int64(places[lane].open) }
    return sum
  }
}
