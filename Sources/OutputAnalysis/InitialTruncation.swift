/// How much of the beginning of a series is left out, so that it no longer shows the start (预热期).
///
/// The marginal standard error rule: of a series x₁ … xₙ those d values go whose absence makes the
/// mean of the rest most certain, that is, the d with the least
///
///     z(d) = Σ (xᵢ − x̄(d))² / (n − d)²,  i = d + 1 … n
///
/// (White, "An effective truncation heuristic for bias reduction in simulation output", Simulation
/// 69, 1997; Franklin and White, "Stationarity tests and MSER-5", Winter Simulation Conference
/// 2008). As MSER-5 it looks at means of five successive values, which ``meansOfFive(_:)`` makes.
/// Where the least z lies beyond the middle, the series is too short to tell.
///
/// The last four values are never alone: the rule would choose a handful that happen to be equal.
public struct InitialTruncation: Sendable, Equatable {
  /// Values that are left out at the beginning.
  public let truncated: Int
  /// Values of the series.
  public let count: Int

  /// Values that are always kept.
  public static let leastKept = 5

  /// The truncation of a series; nil for fewer than ten values, which tell nothing.
  ///
  /// - Complexity: O(values).
  public init?(_ series: [Double]) {
    guard series.count >= 2 * Self.leastKept else { return nil }
    // From the end, so that each suffix adds one value to the one before; Welford's recurrence.
    var mean = 0.0
    var squares = 0.0
    var best = 0
    var least = Double.infinity
    for index in series.indices.reversed() {
      let kept = Double(series.count - index)
      let deviation = series[index] - mean
      mean += deviation / kept
      squares += deviation * (series[index] - mean)
      let error = squares / (kept * kept)
      // Of equal ones the shortest truncation: what need not go stays.
      guard series.count - index >= Self.leastKept, error <= least else { continue }
      least = error
      best = index
    }
    truncated = best
    count = series.count
  }

  /// Whether more than half would go: the series is too short to tell what its start did.
  public var isTooShort: Bool { 2 * truncated > count }

  /// Means of each five successive values; what is left at the end is not used.
  public static func meansOfFive(_ series: [Double]) -> [Double] {
    means(of: 5, series)
  }

  /// Means of so many successive values; what is left at the end is not used.
  public static func means(of size: Int, _ series: [Double]) -> [Double] {
    precondition(size > 0, "means of \(size) values")
    return stride(from: 0, through: series.count - size, by: size).map { first in
      var sum = 0.0
      for index in first..<first + size { sum += series[index] }
      return sum / Double(size)
    }
  }
}
