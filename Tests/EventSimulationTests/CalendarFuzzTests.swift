import EventSimulation
import Testing

/// The calendar beside a sorted array that does the same in the plainest way.
private struct ShadowedCalendar: ~Copyable {
  private struct Pending {
    let key: EventKey
    let number: Int
  }

  private var calendar = EventCalendar<Int>()
  /// In descending order, so that the next event is the last.
  private var shadow: [Pending] = []
  private var sequence: UInt64 = 0
  /// Every handle ever given out, with the number of its event.
  private var handles: [(handle: EventHandle, number: Int)] = []
  private var random: SplitMix64
  private let spread: Int64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    // From nearly all events at one instant to nearly none.
    spread = [1, 4, 60, 100_000][Int(seed % 4)]
  }

  /// One random operation on both; weights are for post, schedule, cancel, reschedule, take.
  mutating func operate(_ weights: [Int]) {
    var lot = Int.random(in: 0..<weights.reduce(0, +), using: &random)
    var choice = 0
    while lot >= weights[choice] {
      lot -= weights[choice]
      choice += 1
    }
    switch choice {
    case 0:
      let (time, rank) = place()
      calendar.post(Int(sequence), at: time, rank: rank)
      insert(at: time, rank: rank)
    case 1:
      let (time, rank) = place()
      let handle = calendar.schedule(Int(sequence), at: time, rank: rank)
      handles.append((handle, Int(sequence)))
      insert(at: time, rank: rank)
    case 2: cancel()
    case 3: reschedule()
    default: take()
    }
    #expect(calendar.count == shadow.count)
  }

  mutating func check() {
    #expect(calendar.holdsInvariants() == true)
    let next = calendar.peek()
    #expect(next == shadow.last?.key)
    if let claim = handles.randomElement(using: &random) {
      #expect(calendar.isPending(claim.handle) == shadow.contains { $0.number == claim.number })
    }
  }

  mutating func finish() {
    while !shadow.isEmpty { take() }
    check()
  }

  private mutating func place() -> (SimulatedTime, EventRank) {
    let delay = SimulatedTime(microseconds: .random(in: 0..<spread, using: &random))
    let rank = EventRank.allCases.randomElement(using: &random) ?? .other
    return (calendar.now + delay, rank)
  }

  private mutating func insert(at time: SimulatedTime, rank: EventRank) {
    let key = EventKey(time: time, rank: rank, sequence: sequence)
    var low = 0
    var high = shadow.count
    while low < high {
      let middle = (low + high) / 2
      if shadow[middle].key > key { low = middle + 1 } else { high = middle }
    }
    shadow.insert(Pending(key: key, number: Int(sequence)), at: low)
    sequence += 1
  }

  /// A claim to use, mostly a recent one, and whether its event is pending; it leaves the shadow.
  private mutating func removeClaimed() -> (handle: EventHandle, wasPending: Bool)? {
    guard !handles.isEmpty else { return nil }
    let oldest = random.next() % 8 == 0 ? 0 : max(0, handles.count - 60)
    let claim = handles[Int.random(in: oldest..<handles.count, using: &random)]
    guard let index = shadow.firstIndex(where: { $0.number == claim.number }) else {
      return (claim.handle, false)
    }
    shadow.remove(at: index)
    return (claim.handle, true)
  }

  private mutating func cancel() {
    guard let (handle, wasPending) = removeClaimed() else { return }
    let cancelled = calendar.cancel(handle)
    #expect(cancelled == wasPending)
  }

  private mutating func reschedule() {
    guard let (handle, wasPending) = removeClaimed() else { return }
    let (time, rank) = place()
    let moved = calendar.reschedule(handle, Int(sequence), at: time, rank: rank)
    #expect((moved != nil) == wasPending)
    guard let moved else { return }
    handles.append((moved, Int(sequence)))
    insert(at: time, rank: rank)
  }

  /// Takes the next event, one time in four only if it is due before a random key.
  private mutating func take() {
    var limit = EventKey.start(of: .never)
    if random.next() % 4 == 0 {
      let (time, rank) = place()
      limit = .start(of: rank, at: time)
    }
    let before = calendar.now
    let event = calendar.next(before: limit)
    guard let next = shadow.last, next.key < limit else {
      #expect(event == nil)
      #expect(calendar.now == before)
      return
    }
    shadow.removeLast()
    #expect(event == next.number)
    #expect(calendar.now == next.key.time)
  }
}

@Suite struct CalendarFuzzTests {
  /// Post, schedule, cancel, reschedule, take: growing, steady, shrinking, full of cancellations.
  private static let seasons = [
    [4, 4, 1, 1, 4], [2, 3, 1, 2, 4], [1, 1, 3, 1, 5], [1, 6, 8, 4, 1],
  ]

  /// 200 seeds of 5,200 operations: 1,040,000.
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func followsASortedArray(seed: UInt64) {
    var calendar = ShadowedCalendar(seed: seed)
    for season in 0..<26 {
      for _ in 0..<200 {
        calendar.operate(Self.seasons[(season + Int(seed)) % 4])
      }
      calendar.check()
    }
    calendar.finish()
  }
}
