import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import EventSimulation
import Foundation
import ScenarioFiles
import Synchronization
import Testing

/// Runs that do not come to their end.
@Suite struct InterruptionTests {
  /// Something that a sink does when its time has come.
  private final class Trigger: Sendable {
    private let action = Mutex<(@Sendable () -> Void)?>(nil)

    func set(_ body: @escaping @Sendable () -> Void) { action.withLock { $0 = body } }
    func pull() { action.withLock { $0 }?() }
  }

  /// What was complete is kept and said; nothing is written after the run has returned.
  @Test(arguments: [1, 3], [RecordingLevel.summary, .steps])
  func cancellation(_ workers: Int, _ recording: RecordingLevel) async throws {
    let loaded = try LoadedScenario.fourLaneGate("replications=200")
    let full = TestSink()
    _ = try await loaded.pipeline(numbers: Array(1...12), workers: 2, recording: .summary)
      .run(into: full)
    let trigger = Trigger()
    let sink = TestSink { call in
      if recording == .steps, case .write = call { Thread.sleep(forTimeInterval: 0.005) }
    }
    let run = Task {
      try await loaded.pipeline(workers: workers, recording: recording).run(into: sink) {
        finished in
        if finished == 3 { trigger.pull() }
      }
    }
    trigger.set { run.cancel() }
    let results = try await run.value
    let state = sink.state
    #expect(results.finished.count >= 3)
    // Others may end while the cancellation is on its way, but not many.
    #expect(results.finished.count < 3 + 4 * workers)
    #expect(results.finished == results.finished.sorted())
    #expect(state.records.map(\.number).sorted() == results.finished)
    #expect(Set(state.begun).isSuperset(of: results.finished))
    for record in state.records {
      let expected = full.state.records.first { $0.number == record.number }
      #expect(expected == nil || record.fingerprint == expected?.fingerprint)
    }
    #expect(results.estimates.records(confidence: 0.95)[0].replications == results.finished.count)
    try await Task.sleep(for: .milliseconds(60))
    #expect(sink.state.batches == state.batches)
    #expect(sink.state.records.count == state.records.count)
  }

  /// A long replication stops in its middle.
  @Test func cancellationWithinAReplication() async throws {
    let loaded = try LoadedScenario.fourLaneGate("runs for=200000 h", "replications=2")
    let run = Task {
      try await loaded.pipeline(workers: 2, recording: .summary).run(into: TestSink())
    }
    try await Task.sleep(for: .milliseconds(100))
    let start = ContinuousClock.now
    run.cancel()
    let results = try await run.value
    #expect(results.finished.isEmpty)
    #expect(results.fingerprint == Fingerprint())
    // A turn takes 20 ms optimised and some seconds in debug on a busy machine.
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test func cancelledBeforeTheStart() async throws {
    let loaded = try LoadedScenario.fourLaneGate()
    let sink = TestSink()
    let run = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await loaded.pipeline(workers: 2).run(into: sink)
    }
    #expect(try await run.value.finished.isEmpty)
    #expect(sink.state.begun.isEmpty)
  }

  struct SinkError: Error, Equatable {
    let number: Int
  }

  /// The sink's error ends the run, whichever call it comes from.
  @Test(arguments: [TestSink.Call.begin(4), .write(4), .finish(4)], [1, 4])
  func failingSink(_ failing: TestSink.Call, _ workers: Int) async throws {
    let loaded = try LoadedScenario.fourLaneGate("replications=100")
    let sink = TestSink { call in
      if call == failing { throw SinkError(number: 4) }
    }
    await #expect(throws: SinkError(number: 4)) {
      try await loaded.pipeline(workers: workers, recording: .passages).run(into: sink)
    }
    let state = sink.state
    #expect(!state.records.map(\.number).contains(4))
    #expect(state.begun.count < 100)
    try await Task.sleep(for: .milliseconds(60))
    #expect(sink.state.batches == state.batches)
  }

  /// So does an error of a commit, whether it comes at the end or while nobody waits for it.
  @Test(arguments: [1, 400])
  func failingCommit(replications: Int) async throws {
    let loaded = try LoadedScenario.fourLaneGate("replications=\(replications)")
    let sink = TestSink { call in
      if call == .commit { throw SinkError(number: 0) }
    }
    await #expect(throws: SinkError(number: 0)) {
      try await loaded.pipeline(workers: 2, recording: .intervals).run(into: sink)
    }
    #expect(sink.state.commits.isEmpty)
  }
}
