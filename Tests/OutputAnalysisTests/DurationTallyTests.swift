import OutputAnalysis
import Testing

private func tally(_ durations: some Sequence<Int64>) -> DurationTally {
  var tally = DurationTally()
  for duration in durations {
    tally.add(duration)
  }
  return tally
}

@Suite struct DurationTallyTests {
  @Test func knownMoments() {
    let tally = tally([0, 0, 2, 6])
    #expect(tally.count == 4)
    #expect(tally.positiveCount == 2)
    #expect(tally.sum == 8)
    #expect(tally.sumOfSquares == 40)
    #expect(tally.maximum == 6)
    #expect(tally.mean == 2)
    #expect(tally.meanSquare == 10)
    #expect(tally.variance == 6)
    #expect(tally.standardDeviation == 6.0.squareRoot())
  }

  @Test func undefinedMomentsAreNotNumbers() {
    let tally = DurationTally()
    #expect(tally.mean.isNaN)
    #expect(tally.meanSquare.isNaN)
    #expect(tally.variance.isNaN)
    #expect(tally.maximum == 0)
  }

  @Test func varianceDoesNotCancel() {
    // In doubles the mean square minus the squared mean of 2⁵⁰ and 2⁵⁰ + 1 would be 0.
    #expect(tally([1 << 50, 1 << 50 + 1]).variance == 0.25)
    #expect(tally(repeatElement(1_234_567_890_123, count: 1000)).variance == 0)
  }

  /// k of n durations as long as can be: the variance is k (n − k) / n² of their square.
  @Test(arguments: [(2, 3), (3, 4), (3, 8), (1, 1000)])
  func numeratorBeyond128Bits(long: Int, count: Int) {
    let wide = tally(
      [Int64](repeating: .max, count: long) + [Int64](repeating: 0, count: count - long)
    )
    let share = Double(long * (count - long)) / Double(count * count)
    // Rounded four times on either side.
    #expect(abs(wide.variance / (share * 0x1p126) - 1) < 1e-15)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func agreesWithTheDefinition(seed: UInt64) {
    for shape in Shape.allCases {
      // Below 2⁵⁵, so that 200 squares fit 128 bits.
      let values = shape.values(200, seed: seed).map { $0 >> 8 }
      let tally = tally(values)
      #expect(tally.count == 200)
      #expect(tally.sum == values.reduce(0) { $0 + Int128($1) })
      #expect(tally.sumOfSquares == values.reduce(0) { $0 + UInt128($1) * UInt128($1) })
      #expect(tally.maximum == values.max())
      #expect(tally.positiveCount == Int64(values.count { $0 > 0 }))
      let mean = values.reduce(0) { $0 + Double($1) } / 200
      let variance = values.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / 200
      // The two-pass reference in doubles rounds 200 times; a constant leaves it only noise.
      #expect(abs(tally.mean - mean) <= 1e-13 * mean)
      #expect(abs(tally.variance - variance) <= 1e-12 * variance + 1e-24 * mean * mean)
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func mergesInAnyOrderToTheSameBits(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let values = Shape.heavyTail.values(400, seed: seed)
    let whole = tally(values)
    var parts = (0..<8).map { part in
      tally(values.indices.filter { $0 % 8 == part }.map { values[$0] })
    }
    for _ in 0..<5 {
      parts.shuffle(using: &random)
      var inTurn = DurationTally()
      for part in parts {
        inTurn.merge(part)
      }
      var left = parts[0]
      var right = parts[4]
      for index in 1..<4 {
        left.merge(parts[index])
        right.merge(parts[4 + index])
      }
      right.merge(left)
      #expect(inTurn == whole)
      #expect(right == whole)
      #expect(right.variance.bitPattern == whole.variance.bitPattern)
    }
  }

  @Test func fitsOneCacheLine() {
    #expect(MemoryLayout<DurationTally>.stride == 64)
  }

  @Test func negativeDurationTraps() async {
    await #expect(processExitsWith: .failure) {
      var tally = DurationTally()
      tally.add(-1)
    }
  }

  @Test func overflowingSumOfSquaresTraps() async {
    await #expect(processExitsWith: .failure) {
      var tally = DurationTally()
      for _ in 0..<5 {
        tally.add(.max)
      }
      // Unless the sum is looked at, an optimised build need not form it.
      #expect(tally.sumOfSquares > 0)
    }
  }
}
