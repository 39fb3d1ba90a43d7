import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import EventSimulation
import Foundation
import ResultStore
import Testing

@testable import ScenarioFiles
@testable import Studies

/// A run with papers from its simulation to the results file and to a truck's story.
@Suite("Run with papers")
struct PaperRunTests {
  /// Two trucks share a list, a third has its own; goods go out on slips that are declared together.
  ///
  /// The list is made in 10 min, read in 5 min, its declaration inspected for 20 min. The trucks come
  /// at 2, 4 and 60 min; the third waits at no office, as its papers are ready when it comes.
  private static let text = """
    scenario: papers from end to end
    runs for: 3 h
    record every: 1 h
    attributes:
      firm: [acme]
      load: weight
      refusal: [none, book, guarantee, blocked, credit]
      list: {draft: [declared], declared: [approved], approved: []}
      declaration:
        draft: [submitted]
        submitted: [inspection ordered]
        inspection ordered: [released]
        released: []
    stations:
      gate: {servers: 1}
      document-office: {servers: 1}
    arrivals:
      t: {at: [2 min, 4 min], lot: 2, attributes: {load: 9 t}, procedure: visit}
    procedures:
      visit:
        - papers: open
          way: in
          as: first-line-in
          goods: load
        - {start: make list, for each: papers in}
        - {papers: arrive, way: in}
        - wait until: papers in = released or papers in = refused
        - {serve at: gate, for: 4 min}
        - {papers: pass, way: in}
      make list:
        - delay for: 10 min
        - set: {list: declared}
        - {serve at: document-office, for: 5 min}
        - {papers: approve, sets: refusal}
        - set: {list: approved}
        - papers: submit
        - set: {declaration: submitted}
        - set: {declaration: inspection ordered}
        - delay for: 20 min
        - set: {declaration: released}
        - papers: release
    """

  private static func plan() throws -> (plan: ClearancePlan, seed: UInt64) {
    let tree = try SourceTree.parse(text, file: "test.yaml")
    var problems = ProblemList(file: "test.yaml")
    let reader = ScenarioReader(tree: tree, folder: "", problems: problems)
    var scenario = reader.scenario
    problems = reader.problems
    scenario.papers = PapersPlan(
      firms: [FirmPlan(name: "acme", items: 0..<1)],
      items: [ItemPlan(name: "parts", centsPerTonne: 100_000, opening: [1_000, 0, 0])]
    )
    let compiler = ScenarioCompiler(scenario, folder: "", problems: problems)
    try compiler.problems.check()
    return (compiler.plan, compiler.scenario.seed)
  }

  private static func run(
    into sink: any RecordSink,
    _ plan: ClearancePlan
  ) async throws -> RunResults {
    let pipeline = ClearancePipeline(
      plan: plan,
      seed: 1,
      numbers: [1],
      workers: 1,
      recording: .steps,
      catalogue: MeasureCatalogue(plan: plan)
    )
    return try await pipeline.run(into: sink)
  }

  @Test("the second truck of a lot waited for the papers that the first had started")
  func story() async throws {
    let plan = try Self.plan().plan
    let sink = InMemoryRecordSink()
    _ = try await Self.run(into: sink, plan)
    var (second, first) = (RecordBatch(replication: 1), RecordBatch(replication: 1))
    for batch in sink.contents.batches {
      second.trucks += batch.trucks.filter { $0.number == 2 }
      second.passages += batch.passages.filter { $0.truck == 2 }
      second.steps += batch.steps.filter { $0.truck == 2 }
      second.consignments += batch.consignments
      first.transitions += batch.transitions.filter { $0.truck == 1 }
      first.companions += batch.companions.filter { $0.truck == 1 }
    }
    let waits = plan.names.steps.indices.filter { StepName(plan.names.steps[$0]).name == "wait" }
    #expect(!waits.isEmpty)
    let branch = PaperBranch(
      names: plan.names,
      rows: second,
      lots: first,
      end: .hours(3),
      waitSteps: Set(waits.map { UInt16($0) })
    )
    let papers = try #require(branch.papers)
    // Opened at 2 min; prepared until 12, read until 17, inspected until 37.
    #expect(papers.papersWait == .minutes(33))
    #expect(
      papers.parts == [
        .init(cause: .preparation, time: .minutes(8)), .init(cause: .office, time: .minutes(5)),
        .init(cause: .inspection, time: .minutes(20)),
      ]
    )
    // The first of the lot is before it at the gate.
    #expect(papers.lanesWait == .minutes(4))
    #expect(papers.branch == .papers)
    #expect(papers.lots.map(\.movement) == ["first-line-in"])
    #expect(papers.lots[0].state == "settled")
    #expect(papers.lots[0].row.goods.kilograms == 18_000)
  }

  @Test("rows of papers come into the results file, and the books close")
  func resultsFile() async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "kakou-\(UUID().uuidString)")
    defer {
      for end in ["", "-wal", "-shm", "-writer"] {
        try? FileManager.default.removeItem(atPath: path.path + end)
      }
    }
    let plan = try Self.plan().plan
    let catalogue = MeasureCatalogue(plan: plan)
    let store = try ResultStore.open(path: path.path)
    let writer = try store.beginRun(
      RunHeader(
        scenarioName: "papers",
        scenarioText: Self.text,
        seed: 1,
        options: "{}",
        version: "1",
        startedAt: "2024-03-01T08:00:00Z",
        recorded: .steps,
        confidence: 0.95,
        endsAt: .hours(3)
      ),
      names: plan.names,
      measureNames: catalogue.measures.map { ($0.name, $0.unit) }
    )
    let results = try await Self.run(into: writer, plan)
    let measures = results.estimates.records(confidence: 0.95)
    try writer.finish(state: .complete, endedAt: "2024-03-01T08:00:01Z", measures: measures)
    let balances = try store.balances(run: writer.run, replication: 1)
    #expect(balances.map(\.book) == [19_000])
    #expect(balances.map(\.entered) == [18_000])
    #expect(try store.names(run: writer.run) == plan.names)
    let rows = try store.rows(of: 2, flow: 0, replication: 1, run: writer.run)
    #expect(rows.consignments.map(\.truck) == [1])
    #expect(rows.consignments.map(\.trucksPassed) == [2])
    func value(_ name: String) -> Double? { measures.first { $0.name == "zone.\(name)" }?.estimate }
    #expect(value("declarations.count") == 1)
    #expect(value("book-closing.sum") == 19)
    #expect(value("book-opening.sum") == 1)
    #expect(value("refused-book.count") == 0)
  }
}
