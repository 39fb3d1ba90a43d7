extension CustomsScenario {
  /// The days of a run (工作日历): what is off, what is worked, and when demand is another.
  public struct Calendar: Sendable, Equatable {
    /// `china`, or the file of the holidays.
    public var name: String
    /// Days that the run touches.
    public var days: Int
    /// How many of them are working days.
    public var workingDays: Int
    /// Holidays within the run, cut at its ends.
    public var holidays: [Period]
    /// Days of weekends within the run that are worked.
    public var makeUpDays: [Period]
    /// Layers, in the order of the file.
    public var layers: [Layer]
  }

  /// Days in a row.
  public struct Period: Sendable, Equatable {
    /// The first of them.
    public var first: CalendarDate
    /// The last of them.
    public var last: CalendarDate
    /// What they belong to; empty without a name.
    public var name: String
  }

  /// Days on which demand is another share of what it would be.
  public struct Layer: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// What the demand of a day is multiplied by.
    public var factor: Double
    /// The range in which the factor is supposed to lie; nil for a layer of the scenario's own.
    public var range: ClosedRange<Double>?
    /// How many days of the run it holds on.
    public var days: Int
    /// The first of these days in a row; nil where it holds on none.
    public var first: Period?
    /// The flows that it holds for.
    public var flows: [String]
    /// Whether these are all flows of goods, and no cars.
    public var isForAllGoods: Bool
  }
}

extension CustomsExpansion {
  /// What the calendar says of the run, for those who read it back.
  var calendarSummary: CustomsScenario.Calendar? {
    guard let run = words.run, let calendar = words.calendar else { return nil }
    let dates = (0..<run.count).map { run.starts.adding(days: $0) }
    func periods(_ isHoliday: Bool) -> [CustomsScenario.Period] {
      run.calendar.periods.compactMap { period in
        let (first, last) = (
          max(period.first, run.starts), min(period.last, run.starts.adding(days: run.count - 1))
        )
        guard period.isHoliday == isHoliday, first <= last else { return nil }
        return CustomsScenario.Period(first: first, last: last, name: period.name)
      }
    }
    return CustomsScenario.Calendar(
      name: calendar.name,
      days: run.count,
      workingDays: dates.count { run.calendar.isWorking($0) },
      holidays: periods(true),
      makeUpDays: periods(false),
      layers: run.layers.map { summary($0, dates, run.calendar) }
    )
  }

  private func summary(
    _ layer: DemandLayer,
    _ dates: [CalendarDate],
    _ calendar: ZoneCalendar
  ) -> CustomsScenario.Layer {
    let held = dates.filter { layer.holds(on: $0, in: calendar) }
    var first: CustomsScenario.Period?
    for date in held {
      if let known = first, known.last.adding(days: 1) != date { break }
      let start = first?.first ?? date
      first = CustomsScenario.Period(first: start, last: date, name: layer.name.text)
    }
    let standard = DemandLayer.standard.first {
      $0.name == layer.name.text && $0.days == layer.days
    }
    let flows = words.flows.filter { layer.holds(for: $0.name.text, isCars: $0.isCars) }
    let goods = words.flows.filter { !$0.isCars }
    return CustomsScenario.Layer(
      name: layer.name.text,
      factor: layer.factor,
      range: standard?.range,
      days: held.count,
      first: first,
      flows: flows.map(\.name.text),
      isForAllGoods: flows.map(\.name.text) == goods.map(\.name.text)
    )
  }

  /// What a planner should know of the calendar though the scenario runs.
  var calendarNotes: [CustomsScenario.Note] {
    guard let run = words.run,
      let date = run.calendar.firstDayNotCovered(from: run.starts, days: run.count)
    else { return [] }
    return [.calendarEnds(date)]
  }
}
