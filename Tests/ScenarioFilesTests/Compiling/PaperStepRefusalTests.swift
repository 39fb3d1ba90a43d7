import ClearanceModel
import EventSimulation
import Testing

@testable import ScenarioFiles

/// What is refused of steps and conditions about papers, with line and column.
@Suite struct PaperStepRefusalTests {
  /// A scenario whose step stands in line 14.
  private static func text(_ steps: String) -> String {
    """
    scenario: papers
    runs for: 1 d
    attributes:
      firm: [acme, best]
      load: weight
      count: number
      when: duration
      refusal: [none, book, guarantee, blocked, credit]
    arrivals:
      t: {at: [0 s], attributes: {firm: acme}, procedure: visit}
    procedures:
      list: []
      visit:

    """ + steps.split(separator: "\n").map { "    \($0)\n" }.joined()
  }

  private static func problems(
    _ steps: String,
    firms: [String]? = ["acme", "best"],
    period: DeclaringPeriod = .monthly
  ) -> [ScenarioProblem] {
    do throws(ScenarioProblems) {
      let tree = try SourceTree.parse(text(steps), file: "test.yaml")
      let reader = ScenarioReader(
        tree: tree,
        folder: "",
        problems: ProblemList(file: "test.yaml")
      )
      var scenario = reader.scenario
      scenario.papers = firms.map { firms in
        PapersPlan(
          firms: firms.map { FirmPlan(name: $0, period: [Dated(period)], items: 0..<1) },
          items: [ItemPlan(name: "a", centsPerTonne: 1)]
        )
      }
      try ScenarioCompiler(scenario, folder: "", problems: reader.problems).problems.check()
      return []
    } catch {
      return error.problems
    }
  }

  private static let open = "- {papers: open, way: in, as: first-line-in, goods: load}"

  @Test func accepted() {
    #expect(Self.problems(Self.open) == [])
    #expect(
      Self.problems(
        """
        \(Self.open)
        - {start: list, for each: papers in}
        - {papers: late fee, since: when, sets: count}
        - {papers: apply, sets: count}
        - wait until: application of papers in >= 2 and application of papers != 1
        - wait until: papers in = settled and trucks of papers in >= trucks passed of papers in
        - set: {count: merged items of papers + 2 * documents of papers out}
        """
      ) == []
    )
  }

  private static let cases: [(step: String, column: Int, fault: ScenarioFault)] = [
    (
      "- papers: opne", 15,
      .unknownWord(
        "opne",
        key: "papers",
        allowed: PaperVerb.allCases.map(\.word),
        nearest: "open"
      )
    ),
    ("- {papers: open, way: in, as: first-line-in}", 7, .missingKeys(["goods"], section: .step)),
    ("- {papers: pass}", 7, .missingKeys(["way"], section: .step)),
    ("- {papers: late fee}", 7, .missingKeys(["since"], section: .step)),
    ("- {papers: submit, sets: count}", 24, .conflictingKeys(["papers: submit", "sets"])),
    ("- {papers: approve, goods: load}", 25, .conflictingKeys(["papers: approve", "goods"])),
    ("- {delay for: 1 s, way: in}", 24, .conflictingKeys(["delay for", "way"])),
    (
      "- {start: list, times: count, for each: papers in}", 35,
      .conflictingKeys(["times", "for each"])
    ),
    (
      "- {papers: open, way: out, as: first-line-in, goods: load}", 32,
      .papers(.otherWay(movement: "first-line-in", way: "out"))
    ),
    (
      "- {papers: open, way: in, as: first-line-in, goods: count}", 57,
      .papers(.notOfKind(attribute: "count", .weight))
    ),
    (
      "- {papers: approve, sets: firm}", 31,
      .papers(
        .otherWords(
          attribute: "firm",
          expected: ["none", "book", "guarantee", "blocked", "credit"]
        )
      )
    ),
    ("- {papers: apply, way: in}", 23, .conflictingKeys(["papers: apply", "way"])),
    ("- {papers: grant, sets: count}", 23, .conflictingKeys(["papers: grant", "sets"])),
    (
      "- {papers: apply, sets: refusal}", 29,
      .papers(.notOfKind(attribute: "refusal", .number))
    ),
    (
      "- wait until: application of papers = 3", 19,
      .wait(.neverHolds("application of papers = 3"))
    ),
    (
      "- papers: gather", 7,
      .unknownName("monthly", kind: .collection, existing: [], nearest: nil)
    ),
    ("- {look up: firm}", 7, .missingKeys(["declares", "credit"], section: .step)),
    (
      "- wait until: papers in = passed", 19,
      .unknownWord(
        "passed",
        key: "papers",
        allowed: ConsignmentPhase.allCases.map(\.word),
        nearest: nil
      )
    ),
    ("- wait until: papers in > approved", 19, .conditionComparison(attribute: "papers in")),
  ]

  @Test(arguments: cases.indices)
  func refused(_ index: Int) {
    let (step, column, fault) = Self.cases[index]
    let expected = ScenarioProblem(
      file: "test.yaml",
      position: SourcePosition(line: 14, column: column),
      fault: fault
    )
    #expect(Self.problems(step) == [expected])
  }

  /// Without books nothing can be asked; firms need a book each.
  @Test func noBooks() {
    for step in [
      Self.open, "- {start: list, for each: papers in}", "- {look up: firm, credit: refusal}",
      "- papers: apply",
    ] {
      #expect(Self.problems(step, firms: nil).map(\.fault).first == .papers(.noBooks))
      #expect(Self.problems(step, firms: nil).first?.position?.line == 14)
    }
    for step in ["- wait until: papers in = released", "- set: {count: trucks of papers}"] {
      #expect(Self.problems(step, firms: nil).map(\.fault) == [.papers(.noBooks)])
    }
    #expect(
      Self.problems(Self.open, firms: ["acme"]).map(\.fault) == [.papers(.firmWithoutBook("best"))]
    )
  }
}
