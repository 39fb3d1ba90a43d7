/// The upper ends of the stretches of (0, 1] that belong to shares in turn; the last end is 1.
func upperEnds(_ shares: [Double]) -> [Double] {
  let total = shares.reduce(0, +)
  var sum = 0.0
  return shares.map {
    sum += $0
    return sum / total
  }
}

/// A discrete law in the order of its values, without those that never occur.
struct DiscreteShares {
  let values: [Double]
  let ends: [Double]

  init(_ list: [WeightedValue]) {
    let possible = list.filter { $0.probability > 0 }.sorted { $0.value < $1.value }
    values = possible.map(\.value)
    ends = upperEnds(possible.map(\.probability))
  }

  /// Index of the value at `u`.
  func position(of u: Double) -> Int {
    firstIndex(atLeast: u, in: ends, from: 0, count: ends.count)
  }
}

/// A mixture in its given order, without the parts that never occur.
struct MixtureShares {
  let distributions: [Distribution]
  let ends: [Double]
  /// Where each part begins.
  let starts: [Double]
  /// One over the width of each part.
  let stretches: [Double]

  init(_ parts: [MixturePart]) {
    let possible = parts.filter { $0.probability > 0 }
    distributions = possible.map(\.distribution)
    ends = upperEnds(possible.map(\.probability))
    starts = [0] + ends.dropLast()
    stretches = zip(starts, ends).map { 1 / ($1 - $0) }
  }

  /// Index of the part at `u`.
  func position(of u: Double) -> Int {
    firstIndex(atLeast: u, in: ends, from: 0, count: ends.count)
  }

  /// The place of `u` within the stretch of a part.
  func rescaled(_ u: Double, part: Int) -> Double {
    placeWithinPart(u, start: starts[part], stretch: stretches[part])
  }
}

/// Offset from `start` of the first of `count` rising numbers that is at least `u`, else the last.
///
/// - Complexity: O(log `count`)
@inlinable
func firstIndex(atLeast u: Double, in numbers: [Double], from start: Int, count: Int) -> Int {
  var low = 0
  var length = count
  while length > 1 {
    let half = length >> 1
    if numbers[start + low + half - 1] < u { low += half }
    length -= half
  }
  return low
}

/// The place of `u` within a part's stretch, kept off the ends 0 and 1 that rounding could reach.
@inlinable
@inline(__always)
func placeWithinPart(_ u: Double, start: Double, stretch: Double) -> Double {
  min(max((u - start) * stretch, 0x1p-53), 1 - 0x1p-53)
}
