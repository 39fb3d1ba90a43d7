import EventSimulation

/// What one replication did: the same whenever and wherever it is simulated.
struct BenchCourse: Equatable {
  /// Number of the replication, from 1.
  var number: Int
  /// Events that happened.
  var events: UInt64
  /// Hash over the events; nil for a model that has none.
  var fingerprint: Fingerprint?
  /// Vehicles that came.
  var vehicles: UInt64
  /// Vehicles that left a lane of a gate.
  var passes: UInt64
  /// The value that is known.
  var value: Double
}

/// One run: what it did and what it took.
struct BenchRun {
  /// Its replications, by number.
  var courses: [BenchCourse]
  /// Rows recorded, beside the measures.
  var rows = 0
  /// Seconds from the first event until everything is simulated and on disk.
  var seconds: Double
  /// CPU time of all threads meanwhile [s].
  var cpuSeconds: Double
  /// The most memory meanwhile [bytes]; nil where the system does not say.
  var peakBytes: Int?
}
