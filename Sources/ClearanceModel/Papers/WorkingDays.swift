import EventSimulation

/// Which days of a run are working days (工作日), flat, with the arithmetic of deadlines.
///
/// Day 0 contains time zero. Beyond its end the last seven days repeat.
public struct WorkingDays: Sendable, Equatable {
  /// The length of a day.
  @usableFromInline static let day: Int64 = 86_400_000_000

  /// Whether each day of the run is a working day, from day 0 on.
  public let days: [Bool]
  /// The time of day at time zero.
  public let timeOfDayAtStart: SimulatedTime

  /// The days on which calendar months begin, ascending; without any a month has 30 days.
  public var monthStarts: [Int] = []

  /// Working days from day 0 on.
  ///
  /// - Precondition: at least seven days, one of the last seven a working day, and a time of day
  ///   from 0 to below 24 h.
  public init(_ days: [Bool], timeOfDayAtStart: SimulatedTime = .zero) {
    precondition(days.count >= 7, "\(days.count) days are less than a week")
    precondition(days.suffix(7).contains(true), "the last week has no working day")
    let start = timeOfDayAtStart.microseconds
    precondition(start >= 0 && start < Self.day, "\(start) µs is no time of day")
    self.days = days
    self.timeOfDayAtStart = timeOfDayAtStart
  }

  /// Mondays to Fridays, where day 0 is a Monday plus so many days.
  public static func weekdays(firstDay: Int = 0, count: Int = 7) -> WorkingDays {
    WorkingDays((0..<max(count, 7)).map { ($0 + firstDay) % 7 < 5 })
  }

  /// The day that contains an instant; negative before the run.
  @inlinable
  public func day(of time: SimulatedTime) -> Int {
    let sinceMidnight = time.microseconds + timeOfDayAtStart.microseconds
    // Rounded down below zero too.
    return Int(sinceMidnight >= 0 ? sinceMidnight / Self.day : (sinceMidnight + 1) / Self.day - 1)
  }

  /// The beginning of a day; before time zero for day 0 unless the run starts at midnight.
  @inlinable
  public func start(of day: Int) -> SimulatedTime {
    SimulatedTime(microseconds: Int64(day) * Self.day - timeOfDayAtStart.microseconds)
  }

  /// The day on which the month after that of a day begins; beyond the last known one, and without
  /// a date, months have 30 days.
  public func nextMonth(after day: Int) -> Int {
    if let start = monthStarts.first(where: { $0 > day }) { return start }
    let last = monthStarts.last ?? 0
    let months = day >= last ? (day - last) / 30 + 1 : 0
    return last + months * 30
  }

  /// Whether a day is a working day.
  ///
  /// Days before the run are those of its first seven, repeated backwards.
  public func isWorking(_ day: Int) -> Bool {
    if day >= 0 {
      return day < days.count ? days[day] : days[days.count - 7 + (day - days.count) % 7]
    }
    return days[((day % 7) + 7) % 7]
  }

  /// The first working day at or after a day.
  public func firstWorkingDay(from day: Int) -> Int {
    var day = day
    while !isWorking(day) { day += 1 }
    return day
  }

  /// The working day that comes so many working days after a day; with 0 the first one from it on.
  ///
  /// - Precondition: the count is not negative.
  public func adding(workingDays count: Int, to day: Int) -> Int {
    precondition(count >= 0, "\(count) working days")
    var day = firstWorkingDay(from: day)
    for _ in 0..<count { day = firstWorkingDay(from: day + 1) }
    return day
  }
}
