import ClearanceModel
import ClearanceRecords
import EventSimulation
import ScenarioFiles

/// What a comparison has found.
public struct CompareResult: Sendable {
  /// The first scenario as it was read.
  public let scenario: Scenario
  /// The seed that all alternatives drew with.
  public let seed: UInt64
  /// Replications of each alternative on which all figures rest.
  public let replications: Int
  /// Replications of each alternative that were wanted; nil where the precision decides.
  public let asked: Int?
  /// Whether the comparison was carried to its end.
  public let isComplete: Bool
  /// The precision that was wanted and whether it was reached; nil where none was asked for.
  public let precision: ComparePrecision?
  /// The confidence that all intervals of a measure cover together.
  public let confidence: Double
  /// The alternatives, that which the others are compared with first.
  public let alternatives: [CompareAlternative]
  /// The measures that exist in all of them.
  public let measures: [ComparedMeasure]
  /// Indices of the measures that say most, in their order.
  public let headlines: [Int]
  /// Measures that only some alternatives have, with the indices of these.
  public let incomparable: [(name: String, alternatives: [Int])]
  /// What a planner should know.
  public let warnings: [CompareWarning]
  /// The results file; nil where nothing is recorded.
  public let database: String?
  /// Number of the experiment in the results file.
  public let experiment: Int64?

  /// The pairs in their order.
  public var pairs: Int { alternatives.count * (alternatives.count - 1) / 2 }
}

/// How precise a comparison is.
public struct ComparePrecision: Sendable, Equatable {
  /// The half-width wanted, relative to the estimate of the first alternative.
  public let wanted: Double
  /// The largest that any difference has; nil where none has an interval.
  public let reached: Double?
  /// The measure that needed most replications.
  public let measure: String?

  /// Whether all differences are as precise as wanted.
  public var isReached: Bool { reached.map { $0 <= wanted } ?? true }
}

/// One of the alternatives (对比方案).
public struct CompareAlternative: Sendable {
  /// What it is called.
  public let label: String
  /// Its scenario file and its changes.
  public let point: DesignPoint
  /// The scenario's name.
  public let scenario: String
  /// What it says differently than the first alternative; empty for that.
  public let changes: [SourceChange]
  /// Its run in the results file; nil where nothing is recorded.
  public let run: Int64?
  /// The fingerprints of its replications, folded.
  public let fingerprint: Fingerprint
  /// The estimates of all that is compared, and of what describes the alternative; sorted by name.
  public let estimates: [MeasureRecord]

  /// An estimate by the name of the measure; nil where the alternative does not have it.
  public func estimate(_ name: String) -> MeasureRecord? {
    estimates.first { $0.name == name }
  }
}

/// A measure that all alternatives have, and how they differ in it.
public struct ComparedMeasure: Sendable {
  /// The measure as the first alternative has it.
  public let measure: Measure
  /// Whether the figures are quantiles of all replications together.
  public let isPooled: Bool
  /// The differences of all pairs of which both sides have values, in the order of the pairs.
  public let differences: [CompareDifference]
  /// The alternatives that no other is better than, by index; nil where no value is the better one.
  public let unbeaten: [Int]?

  /// Its name.
  public var name: String { measure.name }

  /// The difference between two alternatives, the lower index first.
  public func difference(_ first: Int, _ second: Int) -> CompareDifference? {
    differences.first { $0.first == first && $0.second == second }
  }

  /// Whether no replication of any pair shows a difference.
  public var isIdentical: Bool { differences.allSatisfy { $0.verdict == .identical } }
}

/// How two alternatives differ in a measure: the second less the first.
public struct CompareDifference: Sendable, Equatable {
  /// Index of the first alternative.
  public var first: Int
  /// Index of the second alternative.
  public var second: Int
  /// The value of the first over the pairs of replications, or of all together.
  public var firstValue: Double
  /// The same of the second.
  public var secondValue: Double
  /// The half-width of the difference; nil for fewer than two pairs.
  public var halfWidth: Double?
  /// The difference as a share of the first value; nil where that is 0.
  public var relative: Double?
  /// The half-width of that share.
  public var relativeHalfWidth: Double?
  /// The confidence of this interval alone; all of a measure together have that of the comparison.
  public var confidence: Double
  /// Pairs of replications of which both have a value.
  public var pairs: Int
  /// How many times the variance of independent runs would be that of these pairs.
  public var varianceRatio: Double?
  /// The half-width that independent runs would have.
  public var independentHalfWidth: Double?
  /// What follows.
  public var verdict: CompareVerdict
  /// About so many more replications would decide; nil where it is decided, or no number would.
  public var moreReplications: Int?

  /// The second value less the first.
  public var difference: Double { secondValue - firstValue }
}

/// What an interval says about a difference.
public enum CompareVerdict: String, Sendable, Equatable, CaseIterable {
  /// Both have the same value in each replication.
  case identical
  /// The second is less.
  case less
  /// The second is more.
  case more
  /// The interval holds 0.
  case undecided
}

/// What a planner should know about a comparison.
public enum CompareWarning: Sendable, Equatable {
  /// Flows that only some alternatives have: their trucks are not the same ones.
  case otherFlows([String], alternative: String)
  /// An alternative runs for another time, or has another warm-up.
  case otherLength(alternative: String)
  /// Measures of which an alternative has no value in any replication.
  case noValues([String])
}
