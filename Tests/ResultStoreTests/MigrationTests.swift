import ClearanceRecords
import EventSimulation
import Foundation
import GRDB
import Testing

@testable import ResultStore

/// Files of former schema versions go on working.
@Suite struct MigrationTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  /// A file of version 1 with one interrupted run that has one complete replication.
  private func makeFormerFile() throws {
    let queue = try DatabaseQueue(path: folder.database)
    try Schema.migrator.migrate(queue, upTo: "1")
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.execute(
        sql: """
          INSERT INTO scenario VALUES (1, 'a gate', 'scenario: a gate', ?);
          INSERT INTO run VALUES (1, 1, '2023', '{"workers":1}', '1.0.0', '2024-03-01T08:00:00Z',
            NULL, 'interrupted', 'steps', 0.95, 3, NULL, 7200000000);
          INSERT INTO place VALUES (1, 1, 0, 'gate', NULL);
          INSERT INTO flow VALUES (1, 1, 0, 'imports');
          INSERT INTO class VALUES (1, 1, 0, '');
          INSERT INTO stepName VALUES (1, 1, 0, 'pass/gate');
          INSERT INTO measureName VALUES (1, 1, 0, 'gate.wait.mean', 's');
          INSERT INTO replication VALUES (1, 1, 1, 'complete', 10, 5, '00000000000000ff');
          INSERT INTO passage VALUES (1, 1, 5, 1, 1, NULL, 0, 60000000, 90000000, 90000000, 0);
          INSERT INTO truck VALUES (1, 1, 5, 1, 0, 90000000, 90000000, 0);
          """,
        arguments: [SHA256.hexDigest(of: "scenario: a gate")]
      )
    }
    try queue.close()
  }

  private let names = RunNames(
    places: [.init(name: "gate")],
    flows: ["imports"],
    classes: [""],
    steps: ["pass/gate"]
  )

  @Test func aFormerFileIsReadAndItsRunContinued() throws {
    try makeFormerFile()
    let store = try ResultStore.openExisting(path: folder.database)
    let stored = try #require(try store.runs().first)
    #expect(stored.header.scenarioFile == nil)
    #expect(stored.header.seed == 2023)
    #expect(try store.names(run: 1) == names)
    #expect(try folder.count("visit") == 1)
    let rows = try store.rows(of: 5, flow: 0, replication: 1, run: 1)
    #expect(rows.passages.count == 1)
    #expect(rows.trucks.map(\.cameAt) == [.zero])
    #expect(rows.transitions.isEmpty)
    let note = try folder.shell().read { db in
      try String.fetchOne(db, sql: "SELECT note FROM form")
    }
    #expect(note == "the scenario has no document form in or form out")

    var header = header(startsOn: nil)
    header.scenarioFile = "/somewhere/gate.yaml"
    let writer = try store.beginRun(
      header,
      names: names,
      measureNames: [(name: "gate.wait.mean", unit: "s")]
    )
    #expect(writer.run == 1)
    #expect(writer.completed.map(\.number) == [1])
    try writer.finish(state: .complete, endedAt: "", measures: [])
    let next = try store.recordRun()
    #expect(next == 2)
    #expect(try folder.count("form") > 1)
  }

  /// A file of version 3 has no books; its run goes on as it was, and the next one has some.
  @Test func aFileWithoutBooksGoesOn() throws {
    let queue = try DatabaseQueue(path: folder.database)
    try Schema.migrator.migrate(queue, upTo: "3")
    try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = WAL") }
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO scenario VALUES (1, 'a gate', 'scenario: a gate', ?);
          INSERT INTO run VALUES (1, 1, '2023', '{"workers":1}', '1.0.0', '2024-03-01T08:00:00Z',
            NULL, 'interrupted', 'steps', 0.95, 3, NULL, 7200000000, NULL);
          INSERT INTO place VALUES (1, 1, 0, 'gate', NULL);
          INSERT INTO flow VALUES (1, 1, 0, 'imports');
          INSERT INTO class VALUES (1, 1, 0, '');
          INSERT INTO stepName VALUES (1, 1, 0, 'pass/gate');
          INSERT INTO replication VALUES (1, 1, 1, 'complete', 10, 5, '00000000000000ff');
          INSERT INTO interval VALUES (1, 1, 0, 3600000000, 5, 4, 0, 1.5, 3, 0.5, 7, 8, 9);
          """,
        arguments: [SHA256.hexDigest(of: "scenario: a gate")]
      )
    }
    try queue.close()
    let store = try ResultStore.openExisting(path: folder.database)
    #expect(try store.names(run: 1) == names)
    #expect(try folder.count("placeInterval") == 1)
    #expect(try folder.count("officeByDay") == 1)
    let note = try folder.shell().read { db in
      try String.fetchOne(db, sql: "SELECT note FROM bookBalance")
    }
    #expect(note == "the scenario has no account books")
    let writer = try store.beginRun(header(startsOn: nil), names: names, measureNames: [])
    #expect(writer.completed.map(\.number) == [1])
    try writer.finish(state: .complete, endedAt: "", measures: [])
    #expect(try store.recordRun() == 2)
    #expect(try store.balances(run: 2, replication: 1) == batch(1).balances)
  }

  /// The books of version 4 go on: the warehouses held what they said.
  @Test func formerBalancesGoOn() throws {
    let queue = try DatabaseQueue(path: folder.database)
    try Schema.migrator.migrate(queue, upTo: "4")
    try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = WAL") }
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO scenario VALUES (1, 'a gate', 'scenario: a gate', ?);
          INSERT INTO run VALUES (1, 1, '2023', '{"workers":1}', '1.0.0', '2024-03-01T08:00:00Z',
            NULL, 'complete', 'steps', 0.95, 1, NULL, 7200000000, NULL);
          INSERT INTO replication VALUES (1, 1, 1, 'complete', 10, 5, '00000000000000ff');
          INSERT INTO firm VALUES (1, 1, 0, 'parts-a');
          INSERT INTO item VALUES (1, 1, 0, 1, 'item 1');
          INSERT INTO customsStatus VALUES (1, 1, 0, 'bonded');
          INSERT INTO balance VALUES (1, 1, 1, 900, 300, 200, 0, 1000, 40, 50, 70, 90);
          """,
        arguments: [SHA256.hexDigest(of: "scenario: a gate")]
      )
    }
    try queue.close()
    let store = try ResultStore.openExisting(path: folder.database)
    let row = try #require(try store.balances(run: 1, replication: 1).first)
    #expect(
      [row.opening, row.entered, row.left, row.consumed, row.book] == [900, 300, 200, 0, 1_000]
    )
    #expect([row.openIn, row.openOut, row.provisionalIn, row.provisionalOut] == [70, 90, 40, 50])
    #expect([row.corrected, row.passedIn, row.passedOut, row.physical] == [0, 0, 0, 980])
  }

  @Test func theVersionIsRaised() throws {
    try makeFormerFile()
    _ = try ResultStore.open(path: folder.database)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.database))
    #expect(Array(bytes[60..<64]) == [0, 0, 0, UInt8(Schema.version)])
    let version = try folder.shell().read { db in
      try Int.fetchOne(db, sql: "PRAGMA user_version")
    }
    #expect(version == Schema.version)
  }

  /// A file that was made when there were fewer outcomes gets their words with its next run.
  @Test func newOutcomesAreAdded() throws {
    let store = try ResultStore.open(path: folder.database)
    let queue = try DatabaseQueue(path: folder.database)
    try queue.write { db in try db.execute(sql: "DELETE FROM outcome WHERE id > 4") }
    try queue.close()
    _ = try store.recordRun()
    #expect(try folder.count("outcome") == Outcome.allCases.count)
  }

  @Test func aFormerFileIsTheSameAsANewOne() throws {
    try makeFormerFile()
    _ = try ResultStore.open(path: folder.database)
    let other = try Folder()
    _ = try ResultStore.open(path: other.database)
    let schema = { (folder: Folder) in
      try folder.shell().read { db in
        try String.fetchAll(
          db,
          sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"
        )
      }
    }
    #expect(try schema(folder) == schema(other))
  }
}
