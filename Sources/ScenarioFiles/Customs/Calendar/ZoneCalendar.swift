import ClearanceModel

/// Which days a zone works (工作日历): Mondays to Fridays without holidays, and make-up days.
struct ZoneCalendar: Sendable, Equatable {
  /// Days off in a row, or days of a weekend that are worked in exchange (调休上班).
  struct Period: Sendable, Equatable {
    /// The first of its days.
    var first: CalendarDate
    /// The last of its days.
    var last: CalendarDate
    /// Whether its days are off; else they are worked.
    var isHoliday: Bool
    /// The holiday that it belongs to; empty without a name.
    var name = ""
  }

  /// Holidays and make-up days, ascending.
  let periods: [Period]
  /// The years that the calendar covers, ascending.
  let years: [Int]
  /// Whether a day is off or worked, by its number since 1970, where it is not as usual.
  private let exceptions: [Int: Bool]

  /// A calendar of holidays and make-up days that do not overlap; a year is covered where one of
  /// them begins in it.
  init(_ periods: [Period]) {
    self.periods = periods.sorted { $0.first < $1.first }
    years = Set(periods.map(\.first.year)).sorted()
    var exceptions: [Int: Bool] = [:]
    for period in periods {
      for day in period.first.daysSinceEpoch...period.last.daysSinceEpoch {
        exceptions[day] = period.isHoliday
      }
    }
    self.exceptions = exceptions
  }

  /// What a day is, for demand and rosters.
  func day(_ date: CalendarDate) -> ZoneDay {
    let weekday = date.weekday
    return switch exceptions[date.daysSinceEpoch] {
    case nil: ZoneDay(weekday: weekday, isHoliday: false)
    case true?: ZoneDay(weekday: weekday == 5 ? 5 : 6, isHoliday: true)
    case false?: ZoneDay(weekday: weekday == 5 ? 4 : 0, isHoliday: false)
    }
  }

  /// Whether a day is a working day.
  func isWorking(_ date: CalendarDate) -> Bool { !day(date).isWeekend }

  /// The first of so many days whose year the calendar does not cover; nil where it has them all.
  func firstDayNotCovered(from start: CalendarDate, days: Int) -> CalendarDate? {
    let last = start.adding(days: days - 1)
    for year in start.year...max(start.year, last.year) where !years.contains(year) {
      return max(start, CalendarDate(year: year, month: 1, day: 1))
    }
    return nil
  }

  /// How many days deadlines may reach beyond the run.
  private static let reach = 400

  /// The working days of so many days, and of a year after them, for deadlines.
  ///
  /// Beyond what the calendar covers, and at the end, there are plain weeks.
  func workingDays(starts: CalendarDate, days: Int) -> WorkingDays {
    var count = max(days, 0) + Self.reach
    let first = starts.daysSinceEpoch
    // What follows the last week is like it: that must be a week like any other.
    while (first + count - 7..<first + count).contains(where: { exceptions[$0] != nil }) {
      count += 1
    }
    var days = WorkingDays((0..<count).map { isWorking(starts.adding(days: $0)) })
    days.monthStarts = starts.monthStarts(within: count)
    return days
  }
}

/// What a day is for demand and rosters: the day of the week that it counts as.
///
/// A holiday counts as a day of the weekend: a Saturday as what it is, any other as a Sunday. A
/// make-up Saturday counts as a Friday, a make-up Sunday as a Monday.
struct ZoneDay: Sendable, Equatable {
  /// The day of the week that it counts as, Monday being 0.
  var weekday: Int
  /// Whether it is a holiday, for which rosters may have hours of their own.
  var isHoliday: Bool

  /// Whether demand is that of a weekend.
  var isWeekend: Bool { weekday >= 5 }

  /// A number below ``kinds``, equal for equal days.
  var index: Int { isHoliday ? weekday + 2 : weekday }
  /// How many kinds of days there are.
  static let kinds = 9
}
