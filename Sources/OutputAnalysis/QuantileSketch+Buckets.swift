// Where a value lies: with s = max(0, ⌊log₂ v⌋ − 7), bucket 128 s + ⌊v / 2ˢ⌋. The quotient is below
// 256, and from 128 on wherever s > 0, so that the buckets of consecutive octaves follow one another.
extension QuantileSketch {
  static var bucketsPerOctave: Int { 128 }

  /// One more than the bucket of `Int64.max`.
  static var bucketLimit: Int { 57 * bucketsPerOctave }

  /// The bucket of a value; at least `bucketLimit` for a negative one.
  @inlinable
  package static func bucket(of value: Int64) -> Int {
    let bits = UInt64(bitPattern: value)
    // Setting bit 7 makes the shift 0 for all small values without a branch.
    let shift = 56 &- (bits | 128).leadingZeroBitCount
    return shift &<< 7 &+ Int(truncatingIfNeeded: bits &>> UInt64(truncatingIfNeeded: shift))
  }

  /// The values that share a bucket.
  package static func values(in bucket: Int) -> ClosedRange<Int64> {
    let shift = max(0, bucket / bucketsPerOctave - 1)
    let lowest = Int64(bucket - shift * bucketsPerOctave) << shift
    return lowest...(lowest + (1 << shift - 1))
  }
}
