import ClearanceModel
import ClearancePipeline
import OutputAnalysis
import ScenarioFiles

/// A method of statistics that is to succeed as often as it says, tried many times.
///
/// The model behind it has an exact answer, so that each trial is either right or wrong.
struct StatisticalCase: Sendable {
  /// Name, model, source, and what is to be found; shares of right trials lie in bands.
  let exact: ExactCase
  /// Makes the trials: findings in the order of the values, and the trucks simulated; nil where
  /// interrupted.
  let simulate: @Sendable (Trials) async throws -> Outcome?

  /// What trials depend on.
  struct Trials: Sendable {
    /// Seed of all of them.
    var seed: UInt64
    /// Trials side by side.
    var workers: Int
    /// How many there are instead of the case's own number; nil for that.
    var count: Int?
  }

  /// What the trials of a case say.
  struct Outcome: Sendable {
    /// One finding for each value.
    var findings: [Finding]
    /// Trucks that arrived in all trials.
    var trucks: UInt64
  }

  /// The band in which 95 % intervals must cover: what skewness costs and what 2,000 trials scatter.
  static let coverageBand = 0.935...0.965

  /// All of them, in the order of their names.
  static let all: [StatisticalCase] = (coverage + batchMeans + [selection] + sizes).sorted {
    $0.exact.id < $1.exact.id
  }
}

extension ExactCase {
  /// Intervals that are to cover and choices that are to be right, in the order of their names.
  public static let statistical: [ExactCase] = StatisticalCase.all.map(\.exact)
}

extension Finding {
  /// The share of trials that came out right.
  static func share(of right: [Bool]) -> Finding {
    let count = Double(right.count)
    let share = Double(right.count { $0 }) / count
    let interval = StudentInterval(
      mean: share,
      variance: share * (1 - share) * count / max(1, count - 1),
      count: right.count,
      confidence: VerificationRule.confidence
    )
    return Finding(
      estimate: interval?.estimate,
      halfWidth: interval?.halfWidth,
      replications: right.count
    )
  }

  /// The mean of some independent values.
  static func mean(of values: [Double], unit: String) -> Finding {
    let interval = StudentInterval(Tally(values), confidence: VerificationRule.confidence)
    return Finding(
      estimate: interval?.estimate,
      halfWidth: interval?.halfWidth,
      replications: values.count,
      unit: unit
    )
  }
}

/// A scenario whose short replications each give the value of one measure.
struct TrialScenario: Sendable {
  private let plan: ClearancePlan
  private let catalogue: MeasureCatalogue

  /// A scenario of verification with some values changed.
  init(_ id: String, measure: String, overrides: [String] = []) throws {
    var plan = try VerificationScenarios.load(id, overrides: overrides).plan
    do {
      catalogue = try MeasureCatalogue(plan: plan, names: [measure])
    } catch {
      throw StudyError.unknownMeasures(error.names, known: error.known)
    }
    plan.observationTimes = catalogue.observationTimes
    self.plan = plan
  }

  /// Unit of the measure.
  var unit: String { catalogue.measures[0].unit }

  /// What one worker needs to simulate it.
  var simulator: Simulator {
    Simulator(replications: ReplicationsInPlace(plan: plan), catalogue: catalogue)
  }

  /// Simulates replications one after the other.
  struct Simulator {
    fileprivate var replications: ReplicationsInPlace
    fileprivate let catalogue: MeasureCatalogue
    /// Trucks so far.
    private(set) var trucks: UInt64 = 0

    fileprivate init(replications: ReplicationsInPlace, catalogue: MeasureCatalogue) {
      self.replications = replications
      self.catalogue = catalogue
    }

    /// The measure in one replication; not a number where it has no value.
    mutating func value(_ number: Int, seed: UInt64) -> Double {
      let statistics = replications.run(number, seed: seed)
      trucks += statistics.trucks
      return MeasureValues(catalogue, of: statistics).values[0] ?? .nan
    }
  }
}
