import EventSimulation
import ScenarioFiles

/// Days of the calendar as people read them.
extension Quantities {
  /// A day in prose: `2024-03-04 (Monday)`, `2024年3月4日（星期一）`.
  func prose(_ date: CalendarDate) -> String {
    let weekday = date.weekday
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
    let date = start.adding(days: Int(days)).isoText
    let rest = time.microseconds - days * day
    return rest == 0 ? date : "\(date) \(clock(microseconds: rest))"
  }
}
