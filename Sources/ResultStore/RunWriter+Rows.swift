import ClearanceRecords
import GRDB

extension StartedRun {
  /// Inserts the rows of a batch, table by table, in their order.
  func insert(_ batch: RecordBatch, replication: Int64, into db: Database) throws {
    try insert(batch.intervals, replication, db)
    try insert(batch.passages, replication, db)
    try insert(batch.trucks, replication, db)
    try insert(batch.steps, replication, db)
    try insert(batch.transitions, replication, db)
    try insert(batch.attributes, replication, db)
    try insert(batch.gathered, replication, db)
    try insert(batch.companions, replication, db)
    try insert(batch.consignments, replication, db)
    try insert(batch.balances, replication, db)
    try insert(batch.months, replication, db)
    try insert(batch.paperLevels, replication, db)
  }

  private func insert(_ rows: [IntervalRow], _ replication: Int64, _ db: Database) throws {
    try RowBinder.insert(rows, into: "interval", columns: 13, db) { row, binder in
      binder.bind(replication)
      binder.bind(places[row.place])
      binder.bind(row.startsAt)
      binder.bind(row.length)
      binder.bind(row.arrivals)
      binder.bind(row.departures)
      binder.bind(row.lost)
      binder.bind(row.queueMean)
      binder.bind(row.queueMax)
      binder.bind(row.busyShare)
      binder.bind(row.waitMean < 0 ? nil : row.waitMean)
      binder.bind(row.waitP50 < 0 ? nil : row.waitP50)
      binder.bind(row.waitP95 < 0 ? nil : row.waitP95)
    }
  }

  private func insert(_ rows: [PassageRow], _ replication: Int64, _ db: Database) throws {
    try RowBinder.insert(rows, into: "passage", columns: 11, db) { row, binder in
      binder.bind(replication)
      binder.bind(flows[row.flow])
      binder.bind(Int64(row.truck))
      binder.bind(classes[row.classIndex])
      binder.bind(places[row.place])
      binder.bind(place(row.lane))
      binder.bind(row.arrivedAt)
      binder.bind(row.startedAt)
      binder.bind(row.endedAt)
      binder.bind(row.leftAt)
      binder.bind(Int64(row.outcome.rawValue))
    }
  }

  private func insert(_ rows: [TruckRow], _ replication: Int64, _ db: Database) throws {
    try RowBinder.insert(rows, into: "truck", columns: 9, db) { row, binder in
      binder.bind(replication)
      binder.bind(flows[row.flow])
      binder.bind(Int64(row.number))
      binder.bind(classes[row.classIndex])
      binder.bind(row.arrivedAt)
      binder.bind(row.clearedAt)
      binder.bind(row.leftAt)
      binder.bind(Int64(row.outcome.rawValue))
      binder.bind(row.cameAt)
    }
  }

  private func insert(_ rows: [StepRow], _ replication: Int64, _ db: Database) throws {
    try RowBinder.insert(rows, into: "step", columns: 7, db) { row, binder in
      binder.bind(replication)
      binder.bind(flows[row.flow])
      binder.bind(Int64(row.truck))
      binder.bind(steps[row.step])
      binder.bind(place(row.place))
      binder.bind(row.startedAt)
      binder.bind(row.endedAt)
    }
  }
}
