/// A mergeable histogram that answers every quantile within 0.5 %.
///
/// Observations are whole numbers from 0 to `Int64.max`. Its buckets are log-linear: each value
/// below 128 has a bucket of its own, and each octave [2ᵏ, 2ᵏ⁺¹) from k = 7 on is cut into 128
/// equal buckets, so that a bucket is never wider than 1/128 of its values. Merging adds counts: in
/// whatever order and grouping, the same observations give the same sketch.
///
/// A count has 64 bits: a 32-bit count would halve the memory, yet a pooled study can see more than
/// 2³² trucks that waited zero. Storage grows to the highest octave seen, 1 KiB per octave: 34 KiB
/// for times up to 24 days in microseconds, 57 KiB at most. An observation costs O(1), and
/// allocates only when it opens a new octave.
public struct QuantileSketch: Sendable, Equatable {
  @usableFromInline var _counts: [Int64] = []
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
    let bucket = Self.bucket(of: value)
    // A negative value has its top bit set and lies beyond the last bucket: `grow` refuses it.
    if bucket >= _counts.count {
      grow(toHold: bucket)
    }
    _counts[bucket] &+= 1
    _count &+= 1
    _minimum = min(_minimum, value)
    _maximum = max(_maximum, value)
  }

  /// Takes so many observations of zero.
  public mutating func addZeros(_ count: Int64) {
    guard count > 0 else { return }
    if _counts.isEmpty { grow(toHold: 0) }
    _counts[0] += count
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
    if other._counts.count > _counts.count {
      grow(toHold: other._counts.count - 1)
    }
    if let buckets = other.bucketsInUse {
      let added = other._counts.span
      var counts = _counts.mutableSpan
      // No count exceeds the sum of the two, which `include` checks.
      for bucket in buckets { counts[bucket] &+= added[bucket] }
    }
    include(count: other._count, from: other._minimum, to: other._maximum)
  }

  /// The buckets from the smallest to the largest observation; nil when there is none.
  var bucketsInUse: Range<Int>? {
    guard _count > 0 else { return nil }
    return Self.bucket(of: _minimum)..<Self.bucket(of: _maximum) + 1
  }

  /// Forgets all observations and keeps the storage for the next ones.
  public mutating func reset() {
    _counts.removeAll(keepingCapacity: true)
    _count = 0
    _minimum = .max
    _maximum = .min
  }

  /// Extends the storage by whole octaves, so that equal observations give equal storage.
  @inline(never)
  @usableFromInline
  mutating func grow(toHold bucket: Int) {
    precondition(
      bucket < Self.bucketLimit,
      "a negative observation: bucket \(bucket) of \(Self.bucketLimit)"
    )
    let wanted = (bucket / Self.bucketsPerOctave + 1) * Self.bucketsPerOctave
    _counts += Self.zeros[_counts.count..<wanted]
  }

  /// Counts of no observations: an array is copied at once, where repeated elements are not.
  private static let zeros = [Int64](repeating: 0, count: bucketLimit)

  mutating func include(count: Int64, from minimum: Int64, to maximum: Int64) {
    _count += count
    _minimum = min(_minimum, minimum)
    _maximum = max(_maximum, maximum)
  }
}
