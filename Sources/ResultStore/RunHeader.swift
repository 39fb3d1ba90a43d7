import ClearanceRecords
import EventSimulation

/// What is known of a run before it begins.
public struct RunHeader: Sendable, Equatable {
  /// Name of the scenario.
  public var scenarioName: String
  /// The scenario file as it was read.
  public var scenarioText: String
  /// Seed of all draws.
  public var seed: UInt64
  /// Whatever else decides the outcome, as JSON in one canonical form: equal means equal text.
  public var options: String
  /// Version of the program.
  public var version: String
  /// When the run began: UTC, ISO 8601.
  public var startedAt: String
  /// How much is recorded.
  public var recorded: RecordingLevel
  /// Confidence level of the intervals, in (0, 1).
  public var confidence: Double
  /// Number of replications asked for; nil where a precision decides.
  public var replicationsAsked: Int?
  /// Calendar time of simulated time 0, such as `2024-03-04`; nil where there is none.
  public var startsOn: String?
  /// Path of the scenario file, beside which its data files lie; nil where it is not known.
  public var scenarioFile: String?
  /// Simulated time at which every replication ends; nil where each runs until it is empty.
  public var endsAt: SimulatedTime?

  /// A header from its parts.
  public init(
    scenarioName: String,
    scenarioText: String,
    seed: UInt64,
    options: String,
    version: String,
    startedAt: String,
    recorded: RecordingLevel,
    confidence: Double,
    replicationsAsked: Int? = nil,
    startsOn: String? = nil,
    endsAt: SimulatedTime? = nil,
    scenarioFile: String? = nil
  ) {
    self.scenarioName = scenarioName
    self.scenarioText = scenarioText
    self.seed = seed
    self.options = options
    self.version = version
    self.startedAt = startedAt
    self.recorded = recorded
    self.confidence = confidence
    self.replicationsAsked = replicationsAsked
    self.startsOn = startsOn
    self.endsAt = endsAt
    self.scenarioFile = scenarioFile
  }
}

/// How far a run came.
public enum RunState: String, Sendable, CaseIterable {
  /// Is being written, or lost its process and has not been noticed yet.
  case running
  /// Ran to its end.
  case complete
  /// Was stopped, or lost its process.
  case interrupted
  /// Ended with an error.
  case failed
}
