/// Days as numbers, after the proleptic Gregorian calendar.
extension CalendarDate {
  /// A day from its number since 1 January 1970.
  ///
  /// The civil calendar from day numbers: https://howardhinnant.github.io/date_algorithms.html.
  public init(daysSinceEpoch days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
      month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// The number of the day since 1 January 1970.
  public var daysSinceEpoch: Int {
    let year = month <= 2 ? self.year - 1 : self.year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day of the week: 0 for Monday, 6 for Sunday.
  public var weekday: Int {
    // 1 January 1970 was a Thursday.
    let day = (daysSinceEpoch + 3) % 7
    return day < 0 ? day + 7 : day
  }

  /// The day so many days later, or earlier below zero.
  public func adding(days: Int) -> CalendarDate {
    CalendarDate(daysSinceEpoch: daysSinceEpoch + days)
  }

  /// The first day of the month so many months later.
  public func firstOfMonth(adding months: Int) -> CalendarDate {
    let index = year * 12 + month - 1 + months
    let year = index >= 0 ? index / 12 : (index - 11) / 12
    return CalendarDate(year: year, month: index - year * 12 + 1, day: 1)
  }

  /// The last day of the month so many months later.
  public func endOfMonth(adding months: Int) -> CalendarDate {
    firstOfMonth(adding: months + 1).adding(days: -1)
  }

  /// `2024-03-04`.
  public var isoText: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = "\(number)"
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Whether the calendar has this day.
  public var exists: Bool {
    1...12 ~= month && 1...9_999 ~= year && CalendarDate(daysSinceEpoch: daysSinceEpoch) == self
  }
}

/// A day such as `2024-03-04`.
func parseDate(_ text: String) throws(ScenarioFault) -> CalendarDate {
  let parts = text.trimmed.split(separator: "-", omittingEmptySubsequences: false)
  let digits = parts.allSatisfy { $0.allSatisfy { "0"..."9" ~= $0 } }
  guard parts.map(\.count) == [4, 2, 2], digits, let year = Int(parts[0]),
    let month = Int(parts[1]), let day = Int(parts[2])
  else { throw .customs(.notADate(text)) }
  let date = CalendarDate(year: year, month: month, day: day)
  guard date.exists else { throw .customs(.notADate(text)) }
  return date
}

extension CalendarDate {
  /// Days after this one on which calendar months begin, up to so many.
  func monthStarts(within days: Int) -> [Int] {
    var result: [Int] = []
    while true {
      let day = firstOfMonth(adding: result.count + 1).daysSinceEpoch - daysSinceEpoch
      result.append(day)
      if day > days { return result }
    }
  }
}
