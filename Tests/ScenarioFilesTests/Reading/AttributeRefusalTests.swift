import ClearanceModel
import Testing

@testable import ScenarioFiles

/// What is refused of attributes, properties, `set` and `takes`.
@Suite struct AttributeRefusalTests {
  private static let classes = "classes: [aeo, ordinary]"
  private static let delay = "- delay for: 2 min"
  private static let row = "row: {lanes: [{name: l1}, {name: l2}]}"

  private static func withAttributes(_ text: String) -> String {
    "\(classes)\n\("attributes: ")\(text)"
  }

  private static let many = (0...4_096).map { "\($0 == 4_096 ? "«" : "")w\($0)" }
    .joined(separator: ", ")
  private static let manyStates = (0...64).map { "\($0 == 64 ? "«" : "")w\($0): []" }
    .joined(separator: ", ")
  private static let manyAttributes = (0...200).map { "\($0 == 200 ? "«" : "")a\($0): weight" }
    .joined(separator: ", ")
  private static let kinds = ["number", "duration", "weight", "length"]

  private static let sectionCases: [RefusalCase] = [
    ("[a]", "", [.wrongKind(found: .list, expected: [.mapping])]),
    ("{}", "", [.nothingInIt(key: "attributes")]),
    (
      "{size: «wieght}", "",
      [.unknownWord("wieght", key: "size", allowed: kinds, nearest: "weight")]
    ),
    ("{size: «}", "", [.wrongKind(found: .nothing, expected: [.text, .list, .mapping])]),
    ("{size: «[]}", "", [.nothingInIt(key: "size")]),
    ("{size: [a, b, «a]}", "", [.duplicateName("a", kind: .word)]),
    ("{size: [a, «otherwise]}", "", [.reservedName("otherwise")]),
    (
      "{size: [a, «b+c]}", "", [.attribute(.reservedSign("+", name: "b+c"))]
    ),
    ("{size: [\(many)]}", "", [.tooMany(.word, found: 4_097, allowed: 4_096)]),
    ("{form: {\(manyStates)}}", "", [.tooMany(.state, found: 65, allowed: 64)]),
    ("{\(manyAttributes)}", "", [.tooMany(.attribute, found: 201, allowed: 200)]),
    ("{«class: weight}", "", [.reservedName("class")]),
    ("{«time of day: weight}", "", [.reservedName("time of day")]),
    ("{«open at gate: weight}", "", [.reservedName("open at gate")]),
    ("{«max: weight}", "", [.reservedName("max")]),
    ("{«uniform: weight}", "", [.reservedName("uniform")]),
    ("{«2nd: weight}", "", [.reservedName("2nd")]),
    ("{«a.b: weight}", "", [.reservedCharacter(".", name: "a.b")]),
    ("{«a(b: weight}", "", [.attribute(.reservedSign("(", name: "a(b"))]),
    (
      "{form: {draft: [«snt], sent: []}}", "",
      [.unknownName("snt", kind: .state, existing: ["draft", "sent"], nearest: "sent")]
    ),
    ("{form: {draft: «sent, sent: []}}", "", [.wrongKind(found: .text, expected: [.list])]),
    ("{form: «{}}", "", [.nothingInIt(key: "form")]),
  ]

  @Test(arguments: sectionCases.indices)
  func attributes(_ index: Int) {
    let (text, _, faults) = Self.sectionCases[index]
    let marked = text.contains("«") ? text : "«\(text)"
    expectRefusal(Self.classes, Self.withAttributes(marked), faults)
  }

  private static let declared =
    "{vehicle: [van, semi], measured: weight, form: {draft: [sent], sent: []}}"

