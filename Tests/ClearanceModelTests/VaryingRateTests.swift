import ClearanceModel
import EventSimulation
import RandomVariates
import Testing

/// Inverses of cumulative rates, against integrals that are found in another way.
@Suite struct VaryingRateTests {
  /// SplitMix64, so that a failing case can be repeated.
  private struct Numbers {
    var state: UInt64
    mutating func unit() -> Double {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return (Double((z ^ (z >> 31)) >> 11) + 0.5) * 0x1p-53
    }
  }

  /// Every time up to a year comes back from its integral within a microsecond.
  @Test func waveInverse() {
    var numbers = Numbers(state: 1)
    let year = 366 * 86_400e6
    for _ in 0..<20_000 {
      let rate = WavingRate(
        mean: (0.1 + 1_000 * numbers.unit()) / 3_600e6,
        swing: 0.98 * numbers.unit(),
        period: 60e6 + 14 * 86_400e6 * numbers.unit() * numbers.unit()
      )
      let time = year * numbers.unit()
      #expect(abs(rate.time(of: rate.integral(to: time)) - time) < 1, "\(rate) at \(time)")
    }
  }

  /// A full swing lets the rate touch 0: there the time is uncertain, the integral is not.
  @Test func waveThatTouchesZero() {
    let rate = WavingRate(mean: 1 / 60e6, swing: 1, period: 86_400e6)
    var last = 0.0
    for step in 1...50_000 {
      let value = Double(step) * 0.73
      let time = rate.time(of: value)
      #expect(time >= last)
      #expect(abs(rate.integral(to: time) - value) < 1e-11 * max(1, value))
      last = time
    }
    // Λ at the minimum, three quarters of the wave, and at whole waves.
    for round in [0.0, 1, 365] {
      #expect(abs(rate.integral(to: (round + 1) * 86_400e6) - 1_440 * (round + 1)) < 1e-9)
      let minimum = rate.integral(to: (round + 0.75) * 86_400e6)
      #expect(abs(minimum - 1_440 * (round + 0.75 + 1 / (2 * .pi))) < 1e-7)
    }
  }

  /// The integral against Simpson's rule over the rate itself.
  @Test func waveIntegral() {
    let (mean, swing, period) = (20 / 3_600e6, 0.5, 86_400e6)
    let rate = WavingRate(mean: mean, swing: swing, period: period)
    for hours in [1.0, 6, 11.3, 24, 100.7] {
      let time = hours * 3_600e6
      let parts = 20_000
      var sum = 0.0
      for part in 0...parts {
        let phase = Double(part) / Double(parts) * time / period
        let weight: Double = part == 0 || part == parts ? 1 : part % 2 == 1 ? 4 : 2
        sum +=
          weight * mean * (1 + swing * sine(2 * .pi * phase.truncatingRemainder(dividingBy: 1)))
      }
      let integral = sum * time / Double(3 * parts)
      #expect(abs(rate.integral(to: time) / integral - 1) < 1e-10)
    }
  }

  /// A sine by its series, so that no library stands on both sides.
  private func sine(_ angle: Double) -> Double {
    let x = angle > .pi ? angle - 2 * .pi : angle
    var (term, sum) = (x, x)
    for k in 1...20 {
      term *= -x * x / Double(2 * k * (2 * k + 1))
      sum += term
    }
    return sum
  }

  @Test func noSwingIsEven() {
    let rate = WavingRate(mean: 1e-6, swing: 0, period: 3_600e6)
    for value in [0.5, 1, 3_599.9, 3_600, 1e6] {
      #expect(abs(rate.time(of: value) - value * 1e6) < 1e-3)
    }
  }

