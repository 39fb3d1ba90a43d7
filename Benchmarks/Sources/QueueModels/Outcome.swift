import Studies

/// What a run has simulated, for the benchmark to check; the meaning of its mean is the model's.
public typealias Outcome = SingleServer.Outcome
