/// What can be wrong with a warm-up that is to be found, or with batches of one long run.
public enum SteadyStateFault: Error, Sendable, Equatable {
  /// A warm-up is to be found in a run until empty.
  case automaticUntilEmpty
  /// Batches of a run until empty.
  case batchesUntilEmpty
  /// Batches of several replications.
  case batchesOfReplications(found: Int)
}
