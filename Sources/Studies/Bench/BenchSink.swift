import ClearanceRecords
import ResultStore
import Synchronization

/// Keeps what each replication did and counts its rows, on their way into a results file or nowhere.
final class BenchSink: RecordSink {
  private let writer: RunWriter?
  private let state = Mutex((records: [ReplicationRecord](), rows: 0))

  /// A sink before a results file; without one the rows go nowhere.
  init(_ writer: RunWriter?) {
    self.writer = writer
  }

  /// The finished replications by arrival.
  var records: [ReplicationRecord] { state.withLock { $0.records } }
  /// Rows beside the measures.
  var rows: Int { state.withLock { $0.rows } }

  func begin(replication: Int) throws {
    try writer?.begin(replication: replication)
  }

  func write(_ batch: RecordBatch) throws {
    try writer?.write(batch)
    state.withLock { $0.rows += batch.count }
  }

  func finish(_ record: ReplicationRecord) throws {
    try writer?.finish(record)
    state.withLock { $0.records.append(record) }
  }

  func commit() throws {
    try writer?.commit()
  }
}
