/// The difference of two alternatives, replication by replication (成对比较).
///
/// Where replication r of both meets the same trucks (common random numbers), the differences
/// dᵣ = bᵣ − aᵣ vary less than either side, and their Student interval is the narrower for it: the
/// paired-t interval of Law, "Simulation Modeling and Analysis" (5th edition, 2015), section 10.2.1.
/// Replications in which one side has no value make no pair.
public struct PairedComparison: Sendable, Equatable {
  /// The interval of the mean difference, second less first.
  public let interval: StudentInterval
  /// The mean of the first side over the pairs.
  public let firstMean: Double
  /// The mean of the second side over the pairs.
  public let secondMean: Double
  /// The variance of the differences; NaN for a single pair.
  public let variance: Double
  /// The sum of the variances of both sides: that of a difference of independent runs; NaN for a single pair.
  public let independentVariance: Double
  /// The half-width that as many independent replications of each side would give; nil for a single pair.
  ///
  /// By Welch ("The significance of the difference between two means when the population variances
  /// are unequal", Biometrika 29, 1938), with Satterthwaite's degrees of freedom.
  public let independentHalfWidth: Double?
  /// The half-width of ``relativeDifference``; nil for a single pair and where the first mean is 0.
  ///
  /// That of the ratio r = b̄ / ā of two means, from the residuals bᵣ − r aᵣ (Cochran, "Sampling
  /// Techniques", 3rd edition, 1977, section 6).
  public let relativeHalfWidth: Double?
  /// Whether both sides have the very same value in each pair.
  public let isIdentical: Bool

  /// Compares values by replication; nil where no replication has a value on both sides.
  ///
  /// - Parameters:
  ///   - first: The values of replications 1, 2, …, nil where one has none.
  ///   - second: The same for the other side; as many.
  ///   - confidence: Above 0 and below 1.
  public init?(_ first: [Double?], _ second: [Double?], confidence: Double) {
    precondition(
      first.count == second.count,
      "\(first.count) and \(second.count) replications make no pairs"
    )
    var sides = (Tally(), Tally())
    var differences = Tally()
    var isIdentical = true
    for case (let a?, let b?) in zip(first, second) {
      sides.0.add(a)
      sides.1.add(b)
      differences.add(b - a)
      if a != b { isIdentical = false }
    }
    guard let interval = StudentInterval(differences, confidence: confidence) else { return nil }
    self.interval = interval
    firstMean = sides.0.mean
    secondMean = sides.1.mean
    variance = differences.variance
    let sum = sides.0.variance + sides.1.variance
    independentVariance = sum
    self.isIdentical = isIdentical
    let mean = sides.0.mean
    relativeHalfWidth = Self.relativeError(
      of: sides.1.mean / mean,
      zip(first, second).compactMap { a, b in a.flatMap { a in b.map { (a, $0) } } },
      confidence: confidence
    ).map { $0 / abs(mean) }
    guard differences.count > 1 else {
      independentHalfWidth = nil
      return
    }
    let count = Double(differences.count)
    guard sum > 0 else {
      independentHalfWidth = 0
      return
    }
    let part = sides.0.variance / sum
    let degrees = (count - 1) / (part * part + (1 - part) * (1 - part))
    let quantile = studentQuantile(0.5 + confidence / 2, degrees: degrees)
    independentHalfWidth = quantile * (sum / count).squareRoot()
  }

  private static func relativeError(
    of ratio: Double,
    _ pairs: [(Double, Double)],
    confidence: Double
  ) -> Double? {
    guard ratio.isFinite else { return nil }
    let residuals = Tally(pairs.map { $1 - ratio * $0 })
    return StudentInterval(residuals, confidence: confidence)?.halfWidth
  }

  /// The difference as a share of the first mean; nil where that is 0.
  public var relativeDifference: Double? {
    firstMean == 0 ? nil : difference / abs(firstMean)
  }

  /// The number of pairs, at least 1.
  public var count: Int { interval.count }

  /// The mean difference, second less first.
  public var difference: Double { interval.estimate }

  /// How many times as large the variance of independent runs would be: above 1 where pairing helps.
  ///
  /// So many times the replications would be needed without common random numbers. Nil for a single
  /// pair and where the differences do not vary at all.
  public var varianceRatio: Double? {
    variance > 0 ? independentVariance / variance : nil
  }

  /// Whether the interval leaves out 0: one side is larger with the interval's confidence.
  public var isDecided: Bool {
    guard let halfWidth = interval.halfWidth else { return false }
    return abs(difference) > halfWidth
  }

  /// The least number of pairs with which this difference and this spread would be decided.
  ///
  /// The smallest n with t(½ + confidence / 2; n − 1) · s / √n < |d|, about (t s / |d|)². The
  /// difference itself is an estimate, so that this is a rough number: if the true difference is d,
  /// half of all runs of that length decide. Nil for a single pair, and where d is 0 or n would
  /// exceed a billion.
  ///
  /// - Complexity: O(1) in most cases; a few dozen quantiles at most.
  public var pairsToDecide: Int? {
    let ratio = variance / (difference * difference)
    guard count > 1, ratio.isFinite else { return nil }
    return leastCount { n in
      studentQuantile(0.5 + interval.confidence / 2, degrees: Double(n - 1))
        < (Double(n) / ratio).squareRoot()
    }
  }

  /// The smallest number from 2 on that is enough, where every larger one is too.
  private func leastCount(_ isEnough: (Int) -> Bool) -> Int? {
    var high = 2
    while !isEnough(high) {
      high *= 2
      if high > 1_000_000_000 { return nil }
    }
    var low = max(2, high / 2)
    while low < high {
      let middle = (low + high) / 2
      if isEnough(middle) { high = middle } else { low = middle + 1 }
    }
    return high
  }
}
