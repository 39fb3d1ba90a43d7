import ClearanceRecords
import EventSimulation

/// A run as the results file has it.
public struct StoredRun: Sendable, Equatable {
  /// Number of the run in its file, from 1.
  public var id: Int64
  /// What was known before it began.
  public var header: RunHeader
  /// SHA-256 of the scenario's text, as 64 hexadecimal digits.
  public var scenarioHash: String
  /// How far it came.
  public var state: RunState
  /// When it ended: UTC, ISO 8601; nil before, and where the process was lost.
  public var endedAt: String?
  /// Replications that ran to their end.
  public var replications: Int
}

/// A complete replication as the results file has it.
public struct StoredReplication: Sendable, Equatable {
  /// Number of the replication, from 1.
  public var number: Int
  /// Model events that happened.
  public var events: UInt64
  /// Trucks that arrived.
  public var trucks: UInt64
  /// Value of the fingerprint over the events.
  public var fingerprint: UInt64
  /// The values of the run's measures, in the run's order of measures; nil where undefined.
  public var values: [Double?]
}

/// One place in one recording interval, as the mean over the complete replications of a run.
public struct PlaceHour: Sendable, Equatable {
  /// Name of the place.
  public var place: String
  /// Start of the interval.
  public var startsAt: SimulatedTime
  /// Trucks that came.
  public var arrivals: Double
  /// Trucks that left after service.
  public var departures: Double
  /// Trucks turned away.
  public var lost: Double
  /// Mean number waiting.
  public var queueMean: Double
  /// Largest number waiting, in any replication.
  public var queueMax: Int
  /// Busy over open server time; nil where no server was open in any replication.
  public var busyShare: Double?
  /// Mean wait [s] of the replications that had one.
  public var waitMean: Double?
  /// 95th percentile of the wait [s], as the mean of the replications that had one.
  public var waitP95: Double?
}
