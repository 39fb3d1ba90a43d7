/// How much of a run is recorded; each level includes those before it.
public enum RecordingLevel: String, Sendable, CaseIterable, Comparable {
  /// Measures only.
  case summary
  /// And a row for every place and recording interval.
  case intervals
  /// And a row for every visit of a truck to a place, and for every truck.
  case passages
  /// And a row for every step of every truck.
  case steps

  /// Whether the left level records less.
  public static func < (left: RecordingLevel, right: RecordingLevel) -> Bool {
    left.depth < right.depth
  }

  private var depth: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
