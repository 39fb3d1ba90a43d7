import ClearanceModel
import EventSimulation

/// The days of a run, one after the other: what each is for demand and rosters.
struct RunCalendar {
  /// The day that begins at time zero.
  let starts: CalendarDate
  /// Days that the run touches.
  let count: Int
  /// Holidays and make-up days.
  let calendar: ZoneCalendar
  /// What changes the demand of single days.
  let layers: [DemandLayer]

  /// Rosters reach so many days beyond the run, so that no place looks closed for ever at its end.
  private static let margin = 31

  /// What a day is; below 0 before time zero.
  func day(_ number: Int) -> ZoneDay { calendar.day(starts.adding(days: number)) }

  /// The layers that hold for a flow.
  func layers(for flow: CustomsWords.Flow) -> [DemandLayer] {
    layers.filter { $0.holds(for: flow.name.text, isCars: flow.isCars) }
  }

  /// What the demand of a day is multiplied by: the weekend factor and layers.
  func factor(_ number: Int, weekend: Double, _ layers: [DemandLayer]) -> Double {
    let date = starts.adding(days: number)
    let base = calendar.day(date).isWeekend ? weekend : 1
    return layers.reduce(base) { $1.holds(on: date, in: calendar) ? $0 * $1.factor : $0 }
  }

  /// The changes of the number of servers over the run.
  ///
  /// What is open on a day follows from what the day is and from the windows of the day before that
  /// pass midnight.
  func shifts(of plan: WeekPlan) -> [Shift] {
    var cache: [[Shift]?] = Array(repeating: nil, count: ZoneDay.kinds * ZoneDay.kinds)
    var shifts: [Shift] = []
    var previous = day(-1)
    for number in 0..<(count + Self.margin) {
      let today = day(number)
      let key = previous.index * ZoneDay.kinds + today.index
      let row = cache[key] ?? Self.changes(plan.row(after: previous, on: today))
      cache[key] = row
      let midnight = SimulatedTime.days(Int64(number))
      for shift in row where shifts.last?.count != shift.count {
        shifts.append(Shift(from: midnight + shift.from, count: shift.count))
      }
      previous = today
    }
    return shifts
  }

  /// A plan, day by day, with its ordinary week and its holiday for reading back.
  func roster(of plan: WeekPlan) -> CalendarRoster {
    let week = plan.shifts(from: starts.weekday).map { minute, count in
      Shift(from: .minutes(Int64(minute)), count: count)
    }
    let holiday = ZoneDay(weekday: 6, isHoliday: true)
    return CalendarRoster(
      shifts: shifts(of: plan),
      ordinaryWeek: week,
      holiday: plan.namesHolidays ? Self.changes(plan.row(after: holiday, on: holiday)) : nil
    )
  }

  /// The changes of a number over its minutes.
  static func changes(_ row: [Int]) -> [Shift] {
    var shifts: [Shift] = []
    for (minute, count) in row.enumerated() where shifts.last?.count != count {
      shifts.append(Shift(from: .minutes(Int64(minute)), count: count))
    }
    return shifts
  }
}

extension CustomsWords {
  /// The days of the run; nil without a calendar, and where its dates are missing.
  var run: RunCalendar? {
    guard let calendar, let starts, let horizon else { return nil }
    return RunCalendar(
      starts: starts,
      count: days(in: horizon),
      calendar: calendar.calendar,
      layers: calendar.layers
    )
  }

  /// The working days of the run: by the calendar, else Mondays to Fridays.
  var workingDays: WorkingDays {
    guard let run else {
      var days = WorkingDays.weekdays(firstDay: firstWeekday)
      days.monthStarts = starts?.monthStarts(within: 3_660) ?? []
      return days
    }
    return run.calendar.workingDays(starts: run.starts, days: run.count)
  }

  /// The days that a length of time touches.
  func days(in length: SimulatedTime) -> Int {
    Int((max(length.microseconds, 1) - 1) / 86_400_000_000) + 1
  }

  /// What `calendar` says.
  struct Calendar {
    var position: SourcePosition
    /// `china`, or the file of its holidays.
    var name: String
    var calendar: ZoneCalendar
    var layers: [DemandLayer] = []
  }
}
