import EventSimulation
import Testing

@testable import Reports

@Suite struct QuantitiesTests {
  private let en = Quantities(.en)
  private let zh = Quantities(.zh)

  @Test(
    arguments: [
      (nil, "–", "–"), (0, "0 s", "0秒"), (0.25, "0.250 s", "0.250秒"), (4.127, "4.13 s", "4.13秒"),
      (119.94, "119.9 s", "119.9秒"), (120, "2.0 min", "2.0分钟"), (7_199, "120.0 min", "120.0分钟"),
      (7_200, "2.0 h", "2.0小时"), (172_800, "2.0 d", "48.0小时"), (Double.infinity, "–", "–"),
    ] as [(Double?, String, String)]
  )
  func durations(seconds: Double?, english: String, chinese: String) {
    #expect(en.duration(seconds) == english)
    #expect(zh.duration(seconds) == chinese)
  }

  @Test func lengths() {
    #expect(en.length(.days(7)) == "7 d")
    #expect(zh.length(.days(7)) == "7天")
    #expect(zh.length(.hours(2_000)) == "2000小时")
    #expect(en.length(.zero) == "0 s")
    #expect(en.chosen(5_400) == "90 min")
    #expect(zh.chosen(72) == "72秒")
    #expect(en.chosen(0.0005) == "0.0005 s")
    #expect(en.clock(microseconds: 27_000_000_000) == "07:30")
    #expect(en.clock(microseconds: 27_005_000_000) == "07:30:05")
  }

  @Test func numbers() {
    #expect(en.share(0.12345) == "12.3%")
    #expect(en.share(nil) == "–")
    #expect(en.exactShare(0.15) == "15%")
    #expect(en.exactShare(1.0 / 3) == "33.3333333%")
    #expect(en.count(1_234_567) == "1,234,567")
    #expect(en.count(-1_234) == "-1,234")
    #expect(en.count(999) == "999")
    #expect(en.mean(12.25) == "12.2")
    #expect(en.mean(12) == "12")
    #expect(en.plain(1e6) == "1,000,000")
    #expect(en.plain(0.1) == "0.1")
    #expect(en.plain(100) == "100")
    #expect(en.fixed(-0.001, 2) == "0.00")
  }

  /// The half-width has two significant digits, and the estimate ends where it ends.
  @Test(
    arguments: [
      ("s", 41.237, 0.8312, "41.24 ± 0.83 s", "41.24±0.83秒"),
      ("s", 9_310, 288.6, "2.586 ± 0.080 h", "2.586±0.080小时"),
      ("s", 41.2, 0.0996, "41.20 ± 0.10 s", "41.20±0.10秒"),
      ("s", 0, 0, "0 ± 0 s", "0±0秒"),
      ("s", 5.5, nil, "5.50 s", "5.50秒"),
      ("trucks", 41_237, 1_234, "41,200 ± 1,200", "41,200±1,200"),
      ("trucks", 4_123.4, 99.6, "4,120 ± 100", "4,120±100"),
      ("trucks", 12, nil, "12", "12"),
      ("", 0.6712, 0.00312, "67.12 ± 0.31%", "67.12±0.31%"),
      ("1/h", nil, nil, "–", "–"),
    ] as [(String, Double?, Double?, String, String)]
  )
  func estimates(
    unit: String,
    estimate: Double?,
    halfWidth: Double?,
    english: String,
    chinese: String
  ) {
    let record = Samples.record("x", unit, estimate, halfWidth)
    #expect(en.estimate(record) == english)
    #expect(zh.estimate(record) == chinese)
  }
}
