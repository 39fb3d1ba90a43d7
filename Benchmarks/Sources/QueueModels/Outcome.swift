/// What a run has simulated, for the benchmark to check.
public struct Outcome: Sendable {
  /// Events that happened.
  public let events: Int
  /// The mean that the run estimates; its meaning is the model's.
  public let mean: Double
}
