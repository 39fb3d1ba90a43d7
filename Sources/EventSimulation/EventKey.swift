/// What decides between events of one instant: the lower rank happens first.
///
/// The ranks are the calendar's whole notion of priority. Within a rank events happen in the
/// order in which they were scheduled.
public enum EventRank: UInt8, Sendable, BitwiseCopyable, CaseIterable {
  /// Openings, closings, failures and repairs.
  case state = 0
  /// Ends of service and of delays.
  case completion = 1
  /// Arrivals from outside.
  case arrival = 2
  /// All else.
  case other = 3
}

/// The place of an event in the order of a run: time, then rank, then sequence.
///
/// The three are packed into 128 bits, so that one comparison decides; the payload of an event
/// never takes part. An event scheduled for *now* gets a later sequence than every event that is
/// already in the calendar, and therefore follows those of its own rank; it precedes those of a
/// higher rank at the same instant, and it follows the running event in every case.
public struct EventKey: Sendable, BitwiseCopyable, Hashable, Comparable {
  /// Time in the upper half; rank in the next two bits; sequence in the lowest 62.
  public let bits: UInt128

  /// A key from its packed bits.
  @inlinable
  init(bits: UInt128) {
    self.bits = bits
  }

  /// The key of one event.
  ///
  /// - Precondition: time ≥ 0 and sequence < 2⁶² (at a thousand million events a second, 146 years).
  @inlinable
  public init(time: SimulatedTime, rank: EventRank, sequence: UInt64) {
    assert(time.microseconds >= 0 && sequence < 1 << 62)
    let order = UInt64(rank.rawValue) &<< 62 | sequence
    bits = UInt128(_low: order, _high: UInt64(bitPattern: time.microseconds))
  }

  /// The first key of an instant: before everything that happens at that time.
  @inlinable
  public static func start(of time: SimulatedTime) -> EventKey {
    EventKey(time: time, rank: .state, sequence: 0)
  }

  /// The first key of a rank at an instant: after the lower ranks, before the rank's own events.
  @inlinable
  public static func start(of rank: EventRank, at time: SimulatedTime) -> EventKey {
    EventKey(time: time, rank: rank, sequence: 0)
  }

  /// When the event is due.
  @inlinable public var time: SimulatedTime {
    SimulatedTime(microseconds: Int64(bitPattern: bits._high))
  }

  /// The event's rank among those of its instant.
  @inlinable public var rank: EventRank {
    // Two bits have four values, and each is a rank.
    EventRank(rawValue: UInt8(truncatingIfNeeded: bits._low &>> 62)) ?? .other
  }

  /// The event's number in the order of scheduling.
  @inlinable public var sequence: UInt64 { bits._low & (1 << 62 - 1) }

  /// Whether the left event happens first.
  @inlinable
  public static func < (left: EventKey, right: EventKey) -> Bool {
    left.bits < right.bits
  }
}
