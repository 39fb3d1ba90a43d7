import ClearanceRecords

/// Writes what the workers hand over, one call at a time.
actor RunRecorder {
  private let sink: any RecordSink

  init(sink: any RecordSink) {
    self.sink = sink
  }

  func begin(replication: Int) throws {
    try sink.begin(replication: replication)
  }

  /// Writes the rows.
  ///
  /// - Returns: the emptied batch, whose room can be used again.
  func write(_ batch: RecordBatch) throws -> RecordBatch {
    var batch = batch
    if !batch.isEmpty { try sink.write(batch) }
    batch.removeAll()
    return batch
  }

  func finish(_ record: ReplicationRecord) throws {
    try sink.finish(record)
  }
}
