import ScenarioFiles

extension FaultSamples {
  /// A fault of each kind of AttributeFault, with the words of its sentence.
  static let attributeFaults: [(fault: ScenarioFault, words: [String])] = [
    (.attribute(.unboundParameter("tolerance")), ["tolerance"]),
    // Attributes and documents
    (.attribute(.reservedSign("+", name: "a+b")), ["a+b"]),
  ]
}
