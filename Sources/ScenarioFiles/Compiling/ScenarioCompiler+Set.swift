import ClearanceModel

/// Steps that give attributes values.
extension ScenarioCompiler {
  /// One step for each attribute, in the order written; returns the first of them.
  mutating func compileSet(
    _ values: [(attribute: Name, text: String, position: SourcePosition)],
    of named: ProcedureLayout.NamedStep,
    next: UInt16,
    _ layout: ProcedureLayout
  ) -> UInt16 {
    values.reversed().reduce(next) { next, value in
      var step = StepPlan(.set)
      step.next = next
      let identity = "\(named.identity)/\(value.attribute.text)"
      step.hash = DrawStep.word(identity)
      if let other = hashes.clash(step.hash, identity) {
        problems.add(.hashCollision(other, identity), at: value.attribute.position)
      }
      step.drawsPerLot = named.step.drawsPerLot
      let shared = sharedAttribute(value.attribute.text)
      if let index = shared ?? attribute(value.attribute) {
        step.attribute = UInt16(clamping: index)
        if shared != nil { step.kind = .setShared }
        let target = shared == nil ? plan.attributes[index] : plan.sharedAttributes[index]
        do throws(ScenarioFault) {
          try compile(value.text, of: target, into: &step)
        } catch {
          problems.add(error, at: value.position)
        }
      }
      return append(
        step,
        "\(named.label)/\(value.attribute.text)",
        layout,
        value.position
      )
    }
  }

  /// The index of an attribute; a problem and nil where there is none of that name.
  mutating func attribute(_ name: Name) -> Int? {
    let existing = plan.attributes.map(\.name)
    if let index = existing.firstIndex(of: name.text) { return index }
    if sharedAttribute(name.text) != nil {
      problems.add(.attribute(.sharedHere(name.text)), at: name.position)
      return nil
    }
    problems.add(
      .unknownName(
        name.text,
        kind: .attribute,
        existing: existing,
        nearest: nearestName(to: name.text, in: existing)
      ),
      at: name.position
    )
    return nil
  }

  /// The index of a shared attribute; nil where there is none of that name.
  func sharedAttribute(_ name: String) -> Int? {
    plan.sharedAttributes.firstIndex { $0.name == name }
  }

  private mutating func compile(
    _ text: String,
    of attribute: AttributePlan,
    into step: inout StepPlan
  ) throws(ScenarioFault) {
    var parser = ExpressionParser(text, scope: scope)
    switch attribute.kind {
    case .states(let states, _):
      guard let state = states.firstIndex(of: text.trimmed) else {
        throw .unknownName(
          text,
          kind: .state,
          existing: states,
          nearest: nearestName(to: text.trimmed, in: states)
        )
      }
      step.kind = .become
      step.target = UInt16(clamping: state)
    case .words:
      step.expression = add(try parser.wholeWord(of: attribute))
    case .number(let dimension):
      step.expression = add(try number(&parser, dimension))
    }
  }
}
