import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles

extension Preparation {
  /// A scenario made ready to run, with the warm-up that was found where it asks for that.
  ///
  /// The pilot simulates the first replications of the run, at most thirty, without a warm-up; so it
  /// depends on scenario, seed and number of replications alone.
  ///
  /// - Throws: ``StudyError``; `CancellationError` when the task is cancelled during the pilot.
  static func withWarmUp(
    _ options: RunOptions,
    progress: @escaping @Sendable (_ finished: Int, _ wanted: Int) -> Void = { _, _ in }
  ) async throws -> (preparation: Preparation, finding: WarmUpFinding?) {
    let preparation = try Preparation(options)
    guard preparation.loaded.scenario.findsWarmUp,
      let grid = LevelGrid(preparation.loaded.plan)
    else { return (preparation, nil) }
    let replications =
      options.precision == nil
      ? preparation.loaded.scenario.replications
      : options.atMost ?? ReplicationControl.usualMost
    let count = min(replications, WarmUpSearch.replications)
    var plan = preparation.loaded.plan
    plan.warmUp = .zero
    plan.sample(at: grid)
    let pipeline = ClearancePipeline(
      plan: plan,
      seed: preparation.loaded.scenario.seed,
      numbers: Array(1...count),
      workers: options.workers,
      recording: .summary,
      catalogue: preparation.catalogue
    )
    let results = try await pipeline.run(into: InMemoryRecordSink()) { progress($0, count) }
    guard results.finished.count == count else { throw CancellationError() }
    let finding = WarmUpSearch(plan: plan, grid: grid, samples: results.samples).finding
    var found = options
    // What depends on the observed time, such as the peak hour, is worked out anew.
    found.overrides.append("warm up=\(durationText(finding.length))")
    return (try Preparation(found), finding)
  }
}

extension ClearancePlan {
  /// Levels are sampled at the instants of a grid, in as many replications as are looked at.
  mutating func sample(at grid: LevelGrid) {
    sampleTimes = grid.instants
    sampledReplications = WarmUpSearch.replications
  }
}
