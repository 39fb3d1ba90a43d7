import Foundation
import OutputAnalysis
import Testing

@Suite struct PooledQuantileDifferenceTests {
  private func exponential(_ count: Int, _ random: inout SplitMix64) -> [Double] {
    (0..<count).map { _ in -log(random.uniform()) }
  }

  private func parts(_ values: [[Double]], times factor: Double) -> [QuantileSketch] {
    values.map { part in sketch(part.map { Int64($0 * factor * 1e8) }) }
  }

  @Test func sidesAreThePooledQuantiles() throws {
    var random = SplitMix64(seed: 5)
    let first = parts((0..<8).map { _ in exponential(40, &random) }, times: 1)
    let second = parts((0..<8).map { _ in exponential(40, &random) }, times: 2)
    let found = try #require(PooledQuantileDifference(0.9, first, second, confidence: 0.9))
    let pooled = [first, second].map { side in
      PooledQuantile(0.9, of: side.reduce(into: SketchPool()) { $0.add($1) }, confidence: 0.9)
    }
    let one = try #require(pooled[0])
    let other = try #require(pooled[1])
    #expect(found.first == one.estimate && found.second == other.estimate)
    #expect(found.difference == other.estimate - one.estimate)
    let (a, b) = (try #require(one.halfWidth), try #require(other.halfWidth))
    #expect(found.independentHalfWidth == (a * a + b * b).squareRoot())
    let halfWidth = try #require(found.halfWidth)
    #expect(abs(a - b) <= halfWidth && halfWidth <= a + b)
  }

  /// The same trucks, each with 1.3 times the wait: the residuals are the same, ρ = 1.
  @Test func coupledSidesHaveANarrowInterval() throws {
    var random = SplitMix64(seed: 6)
    let values = (0..<30).map { _ in exponential(80, &random) }
    let found = try #require(
      PooledQuantileDifference(
        0.95,
        parts(values, times: 1),
        parts(values, times: 1.3),
        confidence: 0.95
      )
    )
    let halfWidth = try #require(found.halfWidth)
    let independent = try #require(found.independentHalfWidth)
    // √(1 + 1.3²) / 0.3 = 5.5 for ρ = 1; buckets blur it.
    #expect(independent / halfWidth > 4)
    // Each wait is 30 % longer: of the ratio there is no doubt beyond the width of the buckets.
    #expect(abs((found.relativeDifference ?? 0) - 0.3) < 0.01)
    #expect((found.relativeHalfWidth ?? 1) < 0.03)
  }

  @Test func equalSidesLeaveNoDoubt() throws {
    var random = SplitMix64(seed: 7)
    let side = parts((0..<5).map { _ in exponential(60, &random) }, times: 1)
    let found = try #require(PooledQuantileDifference(0.9, side, side, confidence: 0.95))
    #expect(found.isIdentical && found.difference == 0 && found.halfWidth == 0)
  }

  @Test func tooFewObservations() {
    let few = [sketch(0..<10), sketch(0..<10)]
    let many = [sketch(0..<100), QuantileSketch()]
    #expect(PooledQuantileDifference(0.9, few, many, confidence: 0.95) == nil)
    // All observations of a side are in one replication: an estimate, and no interval.
    let found = PooledQuantileDifference(0.9, many, many.reversed(), confidence: 0.95)
    #expect(found?.difference == 0 && found?.halfWidth == nil)
    #expect(found?.isIdentical == false)
  }

  /// The coverage that the type documents.
  @Test(arguments: [(80, 0.95, 178...200), (20, 0.99, 183...200)])
  func coverageIsAsDocumented(count: Int, p: Double, allowed: ClosedRange<Int>) throws {
    // 94 % of 200 is 188 with a standard deviation of 3.4, 97 % is 194 with one of 2.4; both ranges
    // reach three of them or more. The jackknife's 78 % would be 156.
    var random = SplitMix64(seed: 77)
    let exact = -log(1 - p) * 0.3 * 1e8
    var covered = 0
    for _ in 0..<200 {
      let values = (0..<30).map { _ in exponential(count, &random) }
      let found = try #require(
        PooledQuantileDifference(
          p,
          parts(values, times: 1),
          parts(values, times: 1.3),
          confidence: 0.95
        )
      )
      if abs(found.difference - exact) <= (try #require(found.halfWidth)) { covered += 1 }
    }
    #expect(allowed.contains(covered), "\(covered) of 200")
  }
}
