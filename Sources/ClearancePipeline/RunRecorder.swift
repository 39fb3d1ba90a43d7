import ClearanceRecords
import Dispatch

/// Writes what the workers hand over, one call at a time.
///
/// What finished replications leave is committed together: each commit waits for the disk, and a run
/// may consist of a hundred thousand short ones. Not more than ``patience`` passes before a finished
/// replication is on disk.
///
/// The recorder has a thread of its own: who waits for the disk on one of the threads that all
/// actors share keeps a processor from the simulators.
actor RunRecorder {
  private let sink: any RecordSink
  private let thread = SerialThread(label: "kakou.recorder")
  private var hasFinished = false
  private var lastCommit = ContinuousClock.now
  private var later: Task<Void, Never>?
  private var failure: (any Error)?

  private static let patience = Duration.milliseconds(100)

  init(sink: any RecordSink) {
    self.sink = sink
  }

  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  func begin(replication: Int) throws {
    try check()
    do {
      try sink.begin(replication: replication)
    } catch {
      failure = error
      throw error
    }
  }

  /// Writes the rows.
  ///
  /// - Returns: the emptied batch, whose room can be used again.
  func write(_ batch: consuming RecordBatch) throws -> RecordBatch {
    try check()
    do {
      if !batch.isEmpty { try sink.write(batch) }
    } catch {
      failure = error
      throw error
    }
    batch.removeAll()
    return batch
  }

  /// Writes the result of a finished replication, and commits now or soon.
  func finish(_ record: ReplicationRecord) throws {
    try check()
    try sink.finish(record)
    hasFinished = true
    if .now - lastCommit >= Self.patience {
      try commit()
    } else if later == nil {
      later = Task {
        try? await Task.sleep(for: Self.patience)
        self.commitLater()
      }
    }
  }

  /// Commits what is left; fails where anything has failed, even if nobody waited for it.
  func close() throws {
    later?.cancel()
    try commit()
    try check()
  }

  private func commit() throws {
    guard hasFinished else { return }
    hasFinished = false
    try sink.commit()
    lastCommit = .now
  }

  /// Nobody waits for this one: an error is kept for the next call.
  private func commitLater() {
    later = nil
    do {
      try commit()
    } catch {
      failure = error
    }
  }

  private func check() throws {
    if let failure { throw failure }
  }
}

/// An executor that runs its jobs one after the other, outside the threads that all actors share.
private final class SerialThread: SerialExecutor {
  private let queue: DispatchQueue

  init(label: String) {
    queue = DispatchQueue(label: label)
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
