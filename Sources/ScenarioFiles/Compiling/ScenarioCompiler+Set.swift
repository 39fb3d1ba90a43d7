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
      return append(
        step,
        "\(named.label)/\(value.attribute.text)",
        layout,
        value.position
      )
    }
  }
}
