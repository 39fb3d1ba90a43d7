import Foundation
import Testing

@testable import OutputAnalysis

@Suite struct FeasibilityTestTests {
  private let wait = FeasibilityLimit(10, .atMost, band: 0.2)

  private func test(_ limits: [FeasibilityLimit], looks: [Int] = [10, 20, 40]) -> FeasibilityTest {
    FeasibilityTest(limits, looks: looks, error: 0.03)
  }

  @Test func looksDouble() {
    #expect(FeasibilityTest.looks(upTo: 1280) == [10, 20, 40, 80, 160, 320, 640, 1280])
    #expect(FeasibilityTest.looks(upTo: 100) == [10, 20, 40, 80, 100])
    #expect(FeasibilityTest.looks(upTo: 10) == [10])
    #expect(FeasibilityTest.looks(upTo: 3) == [3])
  }

  @Test func errorIsSpentOverLooksAndLimits() {
    #expect(abs(test([wait]).confidence - 0.98) < 1e-12)
    #expect(abs(test([wait, wait]).confidence - 0.99) < 1e-12)
  }

  @Test(arguments: [
    (FeasibilityLimit.Side.atMost, 8.0, 1.9, FeasibilityTest.Verdict?.some(.kept)),
    (.atMost, 8, 2.1, nil), (.atMost, 12.5, 2.4, .broken), (.atMost, 10, 0, .kept),
    (.atMost, 9.95, 0.1, .closelyKept), (.atMost, 10.05, 0.1, .closelyBroken),
    (.atMost, 9.95, 0.16, nil), (.atLeast, 12, 1.9, .kept), (.atLeast, 8, 1.9, .broken),
    (.atLeast, 10.05, 0.1, .closelyKept), (.atLeast, 9.95, 0.1, .closelyBroken),
  ])
  func oneLimit(
    side: FeasibilityLimit.Side,
    value: Double,
    halfWidth: Double,
    verdict: FeasibilityTest.Verdict?
  ) {
    var test = test([FeasibilityLimit(10, side, band: 0.2)])
    #expect(test.look([.init(value, halfWidth: halfWidth)]) == verdict)
    #expect(test.next == (verdict == nil ? 20 : nil))
  }

  @Test func theLastLookDecides() {
    var kept = test([wait], looks: [5])
    #expect(kept.look([.init(9, halfWidth: 5)]) == .closelyKept)
    var broken = test([wait], looks: [5])
    #expect(broken.look([.init(11, halfWidth: nil)]) == .closelyBroken)
    var nothing = test([wait], looks: [5])
    #expect(nothing.look([nil]) == .closelyBroken)
  }

  @Test func allLimitsMustBeKept() {
    var one = test([wait, wait])
    #expect(one.look([.init(5, halfWidth: 1), .init(10.5, halfWidth: 1)]) == nil)
    #expect(one.standings == [.kept, nil])
    // What was proven once stays proven.
    #expect(one.look([.init(10.5, halfWidth: 1), .init(11, halfWidth: 0.5)]) == .broken)
    #expect(one.standings == [.kept, .broken])
    var close = test([wait, wait])
    #expect(close.look([.init(10, halfWidth: 0.1), .init(5, halfWidth: 6)]) == nil)
    #expect(close.look([.init(10, halfWidth: 0.1), .init(5, halfWidth: 4)]) == .closelyKept)
    #expect(close.standings == [.closelyKept, .kept])
  }

  /// Exponential observations whose mean is a tenth off the limit.
  ///
  /// The error allowed is 5 %, 20 of 400 tests; Bonferroni's inequality spends less than that.
  @Test(arguments: [(1.1, true), (0.9, false)])
  func errsRarely(limit: Double, isKept: Bool) {
    var wrong = 0
    for seed in 0..<400 {
      var random = SplitMix64(seed: UInt64(seed))
      var tally = Tally()
      var test = FeasibilityTest(
        [FeasibilityLimit(limit, .atMost, band: 0.02)],
        looks: FeasibilityTest.looks(upTo: 1280),
        error: 0.05
      )
      while let count = test.next {
        while tally.count < count {
          // Means of ten: as even as a replication of a short run.
          tally.add((0..<10).reduce(0.0) { sum, _ in sum - log(random.uniform()) / 10 })
        }
        let interval = StudentInterval(tally, confidence: test.confidence)
        test.look([interval.map { .init($0.estimate, halfWidth: $0.halfWidth) }])
      }
      if test.verdict?.isKept != isKept { wrong += 1 }
    }
    #expect(wrong <= 20, "\(wrong)")
  }

  @Test func theBudgetIsNotExceeded() {
    for expected in [1, 3, 10] {
      let budget = ErrorBudget(0.05, expected: expected)
      let spent = (1...10_000).reduce(0.0) { $0 + budget.share(ofTest: $1) }
      #expect(spent < 0.05 && spent > 0.0499)
      #expect(abs(budget.share(ofTest: 1) - 0.045 / Double(expected)) < 1e-15)
    }
  }
}
