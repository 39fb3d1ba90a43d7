import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles

/// The intervals of one long run from its batches.
///
/// The replication is simulated once more, beside the one that is recorded: statistics of the
/// batches begin anew again and again, those of the run do not. On two processors this costs no time.
struct BatchRun {
  private let pipeline: ClearancePipeline
  private let catalogue: MeasureCatalogue
  /// What is known of the batches before they are run.
  let batches: BatchedRun

  /// The second simulation; nil where the scenario has no batches.
  init?(_ preparation: Preparation) {
    let plan = preparation.loaded.plan
    guard let count = preparation.loaded.scenario.batches, let horizon = plan.horizon else {
      return nil
    }
    var batched = plan
    catalogue = preparation.catalogue
    batched.batches = BatchPlan(
      count: count,
      from: plan.warmUp,
      to: horizon,
      catalogue: preparation.catalogue
    )
    pipeline = ClearancePipeline(
      plan: batched,
      seed: preparation.loaded.scenario.seed,
      numbers: [1],
      workers: 1,
      recording: .summary,
      catalogue: preparation.catalogue
    )
    let length = (horizon - plan.warmUp).microseconds / Int64(count)
    batches = BatchedRun(count: count, length: SimulatedTime(microseconds: length))
  }

  /// Simulates the batches.
  func run() async throws -> RunResults {
    try await pipeline.run(into: InMemoryRecordSink())
  }

  /// The estimates of the whole run with intervals from the batches.
  func records(_ whole: RunResults, _ parts: RunResults, confidence: Double) -> [MeasureRecord] {
    guard whole.finished == parts.finished else {
      return whole.estimates.records(confidence: confidence)
    }
    precondition(whole.fingerprint == parts.fingerprint, "the batches went another way")
    return BatchEstimates(catalogue, whole: whole.estimates, batches: parts.batches)
      .records(confidence: confidence)
  }

  /// What a planner should know of the batches.
  func warnings(_ whole: RunResults, _ parts: RunResults, _ plan: ClearancePlan) -> [RunWarning] {
    var warnings: [RunWarning] = []
    if let rhythm = plan.rhythm, batches.length.microseconds % rhythm.microseconds != 0 {
      warnings.append(.batchesCutPeriods(length: batches.length, period: rhythm))
    }
    let estimates = BatchEstimates(catalogue, whole: whole.estimates, batches: parts.batches)
    let looked = catalogue.measures.indices.compactMap { index in
      catalogue.measures[index].isUsuallyWatched(in: plan)
        ? estimates.means(of: index).map { (index, $0) } : nil
    }
    let chances = looked.map(\.1.chanceOfIndependence)
    let rejected = holmRejections(chances, level: 0.05)
    // The worst one speaks for all.
    let alike = looked.indices.filter { rejected[$0] }
    if let worst = alike.min(by: { chances[$0] < chances[$1] }) {
      let (index, means) = looked[worst]
      let measure = catalogue.measures[index].name
      warnings.append(.batchesCorrelated(measure: measure, ratio: means.vonNeumannRatio))
    }
    return warnings
  }
}

/// How one long run was cut into batches.
public struct BatchedRun: Sendable, Equatable {
  /// Number of batches.
  public let count: Int
  /// Length of each.
  public let length: SimulatedTime
}
