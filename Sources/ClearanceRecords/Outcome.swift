/// How a visit or a truck's stay ended.
public enum Outcome: UInt8, Sendable, BitwiseCopyable, CaseIterable {
  /// Served; for a truck: the procedure was completed.
  case completed = 0
  /// Turned away by a full station or system.
  case turnedAway = 1
  /// Still waiting when the run ended.
  case waitingAtEnd = 2
  /// Still in service, or holding the place, when the run ended.
  case inServiceAtEnd = 3
  /// For a truck: still inside when the run ended.
  case insideAtEnd = 4
  /// Out of patience.
  case reneged = 5
  /// Served, but still held up by a full place elsewhere when the run ended.
  case blockedAtEnd = 6

  /// The word in the results file.
  public var word: StaticString {
    switch self {
    case .completed: "completed"
    case .turnedAway: "turned away"
    case .waitingAtEnd: "waiting at end"
    case .inServiceAtEnd: "in service at end"
    case .insideAtEnd: "inside at end"
    case .reneged: "reneged"
    case .blockedAtEnd: "blocked at end"
    }
  }
}
