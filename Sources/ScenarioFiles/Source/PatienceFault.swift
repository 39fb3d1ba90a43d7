/// What can be wrong with patience and with what those do who leave.
public enum PatienceFault: Error, Sendable, Equatable {
  /// `on leaving` at a step that nobody leaves unserved.
  case nobodyLeaves(station: String)
}
