import ClearancePipeline
import ClearanceRecords
import OutputAnalysis

/// How precise the results of a run are, where a precision decided on the number of replications.
public struct PrecisionOutcome: Sendable, Equatable {
  /// The half-width that was asked for, as a share of the estimate.
  public let asked: Double
  /// Whether every measure has it, and had it in the look-ahead too.
  public let isReached: Bool
  /// The most replications that were allowed.
  public let atMost: Int
  /// The measure that the decision waited for; nil where there was none.
  public let deciding: String?
  /// Its half-width as a share of its estimate; nil where it has no interval.
  public let relative: Double?
  /// Measures without a value, or zero, in every replication: nothing to wait for.
  public let setAside: [String]
  /// Measures whose half-width is a larger share, and at most ``floor``.
  public let withinFloor: [String]

  /// A half-width of a mean time that is always precise enough, unless measures were chosen [s].
  public static let floor = 1.0

  /// What a watch has come to; an interrupted run has reached nothing yet.
  init(_ watch: PrecisionWatch, isComplete: Bool, _ record: (Int) -> MeasureRecord) {
    let records = watch.measures.map(record)
    asked = watch.relative
    atMost = watch.control.atMost
    isReached = isComplete && watch.control.verdict == .precise
    deciding = watch.control.deciding.map { records[$0].name }
    relative = watch.control.deciding.flatMap { records[$0].relativeHalfWidth }
    setAside = records.filter { $0.replications == 0 || $0.isCertainlyZero }.map(\.name)
    withinFloor = records.indices.compactMap { index in
      guard let relative = records[index].relativeHalfWidth, relative > watch.relative,
        watch.ratio(of: records[index], floor: watch.floors[index]) <= 1
      else { return nil }
      return records[index].name
    }
  }

  /// An outcome from its parts.
  init(
    asked: Double,
    isReached: Bool,
    atMost: Int,
    deciding: String?,
    relative: Double?,
    setAside: [String] = [],
    withinFloor: [String] = []
  ) {
    self.asked = asked
    self.isReached = isReached
    self.atMost = atMost
    self.deciding = deciding
    self.relative = relative
    self.setAside = setAside
    self.withinFloor = withinFloor
  }
}

extension MeasureRecord {
  /// Half-width over estimate; nil without an interval or for an estimate of zero.
  fileprivate var relativeHalfWidth: Double? {
    guard let estimate, let halfWidth, estimate != 0 else { return nil }
    return halfWidth / abs(estimate)
  }

  fileprivate var isCertainlyZero: Bool { estimate == 0 && halfWidth == 0 }
}
