import RandomVariates
import Testing

/// A million draws of every law, from Philox by address.
@Suite("Draws of compiled distributions")
struct SamplerTests {
  @Test(
    "of continuous laws have the right moments and the right distribution",
    arguments: [
      .exponential(mean: 3), .erlang(shape: 3, mean: 2), .gamma(mean: 5, cv: 0.5),
      .gamma(mean: 5, cv: 2), .lognormal(mean: 4, sd: 2), .uniform(2, 5),
      .triangular(low: 1, mode: 2, high: 6), .normal(mean: 1, sd: 1),
      .weibull(shape: 1.5, scale: 2), .hyperexponential(mean: 2, scv: 4),
    ] as [Distribution]
  )
  func continuous(_ law: Distribution) {
    let cumulative = (1...127).map { Double($0) / 128 }
    let sample = Self.sample(law, bounds: cumulative.map(law.quantile))
    Self.checkMoments(of: sample, law)
    #expect(chiSquare(sample.counts) < chiSquareLimit(degrees: 127))
    #expect(
      kolmogorovDistance(sample.counts, cumulative: cumulative)
        < kolmogorovLimit(count: SharedUnits.count)
    )
  }

  @Test("of a discrete law come in the right shares")
  func discrete() {
    let shares = [0.05, 0.15, 0.3, 0.4, 0.1]
    let law = Distribution.discrete(
      shares.enumerated().map { WeightedValue(value: Double($0), probability: $1) }
    )
    let sample = Self.sample(law, bounds: [0, 1, 2, 3])
    Self.checkMoments(of: sample, law)
    #expect(chiSquare(sample.counts, shares: shares) < chiSquareLimit(degrees: 4))
  }

  @Test("of an empirical law take every row equally often")
  func empirical() {
    let rows = (0..<50).map { Double(($0 * 37) % 50) }
    let law = Distribution.empirical(rows)
    let sample = Self.sample(law, bounds: (0..<49).map(Double.init))
    Self.checkMoments(of: sample, law)
    #expect(chiSquare(sample.counts) < chiSquareLimit(degrees: 49))
  }

  @Test("of nested mixtures have the composed distribution")
  func mixture() {
    let law = Distribution.mixture([
      MixturePart(probability: 0.3, distribution: .uniform(0, 8)),
      MixturePart(
        probability: 0.7,
        distribution: .mixture([
          MixturePart(probability: 0.2, distribution: .uniform(4, 6)),
          MixturePart(probability: 0.8, distribution: .triangular(low: 0, mode: 4, high: 8)),
        ])
      ),
    ])
    // Cells between 0, 1, …, 8; the triangle has 1, 3, 5, 7 of 32 in its rising half.
    let triangle: [Double] = [1, 3, 5, 7, 7, 5, 3, 1]
    let middle: [Double] = [0, 0, 0, 0, 1, 1, 0, 0]
    let shares = zip(triangle, middle).map { 0.3 / 8 + 0.56 * $0 / 32 + 0.14 * $1 / 2 }
    let sample = Self.sample(law, bounds: (1...7).map(Double.init))
    Self.checkMoments(of: sample, law)
    #expect(chiSquare(sample.counts, shares: shares) < chiSquareLimit(degrees: 7))
  }

  @Test("of a constant are the constant, of a trace the rows in turn")
  func rowsInTurn() {
    var table = SamplerTable()
    let constant = table.add(.constant(5))
    let trace = table.add(.trace([3, 1, 2]))
    for row in UInt64(0)..<7 {
      #expect(table.value(constant, unit: 0.3, row: row) == 5)
      #expect(table.value(trace, unit: 0.3, row: row) == [3, 1, 2][Int(row % 3)])
    }
  }

  @Test("follow the composition that quantiles describe")
  func composition() {
    let law = Distribution.mixture([
      MixturePart(probability: 0.25, distribution: .exponential(mean: 2)),
      MixturePart(
        probability: 0.75,
        distribution: .mixture([
          MixturePart(probability: 0.5, distribution: .gamma(mean: 4, cv: 0.5)),
          MixturePart(probability: 0.5, distribution: .empirical([2, 7, 1])),
        ])
      ),
    ])
    var table = SamplerTable()
    _ = table.add(.mixture([MixturePart(probability: 1, distribution: .constant(1))]))
    let index = table.add(law)
    for unit in SharedUnits.values.prefix(5000) {
      // A millionth is what the gamma part's table may be off.
      #expect(abs(table.value(index, unit: unit, row: 0) / law.quantile(unit) - 1) < 1e-6)
    }
  }

  private static func sample(_ law: Distribution, bounds: [Double]) -> SampleSummary {
    var table = SamplerTable()
    let index = table.add(law)
    var sample = SampleSummary(bounds: bounds, centre: law.mean)
    let units = SharedUnits.values
    var place = 0
    while place < units.count {
      sample.add(table.value(index, unit: units[place], row: 0))
      place += 1
    }
    return sample
  }

  /// Four and a half standard errors: exceeded by chance once in 150,000 times.
  private static func checkMoments(of sample: SampleSummary, _ law: Distribution) {
    let meanError = (law.variance / Double(SharedUnits.count)).squareRoot()
    #expect(abs(sample.mean - law.mean) < 4.5 * meanError)
    #expect(abs(sample.variance - law.variance) < 4.5 * sample.varianceError)
  }
}
