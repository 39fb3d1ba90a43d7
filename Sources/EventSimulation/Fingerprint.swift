/// A 64-bit hash over the executed events of a run, in their order.
///
/// Two runs with equal fingerprints went the same way: same events, same times, same trucks, same
/// places. It never sees sequence numbers, handles, batches or recording.
public struct Fingerprint: Sendable, BitwiseCopyable, Hashable {
  @usableFromInline var hash: UInt64
  @usableFromInline var events: UInt64

  /// The hash so far.
  @inlinable public var value: UInt64 { hash }

  /// How many events have been combined.
  @inlinable public var count: UInt64 { events }

  /// The fingerprint of nothing.
  @inlinable
  public init() {
    hash = 0x243f_6a88_85a3_08d3
    events = 0
  }

  /// A fingerprint that was noted down before.
  public init(value: UInt64, count: UInt64) {
    hash = value
    events = count
  }

  /// Takes in one executed event.
  ///
  /// - Parameters:
  ///   - time: when it happened.
  ///   - kind: a small number for the kind of event.
  ///   - entity: who it happened to.
  ///   - place: the hash of the name of the place where it happened.
  @inlinable
  public mutating func combine(
    time: SimulatedTime,
    kind: UInt8,
    entity: UInt64,
    place: UInt64
  ) {
    // The three products do not depend on the hash so far: the chain from event to event is one
    // rotation, one exclusive or and one multiplication.
    let word =
      (UInt64(bitPattern: time.microseconds) ^ UInt64(kind) &<< 56) &* 0x9e37_79b9_7f4a_7c15
      ^ entity &* 0xc2b2_ae3d_27d4_eb4f ^ (place &+ 0x1656_67b1_9e37_79f9) &* 0xff51_afd7_ed55_8ccd
    hash = ((hash &<< 27 | hash &>> 37) ^ word ^ word &>> 32) &* 0x9fb2_1c65_1e98_df25
    events &+= 1
  }

  /// Takes in another fingerprint, for instance of the next zone or replication.
  public mutating func fold(_ other: Fingerprint) {
    hash = mixed(mixed(hash) &+ other.hash)
    events &+= other.events
  }

  /// Sixteen hexadecimal digits.
  public var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// A 64-bit hash of a name that is the same in every process and release (FNV-1a, then mixed).
///
/// - Complexity: O(length of the name in UTF-8)
public func stableHash(_ name: String) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in name.utf8 {
    hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }
  return mixed(hash)
}

/// Spreads every bit of a word over all of it (the finaliser of MurmurHash3).
@usableFromInline
func mixed(_ word: UInt64) -> UInt64 {
  var word = word
  word = (word ^ word >> 33) &* 0xff51_afd7_ed55_8ccd
  word = (word ^ word >> 33) &* 0xc4ce_b9fe_1a85_ec53
  return word ^ word >> 33
}
