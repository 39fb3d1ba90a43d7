import EventSimulation

/// What can be wrong in the outages of a scenario.
public enum OutageFault: Error, Sendable, Equatable {
  /// No instant such as `2024-03-05 09:00`, `mon-fri 09:00`, `09:00` or `33 h`.
  case notAnInstant(String)
  /// An instant before the run begins, or when it is over.
  case outsideRun(String)
  /// A time of every day in a run without an end by the clock.
  case withoutEnd(String)
  /// An outage that begins before another of its system is over; `line` is that of the other.
  case overlap(kind: String, line: Int, from: SimulatedTime, until: SimulatedTime)
  /// Another law of outages at random for the same system.
  case secondRandom(kind: String)
  /// Two fallbacks of one system.
  case otherFallback(String, than: String, kind: String)
}
