import Foundation
import OutputAnalysis
import ScenarioFiles
import Testing

@testable import Studies

/// The best of several designs of a small scenario whose order is known.
@Suite("Selection study") struct SelectionStudyTests {
  /// Runs a test beside the file of a gate that is busy: twelve hours, 80 % load.
  private func withGate(_ work: (SelectionOptions, URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "kakou-selection-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "gate.yaml")
    let text = """
      scenario: a gate
      runs for: 12 h
      seed: 7
      replications: 5
      stations: {gate: {servers: 1}}
      arrivals: {trucks: {rate: 24 per h, procedure: pass}}
      procedures:
        pass:
          - serve at: gate
            for: exponential(2 min)
      """
    try text.write(to: file, atomically: true, encoding: .utf8)
    var run = RunOptions(scenario: file.path)
    run.database = folder.appending(path: "gate.sqlite").path
    run.workers = 2
    try await work(
      SelectionOptions(run, minimise: "gate.wait.sd"),
      folder
    )
  }

  @Test("the order of service with the least scatter of waits is the one that they came in")
  func orders() async throws {
    try await withGate { base, _ in
      var options = base
      options.choices = ["stations.gate.queue=[lifo, random, fifo]"]
      options.indifference = "1 min"
      let result = try await SelectionStudy.select(options, version: "test")
      #expect(result.isDecided)
      #expect(
        result.designs[result.best].settings.map(\.assignment) == ["stations.gate.queue=fifo"]
      )
      #expect(result.designs[result.best].droppedBy == nil)
      #expect(result.designs[0].droppedBy != nil && result.designs[1].droppedBy != nil)
      #expect(result.survivors == [2])
      #expect(result.unit == "s" && result.scenario == "a gate" && result.seed == 7)
      #expect(result.designs.allSatisfy { $0.replications >= 10 })
      #expect(result.method == .sequential(confidence: 0.95, indifference: 60))
      #expect(result.record?.experiment == 1)
      // Again, from the results file, with another number of workers: the same.
      var again = options
      again.run.workers = 1
      let second = try await SelectionStudy.select(again, version: "test")
      #expect(second.designs.map(\.interval) == result.designs.map(\.interval))
      #expect(second.designs.map(\.replications) == result.designs.map(\.replications))
    }
  }

  @Test("the most is found as well as the least")
  func largest() async throws {
    try await withGate { base, _ in
      var options = base
      options.choices = ["stations.gate.servers=1..3"]
      options.indifference = "5%"
      options.measure = "gate.wait.share-within-5min"
      options.goal = .largest
      let result = try await SelectionStudy.select(options, version: "test")
      #expect(result.designs[0].droppedBy != nil)
      #expect(result.best > 0)
      #expect(result.unit.isEmpty)
      guard case .sequential(_, let zone) = result.method else { return }
      #expect(zone == 0.05)
    }
  }

  @Test("a ceiling that is too low leaves it open, and says how much would do")
  func undecided() async throws {
    try await withGate { base, _ in
      var options = base
      options.choices = ["stations.gate.queue=[lifo, random, fifo]"]
      options.measure = "gate.wait.mean"
      options.indifference = "1 s"
      options.run.replications = 12
      let result = try await SelectionStudy.select(options, version: "test")
      #expect(!result.isDecided)
      #expect(result.survivors.count > 1)
      #expect(result.needed ?? 0 > 12)
      #expect(result.designs.allSatisfy { $0.replications <= 12 })
      #expect(result.survivors.contains(result.best))
    }
  }

  @Test("a budget is spent to the last replication, most on those that are close")
  func budget() async throws {
    try await withGate { base, _ in
      var options = base
      options.choices = ["stations.gate.servers=1..3"]
      options.measure = "gate.sojourn.mean"
      options.budget = 61
      let result = try await SelectionStudy.select(options, version: "test")
      #expect(result.replications == 61)
      #expect(result.best > 0)
      // One server is far worse than two or three.
      #expect(result.designs[0].replications < result.designs[1].replications)
      guard case .budget(61, let probability, 0) = result.method else {
        Issue.record("\(result.method)")
        return
      }
      #expect(0.5...1 ~= probability)
      options.budget = 14
      await #expect(
        throws: StudyError.selection(.budgetTooSmall(found: 14, designs: 3, least: 15))
      ) { try await SelectionStudy.select(options, version: "test") }
    }
  }

  @Test("what cannot be asked is refused before anything runs")
  func refusals() async throws {
    try await withGate { base, folder in
      func refusal(_ change: (inout SelectionOptions) -> Void) async -> StudyError? {
        var options = base
        options.choices = ["stations.gate.servers=1..3"]
        options.indifference = "1 min"
        change(&options)
        do {
          _ = try await SelectionStudy.select(options, version: "test")
          return nil
        } catch {
          return error as? StudyError
        }
      }
      #expect(await refusal { $0.indifference = nil } == .selection(.noIndifference))
      #expect(
        await refusal { $0.indifference = "0 s" } == .selection(.indifferenceNotPositive("0 s"))
      )
      let unit = await refusal { $0.indifference = "100" }
      guard case .selection(.indifference("100", "gate.wait.sd", "s", _)) = unit else {
        Issue.record("\(String(describing: unit))")
        return
      }
      #expect(
        await refusal { $0.confidence = 0.3 }
          == .selection(.confidenceTooLow(confidence: 0.3, designs: 3))
      )
      let unknown = await refusal { $0.measure = "gat.wait.mean" }
      guard case .unknownMeasures(["gat.wait.mean"], _) = unknown else {
        Issue.record("\(String(describing: unknown))")
        return
      }
      // The lever that is refused is named, not the one beside it.
      let refused = await refusal {
        $0.choices = ["stations.gate.servers=1..2", "stations.gate.queue=[fifo, lofi]"]
      }
      guard
        case .selection(
          .choice("stations.gate.queue=[fifo, lofi]", .refused(value: "lofi", _))
        ) = refused
      else {
        Issue.record("\(String(describing: refused))")
        return
      }
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(files == ["gate.yaml"])
    }
  }

  @Test("a measure without a value is named with its design")
  func noValue() async throws {
    try await withGate { base, _ in
      var options = base
      options.choices = ["arrivals.trucks.rate=[1 per d, 24 per h]"]
      options.measure = "gate.wait.mean"
      options.indifference = "1 min"
      let error = await #expect(throws: StudyError.self) {
        try await SelectionStudy.select(options, version: "test")
      }
      guard case .selection(.noValue(_, let settings, let replication)) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(settings == ["arrivals.trucks.rate=1 per d"] && replication > 0)
    }
  }
}
