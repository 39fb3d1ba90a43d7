import ScenarioFiles

extension FaultSamples {
  /// A fault of each kind of AttributeFault, with the words of its sentence.
  static let attributeFaults: [(fault: ScenarioFault, words: [String])] = [
    (
      .attribute(.unboundParameter("tolerance", nearest: "weight tolerance")),
      ["<tolerance>", "weight tolerance"]
    ),
    // Parameters, companions, collections
    (.attribute(.wrongParameterName("a/b")), ["a/b"]),
    (.attribute(.unusedValue("papr wait", nearest: "paper wait")), ["<papr wait>", "paper wait"]),
    (.attribute(.procedureRing(["pass", "reply", "pass"])), ["pass", "reply"]),
    (.attribute(.otherProcedureInFile("visit", expected: "leave")), ["visit", "leave"]),
    (.attribute(.documentOfFlow("form in")), ["form in"]),
    (.attribute(.notPlainNumber(attribute: "firm")), ["firm", "number"]),
    (.attribute(.classByVaries(attribute: "firm")), ["firm"]),
    (.attribute(.classStartsLate), ["0 d"]),
    (.attribute(.classesNotAscending), []),
    (.attribute(.wordWithoutClass("parts-b", attribute: "firm")), ["parts-b", "firm", "class by"]),
    (
      .attribute(.notGiven(attribute: "frim", existing: ["firm", "vehicle"], nearest: "firm")),
      ["frim", "firm", "vehicle"]
    ),
    (.attribute(.cutAfterDue), ["cut", "due"]),
    (.attribute(.closingsNotAscending), []),
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
    (.attribute(.sharedDocument("form")), ["form"]),
    (.attribute(.sharedHere("result")), ["result"]),
  ]
}
