import EventSimulation
import Foundation
import GRDB
import Testing

@testable import ResultStore

@Suite struct SchemaTests {
  let folder: Folder
  let store: ResultStore

  init() throws {
    folder = try Folder()
    store = try ResultStore.open(path: folder.database)
  }

  @Test func everyTableIsStrict() throws {
    let tables = try folder.shell().read { db in
      try Row.fetchAll(db, sql: "SELECT name, strict FROM pragma_table_list WHERE type = 'table'")
    }
    let ours = tables.filter { row in
      let name: String = row["name"]
      return !name.hasPrefix("sqlite_") && name != "grdb_migrations"
    }
    #expect(ours.count == 36)
    #expect(ours.allSatisfy { $0["strict"] == true })
  }

  @Test func theWriterLogsAheadAndSyncs() throws {
    let writer = try store.beginRun(header(), names: smallNames, measureNames: smallMeasures)
    let settings = try writer.queue.inDatabase { db in
      try ["journal_mode", "synchronous"].map {
        try String.fetchOne(db, sql: "PRAGMA \($0)")
      }
    }
    #expect(settings == ["wal", "2"])  // 2 is FULL
  }

  @Test(arguments: [
    "INSERT INTO flow (run, number, name) VALUES (99, 9, 'no such run')",
    "INSERT INTO flow (run, number, name) VALUES (1, 'two', 'a text where a number belongs')",
    "INSERT INTO flow (run, number, name) VALUES (1, 0, 'a number taken')",
    "INSERT INTO passage VALUES (99, 1, 1, 1, 1, NULL, 0, NULL, NULL, NULL, 0)",
    "INSERT INTO transition VALUES (1, 1, 1, 1, 0, 99, 1, 0)",
    "INSERT INTO companion VALUES (1, 1, 0, 1, 1, 1, 1, 99, 1, 1, 1, 0, NULL)",
    "UPDATE run SET state = 'finished'",
    "UPDATE run SET options = 'not JSON'",
    "UPDATE replication SET state = 'complete' WHERE number = 3",
  ])
  func theSchemaRefuses(sql: String) throws {
    let writer = try store.beginRun(header(), names: smallNames, measureNames: smallMeasures)
    try writer.begin(replication: 3)
    try writer.commit()
    // The writer itself takes ids from the parents; everybody else is checked.
    try writer.queue.inDatabase { db in try db.execute(sql: "PRAGMA foreign_keys = ON") }
    #expect {
      try writer.queue.inDatabase { db in try db.execute(sql: sql) }
    } throws: { error in
      (error as? DatabaseError)?.resultCode == .SQLITE_CONSTRAINT
    }
  }

  @Test func theReaderCannotWrite() throws {
    #expect(throws: DatabaseError.self) {
      try store.reader.read { db in try db.execute(sql: "DELETE FROM scenario") }
    }
  }

  @Test func bulkTablesHaveNoIndex() throws {
    let indexes = try folder.shell().read { db in
      try String.fetchAll(
        db,
        sql: "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name IN "
          + "('passage', 'truck', 'step', 'transition', 'attribute', 'gathered', 'companion', 'consignment', 'paperLevel')"
      )
    }
    #expect(indexes.isEmpty)
  }

  @Test func everyViewCanBeRead() throws {
    let shell = try folder.shell()
    let views = try shell.read { db in
      try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'view'")
    }
    #expect(views.count == 29)
    for view in views {
      #expect(try folder.count(view) == 0, "\(view) of a file without runs")
    }
  }

  @Test func theFileCarriesItsMarksFromTheStart() throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.database))
    #expect(Array(bytes[68..<72]) == Array("KAKO".utf8))
    #expect(Array(bytes[60..<64]) == [0, 0, 0, UInt8(Schema.version)])
    #expect(Array(bytes[18..<20]) == [2, 2])  // write-ahead log
  }
}
