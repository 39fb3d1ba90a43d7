// The one place where the C mathematics library enters this module.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The functions of libm that the variates need, under names of their own.
@usableFromInline
enum Libm {
  /// Natural logarithm of `x`.
  @inlinable
  static func ln(_ x: Double) -> Double { log(x) }

  /// Natural logarithm of 1 + `x`, accurate near 0.
  @inlinable
  static func ln1p(_ x: Double) -> Double { log1p(x) }

  /// e to the power `x`.
  @inlinable
  static func exponential(_ x: Double) -> Double { exp(x) }

  /// e to the power `x`, less 1, accurate near 0.
  @inlinable
  static func exponentialMinusOne(_ x: Double) -> Double { expm1(x) }

  /// `base` to the power `exponent`.
  @inlinable
  static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

  /// The complementary error function.
  static func errorComplement(_ x: Double) -> Double { erfc(x) }

  /// Natural logarithm of Γ(`x`), for `x` > 0.
  static func lnGamma(_ x: Double) -> Double {
    // The type picks the reentrant function: C's own writes a global sign.
    let (value, _): (Double, Int) = lgamma(x)
    return value
  }
}
