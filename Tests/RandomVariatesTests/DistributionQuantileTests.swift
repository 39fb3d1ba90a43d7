import RandomVariates
import Testing

@Suite("Quantiles of distributions")
struct DistributionQuantileTests {
  struct Reference: Sendable {
    let law: Distribution
    /// At u = 10⁻¹², 0.3, 0.75 and 1 − 2⁻⁴⁰, by 40-digit bisection.
    let values: [Double]
  }

  @Test(
    "agree with a 40-digit bisection",
    arguments: [
      Reference(
        law: .gamma(mean: 1, cv: 20.0.squareRoot()),
        values: [
          1.168_926_411_457_299e-239, 4.075_794_377_465_323e-10, 0.037_134_713_676_925_014,
          435.774_185_610_346_7,
        ]
      ),
      Reference(
        law: .gamma(mean: 1, cv: 2.0.squareRoot()),
        values: [
          1.570_796_326_794_897e-24, 0.148_471_861_832_545_44, 1.323_303_696_931_465_9,
          51.030_335_667_497_30,
        ]
      ),
      Reference(
        law: .erlang(shape: 2, mean: 1),
        values: [
          7.071_071_145_200_969e-7, 0.548_674_605_351_745_8, 1.346_317_264_447_847_9,
          15.598_892_440_018_203,
        ]
      ),
      Reference(
        law: .gamma(mean: 1, cv: 1 / 9.5.squareRoot()),
        values: [
          0.025_493_182_435_223_922, 0.807_982_119_084_488_1, 1.195_674_039_168_413_5,
          5.196_223_662_939_483,
        ]
      ),
      Reference(
        law: .erlang(shape: 200, mean: 1),
        values: [
          0.580_211_300_302_347_1, 0.961_746_015_174_884_9, 1.046_742_200_427_946,
          1.582_190_582_867_251,
        ]
      ),
      Reference(
        law: .erlang(shape: 2000, mean: 1),
        values: [
          0.850_689_603_691_131_8, 0.988_154_313_583_739_8, 1.014_989_838_106_529,
          1.165_794_092_006_153,
        ]
      ),
      Reference(
        law: .hyperexponential(mean: 1, scv: 1.5),
        values: [
          8.333_333_333_337_963e-13, 0.303_614_500_333_942_8, 1.278_830_055_039_576_5,
          47.830_330_532_521_53,
        ]
      ),
      Reference(
        law: .hyperexponential(mean: 1, scv: 4),
        values: [
          6.250_000_000_003_418e-13, 0.227_158_980_281_781_3, 0.967_480_496_290_547_5,
          113.320_757_308_675_66,
        ]
      ),
      Reference(
        law: .hyperexponential(mean: 1, scv: 100),
        values: [
          5.050_000_000_002_537e-13, 0.180_300_702_164_408_5, 0.704_136_563_735_634_1,
          2253.415_964_765_182,
        ]
      ),
    ]
  )
  func bisection(_ reference: Reference) {
    for (u, x) in zip([1e-12, 0.3, 0.75, 1 - 0x1p-40], reference.values) {
      // Rounding of cv² and of ln Γ, amplified by the exponent 550 of the smallest quantile here.
      #expect(abs(reference.law.quantile(u) / x - 1) < 1e-11)
    }
  }

  struct Inverse: Sendable {
    let law: Distribution
    let distributionFunction: @Sendable (Double) -> Double
  }

  @Test(
    "invert the distribution function where it is simple",
    arguments: [
      Inverse(law: .uniform(2, 6)) { ($0 - 2) / 4 },
      Inverse(law: .triangular(low: 0, mode: 1, high: 4)) {
        $0 < 1 ? $0 * $0 / 4 : 1 - (4 - $0) * (4 - $0) / 12
      },
      Inverse(law: .weibull(shape: 2, scale: 3)) { Self.normalTail(2 * $0 * $0 / 9) },
      Inverse(law: .exponential(mean: 3)) { Self.normalTail(2 * $0 / 3) },
      Inverse(law: .normal(mean: 1, sd: 2)) {
        (normalCDF(($0 - 1) / 2) - normalCDF(-0.5)) / normalCDF(0.5)
      },
    ]
  )
  func inverse(_ pair: Inverse) {
    for place in 1..<200 {
      let u = Double(place) / 200
      // A few roundings of numbers of size 1.
      #expect(abs(pair.distributionFunction(pair.law.quantile(u)) - u) < 1e-14)
    }
  }

  /// 1 − e^(−`x`/2) without the library's exponential: the density there against that at 0.
  static func normalTail(_ x: Double) -> Double {
    1 - normalDensity(x.squareRoot()) / normalDensity(0)
  }

  @Test("of the lognormal law scale with the mean and have its median")
  func lognormal() {
    // cv = 1: the variance of the logarithm is ln 2, the median mean/√2.
    let law = Distribution.lognormal(mean: 10, sd: 10)
    #expect(abs(law.quantile(0.5) - 10 / 2.0.squareRoot()) < 1e-14 * 10)
    // One deviation, √ln 2, up: e^0.832554611…
    #expect(abs(law.quantile(normalCDF(1)) / law.quantile(0.5) - 2.299_184_767_425_28) < 1e-12)
  }

  @Test("of discrete laws are the least value with enough probability")
  func discrete() {
    let law = Distribution.discrete([
      WeightedValue(value: 5, probability: 0.25), WeightedValue(value: 1, probability: 0.5),
      WeightedValue(value: 9, probability: 0), WeightedValue(value: 7, probability: 0.25),
    ])
    #expect([0, 0.25, 0.5].map(law.quantile) == [1, 1, 1])
    #expect([(0.5).nextUp, 0.75].map(law.quantile) == [5, 5])
    #expect([(0.75).nextUp, 1].map(law.quantile) == [7, 7])
    for rows in [Distribution.empirical([4, 1, 3, 2]), .trace([4, 1, 3, 2])] {
      #expect([0, 0.25, (0.25).nextUp, 0.5, 0.75, 1].map(rows.quantile) == [1, 1, 2, 2, 3, 4])
    }
  }

  @Test("of mixtures are composed: the part by its share, then the place in the share")
  func mixture() {
    let law = Distribution.mixture([
      MixturePart(probability: 0.5, distribution: .uniform(10, 20)),
      MixturePart(probability: 0, distribution: .constant(99)),
      MixturePart(
        probability: 0.5,
        distribution: .mixture([
          MixturePart(probability: 0.5, distribution: .constant(1)),
          MixturePart(probability: 0.5, distribution: .uniform(2, 4)),
        ])
      ),
    ])
    #expect(law.quantile(0.25) == 15)
    #expect(law.quantile(0.6) == 1)
    #expect(law.quantile(0.875) == 3)
  }

  @Test("reach the ends of the support")
  func ends() {
    for law in [
      Distribution.exponential(mean: 1), .gamma(mean: 1, cv: 0.5), .weibull(shape: 2, scale: 1),
      .hyperexponential(mean: 1, scv: 4), .lognormal(mean: 1, sd: 1), .normal(mean: 1, sd: 1),
    ] {
      #expect(law.quantile(0) == 0)
      #expect(law.quantile(1) == .infinity)
    }
    #expect(Distribution.lognormal(mean: 2, sd: 0).quantile(0.3) == 2)
    #expect(Distribution.uniform(3, 3).quantile(1) == 3)
    #expect(Distribution.triangular(low: 3, mode: 3, high: 3).quantile(0.4) == 3)
  }
}
