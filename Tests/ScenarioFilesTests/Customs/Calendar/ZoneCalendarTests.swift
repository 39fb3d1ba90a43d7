import ClearanceModel
import Testing

@testable import ScenarioFiles

/// Holidays and make-up days of China, and files of one's own.
@Suite("Working days, holidays and make-up days")
struct ZoneCalendarTests {
  private func date(_ text: String) throws -> CalendarDate { try parseDate(text) }

  /// The table of the yearly notices says which days of each year are off on a weekday, and which
  /// of a weekend are worked; weekdays of the year − the first + the second.
  @Test(
    "working days of a year",
    arguments: [
      // 2024 begins on a Monday: 52 weeks, a Monday and a Tuesday are 262 weekdays. Off on weekdays:
      // 1 + 5 + 2 + 3 + 1 + 2 + 5 = 19; worked at weekends: 8.
      (2024, 262 - 19 + 8),
      // Off: 1 + 5 + 1 + 3 + 2 + 6; worked: 7.
      (2023, 260 - 18 + 7),
      // Off: 1 + 6 + 1 + 3 + 1 + 6; worked: 5.
      (2025, 261 - 18 + 5),
      // Off: 2 + 6 + 1 + 3 + 1 + 1 + 5; worked: 6.
      (2026, 261 - 19 + 6),
    ]
  )
  func workingDays(year: Int, count: Int) {
    let first = CalendarDate(year: year, month: 1, day: 1)
    let days = CalendarDate(year: year + 1, month: 1, day: 1).daysSinceEpoch - first.daysSinceEpoch
    let worked = (0..<days).count { ZoneCalendar.china.isWorking(first.adding(days: $0)) }
    #expect(worked == count)
  }

  @Test("working days of each month of 2024, counted by hand")
  func months() {
    let counts = (1...12).map { month in
      let first = CalendarDate(year: 2024, month: month, day: 1)
      let days = first.endOfMonth(adding: 0).day
      return (0..<days).count { ZoneCalendar.china.isWorking(first.adding(days: $0)) }
    }
    #expect(counts == [22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22])
    #expect(counts.reduce(0, +) == 251)
  }

  @Test(
    "single days",
    arguments: [
      ("2024-02-09", 4, false), ("2024-02-10", 5, true), ("2024-02-12", 6, true),
      ("2024-02-18", 0, false), ("2024-05-11", 4, false), ("2024-05-12", 6, false),
      ("2024-09-29", 0, false), ("2027-02-10", 2, false),
    ]
  )
  func days(text: String, weekday: Int, isHoliday: Bool) throws {
    let day = ZoneCalendar.china.day(try date(text))
    #expect(day == ZoneDay(weekday: weekday, isHoliday: isHoliday))
  }

  @Test("the first day that no year of the calendar covers")
  func coverage() throws {
    let china = ZoneCalendar.china
    #expect(china.years == [2023, 2024, 2025, 2026])
    #expect(china.firstDayNotCovered(from: try date("2024-01-01"), days: 366) == nil)
    #expect(china.firstDayNotCovered(from: try date("2026-12-31"), days: 1) == nil)
    let beyond = china.firstDayNotCovered(from: try date("2026-12-31"), days: 2)
    #expect(beyond == (try date("2027-01-01")))
    let before = china.firstDayNotCovered(from: try date("2022-06-01"), days: 300)
    #expect(before == (try date("2022-06-01")))
  }

  @Test("flat working days end with a plain week")
  func flat() throws {
    let days = ZoneCalendar.china.workingDays(starts: try date("2024-02-01"), days: 29)
    // Thursday and Friday, a Saturday off, a Sunday worked, …
    let expected = [true, true, false] + Array(repeating: true, count: 6)
    #expect(Array(days.days.prefix(9)) == expected)
    #expect(days.days.prefix(29).count { $0 } == 18)
    #expect(days.days.suffix(7).count { $0 } == 5)
    // The 400th day lies within the make-up days of a Spring Festival: the end moves on.
    let moved = ZoneCalendar.china.workingDays(starts: try date("2025-01-10"), days: 1)
    #expect(moved.days.count > 401 && moved.days.suffix(7).count { $0 } == 5)
  }

  @Test("a file of one's own")
  func file() throws {
    let text = """
      from,to,kind,name
      2030-05-01,2030-05-03,holiday,labour day
      2030-05-04,2030-05-05,make-up,
      """
    var problems = ProblemList(file: "scenario.yaml")
    let file = try DataFile.parse(text, name: "own.csv")
    let calendar = try ZoneCalendar(file, &problems)
    #expect(problems.isEmpty && calendar.years == [2030])
    #expect(!calendar.isWorking(try date("2030-05-02")))
    #expect(calendar.isWorking(try date("2030-05-04")))
  }

  @Test(
    "wrong rows are refused where they stand",
    arguments: [
      ("2024-05-03,2024-05-01,holiday", "endsBeforeStart"),
      ("2024-02-12,2024-02-20,holiday", "dayTwice"),
      ("2024-02-17,2024-02-17,make-up", "dayBoth"),
      ("2024-05-06,2024-05-06,make-up", "makeUpOnWeekday"),
      ("2024-02-30,2024-03-01,holiday", "notADate"),
      ("2024-05-06,2024-05-06,makeup", "unknownWord"),
      ("2024-05-06,2026-05-06,holiday", "outOfRange"),
    ]
  )
  func refused(row: String, kind: String) throws {
    let text = "from,to,kind\n2024-02-10,2024-02-17,holiday\n\n\(row)\n"
    var problems = ProblemList(file: "scenario.yaml")
    _ = try ZoneCalendar(DataFile.parse(text, name: "own.csv"), &problems)
    let found = problems.problems.problems
    #expect(found.count == 1)
    let problem = try #require(found.first)
    #expect(problem.file == "own.csv" && problem.position?.line == 4)
    #expect("\(problem.fault)".contains(kind), "\(problem.fault)")
  }

  @Test("the faults say what is wrong")
  func faults() throws {
    let text = """
      from,to,kind
      2024-02-10,2024-02-17,holiday
      2024-02-17,2024-02-18,holiday
      2024-02-17,2024-02-17,make-up
      """
    var problems = ProblemList(file: "scenario.yaml")
    _ = try ZoneCalendar(DataFile.parse(text, name: "own.csv"), &problems)
    let day = try date("2024-02-17")
    #expect(
      problems.problems.problems.map(\.fault) == [
        .calendar(.dayTwice(day, line: 2)), .calendar(.dayBoth(day, line: 2)),
      ]
    )
  }
}
