/// A quantile of the observations of all replications together, with a jackknife interval.
///
/// For quantiles too far out for a single replication. The estimate θ is the quantile of the merged
/// observations. Leaving out one of the R replications at a time gives θ₋ᵢ and the pseudo-values
/// R θ − (R − 1) θ₋ᵢ, whose Student half-width is that of θ (Tukey, Annals of Mathematical
/// Statistics 29, 1958; Miller, Biometrika 61, 1974).
///
/// A quantile is not smooth in its observations, so the interval covers less often than it says
/// while few lie beyond. Of 95 % intervals for exponential observations and R = 30, measured: 93 %
/// covered with 3,000 beyond, 91 % with 120, 86 % with 30 and 76 % with 6. As the Student interval of
/// any estimate it also assumes independent replications.
public struct PooledQuantile: Sendable, Equatable {
  /// The quantile of the merged observations, within 0.5 %.
  public let estimate: Double
  /// The jackknife half-width; nil where one replication holds all the observations.
  public let halfWidth: Double?

  /// Pools the replications; nil when fewer than five observations lie beyond: n (1 − p) < 5.
  ///
  /// - Parameters:
  ///   - p: From 0 to 1.
  ///   - merged: The sketch of all observations.
  ///   - replications: What each replication contributed to `merged`; none may be missing, though
  ///     some may be empty.
  ///   - confidence: Above 0 and below 1.
  /// - Complexity: O(replications · buckets in use).
  public init?(
    _ p: Double,
    of merged: QuantileSketch,
    replications: [SparseSketch],
    confidence: Double
  ) {
    let parts = replications.reduce(0) { $0 + $1.count }
    precondition(parts == merged.count, "\(parts) observations in parts, \(merged.count) merged")
    guard merged.supportsQuantile(p), let estimate = merged.quantile(p) else { return nil }
    self.estimate = estimate
    let count = Double(replications.count)
    var rest = merged
    var pseudoValues = Tally()
    for replication in replications {
      rest.subtract(replication)
      guard let without = rest.quantile(p) else {
        halfWidth = nil
        return
      }
      rest.add(replication)
      pseudoValues.add(count * estimate - (count - 1) * without)
    }
    halfWidth = StudentInterval(pseudoValues, confidence: confidence)?.halfWidth
  }
}
