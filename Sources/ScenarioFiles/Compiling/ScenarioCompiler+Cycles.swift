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
          problems.add(.cycleWithoutTime(step: label(of: next)), at: positions[next])
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
    case .end, .join: return []
    case .fork:
      let targets = plan.targets(of: index)
      return targets.allSatisfy { mayEndAtOnce($0) } ? targets + [Int(step.next)] : targets
    case .serve, .delay:
      let leaving = timelessLeaving(from: index)
      // A service or delay of constant length zero lets no time pass; an expression is none.
      if step.expression != StepPlan.none { return leaving }
      return plan.samplers.mean(Int(step.sampler)) > 0 ? leaving : [Int(step.next)] + leaving
    case .seize, .seizeTogether: return [Int(step.next)] + timelessLeaving(from: index)
    case .start: return [Int(step.next), Int(step.target)]
    default: return plan.successors(of: index)
    }
  }

  /// Whether a branch of a fork may be over at the instant in which it begins: also because a
  /// station turns its token away.
  private func mayEndAtOnce(_ first: Int) -> Bool {
    var seen: Set<Int> = [first]
    var open = [first]
    while let index = open.popLast() {
      let step = plan.steps[index]
      if step.kind == .join || mayEndAtOnce(at: index) { return true }
      for next in timelessSuccessors(of: index) where seen.insert(next).inserted {
        open.append(next)
      }
    }
    return false
  }

  /// Whether a token may end at a station at the instant in which it comes there.
  private func mayEndAtOnce(at index: Int) -> Bool {
    guard plan.mayEnd(at: index) else { return false }
    let patience = plan.steps[index].patience
    return plan.mayRefuse(index) || plan.samplers.mean(Int(patience)) <= 0
  }

  private func label(of index: Int) -> String {
    let name = plan.stepNames[Int(plan.steps[index].name)]
    return String(name.drop { $0 != "/" }.dropFirst())
  }
}
