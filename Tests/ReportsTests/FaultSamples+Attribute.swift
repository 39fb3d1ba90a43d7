import ScenarioFiles

extension FaultSamples {
  /// A fault of each kind of AttributeFault, with the words of its sentence.
  static let attributeFaults: [(fault: ScenarioFault, words: [String])] = [
    (.attribute(.unboundParameter("tolerance")), ["tolerance"]),
    // Attributes and documents
    (.attribute(.reservedSign("+", name: "a+b")), ["a+b"]),
    (.attribute(.queueSpaceWithoutLength), ["length: length"]),
    (
      .attribute(
        .documentState(document: "form", from: "draft", to: "passed", allowed: ["applied"])
      ),
      ["form", "draft", "passed", "applied"]
    ),
    (
      .attribute(.documentState(document: "form", from: "passed", to: "draft", allowed: [])),
      ["form", "draft", "passed"]
    ),
    (
      .attribute(.wordsWithoutLane(station: "gate", flow: "goods", words: ["papers = batch"])),
      ["gate", "goods", "papers = batch"]
    ),
    (.attribute(.notWords(attribute: "slips")), ["slips"]),
  ]
}
