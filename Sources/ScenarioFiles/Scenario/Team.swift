import ClearanceModel

/// People who serve at several stations (班组).
public struct Team: Sendable {
  /// Its name.
  public var name: Name
  /// Its members.
  public var members: ServerPlan
  /// The stations that it serves.
  public var serves: [Name]
  /// How a member who falls free chooses between queues.
  public var picks: TeamPlan.Picks
  /// Its members in an ordinary week, where they follow a calendar.
  public var roster: CalendarRoster?
}
