import RandomVariates

/// Steps simplified by what is known of those who come to them.
extension KnownValues {
  /// Simplifies expressions and conditions, and leads ways past the choices that are decided.
  ///
  /// - Parameter keepsFirstSteps: whether companions begin where they do in the full plan, for
  ///   rows that name that step.
  /// - Returns: the plan; nil where its expressions would not fit.
  func folded(keepsFirstSteps: Bool) -> ClearancePlan? {
    var result = plan
    var layout = ExpressionLayout()
    result.branches = []
    result.terms = []
    for index in plan.steps.indices {
      fold(index, into: &result, &layout)
      if isReached[index], !keepsFirstSteps { shortenStarts(at: index, &result) }
    }
    for index in plan.flows.indices {
      let first = Int(plan.flows[index].firstStep)
      result.flows[index].firstStep = shortcut(to: first, start(of: index))
    }
    layOutProperties(of: &result, &layout)
    result.operations = layout.operations
    result.expressions = layout.expressions
    let counts = [result.branches.count, result.terms.count]
    return layout.fits && counts.allSatisfy { $0 < 65_000 } ? result : nil
  }

  private func fold(
    _ index: Int,
    into result: inout ClearancePlan,
    _ layout: inout ExpressionLayout
  ) {
    let step = plan.steps[index]
    let row = row(at: index)
    var branches = Array(plan.branches[Int(step.firstBranch)...].prefix(Int(step.branchCount)))
    var terms = branches.map { plan.terms[Int($0.firstTerm)...].prefix(Int($0.termCount)) }
    if isReached[index] {
      switch step.kind {
      case .end, .join: break
      case .fork:
        let joined = ways(from: index, row)[branches.count].row
        result.steps[index].next = shortcut(to: Int(step.next), joined)
      case .chooseByShare:
        branches = plan.sharedBranches(of: step).branches
        terms = branches.map { _ in [] }
        for number in branches.indices {
          branches[number].target = shortcut(to: Int(branches[number].target), row)
        }
        result.steps[index].next = shortcut(to: Int(step.next), row)
      case .chooseByCondition:
        let open = self.branches(of: step, row)
        branches = open.map(\.plan)
        terms = open.map { $0.terms[...] }
        for (number, branch) in open.enumerated() {
          let after = refined(row, by: branch)
          branches[number].target = shortcut(to: Int(branch.plan.target), after)
        }
        result.steps[index].next = shortcut(to: Int(step.next), row)
      case .wait:
        // One that cannot hold stays as it is.
        guard let open = self.branches(of: step, row).first else { break }
        terms = [open.terms[...]]
        result.steps[index].next = shortcut(to: Int(step.next), refined(row, by: open))
      default:
        let after = after(step, row)
        result.steps[index].next = shortcut(to: Int(step.next), after)
        if let leaving = plan.leaving(from: index).first {
          result.steps[index].onLeaving = shortcut(to: leaving, after)
        }
        if step.expression != StepPlan.none {
          let tree = tree(of: step, row)
          let isDuration = ![.set, .setShared, .sum].contains(step.kind)
          if case .draw(let sampler, 0) = tree, isDuration, step.patience == StepPlan.none {
            // What is a plain distribution after all draws like one; patience beside an expression
            // has a draw of its own.
            result.steps[index].sampler = sampler
            result.steps[index].expression = StepPlan.none
          } else {
            result.steps[index].expression = layout.add(tree)
          }
        }
      }
    }
    // Nobody comes to the others, whose expressions are not laid out.
    if !isReached[index] { result.steps[index].expression = StepPlan.none }
    guard step.hasBranches else { return }
    result.steps[index].firstBranch = UInt16(clamping: result.branches.count)
    result.steps[index].branchCount = UInt16(clamping: branches.count)
    for (branch, terms) in zip(branches, terms) {
      var branch = branch
      branch.firstTerm = UInt16(clamping: result.terms.count)
      branch.termCount = UInt16(clamping: terms.count)
      result.terms += terms
      result.branches.append(branch)
    }
  }

  /// The first step that decides or changes something for those who come this way.
  private func shortcut(to first: Int, _ row: [Double]) -> UInt16 {
    var index = first
    // No cycle is without a step that takes time; the count is a second reason to end.
    for _ in plan.steps.indices {
      let step = plan.steps[index]
      switch step.kind {
      case .chooseByShare:
        let taken = plan.sharedBranches(of: step)
        if let branch = taken.branches.first {
          guard branch.below >= 1 else { return UInt16(index) }
          index = Int(branch.target)
        } else {
          index = Int(step.next)
        }
      case .chooseByCondition:
        let open = branches(of: step, row)
        if let branch = open.first {
          guard branch.terms.isEmpty else { return UInt16(index) }
          index = Int(branch.plan.target)
        } else {
          index = Int(step.next)
        }
      case .wait:
        guard branches(of: step, row).first?.terms.isEmpty ?? false else { return UInt16(index) }
        index = Int(step.next)
      case .stage where isCleared(row): index = Int(step.next)
      default: return UInt16(index)
      }
    }
    return UInt16(first)
  }

  private func shortenStarts(at index: Int, _ result: inout ClearancePlan) {
    let step = plan.steps[index]
    for (next, row) in ways(from: index, row(at: index)).dropFirst() {
      if step.kind == .start { result.steps[index].target = shortcut(to: next, row) }
    }
  }

  /// What stations and lanes say of themselves.
  private func layOutProperties(of result: inout ClearancePlan, _ layout: inout ExpressionLayout) {
    for place in plan.places.indices {
      result.places[place].properties = plan.places[place].properties.map { property in
        guard property != StepPlan.none else { return property }
        return layout.add(ExpressionTree(property, in: plan).simplified(plan) { _ in nil })
      }
    }
  }
}

extension StepPlan {
  /// Whether its branches are alternatives, tokens or a condition; a joint seize counts its places
  /// in the field.
  var hasBranches: Bool {
    kind == .chooseByShare || kind == .chooseByCondition || kind == .fork || kind == .wait
  }
}
