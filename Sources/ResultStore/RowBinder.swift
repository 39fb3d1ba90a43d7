import ClearanceRecords
import EventSimulation
import GRDB
import GRDBSQLite

/// One prepared INSERT and its rows, bound without GRDB's arguments: the only code that hands
/// values to SQLite directly.
///
/// Invariant: between two rows the statement is reset, and a row binds every column, in order; so
/// no row can inherit a value. The binder lives inside one access to its database, which owns the
/// statement and serialises its use.
struct RowBinder {
  private let db: Database
  private let statement: Statement
  private let columns: CInt
  private var bound: CInt = 0

  /// A binder for every column of a table.
  init(_ db: Database, table: String, columns: Int) throws {
    let marks = repeatElement("?", count: columns).joined(separator: ", ")
    self.db = db
    self.columns = CInt(columns)
    statement = try db.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
    sqlite3_reset(statement.sqliteStatement)
  }

  /// Binds the next column.
  mutating func bind(_ value: Int64) {
    bound += 1
    sqlite3_bind_int64(statement.sqliteStatement, bound, value)
  }

  /// Binds the next column; nil becomes NULL.
  mutating func bind(_ value: Int64?) {
    if let value { bind(value) } else { bindNull() }
  }

  /// Binds the next column; `never` becomes NULL.
  mutating func bind(_ time: SimulatedTime) {
    if time == .never { bindNull() } else { bind(time.microseconds) }
  }

  /// Binds the next column; NaN becomes NULL.
  mutating func bind(_ value: Double) {
    guard !value.isNaN else { return bindNull() }
    bound += 1
    sqlite3_bind_double(statement.sqliteStatement, bound, value)
  }

  private mutating func bindNull() {
    bound += 1
    sqlite3_bind_null(statement.sqliteStatement, bound)
  }

  /// Inserts the row that has been bound.
  mutating func insert() throws {
    precondition(bound == columns, "\(bound) of \(columns) columns bound")
    bound = 0
    let code = sqlite3_step(statement.sqliteStatement)
    if code != SQLITE_DONE {
      let error = DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: db.lastErrorMessage
      )
      sqlite3_reset(statement.sqliteStatement)
      throw error
    }
    sqlite3_reset(statement.sqliteStatement)
  }
}
