import ClearanceModel

/// Conditions of branches, their names resolved.
extension ScenarioCompiler {
  /// Lays out the terms of a condition behind one another.
  mutating func compile(_ condition: Condition, into branch: inout BranchPlan) {
    branch.firstTerm = UInt16(clamping: plan.terms.count)
    for (group, tests) in condition.groups.enumerated() {
      for (number, test) in tests.enumerated() {
        let startsGroup = group > 0 && number == 0
        plan.terms.append(term(test, condition.position, startsGroup: startsGroup))
      }
    }
    branch.termCount = UInt16(clamping: plan.terms.count) - branch.firstTerm
  }

  private mutating func term(
    _ test: Condition.Test,
    _ position: SourcePosition,
    startsGroup: Bool
  ) -> ConditionTerm {
    var place = 0
    let attribute: ConditionAttribute
    var existing: [String] = []
    var kind = NamedKind.place
    switch test.attribute {
    case .classOfTruck:
      attribute = .classIndex
      existing = scenario.classes.map(\.text)
      kind = .classOfTrucks
    case .flow:
      attribute = .flow
      existing = scenario.flows.sorted { key($0) < key($1) }.map(\.name.text)
      kind = .flow
    case .queue(let name), .present(let name):
      if case .queue = test.attribute { attribute = .queue } else { attribute = .present }
      let table = placeIndex
      let names = plan.places.map(\.name)
      place = index(of: Name(text: name, position: position), in: table, kind, existing: names) ?? 0
    case .timeOfDay: attribute = .timeOfDay
    }
    let value: Int64
    switch test.value {
    case .number(let number): value = number
    case .name(let name):
      if let found = existing.firstIndex(of: name) {
        value = Int64(found)
      } else {
        value = -1
        problems.add(
          .unknownName(
            name,
            kind: kind,
            existing: existing,
            nearest: nearestName(to: name, in: existing)
          ),
          at: position
        )
      }
    }
    return ConditionTerm(
      attribute: attribute,
      comparison: test.comparison,
      startsGroup: startsGroup,
      place: UInt16(clamping: place),
      value: value
    )
  }
}
