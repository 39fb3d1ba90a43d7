import RandomVariates
import Testing

@Suite("The sequential stream")
struct SequentialStreamTests {
  @Test("is xoshiro256++ seeded by SplitMix64")
  func knownAnswer() {
    // From an independent implementation, checked against the published outputs for the state
    // (1, 2, 3, 4) and, for the seeding, for SplitMix64 at 1234567.
    var stream = SequentialStream(seed: 1_234_567)
    #expect(stream.next() == 0x0610_E053_DD55_AB68)
    #expect(stream.next() == 0x70C9_79E2_6E27_FBAC)
    #expect(stream.next() == 0xFB95_F99F_9F6B_B2DE)
    #expect(stream.next() == 0x0389_0AAE_CD9F_A80A)
    #expect(stream.next() == 0x536A_CABD_892D_9406)
  }

  @Test("gives exponential variates of mean 1, in the tail too")
  func exponential() {
    let law = Distribution.exponential(mean: 1)
    let cumulative = (1...255).map { Double($0) / 256 }
    var sample = SampleSummary(bounds: cumulative.map(law.quantile), centre: 1)
    var stream = SequentialStream(seed: 2023)
    let n = 1_000_000
    // The ziggurat's edge, and one unit beyond it.
    var (beyondEdge, farBeyond) = (0.0, 0.0)
    var index = 0
    while index < n {
      let x = stream.nextExponential()
      sample.add(x)
      if x > 7.697_117_470_131_05 {
        beyondEdge += 1
        if x > 8.697_117_470_131_05 { farBeyond += 1 }
      }
      index += 1
    }
    #expect(abs(sample.mean - 1) < 4.5 / Double(n).squareRoot())
    #expect(abs(sample.variance - 1) < 4.5 * sample.varianceError)
    #expect(chiSquare(sample.counts) < chiSquareLimit(degrees: 255))
    #expect(
      kolmogorovDistance(sample.counts, cumulative: cumulative) < kolmogorovLimit(count: n)
    )
    // e^(−7.697) · 10⁶ = 454.1 expected beyond the edge, 167.0 a unit further: Poisson counts.
    #expect(abs(beyondEdge - 454.1) < 4.5 * 454.1.squareRoot())
    #expect(abs(farBeyond - 167.0) < 4.5 * 167.0.squareRoot())
  }

  @Test("gives standard normal variates")
  func normal() {
    let cumulative = (1...255).map { Double($0) / 256 }
    var sample = SampleSummary(bounds: cumulative.map(normalQuantile), centre: 0)
    var stream = SequentialStream(seed: 7)
    let n = 200_000
    for _ in 0..<n { sample.add(stream.nextNormal()) }
    #expect(abs(sample.mean) < 4.5 / Double(n).squareRoot())
    #expect(abs(sample.variance - 1) < 4.5 * sample.varianceError)
    #expect(chiSquare(sample.counts) < chiSquareLimit(degrees: 255))
  }

  @Test("starts elsewhere for neighbouring seeds")
  func seeds() {
    var firsts: Set<UInt64> = []
    for seed in UInt64(0)..<1000 {
      var stream = SequentialStream(seed: seed)
      firsts.insert(stream.next())
    }
    #expect(firsts.count == 1000)
  }
}
