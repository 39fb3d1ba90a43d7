#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A rate that swings about its mean like a sine, with the inverse of its integral.
///
/// λ(t) = mean · (1 + swing · sin 2πt/period), hence
/// Λ(t) = mean · (t + swing · period/2π · (1 − cos 2πt/period)).
public struct WavingRate: Sendable, BitwiseCopyable {
  /// Mean rate [1/µs]; 0 only where a factor has made it too small to be held.
  public let mean: Double
  /// Largest deviation from the mean as a share of it, 0 to 1.
  public let swing: Double
  /// Length of one wave [µs], positive.
  public let period: Double

  /// A rate from its parts.
  public init(mean: Double, swing: Double, period: Double) {
    precondition(
      mean >= 0 && period > 0 && (0...1).contains(swing),
      "a wave has a mean of \(mean), a swing of \(swing) and a period of \(period)"
    )
    self.mean = mean
    self.swing = swing
    self.period = period
  }

  /// Expected arrivals in [0, time).
  public func integral(to time: Double) -> Double {
    guard time > 0 else { return 0 }
    let rounds = (time / period).rounded(.down)
    let rest = time.addingProduct(-rounds, period)
    return mean * period * (rounds + wave(rest / period))
  }

  /// The time at which the integral reaches a value [µs].
  ///
  /// Newton's method within a bracket that always shrinks. The error is that of one rounding of the
  /// value and of the time; where the rate falls to 0, time is as uncertain as the value.
  ///
  /// - Complexity: O(1), some five steps.
  public func time(of value: Double) -> Double {
    let perRound = mean * period
    guard perRound.isFinite, perRound > 0, value / perRound < 0x1p53 else { return value / mean }
    let rounds = (value / perRound).rounded(.down)
    let rest = value.addingProduct(-rounds, perRound) / perRound
    return (rounds + phase(of: min(max(rest, 0), 1))) * period
  }

  /// The integral as a share of that of a round, at a phase from 0 to 1.
  private func wave(_ phase: Double) -> Double {
    // 1 − cos 2x = 2 sin² x, which loses no digits at small x.
    let sine = sin(.pi * phase)
    return phase + swing / .pi * sine * sine
  }

  /// The phase at which the share of the round's integral is reached.
  private func phase(of share: Double) -> Double {
    // The wave lies between the phase and swing/π above it.
    var low = max(0, share - swing / .pi)
    var high = share
    var phase = share - swing / .pi * wave(share) * (1 - share)
    for _ in 0..<100 {
      if !(phase > low && phase < high) { phase = low + (high - low) / 2 }
      let miss = wave(phase) - share
      if miss == 0 { return phase }
      if miss > 0 { high = phase } else { low = phase }
      let next = phase - miss / (1 + swing * sin(2 * .pi * phase))
      if abs(next - phase) <= 0x1p-53 || high - low <= 0x1p-53 {
        return min(max(next.isFinite ? next : phase, low), high)
      }
      phase = next
    }
    return phase
  }
}
