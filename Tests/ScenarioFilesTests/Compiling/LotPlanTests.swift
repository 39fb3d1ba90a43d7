import ClearanceModel
import EventSimulation
import RandomVariates
import Testing

@testable import ScenarioFiles

/// Lots, and the attributes of flows.
@Suite struct LotPlanTests {
  private static let text = """
    scenario: lots
    runs for: 1 d
    classes: [aeo, general]
    attributes:
      vehicle: [van, truck, semi]
      firm: [a, b, c]
      papers: [declared, batch]
      load: weight
      form in: {draft: [applied], applied: []}
    values: {kind: batch}
    arrivals:
      goods:
        rate: 1 per h
        lot: 3
        attributes:
          vehicle: {semi: 40%, van: 25%, truck: 35%}
          firm: {a: 20%, b: 50%, c: 30%}
          papers: <kind>
          load: 3.5 t
        of each truck: [vehicle]
        class by: {firm: {a: general, b: aeo, c: general}}
        procedure: p
    procedures:
      p: [{delay for: 1 s}]

    """

  private func plan(_ text: String = text) throws -> ClearancePlan {
    try LoadedScenario.parse(text, file: "test.yaml").plan
  }

  @Test func drawn() throws {
    let flow = try plan().flows[0]
    #expect(flow.lot == 3)
    #expect(flow.attributes.map(\.attribute) == [0, 1, 2, 3])
    #expect(flow.attributes.map(\.isPerLot) == [false, true, true, true])
    // In the order of the words, whatever that of the file.
    #expect(flow.attributes[0].rows[0].map(\.value) == [0, 1, 2])
    #expect(flow.attributes[0].rows[0].map(\.below) == [0.25, 0.6, 1])
    #expect(flow.attributes[0].drawStep == DrawStep.word("attribute/vehicle"))
    #expect(flow.attributes[2].rows[0].map(\.value) == [1])
    #expect(flow.attributes[3].rows[0].map(\.value) == [3_500])
    #expect(flow.attributes.allSatisfy { $0.step == nil })
  }

  /// One uniform gives the firm and the class: words stand in the order of their classes.
  @Test func classFollows() throws {
    let flow = try plan().flows[0]
    #expect(flow.attributes[1].drawStep == DrawStep.classShare)
    #expect(flow.attributes[1].rows[0].map(\.value) == [1, 0, 2])
    #expect(flow.attributes[1].rows[0].map(\.below) == [0.5, 0.7, 1])
    #expect(flow.classes.map(\.classIndex) == [0, 1])
    #expect(flow.classes.map(\.below) == [0.5, 1])
    for percent in 0..<100 {
      let unit = (Double(percent) + 0.5) / 100
      let word = flow.attributes[1].rows[0].first { unit < $0.below }?.value
      let classIndex = flow.classes.first { unit < $0.below }?.classIndex
      #expect((word == 1) == (classIndex == 0))
    }
  }

  /// A firm of another class from an instant on keeps its place among the words.
  @Test func classChanges() throws {
    let flow = try plan(
      Self.text.replacing(
        "a: general, b: aeo",
        with: "a: [{from: 0 d, class: general}, {from: 6 h, class: aeo}], b: aeo"
      )
    ).flows[0]
    #expect(flow.attributes[1].rows.count == 1)
    #expect(flow.attributes[1].rows[0].map(\.value) == [1, 0, 2])
    let clock = try #require(flow.classClock)
    #expect(clock.blocks == [.zero, .hours(6)])
    #expect(clock.step == nil)
    #expect(clock.rows.map { $0.map(\.classIndex) } == [[0, 1], [0, 1]])
    #expect(clock.rows.map { $0.map(\.below) } == [[0.5, 1], [0.7, 1]])
    #expect(flow.classes.map(\.classIndex) == [0, 1])
    #expect(abs(flow.classes[0].below - 0.6) < 1e-12)
  }

  /// Shares of firms by the clock, and a change of class: a row for each pair of both.
  @Test func classByTheClock() throws {
    let flow = try plan(
      Self.text.replacing(
        "firm: {a: 20%, b: 50%, c: 30%}",
        with: "firm: {per step: [{b: 50%, c: 50%}, {a: 20%, b: 50%, c: 30%}], step: 3 h}"
      ).replacing(
        "a: general, b: aeo",
        with: "a: general, b: [{from: 0 d, class: aeo}, {from: 12 h, class: general}]"
      )
    ).flows[0]
    let clock = try #require(flow.classClock)
    #expect(clock.blocks == [.zero, .hours(12)])
    #expect(clock.step == .hours(3) && clock.rowsPerBlock == 2)
    #expect(clock.rows.map { $0.map(\.classIndex) } == [[0, 1], [0, 1], [1], [1]])
    #expect(clock.rows.map { $0.map(\.below) } == [[0.5, 1], [0.5, 1], [1], [1]])
    #expect(flow.attributes[1].rows.map { $0.map(\.value) } == [[1, 2], [1, 0, 2]])
  }

