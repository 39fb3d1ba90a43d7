/// The counter-based generator Philox4x32-10: 128 random bits as a pure function of key and counter.
///
/// A counter has no history, so a draw can be asked for in any order, on any worker, again and
/// again. One block costs 20 multiplications and touches no memory.
///
/// Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011).
public struct Philox4x32: Sendable, BitwiseCopyable {
  @usableFromInline let key0: UInt32
  @usableFromInline let key1: UInt32

  /// Creates the generator of one key; its low half is the first key word of the paper.
  @inlinable
  public init(key: UInt64) {
    key0 = UInt32(truncatingIfNeeded: key)
    key1 = UInt32(truncatingIfNeeded: key >> 32)
  }

  /// The key of one replication: for a fixed seed no two replications share one.
  public static func key(seed: UInt64, replication: UInt64) -> UInt64 {
    let golden: UInt64 = 0x9E37_79B9_7F4A_7C15
    return mixed(mixed(seed &+ golden) ^ (replication &* golden))
  }

  /// The block of four words at counter (`c0`, `c1`, `c2`, `c3`), after ten rounds.
  @inlinable
  public func block(_ c0: UInt32, _ c1: UInt32, _ c2: UInt32, _ c3: UInt32) -> PhiloxBlock {
    var (x0, x1, x2, x3) = (c0, c1, c2, c3)
    var (k0, k1) = (key0, key1)
    var round = 0
    while round < 10 {
      let a = UInt64(x0) &* 0xD251_1F53
      let b = UInt64(x2) &* 0xCD9E_8D57
      x0 = UInt32(truncatingIfNeeded: b >> 32) ^ x1 ^ k0
      x2 = UInt32(truncatingIfNeeded: a >> 32) ^ x3 ^ k1
      x1 = UInt32(truncatingIfNeeded: b)
      x3 = UInt32(truncatingIfNeeded: a)
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
      round &+= 1
    }
    return PhiloxBlock(word0: x0, word1: x1, word2: x2, word3: x3)
  }
}

/// The 128 bits that Philox gives for one counter.
public struct PhiloxBlock: Sendable, BitwiseCopyable, Equatable {
  /// Bits 0 to 31.
  public let word0: UInt32
  /// Bits 32 to 63.
  public let word1: UInt32
  /// Bits 64 to 95.
  public let word2: UInt32
  /// Bits 96 to 127.
  public let word3: UInt32

  @inlinable
  init(word0: UInt32, word1: UInt32, word2: UInt32, word3: UInt32) {
    self.word0 = word0
    self.word1 = word1
    self.word2 = word2
    self.word3 = word3
  }

  /// The lower half of the block.
  @inlinable
  public var bits: UInt64 { UInt64(word0) | UInt64(word1) << 32 }

  /// The upper half of the block, independent of `bits`.
  @inlinable
  public var moreBits: UInt64 { UInt64(word2) | UInt64(word3) << 32 }
}
