/// A rate or ratio as a whole number of millionths, such as 13 % or 1.05 kg for each kilogram.
///
/// Rates of duty, tax and interest have at most four digits behind the point of a percentage, so
/// that they are exact.
public struct Rate: Sendable, BitwiseCopyable, Hashable, Comparable {
  /// Millionths.
  public var partsPerMillion: Int64

  /// So many millionths.
  @inlinable
  public init(partsPerMillion: Int64) {
    self.partsPerMillion = partsPerMillion
  }

  /// The rate nearest to a real share, such as 0.13, which a scenario's number has become.
  ///
  /// - Precondition: the share is finite and within ±9e12.
  public init(nearest share: Double) {
    partsPerMillion = Int64((share * 1_000_000).rounded())
  }

  /// So many whole percent.
  @inlinable
  public static func percent(_ percent: Int64) -> Rate {
    Rate(partsPerMillion: percent * 10_000)
  }

  /// Nothing.
  @inlinable public static var zero: Rate { Rate(partsPerMillion: 0) }

  /// The whole.
  @inlinable public static var one: Rate { Rate(partsPerMillion: 1_000_000) }

  /// Whether the left rate is smaller.
  @inlinable
  public static func < (left: Rate, right: Rate) -> Bool {
    left.partsPerMillion < right.partsPerMillion
  }

  /// This share of an amount, which is not negative, rounded half up.
  @inlinable
  public func of(_ amount: Int64) -> Int64 {
    roundedHalfUp(Int128(amount) * Int128(partsPerMillion), 1_000_000)
  }
}

/// A quotient to the nearest whole number, halves up.
///
/// The one rounding rule of all amounts, values and quantities: every amount that a formula names is
/// rounded once, half a unit up, from an exact fraction. What the law drops instead, such as parts of
/// a yuan of a late fee, says so where it is.
/// - Precondition: the dividend is not negative, the divisor is positive, and the quotient fits 64
///   bits.
@inlinable
@inline(always)
func roundedHalfUp(_ dividend: Int128, _ divisor: Int64) -> Int64 {
  precondition(dividend >= 0 && divisor > 0, "\(dividend) divided by \(divisor)")
  // Most amounts fit 64 bits, where a division costs a tenth.
  if let small = Int64(exactly: dividend), small <= .max - divisor {
    return (small + divisor / 2) / divisor
  }
  return Int64((dividend + Int128(divisor / 2)) / Int128(divisor))
}
