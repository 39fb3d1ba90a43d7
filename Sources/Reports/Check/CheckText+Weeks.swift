import ClearanceModel
import EventSimulation
import ScenarioFiles
import Studies

/// Weekly schedules by day and clock, as a roster is written.
extension CheckText {
  private static let day: Int64 = 86_400_000_000

  /// Opening hours of shifts that repeat every week, such as `Mon–Fri 2 at 08:00–12:00`; days that
  /// are alike stand together, closed days are named last.
  ///
  /// Without `counting` the hours alone are written, as for a lane, which is open or closed.
  func week(of shifts: [Shift], counting: Bool = true) -> String {
    let offset = firstWeekday
    let days = (0..<7).map {
      hours(of: shifts, day: Int64(($0 - offset + 7) % 7), counting: counting)
    }
    if days.allSatisfy({ $0 == days[0] }) {
      return wording(.everyDay, ["hours": days[0] ?? wording(.closed)])
    }
    var groups: [String] = []
    var first = 0
    for last in 0..<7 where last == 6 || days[last + 1] != days[last] {
      let name =
        first == last
        ? weekday(first) : wording(.fromDayToDay, ["first": weekday(first), "last": weekday(last)])
      let values: KeyValuePairs = ["days": name, "hours": days[first] ?? wording(.closed)]
      groups.append(wording(.onDays, values))
      first = last + 1
    }
    return groups.joined(separator: wording.pick("; ", "；"))
  }

  /// Opening hours of a single day.
  func day(of shifts: [Shift], counting: Bool) -> String {
    hours(of: shifts, day: 0, counting: counting) ?? wording(.closed)
  }

  /// An instant of a repeating week, such as `Mon 09:00`.
  func momentOfWeek(_ time: SimulatedTime) -> String {
    let (day, rest) = time.microseconds.quotientAndRemainder(dividingBy: Self.day)
    let name = weekday((Int(day) + firstWeekday) % 7)
    return name + wording.pick(" ", "") + quantities.clock(microseconds: rest)
  }

  /// The weekday of time zero, 0 for Monday.
  private var firstWeekday: Int { result.customs?.starts?.weekday ?? 0 }

  private func weekday(_ number: Int) -> String {
    let en = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let zh = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
    return wording.pick(en[number], zh[number])
  }

  /// The open hours of a day, counted from time zero; nil for a day that is closed.
  private func hours(of shifts: [Shift], day: Int64, counting: Bool) -> String? {
    let (start, end) = (day * Self.day, (day + 1) * Self.day)
    var spans: [(from: Int64, to: Int64, count: Int)] = []
    for (index, shift) in shifts.enumerated() where shift.count > 0 {
      let next =
        index + 1 < shifts.count ? shifts[index + 1].from.microseconds : 7 * Self.day
      let (from, to) = (max(shift.from.microseconds, start), min(next, end))
      guard from < to else { continue }
      if let last = spans.last, last.to == from, last.count == shift.count {
        spans[spans.count - 1].to = to
      } else {
        spans.append((from, to, shift.count))
      }
    }
    guard !spans.isEmpty else { return nil }
    let words = spans.map { span in
      let from = quantities.clock(microseconds: span.from - start)
      let to = quantities.clock(microseconds: span.to - start)
      guard counting else { return "\(from)–\(to)" }
      return wording(.openHours, ["count": "\(span.count)", "hours": "\(from)–\(to)"])
    }
    return wording.list(words)
  }
}
