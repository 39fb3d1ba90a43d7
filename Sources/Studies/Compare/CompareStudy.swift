import ClearanceModel
import ClearanceRecords
import EventSimulation
import ResultStore
import ScenarioFiles

/// `kakou compare`: which alternative is better, by how much, and how sure that is.
public enum CompareStudy {
  /// Fewer replications say too little of how much a difference varies to end by.
  static let leastReplications = 10
  /// Where the precision decides, it ends here at the latest.
  public static let mostReplications = 1_000

  /// Compares alternatives under common random numbers, until the end or until the task is cancelled.
  ///
  /// - Parameters:
  ///   - options: what is asked.
  ///   - version: version of the program, as it is recorded.
  ///   - progress: called with the finished and the wanted number of replications of all alternatives.
  /// - Returns: what was found; of an interrupted comparison what all alternatives have complete.
  /// - Throws: ``StudyError`` for wrong options or scenarios, `ResultStoreError` for the results
  ///   file; what was complete until then is recorded.
  public static func compare(
    _ options: CompareOptions,
    version: String,
    progress: @escaping @Sendable (_ finished: Int, _ wanted: Int) -> Void = { _, _ in }
  ) async throws -> CompareResult {
    let setting = try CompareSetting(options)
    let runner = ExperimentRunner(setting.experiment, version: version)
    try await runner.begin(
      "compare",
      base: setting.points[0],
      question: CompareRecord.question(setting)
    )
    let runs = CompareRuns(setting, runner, version: version, progress)
    let outcome = try await runs.finish()
    let result = result(
      setting,
      outcome.points,
      isComplete: outcome.isComplete,
      runs: try await recorded(outcome, setting, runner),
      experiment: await runner.experiment
    )
    try await runner.finish(answer: result.isComplete ? CompareRecord.answer(result) : nil)
    return result
  }

  /// The numbers of the runs, which are known once they are written.
  private static func recorded(
    _ outcome: CompareRuns.Outcome,
    _ setting: CompareSetting,
    _ runner: ExperimentRunner
  ) async throws -> [Int64?] {
    guard setting.options.database != nil, outcome.isComplete else {
      return outcome.points.map(\.run)
    }
    try await runner.flush()
    var runs: [Int64?] = []
    for (index, point) in setting.points.enumerated() {
      // All replications are there: this reads, and knows the run.
      let count = outcome.points[index].replications
      runs.append(try await runner.replicate(point, to: count).run)
    }
    return runs
  }

  /// What the replications of all alternatives say together.
  static func result(
    _ setting: CompareSetting,
    _ points: [PointResult],
    isComplete: Bool,
    runs: [Int64?],
    experiment: Int64?
  ) -> CompareResult {
    let options = setting.options
    let measures =
      points.isEmpty
      ? []
      : setting.measures.map { compare($0, of: points, confidence: options.confidence) }
    let names = (setting.measures + setting.describing).map(\.name).sorted()
    let alternatives = setting.points.indices.map { index in
      CompareAlternative(
        label: setting.points[index].label,
        point: setting.points[index],
        scenario: setting.preparations[index].loaded.scenario.name,
        changes: setting.changes[index],
        run: runs.isEmpty ? nil : runs[index],
        fingerprint: points.isEmpty ? Fingerprint() : points[index].fingerprint,
        estimates: points.isEmpty
          ? [] : names.map { points[index].estimate($0, confidence: options.confidence) }
      )
    }
    let undefined = measures.filter { $0.differences.count < setting.pairs }.map(\.name)
    return CompareResult(
      scenario: setting.preparations[0].loaded.scenario,
      seed: setting.seed,
      replications: points.first?.replications ?? 0,
      asked: options.precision == nil ? setting.replications : nil,
      isComplete: isComplete,
      precision: options.precision.map { precision($0, measures) },
      confidence: options.confidence,
      alternatives: alternatives,
      measures: measures,
      headlines: headlines(measures, alternatives, asked: !options.measures.isEmpty),
      incomparable: setting.incomparable,
      warnings: setting.warnings
        + (undefined.isEmpty || points.isEmpty ? [] : [.noValues(undefined)]),
      database: options.database,
      experiment: experiment
    )
  }

  /// How precise the differences are, relative to the first value of each pair.
  static func precision(_ wanted: Double, _ measures: [ComparedMeasure]) -> ComparePrecision {
    var worst: (reached: Double, measure: String)?
    for measure in measures {
      for difference in measure.differences {
        guard let halfWidth = difference.halfWidth, halfWidth > 0, difference.firstValue != 0
        else { continue }
        let reached = halfWidth / abs(difference.firstValue)
        if reached > worst?.reached ?? 0 { worst = (reached, measure.name) }
      }
    }
    return ComparePrecision(wanted: wanted, reached: worst?.reached, measure: worst?.measure)
  }
}
