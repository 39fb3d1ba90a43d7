import ClearanceModel

/// Prepares the arrivals of one worker's replications, one batch ahead of the simulation.
actor DemandSource {
  private let plan: ClearancePlan
  private let seed: UInt64
  private var generator: ArrivalGenerator

  init(plan: ClearancePlan, seed: UInt64) {
    self.plan = plan
    self.seed = seed
    generator = ArrivalGenerator(plan: plan, seed: seed, replication: 0)
  }

  /// The first batch of a replication.
  func begin(replication: Int) -> ArrivalBatch {
    generator = ArrivalGenerator(plan: plan, seed: seed, replication: replication)
    return next()
  }

  /// The next batch.
  func next() -> ArrivalBatch {
    var batch = ArrivalBatch()
    generator.fill(&batch)
    return batch
  }
}
