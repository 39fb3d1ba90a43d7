import ClearanceRecords
import EventSimulation
import GRDB

/// The row ids of the names of one run's documents and account books; empty where it has none.
struct BookIDs {
  let firms: RowIDs
  let items: RowIDs
  let movements: RowIDs
  let statuses: RowIDs
  let phases: RowIDs
  let refusals: RowIDs
  let months: RowIDs

  init(_ db: Database, run: Int64) throws {
    firms = try RowIDs(db, table: "firm", run: run)
    items = try RowIDs(db, table: "item", run: run)
    movements = try RowIDs(db, table: "movement", run: run)
    statuses = try RowIDs(db, table: "customsStatus", run: run)
    phases = try RowIDs(db, table: "consignmentState", run: run)
    refusals = try RowIDs(db, table: "refusal", run: run)
    months = try RowIDs(db, table: "month", run: run)
  }
}

extension RunNames.Papers {
  /// The names of a run; nil where it has no firms.
  static func fetch(_ db: Database, run: Int64) throws -> RunNames.Papers? {
    func rows(_ columns: String, _ tables: String) throws -> [Row] {
      try Row.fetchAll(
        db,
        sql: "SELECT \(columns) FROM \(tables) WHERE its.run = ? ORDER BY its.number",
        arguments: [run]
      )
    }
    func names(_ table: String) throws -> [String] {
      try rows("its.name", "\(table) AS its").map { $0["name"] }
    }
    let firms = try names("firm")
    guard !firms.isEmpty else { return nil }
    return RunNames.Papers(
      firms: firms,
      items: try rows("its.name, firm.number", "item AS its JOIN firm ON firm.id = its.firm")
        .map { Item(name: $0["name"], firm: $0["number"]) },
      movements: try rows("its.name, its.isIn", "movement AS its")
        .map { Movement(name: $0["name"], isIn: $0["isIn"]) },
      statuses: try names("customsStatus"),
      phases: try names("consignmentState"),
      refusals: try names("refusal"),
      months: try rows("its.startsAt", "month AS its")
        .map { SimulatedTime(microseconds: $0["startsAt"]) }
    )
  }

  /// Writes the names of a new run.
  func insert(run: Int64, into db: Database) throws {
    for (table, names) in [
      ("firm", firms), ("customsStatus", statuses), ("consignmentState", phases),
      ("refusal", refusals),
    ] {
      try RowBinder.insert(names.indices, into: table, columns: 4, db) { number, row in
        row.bindNull()
        row.bind(run)
        row.bind(Int64(number))
        row.bind(names[number])
      }
    }
    let firms = try RowIDs(db, table: "firm", run: run)
    try RowBinder.insert(items.indices, into: "item", columns: 5, db) { number, row in
      row.bindNull()
      row.bind(run)
      row.bind(Int64(number))
      row.bind(firms[items[number].firm])
      row.bind(items[number].name)
    }
    try RowBinder.insert(movements.indices, into: "movement", columns: 5, db) { number, row in
      row.bindNull()
      row.bind(run)
      row.bind(Int64(number))
      row.bind(movements[number].name)
      row.bind(Int64(movements[number].isIn ? 1 : 0))
    }
    try RowBinder.insert(months.indices, into: "month", columns: 4, db) { number, row in
      row.bindNull()
      row.bind(run)
      row.bind(Int64(number))
      row.bind(months[number])
    }
  }
}
