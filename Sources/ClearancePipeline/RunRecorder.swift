import ClearanceRecords

/// Writes what the workers hand over, one call at a time.
///
/// Finished replications are passed on at once, or where many finish in a short time together:
/// each passing on waits for the disk, and a run may consist of a hundred thousand short ones. Not
/// more than ``patience`` passes before a finished replication is on disk.
actor RunRecorder {
  private let sink: any RecordSink
  private var finished: [ReplicationRecord] = []
  private var lastFlush: ContinuousClock.Instant?
  private var flush: Task<Void, Never>?
  private var failure: (any Error)?

  private static let patience = Duration.milliseconds(100)

  init(sink: any RecordSink) {
    self.sink = sink
  }

  func begin(replication: Int) throws {
    try check()
    try sink.begin(replication: replication)
  }

  /// Writes the rows.
  ///
  /// - Returns: the emptied batch, whose room can be used again.
  func write(_ batch: RecordBatch) throws -> RecordBatch {
    try check()
    var batch = batch
    if !batch.isEmpty { try sink.write(batch) }
    batch.removeAll()
    return batch
  }

  /// Notes a finished replication, and passes it on now or soon.
  func finish(_ record: ReplicationRecord) throws {
    try check()
    finished.append(record)
    if lastFlush.map({ .now - $0 >= Self.patience }) ?? true {
      try passOn()
    } else if flush == nil {
      flush = Task {
        try? await Task.sleep(for: Self.patience)
        self.passOnLater()
      }
    }
  }

  /// Passes on what is left.
  func close() throws {
    try check()
    try passOn()
  }

  private func passOn() throws {
    let records = finished
    finished = []
    if !records.isEmpty { try sink.finish(records) }
    lastFlush = .now
  }

  /// Nobody waits for this one: an error is kept for the next call.
  private func passOnLater() {
    flush = nil
    do {
      try passOn()
    } catch {
      failure = error
    }
  }

  private func check() throws {
    if let failure { throw failure }
  }
}
