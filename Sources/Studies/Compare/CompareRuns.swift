import ClearanceModel

/// Runs the alternatives side by side, so that what is complete can be compared at any time.
struct CompareRuns {
  /// What the alternatives have shown, all after as many replications.
  struct Outcome {
    var points: [PointResult] = []
    var isComplete = true
  }

  private let setting: CompareSetting
  private let runner: ExperimentRunner
  private let version: String
  private let progress: @Sendable (Int, Int) -> Void

  init(
    _ setting: CompareSetting,
    _ runner: ExperimentRunner,
    version: String,
    _ progress: @escaping @Sendable (Int, Int) -> Void
  ) {
    self.setting = setting
    self.runner = runner
    self.version = version
    self.progress = progress
  }

  /// Runs until the wanted number of replications, the wanted precision, or an interruption.
  func finish() async throws -> Outcome {
    var outcome = Outcome()
    let wanted = setting.options.precision
    var target = wanted == nil ? setting.replications : CompareStudy.leastReplications
    do {
      outcome.points = try await run(to: target, from: 0, &outcome.points)
      while let wanted, let more = next(after: outcome.points, wanted) {
        let before = target
        target = more
        outcome.points = try await run(to: target, from: before, &outcome.points)
      }
    } catch is CancellationError {
      outcome.isComplete = false
    }
    return outcome
  }

  /// Takes all alternatives on by some replications at a time; `whole` has what they have in common.
  private func run(
    to target: Int,
    from start: Int,
    _ whole: inout [PointResult]
  ) async throws -> [PointResult] {
    // Enough that workers rarely wait for the last of a part.
    let part = max(8, 4 * setting.options.workers)
    var count = start
    while count < target {
      // What is left over is not run apart.
      let next = target - count <= part + part / 2 ? target : count + part
      var results: [PointResult] = []
      for (index, point) in setting.points.enumerated() {
        let finished = setting.points.count * count + index * (next - count)
        let total = setting.points.count * target
        let begun = count
        results.append(
          try await runner.replicate(point, to: next) { [progress] in
            progress(finished + max(0, $0 - begun), total)
          }
        )
      }
      whole = try await withObservations(results)
      count = next
    }
    return whole
  }

  /// Runs again, beside the results file, what was read from it without the observations that
  /// a quantile of all replications together needs.
  private func withObservations(_ results: [PointResult]) async throws -> [PointResult] {
    let pooled = setting.measures.filter { measure in
      measure.statistic.order != nil && results.contains { $0.isPooled(measure.name) }
    }
    guard let measure = pooled.first else { return results }
    var experiment = setting.experiment
    experiment.database = nil
    var results = results
    for index in results.indices where results[index].sketches(measure.name).isEmpty {
      let apart = ExperimentRunner(experiment, version: version)
      let run = results[index].run
      let count = results[index].replications
      results[index] = try await apart.replicate(setting.points[index], to: count).recorded(as: run)
    }
    return results
  }

  /// How many replications are worth a try next; nil where the precision is reached, or never will be.
  ///
  /// The half-width falls with the root of the number of replications; a tenth more makes up for
  /// chance, and at most twice as many are tried, since early spreads are uncertain.
  private func next(after points: [PointResult], _ wanted: Double) -> Int? {
    let measures = setting.measures.map {
      CompareStudy.compare($0, of: points, confidence: setting.options.confidence)
    }
    let precision = CompareStudy.precision(wanted, measures)
    let count = points.first?.replications ?? 0
    guard !precision.isReached, let reached = precision.reached,
      count < CompareStudy.mostReplications
    else { return nil }
    let factor = min(2, 1.1 * (reached / wanted) * (reached / wanted))
    let next = max(count + 1, Int((Double(count) * factor).rounded(.up)))
    return min(next, CompareStudy.mostReplications)
  }
}

extension PointResult {
  /// The same result, with the run that the results file has of it.
  fileprivate func recorded(as run: Int64?) -> PointResult {
    PointResult(
      replications: replications,
      run: run,
      fingerprint: fingerprint,
      measures: measures,
      table: table,
      estimates: estimates,
      stored: stored,
      distributions: distributions,
      lookedAt: lookedAt
    )
  }
}
