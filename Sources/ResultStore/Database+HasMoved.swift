import GRDB
import GRDBSQLite

extension Database {
  /// Whether the file no longer lies at its path: SQLite would go on writing into nowhere.
  func hasMoved() throws -> Bool {
    var moved: CInt = 0
    let code = sqlite3_file_control(sqliteConnection, "main", SQLITE_FCNTL_HAS_MOVED, &moved)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    return moved != 0
  }
}
