import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import OutputAnalysis
import ScenarioFiles

/// `kakou verify`: simulates the cases whose answers are known and compares.
///
/// ``VerificationRule`` says when a value passes. Nothing is recorded.
public enum VerifyStudy {
  /// What is asked.
  public struct Options: Sendable {
    /// The cases.
    public var cases = ExactCase.all + ExactCase.statistical
    /// Seed of all cases.
    public var seed: UInt64 = 1
    /// Replications side by side.
    public var workers = 1
    /// `--set` assignments for every scenario, such as a shorter run.
    public var overrides: [String] = []
    /// Trials of each statistical case; nil for their own numbers.
    var trials: Int?

    /// All cases with their own lengths.
    public init() {}
  }

  /// How far the work is.
  public struct Progress: Sendable {
    /// Simulations begun, this one included.
    public let number: Int
    /// Simulations as far as they are known.
    public let total: Int
    /// The case that is simulated.
    public let id: String
    /// Whether it is simulated again.
    public let isAgain: Bool

    /// The state of a work from its parts.
    public init(number: Int, total: Int, id: String, isAgain: Bool = false) {
      self.number = number
      self.total = total
      self.id = id
      self.isAgain = isAgain
    }
  }

  /// Simulates the cases one after the other, until the end or until the task is cancelled.
  ///
  /// - Throws: ``StudyError`` where a scenario is wrong, which is a fault of the program.
  public static func verify(
    _ options: Options,
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async throws -> VerifyResult {
    let clock = ContinuousClock()
    let start = clock.now
    var trucks: UInt64 = 0
    var first: [[Finding]] = []
    for (index, exact) in options.cases.enumerated() {
      progress(
        Progress(number: index + 1, total: options.cases.count, id: exact.id)
      )
      guard let simulation = try await simulate(exact, seed: options.seed, options) else { break }
      first.append(simulation.findings)
      trucks += simulation.trucks
    }
    let cases = Array(options.cases.prefix(first.count))
    let verdicts = judged(cases, first)
    let doubtful = cases.indices.filter { index in
      verdicts[index].contains { $0 == .doubtful }
    }
    var second: [Int: [Finding]] = [:]
    var isComplete = cases.count == options.cases.count
    for (index, position) in doubtful.enumerated() where isComplete {
      progress(
        Progress(
          number: cases.count + index + 1,
          total: cases.count + doubtful.count,
          id: cases[position].id,
          isAgain: true
        )
      )
      let seed = options.seed &+ 1
      if let simulation = try await simulate(cases[position], seed: seed, options) {
        second[position] = simulation.findings
        trucks += simulation.trucks
      } else {
        isComplete = false
      }
    }
    var results: [VerifyResult.Case] = []
    for (index, exact) in cases.enumerated() {
      results.append(
        result(exact, first[index], second: second[index], verdicts[index])
      )
    }
    let elapsed = start.duration(to: clock.now)
    return VerifyResult(
      cases: results,
      asked: options.cases.count,
      seed: options.seed,
      isComplete: isComplete,
      trucks: trucks,
      wallSeconds: elapsed / .seconds(1)
    )
  }

  // MARK: Simulation

  /// What the replications of a case say about its values; nil where they were interrupted.
  private static func simulate(
    _ exact: ExactCase,
    seed: UInt64,
    _ options: Options
  ) async throws -> (findings: [Finding], trucks: UInt64)? {
    if let statistical = StatisticalCase.all.first(where: { $0.exact.id == exact.id }) {
      let outcome = try await statistical.simulate(
        StatisticalCase.Trials(seed: seed, workers: options.workers, count: options.trials)
      )
      return outcome.map { ($0.findings, $0.trucks) }
    }
    let loaded = try VerificationScenarios.load(exact.id, overrides: options.overrides)
    var plan = loaded.plan
    let catalogue = try measures(of: exact, in: plan)
    plan.observationTimes = catalogue.observationTimes
    let numbers = Array(1...loaded.scenario.replications)
    let pipeline = ClearancePipeline(
      plan: plan,
      seed: seed,
      numbers: numbers,
      workers: options.workers,
      recording: .summary,
      catalogue: catalogue
    )
    let results = try await pipeline.run(into: NoSink())
    guard results.finished.count == numbers.count else { return nil }
    let records = results.estimates.records(confidence: VerificationRule.confidence)
    let findings = exact.values.map { value in
      let record = records.first { $0.name == value.measure }
      return Finding(
        estimate: record?.estimate,
        halfWidth: record?.halfWidth,
        replications: record?.replications ?? 0,
        unit: record?.unit ?? ""
      )
    }
    return (findings, results.trucks)
  }

  static func measures(
    of exact: ExactCase,
    in plan: ClearancePlan
  ) throws(StudyError) -> MeasureCatalogue {
    do {
      return try MeasureCatalogue(plan: plan, names: exact.values.map(\.measure))
    } catch {
      throw .unknownMeasures(error.names, known: error.known)
    }
  }

  // MARK: Judgement

  /// What the first simulations decide.
  enum FirstVerdict: Equatable {
    case decided(Verdict)
    /// Missed, though not by more than chance may do among so many values.
    case doubtful
  }

  /// Judges the first simulations of all cases together.
  static func judged(_ cases: [ExactCase], _ findings: [[Finding]]) -> [[FirstVerdict]] {
    let pValues = zip(cases, findings).flatMap { exact, findings in
      zip(exact.values, findings).compactMap { $0.pValue($1) }
    }
    var rejections = holmRejections(pValues, level: VerificationRule.familyLevel)[...]
    return zip(cases, findings).map { exact, findings in
      zip(exact.values, findings).map { value, finding in
        let isRejected = value.pValue(finding) == nil ? false : rejections.removeFirst()
        if isRejected { return .decided(.missed) }
        let verdict = value.alone(finding, load: exact.load)
        let isDoubtful = verdict == .missed || verdict == .outside && value.mayBeWithin(finding)
        return isDoubtful ? .doubtful : .decided(verdict)
      }
    }
  }

  private static func result(
    _ exact: ExactCase,
    _ first: [Finding],
    second: [Finding]?,
    _ verdicts: [FirstVerdict]
  ) -> VerifyResult.Case {
    let values = exact.values.indices.map { index in
      let value = exact.values[index]
      switch verdicts[index] {
      case .decided(let verdict): return Self.value(value, first[index], verdict)
      case .doubtful:
        guard let second else {
          return Self.value(value, first[index], value.kind.isCovered ? .missed : .outside)
        }
        let verdict = value.alone(second[index], load: exact.load)
        return Self.value(value, second[index], verdict.again)
      }
    }
    return VerifyResult.Case(exact: exact, values: values)
  }

  private static func value(
    _ exact: ExactValue,
    _ finding: Finding,
    _ verdict: Verdict
  ) -> VerifyResult.Value {
    VerifyResult.Value(
      exact: exact,
      unit: finding.unit,
      estimate: finding.estimate,
      halfWidth: finding.halfWidth,
      verdict: verdict
    )
  }
}
