/// A compact copy of a `QuantileSketch`: only the buckets that hold something.
///
/// It keeps what one replication contributed to a pooled sketch, so that the contribution can be
/// taken out and put back. It takes 16 bytes per bucket in use.
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

  /// Takes out all observations of a compact copy, which must have been taken in before.
  ///
  /// `minimum` and `maximum` stay as they are, as bounds of what is left: adding the same copy back
  /// restores the sketch exactly.
  ///
  /// - Complexity: O(buckets in use in `sparse`).
  public mutating func subtract(_ sparse: SparseSketch) {
    for entry in sparse.entries {
      precondition(
        entry.bucket < _counts.count && entry.count <= _counts[entry.bucket],
        "bucket \(entry.bucket) does not hold the \(entry.count) observations to take out"
      )
      _counts[entry.bucket] -= entry.count
    }
    _count -= sparse.count
  }
}
