/// Mean, spread and extremes of real observations, one at a time.
///
/// Welford's recurrence (Technometrics 4, 1962) keeps the sum of squared deviations without
/// cancellation; two tallies merge by the formula of Chan, Golub and LeVeque (1979). The result of
/// a merge depends on its order in the last bits, so replications are merged by their number.
///
/// An observation costs O(1) and no allocation.
public struct Tally: Sendable, Equatable {
  @usableFromInline var _count = 0
  @usableFromInline var _mean = 0.0
  @usableFromInline var _squaredDeviations = 0.0
  @usableFromInline var _minimum = Double.infinity
  @usableFromInline var _maximum = -Double.infinity

  /// Creates a tally of no observations.
  @inlinable
  public init() {}

  /// Creates the tally of some observations.
  @inlinable
  public init(_ values: some Sequence<Double>) {
    for value in values {
      add(value)
    }
  }

  /// The number of observations.
  @inlinable
  public var count: Int { _count }

  /// The arithmetic mean; NaN when there is no observation.
  @inlinable
  public var mean: Double { _count > 0 ? _mean : .nan }

  /// The unbiased sample variance (divisor `count` − 1); NaN below two observations.
  @inlinable
  public var variance: Double { _count > 1 ? _squaredDeviations / Double(_count - 1) : .nan }

  /// The square root of `variance`; NaN below two observations.
  @inlinable
  public var standardDeviation: Double { variance.squareRoot() }

  /// The smallest observation; +∞ when there is none.
  @inlinable
  public var minimum: Double { _minimum }

  /// The largest observation; −∞ when there is none.
  @inlinable
  public var maximum: Double { _maximum }

  /// Takes one observation.
  @inlinable
  public mutating func add(_ value: Double) {
    _count += 1
    let deviation = value - _mean
    _mean += deviation / Double(_count)
    _squaredDeviations += deviation * (value - _mean)
    _minimum = min(_minimum, value)
    _maximum = max(_maximum, value)
  }

  /// Takes all observations of another tally.
  @inlinable
  public mutating func merge(_ other: Tally) {
    guard other._count > 0 else { return }
    // Adopting the other tally keeps its very bits: the formula would round its mean.
    guard _count > 0 else {
      self = other
      return
    }
    let total = Double(_count + other._count)
    let share = Double(other._count) / total
    let difference = other._mean - _mean
    _squaredDeviations +=
      other._squaredDeviations + difference * difference * Double(_count) * share
    _mean += difference * share
    _count += other._count
    _minimum = min(_minimum, other._minimum)
    _maximum = max(_maximum, other._maximum)
  }

  /// Forgets all observations.
  @inlinable
  public mutating func reset() {
    self = Tally()
  }
}
