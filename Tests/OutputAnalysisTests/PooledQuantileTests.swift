import Foundation
import OutputAnalysis
import Testing

@Suite struct PooledQuantileTests {
  private func merged(_ parts: [QuantileSketch]) -> QuantileSketch {
    parts.reduce(into: QuantileSketch()) { $0.merge($1) }
  }

  private func pool(_ p: Double, _ parts: [QuantileSketch]) -> PooledQuantile? {
    PooledQuantile(
      p,
      of: merged(parts),
      replications: parts.map(SparseSketch.init),
      confidence: 0.95
    )
  }

  /// The jackknife done plainly: the quantiles of sketches merged anew without each replication.
  @Test(arguments: Shape.allCases, 1...5 as ClosedRange<UInt64>)
  func agreesWithLeavingOneOut(shape: Shape, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let parts = (0..<12).map { part in
      // One replication is empty. The others share their extremes, so that the bounds of a sketch
      // after a subtraction are strict and the two ways agree to the bit.
      guard part != 3 else { return QuantileSketch() }
      let count = Int.random(in: 20...60, using: &random)
      return sketch(shape.values(count, seed: seed * 100 + UInt64(part)) + [0, .max])
    }
    let pooled = try #require(pool(0.9, parts))
    #expect(pooled.estimate == merged(parts).quantile(0.9))
    let pseudoValues = try parts.indices.map { left in
      let rest = merged(parts.indices.filter { $0 != left }.map { parts[$0] })
      return try 12 * pooled.estimate - 11 * #require(rest.quantile(0.9))
    }
    let interval = StudentInterval(Tally(pseudoValues), confidence: 0.95)
    #expect(pooled.halfWidth == interval?.halfWidth)
  }

  @Test func knownHalfWidth() throws {
    // The 15th of ten 1s, ten 3s and ten 5s is 3; the 10th is 3 without the 1s, else 1. The
    // pseudo-values 3, 7, 7 have the variance 16 / 3, and t(0.975; 2) = 0.95 / √0.04875.
    let parts = [1, 3, 5].map { sketch(repeatElement($0, count: 10)) }
    let pooled = try #require(pool(0.5, parts))
    #expect(pooled.estimate == 3)
    let exact = 0.95 / 0.04875.squareRoot() * 4 / 3
    // A handful of roundings.
    #expect(abs(try #require(pooled.halfWidth) / exact - 1) < 1e-13)
  }

  @Test func oneReplicationHasNoHalfWidth() {
    let pooled = pool(0.9, [sketch(0..<100), QuantileSketch()])
    #expect(pooled?.estimate == 89)
    #expect(pooled != nil && pooled?.halfWidth == nil)
  }

  /// The coverage that the type documents for 30 replications of 100 exponential waits.
  @Test func coverageIsAsDocumented() throws {
    var random = SplitMix64(seed: 77)
    let exact = log(100) * 1e8
    var covered = 0
    for _ in 0..<200 {
      let parts = (0..<30).map { _ in
        sketch((0..<100).map { _ in Int64(-log(random.uniform()) * 1e8) })
      }
      let pooled = try #require(pool(0.99, parts))
      if abs(pooled.estimate - exact) <= (try #require(pooled.halfWidth)) {
        covered += 1
      }
    }
    // 0.86 of 200 is 172 with a standard deviation of 4.9.
    #expect((152...192).contains(covered))
  }

  @Test func tooFewObservationsBeyondGiveNothing() {
    #expect(pool(0.99, [sketch(0..<250), sketch(0..<249)]) == nil)
    #expect(pool(0.99, [sketch(0..<250), sketch(0..<250)]) != nil)
    #expect(pool(0.5, []) == nil)
  }

  @Test func missingReplicationTraps() async {
    await #expect(processExitsWith: .failure) {
      let part = sketch(0..<100)
      _ = PooledQuantile(0.5, of: part, replications: [], confidence: 0.95)
    }
  }
}
