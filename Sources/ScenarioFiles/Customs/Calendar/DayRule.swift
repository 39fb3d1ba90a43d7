/// How many servers are open at every minute of a day, by what the day and the one before it are.
///
/// A window belongs to the day on which it begins: a night shift of a Friday lasts into the holiday
/// that follows.
indirect enum DayRule: Equatable {
  /// So many always, and more in windows.
  case windows(base: Int, [Opening], namesHolidays: Bool)
  /// The first, closed where the second is.
  case within(DayRule, DayRule)
  /// One server, or none, so many times.
  case times(DayRule, Int)
  /// The sum of two.
  case joined(DayRule, DayRule)
  /// One server while another has at least so many, else none.
  case atLeast(DayRule, Int)

  /// More servers in a window of a day of the week, or of holidays.
  struct Opening: Equatable {
    var day: Int
    var window: ClockWindow
    var count: Int
  }

  /// The same number always.
  init(always count: Int) { self = .windows(base: count, [], namesHolidays: false) }

  /// Adds a window.
  mutating func add(_ opening: Opening) {
    guard case .windows(let base, var openings, let namesHolidays) = self else {
      preconditionFailure("a window for a plan that is made of others")
    }
    openings.append(opening)
    self = .windows(base: base, openings, namesHolidays: namesHolidays)
  }

  /// Gives holidays windows of their own.
  mutating func nameHolidays() {
    guard case .windows(let base, let openings, _) = self else {
      preconditionFailure("holidays for a plan that is made of others")
    }
    self = .windows(base: base, openings, namesHolidays: true)
  }

  /// Whether holidays have windows of their own in any part.
  var namesHolidays: Bool {
    switch self {
    case .windows(_, _, let names): names
    case .within(let a, let b), .joined(let a, let b): a.namesHolidays || b.namesHolidays
    case .times(let part, _), .atLeast(let part, _): part.namesHolidays
    }
  }

  /// Servers by the minute of a day, after what the day before was.
  func row(after previous: ZoneDay, on day: ZoneDay) -> [Int] {
    switch self {
    case .windows(let base, let openings, let namesHolidays):
      var row = Array(repeating: base, count: WeekPlan.day)
      func number(_ day: ZoneDay) -> Int {
        namesHolidays && day.isHoliday ? WeekPlan.holidays : day.weekday
      }
      for opening in openings {
        let (start, end) = (opening.window.start, opening.window.start + opening.window.length)
        if opening.day == number(day) {
          for minute in start..<min(end, WeekPlan.day) { row[minute] += opening.count }
        }
        if opening.day == number(previous), end > WeekPlan.day {
          for minute in 0..<end - WeekPlan.day { row[minute] += opening.count }
        }
      }
      return row
    case .within(let part, let hours):
      let open = hours.row(after: previous, on: day)
      return zip(part.row(after: previous, on: day), open).map { $1 == 0 ? 0 : $0 }
    case .times(let part, let factor):
      return part.row(after: previous, on: day).map { min($0, 1) * factor }
    case .atLeast(let part, let least):
      return part.row(after: previous, on: day).map { $0 >= least ? 1 : 0 }
    case .joined(let a, let b):
      return zip(a.row(after: previous, on: day), b.row(after: previous, on: day)).map { $0 + $1 }
    }
  }
}
