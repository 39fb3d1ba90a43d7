/// A compact copy of a `QuantileSketch`: only the buckets that hold something.
///
/// It keeps what one replication contributed to a pooled sketch, in 16 bytes per bucket in use.
public struct SparseSketch: Sendable, Equatable {
  struct Entry: BitwiseCopyable, Sendable, Equatable {
    var bucket: Int
    var count: Int64
  }

  /// In ascending order of buckets.
  let entries: [Entry]
  /// The number of observations.
  public let count: Int64
  let minimum: Int64
  let maximum: Int64

  /// Copies a sketch.
  ///
  /// - Complexity: O(buckets in use).
  public init(_ sketch: QuantileSketch) {
    entries = sketch._counts.indices.compactMap { bucket in
      let count = sketch._counts[bucket]
      return count > 0 ? Entry(bucket: bucket, count: count) : nil
    }
    count = sketch._count
    minimum = sketch._minimum
    maximum = sketch._maximum
  }

  /// The number of observations in the buckets before a limit.
  ///
  /// - Complexity: O(buckets in use).
  func count(below limit: Int) -> Int64 {
    entries.prefix { $0.bucket < limit }.reduce(0) { $0 + $1.count }
  }
}

extension QuantileSketch {
  /// Takes all observations of a compact copy.
  ///
  /// - Complexity: O(buckets in use in `sparse`).
  public mutating func add(_ sparse: SparseSketch) {
    guard let last = sparse.entries.last else { return }
    if last.bucket >= _counts.count {
      grow(toHold: last.bucket)
    }
    for entry in sparse.entries {
      _counts[entry.bucket] += entry.count
    }
    include(count: sparse.count, from: sparse.minimum, to: sparse.maximum)
  }
}
