/// What can be wrong with teams that serve at several stations.
public enum TeamFault: Error, Sendable, Equatable {
  /// A station whose own rules do not go with teams.
  case cannotServe(station: String, reason: Reason)
  /// Several servers seized at a station that teams serve; a team gives one member at a time.
  case seizesSeveral(station: String, count: Int)
  /// Servers of several stations seized at once, one of which teams serve.
  case seizesTogether(station: String)

  /// What does not go with teams.
  public enum Reason: Sendable, Equatable, CaseIterable {
    /// It has lanes.
    case lanes
    /// A higher class takes servers.
    case isPreemptive
    /// Servers take several trucks.
    case servesTogether
    /// Servers fail.
    case fails
  }
}
