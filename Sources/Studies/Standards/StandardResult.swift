import ClearanceRecords
import ScenarioFiles

/// How a service standard (服务标准) was kept in a run.
public struct StandardResult: Sendable {
  /// The standard.
  public let standard: ServiceStandard
  /// The share of trucks that kept within its limit.
  public let met: MeasureRecord

  /// A result from its parts.
  public init(standard: ServiceStandard, met: MeasureRecord) {
    self.standard = standard
    self.met = met
  }

  /// What the interval of the share says about the standard.
  public enum Verdict: String, Sendable, CaseIterable {
    /// The whole interval reaches the share that is asked.
    case met
    /// The whole interval is below it.
    case notMet = "not met"
    /// The interval holds it, or there is none.
    case undecided = "not decided"
    /// There were no trucks.
    case nobody = "nobody"
  }

  /// The verdict at the confidence of the interval.
  ///
  /// A single replication has no interval, and decides nothing.
  public var verdict: Verdict {
    guard let share = met.estimate, share.isFinite else { return .nobody }
    guard let halfWidth = met.halfWidth else { return .undecided }
    if share - halfWidth >= standard.share { return .met }
    return share + halfWidth < standard.share ? .notMet : .undecided
  }
}

extension RunResult {
  /// The service standards of the scenario that were measured, in the order of the file.
  public var standards: [StandardResult] {
    scenario.standards.compactMap { standard in
      measure(standard.measure).map { StandardResult(standard: standard, met: $0) }
    }
  }
}
