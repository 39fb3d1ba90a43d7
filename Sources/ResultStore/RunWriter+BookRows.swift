import ClearanceRecords
import GRDB

/// Consignments, account books, statistics, and what was open and secured.
extension StartedRun {
  func insert(_ rows: [ConsignmentRow], _ replication: Int64, _ db: Database) throws {
    try RowBinder.insert(rows, into: "consignment", columns: 32, db) { row, binder in
      let (goods, times) = (row.goods, row.times)
      binder.bind(replication)
      binder.bind(Int64(row.number))
      binder.bind(Int64(row.head))
      binder.bind(books.firms[row.firm])
      binder.bind(books.movements[Int(goods.movement)])
      binder.bind(books.statuses[Int(goods.status)])
      binder.bind(books.phases[Int(goods.phase)])
      binder.bind(goods.refusal == 0 ? nil : books.refusals[Int(goods.refusal)])
      binder.bind(flows[row.flow])
      binder.bind(row.truck == 0 ? nil : Int64(row.truck))
      binder.bind(Int64(row.trucks))
      binder.bind(Int64(row.trucksPassed))
      binder.bind(goods.counterparty == 0 ? nil : Int64(goods.counterparty))
      binder.bind(Int64(goods.lines))
      binder.bind(Int64(goods.slips))
      binder.bind(Int64(goods.declarations))
      binder.bind(goods.kilograms)
      binder.bind(goods.cents)
      binder.bind(row.amounts.duty)
      binder.bind(row.amounts.vat)
      binder.bind(row.amounts.lateFee)
      binder.bind(times.openedAt)
      binder.bind(times.approvedAt)
      binder.bind(times.submittedAt)
      binder.bind(times.releasedAt)
      binder.bind(times.passedAt)
      binder.bind(times.formalAt)
      binder.bind(times.paidAt)
      binder.bind(Self.number(row.batch))
      binder.bind(row.collection == noPlace ? nil : collections[row.collection])
      binder.bind(Self.number(row.pile))
      binder.bind(Self.number(row.closing))
    }
  }

  private static func number(_ number: UInt32) -> Int64? {
    number == noBatch ? nil : Int64(number)
  }

  func insert(_ rows: [BalanceRow], _ replication: Int64, _ db: Database) throws {
    try RowBinder.insert(rows, into: "balance", columns: 16, db) { row, binder in
      binder.bind(replication)
      binder.bind(books.items[Int(row.item)])
      binder.bind(books.statuses[Int(row.status)])
      binder.bind(row.opening)
      binder.bind(row.entered)
      binder.bind(row.left)
      binder.bind(row.consumed)
      binder.bind(row.corrected)
      binder.bind(row.book)
      binder.bind(row.provisionalIn)
      binder.bind(row.provisionalOut)
      binder.bind(row.passedIn)
      binder.bind(row.passedOut)
      binder.bind(row.openIn)
      binder.bind(row.openOut)
      binder.bind(row.physical)
    }
  }

  func insert(_ rows: [MonthRow], _ replication: Int64, _ db: Database) throws {
    try RowBinder.insert(rows, into: "statistic", columns: 11, db) { row, binder in
      binder.bind(replication)
      binder.bind(books.months[row.month])
      binder.bind(books.firms[row.firm])
      binder.bind(books.movements[Int(row.movement)])
      binder.bind(row.lists)
      binder.bind(row.declarations)
      binder.bind(row.passes)
      binder.bind(row.kilograms)
      binder.bind(row.cents)
      binder.bind(row.duty)
      binder.bind(row.vat)
    }
  }

  func insert(_ rows: [PaperLevelRow], _ replication: Int64, _ db: Database) throws {
    try RowBinder.insert(rows, into: "paperLevel", columns: 10, db) { row, binder in
      binder.bind(replication)
      binder.bind(row.firm == noPlace ? nil : books.firms[row.firm])
      binder.bind(row.startsAt)
      binder.bind(row.length)
      binder.bind(row.openBatchesMean)
      binder.bind(row.openBatchesMax)
      binder.bind(row.exposedDutyMean)
      binder.bind(row.exposedDutyMax)
      binder.bind(row.guaranteeMean)
      binder.bind(row.guaranteeMax)
    }
  }
}
