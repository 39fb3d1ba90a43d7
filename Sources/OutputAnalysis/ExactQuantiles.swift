/// Exact quantiles of a buffer of observations, by selection in place.
///
/// The p-quantile is the smallest x with Fₙ(x) ≥ p. Selecting permutes the buffer and allocates
/// nothing, so that one buffer serves interval after interval.
///
/// Quickselect (Hoare, CACM 4, 1961) with a three-way partition, which takes equal values out at
/// once, around the median of three or of three such medians. The pivots depend on the buffer only.
/// When the elements scanned exceed eight times the buffer, what is left is sorted by heapsort.
/// - Complexity: O(n) as a rule, O(n log n) at worst.
public enum ExactQuantiles {
  /// The p-quantile; nil when the buffer is empty.
  public static func selectQuantile(_ p: Double, of buffer: inout [Int64]) -> Int64? {
    selectQuantiles(p, p, of: &buffer)?.lower
  }

  /// Two quantiles at once, the lower one first; nil when the buffer is empty.
  ///
  /// - Parameters:
  ///   - lower: From 0 to 1.
  ///   - upper: From `lower` to 1.
  ///   - buffer: The observations, which are permuted.
  /// - Returns: The two observations.
  public static func selectQuantiles(
    _ lower: Double,
    _ upper: Double,
    of buffer: inout [Int64]
  ) -> (lower: Int64, upper: Int64)? {
    precondition(lower <= upper, "p = \(lower) lies above \(upper)")
    guard !buffer.isEmpty else { return nil }
    let count = Int64(buffer.count)
    let first = Int(quantileRank(lower, of: count)) - 1
    let second = Int(quantileRank(upper, of: count)) - 1
    var budget = 8 * buffer.count
    var values = buffer.mutableSpan
    select(first, in: &values, from: 0, budget: &budget)
    let low = values[first]
    // Nothing below `first` can rank higher than what is there now.
    select(second, in: &values, from: first, budget: &budget)
    return (low, values[second])
  }

  /// Puts the element of an index in ascending order there, smaller ones before, larger ones after.
  ///
  /// - Parameters:
  ///   - index: The index, not below `start`.
  ///   - values: The elements.
  ///   - start: The first index to look at.
  ///   - budget: How many elements may be scanned before heapsort takes over; reduced by those
  ///     that were.
  package static func select(
    _ index: Int,
    in values: inout MutableSpan<Int64>,
    from start: Int,
    budget: inout Int
  ) {
    var low = start
    var high = values.count
    while high - low > 1 {
      guard budget > 0 else {
        return heapSort(&values, from: low, to: high)
      }
      budget -= high - low
      let equal = partition(&values, from: low, to: high)
      if index < equal.lowerBound {
        high = equal.lowerBound
      } else if index >= equal.upperBound {
        low = equal.upperBound
      } else {
        return
      }
    }
  }

  /// Moves smaller elements before and larger ones after a pivot; returns where its equals are.
  private static func partition(
    _ values: inout MutableSpan<Int64>,
    from low: Int,
    to high: Int
  ) -> Range<Int> {
    let pivot = pivot(values, from: low, to: high)
    var smaller = low
    var larger = high
    var next = low
    while next < larger {
      let value = values[next]
      if value < pivot {
        values.swapAt(smaller, next)
        smaller += 1
        next += 1
      } else if value > pivot {
        larger -= 1
        values.swapAt(next, larger)
      } else {
        next += 1
      }
    }
    return smaller..<larger
  }

  private static func pivot(
    _ values: borrowing MutableSpan<Int64>,
    from low: Int,
    to high: Int
  ) -> Int64 {
    let length = high - low
    let middle = low + length / 2
    guard length > 40 else {
      return median(values[low], values[middle], values[high - 1])
    }
    let step = length / 8
    return median(
      median(values[low], values[low + step], values[low + 2 * step]),
      median(values[middle - step], values[middle], values[middle + step]),
      median(values[high - 1 - 2 * step], values[high - 1 - step], values[high - 1])
    )
  }

  private static func median(_ a: Int64, _ b: Int64, _ c: Int64) -> Int64 {
    max(min(a, b), min(max(a, b), c))
  }

  private static func heapSort(_ values: inout MutableSpan<Int64>, from low: Int, to high: Int) {
    for root in stride(from: low + (high - low) / 2 - 1, through: low, by: -1) {
      siftDown(&values, root, from: low, to: high)
    }
    for end in stride(from: high - 1, to: low, by: -1) {
      values.swapAt(low, end)
      siftDown(&values, low, from: low, to: end)
    }
  }

  private static func siftDown(
    _ values: inout MutableSpan<Int64>,
    _ root: Int,
    from low: Int,
    to high: Int
  ) {
    var parent = root
    while true {
      var child = low + 2 * (parent - low) + 1
      guard child < high else { return }
      if child + 1 < high, values[child + 1] > values[child] {
        child += 1
      }
      guard values[child] > values[parent] else { return }
      values.swapAt(parent, child)
      parent = child
    }
  }
}
