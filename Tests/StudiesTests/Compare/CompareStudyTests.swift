import ClearanceModel
import Foundation
import ResultStore
import ScenarioFiles
import Testing

@testable import Studies

/// Small gates, compared from the file to the verdict.
@Suite struct CompareStudyTests {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "kakou-compare-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func remove() { try? FileManager.default.removeItem(at: folder) }

  private func write(_ name: String, _ changes: (String, String)...) throws -> String {
    var text = """
      scenario: a gate
      runs for: 10 h
      seed: 7
      replications: 12
      stations: {gate: {servers: 1}, yard: {servers: 3}}
      arrivals: {trucks: {rate: 20 per h, procedure: pass}}
      procedures:
        pass:
          - serve at: gate
            for: exponential(2 min)
          - serve at: yard
            for: exponential(3 min)
      """
    for (old, new) in changes {
      try #require(text.contains(old))
      text = text.replacing(old, with: new)
    }
    let path = folder.appending(path: "\(name).yaml").path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private func compare(
    _ scenario: String,
    _ change: (inout CompareOptions) -> Void
  ) async throws -> CompareResult {
    var options = CompareOptions(scenario: scenario)
    change(&options)
    return try await CompareStudy.compare(options, version: "test")
  }

  private func found(
    _ result: CompareResult,
    _ name: String,
    _ pair: (Int, Int) = (0, 1)
  ) throws
    -> CompareDifference
  {
    let measure = try #require(result.measures.first { $0.name == name })
    return try #require(measure.difference(pair.0, pair.1))
  }

  @Test func aSecondServerCutsTheWait() async throws {
    defer { remove() }
    let gate = try write("gate")
    let result = try await compare(gate) { $0.variants = ["stations.gate.servers=2"] }
    #expect(result.replications == 12 && result.isComplete)
    #expect(result.alternatives.map(\.label) == ["gate", "gate.servers=2"])
    #expect(result.alternatives[1].changes.map(\.path) == [["stations", "gate", "servers"]])
    let wait = try found(result, "gate.wait.mean")
    #expect(wait.verdict == .less && wait.pairs == 12)
    #expect((wait.varianceRatio ?? 0) > 1)
    let paired = try #require(wait.halfWidth)
    #expect(paired < (wait.independentHalfWidth ?? 0))
    // Exactly the values that the runs show one by one.
    let runner = ExperimentRunner(ExperimentOptions(), version: "test")
    let one = try await runner.replicate(DesignPoint(scenario: gate), to: 12)
    let mean = one.values("gate.wait.mean").compactMap(\.self).reduce(0, +) / 12
    #expect(abs(mean - wait.firstValue) < 1e-9)
    #expect(result.measures.map(\.name).contains("flow.trucks.clearance.mean"))
    let headline = try #require(result.headlines.first)
    #expect(result.measures[headline].name == "gate.wait.p95")
    #expect(result.measures[headline].unbeaten == [1])
  }

  /// D/D/1, whose waits are known truck by truck.
  ///
  /// With a truck every 4 min and a service of 6 min truck n waits 2 (n − 1) min, with one of 5 min
  /// n − 1. Of 20 trucks the means are 19 and 9.5 min, and every replication says so.
  @Test func knownPair() async throws {
    defer { remove() }
    let gate = try write(
      "exact",
      ("rate: 20 per h,", "every: constant(4 min), at most: 20,"),
      ("runs for: 10 h", "runs until: empty"),
      ("exponential(2 min)", "constant(6 min)")
    )
    let faster = try write(
      "faster",
      ("rate: 20 per h,", "every: constant(4 min), at most: 20,"),
      ("runs for: 10 h", "runs until: empty"),
      ("exponential(2 min)", "constant(5 min)")
    )
    let result = try await compare(gate) {
      $0.alternatives = [faster]
      $0.measures = ["gate.wait.mean"]
      $0.replications = 2
    }
    let wait = try found(result, "gate.wait.mean")
    #expect(abs(wait.firstValue - 19 * 60) < 1e-6 && abs(wait.secondValue - 9.5 * 60) < 1e-6)
    #expect(wait.halfWidth == 0 && wait.verdict == .less && wait.relative == -0.5)
    #expect(result.headlines == [0])
  }

  /// The theory of a coupled pair: with the same draws a service of 1.2 times the length takes 1.2
  /// times as long for each truck, so that the relative difference is 20 % without any doubt.
  @Test func coupledServiceTimes() async throws {
    defer { remove() }
    let result = try await compare(try write("gate", ("exponential(2 min)", "exponential(1 min)")))
    {
      $0.variants = ["slow: procedures.pass[0].for=exponential(72 s)"]
      $0.measures = ["gate.service.mean"]
    }
    let service = try found(result, "gate.service.mean")
    // A truck in service at the end may count on one side only: of 200 some 0.1 %.
    #expect(abs((service.relative ?? 0) - 0.2) < 0.002)
    #expect((service.relativeHalfWidth ?? 1) < 0.003)
    // Var(1.2 X) + Var(X) over Var(0.2 X) is 61 where the trucks are the same.
    #expect((40...75).contains(service.varianceRatio ?? 0))
  }

  @Test func theSameRunIsTheSame() async throws {
    defer { remove() }
    let result = try await compare(try write("gate")) { $0.variants = ["stations.gate.servers=1"] }
    #expect(result.alternatives[0].fingerprint == result.alternatives[1].fingerprint)
    #expect(result.measures.allSatisfy { $0.isIdentical })
    #expect(result.alternatives[1].changes.isEmpty)
  }

  @Test func whatCannotBeComparedIsListed() async throws {
    defer { remove() }
    let other = try write("other", ("trucks:", "vans:"), ("yard", "shed"), ("10 h", "11 h"))
    let result = try await compare(try write("gate")) {
      $0.alternatives = [other]
      $0.replications = 3
    }
    #expect(result.measures.map(\.name) == ["gate.wait.mean", "gate.wait.p95"])
    #expect(
      result.incomparable.map { "\($0.name) \($0.alternatives)" } == [
        "flow.trucks.clearance.mean [0]", "yard.wait.mean [0]", "yard.wait.p95 [0]",
        "flow.vans.clearance.mean [1]", "shed.wait.mean [1]", "shed.wait.p95 [1]",
      ]
    )
    #expect(
      result.warnings == [
        .otherFlows(["trucks", "vans"], alternative: "other"), .otherLength(alternative: "other"),
      ]
    )
  }

  /// Three alternatives, any number of workers, any order: the same figures for the same pair.
  @Test func answersDoNotDependOnWorkers() async throws {
    defer { remove() }
    let gate = try write("gate")
    func run(_ workers: Int) async throws -> [[CompareDifference]] {
      try await compare(gate) {
        $0.variants = ["stations.gate.servers=2", "stations.yard.servers=2"]
        $0.workers = workers
        $0.replications = 20
      }.measures.map(\.differences)
    }
    let one = try await run(1)
    #expect(one.allSatisfy { $0.count == 3 })
    #expect(abs(one[0][0].confidence - (1 - 0.05 / 3)) < 1e-12)
    #expect(try await run(3) == one)
  }

  /// Few trucks: the 95th percentile is that of all replications together.
  @Test func pooledQuantiles() async throws {
    defer { remove() }
    let gate = try write("gate", ("runs for: 10 h", "runs for: 2 h"))
    let database = folder.appending(path: "r.sqlite").path
    func run() async throws -> CompareResult {
      try await compare(gate) {
        $0.variants = ["stations.gate.servers=2"]
        $0.measures = ["gate.wait.p95"]
        $0.replications = 20
        $0.database = database
      }
    }
    let first = try await run()
    #expect(first.measures[0].isPooled)
    let wait = try found(first, "gate.wait.p95")
    #expect(wait.difference < 0 && wait.halfWidth != nil && wait.varianceRatio != nil)
    let again = try await run()
    #expect(again.measures[0].differences == first.measures[0].differences)
    #expect(again.alternatives.map(\.run) == first.alternatives.map(\.run))
  }

  @Test func isRecordedAsAnExperiment() async throws {
    defer { remove() }
    let database = folder.appending(path: "r.sqlite").path
    let gate = try write("gate")
    let result = try await compare(gate) {
      $0.variants = ["stations.gate.servers=2"]
      $0.replications = 4
      $0.database = database
    }
    #expect(result.experiment == 1)
    #expect(result.alternatives.map(\.run) == [1, 2])
  }

  /// Replications are added until the half-widths are as small as wanted, never beyond need.
  @Test func precisionDecides() async throws {
    defer { remove() }
    let gate = try write("gate", ("exponential(2 min)", "exponential(1 min)"))
    let result = try await compare(gate) {
      $0.variants = ["stations.gate.servers=2"]
      $0.measures = ["gate.wait.mean"]
      $0.precision = 0.06
    }
    let precision = try #require(result.precision)
    #expect(precision.isReached && (precision.reached ?? 1) <= 0.06)
    #expect(result.replications > 10 && result.replications < 200)
    #expect(result.asked == nil)
  }

  @Test func wrongQuestions() async throws {
    defer { remove() }
    let gate = try write("gate")
    let other = try write("other", ("yard", "shed"))
    await #expect(throws: StudyError.compare(.noAlternative)) { try await compare(gate) { _ in } }
    await #expect(throws: StudyError.compare(.oneReplication)) {
      try await compare(gate) {
        $0.variants = ["stations.gate.servers=2"]
        $0.replications = 1
      }
    }
    let unknown = await #expect(throws: StudyError.self) {
      try await compare(gate) {
        $0.alternatives = [other]
        $0.measures = ["gate.wait.mean", "yard.wait.mean"]
      }
    }
    guard case .compare(.unknownMeasures(let names, let known, let label)) = unknown else {
      Issue.record("\(String(describing: unknown))")
      return
    }
    #expect(names == ["yard.wait.mean"] && label == "other" && known.contains("shed.wait.mean"))
    let missing = await #expect(throws: StudyError.self) {
      try await compare(gate) { $0.alternatives = ["\(gate).no"] }
    }
    guard case .scenario(let problems) = missing else {
      Issue.record("\(String(describing: missing))")
      return
    }
    #expect(problems.isUnreadable)
  }
}
