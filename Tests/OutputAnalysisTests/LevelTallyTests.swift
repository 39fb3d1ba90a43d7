import OutputAnalysis
import Testing

@Suite struct LevelTallyTests {
  @Test func workedExample() {
    // Level 0 during [0, 10), 2 during [10, 30), 1 during [30, 40).
    var tally = LevelTally()
    tally.change(by: 2, at: 10)
    tally.change(by: -1, at: 30)
    #expect(tally.area(until: 40) == 50)
    #expect(tally.mean(until: 40) == 1.25)
    // Mean square (4 · 20 + 1 · 10) / 40 = 2.25.
    #expect(tally.variance(until: 40) == 2.25 - 1.5625)
    #expect(tally.maximum == 2)
    #expect(tally.level == 1)
    #expect(tally.since == 30)
    #expect(tally.area == 40)
    #expect(tally.squareArea == 80)
  }

  @Test func onlyTheLastLevelOfAnInstantCounts() {
    var tally = LevelTally()
    tally.change(by: 5, at: 10)
    tally.change(by: -4, at: 10)
    #expect(tally.maximum == 1)
    tally.set(9, at: 20)
    #expect(tally.maximum == 9)
    tally.set(0, at: 20)
    #expect(tally.maximum == 1)
    #expect(tally.area(until: 30) == 10)
  }

  @Test func resetKeepsTheLevel() {
    var tally = LevelTally(level: 7)
    tally.set(3, at: 50)
    tally.reset(at: 100)
    #expect(tally.level == 3)
    #expect(tally.maximum == 3)
    #expect(tally.start == 100)
    // A change at the very instant replaces the level that was kept.
    tally.change(by: -2, at: 100)
    #expect(tally.maximum == 1)
    #expect(tally.mean(until: 110) == 1)
    #expect(tally.variance(until: 110) == 0)
  }

  @Test func overNoTimeThereIsNoMean() {
    #expect(LevelTally(level: 4, at: 5).mean(until: 5).isNaN)
    #expect(LevelTally(level: 4, at: 5).variance(until: 5).isNaN)
    #expect(LevelTally(level: 4, at: 5).area(until: 5) == 0)
  }

  /// The shadow keeps the level of every single microsecond.
  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func agreesWithALevelPerMicrosecond(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var tally = LevelTally()
    var shadow: [Int64] = []
    var level: Int64 = 0
    var resetAt = 0
    for _ in 0..<200 {
      let pause = Int.random(in: 0...4, using: &random)
      shadow += repeatElement(level, count: pause)
      let now = Int64(shadow.count)
      switch random.next() % 8 {
      case 0..<5:
        let amount = Int64.random(in: -3...3, using: &random)
        level += amount
        tally.change(by: amount, at: now)
      case 5:
        level = .random(in: -5...5, using: &random)
        tally.set(level, at: now)
      case 6:
        tally.advance(to: now)
      default:
        if random.next() % 4 == 0 {
          resetAt = shadow.count
          tally.reset(at: now)
        }
      }
      let part = shadow[resetAt...]
      #expect(tally.area(until: now) == Int128(part.reduce(0, +)))
      #expect(tally.maximum == max(part.max() ?? level, level))
      guard !part.isEmpty else { continue }
      let mean = Double(part.reduce(0, +)) / Double(part.count)
      let square = part.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
      #expect(tally.mean(until: now) == mean)
      // The reference rounds once per microsecond, and there are fewer than a thousand.
      #expect(abs(tally.variance(until: now) - square / Double(part.count)) < 1e-11)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func littlesLawIsAnEquality(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var events: [(time: Int64, change: Int64)] = []
    var sojourns = DurationTally()
    for _ in 0..<300 {
      let arrival = Int64.random(in: 0...1_000_000_000_000, using: &random)
      let sojourn = Int64.random(in: 0...10_000_000_000, using: &random)
      sojourns.add(sojourn)
      events += [(arrival, 1), (arrival + sojourn, -1)]
    }
    var present = LevelTally()
    for event in events.sorted(by: { $0.time < $1.time }) {
      present.change(by: event.change, at: event.time)
    }
    #expect(present.level == 0)
    #expect(present.area == sojourns.sum)
  }

  @Test func longAreasAreExact() {
    // 10⁹ trucks over a thousand years overflow 64 bits, and the squares more so.
    let time: Int64 = 31_557_600_000_000_000
    let tally = LevelTally(level: 1_000_000_000)
    #expect(tally.area(until: time) == Int128(time) * 1_000_000_000)
    #expect(tally.mean(until: time) == 1e9)
    #expect(tally.variance(until: time) == 0)
  }

  @Test func fitsOneCacheLine() {
    #expect(MemoryLayout<LevelTally>.stride == 64)
  }

  @Test func timeRunningBackwardsTraps() async {
    await #expect(processExitsWith: .failure) {
      var tally = LevelTally(at: 10)
      tally.change(by: 1, at: 9)
    }
    await #expect(processExitsWith: .failure) {
      var tally = LevelTally(at: 10)
      tally.reset(at: 9)
    }
  }

  @Test func unsquarableLevelTraps() async {
    await #expect(processExitsWith: .failure) {
      var tally = LevelTally(level: 3_037_000_500)
      tally.advance(to: 1)
    }
  }
}
