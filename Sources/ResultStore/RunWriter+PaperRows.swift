import ClearanceRecords
import GRDB

/// Documents, attributes, piles and companions.
extension StartedRun {
  func insert(_ rows: [TransitionRow], _ replication: Int64, _ db: Database) throws {
    try RowBinder.insert(rows, into: "transition", columns: 8, db) { row, binder in
      binder.bind(replication)
      binder.bind(flows[row.flow])
      binder.bind(Int64(row.truck))
      binder.bind(classes[row.classIndex])
      binder.bind(Int64(row.companion))
      binder.bind(attributes[row.document])
      binder.bind(words[row.document, Int(row.state)])
      binder.bind(row.at)
    }
  }

  func insert(_ rows: [AttributeRow], _ replication: Int64, _ db: Database) throws {
    try RowBinder.insert(rows, into: "attribute", columns: 7, db) { row, binder in
      binder.bind(replication)
      binder.bind(flows[row.flow])
      binder.bind(Int64(row.truck))
      binder.bind(Int64(row.companion))
      binder.bind(attributes[row.attribute])
      if words.isNumber(row.attribute) {
        binder.bind(nil)
        binder.bind(row.value)
      } else {
        binder.bind(words[row.attribute, Int(row.value)])
        binder.bind(nil)
      }
    }
  }

  func insert(_ rows: [GatheredRow], _ replication: Int64, _ db: Database) throws {
    try RowBinder.insert(rows, into: "gathered", columns: 8, db) { row, binder in
      binder.bind(replication)
      binder.bind(flows[row.flow])
      binder.bind(Int64(row.truck))
      binder.bind(classes[row.classIndex])
      binder.bind(collections[row.collection])
      binder.bind(Int64(row.pile))
      binder.bind(row.closing == .max ? nil : Int64(row.closing))
      binder.bind(row.at)
    }
  }

  func insert(_ rows: [CompanionRow], _ replication: Int64, _ db: Database) throws {
    try RowBinder.insert(rows, into: "companion", columns: 13, db) { row, binder in
      let isPile = row.collection != noPlace
      binder.bind(replication)
      binder.bind(Int64(row.number))
      binder.bind(Int64(row.parent))
      binder.bind(flows[row.flow])
      binder.bind(Int64(row.truck))
      binder.bind(classes[row.classIndex])
      binder.bind(steps[row.firstStep])
      binder.bind(isPile ? collections[row.collection] : nil)
      binder.bind(isPile ? Int64(row.pile) : nil)
      binder.bind(isPile ? Int64(row.closing) : nil)
      binder.bind(Int64(row.gathered))
      binder.bind(row.startedAt)
      binder.bind(row.endedAt)
    }
  }
}
