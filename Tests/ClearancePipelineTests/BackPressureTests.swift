import ClearanceModel
import ClearanceRecords
import EventSimulation
import Foundation
import ScenarioFiles
import Synchronization
import Testing

@testable import ClearancePipeline

/// A sink that is slower than the simulation.
@Suite struct BackPressureTests {
  @Test func slowSink() async throws {
    let loaded = try LoadedScenario.fourLaneGate("runs for=60 h", "replications=4")
    let quick = TestSink()
    let expected = try await loaded.pipeline(workers: 4, recording: .steps).run(into: quick)
    let slow = TestSink { call in
      if case .write = call { Thread.sleep(forTimeInterval: 0.01) }
    }
    let start = ContinuousClock.now
    let results = try await loaded.pipeline(workers: 4, recording: .steps).run(into: slow)
    #expect(results.fingerprint == expected.fingerprint)
    #expect(bits(results.records) == bits(expected.records))
    #expect(slow.state.rows == quick.state.rows)
    #expect(slow.state.mostCalls == 1)
    #expect(slow.state.largestBatch <= RecordBatch.capacity)
    #expect(slow.state.batches > 40)
    // One call at a time: the run cannot be quicker than its sink.
    #expect(ContinuousClock.now - start >= .milliseconds(10 * slow.state.batches))
  }

  /// What could not be written is said at the end, also where nobody waited for it.
  @Test func failureIsKept() async throws {
    struct DiskIsFull: Error {}
    let sink = TestSink { call in
      if case .begin = call { throw DiskIsFull() }
    }
    let recorder = RunRecorder(sink: sink)
    try? await recorder.begin(replication: 1)
    await #expect(throws: DiskIsFull.self) { try await recorder.close() }
  }

  /// Handing over waits for the batch before: never is there more than one on its way.
  @Test func oneBatchInFlight() async throws {
    let loaded = try LoadedScenario.fourLaneGate("runs for=72 h")
    let written = Mutex(0)
    let sink = TestSink { call in
      Thread.sleep(forTimeInterval: 0.01)
      if case .write = call { written.withLock { $0 += 1 } }
    }
    let demand = DemandSource(plan: loaded.plan, seed: 1)
    var outlet = RowOutlet(recorder: RunRecorder(sink: sink), replication: 1)
    var replication = Replication(plan: loaded.plan, seed: 1, number: 1, recording: .steps)
    let batch = await demand.begin(replication: 1)
    var position = 0
    var handedOver = 0
    var mostOnTheWay = 0
    while case .rowsAreFull = replication.advance(through: batch, from: &position, atMost: .max) {
      try await outlet.handOver(&replication)
      handedOver += 1
      mostOnTheWay = max(mostOnTheWay, handedOver - written.withLock { $0 })
    }
    try await outlet.close(&replication)
    #expect(handedOver > 8)
    #expect(mostOnTheWay == 1)
    #expect(written.withLock { $0 } == handedOver + 1)
  }

  /// Short replications are committed together, the last ones when the run ends.
  @Test func commitsAreShared() async throws {
    let loaded = try LoadedScenario.fourLaneGate("replications=200")
    let sink = TestSink()
    let start = ContinuousClock.now
    _ = try await loaded.pipeline(workers: 2, recording: .summary).run(into: sink)
    let tenths = (ContinuousClock.now - start) / .milliseconds(100)
    let commits = sink.state.commits
    #expect(commits.last == 200)
    // One comes with a replication that ends, one while nobody waits for it, and the last.
    #expect(Double(commits.count) <= 2 * tenths + 3)
    #expect(zip(commits, commits.dropFirst()).allSatisfy { $0 < $1 })
  }

  /// What has finished is on disk a tenth of a second later, though nothing follows.
  @Test func aCommitIsNotLeftForLater() async throws {
    let sink = TestSink()
    let recorder = RunRecorder(sink: sink)
    try await recorder.begin(replication: 1)
    try await recorder.finish(
      ReplicationRecord(number: 1, events: 1, trucks: 1, fingerprint: Fingerprint(), values: [])
    )
    let start = ContinuousClock.now
    while sink.state.commits.isEmpty, ContinuousClock.now - start < .seconds(30) {
      try await Task.sleep(for: .milliseconds(10))
    }
    #expect(sink.state.commits == [1])
    try await recorder.close()
    #expect(sink.state.commits == [1])
  }

  #if os(Linux)
    /// Eight times the rows of the first run pass through, and the memory stays as it was.
    @Test func flatMemory() async {
      await #expect(processExitsWith: .success) {
        @Sendable func resident() -> Int {
          let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
          return (text?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4_096
        }
        let loaded = try LoadedScenario.fourLaneGate("runs for=100 h")
        let most = Mutex(0)
        let sink = TestSink { _ in
          let now = resident()
          most.withLock { $0 = max($0, now) }
        }
        _ = try await loaded.pipeline(numbers: [1, 2, 3], workers: 2, recording: .steps)
          .run(into: sink)
        let (before, batches) = (most.withLock { $0 }, sink.state.batches)
        _ = try await loaded.pipeline(numbers: Array(4...27), workers: 2, recording: .steps)
          .run(into: sink)
        let growth = most.withLock { $0 } - before
        #expect(before > 0)
        #expect(sink.state.batches > 8 * batches)
        // Measured: 2 to 4 MB, what an allocator keeps. The 650 batches of 48 KiB would add 31 MB.
        #expect(growth < 8_000_000)
      }
    }
  #endif
}
