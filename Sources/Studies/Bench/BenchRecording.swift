import ClearanceRecords

/// What a run of the standing benchmark writes: nothing at all, or a results file at some level.
public enum BenchRecording: String, Sendable, CaseIterable {
  /// Simulated and measured, without a results file.
  case none
  /// A results file with the measures.
  case summary
  /// And a row for every place and recording interval.
  case intervals
  /// And a row for every visit of a truck to a place, and for every truck.
  case passages
  /// And a row for every step of every truck.
  case steps

  /// What is recorded where nothing else is asked for.
  public static let usual: [BenchRecording] = [.none, .summary, .steps]

  /// The level of the results file; nil without one.
  public var level: RecordingLevel? {
    switch self {
    case .none: nil
    case .summary: .summary
    case .intervals: .intervals
    case .passages: .passages
    case .steps: .steps
    }
  }

  /// Whether there are rows beside the measures.
  public var hasRows: Bool { self != .none && self != .summary }
}
