import ClearanceModel
import ClearanceRecords

/// Runs replications one after the other: the events of a batch of arrivals at a time.
///
/// Inside a batch the simulation is synchronous. Between batches, and after so many events, it
/// returns to the scheduler, looks for a cancellation, and waits for the recorder where that is
/// behind: back-pressure pauses a run between batches, never within one.
actor ReplicationSimulator {
  private let plan: ClearancePlan
  private let seed: UInt64
  private let recording: RecordingLevel
  private let demand: DemandSource
  private let recorder: RunRecorder

  /// Events before a pause: about 20 ms.
  private static let turn = 200_000

  init(
    plan: ClearancePlan,
    seed: UInt64,
    recording: RecordingLevel,
    recorder: RunRecorder
  ) {
    self.plan = plan
    self.seed = seed
    self.recording = recording
    self.recorder = recorder
    demand = DemandSource(plan: plan, seed: seed)
  }

  /// Runs one replication to its end.
  ///
  /// - Returns: what it has measured, after its rows have been written; nil when cancelled.
  func run(_ number: Int) async throws -> ReplicationStatistics? {
    var outlet = RowOutlet(recorder: recorder, replication: number)
    do {
      let statistics = try await run(number, into: &outlet)
      await outlet.settle()
      return statistics
    } catch {
      await outlet.settle()
      throw error
    }
  }

  private func run(
    _ number: Int,
    into outlet: inout RowOutlet
  ) async throws -> ReplicationStatistics? {
    var replication = Replication(plan: plan, seed: seed, number: number, recording: recording)
    var batch = await demand.begin(replication: number)
    while !batch.isLast {
      async let following = demand.next()
      let isOver = try await simulate(&replication, batch, &outlet)
      let next = await following
      guard let isOver else { return nil }
      batch = next
      if isOver { break }
    }
    // A run may end before its last arrival: what is due at the end does not happen.
    guard try await simulate(&replication, batch, &outlet) != nil else { return nil }
    try await outlet.close(&replication)
    // A state that could be placed in another replication, and not in this one.
    if let fault = replication.placementFaults.first { throw fault }
    return replication.finish()
  }

  /// Runs until the arrivals of a batch are used up, or the run is over.
  ///
  /// - Returns: whether the run is over; nil when cancelled.
  private func simulate(
    _ replication: inout Replication,
    _ batch: ArrivalBatch,
    _ outlet: inout RowOutlet
  ) async throws -> Bool? {
    var position = 0
    while true {
      if Task.isCancelled { return nil }
      switch replication.advance(through: batch, from: &position, atMost: Self.turn) {
      case .needsArrivals: return false
      case .ended: return true
      case .rowsAreFull: try await outlet.handOver(&replication)
      case .tookItsTurn: await Task.yield()
      }
    }
  }
}

/// Hands full batches of rows to the recorder, one in flight.
struct RowOutlet {
  private let recorder: RunRecorder
  private var spare: RecordBatch
  private var inFlight: Task<RecordBatch, any Error>?

  /// An outlet whose first message is that the replication begins.
  init(recorder: RunRecorder, replication: Int) {
    self.recorder = recorder
    spare = RecordBatch(replication: replication)
    inFlight = Task {
      try await recorder.begin(replication: replication)
      return RecordBatch(replication: replication)
    }
  }

  /// Hands the rows over as soon as the batch before has been written.
  mutating func handOver(_ replication: inout Replication) async throws {
    if let inFlight {
      self.inFlight = nil
      spare = try await inFlight.value
    }
    replication.exchangeRows(&spare)
    let batch = spare
    spare = RecordBatch(replication: batch.replication)
    let recorder = recorder
    inFlight = Task { try await recorder.write(batch) }
  }

  /// Hands over what is left and waits until everything has been written.
  mutating func close(_ replication: inout Replication) async throws {
    try await handOver(&replication)
    if let inFlight { _ = try await inFlight.value }
    inFlight = nil
  }

  /// Waits for what is on its way: after a run has ended, however it did, nothing more is written.
  mutating func settle() async {
    _ = await inFlight?.result
    inFlight = nil
  }
}
