/// The difference of the quantiles of two alternatives, each of all its replications together.
///
/// Each side is a ``PooledQuantile``: its half-width comes from the residuals mᵢ − F nᵢ of the
/// replications, mᵢ of whose nᵢ observations lie up to the quantile. To first order an error of the
/// quantile is such a sum of residuals times a factor (Bahadur, "A note on quantiles in large
/// samples", Annals of Mathematical Statistics 37, 1966). Under common random numbers the residuals
/// of both sides go together; with their correlation ρ over the replications and the half-widths a
/// and b, that of the difference is √(a² + b² − 2 ρ a b). For independent runs ρ is near 0.
///
/// Of 200 intervals of 95 % from 30 replications, measured, these covered the difference; beside
/// them those of a jackknife that leaves one replication out at a time, whose quantiles jump from
/// one observation to the next:
///
/// | observations in each replication | 20 | 80 | 300 |
/// |---|---|---|---|
/// | 0.95-quantile, exponential, sides coupled | 95 % | 94 % | 95 % |
/// | the same, jackknife | 87 % | 90 % | 95 % |
/// | 0.99-quantile, exponential, sides coupled | 97 % | 97 % | 93 % |
/// | the same, jackknife | 78 % | 87 % | 88 % |
///
/// For successive waits the limits of ``PooledQuantile`` hold here as well: 68 to 97 %.
public struct PooledQuantileDifference: Sendable, Equatable {
  /// The quantile of the first side, within 0.5 %.
  public let first: Double
  /// The quantile of the second side, within 0.5 %.
  public let second: Double
  /// The half-width of the difference; nil where a side has none.
  public let halfWidth: Double?
  /// The half-width of ``relativeDifference``; nil where a side has none, or the first is 0.
  public let relativeHalfWidth: Double?
  /// The half-width that independent runs would give; nil where a side has none.
  public let independentHalfWidth: Double?
  /// Whether both sides saw the very same observations in each replication.
  public let isIdentical: Bool

  /// The second quantile less the first.
  public var difference: Double { second - first }

  /// The difference as a share of the first quantile; nil where that is 0.
  public var relativeDifference: Double? { first == 0 ? nil : difference / first }

  /// Compares the observations behind a quantile; nil where a side has too few of them.
  ///
  /// - Parameters:
  ///   - p: From 0 to 1.
  ///   - first: The observations of replications 1, 2, …; some may be empty.
  ///   - second: The same for the other side; as many.
  ///   - confidence: Above 0 and below 1.
  /// - Complexity: O(replications · buckets in use).
  public init?(
    _ p: Double,
    _ first: [QuantileSketch],
    _ second: [QuantileSketch],
    confidence: Double
  ) {
    precondition(
      first.count == second.count,
      "\(first.count) and \(second.count) replications make no pairs"
    )
    guard
      let one = Side(p, first, confidence: confidence),
      let other = Side(p, second, confidence: confidence)
    else { return nil }
    self.first = one.quantile.estimate
    self.second = other.quantile.estimate
    isIdentical = first == second
    guard let a = one.quantile.halfWidth, let b = other.quantile.halfWidth else {
      halfWidth = nil
      relativeHalfWidth = nil
      independentHalfWidth = nil
      return
    }
    let correlation = isIdentical ? 1 : one.correlation(with: other)
    func combined(_ a: Double, _ b: Double) -> Double {
      max(0, a * a + b * b - 2 * correlation * a * b).squareRoot()
    }
    independentHalfWidth = (a * a + b * b).squareRoot()
    halfWidth = combined(a, b)
    // An error of the first side counts second / first times as much in the ratio.
    relativeHalfWidth =
      self.first == 0 ? nil : combined(a * self.second / self.first, b) / self.first
  }

  /// One side: its quantile, and by replication how far the share up to it is from that of all.
  private struct Side {
    let quantile: PooledQuantile
    let residuals: [Double]

    init?(_ p: Double, _ sketches: [QuantileSketch], confidence: Double) {
      var pool = SketchPool()
      for sketch in sketches { pool.add(sketch) }
      guard let quantile = PooledQuantile(p, of: pool, confidence: confidence) else { return nil }
      self.quantile = quantile
      guard quantile.halfWidth != nil else {
        residuals = []
        return
      }
      // The side of the bucket from which the half-width was taken.
      let bucket = pool.merged.place(ofQuantile: p).bucket
      let isAbove = pool.shareError(below: bucket + 1) >= pool.shareError(below: bucket)
      let limit = isAbove ? bucket + 1 : bucket
      let share = Double(pool.merged.count(below: limit)) / Double(pool.merged.count)
      residuals = sketches.map { Double($0.count(below: limit)) - share * Double($0.count) }
    }

    /// The correlation of the residuals, whose means are 0; 0 where a side has none.
    func correlation(with other: Side) -> Double {
      var (squares, otherSquares, products) = (0.0, 0.0, 0.0)
      for (x, y) in zip(residuals, other.residuals) {
        squares += x * x
        otherSquares += y * y
        products += x * y
      }
      let scale = (squares * otherSquares).squareRoot()
      return scale > 0 ? min(1, max(-1, products / scale)) : 0
    }
  }
}
