import ClearanceRecords
import EventSimulation
import GRDB
import Testing

@testable import ResultStore

/// Rows of documents and account books, written and read back.
@Suite struct BookRowTests {
  let folder: Folder
  let store: ResultStore
  let run: Int64

  init() throws {
    folder = try Folder()
    store = try ResultStore.open(path: folder.database)
    run = try store.recordRun()
  }

  @Test func theNamesComeBack() throws {
    #expect(try store.names(run: run) == smallNames)
    var plain = smallNames
    plain.papers = nil
    let writer = try store.beginRun(header(seed: 3), names: plain, measureNames: [])
    try writer.finish(state: .complete, endedAt: "", measures: [])
    #expect(try store.names(run: writer.run).papers == nil)
  }

  @Test func aTruckHasItsLotAndTheBatchOfItsSlip() throws {
    let written = batch(2).consignments
    let first = try store.rows(of: 7, flow: 0, replication: 2, run: run)
    #expect(first.consignments == [written[0]])
    // The second truck of the lot; the third does not belong to it.
    #expect(
      try store.rows(of: 8, flow: 0, replication: 2, run: run).consignments == [written[0]]
    )
    #expect(try store.rows(of: 9, flow: 0, replication: 2, run: run).consignments.isEmpty)
    let slip = try store.rows(of: 8, flow: 1, replication: 2, run: run)
    #expect(slip.consignments == [written[1], written[3]])
    #expect(
      try store.rows(of: 9, flow: 1, replication: 2, run: run).consignments == [written[2]]
    )
  }

  @Test func theBooksComeBack() throws {
    #expect(try store.balances(run: run, replication: 2) == batch(2).balances)
    #expect(try store.balances(run: run, replication: 3).isEmpty)
  }

  /// What must never happen in a simulation cannot be recorded either.
  @Test(arguments: [(1, 0, 0), (0, 1_000_000, 0), (0, 0, -101)])
  func booksThatDoNotCloseAreRefused(book: Int64, openOut: Int64, openIn: Int64) throws {
    let writer = try store.beginRun(header(seed: 4), names: smallNames, measureNames: [])
    try writer.begin(replication: 1)
    var rows = RecordBatch(replication: 1)
    rows.balances = batch(1).balances
    rows.balances[0].book += book
    rows.balances[0].openOut += openOut
    rows.balances[0].openIn += openIn
    #expect(throws: ResultStoreError.self) { try writer.write(rows) }
  }

  @Test func rowsOfIncompleteReplicationsAreHiddenThenDeleted() throws {
    let tables = ["consignment", "balance", "statistic", "paperLevel"]
    let counts = tables.map { table in
      (1...3).map { number in
        let rows = batch(number)
        switch table {
        case "consignment": return rows.consignments.count
        case "balance": return rows.balances.count
        case "statistic": return rows.months.count
        default: return rows.paperLevels.count
        }
      }
    }
    for (table, count) in zip(tables, counts) {
      let all = count.reduce(0, +)
      #expect(try folder.count(table) == all, "\(table)")
    }
    #expect(try folder.count("bookBalance") == 4)
    let next = try store.beginRun(header(seed: 7), names: smallNames, measureNames: [])
    try next.finish(state: .complete, endedAt: "", measures: [])
    for (table, count) in zip(tables, counts) {
      let kept = count.prefix(2).reduce(0, +)
      #expect(try folder.count(table) == kept, "\(table)")
    }
    let violations = try folder.shell().read { db in
      try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
    }
    #expect(violations.isEmpty)
  }

  @Test func otherFirmsAreAnotherRun() throws {
    try store.recordRun(header(seed: 8), state: .interrupted)
    var names = smallNames
    names.papers?.firms.append("trade-j")
    let writer = try store.beginRun(header(seed: 8), names: names, measureNames: smallMeasures)
    #expect(writer.completed.isEmpty)
  }

  @Test func aBatchKnowsItsSize() {
    var rows = batch(1)
    rows.intervals = []
    rows.passages = []
    rows.trucks = []
    rows.steps = []
    rows.removePapers()
    #expect(rows.count == 8)
    let strides = [
      MemoryLayout<BalanceRow>.stride, MemoryLayout<MonthRow>.stride,
      MemoryLayout<PaperLevelRow>.stride,
    ]
    let size = zip([2, 3, 3], strides).map { $0 * $1 }.reduce(0, +)
    #expect(rows.size == size)
    rows.removeAll()
    #expect(rows.isEmpty)
  }
}
