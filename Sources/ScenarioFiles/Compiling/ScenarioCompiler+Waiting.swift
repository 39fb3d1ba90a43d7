import ClearanceModel
import EventSimulation

/// Steps at which trucks wait for a condition.
extension ScenarioCompiler {
  /// The condition, as the only branch of the step.
  mutating func compileWait(_ condition: Condition, into step: inout StepPlan) {
    step.kind = .wait
    var branch = BranchPlan(target: step.next)
    compile(condition, into: &branch)
    step.firstBranch = UInt16(clamping: plan.branches.count)
    step.branchCount = 1
    plan.branches.append(branch)
    check(plan.terms[Int(branch.firstTerm)...].prefix(Int(branch.termCount)), of: condition)
  }

  /// Refuses a condition that nothing can bring about while a truck waits.
  private mutating func check(_ terms: ArraySlice<ConditionTerm>, of condition: Condition) {
    var groups: [[ConditionTerm]] = []
    for term in terms {
      if groups.isEmpty || term.startsGroup { groups.append([]) }
      groups[groups.count - 1].append(term)
    }
    let possible = groups.filter { $0.allSatisfy(\.canHold) }
    if possible.isEmpty {
      problems.add(.wait(.neverHolds(condition.text)), at: condition.position)
    } else if !possible.contains(where: { $0.contains(where: \.mayChange) || $0.isKnown }) {
      problems.add(.wait(.nothingChanges(condition.text)), at: condition.position)
    }
  }
}

extension [ConditionTerm] {
  /// Whether all of it is known when the file is read.
  fileprivate var isKnown: Bool { allSatisfy { $0.attribute == .one } }
}

extension ConditionTerm {
  /// Whether what is looked at can change while a truck stands.
  fileprivate var mayChange: Bool {
    switch attribute {
    case .queue, .present, .open, .timeOfDay, .paperPhase, .paperCount, .paperCounts, .shared: true
    case .classIndex, .flow, .attribute, .one: false
    }
  }

  /// Whether there is a value for which the comparison holds.
  fileprivate var canHold: Bool {
    switch attribute {
    case .one: comparison.holds(1, value)
    case .queue, .present, .open: isMet(from: 0, to: .max)
    case .paperCount: isMet(from: 0, to: PaperOperand(code: place).count.most)
    case .timeOfDay: isMet(from: 0, to: SimulatedTime.days(1).microseconds - 1)
    case .classIndex, .flow, .attribute, .paperPhase, .paperCounts, .shared: true
    }
  }

  private func isMet(from low: Int64, to high: Int64) -> Bool {
    switch comparison {
    case .equal: low <= value && value <= high
    case .notEqual: true
    case .less: low < value
    case .atMost: low <= value
    case .greater: high > value
    case .atLeast: high >= value
    }
  }
}