  private static let stepCases: [(String, [ScenarioFault])] = [
    ("- set: «vehicle", [.wrongKind(found: .text, expected: [.mapping])]),
    ("- set: «{}", [.nothingInIt(key: "set")]),
    ("- set: {vehicle: «[van]}", [.wrongKind(found: .list, expected: [.text])]),
    (
      "- set: {«vehicel: van}",
      [
        .unknownName(
          "vehicel",
          kind: .attribute,
          existing: ["vehicle", "measured", "form"],
          nearest: "vehicle"
        )
      ]
    ),
    (
      "- set: {vehicle: «smei}",
      [.unknownWord("smei", key: "vehicle", allowed: ["van", "semi"], nearest: "semi")]
    ),
    (
      "- set: {vehicle: «discrete(van = 50%)}", [.sharesDoNotAddUp(found: 0.5)]
    ),
    (
      "- set: {vehicle: «discrete(vna = 100%)}",
      [.unknownWord("vna", key: "vehicle", allowed: ["van", "semi"], nearest: "van")]
    ),
    (
      "- set: {measured: «5 min}",
      [.expression(.wrongDimension(found: .duration, expected: .weight))]
    ),
    ("- set: {measured: «5}", [.expression(.wrongDimension(found: .number, expected: .weight))]),
    (
      "- set: {form: «snet}",
      [.unknownName("snet", kind: .state, existing: ["draft", "sent"], nearest: "sent")]
    ),
    (
      "- delay for: «measured",
      [.expression(.wrongDimension(found: .weight, expected: .duration))]
    ),
    ("- delay for: «2 min + 3", [.expression(.mixedDimensions(.duration, .number))]),
    ("- {mark: m, «drawn: per lot}", [.conflictingKeys(["mark", "drawn"])]),
    (
      "- {delay for: 1 s, drawn: «per truck}",
      [.unknownWord("per truck", key: "drawn", allowed: ["per lot", "here"], nearest: nil)]
    ),
    ("- {delay for: 1 s, «drawn: here}", [.conflictingKeys(["delay for", "drawn"])]),
    (
      "- {choose: [{when: class = aeo, do: []}], «drawn: per lot}",
      [.conflictingKeys(["choose", "drawn"])]
    ),
    (
      "- choose: [{when: «vehicle > van, do: []}]",
      [.conditionComparison(attribute: "vehicle")]
    ),
    (
      "- choose: [{when: «vehicle = vna, do: []}]",
      [.unknownName("vna", kind: .word, existing: ["van", "semi"], nearest: "van")]
    ),
    (
      "- choose: [{when: «form = snt, do: []}]",
      [.unknownName("snt", kind: .state, existing: ["draft", "sent"], nearest: "sent")]
    ),
    (
      "- choose: [{when: «measured > 3 s, do: []}]",
      [.expression(.wrongDimension(found: .duration, expected: .weight))]
    ),
    (
      "- choose: [{when: «measured > measured, do: []}]",
      [.expression(.notConstant("measured"))]
    ),
    (
      "- choose: [{when: «1 > 2 s, do: []}]", [.expression(.mixedDimensions(.number, .duration))]
    ),
    (
      "- choose: [{when: «open at gaet > 1, do: []}]",
      [
        .unknownName(
          "gaet",
          kind: .place,
          existing: ["gate", "row", "row.l1", "row.l2", "yard"],
          nearest: "gate"
        )
      ]
    ),
  ]

  @Test(arguments: stepCases.indices)
  func steps(_ index: Int) {
    let (step, faults) = Self.stepCases[index]
    var text = acceptedGate.replacing(Self.classes, with: Self.withAttributes(Self.declared))
    text = text.replacing(Self.delay, with: step)
    expectProblems(text, faults)
  }

  private static let stationCases: [(String, [ScenarioFault])] = [
    ("properties: «[a]", [.wrongKind(found: .list, expected: [.mapping])]),
    ("properties: {«max: 1 s}", [.reservedName("max")]),
    ("properties: {gap: «1 s + 2}", [.expression(.mixedDimensions(.duration, .number))]),
    (
      "properties: {gap: 1 s, pass: «gap at gate}",
      [.expression(.propertyInProperty("gap"))]
    ),
    (
      "queue space: «120",
      [.missingUnit(text: "120", kind: .length, allowed: ["m", "km"])]
    ),
    ("queue space: «0 m", [.notPositive("0 m")]),
    ("queue space: «12 m", [.attribute(.queueSpaceWithoutLength)]),
  ]

  @Test(arguments: stationCases.indices)
  func stations(_ index: Int) {
    let (key, faults) = Self.stationCases[index]
    let text = acceptedGate.replacing("gate: {servers: 2}", with: "gate: {servers: 2, \(key)}")
    expectProblems(text, faults)
  }

  private static let laneCases: [(String, [ScenarioFault])] = [
    ("takes: «aeo", [.wrongKind(found: .text, expected: [.list, .mapping])]),
    ("takes: «{}", [.nothingInIt(key: "takes")]),
    (
      "takes: {vehicle: [«vna]}",
      [.unknownName("vna", kind: .word, existing: ["van", "semi"], nearest: "van")]
    ),
    ("takes: {«form: [sent]}", [.attribute(.notWords(attribute: "form"))]),
    (
      "takes: {«colour: [red]}",
      [
        .unknownName(
          "colour",
          kind: .attribute,
          existing: ["vehicle", "measured", "form"],
          nearest: nil
        )
      ]
    ),
  ]

  @Test(arguments: laneCases.indices)
  func lanes(_ index: Int) {
    let (key, faults) = Self.laneCases[index]
    var text = acceptedGate.replacing(Self.classes, with: Self.withAttributes(Self.declared))
    text = text.replacing(Self.row, with: "row: {lanes: [{name: l1}, {name: l2, \(key)}]}")
    expectProblems(text, faults)
  }

  /// A lane without a property that others of its station have.
  @Test func propertyMissing() {
    let text = acceptedGate.replacing(
      Self.row,
      with: "row: {lanes: [{name: l1, properties: {pass: 1 s}}, {name: l2}]}"
    ).replacing(Self.delay, with: "- delay for: «pass at row")
    expectProblems(text, [.expression(.propertyMissing("pass", place: "l2"))])
  }

  /// Expects faults at the places of `«`, which is not part of the text.
  private func expectProblems(
    _ marked: String,
    _ faults: [ScenarioFault],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var expected: [ScenarioProblem] = []
    for (number, line) in marked.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard let mark = line.firstIndex(of: "«") else { continue }
      let column = line.distance(from: line.startIndex, to: mark) + 1
      expected.append(
        ScenarioProblem(
          file: "test.yaml",
          position: SourcePosition(line: number + 1, column: column),
          fault: faults[expected.count]
        )
      )
    }
    let found = problems(in: marked.replacing("«", with: ""))
    #expect(found == expected, sourceLocation: sourceLocation)
  }
}
