import EventSimulation
import ScenarioFiles

/// Days of the calendar as people read them.
extension Quantities {
  /// A day in prose: `2024-03-04 (Monday)`, `2024年3月4日（星期一）`.
  func prose(_ date: CalendarDate) -> String {
    let weekday = date.mondayBased
    let en = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    let zh = ["一", "二", "三", "四", "五", "六", "日"]
    return language == .en
      ? "\(date.isoText) (\(en[weekday]))"
      : "\(date.year)年\(date.month)月\(date.day)日（星期\(zh[weekday])）"
  }

  /// An instant: with a first day as `2024-03-04 09:00`, else as a length of time from the start.
  func instant(_ time: SimulatedTime, from start: CalendarDate?) -> String {
    guard let start else { return length(time) }
    let day: Int64 = 86_400_000_000
    let days = time.microseconds / day
    let date = CalendarDate(dayNumber: start.dayNumber + Int(days)).isoText
    let rest = time.microseconds - days * day
    return rest == 0 ? date : "\(date) \(clock(microseconds: rest))"
  }
}

extension CalendarDate {
  /// The day of the week, 0 for Monday; 1970-01-01 was a Thursday.
  var mondayBased: Int { (dayNumber + 3).modulo(7) }

  /// `2024-03-04`.
  var isoText: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = "\(number)"
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Days since 1970-01-01 in the Gregorian calendar.
  ///
  /// Years begin in March here, so that the leap day is the last (Hinnant, chrono-Compatible
  /// Low-Level Date Algorithms, 2013).
  fileprivate var dayNumber: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y - y.modulo(400)) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  fileprivate init(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let dayOfEra = shifted.modulo(146_097)
    let era = (shifted - dayOfEra) / 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
      month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }
}

extension Int {
  /// The rest of a division, never negative.
  fileprivate func modulo(_ divisor: Int) -> Int {
    let rest = self % divisor
    return rest < 0 ? rest + divisor : rest
  }
}
