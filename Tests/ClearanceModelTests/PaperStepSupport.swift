import ClearanceModel
import ClearanceRecords
import EventSimulation

@testable import ScenarioFiles

/// Scenarios whose firms have books.
enum PaperScenario {
  /// Firms of one item each, with 1,000 t of each status in their books.
  static func plan(
    firms: [String] = ["acme"],
    items: Int = 1,
    period: DeclaringPeriod = .monthly,
    guarantee: Fen = .yuan(100_000_000),
    counterparties: Int = 1,
    opening: Int64 = 1_000_000
  ) -> PapersPlan {
    PapersPlan(
      firms: firms.enumerated().map { index, name in
        FirmPlan(
          name: name,
          period: [Dated(period)],
          guaranteeLine: [Dated(guarantee)],
          items: index * items..<(index + 1) * items
        )
      },
      items: (0..<firms.count * items).map {
        ItemPlan(
          name: "item \($0)",
          centsPerTonne: 100_000,
          opening: Array(repeating: opening, count: 3)
        )
      },
      counterparties: counterparties
    )
  }

  /// Reads and compiles a scenario with firms.
  static func load(_ text: String, _ papers: PapersPlan? = plan()) throws -> LoadedScenario {
    let tree = try SourceTree.parse(text, file: "test.yaml")
    var scenario = Scenario()
    var problems = ProblemList(file: "test.yaml")
    let reader = ScenarioReader(tree: tree, folder: "", problems: problems)
    (scenario, problems) = (reader.scenario, reader.problems)
    scenario.papers = papers
    let compiler = ScenarioCompiler(scenario, folder: "", problems: problems)
    try compiler.problems.check()
    return LoadedScenario(
      file: "test.yaml",
      text: text,
      scenario: compiler.scenario,
      customs: nil,
      plan: compiler.plan
    )
  }

  /// The beginning of a scenario of trucks `t` that carry 9 t.
  static func text(
    _ arrivals: String,
    run: String = "runs until: empty",
    collections: String = "",
    firms: String = "acme",
    _ procedures: String
  ) -> String {
    let indented = procedures.split(separator: "\n").map { "  \($0)\n" }.joined()
    return """
      scenario: papers
      \(run)
      attributes:
        firm: [\(firms)]
        load: weight
        tax: number
        slips: number
        items: number
        entered: duration
        refusal: [none, book, guarantee, blocked, credit]
        declares: [per shipment, monthly, quarterly]
        credit: [aeo, general, dishonest]
      stations:
        gate: {servers: 1}
      \(collections)
      arrivals:
        t: {\(arrivals), attributes: {load: 9 t}, procedure: visit}
      procedures:

      """ + indented
  }
}
