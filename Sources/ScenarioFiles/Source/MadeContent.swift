import ClearanceModel
import EventSimulation

/// What a node holds that is made from other words, and would be long as text.
public enum MadeContent: Sendable, Equatable {
  /// Rates of arrival that follow a calendar.
  case rates(CalendarRates)
  /// Servers that follow a calendar.
  case roster(CalendarRoster)
  /// Instants, ascending.
  case times([SimulatedTime])
}

/// Rates of arrival, day by day over a run.
public struct CalendarRates: Sendable, Equatable {
  /// Rate of each piece from time zero on [1/µs].
  public var rates: [Double]
  /// Length of each piece.
  public var step: SimulatedTime
  /// The rates of an ordinary week, from the weekday of time zero on [1/µs].
  public var ordinaryWeek: [Double]
}

/// The number of servers, day by day over a run.
public struct CalendarRoster: Sendable, Equatable {
  /// The changes over the run, the first at time zero.
  public var shifts: [Shift]
  /// Those of an ordinary week, from the weekday of time zero on.
  public var ordinaryWeek: [Shift]
  /// Those of a holiday after a holiday; nil where holidays are like Sundays.
  public var holiday: [Shift]?
}
