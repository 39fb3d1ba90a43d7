import ClearanceModel

/// Which of two values of a measure a planner wants.
public enum ComparePreference: Sendable, Equatable {
  /// The smaller, as of waits.
  case lower
  /// The larger, as of shares that were served in time.
  case higher
}

extension Measure {
  /// Which value is better; nil where that depends on what the planner is after.
  public var preference: ComparePreference? {
    switch (quantity, statistic) {
    case (_, .shareWithin): .higher
    case (_, .count) where quantity.isDuration: nil
    case (.wait, _), (.waitAll, _), (.sojourn, _), (.clearance, _), (.toMark, _), (.stage, _):
      .lower
    case (.queue, _), (.present, _), (.queueLength, _), (.overLimit, _), (.blocked, _): .lower
    case (.lost, _), (.reneged, _), (.makespan, _), (.overtime, _), (.recovery, _): .lower
    case (.throughput, _), (.departures, _): .higher
    default: nil
    }
  }
}
