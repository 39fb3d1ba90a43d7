#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The chance that a standard normal variable lies above `z`.
func normalUpperTail(_ z: Double) -> Double { erfc(z / 2.0.squareRoot()) / 2 }

/// A power, by the maths library.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
