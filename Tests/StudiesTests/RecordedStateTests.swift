import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import EventSimulation
import Foundation
import ScenarioFiles
import Testing

@testable import Studies

/// States that are taken from recorded runs, and runs that begin with a state.
@Suite struct RecordedStateTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func scenario(_ name: String) -> String {
    root.appending(path: "scenarios/\(name).yaml").path
  }

  /// A folder of its own that goes when the work is done.
  private func inFolder<Value>(_ work: (URL) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "state-\(UUID().uuidString)"
    )
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await work(folder)
  }

  /// A recorded state that is placed back has everywhere as many as the recorded run had then.
  @Test(arguments: [
    ("qinhuangdao-gates", "10:30", ["gate-in", "gate-out", "control-room", "yard", "outer-lot"]),
    (
      "qinhuangdao-working-week", "2024-03-04 10:02",
      ["main-in", "main-out", "control-room", "yard"]
    ),
  ])
  func placedBack(_ name: String, _ at: String, _ stations: [String]) async throws {
    try await inFolder { folder in
      var options = RunOptions(scenario: Self.scenario(name))
      // Enough demand that somebody is everywhere.
      options.overrides = ["demand.factor=6"]
      options.days = 1
      options.replications = 2
      options.recording = .passages
      options.database = folder.appending(path: "r.sqlite").path
      let loaded = try LoadedScenario.load(path: options.scenario)
      let minutes = try StateFile.instant(at, for: loaded).microseconds / 60_000_000
      options.measures = stations.flatMap { station in
        ["queue", "present"].map { "\(station).\($0).at-\(minutes)min" }
      }
      options.replication = 2
      options.replications = nil
      let recorded = try await RunStudy.run(options, version: "test")
      var future = options
      future.replication = nil
      future.measures = []
      future.state = try StateText.read(
        path: options.databasePath,
        StateSource(at: at, replication: 2),
        for: options
      )
      let preparation = try Preparation(future)
      let levels = Replication.levels(placing: preparation.loaded.plan, seed: 1)
      var sum = 0.0
      for (index, place) in preparation.loaded.plan.places.enumerated()
      where stations.contains(place.name) {
        let prefix = place.name
        let queue = recorded.measure("\(prefix).queue.at-\(minutes)min")?.estimate
        let present = recorded.measure("\(prefix).present.at-\(minutes)min")?.estimate
        #expect(queue == Double(levels[index].queue), "\(prefix) queue")
        #expect(present == Double(levels[index].present), "\(prefix) present")
        sum += present ?? 0
      }
      #expect(sum > 3)
    }
  }

  private static let small = """
    scenario: small
    runs for: 4 h
    replications: 12
    stations: {gate: {servers: 1}, yard: {servers: 2}}
    arrivals: {t: {rate: 25 per h, procedure: p}}
    procedures: {p: [{serve at: gate, for: exponential(2 min)}, {serve at: yard, for: exponential(4 min)}]}
    """
  private static let state = """
    state: now
    at: 90 min
    trucks:
      - {flow: t, at: gate, waiting: 6, in service: 1}
      - {flow: t, at: yard, in service: 2, since: 3 min}
    """

  /// The same bits for one worker and for eight; another state is another run, the same one resumes.
  @Test func workersAndRuns() async throws {
    try await inFolder { folder in
      let file = folder.appending(path: "small.yaml")
      try Data(Self.small.utf8).write(to: file)
      var options = RunOptions(scenario: file.path)
      options.database = folder.appending(path: "r.sqlite").path
      options.state = StateText(file: "state.yaml", text: Self.state)
      let one = try await RunStudy.run(options, version: "test")
      options.workers = 8
      options.database = folder.appending(path: "s.sqlite").path
      let eight = try await RunStudy.run(options, version: "test")
      #expect(one.fingerprint == eight.fingerprint)
      #expect(one.measures == eight.measures)
      let other = Self.state.replacing("waiting: 6", with: "waiting: 7")
      var changed = options
      changed.state = StateText(file: "state.yaml", text: other)
      #expect(options.canonicalText(files: nil) != changed.canonicalText(files: nil))
      #expect(
        RunOptions(canonicalText: options.canonicalText(files: nil))?.state?.text == Self.state
      )
      var without = options
      without.state = nil
      #expect(!without.canonicalText(files: nil).contains("state"))
    }
  }

  /// A state takes the place of the warm-up, however short the run is made.
  @Test func replacesWarmUp() async throws {
    try await inFolder { folder in
      let file = folder.appending(path: "small.yaml")
      let long = Self.small.replacing("runs for: 4 h", with: "runs for: 90 h\nwarm up: 30 h")
      try Data(long.utf8).write(to: file)
      var options = RunOptions(scenario: file.path)
      options.days = 1
      #expect(throws: StudyError.self) { try Preparation(options) }
      options.state = StateText(file: "state.yaml", text: Self.state)
      let preparation = try Preparation(options)
      #expect(preparation.loaded.scenario.warmUp == .minutes(90))
      #expect(preparation.loaded.plan.warmUp == .minutes(90))
    }
  }

  /// What the options of a results file get wrong.
  @Test func faults() async throws {
    try await inFolder { folder in
      let file = folder.appending(path: "small.yaml")
      try Data(Self.small.utf8).write(to: file)
      var options = RunOptions(scenario: file.path)
      options.replications = 1
      options.database = folder.appending(path: "r.sqlite").path
      _ = try await RunStudy.run(options, version: "test")
      let path = options.databasePath
      func fault(_ path: String, _ source: StateSource) -> StateStudyFault? {
        do {
          _ = try StateText.read(path: path, source, for: options)
        } catch {
          if case .state(let fault) = error { return fault }
        }
        return nil
      }
      #expect(fault(path, StateSource()) == .instantMissing(file: path))
      #expect(
        fault(file.path, StateSource(at: "1 h")) == .onlyOfResults(option: "--at", file: file.path)
      )
      #expect(fault(path, StateSource(at: "1 h", run: 9)) == .noSuchRun(9, runs: [1]))
      #expect(fault(path, StateSource(at: "1 h")) == .notRecorded(run: 1, level: .intervals))
      #expect(
        fault(path, StateSource(at: "noon")) == .instant(.state(.notAnInstant("noon")))
      )
      options.recording = .passages
      _ = try await RunStudy.run(options, version: "test")
      #expect(
        fault(path, StateSource(at: "1 h", replication: 2))
          == .noSuchReplication(2, run: 2, complete: [1])
      )
      #expect(fault(path, StateSource(at: "1 us")) == .nobodyThere(at: "1 us", run: 2))
      let text = try StateText.read(path: path, StateSource(at: "2 h"), for: options)
      #expect(text.text.contains("small.yaml") == false && text.text.contains("at: 7200 s"))
    }
  }
}
