import ClearanceRecords
import EventSimulation
import GRDB

// Rows of documents and account books as they were before they were written.

extension ConsignmentRow {
  init(_ row: Row, _ names: RowNumbers) {
    func time(_ column: String) -> SimulatedTime {
      (row[column] as Int64?).map(SimulatedTime.init(microseconds:)) ?? .never
    }
    func word(_ table: String, _ column: String) -> UInt8 {
      (row[column] as Int64?).map { UInt8(truncatingIfNeeded: names(table, $0)) } ?? 0
    }
    self.init(
      number: row["number"],
      head: row["head"],
      firm: names("firm", row["firm"]),
      flow: names("flow", row["flow"]),
      truck: row["truck"] ?? 0,
      trucks: row["trucks"],
      trucksPassed: row["trucksPassed"],
      batch: row["batch"] ?? noBatch,
      collection: names("collectionName", row["collection"]),
      pile: row["pile"] ?? noBatch,
      closing: row["closing"] ?? noBatch,
      goods: Goods(
        movement: word("movement", "movement"),
        status: word("customsStatus", "status"),
        phase: word("consignmentState", "state"),
        refusal: word("refusal", "refusal"),
        counterparty: row["counterparty"] ?? 0,
        lines: row["lines"],
        slips: row["slips"],
        declarations: row["declarations"],
        kilograms: row["kilograms"],
        cents: row["cents"]
      ),
      amounts: Amounts(duty: row["duty"], vat: row["vat"], lateFee: row["lateFee"]),
      times: Times(
        openedAt: time("openedAt"),
        approvedAt: time("approvedAt"),
        submittedAt: time("submittedAt"),
        releasedAt: time("releasedAt"),
        passedAt: time("passedAt"),
        formalAt: time("formalAt"),
        paidAt: time("paidAt")
      )
    )
  }
}

extension BalanceRow {
  init(_ row: Row) {
    self.init(
      item: row["itemNumber"],
      status: row["statusNumber"],
      opening: row["opening"],
      entered: row["entered"],
      left: row["departed"],
      consumed: row["consumed"],
      book: row["book"],
      provisionalIn: row["provisionalIn"],
      provisionalOut: row["provisionalOut"],
      openIn: row["openIn"],
      openOut: row["openOut"],
      corrected: row["corrected"],
      passedIn: row["passedIn"],
      passedOut: row["passedOut"],
      physical: row["physical"] as Int64
    )
  }
}

extension ResultStore {
  /// The account books at the end of a complete replication, by item, then by status.
  public func balances(run: Int64, replication: Int) throws(ResultStoreError) -> [BalanceRow] {
    try read { db in
      let sql = """
        SELECT balance.*, item.number AS itemNumber, customsStatus.number AS statusNumber
        FROM completeReplication AS done JOIN balance ON balance.replication = done.id
          JOIN item ON item.id = balance.item
          JOIN customsStatus ON customsStatus.id = balance.status
        WHERE done.run = ? AND done.number = ? ORDER BY item.number, customsStatus.number
        """
      return try Row.fetchAll(db, sql: sql, arguments: [run, replication]).map(BalanceRow.init)
    }
  }
}
