import EventSimulation
import Testing

@Suite struct SimulationTests {
  /// Letters a, b, c … at 0, 1, 2 … seconds.
  private func lettersBySecond(_ count: Int64) -> Simulation<Script> {
    var simulation = Simulation(Script())
    for second in (0..<count).reversed() {
      let letter = Unicode.Scalar(UInt8(97 + second))
      simulation.calendar.post(letter, at: .seconds(second))
    }
    return simulation
  }

  @Test func whatIsDueAtTheEndDoesNotHappen() {
    var simulation = lettersBySecond(5)
    let justBefore = SimulatedTime.seconds(3) - SimulatedTime(microseconds: 1)
    simulation.calendar.post("!", at: justBefore)
    simulation.run(until: .seconds(3))
    #expect(simulation.model.log == "abc!")
    #expect(simulation.calendar.now == .seconds(3))
    #expect(simulation.calendar.count == 2)
    // The next stretch begins with it.
    simulation.run(until: .seconds(4))
    #expect(simulation.model.log == "abc!d")
  }

  @Test func aRunOfNoLengthRunsNothing() {
    var simulation = lettersBySecond(2)
    simulation.run(until: .zero)
    #expect(simulation.model.log.isEmpty == true)
    #expect(simulation.calendar.now == .zero)
  }

  @Test func anEmptyRunReachesItsEnd() {
    var simulation = Simulation(Script())
    simulation.run(until: .hours(1))
    #expect(simulation.calendar.now == .hours(1))
    simulation.calendar.post("a", after: .hours(1))
    simulation.run(until: .hours(3))
    #expect(simulation.model.times == [SimulatedTime.hours(2).microseconds])
  }

  @Test func aKeyCanEndARunWithinAnInstant() {
    var simulation = Simulation(Script())
    for (letter, rank) in zip(["a", "b", "c", "d"] as [Unicode.Scalar], EventRank.allCases) {
      simulation.calendar.post(letter, at: .seconds(1), rank: rank)
    }
    let executed = simulation.run(before: .start(of: .arrival, at: .seconds(1)))
    #expect(executed == 2)
    #expect(simulation.model.log == "ab")
    #expect(simulation.calendar.now == .seconds(1))
  }

  @Test func aStepThatIsNotDueChangesNothing() {
    var simulation = lettersBySecond(2)
    let first = simulation.step(before: .start(of: .seconds(1)))
    let second = simulation.step(before: .start(of: .seconds(1)))
    #expect(first && !second)
    #expect(simulation.calendar.now == .zero)
    #expect(simulation.calendar.count == 1)
  }

  @Test(arguments: 1...12)
  func slicesAddUpToTheWhole(size: Int) {
    var whole = lettersBySecond(10)
    whole.run(until: .seconds(8))
    var sliced = lettersBySecond(10)
    var slices: [Int] = []
    repeat {
      slices.append(sliced.run(before: .start(of: .seconds(8)), atMost: size))
    } while slices.last == size
    #expect(sliced.model.log == whole.model.log)
    #expect(slices.reduce(0, +) == 8)
    #expect(slices.dropLast().allSatisfy { $0 == size })
  }

  @Test func thePastIsClosed() async {
    await #expect(processExitsWith: .failure) {
      var calendar = EventCalendar<Int>()
      calendar.advance(to: .seconds(2))
      calendar.post(1, at: .seconds(1))
    }
    await #expect(processExitsWith: .failure) {
      var calendar = EventCalendar<Int>()
      calendar.advance(to: .seconds(2))
      _ = calendar.schedule(1, at: .seconds(1))
    }
    await #expect(processExitsWith: .failure) {
      var calendar = EventCalendar<Int>()
      calendar.post(1, after: SimulatedTime(microseconds: -1))
    }
  }

  @Test func theClockGoesForwardOnly() async {
    await #expect(processExitsWith: .failure) {
      var calendar = EventCalendar<Int>()
      calendar.advance(to: .seconds(2))
      calendar.advance(to: .seconds(1))
    }
    await #expect(processExitsWith: .failure) {
      var calendar = EventCalendar<Int>()
      calendar.post(1, at: .seconds(1))
      calendar.advance(to: .seconds(2))
    }
    await #expect(processExitsWith: .failure) {
      var simulation = Simulation(Script())
      simulation.run(until: SimulatedTime(microseconds: -1))
    }
  }

  @Test func theClockMayReachAPendingEvent() {
    var calendar = EventCalendar<Int>()
    calendar.post(1, at: .seconds(2))
    let cancelled = calendar.schedule(0, at: .seconds(1))
    calendar.cancel(cancelled)
    calendar.advance(to: .seconds(2))
    #expect(calendar.now == .seconds(2))
    let order = calendar.drain()
    #expect(order == [1])
  }
}
