/// The population variance (n · Σx² − (Σx)²) / n² from exact sums.
///
/// The numerator is formed in 256 bits, so that nothing cancels: what is rounded is one conversion
/// and two divisions. By the Cauchy–Schwarz inequality it is never negative.
///
/// - Parameters:
///   - weight: n, the number of observations or the length of time.
///   - sum: |Σx|.
///   - squares: Σx².
/// - Returns: The variance, in the square of the unit of x; NaN for no weight.
func exactVariance(weight: UInt128, sum: UInt128, squares: UInt128) -> Double {
  let scaled = weight.multipliedFullWidth(by: squares)
  let square = sum.multipliedFullWidth(by: sum)
  let (low, borrow) = scaled.low.subtractingReportingOverflow(square.low)
  let high = scaled.high - square.high - (borrow ? 1 : 0)
  let numerator = Double(nearest: high) * 0x1p128 + Double(nearest: low)
  let divisor = Double(nearest: weight)
  return numerator / divisor / divisor
}
