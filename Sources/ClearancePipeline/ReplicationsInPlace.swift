import ClearanceModel
import ClearanceRecords

/// Simulates short replications where it stands: without actors, without rows.
///
/// A ``ClearancePipeline`` takes some 50 µs for each replication beside its events, which only
/// replications of a few trucks feel, and experiments that make hundreds of thousands of these. The
/// statistics are the same bits as those of a pipeline. Each worker has one of its own.
public struct ReplicationsInPlace: Sendable {
  private let plan: ClearancePlan
  /// Kept from one replication to the next, since its room is 64 KiB.
  private var batch = ArrivalBatch()

  /// Prepares to simulate a plan.
  public init(plan: ClearancePlan) {
    self.plan = plan.reduced(to: .summary)
  }

  /// Simulates one replication to its end.
  ///
  /// - Complexity: O(events), without a pause: the caller looks for cancellations in between.
  public mutating func run(_ number: Int, seed: UInt64) -> ReplicationStatistics {
    var replication = Replication(plan: plan, seed: seed, number: number, recording: .summary)
    var arrivals = ArrivalGenerator(plan: plan, seed: seed, replication: number)
    var rows = RecordBatch(replication: number)
    arrivals.fill(&batch)
    var position = 0
    while true {
      switch replication.advance(through: batch, from: &position, atMost: .max) {
      case .needsArrivals:
        arrivals.fill(&batch)
        position = 0
      case .rowsAreFull: replication.exchangeRows(&rows)
      case .tookItsTurn: continue
      case .ended: return replication.finish()
      }
    }
  }
}
