import Foundation
import GRDB
import Testing

@testable import ResultStore

@Suite struct OpeningTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test func aNewFileLeavesNothingBeside() throws {
    _ = try ResultStore.open(path: folder.database)
    #expect(folder.files == ["results.sqlite"])
  }

  @Test func anEmptyFileIsFilled() throws {
    try Data().write(to: URL(fileURLWithPath: folder.database))
    #expect(throws: ResultStoreError.notADatabase(path: folder.database)) {
      try ResultStore.openExisting(path: folder.database)
    }
    #expect(try ResultStore.open(path: folder.database).runs().isEmpty)
  }

  @Test func readingDoesNotCreate() throws {
    #expect(throws: ResultStoreError.fileMissing(path: folder.database)) {
      try ResultStore.openExisting(path: folder.database)
    }
    #expect(folder.files.isEmpty)
  }

  @Test func openingAgainChangesNothing() throws {
    try ResultStore.open(path: folder.database).recordRun()
    let before = try bytes()
    #expect(try ResultStore.open(path: folder.database).runs().count == 1)
    #expect(try ResultStore.openExisting(path: folder.database).runs().count == 1)
    #expect(try bytes() == before)
    #expect(folder.files == ["results.sqlite"])
  }

  @Test(arguments: ["hello\n", "SQLite format 3\0 and then no database"])
  func aTextFileIsRefused(text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.database))
    try expectRefusal(.notADatabase(path: folder.database))
  }

  @Test func aForeignDatabaseIsRefused() throws {
    try edit("CREATE TABLE customer (name TEXT)")
    try expectRefusal(.foreignDatabase(path: folder.database))
  }

  @Test func aNewerSchemaIsRefused() throws {
    _ = try ResultStore.open(path: folder.database)
    try edit("PRAGMA user_version = 7")
    try expectRefusal(.newerSchema(path: folder.database, found: 7, known: Schema.version))
  }

  /// The header still says what it did, and only the write-ahead log says 7.
  @Test func aNewerSchemaInTheLogIsRefused() throws {
    _ = try ResultStore.open(path: folder.database)
    let other = try DatabaseQueue(path: folder.database)
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 0; PRAGMA user_version = 7")
    }
    #expect(
      throws: ResultStoreError.newerSchema(path: folder.database, found: 7, known: Schema.version)
    ) {
      try ResultStore.open(path: folder.database)
    }
    try other.close()
  }

  @Test func aMissingFolderIsNamed() throws {
    let folderPath = folder.path + "/nowhere"
    #expect(throws: ResultStoreError.folderMissing(path: folderPath)) {
      try ResultStore.open(path: folderPath + "/results.sqlite")
    }
  }

  @Test func aFolderIsNoFile() throws {
    try FileManager.default.createDirectory(
      atPath: folder.database,
      withIntermediateDirectories: false
    )
    #expect {
      try ResultStore.open(path: folder.database)
    } throws: { error in
      guard case .cannotOpen(folder.database, let reason) = error as? ResultStoreError else {
        return false
      }
      return !reason.isEmpty
    }
    #expect(folder.files == ["results.sqlite"])
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func aFolderThatMayNotBeWritten() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    #expect(throws: ResultStoreError.readOnly(path: folder.database)) {
      try ResultStore.open(path: folder.database)
    }
  }

  @Test func aLinkLeadsToTheSameLock() throws {
    let store = try ResultStore.open(path: folder.database)
    let link = folder.path + "/link.sqlite"
    try FileManager.default.createSymbolicLink(
      atPath: link,
      withDestinationPath: folder.database
    )
    let writer = try store.beginRun(header(), names: smallNames, measureNames: smallMeasures)
    #expect(throws: ResultStoreError.busy(path: folder.database)) {
      try ResultStore.open(path: link).recordRun()
    }
    try writer.finish(state: .complete, endedAt: "", measures: [])
  }

  private func expectRefusal(
    _ error: ResultStoreError,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try bytes()
    #expect(throws: error, sourceLocation: sourceLocation) {
      try ResultStore.open(path: folder.database)
    }
    #expect(throws: error, sourceLocation: sourceLocation) {
      try ResultStore.openExisting(path: folder.database)
    }
    #expect(try bytes() == before, sourceLocation: sourceLocation)
    #expect(folder.files == ["results.sqlite"], sourceLocation: sourceLocation)
  }

  private func bytes() throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: folder.database))
  }

  private func edit(_ sql: String) throws {
    let queue = try DatabaseQueue(path: folder.database)
    try queue.writeWithoutTransaction { db in try db.execute(sql: sql) }
    try queue.close()
  }
}
