import OutputAnalysis
import Testing

@Suite struct TallyTests {
  @Test func knownMoments() {
    let tally = Tally([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(tally.count == 8)
    #expect(tally.mean == 5)
    // 32 / 7: each step of Welford rounds once, so a few units in the last place.
    #expect(abs(tally.variance - 32.0 / 7) < 1e-14)
    #expect(tally.standardDeviation == tally.variance.squareRoot())
    #expect(tally.minimum == 2)
    #expect(tally.maximum == 9)
  }

  @Test func undefinedMomentsAreNotNumbers() {
    #expect(Tally().mean.isNaN)
    #expect(Tally([3]).mean == 3)
    #expect(Tally([3]).variance.isNaN)
    #expect(Tally().minimum == .infinity)
    #expect(Tally().maximum == -.infinity)
  }

  @Test func largeOffsetDoesNotCancel() {
    // The sum of squares near 10¹⁸ would leave no digit of a variance of 30.
    let tally = Tally([4, 7, 13, 16].map { $0 + 1e9 })
    #expect(tally.mean == 1e9 + 10)
    #expect(tally.variance == 30)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func agreesWithTwoPasses(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let values = (0..<500).map { _ in 100 + random.uniform() }
    let mean = values.reduce(0, +) / 500
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 499
    let tally = Tally(values)
    // 500 roundings of 1e−16 relative each.
    #expect(abs(tally.mean / mean - 1) < 1e-13)
    #expect(abs(tally.variance / variance - 1) < 1e-11)
    #expect(tally.minimum == values.min())
    #expect(tally.maximum == values.max())
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func mergeIsTheTallyOfAll(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let values = (0..<300).map { _ in random.uniform() }
    let cut = Int.random(in: 0...300, using: &random)
    var merged = Tally(values[..<cut])
    merged.merge(Tally(values[cut...]))
    let whole = Tally(values)
    #expect(merged.count == whole.count)
    #expect(abs(merged.mean / whole.mean - 1) < 1e-13)
    #expect(abs(merged.variance / whole.variance - 1) < 1e-11)
    #expect(merged.minimum == whole.minimum)
    #expect(merged.maximum == whole.maximum)
  }

  @Test func mergingNothingChangesNoBit() {
    let tally = Tally([0.1, 0.2, 0.4])
    var left = Tally()
    left.merge(tally)
    var right = tally
    right.merge(Tally())
    #expect(left == tally)
    #expect(right == tally)
  }

  @Test func resetForgets() {
    var tally = Tally([1, 2])
    tally.reset()
    #expect(tally == Tally())
  }
}
