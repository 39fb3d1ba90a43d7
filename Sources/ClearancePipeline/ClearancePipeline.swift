import ClearanceModel
import ClearanceRecords
import Synchronization

/// Runs the replications of a plan: demand → simulation → metrics → recorder.
///
/// Each worker has a demand source and a simulator and takes the next replication that nobody
/// has; one collector and one recorder serve all of them. What a replication finds depends on
/// (plan, seed, number) alone, and replications are merged by number, so the results are the same
/// bits for any number of workers.
public struct ClearancePipeline: Sendable {
  /// What to run.
  public var plan: ClearancePlan
  /// Seed of all draws.
  public var seed: UInt64
  /// Numbers of the replications in the order in which they are begun.
  public var numbers: [Int]
  /// Replications side by side.
  public var workers: Int
  /// How much is recorded.
  public var recording: RecordingLevel
  /// What is measured.
  public var catalogue: MeasureCatalogue
  /// What is kept of each replication beside the estimates over all of them.
  public var keeping: KeptDetail
  /// How precisely some measures are known, followed from replication to replication; nil where
  /// nobody asks.
  public var precision: PrecisionWatch?

  /// A pipeline from its parts.
  public init(
    plan: ClearancePlan,
    seed: UInt64,
    numbers: [Int],
    workers: Int,
    recording: RecordingLevel,
    catalogue: MeasureCatalogue,
    keeping: KeptDetail = .estimates
  ) {
    self.plan = plan
    self.seed = seed
    self.numbers = numbers
    self.workers = workers
    self.recording = recording
    self.catalogue = catalogue
    self.keeping = keeping
  }

  /// Runs everything, or until the task is cancelled.
  ///
  /// - Parameters:
  ///   - sink: where rows and results go.
  ///   - former: results of replications with lower numbers, which these are added to; of a
  ///     pipeline with the same catalogue.
  ///   - progress: called with the number of finished replications.
  /// - Returns: the results of the former and the finished replications.
  /// - Throws: what the sink throws; replications finished until then are recorded.
  public func run(
    into sink: any RecordSink,
    continuing former: RunResults? = nil,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> RunResults {
    let recorder = RunRecorder(sink: sink)
    let collector = MetricsCollector(
      former ?? RunResults(catalogue: catalogue, keeping: keeping, precision: precision),
      order: numbers.sorted(),
      recorder: recorder,
      progress: progress
    )
    do {
      try await work(collector, recorder)
    } catch {
      // What was finished before the error is kept, as far as the sink allows.
      try? await recorder.close()
      throw error
    }
    try await recorder.close()
    return await collector.finish()
  }

  /// The workers: each takes replications until there are none.
  private func work(_ collector: MetricsCollector, _ recorder: RunRecorder) async throws {
    let next = Ticket()
    let reduced = plan.reduced(to: recording)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, min(workers, numbers.count)) {
        group.addTask { try await work(reduced, next, collector, recorder) }
      }
      // Unlike `waitForAll`, this ends the other workers as soon as one fails.
      while try await group.next() != nil {}
    }
  }

  /// One worker: replication after replication.
  private func work(
    _ plan: ClearancePlan,
    _ next: Ticket,
    _ collector: MetricsCollector,
    _ recorder: RunRecorder
  ) async throws {
    let simulator = ReplicationSimulator(
      plan: plan,
      seed: seed,
      recording: recording,
      recorder: recorder
    )
    var outlet = ResultOutlet(collector)
    do {
      while !Task.isCancelled, let index = next.take(below: numbers.count) {
        guard let statistics = try await simulator.run(numbers[index]) else { break }
        try await outlet.handOver(FinishedReplication(statistics, catalogue))
      }
    } catch {
      // Whatever happens, nothing is written after the end.
      try? await outlet.close()
      throw error
    }
    try await outlet.close()
  }
}

/// Hands finished replications to the collector, one in flight while the next is simulated.
private struct ResultOutlet {
  let collector: MetricsCollector
  private var inFlight: Task<Void, any Error>?

  init(_ collector: MetricsCollector) {
    self.collector = collector
  }

  /// Hands a replication over as soon as the one before has been recorded.
  mutating func handOver(_ replication: FinishedReplication) async throws {
    try await close()
    let collector = collector
    inFlight = Task { try await collector.collect(replication) }
  }

  /// Waits until what is on its way has been recorded.
  mutating func close() async throws {
    let last = inFlight
    inFlight = nil
    try await last?.value
  }
}

/// Hands out 0, 1, 2 … to whoever asks.
private final class Ticket: Sendable {
  private let next = Atomic(0)

  func take(below limit: Int) -> Int? {
    let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return number < limit ? number : nil
  }
}
