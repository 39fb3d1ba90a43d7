/// How many servers are open at every minute of a week that begins on Monday at midnight, and on
/// holidays.
struct WeekPlan: Equatable {
  /// Minutes in a day.
  static let day = 24 * 60
  /// Minutes in a week.
  static let week = 7 * day
  /// The days as a scenario names them, Monday first.
  static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  /// The number of the day that stands for all holidays, after Sunday.
  static let holidays = 7

  /// Servers by the minute of a week without holidays.
  private(set) var counts: [Int]
  /// The same for any day, whatever the days around it are.
  private(set) var rule: DayRule

  /// The same number always.
  init(always count: Int) {
    counts = Array(repeating: count, count: WeekPlan.week)
    rule = DayRule(always: count)
  }

  /// Opens `count` more servers in a window that begins on a day and may pass midnight.
  ///
  /// - Precondition: the plan is not made of others.
  mutating func add(_ count: Int, _ window: ClockWindow, on day: Int) {
    rule.add(DayRule.Opening(day: day, window: window, count: count))
    guard day != WeekPlan.holidays else { return }
    for minute in window.start..<(window.start + window.length) {
      counts[(day * WeekPlan.day + minute) % WeekPlan.week] += count
    }
  }

  /// Gives holidays windows of their own, none so far; else they have those of their weekday.
  mutating func nameHolidays() { rule.nameHolidays() }

  /// Closes where `hours` is closed.
  func within(_ hours: WeekPlan) -> WeekPlan {
    var result = self
    for minute in counts.indices where hours.counts[minute] == 0 { result.counts[minute] = 0 }
    result.rule = .within(rule, hours.rule)
    return result
  }

  /// The same schedule in every server of a station with so many.
  func times(_ factor: Int) -> WeekPlan {
    var result = self
    for minute in counts.indices { result.counts[minute] = min(counts[minute], 1) * factor }
    result.rule = .times(rule, factor)
    return result
  }

  /// One server while there are at least so many, else none.
  func atLeast(_ least: Int) -> WeekPlan {
    var result = self
    for minute in counts.indices { result.counts[minute] = counts[minute] >= least ? 1 : 0 }
    result.rule = .atLeast(rule, least)
    return result
  }

  /// The most servers at any time, on holidays too.
  var most: Int {
    let holiday = ZoneDay(weekday: 6, isHoliday: true)
    let ofHolidays = namesHolidays ? rule.row(after: holiday, on: holiday) : []
    return (counts + ofHolidays).max() ?? 0
  }

  /// Open in each minute in which one of two is.
  func joined(_ other: WeekPlan) -> WeekPlan {
    var result = self
    for minute in counts.indices { result.counts[minute] += other.counts[minute] }
    result.rule = .joined(rule, other.rule)
    return result
  }

  /// Servers by the minute of a day, after what the day before was.
  func row(after previous: ZoneDay, on day: ZoneDay) -> [Int] {
    rule.row(after: previous, on: day)
  }

  /// Whether holidays have hours of their own.
  var namesHolidays: Bool { rule.namesHolidays }

  /// Whether it is never open, on holidays neither.
  var neverOpens: Bool {
    let holiday = ZoneDay(weekday: 6, isHoliday: true)
    return counts.allSatisfy { $0 == 0 }
      && !(namesHolidays && rule.row(after: holiday, on: holiday).contains { $0 > 0 })
  }

  /// The number that is always open, or nil where it changes.
  var constant: Int? {
    counts.allSatisfy { $0 == counts[0] } ? counts[0] : nil
  }

  /// The changes of the number over the week that begins on a weekday, Monday being 0.
  func shifts(from weekday: Int) -> [(minute: Int, count: Int)] {
    var shifts: [(minute: Int, count: Int)] = []
    for minute in 0..<WeekPlan.week {
      let count = counts[(weekday * WeekPlan.day + minute) % WeekPlan.week]
      if shifts.last?.count != count { shifts.append((minute, count)) }
    }
    return shifts
  }
}

/// A part of the day such as `23:00-06:00`, in minutes.
struct ClockWindow: Equatable {
  /// When it begins, in minutes since midnight.
  var start: Int
  /// How long it lasts; at most a day.
  var length: Int

  /// Whether it holds a minute of the day.
  func contains(_ minute: Int) -> Bool {
    (minute - start + WeekPlan.day) % WeekPlan.day < length
  }
}

/// A window such as `07:30-20:00`; one that ends before it begins passes midnight.
func parseWindow(_ text: String) throws(ScenarioFault) -> ClockWindow {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard parts.count == 2 else { throw .customs(.notHours(text)) }
  var times: [Int] = []
  for part in parts {
    do throws(ScenarioFault) {
      times.append(Int(try parseClock(String(part)) / 60_000_000))
    } catch .notAClock {
      throw .customs(.notHours(text))
    } catch {
      throw error
    }
  }
  let (start, end) = (times[0], times[1])
  guard start != end, start < WeekPlan.day else { throw .customs(.notHours(text)) }
  return ClockWindow(start: start, length: end > start ? end - start : end + WeekPlan.day - start)
}
