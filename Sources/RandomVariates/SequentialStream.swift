/// A fast stream of random numbers that are drawn one after the other: xoshiro256++.
///
/// For work that has no natural address, such as thinning, resampling or speed measurements. It
/// cannot be copied, so that no draw is used twice by accident. Period 2²⁵⁶ − 1.
///
/// Blackman, Vigna, "Scrambled linear pseudorandom number generators", ACM Transactions on
/// Mathematical Software 47 (2021).
public struct SequentialStream: ~Copyable, Sendable {
  @usableFromInline var s0: UInt64
  @usableFromInline var s1: UInt64
  @usableFromInline var s2: UInt64
  @usableFromInline var s3: UInt64
  // Held here, so that a draw reaches the table without asking whether it has been built.
  @usableFromInline let layers: [ZigguratLayer]

  /// Creates the stream of a seed; any seed will do, neighbouring ones too.
  public init(seed: UInt64) {
    var seeds = SplitMix64(state: seed)
    s0 = seeds.next()
    s1 = seeds.next()
    s2 = seeds.next()
    s3 = seeds.next()
    layers = ExponentialZiggurat.layers
  }

  /// The next 64 random bits.
  @inlinable
  public mutating func next() -> UInt64 {
    let sum = s0 &+ s3
    let result = (sum << 23 | sum >> 41) &+ s0
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = s3 << 45 | s3 >> 19
    return result
  }

  /// The next uniform variate in (0, 1).
  @inlinable
  public mutating func nextUnit() -> Double {
    openUnit(next())
  }

  /// The next standard normal variate, by inversion.
  @inlinable
  public mutating func nextNormal() -> Double {
    normalQuantile(nextUnit())
  }
}
