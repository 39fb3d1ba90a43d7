import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import EventSimulation
import ScenarioFiles
import Synchronization
import Testing

/// The outcome does not depend on who does the work.
@Suite struct WorkerTests {
  @Test func sameBitsForAnyNumberOfWorkers() async throws {
    let loaded = try LoadedScenario.fourLaneGate("replications=9")
    let one = try await loaded.pipeline(workers: 1).run(into: TestSink())
    #expect(one.finished == Array(1...9))
    #expect(one.events > 9 * 20 * 50 * 3)
    for workers in [2, 8] {
      let sink = TestSink()
      let many = try await loaded.pipeline(workers: workers).run(into: sink)
      #expect(many.fingerprint == one.fingerprint)
      #expect(bits(many.records) == bits(one.records))
      #expect(many.finished == one.finished)
      #expect(many.events == one.events)
      #expect(many.trucks == one.trucks)
      #expect(many.inside == one.inside)
      #expect(sink.state.mostCalls == 1)
      #expect(sink.state.begun.sorted() == one.finished)
    }
  }

  /// Rows of one replication come in order, between its beginning and its end.
  @Test func rowsComeInOrder() async throws {
    let loaded = try LoadedScenario.fourLaneGate("runs for=72 h", "replications=4")
    var contents: [[StepRow]] = []
    for workers in [1, 4] {
      let sink = InMemoryRecordSink()
      _ = try await loaded.pipeline(workers: workers, recording: .steps).run(into: sink)
      let batches = sink.contents.batches.filter { $0.replication == 3 }
      #expect(batches.count > 3)
      contents.append(batches.flatMap(\.steps))
    }
    #expect(contents[0] == contents[1])
  }

  /// One replication alone goes the way that it goes among others.
  @Test func oneReplicationAlone() async throws {
    let loaded = try LoadedScenario.fourLaneGate("replications=20")
    let all = TestSink()
    _ = try await loaded.pipeline(workers: 2, recording: .summary).run(into: all)
    let alone = TestSink()
    let results = try await loaded.pipeline(numbers: [17], workers: 8, recording: .summary)
      .run(into: alone)
    #expect(results.finished == [17])
    #expect(alone.state.begun == [17])
    let expected = all.state.records.first { $0.number == 17 }
    #expect(alone.state.records == [try #require(expected)])
    #expect(Set(all.state.records.map(\.fingerprint.value)).count == 20)
  }

  /// The number of finished replications rises to all of them.
  @Test func progress() async throws {
    let loaded = try LoadedScenario.fourLaneGate("replications=5")
    let calls = Mutex<[Int]>([])
    _ = try await loaded.pipeline(workers: 2).run(into: TestSink()) { finished in
      calls.withLock { $0.append(finished) }
    }
    #expect(calls.withLock { $0 } == [1, 2, 3, 4, 5])
  }

  /// The order in which replications are begun is no part of the outcome.
  @Test func orderOfNumbers() async throws {
    let loaded = try LoadedScenario.fourLaneGate()
    let up = try await loaded.pipeline(numbers: [2, 3, 5, 8], workers: 2).run(into: TestSink())
    let down = try await loaded.pipeline(numbers: [8, 2, 5, 3], workers: 2).run(into: TestSink())
    #expect(up.fingerprint == down.fingerprint)
    #expect(bits(up.records) == bits(down.records))
    #expect(down.finished == [2, 3, 5, 8])
  }
}
