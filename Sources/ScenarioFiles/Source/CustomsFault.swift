/// What can be wrong in the customs words of a scenario, each with the rule behind it.
public enum CustomsFault: Error, Sendable, Equatable {
  /// Hits without a bay to inspect them in.
  case hitsWithoutBays
}
