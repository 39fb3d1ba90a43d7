import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles
import Testing

/// Replications without actors are those of a pipeline, bit for bit.
@Suite struct ReplicationsInPlaceTests {
  @Test func sameBitsAsAPipeline() async throws {
    let loaded = try LoadedScenario.fourLaneGate("replications=4")
    let sink = TestSink()
    _ = try await loaded.pipeline(workers: 2, recording: .summary).run(into: sink)
    let expected = sink.state.records.sorted { $0.number < $1.number }
    var replications = ReplicationsInPlace(plan: loaded.plan)
    let catalogue = MeasureCatalogue(plan: loaded.plan)
    // In another order: one leaves nothing behind for the next.
    for number in [3, 1, 4, 2] {
      let statistics = replications.run(number, seed: loaded.scenario.seed)
      let record = expected[number - 1]
      #expect(statistics.fingerprint == record.fingerprint)
      #expect(statistics.trucks == record.trucks)
      let values = MeasureValues(catalogue, of: statistics).values
      #expect(values.map { $0?.bitPattern } == record.values.map { $0?.bitPattern })
    }
  }

  /// More trucks than a batch of arrivals holds.
  @Test func manyBatches() async throws {
    let loaded = try LoadedScenario.fourLaneGate("replications=1", "runs for=100 h")
    let results = try await loaded.pipeline(workers: 1).run(into: TestSink())
    #expect(results.trucks > UInt64(ArrivalBatch.capacity))
    var replications = ReplicationsInPlace(plan: loaded.plan)
    let statistics = replications.run(1, seed: loaded.scenario.seed)
    #expect(statistics.fingerprint.count == results.events)
    #expect(statistics.trucks == results.trucks)
  }
}
