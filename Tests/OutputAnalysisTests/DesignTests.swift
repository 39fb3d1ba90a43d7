import Testing

@testable import OutputAnalysis

/// Designs of experiments: which points they have.
@Suite("Designs of experiments")
struct DesignTests {
  @Test("a factorial has every combination once, the last factor fastest")
  func factorial() throws {
    let design = try #require(FactorialDesign(levels: [2, 3], atMost: 6))
    let points = (0..<design.count).map { design[$0] }
    #expect(points == [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2]])
    #expect(FactorialDesign(levels: [2, 3], atMost: 5) == nil)
    #expect(FactorialDesign.count(levels: Array(repeating: 2, count: 70)) == nil)
    #expect(FactorialDesign(levels: [], atMost: 5)?.count == 1)
  }

  @Test("one at a time: the base, then each level alone")
  func oneAtATime() {
    let design = OneAtATimeDesign(levels: [2, 1, 3])
    #expect(design.count == 7)
    #expect(design[0] == nil)
    let changes = (1..<7).map { point in design[point].map { [$0.factor, $0.level] } }
    #expect(changes == [[0, 0], [0, 1], [1, 0], [2, 0], [2, 1], [2, 2]])
    #expect(design.point(factor: 2, level: 1) == 5)
  }

  @Test("a Latin hypercube has one point in each stratum of each range", arguments: [1, 2, 7, 50])
  func latin(_ count: Int) {
    let design = LatinHypercube(factors: 4, count: count, uniform: uniform)
    for places in design.places {
      let strata = places.map { LatinHypercube.stratum(of: $0, among: count) }
      #expect(strata.sorted() == Array(0..<count))
    }
    // One factor more leaves the others where they are.
    let more = LatinHypercube(factors: 5, count: count, uniform: uniform)
    #expect(Array(more.places.prefix(4)) == design.places)
    if count > 2 { #expect(design.places[0] != design.places[1]) }
  }

  /// A number in (0, 1) by SplitMix64.
  private func uniform(_ factor: Int, _ draw: Int) -> Double {
    var z = UInt64(factor * 1_000_003 + draw + 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return (Double((z ^ (z >> 31)) >> 12) + 0.5) * 0x1p-52
  }
}

/// What factors do, found in what the points of a design show.
@Suite("Effects of factors")
struct FactorEffectTests {
  /// What replications share: under common random numbers it cancels.
  private static let shared = [3.0, -8, 0.5, 41]

  private func observe(_ count: Int, _ value: (Int) -> Double) -> [[Double?]] {
    (0..<count).map { point in Self.shared.map { $0 + value(point) } }
  }

  @Test("main effects of a sum are its terms, exactly, and the interval has no width")
  func mainEffects() throws {
    let design = try #require(FactorialDesign(levels: [2, 3, 2], atMost: 100))
    let observations = observe(design.count) { point in
      let levels = design[point]
      return 10 * Double(levels[0]) + [0, 1, 5][levels[1]]
    }
    let effects = design.mainEffects(observations, confidence: 0.95)
    let first = try #require(effects[0].swing)
    #expect(abs(first.estimate - 10) < 1e-12)
    #expect(try abs(#require(first.halfWidth)) < 1e-12)
    let second = effects[1].levels.compactMap { $0.effect?.estimate }
    #expect(zip(second, [-2.0, -1, 3]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect((effects[1].from, effects[1].to) == (0, 2))
    #expect(effects[2].size == 0 && !effects[2].isVisible)
    #expect(effects.sortedBySize.map(\.factor) == [0, 1, 2])
    #expect(effects[0].isVisible && effects[1].isVisible)
  }

  @Test("main effects average over interactions")
  func interaction() throws {
    let design = try #require(FactorialDesign(levels: [2, 2], atMost: 100))
    let observations = observe(4) { [1.0, 3, 5, 15][$0] }
    let effects = design.mainEffects(observations, confidence: 0.95)
    // (5 + 15) / 2 − (1 + 3) / 2 and (3 + 15) / 2 − (1 + 5) / 2.
    #expect(effects.compactMap { $0.swing?.estimate } == [8, 6])
  }

  @Test("swings are taken from low to high, or between the levels furthest apart")
  func swings() throws {
    let design = OneAtATimeDesign(levels: [2, 3])
    let observations = observe(design.count) { [10.0, 14, 7, 10, 4, 11][$0] }
    let effects = design.swings(observations, confidence: 0.95)
    #expect(effects.map { $0.swing?.estimate } == [-7, 7])
    #expect(effects[0].levels.map { $0.effect?.estimate } == [4, -3])
    #expect((effects[1].from, effects[1].to) == (1, 2))
  }

  @Test("half-widths are those of Student with the level of Bonferroni")
  func bonferroni() throws {
    let design = OneAtATimeDesign(levels: [2])
    let observations: [[Double?]] = [[0, 0, 0], [1, 2, 3], [3, 3, 6]]
    let effect = design.swings(observations, confidence: 0.95)[0]
    // Two levels and one pair; the differences of the pair are 2, 1 and 3, so that s = 1.
    let single = studentQuantile(1 - 0.05 / 2, degrees: 2)
    let swing = try #require(effect.swing?.halfWidth)
    #expect(abs(swing - single / 3.0.squareRoot()) < 1e-9)
    let double = studentQuantile(1 - 0.05 / 4, degrees: 2)
    let level = try #require(effect.levels[0].effect?.halfWidth)
    #expect(abs(level - double / 3.0.squareRoot()) < 1e-9)
    #expect(effect.swing?.estimate == 2)
    #expect(!effect.isVisible)
  }

  @Test("a replication without a value at a point counts for the others")
  func missing() {
    let design = OneAtATimeDesign(levels: [1, 1])
    let observations: [[Double?]] = [[1, 2], [2, nil], [4, 6]]
    let effects = design.swings(observations, confidence: 0.95)
    #expect(effects[0].levels[0].effect?.count == 1)
    #expect(effects[1].levels[0].effect?.count == 2)
    #expect(!effects[0].isVisible)
  }

  @Test("straight lines are found exactly, and ranks find what only rises")
  func linear() throws {
    let places: [[Double]] = [
      [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95],
      [0.55, 0.05, 0.95, 0.35, 0.15, 0.75, 0.25, 0.85, 0.45, 0.65],
    ]
    let fit = try #require(LinearEffects(places: places))
    let straight = observe(10) { 3 - 7 * places[0][$0] + 2 * places[1][$0] }
    let effects = fit.effects(straight, confidence: 0.95)
    #expect(try abs(#require(effects[0].swing).estimate + 7) < 1e-9)
    #expect(try abs(#require(effects[1].swing).estimate - 2) < 1e-9)
    #expect(try abs(#require(fit.explained(straight, places: places)) - 1) < 1e-9)
    let cube = places[0].map { $0 * $0 * $0 * $0 }
    let steep = fit.effects(observe(10) { cube[$0] }, confidence: 0.95)
    #expect(try abs(#require(steep[0].rank).estimate - 1) < 1e-9)
    #expect(try abs(#require(steep[1].rank).estimate) < 1e-9)
    #expect(try #require(fit.explained(observe(10) { cube[$0] }, places: places)) < 0.9)
  }

  @Test("points that cannot tell two factors apart are refused")
  func collinear() {
    #expect(LinearEffects(places: [[0, 0.5, 1], [1, 0.5, 0]]) == nil)
    #expect(LinearEffects(places: [[0.5, 0.5, 0.5]]) == nil)
  }

  @Test("equal values share the mean of their ranks")
  func ties() {
    #expect(averageRanks([5, 1, 5, 0, 5]) == [4, 2, 4, 1, 4])
  }
}
