import RandomVariates
import Testing

@Suite("The normal law")
struct NormalLawTests {
  // Computed with 40 digits for the `Double` nearest to each p.
  @Test(
    "has the quantiles of a 40-digit computation",
    arguments: [
      (1e-300, -37.047_096_299_361_199_2), (1e-100, -21.273_453_560_965_324_3),
      (1e-20, -9.262_340_089_798_407_58), (1e-12, -7.034_483_825_301_131_93),
      (1e-6, -4.753_424_308_822_898_96), (0.001, -3.090_232_306_167_813_54),
      (0.025, -1.959_963_984_540_054_21), (0.07, -1.475_791_028_179_170_69),
      (0.0749, -1.440_238_267_527_963_66), (0.0751, -1.438_825_392_752_539_98),
      (0.1, -1.281_551_565_544_600_44), (0.3, -0.524_400_512_708_040_817),
      (0.49, -0.025_068_908_258_711_058),
    ]
  )
  func quantile(p: Double, z: Double) {
    // The paper promises about 16 digits; the last one or two go to rounding.
    #expect(abs(normalQuantile(p) / z - 1) < 1e-15)
  }

  @Test("is symmetric and reaches its ends")
  func symmetry() {
    #expect(normalQuantile(0.5) == 0)
    #expect(normalQuantile(0) == -.infinity)
    #expect(normalQuantile(1) == .infinity)
    // 1 − p is exact for these, so not a bit may differ.
    for p in [0x1p-53, 0x1p-20, 0.125, 0.4375] {
      #expect(normalQuantile(1 - p) == -normalQuantile(p))
    }
  }

  @Test(
    "has the distribution function of a 40-digit computation",
    arguments: [
      (-37.0, 5.725_571_222_524_576_82e-300), (-10, 7.619_853_024_160_526_07e-24),
      (-5, 2.866_515_718_791_939_12e-7), (-1, 0.158_655_253_931_457_051),
      (-0.5, 0.308_537_538_725_986_896), (0.25, 0.598_706_325_682_923_724),
      (1, 0.841_344_746_068_542_949), (3, 0.998_650_101_968_369_905),
    ]
  )
  func distributionFunction(z: Double, p: Double) {
    // Rounding z/√2 costs about z² units in the last place.
    #expect(abs(normalCDF(z) / p - 1) < 1e-15 * (2 + z * z))
  }

  @Test("has a density that integrates to the distribution function")
  func density() {
    // Trapezoids are exact to rounding for a Gaussian at this step.
    let sum = stride(from: -9.0, through: 9, by: 0.25).reduce(0) { $0 + 0.25 * normalDensity($1) }
    #expect(abs(sum - 1) < 1e-14)
  }
}
