import ClearanceRecords
import Foundation
import OutputAnalysis
import ResultStore
import ScenarioFiles
import Testing

@testable import Studies

/// Sweeps from their options to their effects.
@Suite struct SweepStudyTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "kakou-sweep-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func remove() { try? FileManager.default.removeItem(at: folder) }

  private func options(
    _ text: String,
    vary: [String],
    design: String? = nil,
    measures: [String],
    database: String = "s.sqlite"
  ) throws -> SweepOptions {
    let file = folder.appending(path: "s.yaml").path
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    var options = SweepOptions(scenario: file)
    options.vary = vary
    options.design = design
    options.measures = measures
    options.database = folder.appending(path: database).path
    return options
  }

  /// Five trucks at once, served in turn: their mean time to clearance is 2 a + a + b.
  ///
  /// They wait 0, 1 … 4 services at the first station, and never at the second, which is faster.
  private static let turn = """
    scenario: in turn
    runs until: empty
    replications: 2
    stations: {a: {servers: 1}, b: {servers: 1}}
    arrivals: {trucks: {at: [0 s, 0 s, 0 s, 0 s, 0 s], procedure: p}}
    procedures:
      p:
        - serve at: a
          for: 60 s
        - serve at: b
          for: 10 s
    """
  private static let clearance = "flow.trucks.clearance.mean"

  @Test func mainEffectsOfASumAreItsTerms() async throws {
    defer { remove() }
    let options = try options(
      Self.turn,
      vary: ["procedures.p[1].for=[10 s, 20 s, 50 s]", "procedures.p[0].for=60 s..180 s by 60 s"],
      measures: [Self.clearance]
    )
    let result = try await SweepStudy.run(options, version: "test")
    #expect(result.points.count == 9)
    #expect(result.points[1].values == ["10 s", "120 s"])
    #expect(
      result.points.map { $0.measures[0].estimate } == [
        190, 370, 550, 200, 380, 560, 230, 410, 590,
      ]
    )
    let effects = result.effects[0].factors
    #expect(effects.map(\.factor) == [1, 0])
    for (found, exact) in zip(effects, [[-180.0, 0, 180], [-50 / 3.0, -20 / 3.0, 70 / 3.0]]) {
      for (level, value) in zip(found.levels, exact) {
        #expect(try abs(#require(level.effect).estimate - value) < 1e-9)
      }
    }
    #expect(try abs(#require(effects[0].swing?.estimate) - 360) < 1e-9)
    #expect(try #require(effects[0].swing?.halfWidth) < 1e-9)
  }

  @Test func oneAtATimeAndTheHypercubeFindTheSame() async throws {
    defer { remove() }
    let vary = ["procedures.p[0].for=60 s..180 s", "procedures.p[1].for=10 s..30 s"]
    let single = try options(
      Self.turn,
      vary: vary,
      design: "one-at-a-time",
      measures: [Self.clearance]
    )
    let swings = try await SweepStudy.run(single, version: "test")
    #expect(swings.points.map { $0.measures[0].estimate } == [190, 190, 550, 190, 210])
    #expect(swings.effects[0].factors.map { $0.swing?.estimate } == [360, 20])

    var sampled = single
    sampled.design = "latin"
    sampled.points = 12
    let latin = try await SweepStudy.run(sampled, version: "test")
    let found = latin.effects[0].factors.compactMap { $0.swing?.estimate }
    // Values are written with a microsecond at most, and so are the times they lead to.
    #expect(found.count == 2 && abs(found[0] - 360) < 1e-4 && abs(found[1] - 20) < 1e-4)
    #expect(try abs(#require(latin.effects[0].explained) - 1) < 1e-9)
    for factor in 0..<2 {
      let strata = latin.points.compactMap { point in
        point.values[factor].map {
          LatinHypercube.stratum(of: latin.factors[factor].place(of: $0), among: 12)
        }
      }
      #expect(strata.sorted() == Array(0..<12))
    }
    sampled.designSeed = 2
    let other = try await SweepStudy.run(sampled, version: "test")
    #expect(other.points.map(\.values) != latin.points.map(\.values))
  }

  private static let queue = """
    scenario: a queue
    runs for: 220 h
    warm up: 20 h
    seed: 5
    replications: 10
    stations: {gate: {servers: 1}}
    arrivals: {trucks: {rate: 20 per h, procedure: p}}
    procedures:
      p:
        - serve at: gate
          for: exponential(1 min)
    """

  /// M/M/1: the mean wait is ρ S / (1 − ρ), with ρ = S / 3 min.
  @Test func serviceTimesOfASimpleQueueHaveTheirExactEffects() async throws {
    defer { remove() }
    var options = try options(
      Self.queue,
      vary: ["procedures.p[0].for=[exponential(30 s), exponential(60 s), exponential(90 s)]"],
      measures: ["gate.wait.mean"]
    )
    // Wide enough that a true program fails one time in a thousand; the seed is fixed.
    options.confidence = 0.999
    let result = try await SweepStudy.run(options, version: "test")
    let exact = [6.0, 30, 90]
    for (point, wait) in zip(result.points, exact) {
      let record = point.measures[0]
      let estimate = try #require(record.estimate)
      let halfWidth = try #require(record.halfWidth)
      #expect(abs(estimate - wait) <= halfWidth)
      #expect(halfWidth < 0.25 * wait)
    }
    let levels = result.effects[0].factors[0].levels
    for (level, wait) in zip(levels, exact) {
      let effect = try #require(level.effect)
      #expect(try abs(effect.estimate - (wait - 42)) <= #require(effect.halfWidth))
    }
    #expect(result.effects[0].factors[0].isVisible)
  }

  private static let small = queue.replacing("220 h", with: "6 h").replacing(
    "20 h\n",
    with: "1 h\n"
  )
  .replacing("replications: 10", with: "replications: 4")

  @Test func aPointThatIsThereIsNotRunAgain() async throws {
    defer { remove() }
    let first = try options(
      Self.small,
      vary: ["stations.gate.servers=1..2"],
      measures: ["gate.wait.mean"]
    )
    let before = try await SweepStudy.run(first, version: "test") { _ in "{}" }
    var second = first
    second.vary = ["stations.gate.servers=1..3"]
    second.workers = 2
    let after = try await SweepStudy.run(second, version: "test") { _ in "{}" }
    #expect(after.points.prefix(2).map(\.run) == before.points.map(\.run))
    #expect(after.points.prefix(2).map(\.measures) == before.points.map(\.measures))
    #expect(after.points.allSatisfy { $0.run != nil })

    // To look at something else that every run has makes no other run.
    var third = first
    third.measures = [Self.clearance, "gate.wait.p95"]
    let other = try await SweepStudy.run(third, version: "test")
    #expect(other.points.map(\.run) == before.points.map(\.run))
    #expect(other.points[0].measures.map(\.name) == third.measures)

    // One worker and an empty file give the same.
    var fresh = second
    fresh.workers = 1
    fresh.database = folder.appending(path: "t.sqlite").path
    let again = try await SweepStudy.run(fresh, version: "test")
    #expect(again.effects.map(\.factors) == after.effects.map(\.factors))
    #expect(again.points.map(\.fingerprint) == after.points.map(\.fingerprint))

    let experiments = try ResultStore.open(path: first.databasePath).experiments()
    #expect(experiments.map(\.kind) == ["sweep", "sweep", "sweep"])
    #expect(experiments.map(\.state) == [.complete, .complete, .complete])
    #expect(
      experiments[1].points.map(\.settings) == [
        ["stations.gate.servers=1"], ["stations.gate.servers=2"], ["stations.gate.servers=3"],
      ]
    )
    #expect(experiments[1].answer == "{}")
  }

  @Test func aStoppedSweepSaysSoAndGoesOn() async throws {
    defer { remove() }
    let options = try options(
      Self.small,
      vary: ["stations.gate.servers=1..6", "demand.factor=[0.5, 1.5]"],
      measures: ["gate.wait.mean", Self.clearance]
    )
    let (steps, continuation) = AsyncStream.makeStream(of: Int.self)
    let study = Task {
      try await SweepStudy.run(
        options,
        version: "test",
        progress: { finished, _ in continuation.yield(finished) }
      )
    }
    for await finished in steps where finished >= 6 {
      study.cancel()
      break
    }
    do {
      _ = try await study.value
      Issue.record("the sweep was not stopped")
    } catch let error as StudyError {
      guard case .sweep(.interrupted(let points, let all, _)) = error else { throw error }
      #expect(points < all && all == 12)
    }
    let kept = try ResultStore.open(path: options.databasePath).experiments()
    #expect(kept.map(\.state) == [.interrupted])
    let resumed = try await SweepStudy.run(options, version: "test")
    var fresh = options
    fresh.database = folder.appending(path: "t.sqlite").path
    let whole = try await SweepStudy.run(fresh, version: "test")
    #expect(resumed.effects.map(\.factors) == whole.effects.map(\.factors))
    #expect(resumed.points.map(\.measures) == whole.points.map(\.measures))
    #expect(resumed.experiment == 1)
  }

  @Test func everyRefusedValueIsNamedBeforeAnythingRuns() async throws {
    defer { remove() }
    let options = try options(
      Self.small,
      vary: ["stations.gate.servers=[0, 1, x]", "stations.gat.servers=1..2"],
      measures: []
    )
    await #expect {
      _ = try await SweepStudy.run(options, version: "test")
    } throws: { error in
      guard case .sweep(.refused(let values)) = error as? StudyError else { return false }
      return values.map(\.setting) == [
        "stations.gate.servers=0", "stations.gate.servers=x", "stations.gat.servers=1",
        "stations.gat.servers=2",
      ]
    }
    #expect(!FileManager.default.fileExists(atPath: options.databasePath))
  }

  @Test func optionsThatDoNotGoTogetherAreRefused() async throws {
    defer { remove() }
    let many = (1...4).map { "k\($0)=1..6" }
    let key = "stations.gate.servers=1..2"
    let cases: [(SweepFault, (inout SweepOptions) -> Void)] = [
      (.nothingToVary, { $0.vary = [] }),
      (.unknownDesign("lattin"), { $0.design = "lattin" }),
      (.twice(key: "stations.gate.servers"), { $0.vary = [key, key] }),
      (.onlyForLatin(option: "--points"), { $0.points = 10 }),
      (.assumptionsWith(.latin), { ($0.assumptions, $0.design) = (true, "latin") }),
      (.noAssumptions, { ($0.assumptions, $0.vary) = (true, []) }),
      (.tooFewReplications(found: 1), { $0.replications = 1 }),
      (.tooManyPoints(1_296, limit: 1_000), { $0.vary = many }),
      (.tooFewPoints(found: 2, least: 3), { ($0.design, $0.points) = ("latin", 2) }),
      (.vary("n=1", .oneValue("1")), { $0.vary = ["n=1"] }),
      (
        .several([.vary("n=1", .oneValue("1")), .vary("m=2..1", .empty(low: "2", high: "1"))]),
        { $0.vary = ["n=1", "m=2..1"] }
      ),
    ]
    for (fault, change) in cases {
      var options = try options(Self.small, vary: [key], measures: [])
      change(&options)
      await #expect(throws: StudyError.sweep(fault)) {
        try await SweepQuestion(options)
      }
    }
  }

  @Test func assumptionsAreThoseThatCheckLists() throws {
    let file = "scenarios/qinhuangdao-working-week.yaml"
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let loaded = try LoadedScenario.load(path: root.appending(path: file).path)
    let found = AssumptionFactors(loaded)
    let listed = try #require(loaded.customs).assumptions.map(\.key)
    #expect(found.factors.map(\.name) + found.left == listed)
    #expect(found.left == [])
    #expect(found.factors.allSatisfy { $0.levels.count == 2 })
  }
}
