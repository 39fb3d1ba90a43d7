import EventSimulation
import Testing

@Suite struct CancellationTests {
  @Test func cancellingTellsWhetherItWasStillToCome() {
    var calendar = EventCalendar<Int>()
    let handle = calendar.schedule(1, at: .seconds(5))
    #expect(calendar.isPending(handle) == true)
    let first = calendar.cancel(handle)
    let second = calendar.cancel(handle)
    #expect(first && !second)
    #expect(calendar.isPending(handle) == false)
  }

  @Test func anEventThatHasRunCannotBeCancelled() {
    var calendar = EventCalendar<Int>()
    let handle = calendar.schedule(1, at: .seconds(5))
    let event = calendar.next(before: .start(of: .never))
    #expect(event == 1)
    #expect(calendar.isPending(handle) == false)
    let cancelled = calendar.cancel(handle)
    let moved = calendar.reschedule(handle, 2, at: .seconds(9))
    #expect(!cancelled && moved == nil)
    #expect(calendar.isEmpty == true)
  }

  @Test func aCancelledEventIsNotCountedAndDoesNotMoveTheClock() {
    var calendar = EventCalendar<Int>()
    calendar.post(1, at: .seconds(1))
    let handle = calendar.schedule(2, at: .seconds(2))
    #expect(calendar.count == 2)
    calendar.cancel(handle)
    #expect(calendar.count == 1)
    let order = calendar.drain()
    #expect(order == [1])
    #expect(calendar.now == .seconds(1))
    let peeked = calendar.peek()
    #expect(peeked == nil)
  }

  @Test func peekingSkipsCancelledEvents() {
    var calendar = EventCalendar<Int>()
    let handles = (1...5).map { calendar.schedule($0, at: .seconds(Int64($0))) }
    for handle in handles.prefix(3) { calendar.cancel(handle) }
    let key = calendar.peek()
    #expect(key == EventKey(time: .seconds(4), rank: .other, sequence: 3))
    #expect(calendar.now == .zero)
  }

  @Test func aHandleNeverReachesALaterUserOfItsTicket() {
    var calendar = EventCalendar<Int>()
    let cancelled = calendar.schedule(1, at: .seconds(1))
    calendar.cancel(cancelled)
    // The only ticket is used again, first after a cancellation, then after an execution.
    let executed = calendar.schedule(2, at: .seconds(2))
    let stillThere = calendar.cancel(cancelled)
    #expect(!stillThere && calendar.isPending(executed))
    let two = calendar.next(before: .start(of: .never))
    #expect(two == 2)
    let live = calendar.schedule(3, at: .seconds(3))
    let byCancelled = calendar.cancel(cancelled)
    let byExecuted = calendar.cancel(executed)
    let moved = calendar.reschedule(executed, 4, at: .seconds(4))
    #expect(!byCancelled && !byExecuted && moved == nil)
    #expect(calendar.isPending(live) == true)
    let order = calendar.drain()
    #expect(order == [3])
  }

  @Test func reschedulingChangesTimeRankAndEvent() {
    var calendar = EventCalendar<Unicode.Scalar>()
    let late = calendar.schedule("?", at: .seconds(50))
    let early = calendar.schedule("?", at: .seconds(1))
    calendar.post("b", at: .seconds(9), rank: .arrival)
    let first = calendar.reschedule(late, "a", at: .seconds(9), rank: .completion)
    let second = calendar.reschedule(early, "c", at: .seconds(60))
    #expect(first != nil && second != nil)
    #expect(calendar.isPending(late) == false)
    #expect(calendar.isPending(early) == false)
    #expect(calendar.count == 3)
    let order = calendar.drain()
    #expect(order == ["a", "b", "c"])
    #expect(calendar.now == .seconds(60))
  }

  @Test func rebuildingKeepsTheOrder() {
    var random = SplitMix64(seed: 8)
    var calendar = EventCalendar<Int>()
    var kept: [(time: Int64, number: Int)] = []
    for number in 0..<2_000 {
      let time = Int64.random(in: 0..<300, using: &random)
      if number % 10 == 0 {
        calendar.post(number, at: SimulatedTime(microseconds: time))
        kept.append((time, number))
      } else {
        let handle = calendar.schedule(number, at: SimulatedTime(microseconds: time))
        calendar.cancel(handle)
      }
    }
    #expect(calendar.holdsInvariants() == true)
    let order = calendar.drain()
    #expect(order == kept.sorted { $0 < $1 }.map(\.number))
  }

  /// Ten patience timers that are set back for ever.
  @Test func endlessCancellationKeepsASmallCalendar() {
    var calendar = EventCalendar<UInt8>()
    var handles = (0..<10).map { calendar.schedule($0, at: .days(1)) }
    var largest = 0
    for turn in 0..<1_000_000 {
      let slot = turn % 10
      let time = SimulatedTime.days(1) + SimulatedTime(microseconds: Int64(turn))
      if let handle = calendar.reschedule(handles[slot], UInt8(slot), at: time) {
        handles[slot] = handle
      }
      largest = max(largest, calendar.heapCount)
    }
    // Up to 64 cancelled entries are left alone; the next one clears them.
    #expect(largest <= 10 + 64)
    #expect(calendar.count == 10)
    let order = calendar.drain()
    #expect(order == Array(0..<10))
  }
}
