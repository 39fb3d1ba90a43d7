import Foundation

/// `kakou bench`: how fast the clearance core is on this machine.
///
/// Each work is simulated once to check it (``BenchCheck``) and to warm up, then in several rounds
/// with every recording and every number of workers in turn, so that a change in the machine's
/// speed meets all of them. The fastest round counts. A wrong result ends the study with an error.
public enum BenchStudy {
  /// What is asked.
  public struct Options: Sendable {
    /// The works.
    public var works = BenchWork.all
    /// Numbers of workers, ascending.
    public var workers = BenchMachine.this.usualWorkers
    /// What is recorded.
    public var recordings = BenchRecording.usual
    /// Seed of all draws.
    public var seed: UInt64 = 1
    /// Rounds of which the fastest counts.
    public var rounds = 3
    /// A run that takes longer than this is not made again [s].
    public var patience = 5.0
    /// Where results files lie while they are written.
    public var folder = FileManager.default.temporaryDirectory

    /// All works on this machine.
    public init() {}

    /// Whether any of the works knows any of the recordings.
    public var hasRuns: Bool { works.contains { !$0.groups(recordings).isEmpty } }
  }

  /// How far the work is.
  public struct Progress: Sendable {
    /// Runs begun, this one included.
    public let number: Int
    /// Runs in all.
    public let total: Int
    /// Name of the work.
    public let work: String
    /// What is recorded; nil while the work is checked.
    public let recording: BenchRecording?
    /// Replications side by side.
    public let workers: Int
  }

  /// Measures one work after the other, until the end or until the task is cancelled.
  ///
  /// - Throws: ``StudyError`` where a work gives a wrong result, `ResultStoreError` for the results
  ///   file.
  public static func measure(
    _ options: Options,
    version: String,
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async throws -> BenchResult {
    let clock = ContinuousClock()
    let start = clock.now
    var rounds = BenchRounds(options, version: version, progress: progress)
    for work in options.works {
      for (size, recordings) in work.groups(options.recordings) where rounds.result.isComplete {
        try await rounds.measure(work, size, recordings)
      }
    }
    rounds.result.wallSeconds = start.duration(to: clock.now) / .seconds(1)
    return rounds.result
  }
}

/// The rounds of one study.
private struct BenchRounds {
  var result: BenchResult
  private let options: BenchStudy.Options
  private let progress: @Sendable (BenchStudy.Progress) -> Void
  private let total: Int
  private var number = 0

  init(
    _ options: BenchStudy.Options,
    version: String,
    progress: @escaping @Sendable (BenchStudy.Progress) -> Void
  ) {
    self.options = options
    self.progress = progress
    result = BenchResult(
      machine: .this,
      version: version,
      seed: options.seed,
      workers: options.workers
    )
    let groups = options.works.flatMap { $0.groups(options.recordings) }
    total = groups.reduce(0) {
      $0 + 1 + $1.recordings.count * options.workers.count * options.rounds
    }
  }

  /// Measures a work at one size; what is complete is in the result.
  mutating func measure(
    _ work: BenchWork,
    _ size: BenchWork.Size,
    _ recordings: [BenchRecording]
  ) async throws {
    let subject = try BenchSubject(work, size, options, version: result.version)
    var group = BenchResult.Group(work: work.id, vehicles: size.vehicles, recordings: recordings)
    defer { result.groups.append(group) }
    let most = options.workers.max() ?? 1
    // As many replications as any number of workers takes.
    let replications = options.workers.map(size.replications).max() ?? size.replications
    report(work, nil, workers: most)
    guard let first = try await subject.run(replications, workers: most) else {
      result.isComplete = false
      return
    }
    let check = try BenchCheck(work, size, first: first)
    for _ in 1...options.rounds {
      for recording in recordings {
        for workers in options.workers {
          report(work, recording, workers: workers)
          let earlier = group.runs.firstIndex { $0.recording == recording && $0.workers == workers }
          if let earlier, group.runs[earlier].seconds > options.patience { continue }
          guard
            let run = try await subject.run(
              size.replications(for: workers),
              workers: workers,
              recording: recording
            )
          else {
            result.isComplete = false
            return
          }
          try check(run, recording, workers: workers)
          group.add(BenchResult.Run(run, work, recording, workers: workers), to: earlier)
        }
      }
    }
  }

  private mutating func report(_ work: BenchWork, _ recording: BenchRecording?, workers: Int) {
    number += 1
    progress(
      BenchStudy.Progress(
        number: number,
        total: total,
        work: work.id,
        recording: recording,
        workers: workers
      )
    )
  }
}

extension BenchResult.Group {
  /// Adds a run; of several rounds the fastest stays.
  fileprivate mutating func add(_ run: BenchResult.Run, to earlier: Int?) {
    guard let earlier else {
      runs.append(run)
      return
    }
    let rounds = runs[earlier].rounds + 1
    if run.seconds < runs[earlier].seconds { runs[earlier] = run }
    runs[earlier].rounds = rounds
  }
}
