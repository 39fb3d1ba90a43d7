import Foundation
import OutputAnalysis
import Testing

@Suite struct PairedComparisonTests {
  private func compare(
    _ a: [Double?],
    _ b: [Double?],
    _ confidence: Double = 0.95
  )
    -> PairedComparison?
  {
    PairedComparison(a, b, confidence: confidence)
  }

  @Test func knownInterval() throws {
    // Differences 1, 2, 3, 4: mean 2.5, variance 5/3; t(0.975; 3) = 3.18245.
    let found = try #require(compare([10, 20, 30, 40], [11, 22, 33, 44]))
    #expect(found.difference == 2.5)
    #expect(abs(found.variance - 5.0 / 3) < 1e-12)
    let halfWidth = try #require(found.interval.halfWidth)
    #expect(abs(halfWidth - 3.182446 * (5.0 / 12).squareRoot()) < 1e-5)
    #expect(found.firstMean == 25 && found.secondMean == 27.5)
    #expect(found.isDecided && !found.isIdentical)
    // Both sides have 500/3 and 605/3.
    #expect(abs((found.varianceRatio ?? 0) - 1105.0 / 5) < 1e-9)
  }

  /// b = 2 a: the variances are 1 and 4 times that of a, as is that of the difference once.
  @Test func varianceRatioIsThatOfTheory() throws {
    let a = [3.0, 8, 1, 9, 4]
    let found = try #require(compare(a, a.map { 2 * $0 }))
    #expect(abs((found.varianceRatio ?? 0) - 5) < 1e-12)
  }

  /// Coupled normal values with correlation ρ and equal variances have the ratio 1 / (1 − ρ).
  @Test(arguments: [0.0, 0.5, 0.9])
  func coupledNormalValues(correlation: Double) throws {
    var random = SplitMix64(seed: 11)
    let values = (0..<20_000).map { _ in coupled(correlation, &random) }
    let found = try #require(compare(values.map(\.0), values.map(\.1)))
    // The ratio of 20,000 pairs has a relative error of about √(4 / 20,000) = 1.4 %; 6 % is four.
    #expect(abs((found.varianceRatio ?? 0) * (1 - correlation) - 1) < 0.06)
    let paired = try #require(found.interval.halfWidth)
    let independent = try #require(found.independentHalfWidth)
    #expect(abs(paired / independent - (1 - correlation).squareRoot()) < 0.03)
  }

  private func coupled(_ correlation: Double, _ random: inout SplitMix64) -> (Double, Double) {
    let (x, y) = (normal(&random), normal(&random))
    return (x, correlation * x + (1 - correlation * correlation).squareRoot() * y)
  }

  private func normal(_ random: inout SplitMix64) -> Double {
    (-2 * log(random.uniform())).squareRoot() * cos(2 * Double.pi * random.uniform())
  }

  @Test func onlyWhereBothHaveAValue() throws {
    let found = try #require(compare([1, nil, 3, 5], [2, 9, nil, 8]))
    #expect(found.count == 2)
    #expect(found.difference == 2)
    #expect(found.firstMean == 3 && found.secondMean == 5)
    #expect(compare([1, nil], [nil, 2]) == nil)
    #expect(compare([], []) == nil)
  }

  @Test func onePairHasNoInterval() throws {
    let found = try #require(compare([1], [3]))
    #expect(found.interval.halfWidth == nil && found.independentHalfWidth == nil)
    #expect(!found.isDecided && found.varianceRatio == nil && found.pairsToDecide == nil)
  }

  @Test func noDifferenceAtAll() throws {
    let found = try #require(compare([1, 2, 3], [1, 2, 3]))
    #expect(found.isIdentical && !found.isDecided)
    #expect(found.interval.halfWidth == 0 && found.pairsToDecide == nil)
    #expect(found.varianceRatio == nil)
  }

