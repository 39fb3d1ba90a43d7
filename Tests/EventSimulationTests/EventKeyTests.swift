import EventSimulation
import Testing

@Suite struct EventKeyTests {
  private static let times = [0, 1, 2, 1 << 32, .max - 1, .max].map {
    SimulatedTime(microseconds: $0)
  }
  private static let sequences: [UInt64] = [0, 1, 1 << 61, 1 << 62 - 1]

  /// Every combination, in the order time, rank, sequence.
  private static let keys = times.flatMap { time in
    EventRank.allCases.flatMap { rank in
      sequences.map { EventKey(time: time, rank: rank, sequence: $0) }
    }
  }

  @Test func timeThenRankThenSequenceDecides() {
    let keys = Self.keys
    for left in keys.indices {
      for right in keys.indices {
        #expect((keys[left] < keys[right]) == (left < right))
        #expect((keys[left] == keys[right]) == (left == right))
      }
    }
  }

  @Test func theThreePartsComeBack() {
    for time in Self.times {
      for rank in EventRank.allCases {
        for sequence in Self.sequences {
          let key = EventKey(time: time, rank: rank, sequence: sequence)
          #expect(key.time == time && key.rank == rank && key.sequence == sequence)
        }
      }
    }
  }

  @Test func ranksRunFromStateToOther() {
    #expect(EventRank.allCases == [.state, .completion, .arrival, .other])
    #expect(EventRank.allCases.map(\.rawValue) == [0, 1, 2, 3])
  }

  @Test func startsSplitAnInstant() {
    let now = SimulatedTime(microseconds: 10)
    let before = SimulatedTime(microseconds: 9)
    #expect(EventKey(time: before, rank: .other, sequence: 1 << 62 - 1) < .start(of: now))
    #expect(EventKey.start(of: now) <= EventKey(time: now, rank: .state, sequence: 0))
    let arrivals = EventKey.start(of: .arrival, at: now)
    #expect(EventKey(time: now, rank: .completion, sequence: 1 << 62 - 1) < arrivals)
    #expect(arrivals <= EventKey(time: now, rank: .arrival, sequence: 0))
  }

  @Test func aKeyIsSixteenBytes() {
    #expect(MemoryLayout<EventKey>.size == 16)
    #expect(MemoryLayout<EventKey>.stride == 16)
  }
}
