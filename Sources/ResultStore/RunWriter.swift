import ClearanceRecords
import EventSimulation
import GRDB
import Synchronization

/// Writes one run into its results file.
///
/// Batches gather in one transaction, which is committed (and synced) by `commit`, when the run ends,
/// and every ``rowsPerTransaction`` rows in between: that bounds the write-ahead log, and rows of an
/// incomplete replication do not count anyhow. The first error ends
/// the writing: the open transaction is rolled back, what was committed stays, and every later call
/// but `finish(state:endedAt:measures:)` throws the same error.
public final class RunWriter: RecordSink {
  /// Number of the run in its file.
  public let run: Int64
  /// Replications that the run already has, where it goes on with an unfinished one; by number.
  public let completed: [StoredReplication]

  /// Rows after which a transaction is committed, whether a replication is complete or not.
  static let rowsPerTransaction = 250_000

  let queue: DatabaseQueue
  private let path: String
  private let started: StartedRun
  private let state: Mutex<State>

  private struct State: ~Copyable {
    /// Row ids of the replications begun, by number.
    var replications: [Int: Int64] = [:]
    var pendingRows = 0
    var failure: ResultStoreError?
    var lock: WriterLock?
  }

  init(_ started: StartedRun, queue: DatabaseQueue, path: String, lock: consuming WriterLock) {
    run = started.id
    completed = started.completed
    self.started = started
    self.queue = queue
    self.path = path
    state = Mutex(State(lock: lock))
  }

  deinit {
    // A run without its `finish` stays `running` and is marked by the next writer, who must not
    // come before the connection is closed.
    try? queue.close()
  }

  /// A replication begins; rows and result of an earlier beginning of the same number go.
  public func begin(replication number: Int) throws(ResultStoreError) {
    try change { db, state in
      let find = "SELECT id FROM replication WHERE run = ? AND number = ?"
      if let id = try Int64.fetchOne(db, sql: find, arguments: [run, number]) {
        for table in Schema.replicationTables {
          try db.execute(sql: "DELETE FROM \(table) WHERE replication = ?", arguments: [id])
        }
        try db.execute(
          sql: "UPDATE replication SET state = 'incomplete' WHERE id = ?",
          arguments: [id]
        )
        state.replications[number] = id
      } else {
        try db.execute(
          sql: "INSERT INTO replication (run, number, state) VALUES (?, ?, 'incomplete')",
          arguments: [run, number]
        )
        state.replications[number] = db.lastInsertedRowID
      }
    }
  }

  /// Rows of a replication that has begun.
  public func write(_ batch: RecordBatch) throws(ResultStoreError) {
    guard !batch.isEmpty else { return }
    try change { db, state in
      let replication = Self.id(of: batch.replication, in: state)
      try started.insert(batch, replication: replication, into: db)
      state.pendingRows += batch.count
      if state.pendingRows >= Self.rowsPerTransaction { try commit(db, &state) }
    }
  }

  /// A replication has run to its end; it is on disk after the next `commit`.
  public func finish(_ record: ReplicationRecord) throws(ResultStoreError) {
    try change { db, state in try finish(record, db, &state) }
  }

  /// Commits; when this returns, what has finished is on disk.
  public func commit() throws(ResultStoreError) {
    try change { db, state in try commit(db, &state) }
  }

  private func finish(
    _ record: ReplicationRecord,
    _ db: Database,
    _ state: inout State
  ) throws {
    precondition(
      record.values.count == started.measures.count,
      "\(record.values.count) values for \(started.measures.count) measures"
    )
    let replication = Self.id(of: record.number, in: state)
    let rows = record.values.indices
    try RowBinder.insert(rows, into: "replicationMeasure", columns: 3, db) { index, row in
      row.bind(replication)
      row.bind(started.measures[index])
      row.bind(record.values[index] ?? .nan)
    }
    try db.execute(
      sql: """
        UPDATE replication SET state = 'complete', events = ?, trucks = ?, fingerprint = ?
        WHERE id = ?
        """,
      arguments: [
        Int64(record.events), Int64(record.trucks), record.fingerprint.text, replication,
      ]
    )
    state.replications[record.number] = nil
  }

  /// The run has ended: commits, records its state and measures, and gives the file free.
  ///
  /// Works after an error too, as far as the file allows. No call may follow.
  ///
  /// `replications` is how many it took, where a precision has decided.
  public func finish(
    state end: RunState,
    endedAt: String,
    measures: [MeasureRecord],
    replications: Int? = nil
  ) throws(ResultStoreError) {
    try state.withLock { state throws(ResultStoreError) in
      state.failure = nil
      defer {
        state.failure = .other(code: Int(ResultCode.SQLITE_MISUSE.rawValue), message: "finished")
        try? queue.close()
        state.lock = nil
      }
      try access(&state) { db, state in
        try db.execute(sql: "DELETE FROM measure WHERE run = ?", arguments: [run])
        try insert(measures, into: db)
        try db.execute(
          sql: """
            UPDATE run SET state = ?, endedAt = ?,
              replicationsAsked = coalesce(?, replicationsAsked) WHERE id = ?
            """,
          arguments: [end.rawValue, endedAt, replications, run]
        )
        try commit(db, &state)
        // From here on the file is whole without its write-ahead log. A reader may stand in the
        // way; then the last connection to close does it.
        try? db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
    }
  }

  private static func id(of replication: Int, in state: borrowing State) -> Int64 {
    guard let id = state.replications[replication] else {
      preconditionFailure("replication \(replication) has not begun")
    }
    return id
  }

  private func insert(_ measures: [MeasureRecord], into db: Database) throws {
    try RowBinder.insert(measures, into: "measure", columns: 9, db) { measure, row in
      row.bindNull()
      row.bind(run)
      row.bind(measure.name)
      row.bind(measure.unit)
      row.bind(measure.estimate ?? .nan)
      row.bind(measure.halfWidth ?? .nan)
      row.bind(measure.confidence)
      row.bind(Int64(measure.replications))
      row.bind(Int64(measure.pooled ? 1 : 0))
    }
  }

  private func change(
    _ body: (Database, inout State) throws -> Void
  ) throws(ResultStoreError) {
    try state.withLock { state throws(ResultStoreError) in try access(&state, body) }
  }

  /// Runs a body inside the open transaction, or in a new one; rolls back on the first error.
  private func access(
    _ state: inout State,
    _ body: (Database, inout State) throws -> Void
  ) throws(ResultStoreError) {
    if let failure = state.failure { throw failure }
    do {
      try queue.inDatabase { db in
        do {
          if !db.isInsideTransaction { try db.beginTransaction(.immediate) }
          try body(db, &state)
        } catch {
          // SQLite has rolled back by itself after some errors.
          if db.isInsideTransaction { try? db.rollback() }
          throw error
        }
      }
    } catch {
      let failure = ResultStoreError(error, path: path)
      state.failure = failure
      throw failure
    }
  }

  private func commit(_ db: Database, _ state: inout State) throws {
    guard try !db.hasMoved() else { throw ResultStoreError.fileMissing(path: path) }
    try db.commit()
    state.pendingRows = 0
  }
}
