import ClearanceModel

/// Amounts that steps add to.
extension ScenarioCompiler {
  /// Measures of flows whose names no amount may have; others begin with `to-` or `stage-`.
  private static let ownNames = [
    "clearance", "present", "throughput", "arrivals", "departures", "lost", "reneged", "makespan",
  ]

  /// Names the amounts in the order of reading, each of the kind that is first added to it.
  mutating func nameAmounts() {
    var sums: [SumAction] = []
    var counters: [Name] = []
    for step in scenario.procedures.flatMap(\.steps) {
      step.visit { step in
        if case .sum(let action) = step.action { sums.append(action) }
        if case .count(let name, _) = step.action { counters.append(name) }
      }
    }
    guard !sums.isEmpty else { return }
    var kinds: [(dimension: Dimension, at: SourcePosition)?] = []
    for sum in sums {
      let index = newAmount(sum.amount, counters)
      if index == kinds.count { kinds.append(nil) }
      note(sum, index, &kinds)
    }
    for index in plan.amounts.indices {
      plan.amounts[index].dimension = kinds[index]?.dimension ?? .number
    }
    nameWholes(sums)
  }

  /// The index of an amount; blanks and hyphens are the same, as in the names of measures.
  private func index(ofAmount name: Name) -> Int? {
    plan.amounts.firstIndex { $0.name.kebab == name.text.kebab }
  }

  private mutating func newAmount(_ name: Name, _ counters: [Name]) -> Int {
    if let index = index(ofAmount: name) { return index }
    let word = name.text.kebab
    let isOwn = Self.ownNames.contains(word) || PaperQuantity(rawValue: word) != nil
    if isOwn || word.hasPrefix("to-") || word.hasPrefix("stage-") {
      problems.add(.reservedName(name.text), at: name.position)
    } else if let counter = counters.first(where: { $0.text.kebab == word }) {
      problems.add(.sum(.nameOfCounter(name.text, at: counter.position)), at: name.position)
    }
    plan.amounts.append(AmountPlan(name: name.text, dimension: .number))
    return plan.amounts.count - 1
  }

  /// Notes of what kind an amount is; a zero without a unit is of any.
  private mutating func note(
    _ sum: SumAction,
    _ index: Int,
    _ kinds: inout [(dimension: Dimension, at: SourcePosition)?]
  ) {
    var parser = ExpressionParser(sum.text, scope: scope)
    // What cannot be read is reported where it is compiled.
    guard let term = try? parser.wholeNumber(), let found = term.dimension else { return }
    guard let first = kinds[index] else {
      kinds[index] = (found, sum.position)
      return
    }
    guard found != first.dimension else { return }
    let name = plan.amounts[index].name
    problems.add(
      .sum(.otherKind(name, found: found, first: first.dimension, at: first.at)),
      at: sum.position
    )
  }

  /// Looks up what amounts are shares of.
  private mutating func nameWholes(_ sums: [SumAction]) {
    var firsts: [SourcePosition?] = plan.amounts.map { _ in nil }
    for sum in sums {
      guard let name = sum.whole, let index = index(ofAmount: sum.amount) else { continue }
      guard let whole = self.index(ofAmount: name) else {
        let existing = plan.amounts.map(\.name)
        let nearest = nearestName(to: name.text, in: existing)
        problems.add(
          .unknownName(name.text, kind: .amount, existing: existing, nearest: nearest),
          at: name.position
        )
        continue
      }
      let (own, other) = (plan.amounts[index], plan.amounts[whole])
      if let first = firsts[index], let before = own.whole, before != whole {
        let names = (plan.amounts[whole].name, plan.amounts[before].name)
        problems.add(
          .sum(.otherWhole(own.name, found: names.0, first: names.1, at: first)),
          at: name.position
        )
      } else if own.dimension != other.dimension {
        problems.add(
          .sum(.wholeOfOtherKind(own.name, own.dimension, whole: other.name, other.dimension)),
          at: name.position
        )
      } else if firsts[index] == nil {
        firsts[index] = name.position
        plan.amounts[index].whole = whole
      }
    }
  }

  /// A step that adds to an amount.
  mutating func compileSum(_ action: SumAction, into step: inout StepPlan) {
    step.kind = .sum
    step.mark = UInt16(clamping: index(ofAmount: action.amount) ?? 0)
    var parser = ExpressionParser(action.text, scope: scope)
    do throws(ScenarioFault) {
      step.expression = add(try parser.wholeNumber().expression)
    } catch {
      problems.add(error, at: action.position)
    }
  }
}

extension Step {
  /// Hands over the step and all steps within it, in the order of reading.
  func visit(_ body: (Step) -> Void) {
    body(self)
    let inner: [Step] =
      switch action {
      case .choose(let branches): branches.flatMap(\.steps)
      case .use(_, let steps): steps
      case .parallel(let branches): Array(branches.joined())
      default: []
      }
    for step in inner + (onLeaving ?? []) { step.visit(body) }
  }
}
