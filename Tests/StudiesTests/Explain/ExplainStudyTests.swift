import ClearanceRecords
import EventSimulation
import Foundation
import ResultStore
import ScenarioFiles
import Testing

@testable import Studies

/// Stories of trucks in runs that are recorded on the way.
@Suite("Explain")
struct ExplainStudyTests {
  /// A folder of its own that goes with the test.
  private final class Folder {
    let url = FileManager.default.temporaryDirectory.appending(path: "kakou-\(UUID().uuidString)")
    init() throws {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(at: url) }
  }

  private let folder: Folder

  init() throws { folder = try Folder() }

  private var database: String { folder.url.appending(path: "r.sqlite").path }

  /// Three trucks at 0, 1 and 2 min; a gate that opens after 10 min and is held while the second
  /// step, at a desk, goes on.
  private static let scenario = """
    scenario: a held gate
    runs for: 2 h
    replications: 1
    stations:
      gate: {servers: [{from: 0 min, count: 0}, {from: 10 min, count: 1}]}
      desk: {servers: 1}
    arrivals:
      trucks: {at: [0 s, 1 min, 2 min], procedure: pass}
    procedures:
      pass:
        - seize: gate
        - serve at: desk
          for: empirical(times.csv, desk)
        - release: gate
        - mark: cleared
        - delay for: constant(1 min)
    """

  private func record(
    _ level: RecordingLevel,
    _ change: (inout RunOptions) -> Void = { _ in }
  ) async throws -> RunResult {
    let file = folder.url.appending(path: "held.yaml")
    try Self.scenario.write(to: file, atomically: true, encoding: .utf8)
    try "desk (min)\n5\n".write(
      to: folder.url.appending(path: "times.csv"),
      atomically: true,
      encoding: .utf8
    )
    var options = RunOptions(scenario: file.path)
    options.database = database
    options.recording = level
    change(&options)
    return try await RunStudy.run(options, version: "1")
  }

  private func explain(
    _ text: String,
    run: Int64? = nil,
    replication: Int? = nil
  ) async throws -> ExplainResult {
    let truck = try #require(TraceStudy.Truck(text))
    return try await ExplainStudy.explain(
      truck,
      in: database,
      run: run,
      replication: replication
    )
  }

  private func fault(
    _ text: String,
    run: Int64? = nil,
    replication: Int? = nil
  ) async throws -> StudyError? {
    await #expect(throws: StudyError.self) {
      _ = try await explain(text, run: run, replication: replication)
    }
  }

  @Test("the story is the same from recorded steps and from a second simulation")
  func bothSources() async throws {
    _ = try await record(.steps)
    _ = try await record(.summary)
    let recorded = try await explain("trucks#3", run: 1)
    let simulated = try await explain("trucks#3", run: 2)
    #expect(recorded.source == .recorded)
    #expect(simulated.source == .simulatedAgain)
    #expect(recorded.events == simulated.events)
    #expect(recorded.stay == simulated.stay)
    #expect(recorded.fingerprint == simulated.fingerprint)
    #expect(recorded.knowsOpeningHours && simulated.knowsOpeningHours)

    // Truck 3 comes at 2 min, waits until 20 min, is at the desk for 5 min, leaves at 26 min.
    let visits = recorded.events.compactMap { event in
      if case .visit(let visit) = event.what { visit } else { nil }
    }
    try #require(visits.map(\.place) == ["gate", "desk"])
    let gate = visits[0]
    #expect(gate.wait == .minutes(18))
    #expect(gate.waitingAhead == 2)
    #expect(gate.inServiceAhead == 0)
    #expect(gate.closures == [.init(from: .minutes(2), until: .minutes(10))])
    #expect(gate.holders.map(\.truck) == ["trucks#1", "trucks#2"])
    #expect(
      gate.holders[0].elsewhere == [.init(place: "desk", waited: .zero, served: .minutes(5))]
    )
    #expect(visits[1].wait == .zero)
    let ends = recorded.events.suffix(3).map(\.what)
    #expect(ends.first == .cleared)
    #expect(ends.last == .left(turnedAway: false))
    #expect(recorded.stay.leftAt == .minutes(26))
    #expect(recorded.waits.map(\.place) == ["gate"])
  }

  @Test("by default the last complete run and its first replication")
  func defaults() async throws {
    _ = try await record(.summary) { $0.replications = 2 }
    _ = try await record(.summary) {
      $0.replications = 4
      $0.replication = 3
    }
    let last = try await explain("trucks#1")
    #expect(last.run == 2)
    #expect(last.replication == 3)
    #expect(try await explain("trucks#1", run: 1).replication == 1)
    #expect(try await explain("trucks#1", run: 1, replication: 2).replication == 2)
  }

  @Test("options of the run are applied again")
  func options() async throws {
    _ = try await record(.summary) {
      $0.overrides = ["stations.gate.servers=3", "stations.desk.servers=3"]
      $0.seed = 7
      $0.days = 1
    }
    #expect(try await explain("trucks#3").waits.isEmpty)
  }

  @Test("what does not exist is said, with what there is")
  func faults() async throws {
    _ = try await record(.steps)
    #expect(
      try await fault("trucks#4")
        == .explain(.noSuchTruck("trucks#4", replication: 1, trucks: 3))
    )
    #expect(try await fault("truck#1") == .unknownFlow("truck", existing: ["trucks"]))
    #expect(try await fault("trucks#1", run: 5) == .explain(.noSuchRun(5, runs: [1])))
    #expect(
      try await fault("trucks#1", replication: 2)
        == .explain(.noSuchReplication(2, run: 1, complete: [1]))
    )
    _ = try await record(.summary)
    #expect(
      try await fault("trucks#4")
        == .explain(.noSuchTruck("trucks#4", replication: 1, trucks: 3))
    )
  }

  @Test("a data file that was changed since makes another course, which is not told")
  func otherCourse() async throws {
    _ = try await record(.summary)
    let times = folder.url.appending(path: "times.csv")
    try "desk (min)\n6\n".write(to: times, atomically: true, encoding: .utf8)
    guard case .explain(.otherCourse(1, let found, let recorded, "1")) = try await fault("trucks#1")
    else {
      Issue.record("another course was told")
      return
    }
    #expect(found != recorded)
  }

  @Test("without its data file recorded steps are told, but no second simulation is possible")
  func missingData() async throws {
    _ = try await record(.steps)
    _ = try await record(.summary)
    try FileManager.default.removeItem(at: folder.url.appending(path: "times.csv"))
    let story = try await explain("trucks#3", run: 1)
    #expect(!story.knowsOpeningHours)
    #expect(story.events.count > 4)
    guard case .scenario = try await fault("trucks#3", run: 2) else {
      Issue.record("the scenario was read without its data")
      return
    }
  }

  @Test("a file that is none, or is no results file")
  func files() async throws {
    #expect(try await fault("trucks#1") == .resultsFile(.fileMissing(path: resolved)))
    try Data("no database".utf8).write(to: URL(filePath: database))
    #expect(try await fault("trucks#1") == .resultsFile(.notADatabase(path: resolved)))
  }

  private var resolved: String {
    URL(fileURLWithPath: database).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
