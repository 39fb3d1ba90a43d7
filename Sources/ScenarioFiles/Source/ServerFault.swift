/// What can be wrong with servers that fail, make way for a higher class, or wait for room.
public enum ServerFault: Error, Sendable, Equatable {
  /// Preemption at a station whose queue does not know classes.
  case preemptiveWithoutPriority
  /// A station that holds trucks back when it is full, and is never full.
  case blocksWithoutCapacity
  /// Failures of as many servers as there are trucks.
  case unlimitedServersFail
  /// Servers that fail at once, again and again.
  case failsAtOnce(String)
  /// Who goes first is said by another number of attributes than one.
  case goesFirstBySeveral(found: Int)
  /// Somebody goes first where turns are no matter of coming first or of class, or where a higher class
  /// takes servers away.
  case goesFirstElsewhere
  /// Servers that are seized where a failure or a higher class would take them away.
  case seizesInterruptible(station: String, reason: Reason)

  /// What takes servers away from those who use them.
  public enum Reason: Sendable, Equatable, CaseIterable {
    /// They fail.
    case fails
    /// A higher class takes them.
    case isPreemptive
  }
}
