/// The observations of all replications together, and how far the replications differ.
///
/// For a share of a replication's observations, those in the buckets before a limit, let m be their
/// number and n that of all. Beside the merged sketch a pool keeps Σ m² and Σ m n over the
/// replications for every limit: as what the sums gain at each bucket, so that memory does not grow
/// with the number of replications.
///
/// All sums are exact integers, so that the order of the replications does not matter. They are kept
/// until a replication has more than ``largest`` observations: it supports every quantile in use by
/// itself, and needs no pool.
public struct SketchPool: Sendable, Equatable {
  /// The merged observations.
  public private(set) var merged = QuantileSketch()
  /// Whether every replication had few enough observations to tell how far they differ.
  public private(set) var tellsSpread = true
  /// The replications that hold any observation.
  public private(set) var replications = 0
  /// By octave and bucket, what Σ m² and Σ m n gain there; nothing for octaves not in use.
  private var steps: [[Step]] = []
  /// Σ n².
  private var squaredCounts: Int64 = 0

  private struct Step: BitwiseCopyable, Equatable {
    var squares: Int64 = 0
    var products: Int64 = 0

    /// Takes the observations of one bucket, of all those of a replication.
    mutating func add(_ count: Int64, of all: Int64, _ below: inout Int64) {
      squares += count * (2 * below + count)
      products += count * all
      below += count
    }
  }

  /// Observations of a replication up to which the pool tells how far replications differ: ten times
  /// as many as the 0.99-quantile needs.
  public static let largest: Int64 = 5_000

  /// Creates a pool of no replications; it holds no storage.
  public init() {}

  /// Takes the observations of one replication; one without any says nothing and does not count.
  ///
  /// - Complexity: O(buckets up to the largest observation).
  public mutating func add(_ sketch: QuantileSketch) {
    guard sketch.count > 0 else { return }
    merged.merge(sketch)
    replications += 1
    guard tellsSpread else { return }
    guard sketch.count <= Self.largest else {
      tellsSpread = false
      steps = []
      return
    }
    squaredCounts += sketch.count * sketch.count
    let length = QuantileSketch.bucketsPerOctave
    var below: Int64 = 0
    if sketch._zeros > 0 {
      use(octave: 0)
      steps[0][0].add(sketch._zeros, of: sketch.count, &below)
    }
    let counts = sketch._counts.span
    for first in stride(from: 0, to: counts.count, by: length) {
      // Octaves between those in use may be empty, and are found so quickly.
      guard QuantileSketch.sum(counts, first..<first + length) > 0 else { continue }
      let octave = (sketch._firstBucket + first) / length
      use(octave: octave)
      for bucket in 0..<length where counts[first + bucket] > 0 {
        steps[octave][bucket].add(counts[first + bucket], of: sketch.count, &below)
      }
    }
  }

  /// Makes room for an octave.
  private mutating func use(octave: Int) {
    while steps.count <= octave { steps.append([]) }
    if steps[octave].isEmpty {
      steps[octave] = Array(repeating: Step(), count: QuantileSketch.bucketsPerOctave)
    }
  }

  /// The standard error of the share of observations in the buckets before a limit.
  ///
  /// The share F is a ratio of two sums, Σ m / Σ n; its squared error with R replications is
  /// R / (R − 1) · Σ (m − F n)² / (Σ n)². (Σ n)² Σ (m − F n)² is formed in whole numbers, so that
  /// equal shares give no error at all.
  ///
  /// - Complexity: O(`limit`).
  func shareError(below limit: Int) -> Double {
    var squares: Int64 = 0
    var products: Int64 = 0
    for (octave, steps) in steps.enumerated() {
      for step in steps.prefix(max(0, limit - octave * QuantileSketch.bucketsPerOctave)) {
        squares += step.squares
        products += step.products
      }
    }
    let all = Int128(merged.count)
    let below = Int128(merged.count(below: limit))
    let deviations =
      all * (all * Int128(squares) - 2 * below * Int128(products))
      + below * below * Int128(squaredCounts)
    let total = Double(merged.count)
    let count = Double(replications)
    return (count / (count - 1) * Double(nearest: deviations)).squareRoot() / (total * total)
  }
}
