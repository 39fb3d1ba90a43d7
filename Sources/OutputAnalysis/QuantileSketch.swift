/// A mergeable histogram that answers every quantile within 0.5 %.
///
/// Observations are whole numbers from 0 to `Int64.max`. Its buckets are log-linear: each value
/// below 128 has a bucket of its own, and each octave [2ᵏ, 2ᵏ⁺¹) from k = 7 on is cut into 128
/// equal buckets, so that a bucket is never wider than 1/128 of its values. Merging adds counts: in
/// whatever order and grouping, the same observations give the same sketch.
///
/// A count has 64 bits: a 32-bit count would halve the memory, yet a pooled study can see more than
/// 2³² trucks that waited zero. Zeros, of which waits are full, are counted apart; the rest of the
/// storage reaches from the lowest octave seen to the highest, 1 KiB per octave: some 4 KiB for
/// the service times of one gate, 57 KiB at most. An observation costs O(1), and allocates only
/// when it opens a new octave.
public struct QuantileSketch: Sendable, Equatable {
  /// The observations of zero: bucket 0.
  @usableFromInline var _zeros: Int64 = 0
  /// The counts of the buckets from `_firstBucket` on; that of bucket 0 is not used.
  @usableFromInline var _counts: [Int64] = []
  /// A multiple of the buckets per octave; 0 while there are no counts.
  @usableFromInline var _firstBucket = 0
  @usableFromInline var _count: Int64 = 0
  @usableFromInline var _minimum = Int64.max
  @usableFromInline var _maximum = Int64.min

  /// Creates a sketch of no observations; it holds no storage.
  @inlinable
  public init() {}

  /// The number of observations.
  @inlinable
  public var count: Int64 { _count }

  /// The smallest observation; nil when there is none.
  @inlinable
  public var minimum: Int64? { _count > 0 ? _minimum : nil }

  /// The largest observation; nil when there is none.
  @inlinable
  public var maximum: Int64? { _count > 0 ? _maximum : nil }

  /// Takes one observation, which must not be negative.
  @inlinable
  public mutating func add(_ value: Int64) {
    if value == 0 {
      _zeros &+= 1
    } else {
      let bucket = Self.bucket(of: value)
      // A negative value has its top bit set and lies beyond the last bucket: `grow` refuses it.
      if UInt(bitPattern: bucket &- _firstBucket) >= UInt(bitPattern: _counts.count) {
        grow(toHold: bucket)
      }
      _counts[bucket &- _firstBucket] &+= 1
    }
    _count &+= 1
    _minimum = min(_minimum, value)
    _maximum = max(_maximum, value)
  }

  /// Takes so many observations of zero.
  public mutating func addZeros(_ count: Int64) {
    guard count > 0 else { return }
    _zeros += count
    include(count: count, from: 0, to: 0)
  }

  /// Takes all observations of another sketch.
  ///
  /// - Complexity: O(buckets in use).
  public mutating func merge(_ other: QuantileSketch) {
    guard other._count > 0 else { return }
    guard _count > 0 else {
      // Storage depends on the observations alone, so that of the other sketch can be shared.
      self = other
      return
    }
    // No count exceeds the sum of the two, which `include` checks.
    _zeros &+= other._zeros
    if !other._counts.isEmpty {
      grow(toHold: other._firstBucket)
      grow(toHold: other._firstBucket + other._counts.count - 1)
      let added = other._counts.span
      let offset = other._firstBucket - _firstBucket
      var counts = _counts.mutableSpan
      for index in added.indices { counts[offset + index] &+= added[index] }
    }
    include(count: other._count, from: other._minimum, to: other._maximum)
  }

  /// Forgets all observations and keeps the storage for the next ones.
  public mutating func reset() {
    _zeros = 0
    _counts.removeAll(keepingCapacity: true)
    _firstBucket = 0
    _count = 0
    _minimum = .max
    _maximum = .min
  }

  /// Extends the storage by whole octaves up or down, so that equal observations give equal storage.
  @inline(never)
  @usableFromInline
  mutating func grow(toHold bucket: Int) {
    precondition(
      bucket < Self.bucketLimit,
      "a negative observation: bucket \(bucket) of \(Self.bucketLimit)"
    )
    let octave = bucket / Self.bucketsPerOctave * Self.bucketsPerOctave
    if _counts.isEmpty { _firstBucket = octave }
    if octave < _firstBucket {
      _counts = Self.zeros[octave..<_firstBucket] + _counts
      _firstBucket = octave
    }
    let wanted = octave + Self.bucketsPerOctave - _firstBucket
    if wanted > _counts.count { _counts += Self.zeros[_counts.count..<wanted] }
  }

  /// Counts of no observations: an array is copied at once, where repeated elements are not.
  private static let zeros = [Int64](repeating: 0, count: bucketLimit)

  mutating func include(count: Int64, from minimum: Int64, to maximum: Int64) {
    _count += count
    _minimum = min(_minimum, minimum)
    _maximum = max(_maximum, maximum)
  }
}
