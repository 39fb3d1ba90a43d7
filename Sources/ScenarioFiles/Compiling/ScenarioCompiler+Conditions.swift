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
      existing = scenario.flows.sorted { $0.key < $1.key }.map(\.name.text)
      kind = .flow
    case .queue(let name), .present(let name), .open(let name):
      attribute =
        switch test.attribute {
        case .queue: .queue
        case .open: .open
        default: .present
        }
      let table = placeIndex
      let names = plan.places.map(\.name)
      place = index(of: Name(text: name, position: position), in: table, kind, existing: names) ?? 0
    case .timeOfDay: attribute = .timeOfDay
    case .attribute(let name) where sharedAttribute(name) != nil:
      attribute = .shared
      place = sharedAttribute(name) ?? 0
      existing = plan.sharedAttributes[place].words
      kind = .word
    case .attribute(let name):
      attribute = .attribute
      place = self.attribute(Name(text: name, position: position)) ?? 0
      if plan.attributes.indices.contains(place) {
        existing = plan.attributes[place].words
        kind = plan.attributes[place].isDocument ? .state : .word
      }
    case .paperPhase(let way):
      attribute = .paperPhase
      place = Int(way.rawValue)
      existing = ConsignmentPhase.allCases.map(\.word)
      kind = .state
      checkBooks(position)
    case .paperCount(let operand):
      if case .papers = test.value { attribute = .paperCounts } else { attribute = .paperCount }
      place = Int(operand.code)
      checkBooks(position)
    case .constant(let left, _):
      // What is known already is 1 = 1 or 1 = 0.
      guard case .quantity(let right, _) = test.value else {
        preconditionFailure("a number is compared with a number, not \(test.value)")
      }
      return ConditionTerm(
        attribute: .one,
        comparison: .equal,
        startsGroup: startsGroup,
        place: 0,
        value: test.comparison.holds(left, right) ? 1 : 0
      )
    }
    let value: Int64
    var quantity: Double?
    switch test.value {
    case .number(let number): value = number
    case .papers(let operand): value = Int64(operand.code)
    case .quantity(let number, _):
      value = 0
      quantity = number
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
    var term = ConditionTerm(
      attribute: attribute,
      comparison: test.comparison,
      startsGroup: startsGroup,
      place: UInt16(clamping: place),
      value: value
    )
    if attribute == .attribute || attribute == .shared { term.number = quantity ?? Double(value) }
    return term
  }
}
