// Quantile functions that need no table. All rise with `u`, which lies in (0, 1).

/// −ln(1 − `u`), for which the plain logarithm is twice as fast and, off 0, as accurate.
@inlinable
@inline(__always)
func standardExponentialQuantile(_ u: Double) -> Double {
  u > 0x1p-6 ? -Libm.ln(1 - u) : -Libm.ln1p(-u)
}

@inlinable
@inline(__always)
func exponentialQuantile(_ u: Double, mean: Double) -> Double {
  mean * standardExponentialQuantile(u)
}

@inlinable
@inline(__always)
func uniformQuantile(_ u: Double, low: Double, width: Double) -> Double {
  low + width * u
}

/// `peak` is the mode's place in the range, as a share of the width.
@inlinable
@inline(__always)
func triangularQuantile(_ u: Double, low: Double, width: Double, peak: Double) -> Double {
  u <= peak
    ? low + width * (u * peak).squareRoot()
    : low + width * (1 - ((1 - u) * (1 - peak)).squareRoot())
}

@inlinable
@inline(__always)
func weibullQuantile(_ u: Double, scale: Double, inverseShape: Double) -> Double {
  scale * Libm.power(standardExponentialQuantile(u), inverseShape)
}

@inlinable
@inline(__always)
func lognormalQuantile(_ u: Double, logMean: Double, logSD: Double) -> Double {
  Libm.exponential(logMean + logSD * normalQuantile(u))
}

/// `below` and `above` are the probabilities on either side of 0 before the cut.
@inlinable
@inline(__always)
func truncatedNormalQuantile(
  _ u: Double,
  mean: Double,
  sd: Double,
  below: Double,
  above: Double
) -> Double {
  // From whichever end is nearer, so that neither tail loses digits.
  let p = below + u * above
  let z = p <= 0.5 ? normalQuantile(p) : -normalQuantile((1 - u) * above)
  return max(0, mean + sd * z)
}
