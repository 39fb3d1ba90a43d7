/// How an exact value and its simulation compare.
public enum Verdict: Sendable, Equatable, CaseIterable {
  /// The interval covers the exact value and is narrow.
  case covered
  /// The first interval missed by what chance may do, and that under the next seed covers.
  case coveredAgain
  /// Too far off for chance, or missed under both seeds.
  case missed
  /// The interval is wider than allowed, so that covering would say nothing.
  case tooWide
  /// Equal, where nothing is random.
  case exact
  /// Not equal, where nothing is random.
  case notExact
  /// The share of trials that came out right lies in its band.
  case within
  /// Outside its band by what chance may do, and under the next seed within.
  case withinAgain
  /// Outside its band by more than chance may do, or under both seeds.
  case outside

  /// Whether the value has passed.
  public var isPassed: Bool {
    switch self {
    case .covered, .coveredAgain, .exact, .within, .withinAgain: true
    case .missed, .tooWide, .notExact, .outside: false
    }
  }

  /// The verdict when it is that of a second simulation.
  var again: Verdict {
    switch self {
    case .covered: .coveredAgain
    case .within: .withinAgain
    case .coveredAgain, .missed, .tooWide, .exact, .notExact, .withinAgain, .outside: self
    }
  }

  /// The word for other programs.
  public var word: String {
    switch self {
    case .covered: "covered"
    case .coveredAgain: "covered again"
    case .missed: "missed"
    case .tooWide: "too wide"
    case .exact: "exact"
    case .notExact: "not exact"
    case .within: "within"
    case .withinAgain: "within again"
    case .outside: "outside"
    }
  }
}

/// What `kakou verify` has found.
public struct VerifyResult: Sendable {
  /// A case with what was found for its values, in their order.
  public struct Case: Sendable {
    /// The case.
    public let exact: ExactCase
    /// What was found.
    public let values: [Value]
  }

  /// An exact value with what was found; after a second simulation its figures are those of the second.
  public struct Value: Sendable {
    /// The value.
    public let exact: ExactValue
    /// Unit of the figures; empty for shares.
    public let unit: String
    /// Mean over the replications; nil where the measure had no value.
    public let estimate: Double?
    /// Half-width of the 99.9 % interval; nil where there is none.
    public let halfWidth: Double?
    /// How they compare.
    public let verdict: Verdict
  }

  /// The cases that were simulated to the end, in the order in which they were asked for.
  public let cases: [Case]
  /// Cases that were asked for.
  public let asked: Int
  /// Seed of the first simulations; the second ones have the next.
  public let seed: UInt64
  /// Whether nothing was interrupted; otherwise values that wait for a second simulation count as missed.
  public let isComplete: Bool
  /// Trucks that arrived in all simulations.
  public let trucks: UInt64
  /// Seconds from start to end.
  public let wallSeconds: Double

  /// All values.
  public var values: [Value] { cases.flatMap(\.values) }
  /// Whether every case was simulated and every value has passed.
  public var passed: Bool { isComplete && values.allSatisfy(\.verdict.isPassed) }
}
