import ClearanceRecords

/// What all design points of an experiment share.
public struct ExperimentOptions: Sendable {
  /// Seed instead of that of the scenarios; the same for all of them.
  public var seed: UInt64?
  /// Days instead of the scenarios' length.
  public var days: Int?
  /// Replications side by side.
  public var workers = 1
  /// The measures that are looked at; every design point must have them.
  public var measures: [String] = []
  /// Whether only these measures are computed and recorded, and not all that a scenario has.
  public var computesNothingElse = false
  /// The results file; nil where nothing is recorded.
  public var database: String?
  /// Whether the observations behind quantiles are kept, and quantiles that need the observations of
  /// all replications are simulated again where the results file has the point already.
  public var needsDistributions = false

  /// Nothing recorded, no measure looked at, one worker.
  public init() {}

  /// The options of a run at one design point.
  func runOptions(_ point: DesignPoint) -> RunOptions {
    var options = RunOptions(scenario: point.scenario)
    options.overrides = point.overrides
    options.seed = seed
    options.days = days
    options.workers = workers
    options.recording = .summary
    if computesNothingElse {
      options.measures = measures
    } else {
      options.furtherMeasures = measures
    }
    options.database = database
    return options
  }
}
