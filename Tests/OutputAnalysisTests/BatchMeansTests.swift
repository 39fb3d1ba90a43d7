import OutputAnalysis
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct BatchMeansTests {
  @Test func batchesAreOfEqualLength() {
    let batches = BatchMeans(of: [100, 1, 2, 3, 4, 5, 6], batches: 3)
    #expect(batches.values == [1.5, 3.5, 5.5], "the first value does not fit")
  }

  @Test func ratioOfSuccessiveDifferences() {
    // Differences 1, 1, 1 and squared deviations 5; differences 3, −2, 1 and the same deviations.
    #expect(BatchMeans([1, 2, 3, 4]).vonNeumannRatio == 3.0 / 5)
    #expect(abs(BatchMeans([1, 4, 2, 3]).vonNeumannRatio - 14.0 / 5) < 1e-15)
    #expect(BatchMeans([2, 2, 2]).vonNeumannRatio.isNaN)
    #expect(BatchMeans([2, 2, 2]).chanceOfIndependence == 1)
    #expect(BatchMeans([1, 2]).vonNeumannRatio.isNaN)
  }

  /// Of independent batches one in twenty looks correlated at 5 %, of correlated ones nearly all.
  @Test func tellsCorrelatedBatches() {
    var alarms = [0.0: 0, 0.8: 0]
    for seed in 1...1000 {
      for phi in [0.0, 0.8] {
        let series = autoregression(phi, length: 30, seed: UInt64(seed))
        if BatchMeans(series).chanceOfIndependence < 0.05 { alarms[phi, default: 0] += 1 }
      }
    }
    // Four standard errors of 1,000 trials at 5 % are 28.
    #expect(abs((alarms[0.0] ?? 0) - 50) <= 28, "\(alarms)")
    #expect((alarms[0.8] ?? 0) > 970, "\(alarms)")
  }

  /// Batch size times the variance of batch means comes to the variance constant 1 / (1 − φ)².
  @Test(arguments: [0.0, 0.5, 0.8])
  func varianceConstantOfAnAutoregression(phi: Double) {
    var constants = Tally()
    var covered = 0
    let (batches, size, trials) = (30, 400, 120)
    for seed in 1...trials {
      let series = autoregression(phi, length: batches * size, seed: UInt64(seed))
      let means = BatchMeans(of: series, batches: batches)
      constants.add(Double(size) * means.tally.variance)
      if let interval = means.interval(confidence: 0.95), let half = interval.halfWidth,
        abs(interval.estimate) <= half
      {
        covered += 1
      }
    }
    let exact = 1 / ((1 - phi) * (1 - phi))
    // A variance from 29 degrees scatters by √(2/29) = 26 %, the mean of 120 by 2.4 %; four times that.
    #expect(abs(constants.mean / exact - 1) < 0.1, "\(constants.mean) for \(exact)")
    // 95 % of 120 is 114 ± 2.4; four standard errors.
    #expect(covered >= 104, "\(covered)")
  }

  /// Waits in M/M/1: σ² = ρ (2 + 5ρ − 4ρ² + ρ³) / (1 − ρ)⁴ (Daley, "The serial correlation
  /// coefficients of waiting times in a stationary single server queue", 1968).
  @Test func varianceConstantOfWaits() {
    let rho = 0.5
    let exact = rho * (2 + 5 * rho - 4 * rho * rho + rho * rho * rho) / 0.0625
    var constants = Tally()
    var means = Tally()
    for seed in 1...60 {
      let series = waits(rho, length: 30_000, seed: UInt64(seed))
      let batches = BatchMeans(of: series, batches: 30)
      constants.add(1000 * batches.tally.variance)
      means.add(batches.tally.mean)
    }
    #expect(abs(means.mean - rho / (1 - rho)) < 4 * (exact / 1_800_000).squareRoot())
    // As above for 60 runs: 3.4 %, four times that, and the tails of waits.
    #expect(abs(constants.mean / exact - 1) < 0.15, "\(constants.mean) for \(exact)")
  }

  private func autoregression(_ phi: Double, length: Int, seed: UInt64) -> [Double] {
    var random = SplitMix64(seed: seed)
    // Stationary from the start: variance 1 / (1 − φ²).
    var value = normal(&random) / (1 - phi * phi).squareRoot()
    return (0..<length).map { _ in
      value = phi * value + normal(&random)
      return value
    }
  }

  /// Lindley's recurrence, service rate 1, after 500 customers.
  private func waits(_ rho: Double, length: Int, seed: UInt64) -> [Double] {
    var random = SplitMix64(seed: seed)
    var wait = 0.0
    return (0..<length + 500).map { _ in
      wait = max(0, wait - log(random.uniform()) + log(random.uniform()) / rho)
      return wait
    }.suffix(length)
  }

  /// Box and Muller (1958).
  private func normal(_ random: inout SplitMix64) -> Double {
    let radius = (-2 * log(random.uniform())).squareRoot()
    return radius * cos(2 * Double.pi * random.uniform())
  }
}
