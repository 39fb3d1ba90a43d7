import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis

/// Merges finished replications in the order of their numbers, whoever finished first.
actor MetricsCollector {
  private let recorder: RunRecorder
  private let progress: @Sendable (Int) -> Void
  private var results: RunResults
  /// Replications that are finished and wait for one before them; looked up by number only.
  private var early: [Int: FinishedReplication] = [:]
  private let order: [Int]
  private var merged = 0

  init(
    _ former: RunResults,
    order: [Int],
    recorder: RunRecorder,
    progress: @escaping @Sendable (Int) -> Void
  ) {
    self.order = order
    self.recorder = recorder
    self.progress = progress
    results = former
  }

  /// Records a finished replication, and merges all whose turn has come.
  func collect(_ replication: FinishedReplication) async throws {
    try await recorder.finish(replication.record)
    early[replication.record.number] = replication
    while merged < order.count, let next = early.removeValue(forKey: order[merged]) {
      results.merge(next)
      merged += 1
    }
    progress(merged + early.count)
  }

  /// The results of all finished replications; after an interruption some may be missing between.
  func finish() -> RunResults {
    for number in order[merged...] {
      if let next = early.removeValue(forKey: number) { results.merge(next) }
    }
    return results
  }
}

/// One replication on its way into the results.
struct FinishedReplication: Sendable {
  let record: ReplicationRecord
  let values: MeasureValues
  let inside: Int64
  let isStuck: Bool
  let deadlock: [Int]
  let samples: LevelSamples
  let batches: [MeasureValues]

  /// Evaluates the measures of a replication.
  init(_ statistics: ReplicationStatistics, _ catalogue: MeasureCatalogue) {
    values = MeasureValues(catalogue, of: statistics)
    record = ReplicationRecord(
      number: statistics.number,
      events: statistics.fingerprint.count,
      trucks: statistics.trucks,
      fingerprint: statistics.fingerprint,
      values: values.values
    )
    inside = statistics.inside
    isStuck = statistics.isStuck
    deadlock = statistics.deadlock
    samples = statistics.samples
    batches = statistics.batches
  }
}
