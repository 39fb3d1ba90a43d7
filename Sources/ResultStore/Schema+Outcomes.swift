import ClearanceRecords
import GRDB

extension Schema {
  /// Adds the words of outcomes that a file does not have yet.
  ///
  /// Tables stay as they are, so that the version does too; a file gets them with its next run.
  static func addOutcomes(_ db: Database) throws {
    for outcome in Outcome.allCases {
      try db.execute(
        sql: "INSERT OR IGNORE INTO outcome (id, word) VALUES (?, ?)",
        arguments: [Int64(outcome.rawValue), "\(outcome.word)"]
      )
    }
  }
}
