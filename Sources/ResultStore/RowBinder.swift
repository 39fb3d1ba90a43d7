import ClearanceRecords
import EventSimulation
import GRDB
import GRDBSQLite

/// One prepared INSERT and its rows, bound without GRDB's arguments: the only code that hands
/// values to SQLite directly.
///
/// Rows go in ``rowsAtOnce`` at a time, which halves what one costs; those that are left over go in
/// one by one.
///
/// Invariant: between two steps the statement is reset, and each step binds every column of all its
/// rows, in order; so no row can inherit a value. The binder lives inside one access to its
/// database, which owns the statement and serialises its use.
struct RowBinder {
  /// Rows of one statement: with twice as many a row costs a twentieth less.
  static let rowsAtOnce = 32

  private let db: Database
  private let statement: Statement
  private let columns: CInt
  private var bound: CInt = 0

  /// Inserts rows into a table, in their order.
  ///
  /// - Parameters:
  ///   - rows: the rows.
  ///   - table: name of the table.
  ///   - columns: number of its columns.
  ///   - db: the database.
  ///   - bind: binds every column of a row, in order.
  /// - Throws: the database's error; rows before the one that failed may have been inserted.
  static func insert<Rows: RandomAccessCollection>(
    _ rows: Rows,
    into table: String,
    columns: Int,
    _ db: Database,
    bind: (Rows.Element, inout RowBinder) -> Void
  ) throws {
    let single = rows.count % rowsAtOnce
    try insert(rows.dropLast(single), by: rowsAtOnce, table, columns, db, bind)
    try insert(rows.suffix(single), by: 1, table, columns, db, bind)
  }

  private static func insert<Rows: Collection>(
    _ rows: Rows,
    by count: Int,
    _ table: String,
    _ columns: Int,
    _ db: Database,
    _ bind: (Rows.Element, inout RowBinder) -> Void
  ) throws {
    guard !rows.isEmpty else { return }
    var binder = try RowBinder(db, table: table, columns: columns, rows: count)
    var pending = count
    for row in rows {
      bind(row, &binder)
      pending -= 1
      guard pending == 0 else { continue }
      try binder.step()
      pending = count
    }
  }

  private init(_ db: Database, table: String, columns: Int, rows: Int) throws {
    let marks = repeatElement("?", count: columns).joined(separator: ", ")
    let values = repeatElement("(\(marks))", count: rows).joined(separator: ", ")
    self.db = db
    self.columns = CInt(columns * rows)
    statement = try db.cachedStatement(sql: "INSERT INTO \(table) VALUES \(values)")
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

  /// Binds the next column; SQLite takes a copy.
  mutating func bind(_ text: String) {
    bound += 1
    sqlite3_bind_text(statement.sqliteStatement, bound, text, -1, Self.transient)
  }

  /// Tells SQLite to copy a text, as `SQLITE_TRANSIENT` does in C.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  /// Binds NULL to the next column.
  mutating func bindNull() {
    bound += 1
    sqlite3_bind_null(statement.sqliteStatement, bound)
  }

  /// Inserts the rows that have been bound.
  private mutating func step() throws {
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
