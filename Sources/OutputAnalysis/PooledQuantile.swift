/// A quantile of the observations of all replications together, with Woodruff's interval.
///
/// For quantiles too far out for a single replication. The estimate θ is the quantile of the merged
/// observations. The replications tell how well the share F(θ) of observations up to θ is known;
/// its Student half-width h turns into an interval for the quantile by reading the merged sketch at
/// p − h and p + h (Woodruff, "Confidence intervals for medians and other position measures",
/// Journal of the American Statistical Association 47, 1952).
///
/// Replications differ in their number of observations nᵢ, so that the share is the ratio of the
/// sums of mᵢ, the observations up to θ, and of nᵢ. With R replications its squared error is
/// R / (R − 1) · Σ (mᵢ − F nᵢ)² / (Σ nᵢ)² (Cochran, "Sampling Techniques", 3rd edition, 1977,
/// section 6). It is taken at both ends of the bucket in which θ lies, and the larger one counts:
/// where many observations are equal, F jumps at θ, and either side of the jump may decide.
///
/// Of 95 % intervals for the 0.99-quantile from 30 replications, measured, these covered it:
///
/// | observations in each replication | 20 | 100 | 400 | 10,000 |
/// |---|---|---|---|---|
/// | independent, exponential | 97 % | 95 % | 95 % | 95 % |
/// | successive waits in an M/M/1 queue at a load of 80 % | 36 % | 64 % | 86 % | |
///
/// Long waits come together: a handful of replications then holds all that lie beyond, p + h exceeds
/// 1, and the interval ends at the largest observation, which is too soon.
public struct PooledQuantile: Sendable, Equatable {
  /// The quantile of the merged observations, within 0.5 %.
  public let estimate: Double
  /// Half the length of the interval; nil where one replication holds all the observations, or one
  /// has too many for the pool to tell (``SketchPool/largest``).
  public let halfWidth: Double?

  /// The quantile of pooled replications; nil when fewer than five observations lie beyond:
  /// n (1 − p) < 5.
  ///
  /// - Parameters:
  ///   - p: From 0 to 1.
  ///   - pool: All replications; some may be empty.
  ///   - confidence: Above 0 and below 1.
  /// - Complexity: O(buckets in use).
  public init?(_ p: Double, of pool: SketchPool, confidence: Double) {
    let merged = pool.merged
    guard merged.supportsQuantile(p), let estimate = merged.quantile(p) else { return nil }
    self.estimate = estimate
    guard pool.replications > 1, pool.tellsSpread else {
      halfWidth = nil
      return
    }
    let bucket = merged.place(ofQuantile: p).bucket
    let error = max(pool.shareError(below: bucket), pool.shareError(below: bucket + 1))
    let degrees = Double(pool.replications - 1)
    let margin = error * studentQuantile(0.5 + confidence / 2, degrees: degrees)
    guard
      let lower = merged.quantile(max(0, p - margin)),
      let upper = merged.quantile(min(1, p + margin))
    else { return nil }
    halfWidth = (upper - lower) / 2
  }
}
