extension ClearancePlan {
  /// The fork that a branch belongs to, by index in ``branches``.
  public func fork(ofBranch branch: Int) -> Int? {
    steps.firstIndex { step in
      step.kind == .fork && branch >= Int(step.firstBranch)
        && branch < Int(step.firstBranch) + Int(step.branchCount)
    }
  }

  /// Whether the way of a truck may end at a step: it is turned away, does not join or gives up,
  /// and has nowhere to go then.
  public func mayEnd(at index: Int) -> Bool {
    guard leaving(from: index).isEmpty, !steps[index].isPart else { return false }
    return mayRefuse(index) || steps[index].patience != StepPlan.none
  }

  /// For each step the innermost branch of a fork that it is in, by index in ``branches``; nil
  /// outside.
  ///
  /// - Complexity: O(steps)
  public var branchesOfSteps: [Int?] {
    var found = [Int?](repeating: nil, count: steps.count)
    for (fork, step) in steps.enumerated() where step.kind == .fork {
      for (number, target) in targets(of: fork).enumerated() {
        let branch = Int(step.firstBranch) + number
        var open = [target]
        while let index = open.popLast() {
          guard found[index] == nil else { continue }
          found[index] = branch
          // The steps within another fork are in a branch of that.
          open += steps[index].kind == .fork ? [Int(steps[index].next)] : successors(of: index)
        }
      }
    }
    return found
  }
}
