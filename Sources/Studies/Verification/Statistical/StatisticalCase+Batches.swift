import OutputAnalysis
import RandomVariates

/// Intervals from the batches of one long series, whose variance constant is known.
///
/// With the variance constant σ², the limit of n times the variance of the mean of n values, the
/// variance of the means of batches of m values is σ² / m.
extension StatisticalCase {
  /// Series of each kind, their batches, and the values in a batch.
  private static let series = 2_000
  private static let batches = 10
  private static let size = 2_000

  static var batchMeans: [StatisticalCase] { [autoregression, waits] }

  /// AR(1): every value is 0.9 times the one before and a standard normal one more.
  private static var autoregression: StatisticalCase {
    let share = 0.9
    // σ² = 1 / (1 − φ)²; the variance of a value is 1 / (1 − φ²).
    let constant = 1 / ((1 - share) * (1 - share))
    let spread = (1 / (1 - share * share)).squareRoot()
    return batchCase(
      "COVER-BATCH-AR1",
      "AR(1), coefficient 0.9",
      "Fishman, Management Science 24 (1978); Law and Kelton, Operations Research 32 (1984)",
      load: share,
      mean: 0,
      constant: constant
    ) { random in
      var value = spread * random.nextNormal()
      for index in 0..<batches * size {
        random.series[index] = value
        value = share * value + random.nextNormal()
      }
    }
  }

  /// Waits of the customers of M/M/1 in steady state, by Lindley's recursion.
  private static var waits: StatisticalCase {
    let load = 0.5
    let constant = waitConstant(load: load)
    return batchCase(
      "COVER-BATCH-MM1",
      "waits in M/M/1, load 0.5",
      "Daley, Journal of the Australian Mathematical Society 8 (1968); Whitt (1989)",
      load: load,
      mean: load / (1 - load),
      constant: constant
    ) { random in
      // Who comes waits with probability ρ, and then for an exponential time with mean 1 / (1 − ρ).
      var wait = random.nextUnit() < load ? random.nextExponential() / (1 - load) : 0
      for index in 0..<batches * size {
        random.series[index] = wait
        wait = max(0, wait + random.nextExponential() - random.nextExponential() / load)
      }
    }
  }

  /// ρ (2 + 5ρ − 4ρ² + ρ³) / (1 − ρ)⁴ for services with mean 1.
  static func waitConstant(load: Double) -> Double {
    let idle = (1 - load) * (1 - load)
    return load * (2 + load * (5 - load * (4 - load))) / (idle * idle)
  }

  private static func batchCase(
    _ id: String,
    _ model: String,
    _ source: String,
    load: Double,
    mean: Double,
    constant: Double,
    _ fill: @escaping @Sendable (inout SeriesSource) -> Void
  ) -> StatisticalCase {
    let values = [
      ExactValue(
        name: "coverage",
        measure: "coverage",
        exact: 0.95,
        kind: .within(coverageBand)
      ),
      // Ten batches know their variance to 47 %, so 2,000 times ten to 1 %: five of these.
      ExactValue(
        name: "σ²",
        measure: "constant",
        exact: constant,
        kind: .within(0.95 * constant...1.05 * constant)
      ),
    ]
    let exact = ExactCase(
      id: id,
      model: "\(model): 95% intervals of \(batches) batches of 2,000 each",
      source: source,
      values: values,
      load: load
    )
    return StatisticalCase(exact: exact) { trials in
      let count = trials.count ?? series
      let found = await sideBySide(count, workers: trials.workers) {
        var source = SeriesSource(count: batches * size)
        return { number in
          // Seeds that neither other trials nor a second verification have.
          source.begin(seed: trials.seed &* 1_000_003 &+ UInt64(number))
          fill(&source)
          let means = BatchMeans(of: source.series, batches: batches)
          return (
            isRight: means.interval(confidence: 0.95).covers(mean),
            constant: Double(size) * means.tally.variance
          )
        }
      }
      guard let found else { return nil }
      return Outcome(
        findings: [
          .share(of: found.map(\.isRight)), .mean(of: found.map(\.constant), unit: ""),
        ],
        trucks: 0
      )
    }
  }
}

/// A series and the stream that it is drawn from, one for each worker.
struct SeriesSource: ~Copyable {
  /// The values.
  var series: [Double]
  private var stream = SequentialStream(seed: 0)

  /// A source of series of some length.
  init(count: Int) {
    series = Array(repeating: 0, count: count)
  }

  /// Begins the stream of a seed.
  mutating func begin(seed: UInt64) { stream = SequentialStream(seed: seed) }

  /// Uniform above 0 and below 1.
  mutating func nextUnit() -> Double { stream.nextUnit() }

  /// Exponential with mean 1.
  mutating func nextExponential() -> Double { stream.nextExponential() }

  /// Standard normal.
  mutating func nextNormal() -> Double { stream.nextNormal() }
}
