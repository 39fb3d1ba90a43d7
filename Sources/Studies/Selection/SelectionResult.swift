import OutputAnalysis

/// Which of several designs is the best, and how sure that is.
public struct SelectionResult: Sendable {
  /// A value of the scenario that was changed.
  public struct Setting: Sendable, Hashable {
    /// Its path.
    public let key: String
    /// The value, as YAML.
    public let value: String

    /// The assignment as `--set` takes it.
    public var assignment: String { "\(key)=\(value)" }
  }

  /// A combination of the levers, and what it showed.
  public struct Design: Sendable {
    /// What was changed.
    public let settings: [Setting]
    /// Replications that were looked at.
    public let replications: Int
    /// Mean of their values, with its 95 % interval, which holds for this design alone.
    public let interval: StudentInterval?
    /// Index of the design that was clearly better; nil for one that was never dropped.
    public let droppedBy: Int?
    /// What was found for the targets; nil where there are none.
    public var tested: TriedPoint?

    /// Whether it keeps the targets, if there are any.
    public var isFeasible: Bool { tested?.isFeasible ?? true }
  }

  /// How the best was looked for, and how sure it is.
  public enum Method: Sendable, Equatable {
    /// By KN, until one was left: the probability of selecting the best, and the indifference zone.
    case sequential(confidence: Double, indifference: Double)
    /// By OCBA, within a number of replications: that number, the estimated probability of having
    /// selected the best, and the indifference zone, 0 for none.
    case budget(Int, probability: Double, indifference: Double)
  }

  /// Name of the scenario.
  public let scenario: String
  /// The measure that decided.
  public let measure: String
  /// Its unit; empty for shares.
  public let unit: String
  /// Whether small or large values are good.
  public let goal: SelectionOfTheBest.Goal
  /// How the best was looked for.
  public let method: Method
  /// The designs, the values of the last lever changing fastest.
  public let designs: [Design]
  /// Index of the best; where ``isDecided`` is false of the one that leads, where nothing keeps the
  /// targets of the one that comes nearest to them.
  public let best: Int
  /// Whether only one is left; with a budget always.
  public let isDecided: Bool
  /// Replications of one design that would decide at the latest; nil where it is decided.
  public let needed: Int?
  /// Whether one replication has too few observations for the quantile that decided.
  public let isRough: Bool
  /// What a design must keep.
  public var targets: [Target] = []
  /// Seed of all draws.
  public let seed: UInt64
  /// The results file and the number of the experiment in it; nil where nothing was recorded.
  public var record: Record?

  /// Replications of all designs together.
  public var replications: Int { designs.reduce(0) { $0 + $1.replications } }

  /// Designs that keep the targets and were never dropped.
  public var survivors: [Int] {
    designs.indices.filter { designs[$0].droppedBy == nil && designs[$0].isFeasible }
  }

  /// Whether any design keeps the targets.
  public var isFeasible: Bool { designs.contains(where: \.isFeasible) }

  /// Whether every design is proven to keep the targets or to miss them.
  public var isProven: Bool { designs.allSatisfy { $0.tested?.isProven ?? true } }

  /// Where an experiment is recorded.
  public struct Record: Sendable, Equatable {
    /// The results file.
    public let database: String
    /// The number of the experiment.
    public let experiment: Int64
  }

  /// What was found, as JSON with sorted keys.
  var canonicalAnswer: String {
    SelectionOptions.json(
      Answer(
        decided: isDecided,
        estimate: designs[best].interval?.estimate,
        feasible: isFeasible,
        settings: designs[best].settings.map(\.assignment)
      )
    )
  }

  private struct Answer: Encodable {
    var decided: Bool
    var estimate: Double?
    var feasible: Bool
    var settings: [String]
  }
}
