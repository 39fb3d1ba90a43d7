import OutputAnalysis
import ScenarioFiles

/// What `kakou size` has found.
public struct SizeResult: Sendable {
  /// The question.
  public enum Question: Sendable, Equatable {
    /// The least of several levers.
    case least([Lever])
    /// The most of one number.
    case most(Growth)
  }

  /// What was asked.
  public let question: Question
  /// The name of the scenario.
  public let scenario: String
  /// What had to be kept.
  public let targets: [Target]
  /// What was tried, in that order.
  public let tried: [TriedPoint]
  /// Index of the answer in `tried`; nil where nothing kept the targets.
  public let answer: Int?
  /// Indices of those that failed and show that the answer is the least or the most: the neighbours
  /// one unit below, or the nearest number above.
  public let failing: [Int]
  /// Index of what came nearest to the targets where nothing kept them.
  public let nearest: Int?
  /// The confidence with which all proven verdicts hold together.
  public let confidence: Double
  /// The width of the indifference band, relative to the limits.
  public let tolerance: Double
  /// A point that kept the targets below one that did not; nil where more never hurt.
  public let contradiction: Contradiction?
  /// Whether more was taken never to hurt; else all that is cheaper was tried.
  public var isMonotone = true
  /// Seed of all draws.
  public let seed: UInt64
  /// The results file and the number of the experiment in it; nil where nothing was recorded.
  public var record: Record?

  /// Whether anything kept the targets.
  public var isFeasible: Bool { answer != nil }

  /// Whether the verdicts that the answer rests on are proven.
  public var isProven: Bool {
    contradiction == nil && grounds.allSatisfy { tried[$0].isProven }
  }

  /// What the answer rests on: itself and all cheaper points, or what has the most chance of all
  /// where nothing was enough.
  private var grounds: [Int] {
    guard isMonotone else { return Array(tried.indices) }
    switch question {
    case .least(let levers):
      guard let answer else {
        let corner = levers.map { Double($0.range.upperBound) }
        return tried.indices.filter { tried[$0].settings.map(\.number) == corner }
      }
      let cost = tried[answer].cost ?? .infinity
      return tried.indices.filter { $0 == answer || tried[$0].cost ?? 0 < cost }
    case .most:
      guard let answer else {
        let lowest = tried.map { $0.settings[0].number }.min()
        return tried.indices.filter { tried[$0].settings[0].number == lowest }
      }
      return [answer] + failing
    }
  }

  /// Two points that show that more does hurt, as indices in `tried`.
  public struct Contradiction: Sendable, Equatable {
    /// The feasible one, which has no more of anything.
    public let feasible: Int
    /// The infeasible one.
    public let infeasible: Int
  }

  /// Where an experiment is recorded.
  public struct Record: Sendable, Equatable {
    /// The results file.
    public let database: String
    /// The number of the experiment.
    public let experiment: Int64
  }
}

/// A point that was tried, and what was found there.
public struct TriedPoint: Sendable, Equatable {
  /// A value of the scenario that was changed.
  public struct Setting: Sendable, Hashable {
    /// Its path.
    public let key: String
    /// Its number; not a number for a word of a list.
    public let number: Double
    /// As the scenario spells it, with its unit.
    public let text: String

    /// The assignment as `--set` takes it.
    public var assignment: String { "\(key)=\(text)" }
  }

  /// What was found for a target.
  public struct Outcome: Sendable, Equatable {
    /// Its estimate; nil where the measure had no value.
    public let estimate: Double?
    /// Half-width of the interval; nil where there is none.
    public let halfWidth: Double?
    /// Whether the target was kept; nil where another one had decided before.
    public let verdict: FeasibilityTest.Verdict?
  }

  /// What was changed.
  public let settings: [Setting]
  /// What it costs; nil where nothing has a cost.
  public let cost: Double?
  /// Replications simulated; 0 where the load alone decides.
  public let replications: Int
  /// Confidence of the intervals.
  public let confidence: Double
  /// What was found for each target.
  public let outcomes: [Outcome]
  /// Whether all targets were kept.
  public let isFeasible: Bool
  /// Whether that is proven.
  public let isProven: Bool
  /// The place that is offered more than it can do, which decides without a simulation.
  public let overload: Overload?
}

/// A place that is offered so much more than it can do that a target on its wait cannot be kept.
public struct Overload: Sendable, Equatable {
  /// The name of the place.
  public let place: String
  /// Server time asked for over server time open.
  public let load: Double
}
