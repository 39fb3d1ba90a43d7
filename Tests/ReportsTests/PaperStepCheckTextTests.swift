import ClearanceModel
import Testing

@testable import Reports
@testable import ScenarioFiles
@testable import Studies

/// Waits, announced trucks and steps about papers, read back.
@Suite struct PaperStepCheckTextTests {
  private static let scenario = """
    scenario: papers
    runs for: 1 d
    attributes:
      firm: [acme]
      load: weight
      tax: number
      since: duration
      refusal: [none, book, guarantee, blocked, credit]
      declares: [per shipment, monthly, quarterly]
    stations: {gate: {servers: 1}}
    arrivals: {t: {every: 1 h, procedure: p}}
    procedures:
      p:
        - {papers: open, way: in, as: enter-first, goods: load, lines: tax, status: bonded}
        - {start: q, for each: papers in}
        - clock: starts
        - {look up: firm, declares: declares}
        - wait until: queue at gate < 3 and papers in != preparing
        - wait until: trucks at gate of papers in = trucks of papers in or time of day >
              20:00
        - {papers: pass, way: in}
      q:
        - {papers: approve, sets: refusal}
        - {papers: late fee, since: since, sets: tax}
        - papers: release
        - choose: [{when: merged items of papers > 50 and own papers = released, do: []}]
        - {papers: apply, sets: tax}
        - wait until: application of papers = 2
        - papers: grant
    """

  private static func procedures(_ language: Language) throws -> String {
    let reader = ScenarioReader(
      tree: try SourceTree.parse(scenario, file: "papers.yaml"),
      folder: "",
      problems: ProblemList(file: "papers.yaml")
    )
    var scenario = reader.scenario
    scenario.papers = PapersPlan(
      firms: [FirmPlan(name: "acme", items: 0..<1)],
      items: [ItemPlan(name: "a", centsPerTonne: 1)]
    )
    let compiler = ScenarioCompiler(scenario, folder: "", problems: reader.problems)
    try compiler.problems.check()
    let result = CheckResult(
      scenario: compiler.scenario,
      plan: compiler.plan,
      loads: [],
      warnings: []
    )
    let lines = CheckText.text(result, language).split(separator: "\n")
    let first = try #require(lines.firstIndex { $0 == "  p" })
    return lines[(first + 1)...].prefix(19).joined(separator: "\n")
  }

  @Test func english() throws {
    #expect(
      try Self.procedures(.en) == """
            1. open the papers in for the goods of the truck, as enter-first: load, item lines: tax, status:
              bonded
            2. start q beside the truck for each consignment of the papers in, once for a lot
            3. the truck, announced until now, is here
            4. look up how the firm declares and is rated now: declares
            5. wait until queue at gate < 3 and the papers in ≠ preparing
            6. wait until trucks at the gate of the papers in = trucks of the papers in or time of day >
              20:00
            7. the papers in note that the truck has passed the gate
          q
            1. have the papers at hand approved, answer in refusal
            2. charge the fee for late declaration of the papers at hand, from since on, answer in tax
            3. release the declaration of the papers at hand
            4. one of these ways:
               if merged items of the papers at hand > 50 and the papers at hand = released: go on
               otherwise: go on
            5. file the application of the firm for batches, answer in tax
            6. wait until the firm's application for the papers at hand (0 none, 1 filed, 2 approved) = 2
            7. approve the application of the firm for batches
        """
    )
  }

  @Test func chinese() throws {
    let text = try Self.procedures(.zh)
    for words in ["等待，直到", "预告的车辆到达", "进区单证登记车辆过卡", "本票单证审批", "归并项数", "业务申报表"] {
      #expect(text.contains(words), "\(words): \(text)")
    }
  }
}
