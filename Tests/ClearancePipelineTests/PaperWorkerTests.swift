import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import EventSimulation
import Testing

@testable import ScenarioFiles

/// Papers and those who wait for them do not depend on who does the work.
@Suite struct PaperWorkerTests {
  private static let text = """
    scenario: papers
    runs for: 3 d
    warm up: 6 h
    replications: 9
    attributes:
      firm: [acme, best]
      load: weight
    stations:
      gate: {servers: 1}
    arrivals:
      t:
        rate: 6 per h
        lot: 2
        attributes: {firm: {acme: 40%, best: 60%}}
        procedure: visit
    procedures:
      visit:
        - set: {load: "uniform(1 t, 20 t)"}
          drawn: per lot
        - {papers: open, way: out, as: second-line-out, goods: load}
        - {start: list, for each: papers out}
        - delay for: exponential(30 min)
        - clock: starts
        - {papers: arrive, way: out}
        - wait until: papers out = released or papers out = refused
        - wait until: trucks at gate of papers out = trucks of papers out and queue at gate < 3
        - serve at: gate
          for: exponential(1 min)
        - {papers: pass, way: out}
      list:
        - delay for: exponential(1 h)
        - papers: approve
        - papers: submit
        - papers: assess
        - wait until: time of day >= 08:00 and time of day < 20:00
        - papers: pay
        - papers: release
    """

  @Test func sameBits() async throws {
    let reader = ScenarioReader(
      tree: try SourceTree.parse(Self.text, file: "test.yaml"),
      folder: "",
      problems: ProblemList(file: "test.yaml")
    )
    var scenario = reader.scenario
    scenario.papers = PapersPlan(
      firms: ["acme", "best"].enumerated().map { FirmPlan(name: $1, items: $0 * 3..<$0 * 3 + 3) },
      items: (0..<6).map {
        ItemPlan(name: "item \($0)", centsPerTonne: 90_000, opening: [900_000, 0, 0])
      }
    )
    let compiler = ScenarioCompiler(scenario, folder: "", problems: reader.problems)
    try compiler.problems.check()
    let loaded = LoadedScenario(
      file: "test.yaml",
      text: Self.text,
      scenario: compiler.scenario,
      plan: compiler.plan
    )
    let one = try await loaded.pipeline(workers: 1).run(into: TestSink())
    let many = try await loaded.pipeline(workers: 8).run(into: TestSink())
    #expect(many.fingerprint == one.fingerprint)
    #expect(bits(many.records) == bits(one.records))
    #expect(one.events > 9 * 1_000)
    let consignments = try await [1, 8].asyncMap { workers in
      let sink = InMemoryRecordSink()
      _ = try await loaded.pipeline(workers: workers, recording: .passages).run(into: sink)
      return sink.contents.batches.filter { $0.replication == 3 }.flatMap(\.consignments)
    }
    #expect(consignments[0] == consignments[1])
    #expect(consignments[0].count > 100)
  }
}

extension [Int] {
  fileprivate func asyncMap<Result>(
    _ body: (Int) async throws -> Result
  ) async rethrows -> [Result] {
    var results: [Result] = []
    for element in self { results.append(try await body(element)) }
    return results
  }
}
