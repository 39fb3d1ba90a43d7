/// The probability that a sample without replacement holds at least one bad unit of a lot.
///
/// 1 − C(lot − bad, sample) ÷ C(lot, sample), the hypergeometric law (Johnson, Kemp and Kotz,
/// Univariate Discrete Distributions, 2005, ch. 6). The numbers are rounded to whole ones between 0
/// and 10⁹; what is more than the lot counts as the whole lot. The relative error is below 10⁻¹² for
/// lots up to 10⁶.
///
/// - Complexity: O(min(bad, sample)), and never more than about 6.1 · √lot.
public func foundInSample(lot: Double, bad: Double, sample: Double) -> Double {
  let lot = whole(lot)
  let (bad, sample) = (min(whole(bad), lot), min(whole(sample), lot))
  // The law is the same with bad units and sample exchanged.
  let (most, least) = (max(bad, sample), min(bad, sample))
  if most + least > lot, least > 0 { return 1 }
  var found = 0.0
  var drawn = 0.0
  // Sums of positive terms lose no digits where the probability is small, as 1 − product would.
  while drawn < least, found < 1 {
    found += (1 - found) * (most / (lot - drawn))
    drawn += 1
  }
  return found
}

private func whole(_ number: Double) -> Double {
  number > 0 ? min(number.rounded(), 1e9) : 0
}
