import ClearanceRecords
import GRDB

/// The row ids of one run's names, by the index that rows carry.
struct RowIDs {
  private let ids: [Int64]

  init(_ db: Database, table: String, run: Int64) throws {
    let sql = "SELECT id FROM \(table) WHERE run = ? ORDER BY number"
    ids = try Int64.fetchAll(db, sql: sql, arguments: [run])
  }

  var count: Int { ids.count }

  subscript(index: Int) -> Int64 {
    precondition(index < ids.count, "index \(index) of \(ids.count) names")
    return ids[index]
  }

  subscript(index: UInt16) -> Int64 { self[Int(index)] }
}

/// The row ids of the words of one run's attributes, by attribute and word.
struct WordIDs {
  private let ids: [[Int64]]

  init(_ db: Database, run: Int64) throws {
    let sql = "SELECT id FROM attributeName WHERE run = ? ORDER BY number"
    let words = "SELECT id FROM attributeWord WHERE attributeName = ? ORDER BY number"
    ids = try Int64.fetchAll(db, sql: sql, arguments: [run]).map { attribute in
      try Int64.fetchAll(db, sql: words, arguments: [attribute])
    }
  }

  /// Whether the attribute is a number.
  func isNumber(_ attribute: UInt16) -> Bool { self[attribute].isEmpty }

  /// The words of an attribute.
  private subscript(attribute: UInt16) -> [Int64] {
    precondition(Int(attribute) < ids.count, "index \(attribute) of \(ids.count) attributes")
    return ids[Int(attribute)]
  }

  /// The row id of a word of an attribute.
  subscript(attribute: UInt16, word: Int) -> Int64 {
    let words = self[attribute]
    precondition(words.indices.contains(word), "index \(word) of \(words.count) words")
    return words[word]
  }
}

/// A run in state `running`, as its writer sees it.
struct StartedRun {
  let id: Int64
  let places: RowIDs
  let flows: RowIDs
  let classes: RowIDs
  let steps: RowIDs
  let measures: RowIDs
  let attributes: RowIDs
  let words: WordIDs
  let collections: RowIDs
  let books: BookIDs
  let completed: [StoredReplication]

  init(_ db: Database, run: Int64) throws {
    id = run
    places = try RowIDs(db, table: "place", run: run)
    flows = try RowIDs(db, table: "flow", run: run)
    classes = try RowIDs(db, table: "class", run: run)
    steps = try RowIDs(db, table: "stepName", run: run)
    measures = try RowIDs(db, table: "measureName", run: run)
    attributes = try RowIDs(db, table: "attributeName", run: run)
    words = try WordIDs(db, run: run)
    collections = try RowIDs(db, table: "collectionName", run: run)
    books = try BookIDs(db, run: run)
    completed = try StoredReplication.fetch(db, run: run)
  }

  /// The row id of a place; nil for ``noPlace``.
  func place(_ index: UInt16) -> Int64? { index == noPlace ? nil : places[index] }
}
