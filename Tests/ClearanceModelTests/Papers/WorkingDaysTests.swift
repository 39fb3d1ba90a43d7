import EventSimulation
import Testing

@testable import ClearanceModel

/// Days of a run and the arithmetic of deadlines.
@Suite struct WorkingDaysTests {
  /// Two weeks from a Monday, with a holiday on the second Monday and work on the Sunday before.
  let days = WorkingDays(
    [true, true, true, true, true, false, true, false, true, true, true, true, false, false])

  @Test func working() {
    #expect(days.isWorking(0))
    #expect(!days.isWorking(5))
    #expect(days.isWorking(6))
    #expect(!days.isWorking(7))
    // Beyond the end the last week repeats.
    #expect(!days.isWorking(14))
    #expect(days.isWorking(15))
    #expect(!days.isWorking(27))
    #expect(!days.isWorking(28))
    // Before the start the first week does.
    #expect(days.isWorking(-1))
    #expect(!days.isWorking(-2))
    #expect(days.isWorking(-7))
  }

  @Test func deadlines() {
    #expect(days.firstWorkingDay(from: 5) == 6)
    #expect(days.firstWorkingDay(from: 6) == 6)
    #expect(days.firstWorkingDay(from: 7) == 8)
    #expect(days.adding(workingDays: 0, to: 5) == 6)
    #expect(days.adding(workingDays: 1, to: 4) == 6)
    #expect(days.adding(workingDays: 3, to: 4) == 9)
  }

  @Test func clock() {
    let days = WorkingDays([Bool](repeating: true, count: 7), timeOfDayAtStart: .hours(8))
    #expect(days.day(of: .zero) == 0)
    #expect(days.day(of: .hours(15)) == 0)
    #expect(days.day(of: .hours(16)) == 1)
    #expect(days.day(of: SimulatedTime(microseconds: -1)) == 0)
    #expect(days.day(of: .zero - .hours(8)) == 0)
    #expect(days.day(of: .zero - .hours(8) - SimulatedTime(microseconds: 1)) == -1)
    #expect(days.day(of: .zero - .hours(32)) == -1)
    #expect(days.start(of: 1) == .hours(16))
    #expect(days.start(of: 0) == .zero - .hours(8))
  }
}
