import ClearanceModel
import ClearanceRecords
import OutputAnalysis
import ScenarioFiles

/// `kakou sweep`: a design of experiments over keys of a scenario, and what each of them does.
public enum SweepStudy {
  /// Runs every point of a design that the results file does not have yet.
  ///
  /// All points see the same trucks: replication r draws alike at each of them.
  ///
  /// - Parameters:
  ///   - options: what is asked.
  ///   - version: version of the program, as it is recorded.
  ///   - answer: the result as JSON, as it is recorded.
  ///   - progress: called with the finished and the wanted number of replications of all points.
  /// - Returns: what was found.
  /// - Throws: ``StudyError`` for wrong options, a wrong scenario, and where the user stops it;
  ///   `ResultStoreError` for the results file. What was complete until then is recorded.
  public static func run(
    _ options: SweepOptions,
    version: String,
    answer: @Sendable (SweepResult) -> String = { _ in "{}" },
    progress: @escaping @Sendable (_ finished: Int, _ wanted: Int) -> Void = { _, _ in }
  ) async throws -> SweepResult {
    let clock = ContinuousClock()
    let start = clock.now
    let question = try await SweepQuestion(options)
    let runner = ExperimentRunner(question.experiment, version: version)
    let points = question.points
    var done = 0
    do {
      for point in points {
        try Task.checkCancellation()
        _ = try await runner.prepare(point)
      }
      try await runner.begin("sweep", base: points[0], question: question.canonicalText)
      for point in points {
        try Task.checkCancellation()
        let before = done * question.replications
        let wanted = points.count * question.replications
        _ = try await runner.replicate(point, to: question.replications) {
          progress(before + $0, wanted)
        }
        done += 1
      }
    } catch is CancellationError {
      try await runner.finish(answer: nil)
      let fault = SweepFault.interrupted(
        points: done,
        of: points.count,
        database: options.databasePath
      )
      throw StudyError.sweep(fault)
    }
    // Each point is in the file from here on, and has the number of its run.
    try await runner.flush()
    var results: [PointResult] = []
    for point in points {
      results.append(try await runner.replicate(point, to: question.replications))
    }
    var result = question.result(of: results)
    result.experiment = await runner.experiment
    let elapsed = start.duration(to: clock.now)
    result.wallSeconds =
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    try await runner.finish(answer: answer(result))
    return result
  }
}

extension SweepOptions {
  /// The results file that these options mean.
  public var databasePath: String {
    var run = RunOptions(scenario: scenario)
    run.database = database
    return run.databasePath
  }
}
