import ClearanceRecords
import EventSimulation
import Foundation
import GRDB
import Testing

@testable import ResultStore

/// Real failures of the file while a run is being written.
@Suite struct WriteErrorTests {
  let folder: Folder
  let store: ResultStore
  let writer: RunWriter

  init() throws {
    folder = try Folder()
    store = try ResultStore.open(path: folder.database)
    writer = try store.beginRun(header(), names: smallNames, measureNames: smallMeasures)
    try writer.begin(replication: 1)
    try writer.write(batch(1))
    try writer.finish(record(1))
    try writer.commit()
  }

  @Test func aFullDisk() throws {
    try writer.queue.inDatabase { db in
      let pages = try #require(try Int.fetchOne(db, sql: "PRAGMA page_count"))
      try db.execute(sql: "PRAGMA max_page_count = \(pages + 10)")
    }
    let full = ResultStoreError.diskFull(path: folder.database)
    #expect(throws: full) { try fill() }
    // Room again; yet the rows that were rolled back are missing, so the writer stays closed.
    try writer.queue.inDatabase { db in
      try db.execute(sql: "PRAGMA max_page_count = 1000000")
    }
    #expect(throws: full) { try writer.write(batch(2)) }
    #expect(throws: full) { try writer.begin(replication: 3) }
    #expect(throws: full) {
      try writer.finish(record(2))
      try writer.commit()
    }
    try writer.finish(state: .failed, endedAt: "2024-03-01T09:00:00Z", measures: [])
    try expectFirstReplicationOnly(state: .failed)
  }

  @Test func aFileThatMayNoLongerBeWritten() throws {
    try writer.queue.inDatabase { db in try db.execute(sql: "PRAGMA query_only = ON") }
    #expect(throws: ResultStoreError.readOnly(path: folder.database)) { try fill() }
    #expect(throws: ResultStoreError.readOnly(path: folder.database)) {
      try writer.finish(state: .failed, endedAt: "", measures: [])
    }
    try expectFirstReplicationOnly(state: .running)
    #expect(!folder.files.contains("results.sqlite-writer"), "the lock is given back all the same")
  }

  @Test func aFileThatIsRemoved() throws {
    try writer.begin(replication: 2)
    try FileManager.default.removeItem(atPath: folder.database)
    #expect(throws: ResultStoreError.fileMissing(path: folder.database)) {
      try writer.finish(record(2))
      try writer.commit()
    }
  }

  @Test func anotherProgramsLock() throws {
    let other = try DatabaseQueue(path: folder.database)
    try other.inDatabase { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      defer { try? db.execute(sql: "ROLLBACK") }
      try writer.queue.inDatabase { db in try db.execute(sql: "PRAGMA busy_timeout = 10") }
      #expect(throws: ResultStoreError.busy(path: folder.database)) {
        try writer.begin(replication: 2)
      }
    }
    try writer.finish(state: .failed, endedAt: "", measures: [])
    try expectFirstReplicationOnly(state: .failed)
  }

  @Test func anErrorOfTheSchemaKeepsItsCode() throws {
    try writer.begin(replication: 2)
    try writer.write(batch(2))
    var again = RecordBatch(replication: 2)
    again.intervals = batch(2).intervals
    #expect {
      try writer.write(again)
    } throws: { error in
      guard case .other(let code, let message) = error as? ResultStoreError else { return false }
      return code == 1555 && message.contains("interval")  // SQLITE_CONSTRAINT_PRIMARYKEY
    }
  }

  @Test func nothingFollowsTheEnd() throws {
    try writer.finish(state: .complete, endedAt: "", measures: [])
    #expect(throws: ResultStoreError.self) { try writer.begin(replication: 2) }
  }

  private func fill() throws {
    try writer.begin(replication: 2)
    var rows = RecordBatch(replication: 2)
    rows.passages = Array(repeating: batch(2).passages[0], count: 1365)
    for _ in 0..<20 { try writer.write(rows) }
    try writer.finish(record(2))
    try writer.commit()
  }

  private func expectFirstReplicationOnly(
    state: RunState,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(try store.runs().map(\.state) == [state], sourceLocation: sourceLocation)
    #expect(
      try store.replications(run: 1).map(\.number) == [1],
      sourceLocation: sourceLocation
    )
    #expect(try folder.count("visit") == 3, sourceLocation: sourceLocation)
    let check = try folder.shell().read { db in
      try String.fetchAll(db, sql: "PRAGMA integrity_check")
    }
    #expect(check == ["ok"], sourceLocation: sourceLocation)
  }
}
