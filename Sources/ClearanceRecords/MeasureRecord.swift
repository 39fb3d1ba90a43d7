/// One measure of a whole run: an estimate over replications, as printed and recorded.
public struct MeasureRecord: Sendable, Equatable {
  /// PLACE.MEASURE.STATISTIC.
  public var name: String
  /// Unit: `s`, `s²`, `trucks`, `1/h`, or empty for shares.
  public var unit: String
  /// Mean over the replications, or the pooled quantile; nil when undefined.
  public var estimate: Double?
  /// Half-width of the confidence interval; nil for fewer than two replications.
  public var halfWidth: Double?
  /// Confidence level of the interval, such as 0.95.
  public var confidence: Double
  /// Replications that had a value.
  public var replications: Int
  /// Whether the estimate is a quantile of all replications together.
  public var pooled: Bool

  /// A record from its parts.
  public init(
    name: String,
    unit: String,
    estimate: Double?,
    halfWidth: Double?,
    confidence: Double,
    replications: Int,
    pooled: Bool
  ) {
    self.name = name
    self.unit = unit
    self.estimate = estimate
    self.halfWidth = halfWidth
    self.confidence = confidence
    self.replications = replications
    self.pooled = pooled
  }
}