  /// Random profiles with pieces without a rate, some repeating, against a walk piece by piece.
  @Test func profileInverse() {
    var numbers = Numbers(state: 2)
    for _ in 0..<400 {
      let count = 1 + Int(6 * numbers.unit())
      // Rates that are powers of two make the integrals exact, so that bounds are met exactly.
      var rates = (0..<count).map { _ in
        numbers.unit() < 0.4 ? 0 : 0x1p-20 * (numbers.unit() < 0.5 ? 1 : 4)
      }
      if !rates.contains(where: { $0 > 0 }) { rates[count - 1] = 0x1p-20 }
      let repeats = numbers.unit() < 0.7
      let step = 0x1p24
      let rate = CumulativeRate(rates: rates, step: step, repeats: repeats)
      var cursor = CumulativeRate.Cursor()
      var value = 0.0
      var last = 0.0
      for _ in 0..<60 {
        // Quarters of what a piece brings at the lower rate: 16 · 1/4, so that many fall on bounds.
        value += numbers.unit() < 0.5 ? 4 : (1 + 40 * numbers.unit()).rounded()
        let found = rate.time(of: value, cursor: &cursor)
        let expected = shadow(rates, step, repeats, value)
        #expect(found == expected, "\(rates) \(repeats) \(value)")
        guard let found else { break }
        #expect(found > last)
        #expect(rate.integral(to: found) == value)
        last = found
      }
    }
  }

  /// The first time at which the integral is as large as a value, one piece after the other.
  private func shadow(
    _ rates: [Double],
    _ step: Double,
    _ repeats: Bool,
    _ value: Double
  ) -> Double? {
    var left = value
    var piece = 0
    while repeats || piece < rates.count {
      let rate = rates[piece % rates.count]
      if rate > 0, left <= rate * step { return Double(piece) * step + left / rate }
      left -= rate * step
      piece += 1
    }
    return nil
  }

  /// Rates that are no powers of two: bounds that rounding moves give neither gaps nor backward steps.
  @Test func profileWithRounding() {
    var numbers = Numbers(state: 3)
    for _ in 0..<200 {
      let rates = (0..<5).map { $0 % 2 == 0 ? 0 : (1 + numbers.unit()) / 3_600e6 }
      let rate = CumulativeRate(rates: rates, step: 3_600e6 / 7, repeats: true)
      var cursor = CumulativeRate.Cursor()
      var last = 0.0
      for number in 1...500 {
        // Every fourth value is a whole number of rounds, as exactly as it can be written.
        let value = rate.expectedPerPeriod * Double(number) / 4
        let time = rate.time(of: value, cursor: &cursor)
        #expect(time.map { $0 >= last && $0.isFinite } == true, "\(rates) \(number)")
        last = time ?? .infinity
        #expect(abs(rate.integral(to: last) - value) < 1e-9 * value)
      }
    }
  }

  /// States that follow each other, against the integral over the same visits.
  @Test func modulatedInverse() {
    var numbers = Numbers(state: 4)
    let lengths = (0..<5_000).map { _ in numbers.unit() }
    let rate = ModulatedRate(states: [
      .init(rate: 0, leave: 0.5 / 3_600e6), .init(rate: 50 / 3_600e6, leave: 1 / 3_600e6),
      .init(rate: 5 / 3_600e6, leave: 2 / 3_600e6),
    ])
    #expect(abs(rate.meanRound - 3.5 * 3_600e6) < 1e-3)
    #expect(abs(rate.meanRate * 3_600e6 - 52.5 / 3.5) < 1e-12)
    var course = ModulatedRate.Course()
    var value = 0.0
    for _ in 0..<2_000 {
      value += 3 * numbers.unit()
      let found = rate.time(of: value, course: &course, horizon: 1e18) { lengths[Int($0) - 1] }
      var (left, time, visit) = (value, 0.0, 0)
      while true {
        let state = rate.states[visit % 3]
        let length = -logarithm(1 - lengths[visit]) / state.leave
        if state.rate > 0, left <= state.rate * length {
          time += left / state.rate
          break
        }
        left -= state.rate * length
        time += length
        visit += 1
      }
      #expect(abs((found ?? 0) - time) < 0.01)
    }
    #expect(rate.time(of: 1e9, course: &course, horizon: 1e12) { lengths[Int($0) % 5_000] } == nil)
  }

  private func logarithm(_ value: Double) -> Double {
    // Halley on exp would need exp: the area of 1/x by the series of artanh.
    let exponent = Double(value.exponent) + 1
    let y = (value.significand / 2 - 1) / (value.significand / 2 + 1)
    var (term, sum) = (y, 0.0)
    for k in 0..<60 {
      sum += term / Double(2 * k + 1)
      term *= y * y
    }
    return 2 * sum + exponent * 0.693147180559945309417232
  }
}
