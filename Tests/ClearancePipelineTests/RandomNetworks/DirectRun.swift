import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles

/// The first replication of a scenario, run without the pipeline.
struct DirectRun {
  let statistics: ReplicationStatistics
  let rows: RecordBatch

  /// Nil where the run does not come to an end within a million events.
  init?(_ loaded: LoadedScenario, recording: RecordingLevel) {
    self.init(loaded.plan, seed: loaded.scenario.seed, recording: recording)
  }

  /// The same of a plan.
  init?(_ plan: ClearancePlan, seed: UInt64, recording: RecordingLevel) {
    var replication = Replication(plan: plan, seed: seed, number: 1, recording: recording)
    var generator = ArrivalGenerator(plan: plan, seed: seed, replication: 1)
    var batch = ArrivalBatch()
    generator.fill(&batch)
    var position = 0
    var turns = 0
    var rows = RecordBatch(replication: 1)
    var spare = RecordBatch(replication: 1)
    while true {
      let pause = replication.advance(through: batch, from: &position, atMost: 20_000)
      if case .tookItsTurn = pause {
        turns += 1
        if turns > 50 { return nil }
        continue
      }
      if case .needsArrivals = pause {
        position = 0
        generator.fill(&batch)
        continue
      }
      replication.exchangeRows(&spare)
      rows.append(spare)
      if case .ended = pause { break }
    }
    statistics = replication.finish()
    self.rows = rows
  }
}

extension RecordBatch {
  fileprivate mutating func append(_ other: RecordBatch) {
    intervals += other.intervals
    passages += other.passages
    trucks += other.trucks
    steps += other.steps
    companions += other.companions
    transitions += other.transitions
    attributes += other.attributes
    gathered += other.gathered
  }
}
