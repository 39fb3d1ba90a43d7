import OutputAnalysis
import Testing

@Suite struct InitialTruncationTests {
  /// The rule as it is defined, in O(n²).
  private func defined(_ series: [Double]) -> Int {
    var best = 0
    var least = Double.infinity
    for d in 0...series.count - InitialTruncation.leastKept {
      let kept = series[d...]
      let mean = kept.reduce(0, +) / Double(kept.count)
      let squares = kept.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let error = squares / Double(kept.count * kept.count)
      if error < least { (best, least) = (d, error) }
    }
    return best
  }

  @Test func followsItsDefinition() throws {
    var random = SplitMix64(seed: 1)
    for length in 10...120 {
      let start = Double(length % 7)
      let series = (0..<length).map { random.uniform() + start * 0.9.power($0) }
      #expect(try #require(InitialTruncation(series)).truncated == defined(series), "\(length)")
    }
  }

  @Test func aSeriesThatStartsWhereItStaysKeepsEverything() throws {
    let found = try #require(InitialTruncation(Array(repeating: 3.5, count: 40)))
    #expect(found.truncated == 0)
    #expect(!found.isTooShort)
    #expect(found.count == 40)
  }

  @Test func aStepGoes() throws {
    let series = Array(repeating: 9.0, count: 12) + (0..<60).map { $0 % 2 == 0 ? 1.0 : 1.1 }
    #expect(try #require(InitialTruncation(series)).truncated == 12)
  }

  @Test func aSeriesThatNeverSettlesIsTooShort() throws {
    let found = try #require(InitialTruncation((0..<100).map(Double.init)))
    #expect(found.isTooShort)
    #expect(found.truncated == 95)
  }

  @Test func fewValuesTellNothing() {
    #expect(InitialTruncation(Array(repeating: 1, count: 9)) == nil)
    #expect(InitialTruncation([]) == nil)
  }

  @Test func meansLeaveOutTheRest() {
    #expect(InitialTruncation.meansOfFive([1, 2, 3, 4, 5, 6, 6, 6, 6, 11, 9]) == [3, 7])
    #expect(InitialTruncation.meansOfFive([1, 2]).isEmpty)
  }
}

extension Double {
  fileprivate func power(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * self }
  }
}
