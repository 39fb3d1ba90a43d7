import ScenarioFiles

extension FaultSamples {
  private static let day = CalendarDate(year: 2024, month: 5, day: 6)
  private static let other = CalendarDate(year: 2024, month: 5, day: 1)

  /// A fault of each kind of CalendarFault, with the words of its sentence.
  static let calendarFaults: [(fault: ScenarioFault, words: [String])] = [
    (.calendar(.endsBeforeStart(from: day, to: other)), ["2024-05-06", "2024-05-01"]),
    (.calendar(.dayTwice(day, line: 7)), ["2024-05-06", "7"]),
    (.calendar(.dayBoth(day, line: 7)), ["2024-05-06", "7"]),
    (.calendar(.makeUpOnWeekday(day)), ["2024-05-06"]),
    (.calendar(.needsDate), ["starts"]),
    (.calendar(.runTooLong(days: 36_600, allowed: 3_660)), ["36,600", "3,660"]),
    (.calendar(.holidaysWithoutCalendar), ["calendar: china"]),
    (.calendar(.noSpringFestival(file: "own.csv")), ["own.csv", "spring festival"]),
    (.calendar(.notDays("2024..")), ["2024..", "2024-01-05..2024-01-12"]),
  ]
}
