/// Exact sums over durations: whole numbers of microseconds, none negative.
///
/// Every field is an integer, so tallies merged in any order or grouping are equal bit for bit;
/// rounding enters only where a mean or a variance is read.
///
/// Ranges: `sum` cannot overflow; `sumOfSquares` traps above 2¹²⁸ µs², which takes 2⁴⁸ durations of
/// twelve days each. An observation costs O(1), no allocation, and the tally fits one cache line.
public struct DurationTally: BitwiseCopyable, Sendable, Equatable {
  @usableFromInline var _sum: Int128 = 0
  @usableFromInline var _sumOfSquares: UInt128 = 0
  @usableFromInline var _count: Int64 = 0
  @usableFromInline var _positiveCount: Int64 = 0
  @usableFromInline var _maximum: Int64 = 0

  /// Creates a tally of no durations.
  @inlinable
  public init() {}

  /// The number of durations.
  @inlinable
  public var count: Int64 { _count }

  /// The number of durations above zero: of waits, how many trucks waited at all.
  @inlinable
  public var positiveCount: Int64 { _positiveCount }

  /// The sum of the durations [µs].
  @inlinable
  public var sum: Int128 { _sum }

  /// The sum of the squared durations [µs²].
  @inlinable
  public var sumOfSquares: UInt128 { _sumOfSquares }

  /// The longest duration [µs]; 0 when there is none.
  @inlinable
  public var maximum: Int64 { _maximum }

  /// Takes one duration [µs], which must not be negative.
  @inlinable
  public mutating func add(_ duration: Int64) {
    precondition(duration >= 0, "a duration of \(duration) µs is below 0 µs")
    // Neither the count nor the sum of fewer than 2⁶³ durations below 2⁶³ can overflow, nor can
    // the product of two 64-bit numbers in 128 bits; the sum of the squares can, and is checked.
    let square = UInt128(truncatingIfNeeded: duration) &* UInt128(truncatingIfNeeded: duration)
    _sum &+= Int128(truncatingIfNeeded: duration)
    _sumOfSquares += square
    _count &+= 1
    _positiveCount &+= duration > 0 ? 1 : 0
    _maximum = max(_maximum, duration)
  }

  /// Takes so many durations of zero.
  public mutating func addZeros(_ count: Int64) {
    precondition(count >= 0, "\(count) durations are fewer than none")
    _count += count
  }

  /// Takes all durations of another tally.
  @inlinable
  public mutating func merge(_ other: DurationTally) {
    _sum += other._sum
    _sumOfSquares += other._sumOfSquares
    _count += other._count
    _positiveCount += other._positiveCount
    _maximum = max(_maximum, other._maximum)
  }
}

extension DurationTally {
  /// The mean duration [µs]; NaN when there is none.
  public var mean: Double { Double(nearest: _sum) / Double(_count) }

  /// The mean squared duration [µs²]; NaN when there is none.
  public var meanSquare: Double { Double(nearest: _sumOfSquares) / Double(_count) }

  /// The population variance (divisor `count`) [µs²]; NaN when there is no duration.
  ///
  /// Exact in integers up to the division, so durations that differ in their last digits only lose
  /// nothing.
  public var variance: Double {
    exactVariance(weight: UInt128(_count), sum: _sum.magnitude, squares: _sumOfSquares)
  }

  /// The square root of `variance` [µs]; NaN when there is no duration.
  public var standardDeviation: Double { variance.squareRoot() }
}
