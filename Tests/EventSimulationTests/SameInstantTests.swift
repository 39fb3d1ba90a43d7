import EventSimulation
import Testing

/// What decides between events of one instant.
@Suite struct SameInstantTests {
  private static let noon = SimulatedTime.hours(12)

  /// Posts letters at noon and tells in which order they happen.
  private func order(
    of posts: KeyValuePairs<Unicode.Scalar, EventRank>,
    react: @escaping Script.Reaction = { _, _ in }
  ) -> String {
    var simulation = Simulation(Script(react))
    for (letter, rank) in posts {
      simulation.calendar.post(letter, at: Self.noon, rank: rank)
    }
    simulation.run(until: .days(1))
    return simulation.model.log
  }

  @Test func rankThenSchedulingDecides() {
    let order = order(of: [
      "g": .other, "e": .arrival, "c": .completion, "a": .state,
      "h": .other, "f": .arrival, "d": .completion, "b": .state,
    ])
    #expect(order == "abcdefgh")
  }

  @Test func timeComesBeforeRank() {
    var simulation = Simulation(Script())
    simulation.calendar.post("b", at: Self.noon, rank: .state)
    simulation.calendar.post("a", at: .hours(11), rank: .other)
    simulation.run(until: .days(1))
    #expect(simulation.model.log == "ab")
  }

  @Test func postedAndScheduledEventsShareOneOrder() {
    var calendar = EventCalendar<Int>()
    for number in 0..<100 {
      if number % 3 == 0 {
        _ = calendar.schedule(number, at: Self.noon)
      } else {
        calendar.post(number, at: Self.noon)
      }
    }
    let order = calendar.drain()
    #expect(order == Array(0..<100))
  }

  @Test func aNewEventOfTheSameRankComesAfterThoseAlreadyThere() {
    for rank in EventRank.allCases {
      let order = order(of: ["a": rank, "b": rank, "c": rank]) { letter, calendar in
        if letter == "a" { calendar.post("d", at: calendar.now, rank: rank) }
      }
      #expect(order == "abcd")
    }
  }

  @Test func aNewEventOfALowerRankComesNext() {
    let order = order(of: ["a": .completion, "c": .completion, "d": .other]) { letter, calendar in
      if letter == "a" { calendar.post("b", at: calendar.now, rank: .state) }
    }
    #expect(order == "abcd")
  }

  @Test func aNewEventOfAHigherRankComesAfterTheRunningRank() {
    let order = order(of: ["a": .completion, "e": .other, "b": .completion, "c": .arrival]) {
      letter,
      calendar in
      if letter == "a" { calendar.post("d", after: .zero, rank: .arrival) }
    }
    #expect(order == "abcde")
  }

  @Test func chainsWithinAnInstantDoNotMoveTheClock() {
    var simulation = Simulation(
      Script { letter, calendar in
        if letter < "e", let next = Unicode.Scalar(letter.value + 1) {
          calendar.post(next, after: .zero)
        }
      }
    )
    simulation.calendar.post("a", at: Self.noon)
    simulation.calendar.post("z", at: Self.noon + SimulatedTime(microseconds: 1))
    simulation.run(until: .days(1))
    #expect(simulation.model.log == "abcdez")
    #expect(Set(simulation.model.times.prefix(5)) == [Self.noon.microseconds])
  }

  @Test func oneCancelledByAnEarlierEventOfTheInstantDoesNotRun() {
    var handle: EventHandle?
    var simulation = Simulation(
      Script { _, calendar in
        if let cancelled = handle { calendar.cancel(cancelled) }
      }
    )
    simulation.calendar.post("a", at: Self.noon)
    handle = simulation.calendar.schedule("b", at: Self.noon)
    let executed = simulation.run(before: .start(of: .days(1)))
    #expect(simulation.model.log == "a")
    #expect(executed == 1)
    #expect(simulation.calendar.isEmpty == true)
  }

  @Test func aRescheduledEventCountsAsTheLatestOfItsInstant() {
    var calendar = EventCalendar<Unicode.Scalar>()
    let early = calendar.schedule("d", at: .hours(1))
    calendar.post("a", at: Self.noon)
    let same = calendar.schedule("b", at: Self.noon)
    calendar.post("c", at: Self.noon)
    let moved = calendar.reschedule(early, "d", at: Self.noon)
    let again = calendar.reschedule(same, "e", at: Self.noon)
    #expect(moved != nil && again != nil)
    let order = calendar.drain()
    #expect(order == ["a", "c", "d", "e"])
  }
}
