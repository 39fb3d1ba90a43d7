import EventSimulation

/// A warm-up that was found from the levels of some replications.
public struct WarmUpFinding: Sendable, Equatable {
  /// How long the start shows.
  public let length: SimulatedTime
  /// The station where it shows longest; nil for the number in the whole system.
  public let place: String?
  /// Whether the levels there never settle before the middle of the run, which is then the length.
  public let isTooShort: Bool
  /// Replications that were looked at.
  public let replications: Int

  /// A finding from its parts.
  public init(length: SimulatedTime, place: String?, isTooShort: Bool, replications: Int) {
    self.length = length
    self.place = place
    self.isTooShort = isTooShort
    self.replications = replications
  }
}

/// Why no warm-up can be found.
public enum WarmUpFault: Error, Sendable, Equatable {
  /// Demand or opening hours repeat too rarely in a run; nil where they hardly ever do.
  case tooFewPeriods(period: SimulatedTime, horizon: SimulatedTime, least: Int)
}
