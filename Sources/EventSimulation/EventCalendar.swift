/// The pending events of a run, and its clock.
///
/// Order: time, then rank, then the order of scheduling (``EventKey``). The clock only goes
/// forward; an event may be scheduled for the current instant, never for the past.
///
/// Two ways in: ``post(_:at:rank:)`` is for events that nobody will take back and costs nothing
/// beyond the heap; ``schedule(_:at:rank:)`` returns a handle for ``cancel(_:)``. A cancelled
/// entry stays in the heap, is recognised by the epoch of its ticket when it comes up, and is
/// dropped there without being counted or moving the clock. An event cancelled by an earlier
/// event of the same instant does not run. Should stale entries outnumber live ones, the heap is
/// rebuilt without them, so that a model which cancels for ever keeps a small calendar.
///
/// The structure is a four-ary heap of 128-bit keys with the payloads beside it. Taking an event
/// leaves a hole at the root that the next post fills: the usual pair of one taken, one posted
/// costs one way down the heap instead of two.
///
/// - Complexity: posting and taking O(log n), cancelling O(1), all without allocation once the
///   heap has reached its size.
public struct EventCalendar<Event: BitwiseCopyable>: ~Copyable {
  @usableFromInline
  struct Entry: BitwiseCopyable {
    @usableFromInline var event: Event
    @usableFromInline var handle: EventHandle

    @inlinable
    init(event: Event, handle: EventHandle) {
      self.event = event
      self.handle = handle
    }
  }

  @usableFromInline var keys: Slab<EventKey>
  @usableFromInline var entries: Slab<Entry>
  /// The root has been taken and not yet been replaced.
  @usableFromInline var hasHole = false
  @usableFromInline var nextSequence: UInt64 = 0
  @usableFromInline var clock = SimulatedTime.zero
  /// The current epoch of each ticket; an entry with another one is stale.
  @usableFromInline var epochs: Slab<UInt32>
  @usableFromInline var freeTickets: Slab<UInt32>
  @usableFromInline var staleCount = 0

  /// An empty calendar at time zero.
  @inlinable
  public init() {
    keys = Slab()
    entries = Slab()
    epochs = Slab()
    freeTickets = Slab()
  }

  /// The clock: the time of the event that runs, or that ran last.
  @inlinable public var now: SimulatedTime { clock }

  /// How many events are pending; cancelled ones do not count.
  @inlinable public var count: Int { keys.count - (hasHole ? 1 : 0) - staleCount }

  /// Whether nothing is pending.
  @inlinable public var isEmpty: Bool { count == 0 }

  /// Schedules an event that nobody will cancel.
  ///
  /// - Precondition: `time` is not before ``now``.
  @inlinable
  public mutating func post(_ event: Event, at time: SimulatedTime, rank: EventRank = .other) {
    insert(Entry(event: event, handle: .none), at: time, rank: rank)
  }

  /// Schedules an event after a delay, counted from now.
  ///
  /// - Precondition: `delay` is not negative.
  @inlinable
  public mutating func post(
    _ event: Event,
    after delay: SimulatedTime,
    rank: EventRank = .other
  ) {
    post(event, at: clock + delay, rank: rank)
  }

  @inlinable
  @inline(always)
  mutating func insert(_ entry: Entry, at time: SimulatedTime, rank: EventRank) {
    precondition(time >= clock, "an event cannot be scheduled before now")
    let key = EventKey(time: time, rank: rank, sequence: nextSequence)
    nextSequence &+= 1
    if hasHole {
      hasHole = false
      siftDown(key, entry, from: 0)
    } else {
      keys.append(key)
      entries.append(entry)
      siftUp(key, entry, from: keys.count - 1)
    }
  }

  /// The key of the next event, or nil when nothing is pending.
  ///
  /// - Complexity: O(1) unless the root has just been taken or is stale, then O(log n).
  @inlinable
  public mutating func peek() -> EventKey? {
    settle()
    return keys.isEmpty ? nil : keys[0]
  }

  /// Takes the next event if its key is before a limit, and advances the clock to it.
  ///
  /// - Returns: the event, or nil when the next one is not before the limit.
  @inlinable
  public mutating func next(before limit: EventKey) -> Event? {
    settle()
    guard !keys.isEmpty else { return nil }
    // The heap is not empty, so it has a root.
    let key = unsafe keys[unchecked: 0]
    guard key < limit else { return nil }
    let entry = unsafe entries[unchecked: 0]
    clock = key.time
    hasHole = true
    if entry.handle != .none { retire(entry.handle.ticket) }
    return entry.event
  }

  /// Advances the clock without an event, for instance to an arrival that comes from outside.
  ///
  /// - Precondition: `time` is not before ``now``, and no pending event is due before it.
  @inlinable
  public mutating func advance(to time: SimulatedTime) {
    precondition(time >= clock, "the clock cannot go back")
    settle()
    precondition(keys.isEmpty || keys[0].time >= time, "an event is due before the new time")
    clock = time
  }
}

extension EventCalendar: Sendable where Event: Sendable {}
extension EventCalendar.Entry: Sendable where Event: Sendable {}
