/// The rank of a quantile: the smallest k in 1 … `count` with k / `count` ≥ p.
///
/// The p-quantile of n observations is the k-th smallest: the smallest x with Fₙ(x) ≥ p. Deciding
/// by the rounded quotient k / n makes a decimal p mean what it says: 0.07 of 100 is the 7th, though
/// 0.07 · 100 rounds to above 7.
///
/// - Parameters:
///   - p: From 0 to 1.
///   - count: At least 1; below 2⁵³, where conversions to `Double` are exact.
/// - Returns: The rank, counted from 1.
func quantileRank(_ p: Double, of count: Int64) -> Int64 {
  precondition(0 <= p && p <= 1, "p = \(p) lies outside 0 ... 1")
  let n = Double(count)
  var rank = (p * n).rounded(.up)
  if (rank - 1) / n >= p {
    rank -= 1
  } else if rank / n < p {
    rank += 1
  }
  return min(max(1, Int64(rank)), count)
}
