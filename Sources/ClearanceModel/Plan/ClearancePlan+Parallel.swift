extension ClearancePlan {
  /// The fork that a branch belongs to, by index in ``branches``.
  public func fork(ofBranch branch: Int) -> Int? {
    steps.firstIndex { step in
      step.kind == .fork && branch >= Int(step.firstBranch)
        && branch < Int(step.firstBranch) + Int(step.branchCount)
    }
  }

  /// Whether a truck may be turned away at a step, or give up there.
  public func mayGiveUp(at index: Int) -> Bool {
    let step = steps[index]
    guard step.kind == .serve || step.kind == .seize else { return false }
    let place = places[Int(step.place)]
    if place.capacity != nil, !place.blocksUpstream { return true }
    return place.lanes.contains { !places[$0].takesWords.isEmpty }
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
