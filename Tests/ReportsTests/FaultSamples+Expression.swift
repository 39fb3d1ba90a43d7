import ScenarioFiles

extension FaultSamples {
  /// A fault of each kind of ExpressionFault, with the words of its sentence.
  static let expressionFaults: [(fault: ScenarioFault, words: [String])] = [
    (.expression(.missingOperand(found: ")")), [")"])
  ]
}
