import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles

/// What a sweep has found.
public struct SweepResult: Sendable {
  /// The scenario that all points are changes of.
  public var scenario: Scenario
  /// Seed of all draws.
  public var seed: UInt64
  /// Replications of each point.
  public var replications: Int
  /// How the points were chosen.
  public var design: SweepDesign
  /// Seed of a Latin hypercube; nil for other designs.
  public var designSeed: UInt64?
  /// What varied.
  public var factors: [SweepFactor]
  /// Assumptions that could not be varied, by key.
  public var left: [String] = []
  /// With which the intervals of all factors hold together, for each measure.
  public var confidence: Double
  /// The points in the order of the design.
  public var points: [Point]
  /// What the factors do, by measure in the order in which they were asked for.
  public var effects: [Effects]
  /// The results file.
  public var database: String
  /// The sweep's number in it.
  public var experiment: Int64?
  /// Seconds from the start to the result.
  public var wallSeconds = 0.0

  /// One point of the design.
  public struct Point: Sendable {
    /// Its number, from 1.
    public var number: Int
    /// The value of each factor; nil where it is left as the scenario has it.
    public var values: [String?]
    /// The run in the results file.
    public var run: Int64?
    /// The replications' fingerprints, folded in their order.
    public var fingerprint: Fingerprint
    /// What it showed, by measure.
    public var measures: [MeasureRecord]
  }

  /// What the factors do to one measure.
  public struct Effects: Sendable {
    /// PLACE.MEASURE.STATISTIC.
    public var measure: String
    /// Its unit.
    public var unit: String
    /// The factors by the size of what they do, the largest first.
    public var factors: [FactorEffect]
    /// Of a Latin hypercube: the share of the points' differences that straight lines explain.
    public var explained: Double?
    /// Whether a quantile was taken from all replications of a point together; effects are differences of
    /// the quantiles within replications then.
    public var isPooled: Bool
  }

  /// The changes of a point, as `--set` takes them.
  public func settings(of point: Point) -> [(key: String, value: String)] {
    zip(factors, point.values).compactMap { factor, value in value.map { (factor.key, $0) } }
  }
}