  /// b = 2 a is twice as much without any doubt, though the difference varies.
  @Test func relativeDifference() throws {
    let found = try #require(compare([3, 8, 1], [6, 16, 2]))
    #expect(found.relativeDifference == 1 && found.relativeHalfWidth == 0)
    #expect((found.interval.halfWidth ?? 0) > 1)
    // A ratio of 1.1 with the residuals ±0.01 of its mean: s = 0.1 · √2 of ā = 10.
    let doubtful = try #require(compare([10, 10], [11.1, 10.9]))
    let expected = studentQuantile(0.975, degrees: 1) * 0.1 / 10
    #expect(abs((doubtful.relativeHalfWidth ?? 0) - expected) < 1e-9)
    let zero = try #require(compare([0, 0], [1, 2]))
    #expect(zero.relativeDifference == nil && zero.relativeHalfWidth == nil)
  }

  @Test func constantDifferenceIsDecided() throws {
    let found = try #require(compare([1, 2, 3], [4, 5, 6]))
    #expect(found.isDecided && found.interval.halfWidth == 0 && found.pairsToDecide == 2)
  }

  /// With as many pairs as asked for, of the same mean and spread, the interval leaves out 0.
  @Test(arguments: [0.05, 0.2, 1, 4])
  func pairsToDecideDecide(shift: Double) throws {
    let spread = [-1.0, 1, -0.5, 0.5, 0]
    let zeros = Array(repeating: 0.0, count: spread.count)
    let found = try #require(compare(zeros, spread.map { $0 + shift }))
    let needed = try #require(found.pairsToDecide)
    func halfWidth(_ count: Int) -> Double {
      studentQuantile(0.975, degrees: Double(count - 1))
        * (found.variance / Double(count)).squareRoot()
    }
    #expect(halfWidth(needed) < shift)
    #expect(needed == 2 || halfWidth(needed - 1) >= shift)
  }

  @Test func differenceNearZeroNeverDecides() throws {
    let found = try #require(compare([0, 0, 0, 0], [1e6, -1e6, 1e6, -1e6 + 1e-6]))
    #expect(found.pairsToDecide == nil)
  }
}

@Suite struct SimultaneousPairsTests {
  @Test func pairsInTheirOrder() {
    let pairs = SimultaneousPairs(of: 4, confidence: 0.94)
    #expect(pairs.count == 6)
    #expect(
      pairs.all.map { [$0.first, $0.second] } == [
        [0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3],
      ]
    )
    #expect(abs(pairs.individualConfidence - 0.99) < 1e-12)
    #expect(SimultaneousPairs(of: 2, confidence: 0.95).individualConfidence == 0.95)
  }

  @Test func unbeatenAreThoseThatNobodyBeats() {
    let pairs = SimultaneousPairs(of: 4, confidence: 0.95)
    // 0 is behind 1, 3 behind 2; 1 and 2 cannot be told apart.
    #expect(pairs.unbeaten { ($0, $1) == (0, 1) || ($0, $1) == (3, 2) } == [1, 2])
    #expect(pairs.unbeaten { _, _ in false } == [0, 1, 2, 3])
    #expect(pairs.unbeaten { index, other in other == 2 && index != 2 } == [2])
  }

  /// Four alternatives whose values share half of their spread: all six intervals cover together.
  @Test func allIntervalsCoverTogether() throws {
    var random = SplitMix64(seed: 3)
    let pairs = SimultaneousPairs(of: 4, confidence: 0.95)
    var together = 0
    var unadjusted = 0
    let trials = 600
    for _ in 0..<trials {
      var values: [[Double]] = [[], [], [], []]
      for _ in 0..<12 {
        let shared = random.uniform() + random.uniform() + random.uniform()
        for index in 0..<4 {
          let own = random.uniform() + random.uniform() + random.uniform()
          values[index].append(shared + own + Double(index))
        }
      }
      func allCover(_ confidence: Double) throws -> Bool {
        try pairs.all.allSatisfy { pair in
          let found = try #require(
            PairedComparison(values[pair.first], values[pair.second], confidence: confidence)
          )
          let error = abs(found.difference - Double(pair.second - pair.first))
          return error <= (found.interval.halfWidth ?? 0)
        }
      }
      if try allCover(pairs.individualConfidence) { together += 1 }
      if try allCover(0.95) { unadjusted += 1 }
    }
    // 95 % of 600 is 570 with a standard deviation of 5.3; three of them are 16. Bonferroni is a
    // bound, so that more may cover. Six intervals of 95 % each cover together in about 81 %.
    #expect(together >= 554, "\(together) of \(trials)")
    #expect(unadjusted < 530, "\(unadjusted) of \(trials)")
  }
}
