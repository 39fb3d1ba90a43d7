#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The chance that a variable with Student's distribution lies at least as far from 0 as `t`.
///
/// The p-value of a two-sided test. The two forms are those of ``studentQuantile(_:degrees:)``: the
/// incomplete beta function I(ν / (ν + t²); ν/2, ½) where it is small, else 1 − I(t² / (ν + t²); ½, ν/2).
///
/// The relative error is below 1e−10 for 1 … 10⁶ degrees.
///
/// - Parameters:
///   - t: Either sign; may be infinite.
///   - degrees: The degrees of freedom, above 0; not necessarily whole.
/// - Returns: The chance, from 0 to 1.
/// - Complexity: 10 to 100 terms.
public func studentTwoSidedTail(_ t: Double, degrees: Double) -> Double {
  precondition(!t.isNaN, "t is no number")
  precondition(0 < degrees && degrees < .infinity, "\(degrees) degrees of freedom")
  let square = t * t
  guard square < .infinity else { return 0 }
  let distance = abs(t)
  let densityAtZero = gammaRatio(degrees / 2) / (Double.pi * degrees).squareRoot()
  let density = densityAtZero * exp(-(degrees + 1) / 2 * log1p(square / degrees))
  let x = degrees / (degrees + square)
  let y = square / (degrees + square)
  if square * (degrees + 2) > 3 * degrees {
    return 2 * distance * density / degrees * betaFraction(x, y, degrees / 2, 0.5)
  }
  return 1 - 2 * distance * density * betaFraction(y, x, 0.5, degrees / 2)
}
