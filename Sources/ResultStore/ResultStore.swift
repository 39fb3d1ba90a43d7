import Foundation
import GRDB

/// The results file: one SQLite database with every run that was recorded into it.
///
/// - A file is created or added to, never overwritten. One that is not ours, or of a later
///   release, is refused and left as it was, byte for byte.
/// - It keeps a write-ahead log, so that anybody reads while one writer writes, and syncs at every
///   commit, so that what was complete survives a loss of power.
/// - One ``RunWriter`` at a time has the file, on one machine; a second is refused as busy.
/// - A store reads over a connection of its own, and sees what was committed.
public struct ResultStore: Sendable {
  /// The path of the file, with its links followed.
  public let path: String
  let reader: DatabaseQueue

  /// Opens a results file to add to it, and creates it where there is none.
  public static func open(path: String) throws(ResultStoreError) -> ResultStore {
    let file = DatabaseFile(path: path)
    if try needsSchema(file) {
      let lock = try WriterLock(for: file.path)
      // Somebody else may have created it before the lock was ours.
      if try needsSchema(file) {
        let contents = try file.contents()
        try ResultStoreError.about(file.path) {
          try createSchema(at: file.path, isNew: contents == .missing || contents == .empty)
        }
      }
      _ = consume lock
    }
    return try ResultStore(file)
  }

  /// Opens a results file to read it; throws where there is none.
  public static func openExisting(path: String) throws(ResultStoreError) -> ResultStore {
    let file = DatabaseFile(path: path)
    switch try file.contents() {
    case .missing: throw .fileMissing(path: file.path)
    case .empty: throw .notADatabase(path: file.path)
    case .results: return try open(path: path)
    }
  }

  private init(_ file: DatabaseFile) throws(ResultStoreError) {
    path = file.path
    reader = try ResultStoreError.about(path) {
      let reader = try DatabaseQueue(path: file.path, configuration: Self.configuration)
      // The first bytes of the file may be older than its write-ahead log.
      let found = try reader.read { db in try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }
      try Self.check(found, file)
      return reader
    }
  }

  /// A connection for the one writer.
  func writingConnection() throws -> DatabaseQueue {
    var configuration = Self.configuration
    configuration.prepareDatabase { db in try db.execute(sql: Self.durability) }
    // A transaction spans many batches.
    configuration.allowsUnsafeTransactions = true
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  private static let durability = "PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL"

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    // Long enough for a checkpoint or for a planner's own statement.
    configuration.busyMode = .timeout(10)
    return configuration
  }

  private static func needsSchema(_ file: DatabaseFile) throws(ResultStoreError) -> Bool {
    switch try file.contents() {
    case .missing, .empty: return true
    case .results(let found):
      try check(found, file)
      return found < Schema.version
    }
  }

  private static func check(_ found: Int, _ file: DatabaseFile) throws(ResultStoreError) {
    guard found <= Schema.version else {
      throw .newerSchema(path: file.path, found: found, known: Schema.version)
    }
  }

  /// Builds the schema before the write-ahead log exists, so that the marks that tell our files
  /// from others are in the file's first bytes from the start.
  ///
  /// Of a new file nothing is synced before the change to the write-ahead log, which syncs it all.
  private static func createSchema(at path: String, isNew: Bool) throws {
    var configuration = Self.configuration
    if isNew {
      configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA synchronous = OFF") }
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try Schema.migrator.migrate(queue)
    try queue.writeWithoutTransaction { db in try db.execute(sql: durability) }
    try queue.close()
  }
}
