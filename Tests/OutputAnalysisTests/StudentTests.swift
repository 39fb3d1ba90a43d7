import OutputAnalysis
import Testing

@Suite struct StudentTests {
  /// Quantiles of the very doubles p, from the incomplete beta function in 30-digit arithmetic.
  static let table: [(p: Double, degrees: Double, t: Double)] = [
    (0.5000001, 1, 3.141592651936300e-7),
    (0.75, 1, 1.0),
    (0.975, 1, 12.7062047361746933),
    (0.9995, 1, 636.619248768789729),
    (0.9999995, 1, 636619.772419430312),
    (0.5000001, 2.5, 2.763891341083161e-7),
    (0.75, 2.5, 0.78501368299230110),
    (0.975, 2.5, 3.57465484200368176),
    (0.9995, 2.5, 18.2778935281314576),
    (0.9999995, 2.5, 290.523061608575355),
    (0.5000001, 4, 2.666666665263090e-7),
    (0.75, 4, 0.74069708411268263),
    (0.975, 4, 2.77644510519779348),
    (0.9995, 4, 8.61030158137952275),
    (0.9999995, 4, 49.4586367579532193),
    (0.5000001, 9, 2.577087722291443e-7),
    (0.75, 9, 0.70272214675132636),
    (0.975, 9, 2.26215716279820499),
    (0.9995, 9, 4.78091258593121792),
    (0.9999995, 9, 11.6367820274416531),
    (0.5000001, 29, 2.528326234313263e-7),
    (0.75, 29, 0.68304386082161315),
    (0.975, 29, 2.04522964213270387),
    (0.9995, 29, 3.65940501946637424),
    (0.9999995, 29, 6.17005610144895719),
    (0.5000001, 100, 2.512902579048325e-7),
    (0.75, 100, 0.67695104301147147),
    (0.975, 100, 1.98397151852355189),
    (0.9995, 100, 3.39049131116426361),
    (0.9999995, 100, 5.21372757424948757),
    (0.5000001, 12_345, 2.506679035840035e-7),
    (0.75, 12_345, 0.67450962393971613),
    (0.975, 12_345, 1.96015616760056685),
    (0.9995, 12_345, 3.29131505452985929),
    (0.9999995, 12_345, 4.89410897061138293),
    (0.5000001, 1_000_000, 2.506628899968794e-7),
    (0.75, 1_000_000, 0.67448999553108737),
    (0.975, 1_000_000, 1.95996635681410665),
    (0.9995, 1_000_000, 3.29053646124872211),
    (0.9999995, 1_000_000, 4.89166896072657420),
  ]

  @Test(arguments: table)
  func agreesWithTheTable(p: Double, degrees: Double, t: Double) {
    // A thousand times what was measured, and what is promised is 1e−10.
    #expect(abs(studentQuantile(p, degrees: degrees) / t - 1) < 1e-11)
    guard p > 0.75 else { return }
    // 1 − p is exact for these p, hence so is the symmetry.
    #expect(studentQuantile(1 - p, degrees: degrees) == -studentQuantile(p, degrees: degrees))
  }

  @Test func agreesWithPrintedTables() {
    let printed: [(p: Double, degrees: Double, t: Double)] = [
      (0.975, 1, 12.706204736174698), (0.975, 29, 2.045229642132703),
      (0.9995, 9, 4.780912585931134), (0.9995, 29, 3.659405019466333),
    ]
    for (p, degrees, t) in printed {
      // Printed for the decimal p, from which the double differs by up to 1e−13 in t.
      #expect(abs(studentQuantile(p, degrees: degrees) / t - 1) < 1e-12)
    }
  }

  /// One and two degrees of freedom have closed forms; two is written to keep small tails exact.
  @Test(arguments: 1...200)
  func agreesWithTheClosedFormOfTwoDegrees(step: Int) {
    let p = 0.5 + 0.4999995 * Double(step) / 200
    let exact = (2 * p - 1) / (2 * p * (1 - p)).squareRoot()
    // Both sides round a handful of times.
    #expect(abs(studentQuantile(p, degrees: 2) / exact - 1) < 1e-13)
  }

  @Test func medianIsZeroAndDegreesNeedNotBeFew() {
    #expect(studentQuantile(0.5, degrees: 7) == 0)
    // The normal quantile, from which t differs by 1e−15 of itself here.
    #expect(abs(studentQuantile(0.975, degrees: 1e15) / 1.9599639845400542 - 1) < 1e-13)
  }

  @Test func intervalOfKnownValues() throws {
    // Mean 5, variance 2.5, n = 5: t(0.975; 4) · √0.5.
    let interval = try #require(StudentInterval(Tally([3, 4, 5, 6, 7]), confidence: 0.95))
    #expect(interval.estimate == 5)
    #expect(interval.confidence == 0.95)
    #expect(interval.count == 5)
    // The quantile is printed to 16 digits.
    #expect(abs(try #require(interval.halfWidth) - 2.7764451051977987 * 0.5.squareRoot()) < 1e-13)
    #expect(interval == StudentInterval(mean: 5, variance: 2.5, count: 5, confidence: 0.95))
  }

  @Test func oneValueHasNoHalfWidthAndNoneNoInterval() {
    #expect(StudentInterval(Tally([4]), confidence: 0.95)?.estimate == 4)
    #expect(StudentInterval(Tally([4]), confidence: 0.95)?.halfWidth == nil)
    #expect(StudentInterval(Tally(), confidence: 0.95) == nil)
  }

  /// The sum of twelve uniforms less 6 is close enough to normal for the promise to show.
  @Test func intervalCoversAsOftenAsItSays() {
    var random = SplitMix64(seed: 2024)
    var covered = 0
    for _ in 0..<2000 {
      let sample = Tally(
        (0..<5).map { _ in (0..<12).reduce(-6) { sum, _ in sum + random.uniform() } }
      )
      if let interval = StudentInterval(sample, confidence: 0.9), let half = interval.halfWidth,
        abs(interval.estimate) <= half
      {
        covered += 1
      }
    }
    // 1,800 expected with a standard deviation of 13.4; a normal quantile would give 1,660.
    #expect((1750...1850).contains(covered))
  }

  @Test func misuseTraps() async {
    await #expect(processExitsWith: .failure) { _ = studentQuantile(1, degrees: 5) }
    await #expect(processExitsWith: .failure) { _ = studentQuantile(0.9, degrees: 0) }
    await #expect(processExitsWith: .failure) {
      _ = StudentInterval(Tally([1, 2]), confidence: 1)
    }
  }
}
