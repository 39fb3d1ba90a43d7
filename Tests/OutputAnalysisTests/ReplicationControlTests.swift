import OutputAnalysis
import Testing

@Suite struct ReplicationControlTests {
  private func control(
    _ ratios: [[Double]],
    least: Int = 10,
    atMost: Int = 1000
  )
    -> ReplicationControl
  {
    var control = ReplicationControl(
      quantities: ratios.first?.count ?? 0,
      least: least,
      atMost: atMost
    )
    for ratios in ratios { control.observe { ratios } }
    return control
  }

  @Test func nothingIsDecidedBeforeTheLeast() {
    var control = ReplicationControl(quantities: 1)
    #expect(control.verdict == .goOn(to: 15))
    for _ in 1...9 { control.observe { fatalError("asked before ten replications") } }
    #expect(control.verdict == .goOn(to: 15))
    #expect(control.deciding == nil)
  }

  @Test func fiveMoreMustAgree() {
    var control = control(Array(repeating: [0.9], count: 14))
    #expect(control.preciseSince == 10)
    #expect(control.verdict == .goOn(to: 15))
    control.observe { [0.8] }
    #expect(control.verdict == .precise)
  }

  @Test func aLuckyStopIsUndone() {
    var control = control(Array(repeating: [0.9], count: 13) + [[1.01]])
    #expect(control.preciseSince == nil)
    #expect(control.verdict == .goOn(to: 20), "15 are wanted, and five that agree")
    for _ in 15...20 { control.observe { [1] } }
    #expect(control.preciseSince == 15)
    #expect(control.verdict == .precise)
  }

  @Test func theLookAheadGrows() {
    #expect(ReplicationControl.lookAhead(after: 1) == 5)
    #expect(ReplicationControl.lookAhead(after: 100) == 5)
    #expect(ReplicationControl.lookAhead(after: 200) == 10)
    #expect(ReplicationControl.lookAhead(after: 999) == 49)
  }

  @Test func theNextWaveFollowsTheWidestInterval() {
    #expect(control(Array(repeating: [0.2, 1.2], count: 15)).verdict == .goOn(to: 27))
    #expect(
      control(Array(repeating: [7, 1.2], count: 15)).verdict == .goOn(to: 35),
      "not more than twice as many, and five that agree"
    )
    #expect(control(Array(repeating: [.infinity], count: 15)).verdict == .goOn(to: 35))
  }

  @Test func theCeilingEndsIt() {
    #expect(control(Array(repeating: [3], count: 15), atMost: 18).verdict == .goOn(to: 18))
    #expect(control(Array(repeating: [3], count: 18), atMost: 18).verdict == .ceiling)
    // Precise enough, but nobody has looked ahead.
    let late = Array(repeating: [3.0], count: 15) + Array(repeating: [0.5], count: 3)
    #expect(control(late, atMost: 18).verdict == .ceiling)
  }

  @Test func theLastToBecomePreciseDecides() {
    let ratios = (1...20).map { [$0 < 12 ? 2.0 : 0.5, 0.9, $0 < 14 ? 1.1 : 0.3] }
    #expect(control(ratios).deciding == 2)
    #expect(control(Array(repeating: [0.2, 0.9, 0.4], count: 15)).deciding == 1)
    #expect(control(Array(repeating: [0.2, 1.9, 2.4], count: 15)).deciding == 2)
  }

  @Test func nothingToMeasureEndsAtOnce() {
    #expect(control(Array(repeating: [], count: 15)).verdict == .precise)
  }

  /// Means of exponential values with a half-width of 10 %: about (1.96 / 0.1)² = 384 of them.
  @Test func findsTheNumberOfReplications() throws {
    var counts = Tally()
    for seed in 1...60 {
      var random = SplitMix64(seed: UInt64(seed))
      var control = ReplicationControl(quantities: 1, atMost: 5000)
      var tally = Tally()
      var verdict = control.verdict
      while case .goOn(let end) = verdict {
        while tally.count < end {
          tally.add(1 + (random.uniform() - 0.5) * 12.0.squareRoot())
          control.observe {
            let interval = StudentInterval(tally, confidence: 0.95)
            return [(interval?.halfWidth ?? .infinity) / abs(tally.mean) / 0.1]
          }
        }
        verdict = control.verdict
      }
      #expect(verdict == .precise)
      counts.add(Double(tally.count))
    }
    // The sample sizes scatter by some 6 %; sixty of them by less than 1 %, and the look-ahead adds 5 %.
    #expect((370...430).contains(counts.mean), "\(counts.mean)")
  }
}
