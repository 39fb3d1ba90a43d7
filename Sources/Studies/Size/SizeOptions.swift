/// What a user asks of `kakou size`.
public struct SizeOptions: Sendable {
  /// The scenario, with what is changed in it, seed, days, workers and results file.
  ///
  /// Its number of replications is the most that a point may take; nil for ``SizeStudy/ceiling``.
  public var run: RunOptions
  /// The levers, as `KEY=LOW..HIGH@COST`.
  public var levers: [String] = []
  /// The targets, as `MEASURE <= VALUE`.
  public var targets: [String] = []
  /// What should become as large as possible instead of the levers, as `KEY=LOW..HIGH`.
  public var most: String?
  /// The confidence of the answer.
  public var confidence = 0.95
  /// The width of the indifference band, relative to the limits.
  public var tolerance = 0.02
  /// Whether more of a lever never hurts, so that not all that is cheaper must be tried.
  public var isMonotone = true
  /// How near the largest number must be known, relative to it.
  public var resolution = 0.01

  /// Whether the experiment is recorded.
  public var isRecorded = true

  /// The options of a scenario, all else by default.
  public init(_ run: RunOptions) {
    self.run = run
  }
}
