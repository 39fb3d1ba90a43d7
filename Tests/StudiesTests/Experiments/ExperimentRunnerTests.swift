import ClearanceRecords
import Foundation
import ResultStore
import Testing

@testable import Studies

/// Design points are simulated once, and show the same whatever happened before.
@Suite struct ExperimentRunnerTests {
  let folder: URL
  let scenario: String
  let database: String

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "kakou-runner-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    scenario = folder.appending(path: "gate.yaml").path
    database = folder.appending(path: "gate.sqlite").path
    let text = """
      scenario: a gate
      runs for: 4 h
      seed: 7
      replications: 5
      stations: {gate: {servers: 1}}
      arrivals: {trucks: {rate: 20 per h, procedure: pass}}
      procedures:
        pass:
          - serve at: gate
            for: exponential(2 min)
      """
    try text.write(toFile: scenario, atomically: true, encoding: .utf8)
  }

  private func runner(
    _ database: String? = nil,
    measures: [String] = ["gate.wait.mean"],
    workers: Int = 1,
    needsDistributions: Bool = false
  ) -> ExperimentRunner {
    var options = ExperimentOptions()
    options.measures = measures
    options.workers = workers
    options.database = database
    options.needsDistributions = needsDistributions
    return ExperimentRunner(options, version: "test")
  }

  private func point(_ servers: Int) -> DesignPoint {
    DesignPoint(scenario: scenario, overrides: ["stations.gate.servers=\(servers)"])
  }

  private func remove() { try? FileManager.default.removeItem(at: folder) }

  @Test func moreReplicationsAddToThoseThatAreThere() async throws {
    defer { remove() }
    let stepwise = runner(workers: 2)
    _ = try await stepwise.replicate(point(1), to: 3)
    let grown = try await stepwise.replicate(point(1), to: 8)
    let once = try await runner().replicate(point(1), to: 8)
    #expect(grown.values("gate.wait.mean") == once.values("gate.wait.mean"))
    #expect(grown.fingerprint == once.fingerprint)
    #expect(
      grown.estimate("gate.wait.mean", confidence: 0.9)
        == once.estimate("gate.wait.mean", confidence: 0.9)
    )
  }

  @Test func aStoredPointIsReadAndNotRunAgain() async throws {
    defer { remove() }
    let first = runner(database)
    try await first.begin("compare", base: point(1), question: "{}")
    let before = try await first.replicate(point(1), to: 6)
    try await first.finish(answer: "{}")

    let second = runner(database)
    let prefix = try await second.replicate(point(1), to: 4)
    let all = try await second.replicate(point(1), to: 6)
    #expect(all.values("gate.wait.mean") == before.values("gate.wait.mean"))
    #expect(all.fingerprint == before.fingerprint)
    #expect(prefix.values("gate.wait.mean") == Array(before.values("gate.wait.mean").prefix(4)))
    #expect(
      prefix.estimate("gate.wait.mean", confidence: 0.95)
        == (try await runner().replicate(point(1), to: 4)).estimate(
          "gate.wait.mean",
          confidence: 0.95
        )
    )
    try await second.flush()
    let store = try ResultStore.openExisting(path: database)
    #expect(try store.runs().map(\.replications) == [6])
  }

  @Test func aPointOfTheFileGrowsInItsRun() async throws {
    defer { remove() }
    let first = runner(database)
    _ = try await first.replicate(point(2), to: 3)
    try await first.flush()
    let second = runner(database)
    let grown = try await second.replicate(point(2), to: 7)
    try await second.flush()
    let store = try ResultStore.openExisting(path: database)
    let runs = try store.runs()
    #expect(runs.map(\.replications) == [7])
    #expect(runs.map(\.state) == [.complete])
    let stored = try store.measures(run: 1).first { $0.name == "gate.wait.mean" }
    #expect(stored == grown.estimate("gate.wait.mean", confidence: 0.95))
  }

  /// The 95th percentile of a replication with some 80 trucks needs those of the others.
  @Test func aPooledQuantileIsTheSameReadOrSimulated() async throws {
    defer { remove() }
    let name = "gate.wait.p95"
    let first = runner(database, measures: [name])
    let simulated = try await first.replicate(point(1), to: 6)
    try await first.flush()
    #expect(simulated.isPooled(name))
    let read = try await runner(database, measures: [name]).replicate(point(1), to: 6)
    #expect(read.estimate(name, confidence: 0.95) == simulated.estimate(name, confidence: 0.95))
    let again = runner(database, measures: [name], needsDistributions: true)
    let pooled = try await again.replicate(point(1), to: 6)
    #expect(pooled.sketches(name).count == 6)
    let fewer = try await again.replicate(point(1), to: 4)
    let fresh = try await runner(measures: [name]).replicate(point(1), to: 4)
    #expect(fewer.estimate(name, confidence: 0.9) == fresh.estimate(name, confidence: 0.9))
  }

  @Test func anExperimentNamesItsPointsAndKeepsItsAnswer() async throws {
    defer { remove() }
    for _ in 0..<2 {
      let runner = runner(database)
      try await runner.begin("compare", base: point(1), question: "{\"a\":1}")
      _ = try await runner.replicate(point(1), to: 2)
      _ = try await runner.replicate(point(2), to: 2)
      try await runner.finish(answer: "{\"best\":2}")
      #expect(await runner.experiment == 1)
    }
    let store = try ResultStore.openExisting(path: database)
    #expect(try store.runs().count == 2)
    let experiments = try store.experiments()
    #expect(experiments.map(\.answer) == ["{\"best\":2}"])
    #expect(experiments.map(\.state) == [.complete])
    #expect(experiments.first?.points.map(\.run) == [1, 2])
    #expect(experiments.first?.points.last?.settings == ["stations.gate.servers=2"])
  }

  @Test func changedTablesMakeAnotherRun() async throws {
    defer { remove() }
    let table = folder.appending(path: "times.csv").path
    let settings = ["arrivals.trucks={from: times.csv, procedure: pass}"]
    let point = DesignPoint(scenario: scenario, overrides: settings)
    var counts: [Double?] = []
    for times in ["1\n2\n3\n", "1\n2\n3\n4\n"] {
      try ("time (min)\n" + times).write(toFile: table, atomically: true, encoding: .utf8)
      let runner = runner(database, measures: ["gate.arrivals.count"])
      counts += try await runner.replicate(point, to: 1).values("gate.arrivals.count")
      try await runner.flush()
    }
    #expect(counts == [3, 4])
  }

  @Test func anUnknownMeasureIsRefused() async throws {
    defer { remove() }
    let runner = runner(measures: ["gate.wait.maen"])
    await #expect(throws: StudyError.self) { try await runner.prepare(point(1)) }
  }
}