  /// More words than a mask of a lane can tell apart.
  @Test func manyWords() throws {
    let firms = (0..<300).map { "f\($0)" }
    let text = """
      scenario: many firms
      runs for: 1 d
      attributes: {firm: [\(firms.joined(separator: ", "))]}
      stations:
        gate: {lanes: [{name: a, takes: {firm: [f0]}}, {name: b}]}
      arrivals:
        t: {rate: 1 per h, attributes: {firm: {f299: 100%}}, procedure: p}
      procedures: {p: [{serve at: gate, for: 1 s}]}
      """
    #expect(problems(in: text).map(\.fault) == [.tooMany(.word, found: 300, allowed: 64)])
    let plan = try plan(text.replacing(", takes: {firm: [f0]}", with: ""))
    #expect(plan.attributes[0].words.count == 300)
    #expect(plan.flows[0].attributes[0].rows[0].map(\.value) == [299])
  }

  @Test func byTheClock() throws {
    let flow = try plan(
      Self.text.replacing(
        "vehicle: {semi: 40%, van: 25%, truck: 35%}",
        with: "vehicle: {per step: [van, {van: 10%, semi: 90%}], step: 6 h}"
      )
    ).flows[0]
    #expect(flow.attributes[0].step == .hours(6))
    #expect(flow.attributes[0].rows.map { $0.map(\.value) } == [[0], [0, 2]])
    #expect(flow.attributes[0].rows.map { $0.map(\.below) } == [[1], [0.1, 1]])
  }

  @Test(
    arguments: [
      (
        "papers: <kind>", "papers: «bacth",
        .unknownName("bacth", kind: .word, existing: ["declared", "batch"], nearest: "batch")
      ),
      ("truck: 35%}", "truck: 30%}", .sharesDoNotAddUp(found: 0.95)),
      (
        "load: 3.5 t", "«form in: applied",
        .attribute(.documentOfFlow("form in"))
      ),
      (
        "load: 3.5 t", "«laod: 3.5 t",
        .unknownName(
          "laod",
          kind: .attribute,
          existing: ["vehicle", "firm", "papers", "load", "form in"],
          nearest: "load"
        )
      ),
      (
        "of each truck: [vehicle]", "of each truck: [«vehicel]",
        .attribute(
          .notGiven(
            attribute: "vehicel",
            existing: ["vehicle", "firm", "papers", "load"],
            nearest: "vehicle"
          )
        )
      ),
      (
        "of each truck: [vehicle]", "of each truck: [«firm]",
        .attribute(.classByVaries(attribute: "firm"))
      ),
      (
        "class by: {firm: {a: general, ", "class by: {«firm: {",
        .attribute(.wordWithoutClass("a", attribute: "firm"))
      ),
      (
        "{firm: {a: general", "{firm: {a: [{from: «1 d, class: general}]",
        .attribute(.classStartsLate)
      ),
      (
        "{firm: {a: general",
        "{firm: {a: [{from: 0 d, class: general}, {from: «0 d, class: aeo}]",
        .attribute(.classesNotAscending)
      ),
      (
        "{firm: {a: general", "{firm: {a: [{from: 0 d, class: «genral}]",
        .unknownName(
          "genral",
          kind: .classOfTrucks,
          existing: ["aeo", "general"],
          nearest: "general"
        )
      ),
      (
        "{firm: {a: general", "{firm: {«d: aeo, a: general",
        .unknownName("d", kind: .word, existing: ["a", "b", "c"], nearest: nil)
      ),
      ("of each truck", "class: aeo\n    of each truck", .conflictingKeys(["class", "class by"])),
      (
        "class by: {firm: {a: general, b: aeo, c: general}}", "class by: {«load: {a: aeo}}",
        .attribute(.notWords(attribute: "load"))
      ),
      ("lot: 3", "lot: «0", .outOfRange("0", low: "1", high: "1000000")),
    ] as [(String, String, ScenarioFault)]
  )
  func refused(old: String, new: String, fault: ScenarioFault) {
    #expect(Self.text.contains(old))
    let (text, position) = unmarked(Self.text.replacing(old, with: new))
    let found = problems(in: text)
    #expect(found.map(\.fault) == [fault])
    if let position { #expect(found.first?.position == position) }
  }
}
