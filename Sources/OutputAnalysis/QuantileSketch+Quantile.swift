extension QuantileSketch {
  /// The p-quantile, the smallest x with Fₙ(x) ≥ p, within 0.5 %; nil when the sketch is empty.
  ///
  /// The error is at most 0.005 x, whatever the data. Let the observation x of the quantile's rank
  /// lie in the bucket [a, b], narrowed to [minimum, maximum]. An estimate e with
  /// 0.995 b ≤ e ≤ 1.005 a satisfies 0.995 x ≤ 0.995 b ≤ e ≤ 1.005 a ≤ 1.005 x. Such e exist, for
  /// b / a < 1 + 1/128 < 1.005 / 0.995; a bucket of one value is exact. Interpolation in [a, b] by
  /// rank is clamped to them. The clamp cannot leave [a, b], since 0.995 b ≤ b and 1.005 a ≥ a; it
  /// never acts where b ≤ 1.005 a, and there smooth data are nearly exact.
  ///
  /// - Parameter p: From 0 to 1.
  /// - Returns: The quantile, in the unit of the observations.
  /// - Complexity: O(buckets in use).
  public func quantile(_ p: Double) -> Double? {
    guard _count > 0 else { return nil }
    let (bucket, rank) = place(ofQuantile: p)
    let values = occupied(bucket)
    let lowest = Double(values.lowerBound)
    let highest = Double(values.upperBound)
    let position = (Double(rank) - 0.5) / Double(count(in: bucket))
    let estimate = lowest + (highest - lowest) * position
    return min(max(estimate, 0.995 * highest), 1.005 * lowest)
  }

  /// The share of observations at or below a limit; NaN when the sketch is empty.
  ///
  /// Exact where the limit is the last value of its bucket, as each value below 256 is; elsewhere
  /// interpolated in that bucket, so that the error is below the share of the bucket.
  ///
  /// - Complexity: O(buckets in use).
  public func share(atMost limit: Int64) -> Double {
    guard _count > 0 else { return .nan }
    guard limit >= _minimum else { return 0 }
    guard limit < _maximum else { return 1 }
    let bucket = Self.bucket(of: limit)
    let below = count(below: bucket)
    let values = occupied(bucket)
    let part =
      (Double(limit - values.lowerBound) + 1)
      / (Double(values.upperBound - values.lowerBound) + 1)
    return (Double(below) + Double(count(in: bucket)) * part) / Double(_count)
  }

  /// Whether at least five observations are expected beyond the p-quantile: n (1 − p) ≥ 5.
  ///
  /// With fewer, the quantile of one replication says little, and replications are pooled.
  public func supportsQuantile(_ p: Double) -> Bool {
    // n − ⌈n p⌉ = ⌊n (1 − p)⌋, without the rounding error of 1 − p.
    _count > 0 && _count - quantileRank(p, of: _count) >= 5
  }

  /// The bucket of the p-quantile of a sketch that is not empty, and its rank in there from 1.
  func place(ofQuantile p: Double) -> (bucket: Int, rank: Int64) {
    var rank = quantileRank(p, of: _count)
    if rank <= _zeros { return (0, rank) }
    rank -= _zeros
    let counts = _counts.span
    var index = 0
    // Octave by octave first: whole ones are summed several counts at a time.
    while true {
      let sum = Self.sum(counts, index..<index + Self.bucketsPerOctave)
      if sum >= rank { break }
      rank -= sum
      index += Self.bucketsPerOctave
    }
    while counts[index] < rank {
      rank -= counts[index]
      index += 1
    }
    return (_firstBucket + index, rank)
  }

  /// The number of observations in a bucket.
  private func count(in bucket: Int) -> Int64 {
    if bucket == 0 { return _zeros }
    let index = bucket - _firstBucket
    return _counts.indices.contains(index) ? _counts[index] : 0
  }

  /// The number of observations in the buckets before a limit.
  func count(below limit: Int) -> Int64 {
    guard limit > 0 else { return 0 }
    return _zeros + Self.sum(_counts.span, 0..<min(max(0, limit - _firstBucket), _counts.count))
  }

  /// The sum of some counts, several at a time.
  static func sum(_ counts: Span<Int64>, _ buckets: Range<Int>) -> Int64 {
    let part = counts.extracting(buckets)
    var sum: Int64 = 0
    // The counts of a sketch add up to its own count, which did not overflow.
    for index in part.indices { sum &+= part[index] }
    return sum
  }

  /// The values of a bucket that lie between the smallest and the largest observation.
  private func occupied(_ bucket: Int) -> ClosedRange<Int64> {
    Self.values(in: bucket).clamped(to: _minimum..._maximum)
  }
}
