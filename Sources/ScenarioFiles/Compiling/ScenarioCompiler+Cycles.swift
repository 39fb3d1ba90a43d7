import ClearanceModel
import RandomVariates

/// A way round that takes no time would never end.
extension ScenarioCompiler {
  mutating func checkCycles() {
    // 0 not seen, 1 on the present way, 2 done.
    var state = Array(repeating: UInt8(0), count: plan.steps.count)
    for start in plan.steps.indices where state[start] == 0 {
      var way: [(step: Int, successors: [Int])] = [(start, timelessSuccessors(of: start))]
      state[start] = 1
      while let last = way.last {
        guard let next = last.successors.last else {
          state[last.step] = 2
          way.removeLast()
          continue
        }
        way[way.count - 1].successors.removeLast()
        if state[next] == 1 {
          problems.add(.cycleWithoutTime(step: label(of: next)), at: position(of: next))
          return
        }
        if state[next] == 0 {
          state[next] = 1
          way.append((next, timelessSuccessors(of: next)))
        }
      }
    }
  }

  /// The steps that may follow one at the same instant.
  private func timelessSuccessors(of index: Int) -> [Int] {
    let step = plan.steps[index]
    switch step.kind {
    case .end: return []
    case .serve, .delay:
      // A service or delay of constant length zero lets no time pass.
      return plan.samplers.mean(Int(step.sampler)) > 0 ? [] : [Int(step.next)]
    default: return plan.successors(of: index)
    }
  }

  private func label(of index: Int) -> String {
    let name = plan.stepNames[Int(plan.steps[index].name)]
    return String(name.drop { $0 != "/" }.dropFirst())
  }

  /// Where the step of an index stands in the file, as well as its label tells.
  private func position(of index: Int) -> SourcePosition? {
    let name = plan.stepNames[Int(plan.steps[index].name)]
    let procedure = String(name.prefix { $0 != "/" })
    return scenario.procedures.first { $0.name.text == procedure }
      .flatMap { find(label(of: index), in: $0.steps) ?? $0.name.position }
  }

  private func find(_ label: String, in steps: [Step]) -> SourcePosition? {
    for step in steps {
      if step.name?.text == label { return step.position }
      if case .choose(let branches) = step.action {
        for branch in branches {
          if let found = find(label, in: branch.steps) { return found }
        }
      }
    }
    return nil
  }
}
