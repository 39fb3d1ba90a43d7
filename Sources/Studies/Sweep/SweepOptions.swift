/// What a user asks of a sweep beside the scenario file.
public struct SweepOptions: Sendable {
  /// The scenario file.
  public var scenario: String
  /// `--set` assignments, which all points share.
  public var overrides: [String] = []
  /// The texts of `--vary`, as in `stations.gate.servers=1..5`.
  public var vary: [String] = []
  /// The word of `--design`; nil for a factorial, or one at a time where assumptions vary.
  public var design: String?
  /// Points of a Latin hypercube; nil for ten for each factor.
  public var points: Int?
  /// Seed of a Latin hypercube, apart from that of the draws.
  public var designSeed: UInt64?
  /// Whether each assumption that the scenario rests on varies over its stated range.
  public var assumptions = false
  /// Names of the measures wanted; empty for a few that matter most.
  public var measures: [String] = []
  /// Replications of each point instead of the scenario's number; at least 2.
  public var replications: Int?
  /// Seed instead of the scenario's.
  public var seed: UInt64?
  /// Days instead of the scenario's length.
  public var days: Int?
  /// Replications side by side.
  public var workers = 1
  /// The results file; nil for the scenario's name with `.sqlite`, in the current folder.
  public var database: String?
  /// With which the intervals of all factors hold together, for each measure.
  public var confidence = 0.95

  /// The options of a scenario, all else by default.
  public init(scenario: String) {
    self.scenario = scenario
  }
}

/// How the points of a sweep are chosen (试验设计).
public enum SweepDesign: String, Sendable, CaseIterable {
  /// Every combination of all values.
  case factorial
  /// Points spread evenly over all ranges at once.
  case latin
  /// The scenario as it is, then each value alone.
  case oneAtATime = "one-at-a-time"
}
