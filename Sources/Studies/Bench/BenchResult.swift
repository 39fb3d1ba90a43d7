import EventSimulation

/// What `kakou bench` has measured.
public struct BenchResult: Sendable {
  /// One work, recorded in one way, with one number of workers: the fastest of its rounds.
  public struct Run: Sendable {
    /// The work.
    public let work: String
    /// What was recorded.
    public let recording: BenchRecording
    /// Replications side by side.
    public let workers: Int
    /// Replications in all.
    public let replications: Int
    /// Rounds that were made.
    public internal(set) var rounds: Int
    /// Vehicles that came.
    public let vehicles: UInt64
    /// Vehicles that left a lane of a gate; 0 for a work without gates.
    public let passes: UInt64
    /// Rows recorded, beside the measures.
    public let rows: Int
    /// Model events.
    public let events: UInt64
    /// The replications' fingerprints, folded in their order; nil for a work that has none.
    public let fingerprint: Fingerprint?
    /// Seconds from the first event until everything is simulated and on disk.
    public let seconds: Double
    /// CPU time of all threads meanwhile [s].
    public let cpuSeconds: Double
    /// The most memory of the program meanwhile [bytes]; nil where the system does not say.
    public let peakBytes: Int?

    /// So many things per second of this run.
    public func rate(_ count: some BinaryInteger) -> Double { Double(count) / seconds }
  }

  /// A work at one size.
  public struct Group: Sendable {
    /// Name of the work.
    public let work: String
    /// Vehicles in a replication; nil where the scenario's length decides.
    public let vehicles: Int?
    /// What is recorded, one after the other.
    public let recordings: [BenchRecording]
    /// The runs that were complete.
    public internal(set) var runs: [Run] = []

    /// The run of one recording and one number of workers.
    public func run(_ recording: BenchRecording, workers: Int) -> Run? {
      runs.first { $0.recording == recording && $0.workers == workers }
    }
  }

  /// Where it ran.
  public let machine: BenchMachine
  /// Version of the program.
  public let version: String
  /// Seed of all draws.
  public let seed: UInt64
  /// Numbers of workers, ascending.
  public let workers: [Int]
  /// The works that were begun, in their order.
  public internal(set) var groups: [Group] = []
  /// Whether nothing was interrupted.
  public internal(set) var isComplete = true
  /// Seconds from start to end.
  public internal(set) var wallSeconds = 0.0
}

extension BenchResult.Run {
  init(_ run: BenchRun, _ work: BenchWork, _ recording: BenchRecording, workers: Int) {
    self.work = work.id
    self.recording = recording
    self.workers = workers
    replications = run.courses.count
    rounds = 1
    vehicles = run.courses.reduce(0) { $0 + $1.vehicles }
    passes = run.courses.reduce(0) { $0 + $1.passes }
    rows = run.rows
    events = run.courses.reduce(0) { $0 + $1.events }
    let fingerprints = run.courses.compactMap(\.fingerprint)
    fingerprint =
      fingerprints.isEmpty ? nil : fingerprints.reduce(into: Fingerprint()) { $0.fold($1) }
    seconds = run.seconds
    cpuSeconds = run.cpuSeconds
    peakBytes = run.peakBytes
  }
}
