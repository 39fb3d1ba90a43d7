/// A layer of a calendar: days on which demand is another share of what it would be.
///
/// Layers combine: the factors of all layers that hold on a day multiply.
struct DemandLayer: Sendable {
  /// When a layer holds.
  enum Days: Sendable, Equatable {
    /// The last three days of every month.
    case monthEnd
    /// The last three days of every quarter.
    case quarterEnd
    /// All of December.
    case december
    /// Three weeks, of which the first ends before the first day off of Spring Festival.
    case springFestival
    /// The week from a day of every year on.
    case week(month: Int, day: Int)
    /// Given days.
    case listed([ClosedRange<CalendarDate>])
  }

  /// Its name.
  var name: Name
  /// What the demand of a day is multiplied by.
  var factor: Double
  /// When it holds.
  var days: Days
  /// Whether it holds for cars too, where ``flows`` does not say.
  var isForCars: Bool
  /// The flows that it holds for; nil for all goods, and cars as ``isForCars`` says.
  var flows: [Name]?

  /// A layer that is known by its name.
  struct Standard {
    let name: String
    let days: Days
    let factor: Double
    let range: ClosedRange<Double>
    var isForCars = false
  }

  /// The layers that are known by their names: estimates of practitioners, all of them.
  static let standard = [
    Standard(name: "month end", days: .monthEnd, factor: 1.3, range: 1.2...1.5),
    Standard(name: "quarter end", days: .quarterEnd, factor: 1.2, range: 1.1...1.5),
    Standard(name: "december", days: .december, factor: 1.3, range: 1.1...1.5),
    Standard(
      name: "spring festival",
      days: .springFestival,
      factor: 0.2,
      range: 0.1...0.5,
      isForCars: true
    ),
    Standard(
      name: "double eleven",
      days: .week(month: 11, day: 11),
      factor: 1.5,
      range: 1.2...3
    ),
    Standard(name: "618", days: .week(month: 6, day: 18), factor: 1.3, range: 1.1...2),
  ]

  /// The holiday that the layer of Spring Festival lies around.
  static let springFestival = "spring festival"

  /// Whether it holds for a flow.
  func holds(for flow: String, isCars: Bool) -> Bool {
    flows.map { $0.contains { $0.text == flow } } ?? (isForCars || !isCars)
  }

  /// Whether it holds on a day.
  func holds(on date: CalendarDate, in calendar: ZoneCalendar) -> Bool {
    switch days {
    case .monthEnd: return isAtEnd(date, of: date)
    case .quarterEnd: return date.month % 3 == 0 && isAtEnd(date, of: date)
    case .december: return date.month == 12
    case .springFestival:
      return calendar.periods.contains { period in
        period.isHoliday && period.name.lowercased() == Self.springFestival
          && (-7..<14).contains(date.daysSinceEpoch - period.first.daysSinceEpoch)
      }
    case .week(let month, let day):
      let first = CalendarDate(year: date.year, month: month, day: day)
      return (0..<7).contains(date.daysSinceEpoch - first.daysSinceEpoch)
    case .listed(let ranges): return ranges.contains { $0.contains(date) }
    }
  }

  private func isAtEnd(_ date: CalendarDate, of month: CalendarDate) -> Bool {
    month.endOfMonth(adding: 0).daysSinceEpoch - date.daysSinceEpoch < 3
  }
}
