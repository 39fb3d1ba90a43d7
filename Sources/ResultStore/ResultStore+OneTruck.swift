import ClearanceRecords
import EventSimulation
import GRDB

/// The rows of one truck, and of those who were about while it waited.
extension ResultStore {
  /// What was recorded of one truck and its companions; intervals are left out.
  ///
  /// - Complexity: O(rows of the replication): the tables have no index.
  public func rows(
    of truck: UInt32,
    flow: Int,
    replication: Int,
    run: Int64
  ) throws(ResultStoreError) -> RecordBatch {
    try read { db in
      let names = try RowNumbers(db, run: run)
      let whose = "flow = (SELECT id FROM flow WHERE run = ? AND number = ?)"
      let mine: StatementArguments = [run, replication, run, flow, truck]
      func rows(_ table: String, _ number: String = "truck") throws -> [Row] {
        let sql = """
          SELECT * FROM \(table) WHERE replication = \(Self.replication)
            AND \(whose) AND \(number) = ? ORDER BY rowid
          """
        return try Row.fetchAll(db, sql: sql, arguments: mine)
      }
      var batch = RecordBatch(replication: replication)
      batch.passages = try rows("passage").map { try PassageRow($0, names) }
      batch.trucks = try rows("truck", "number").map { try TruckRow($0, names) }
      batch.steps = try rows("step").map { StepRow($0, names) }
      batch.transitions = try rows("transition").map { TransitionRow($0, names) }
      batch.attributes = try rows("attribute").map { AttributeRow($0, names) }
      batch.gathered = try rows("gathered").map { GatheredRow($0, names) }
      batch.companions = try rows("companion").map { CompanionRow($0, names) }
      batch.consignments = try Self.consignments(db, mine).map { ConsignmentRow($0, names) }
      return batch
    }
  }

  /// What a truck carried: of its own, shared with the trucks that came with it as one lot, and the
  /// batches that its slips lie in.
  private static func consignments(
    _ db: Database,
    _ mine: StatementArguments
  ) throws -> [Row] {
    let sql = """
      WITH own AS (SELECT * FROM consignment WHERE replication = \(replication)
        AND flow = (SELECT id FROM flow WHERE run = ? AND number = ?)
        AND ? BETWEEN truck AND truck + trucks - 1)
      SELECT * FROM own
      UNION ALL SELECT * FROM consignment
        WHERE slips > 0 AND replication = (SELECT replication FROM own)
          AND number IN (SELECT batch FROM own)
      ORDER BY number
      """
    return try Row.fetchAll(db, sql: sql, arguments: mine)
  }

  /// Visits and changes of documents of all trucks within some stretches of time.
  public func rows(
    during spans: [ClosedRange<SimulatedTime>],
    replication: Int,
    run: Int64
  ) throws(ResultStoreError) -> RecordBatch {
    var batch = RecordBatch(replication: replication)
    guard let start = spans.map(\.lowerBound).min(), let end = spans.map(\.upperBound).max()
    else { return batch }
    try read { db in
      let names = try RowNumbers(db, run: run)
      let visits = """
        SELECT * FROM passage WHERE replication = \(Self.replication)
          AND arrivedAt <= ? AND (leftAt IS NULL OR leftAt >= ?) ORDER BY rowid
        """
      let times: StatementArguments = [run, replication, end.microseconds, start.microseconds]
      let cursor = try Row.fetchCursor(db, sql: visits, arguments: times)
      while let row = try cursor.next() {
        let visit = try PassageRow(row, names)
        let stay = visit.arrivedAt...max(visit.arrivedAt, visit.leftAt)
        if spans.contains(where: { $0.overlaps(stay) }) { batch.passages.append(visit) }
      }
      let changes = """
        SELECT * FROM transition WHERE replication = \(Self.replication)
          AND at <= ? AND at >= ? ORDER BY rowid
        """
      batch.transitions = try Row.fetchAll(db, sql: changes, arguments: times)
        .map { TransitionRow($0, names) }
    }
    return batch
  }

  /// The highest number of a truck of a flow; 0 where none came or no trucks are recorded.
  public func lastTruck(
    flow: Int,
    replication: Int,
    run: Int64
  ) throws(ResultStoreError) -> UInt32 {
    try read { db in
      let sql = """
        SELECT max(number) FROM truck WHERE replication = \(Self.replication)
          AND flow = (SELECT id FROM flow WHERE run = ? AND number = ?)
        """
      return try UInt32.fetchOne(db, sql: sql, arguments: [run, replication, run, flow]) ?? 0
    }
  }

  private static let replication = "(SELECT id FROM replication WHERE run = ? AND number = ?)"
}

/// The indices that rows carry in memory, by the ids that they have in the file.
struct RowNumbers {
  private let numbers: [String: [Int64: UInt16]]

  init(_ db: Database, run: Int64) throws {
    var numbers: [String: [Int64: UInt16]] = [:]
    for table in [
      "place", "flow", "class", "stepName", "attributeName", "collectionName", "firm", "movement",
      "customsStatus", "consignmentState", "refusal",
    ] {
      let sql = "SELECT id, number FROM \(table) WHERE run = ?"
      let rows = try Row.fetchAll(db, sql: sql, arguments: [run])
      numbers[table] = Dictionary(uniqueKeysWithValues: rows.map { ($0["id"], $0["number"]) })
    }
    let sql = """
      SELECT attributeWord.id, attributeWord.number FROM attributeWord
        JOIN attributeName ON attributeName.id = attributeName WHERE run = ?
      """
    let words = try Row.fetchAll(db, sql: sql, arguments: [run])
    numbers["attributeWord"] = Dictionary(
      uniqueKeysWithValues: words.map { ($0["id"], $0["number"]) }
    )
    self.numbers = numbers
  }

  /// The index of a name; ``noPlace`` for NULL.
  func callAsFunction(_ table: String, _ id: Int64?) -> UInt16 {
    guard let id, let number = numbers[table]?[id] else { return noPlace }
    return number
  }
}
