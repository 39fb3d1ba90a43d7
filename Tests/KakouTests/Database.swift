import Foundation
import GRDB

/// A results file, read with plain SQL.
struct Database {
  private let queue: DatabaseQueue

  init(_ url: URL) throws {
    var configuration = Configuration()
    configuration.readonly = true
    queue = try DatabaseQueue(path: url.path, configuration: configuration)
  }

  /// Rows as text, columns joined by `|`.
  func rows(_ sql: String) throws -> [String] {
    try queue.read { database in
      try Row.fetchAll(database, sql: sql).map { row in
        row.databaseValues.map { $0.isNull ? "" : "\($0.storage.value ?? "")" }
          .joined(separator: "|")
      }
    }
  }

  /// A whole number.
  func count(_ sql: String) throws -> Int {
    try queue.read { try Int.fetchOne($0, sql: sql) ?? -1 }
  }
}
