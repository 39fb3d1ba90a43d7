/// Opening hours and staff.
extension SourceNode {
  /// Opening hours: a window, a list of windows, `always`, `closed`, or these by day of the week.
  func hours(_ problems: inout ProblemList) -> WeekPlan? {
    guard let entries else {
      return windows(&problems).map { windows in
        guard let windows else { return WeekPlan(always: 1) }
        var plan = WeekPlan(always: 0)
        for window in windows {
          for day in 0..<7 { plan.add(1, window, on: day) }
        }
        return plan
      }
    }
    var plan = WeekPlan(always: 0)
    var isRead = true
    for entry in entries {
      guard
        let days = problems.value(
          at: entry.keyPosition,
          { () throws(ScenarioFault) in try parseDays(entry.key) }
        ),
        let windows = entry.value.windows(&problems)
      else {
        isRead = false
        continue
      }
      if days == [WeekPlan.holidays] { plan.nameHolidays() }
      for day in days {
        for window in windows ?? [ClockWindow(start: 0, length: WeekPlan.day)] {
          plan.add(1, window, on: day)
        }
      }
    }
    return isRead ? plan : nil
  }

  /// Windows; `.some(nil)` for `always`, nil with a problem where they cannot be read.
  private func windows(_ problems: inout ProblemList) -> [ClockWindow]?? {
    if text == "always" { return .some(nil) }
    if text == "closed" { return .some([]) }
    guard let items else {
      guard let window = value(&problems, parseWindow) else { return nil }
      return .some([window])
    }
    let windows = items.compactMap { $0.value(&problems, parseWindow) }
    return windows.count == items.count ? .some(windows) : nil
  }

  /// Staff: a number, or numbers by window of the day; where windows overlap they add up.
  func staff(_ problems: inout ProblemList) -> WeekPlan? {
    guard let entries else {
      let count = value(&problems) { (text) throws(ScenarioFault) in
        try parseCount(text, in: 0...10_000)
      }
      return count.map { WeekPlan(always: $0) }
    }
    if entries.isEmpty { problems.add(.nothingInIt(key: "officers"), at: position) }
    var plan = WeekPlan(always: 0)
    for entry in entries {
      let window = problems.value(at: entry.keyPosition) { () throws(ScenarioFault) in
        try parseWindow(entry.key)
      }
      let count = entry.value.value(&problems) { (text) throws(ScenarioFault) in
        try parseCount(text, in: 0...10_000)
      }
      guard let window, let count else { continue }
      for day in 0..<7 { plan.add(count, window, on: day) }
    }
    return plan
  }
}

/// Days of the week such as `mon`, `mon-fri` or `sat-sun`, or `holidays`; Monday is 0.
func parseDays(_ text: String) throws(ScenarioFault) -> [Int] {
  if text.trimmed == "holidays" { return [WeekPlan.holidays] }
  var ends: [Int] = []
  for part in text.split(separator: "-", omittingEmptySubsequences: false) {
    guard let day = WeekPlan.days.firstIndex(of: part.trimmed) else {
      throw .unknownWord(
        text,
        key: "open",
        allowed: WeekPlan.days + ["mon-fri", "holidays", "always", "closed"],
        nearest: nearestName(to: text, in: WeekPlan.days + ["holidays"])
      )
    }
    ends.append(day)
  }
  guard ends.count == 2 else {
    guard ends.count == 1 else { throw .customs(.notHours(text)) }
    return ends
  }
  let count = (ends[1] - ends[0] + 7) % 7 + 1
  return (0..<count).map { (ends[0] + $0) % 7 }
}
