import RandomVariates
import Testing

@Suite("Moments of distributions")
struct DistributionMomentsTests {
  /// Moments of the quantile function over u = Φ(z), by trapezoids in z.
  ///
  /// For a smooth quantile function this is exact to about ten digits; beyond |z| = 8 lies 10⁻¹⁵ of
  /// the probability.
  static func integrated(_ law: Distribution) -> (mean: Double, variance: Double) {
    let step = 1.0 / 16
    var (mass, first, second) = (0.0, 0.0, 0.0)
    for place in -128...128 {
      let z = Double(place) * step
      let weight = normalDensity(z) * step
      let x = law.quantile(normalCDF(z))
      mass += weight
      first += weight * x
      second += weight * x * x
    }
    let mean = first / mass
    return (mean, second / mass - mean * mean)
  }

  @Test(
    "agree with the integral of the quantile function",
    arguments: [
      .exponential(mean: 3), .erlang(shape: 3, mean: 2), .gamma(mean: 5, cv: 0.5),
      .gamma(mean: 5, cv: 2), .lognormal(mean: 4, sd: 2), .uniform(2, 5),
      .triangular(low: 1, mode: 2, high: 6), .triangular(low: 1, mode: 1, high: 6),
      .triangular(low: 1, mode: 6, high: 6), .normal(mean: 3, sd: 1), .normal(mean: 0, sd: 2),
      .normal(mean: -2, sd: 1), .weibull(shape: 1.5, scale: 2), .weibull(shape: 0.8, scale: 2),
      .hyperexponential(mean: 2, scv: 1), .hyperexponential(mean: 2, scv: 4),
    ] as [Distribution]
  )
  func integral(_ law: Distribution) {
    let truth = Self.integrated(law)
    // The kink of a triangle's density costs the trapezoids about step³; the rest is far smaller.
    #expect(abs(law.mean / truth.mean - 1) < 1e-4)
    #expect(abs(law.variance / truth.variance - 1) < 1e-4)
  }

  // Integrals of the cut density with 40 digits.
  @Test(
    "of the truncated normal law agree with a 40-digit computation",
    arguments: [
      (3.0, 1.0, 3.004_437_839_042_125_66, 0.986_666_788_458_259_194),
      (0, 1, 0.797_884_560_802_865_356, 0.363_380_227_632_418_657),
      (1, 1, 1.287_599_970_939_178_36, 0.629_686_285_776_605_401),
      (-2, 1, 0.373_215_532_822_840_867, 0.114_279_100_414_081_257),
      (-4, 1, 0.225_607_144_489_471_073, 0.046_672_838_397_422_631_2),
      (50, 3, 50, 9),
    ]
  )
  func truncatedNormal(mean: Double, sd: Double, trueMean: Double, trueVariance: Double) {
    let law = Distribution.normal(mean: mean, sd: sd)
    // At −4 deviations the variance is a difference of numbers 400 times its size.
    #expect(abs(law.mean / trueMean - 1) < 1e-13)
    #expect(abs(law.variance / trueVariance - 1) < 1e-12)
  }

  @Test(
    "of the Weibull law agree with a 40-digit computation",
    arguments: [
      (0.5, 2.0, 4, 80), (1.5, 1, 0.902_745_292_950_933_611, 0.375_690_284_813_932_002),
      (3.6, 10, 9.011_056_832_822_899_23, 7.729_528_000_857_124_17),
      (100, 1, 0.994_325_851_191_506_037, 1.603_049_162_001_261_24e-4),
    ]
  )
  func weibull(shape: Double, scale: Double, mean: Double, variance: Double) {
    let law = Distribution.weibull(shape: shape, scale: scale)
    #expect(abs(law.mean / mean - 1) < 1e-13)
    // For shape 100 the variance comes from two logarithms that agree in their first four digits.
    #expect(abs(law.variance / variance - 1) < 1e-11)
  }

  @Test("of laws with few values are plain sums")
  func sums() {
    let discrete = Distribution.discrete([
      WeightedValue(value: 1, probability: 0.25), WeightedValue(value: 5, probability: 0.75),
    ])
    #expect(discrete.mean == 4)
    #expect(discrete.variance == 3)
    for law in [Distribution.empirical([1, 2, 6]), .trace([1, 2, 6])] {
      #expect(law.mean == 3)
      #expect(abs(law.variance - 14.0 / 3) < 1e-15 * 5)
    }
    #expect(Distribution.constant(7).mean == 7)
    #expect(Distribution.constant(7).variance == 0)
    #expect(Distribution.triangular(low: 0, mode: 3, high: 6).mean == 3)
    #expect(Distribution.triangular(low: 0, mode: 3, high: 6).variance == 1.5)
  }

  @Test("of a mixture follow the law of total variance")
  func mixture() {
    let law = Distribution.mixture([
      MixturePart(probability: 0.5, distribution: .exponential(mean: 2)),
      MixturePart(probability: 0.5, distribution: .constant(6)),
    ])
    #expect(law.mean == 4)
    // Within: half of 4; between: 2².
    #expect(law.variance == 6)
    // A hyperexponential law of mean 1 with balanced means is a mixture of two exponential ones.
    let p = (1 + (3.0 / 5).squareRoot()) / 2
    let phases = Distribution.mixture([
      MixturePart(probability: p, distribution: .exponential(mean: 1 / (2 * p))),
      MixturePart(probability: 1 - p, distribution: .exponential(mean: 1 / (2 * (1 - p)))),
    ])
    let whole = Distribution.hyperexponential(mean: 1, scv: 4)
    #expect(abs(phases.mean - whole.mean) < 1e-14)
    #expect(abs(phases.variance - whole.variance) < 1e-13)
  }

  @Test("come with a minimum, by which a duration is refused")
  func minimum() {
    #expect(Distribution.normal(mean: -1, sd: 3).minimum == 0)
    #expect(Distribution.uniform(-1, 3).canBeNegative)
    #expect(!Distribution.uniform(0, 3).canBeNegative)
    #expect(Distribution.empirical([3, -2, 5]).minimum == -2)
    let shares = [
      WeightedValue(value: -1, probability: 0), WeightedValue(value: 4, probability: 1),
    ]
    #expect(Distribution.discrete(shares).minimum == 4)
    let parts = [
      MixturePart(probability: 0.5, distribution: .exponential(mean: 1)),
      MixturePart(probability: 0.5, distribution: .triangular(low: -3, mode: 0, high: 1)),
    ]
    #expect(Distribution.mixture(parts).minimum == -3)
  }
}
