import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import EventSimulation
import ScenarioFiles

/// `kakou verify --workers 1,2,8`: whether the number of workers changes any result.
///
/// Each scenario is run under each number of workers; its fingerprint, the hash over all events of
/// all replications, and the bits of all measures asked for must be the same. The scenarios of the
/// exact cases are cut short for this; a scenario of the user runs as it is.
public enum WorkerComparison {
  /// What is asked.
  public struct Options: Sendable {
    /// Exact cases whose scenarios are compared.
    public var cases = ExactCase.all
    /// Scenario files beside them.
    public var files: [String] = []
    /// Numbers of workers; at least two.
    public var workers: [Int]
    /// Seed of all scenarios; nil for their own.
    public var seed: UInt64?

    /// All cases under some numbers of workers.
    public init(workers: [Int]) {
      self.workers = workers
    }
  }

  /// One scenario under all numbers of workers.
  public struct Row: Sendable {
    /// Name of the case, or the file as the user named it.
    public let scenario: String
    /// Model events of a run.
    public let events: UInt64
    /// The fingerprints in the order of the numbers of workers.
    public let fingerprints: [Fingerprint]
    /// Whether fingerprints and measures are all the same.
    public let isEqual: Bool
  }

  /// What was found.
  public struct Result: Sendable {
    /// Numbers of workers.
    public let workers: [Int]
    /// The scenarios that were run to the end.
    public let rows: [Row]
    /// Scenarios that were asked for.
    public let asked: Int
    /// Seconds from start to end.
    public let wallSeconds: Double

    /// Whether nothing was interrupted.
    public var isComplete: Bool { rows.count == asked }
    /// Whether every scenario was run and is the same under all numbers of workers.
    public var isEqual: Bool { isComplete && rows.allSatisfy(\.isEqual) }
  }

  /// Replications of a scenario that is cut short; enough that eight workers all have some.
  static let replications = 16
  /// Length of a replication that is cut short.
  static let horizon = SimulatedTime.hours(50)

  /// Compares one scenario after the other, until the end or until the task is cancelled.
  ///
  /// - Throws: ``StudyError`` where a scenario is wrong; files are read before anything is run.
  public static func compare(
    _ options: Options,
    progress: @escaping @Sendable (_ number: Int, _ total: Int, _ scenario: String) -> Void = {
      _,
      _,
      _ in
    }
  ) async throws -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    let files = try options.files.map { file throws(StudyError) in
      let preparation = try Preparation(RunOptions(scenario: file))
      return Subject(name: file, preparation.loaded, preparation.catalogue)
    }
    let total = options.cases.count + files.count
    var rows: [Row] = []
    for exact in options.cases {
      progress(rows.count + 1, total, exact.id)
      guard let row = try await compare(shortened(exact), options) else { break }
      rows.append(row)
    }
    for file in files where rows.count >= options.cases.count {
      progress(rows.count + 1, total, file.name)
      guard let row = try await compare(file, options) else { break }
      rows.append(row)
    }
    return Result(
      workers: options.workers,
      rows: rows,
      asked: total,
      wallSeconds: start.duration(to: clock.now) / .seconds(1)
    )
  }

  /// A scenario to run.
  private struct Subject {
    let name: String
    var scenario: Scenario
    var plan: ClearancePlan
    let catalogue: MeasureCatalogue

    init(name: String, _ loaded: LoadedScenario, _ catalogue: MeasureCatalogue) {
      self.name = name
      scenario = loaded.scenario
      plan = loaded.plan
      self.catalogue = catalogue
      plan.observationTimes = catalogue.observationTimes
    }
  }

  private static func shortened(_ exact: ExactCase) throws -> Subject {
    let loaded = try VerificationScenarios.load(exact.id)
    let catalogue = try VerifyStudy.measures(of: exact, in: loaded.plan)
    var subject = Subject(name: exact.id, loaded, catalogue)
    subject.scenario.replications = min(subject.scenario.replications, replications)
    if let length = subject.plan.horizon, length > horizon {
      subject.plan.horizon = horizon
      subject.plan.warmUp = min(subject.plan.warmUp, .hours(5))
    }
    return subject
  }

  /// Runs a scenario under each number of workers; nil where it was interrupted.
  private static func compare(_ subject: Subject, _ options: Options) async throws -> Row? {
    let numbers = Array(1...subject.scenario.replications)
    var runs: [RunResults] = []
    for workers in options.workers {
      let pipeline = ClearancePipeline(
        plan: subject.plan,
        seed: options.seed ?? subject.scenario.seed,
        numbers: numbers,
        workers: workers,
        recording: .summary,
        catalogue: subject.catalogue
      )
      let results = try await pipeline.run(into: NoSink())
      guard results.finished.count == numbers.count else { return nil }
      runs.append(results)
    }
    let measures = runs.map { $0.estimates.records(confidence: RunStudy.confidence) }
    return Row(
      scenario: subject.name,
      events: runs.first?.events ?? 0,
      fingerprints: runs.map(\.fingerprint),
      isEqual: agree(runs.map(\.fingerprint), measures)
    )
  }

  /// Whether the fingerprints are all the same, and the measures too.
  static func agree(_ fingerprints: [Fingerprint], _ measures: [[MeasureRecord]]) -> Bool {
    fingerprints.dropFirst().allSatisfy { $0 == fingerprints.first }
      && measures.dropFirst().allSatisfy { $0 == measures.first }
  }
}
