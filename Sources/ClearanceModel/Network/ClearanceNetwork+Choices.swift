import EventSimulation
import OutputAnalysis

/// Branches.
extension ClearanceNetwork {
  /// The branch that a uniform draw falls into, or the step after the choice.
  mutating func branchByShare(_ truck: Int, _ step: StepPlan) -> UInt16 {
    let unit = unit(truck, step, block: DrawBlock.duration)
    let first = Int(step.firstBranch)
    for index in first..<first + Int(step.branchCount) where unit < branches[index].below {
      return branches[index].target
    }
    return step.next
  }

  /// The first branch whose condition holds, or the step after the choice.
  mutating func branchByCondition(_ truck: Int, _ step: StepPlan, at now: SimulatedTime) -> UInt16 {
    let first = Int(step.firstBranch)
    for index in first..<first + Int(step.branchCount) {
      let branch = branches[index]
      if branch.termCount == 0 || holds(branch, truck, at: now) { return branch.target }
    }
    return step.next
  }

  /// Whether all terms of one of the groups hold.
  private mutating func holds(_ branch: BranchPlan, _ truck: Int, at now: SimulatedTime) -> Bool {
    var group = true
    let first = Int(branch.firstTerm)
    for index in first..<first + Int(branch.termCount) {
      let term = terms[index]
      if term.startsGroup {
        if group { return true }
        group = true
      }
      guard group else { continue }
      if term.attribute == .attribute {
        group = term.comparison.holds(attribute(term.place, of: truck), term.number)
      } else {
        group = term.comparison.holds(value(of: term, truck, at: now), term.value)
      }
    }
    return group
  }

  private mutating func value(of term: ConditionTerm, _ truck: Int, at now: SimulatedTime) -> Int64
  {
    switch term.attribute {
    case .classIndex: Int64(trucks[truck].classIndex)
    case .flow: Int64(trucks[truck].flow)
    case .queue: places[Int(term.place)].queue.level
    case .present: places[Int(term.place)].present.level
    case .timeOfDay: now.microseconds % SimulatedTime.days(1).microseconds
    case .open: Int64(places[Int(term.place)].open)
    case .one, .attribute: 1
    }
  }
}
