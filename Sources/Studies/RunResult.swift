import ClearanceModel
import ClearanceRecords
import EventSimulation
import ScenarioFiles

/// What a run has found.
public struct RunResult: Sendable {
  /// The scenario as it was read.
  public let scenario: Scenario
  /// The scenario as it ran.
  public let plan: ClearancePlan
  /// Whether all replications were completed.
  public let isComplete: Bool
  /// The results file and the run's number in it.
  public let database: String
  /// Number of the run in the results file.
  public let run: Int64
  /// Replications completed.
  public let replications: Int
  /// Model events in all replications.
  public let events: UInt64
  /// Trucks that arrived in all replications.
  public let trucks: UInt64
  /// The replications' fingerprints, folded in their order.
  public let fingerprint: Fingerprint
  /// Seconds from the start of the run to its result.
  public let wallSeconds: Double
  /// All measures, by name.
  public let measures: [MeasureRecord]
  /// The place with the largest share of all waiting, and that share; nil where nobody waits.
  public let bottleneck: Bottleneck?
  /// What a planner should know.
  public let warnings: [RunWarning]
  /// The longest wait at each place in any replication [s], by name; looked up, never iterated.
  public var longestWaits: [String: Double] = [:]
  /// What the scenario's customs words say; nil for one in the general layer alone.
  public var customs: CustomsScenario?
  /// Who was where when statistics began; nil for a run from an empty zone.
  public var startedFrom: StateFile?

  /// The warm-up that was found, where the scenario asks for that.
  public var warmUp: WarmUpFinding?
  /// The batches of the one replication that give the intervals; nil where replications do.
  public var batches: BatchedRun?
  /// How precise the results are, where that was asked for.
  public var precision: PrecisionOutcome?

  /// The place where trucks wait most.
  public struct Bottleneck: Sendable, Equatable {
    /// Name of the place.
    public let place: String
    /// Its share of all waiting, in [0, 1].
    public let share: Double
  }

  /// A measure by name; nil when it was not asked for.
  ///
  /// - Complexity: O(log measures)
  public func measure(_ name: String) -> MeasureRecord? {
    var low = 0
    var high = measures.count
    while low < high {
      let middle = (low + high) / 2
      if measures[middle].name < name { low = middle + 1 } else { high = middle }
    }
    return low < measures.count && measures[low].name == name ? measures[low] : nil
  }
}
