/// A claim on one scheduled event.
///
/// It stays valid until the event has run or has been cancelled; afterwards using it does nothing.
public struct EventHandle: Sendable, BitwiseCopyable, Hashable {
  /// Ticket in the upper half, epoch in the lower: one word to move with each entry.
  @usableFromInline let bits: UInt64

  @inlinable
  init(ticket: UInt32, epoch: UInt32) {
    bits = UInt64(ticket) &<< 32 | UInt64(epoch)
  }

  @inlinable
  init(bits: UInt64) {
    self.bits = bits
  }

  /// The claim of an event that nobody can cancel.
  @inlinable static var none: EventHandle { EventHandle(bits: .max) }

  @inlinable var ticket: UInt32 { UInt32(truncatingIfNeeded: bits &>> 32) }

  @inlinable var epoch: UInt32 { UInt32(truncatingIfNeeded: bits) }
}

extension EventCalendar {
  /// Schedules an event that may be cancelled.
  ///
  /// - Precondition: `time` is not before ``now``.
  /// - Returns: the handle for ``cancel(_:)`` and ``reschedule(_:_:at:rank:)``.
  @inlinable
  public mutating func schedule(
    _ event: Event,
    at time: SimulatedTime,
    rank: EventRank = .other
  ) -> EventHandle {
    let ticket: UInt32
    if freeTickets.isEmpty {
      ticket = UInt32(epochs.count)
      epochs.append(0)
    } else {
      ticket = freeTickets.removeLast()
    }
    let handle = EventHandle(ticket: ticket, epoch: epochs[Int(ticket)])
    insert(Entry(event: event, handle: handle), at: time, rank: rank)
    return handle
  }

  /// Whether the event of a handle is still to come.
  @inlinable
  public func isPending(_ handle: EventHandle) -> Bool {
    epochs[Int(handle.ticket)] == handle.epoch
  }

  /// Cancels an event.
  ///
  /// - Returns: whether it was still to come.
  /// - Complexity: O(1), amortised over the rebuilding of the heap.
  @inlinable
  @discardableResult
  public mutating func cancel(_ handle: EventHandle) -> Bool {
    guard isPending(handle) else { return false }
    retire(handle.ticket)
    staleCount += 1
    if staleCount > 64, staleCount * 2 > keys.count { compact() }
    return true
  }

  /// Moves an event to another time; among the events of its new instant it counts as the latest.
  ///
  /// - Returns: the new handle, or nil when the event has run or been cancelled.
  @inlinable
  public mutating func reschedule(
    _ handle: EventHandle,
    _ event: Event,
    at time: SimulatedTime,
    rank: EventRank = .other
  ) -> EventHandle? {
    cancel(handle) ? schedule(event, at: time, rank: rank) : nil
  }

  /// Ends a ticket: entries and handles with the old epoch are void, and the slot is free.
  ///
  /// Epochs wrap after 2³² uses of one slot, far more than entries that could still carry one.
  @inlinable
  mutating func retire(_ ticket: UInt32) {
    epochs[Int(ticket)] &+= 1
    freeTickets.append(ticket)
  }
}
