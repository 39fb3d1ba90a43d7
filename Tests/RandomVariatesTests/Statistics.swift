import RandomVariates

/// A million uniform variates by address, shared by all tests of generators.
enum SharedUnits {
  static let count = 1_000_000

  static let values: [Double] = {
    let generator = Philox4x32(key: Philox4x32.key(seed: 2023, replication: 0))
    var values: [Double] = []
    values.reserveCapacity(count)
    var truck: UInt32 = 0
    while truck < count {
      values.append(generator.unit(at: DrawAddress(flow: 0xCAFE, truck: truck, step: 0x5E2)))
      truck += 1
    }
    return values
  }()
}

/// Pearson's statistic of counts in cells of equal probability, or of the given ones.
func chiSquare(_ counts: [Int], shares: [Double]? = nil) -> Double {
  let total = Double(counts.reduce(0, +))
  return counts.indices.reduce(0) { sum, cell in
    let expected = total * (shares?[cell] ?? 1 / Double(counts.count))
    let distance = Double(counts[cell]) - expected
    return sum + distance * distance / expected
  }
}

/// What Pearson's statistic exceeds with probability 10⁻⁴ (Wilson and Hilferty, 1931).
func chiSquareLimit(degrees: Int) -> Double {
  let spread = 2 / (9 * Double(degrees))
  let root = 1 - spread + normalQuantile(1 - 1e-4) * spread.squareRoot()
  return Double(degrees) * root * root * root
}

/// The Kolmogorov–Smirnov distance, taken at the ends of cells whose probabilities are known.
func kolmogorovDistance(_ counts: [Int], cumulative: [Double]) -> Double {
  let total = Double(counts.reduce(0, +))
  var seen = 0
  var distance = 0.0
  for (cell, probability) in cumulative.enumerated() {
    seen += counts[cell]
    distance = max(distance, abs(Double(seen) / total - probability))
  }
  return distance
}

/// What the Kolmogorov–Smirnov distance exceeds with probability at most 10⁻⁴.
///
/// From 2·exp(−2 n d²), the first term of the limit law; at some points only it exceeds less often.
func kolmogorovLimit(count: Int) -> Double {
  2.225 / Double(count).squareRoot()
}

/// Counts, mean and central moments of a sample, gathered in one pass.
struct SampleSummary {
  private(set) var counts: [Int]
  private let bounds: [Double]
  private let centre: Double
  private var n = 0.0
  private var sum1 = 0.0
  private var sum2 = 0.0
  private var sum3 = 0.0
  private var sum4 = 0.0

  /// Cell k holds what lies above bound k − 1 and at or below bound k.
  init(bounds: [Double], centre: Double) {
    self.bounds = bounds
    self.centre = centre
    counts = [Int](repeating: 0, count: bounds.count + 1)
  }

  mutating func add(_ x: Double) {
    let d = x - centre
    let square = d * d
    n += 1
    sum1 += d
    sum2 += square
    sum3 += square * d
    sum4 += square * square
    var low = 0
    var high = bounds.count
    while low < high {
      let middle = (low + high) >> 1
      if bounds[middle] < x { low = middle + 1 } else { high = middle }
    }
    counts[low] += 1
  }

  var mean: Double { centre + sum1 / n }

  var variance: Double { sum2 / n - (sum1 / n) * (sum1 / n) }

  /// Standard error of the sample variance: √((μ₄ − σ⁴)/n), with the sample's own fourth moment.
  var varianceError: Double {
    let m = sum1 / n
    let fourth = sum4 / n - 4 * m * sum3 / n + 6 * m * m * sum2 / n - 3 * m * m * m * m
    return ((fourth - variance * variance) / n).squareRoot()
  }
}
