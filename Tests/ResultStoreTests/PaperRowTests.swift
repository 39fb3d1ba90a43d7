import ClearanceRecords
import EventSimulation
import GRDB
import Testing

@testable import ResultStore

/// Rows of documents, attributes, piles and companions, written and read back.
@Suite struct PaperRowTests {
  let folder: Folder
  let store: ResultStore
  let run: Int64

  init() throws {
    folder = try Folder()
    store = try ResultStore.open(path: folder.database)
    run = try store.recordRun()
  }

  @Test(arguments: [(7, 0), (8, 1)])
  func theRowsOfATruckComeBack(truck: UInt32, flow: UInt16) throws {
    let read = try store.rows(of: truck, flow: Int(flow), replication: 2, run: run)
    let written = batch(2)
    let mine = { (row: UInt32, other: UInt16) in row == truck && other == flow }
    #expect(read.replication == 2)
    #expect(read.passages == written.passages.filter { mine($0.truck, $0.flow) })
    #expect(read.trucks == written.trucks.filter { mine($0.number, $0.flow) })
    #expect(read.steps == written.steps.filter { mine($0.truck, $0.flow) })
    #expect(read.transitions == written.transitions.filter { mine($0.truck, $0.flow) })
    #expect(read.attributes == written.attributes.filter { mine($0.truck, $0.flow) })
    #expect(read.gathered == written.gathered.filter { mine($0.truck, $0.flow) })
    #expect(read.companions == written.companions.filter { mine($0.truck, $0.flow) })
    #expect(!read.passages.isEmpty)
    #expect(!read.transitions.isEmpty)
    #expect(!read.gathered.isEmpty)
  }

  @Test func thoseWhoWereAboutComeBack() throws {
    let span = SimulatedTime.minutes(15)...SimulatedTime.minutes(19)
    let read = try store.rows(during: [span], replication: 1, run: run)
    // Truck 7 is at the gate from 10 to 18 min, 9 at the yard at 20, 8 comes at 110.
    #expect(read.passages.map(\.truck) == [7])
    #expect(read.transitions.map(\.at.microseconds) == [15, 16, 18, 19].map { $0 * 60_000_000 })
    #expect(try store.rows(during: [], replication: 1, run: run).isEmpty)
    let two = [span, SimulatedTime.minutes(115)...SimulatedTime.minutes(116)]
    #expect(try store.rows(during: two, replication: 1, run: run).passages.map(\.truck) == [7, 8])
  }

  @Test func theLastTruckOfAFlow() throws {
    #expect(try store.lastTruck(flow: 0, replication: 1, run: run) == 7)
    #expect(try store.lastTruck(flow: 1, replication: 1, run: run) == 9)
    #expect(try store.lastTruck(flow: 1, replication: 9, run: run) == 0)
  }

  @Test func wordsAndNumbersStandInColumnsOfTheirOwn() throws {
    let rows = try folder.shell().read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT attribute, word, value FROM attributeValue
          WHERE replication = 1 AND truck = 'imports#7' AND companion IS NULL
          """
      )
    }
    #expect(rows.map { $0["word"] as String? } == ["semi", "others", "out", "weight", nil])
    #expect(rows.map { $0["value"] as Double? } == [nil, nil, nil, nil, 17_950.5])
  }

  @Test func aNumberThatIsUndefinedBecomesNull() throws {
    let writer = try store.beginRun(header(seed: 9), names: smallNames, measureNames: [])
    try writer.begin(replication: 1)
    var rows = RecordBatch(replication: 1)
    rows.attributes = [AttributeRow(truck: 1, flow: 0, attribute: 4, companion: 0, value: .nan)]
    try writer.write(rows)
    try writer.finish(record(1, values: []))
    try writer.commit()
    let value = try store.rows(of: 1, flow: 0, replication: 1, run: writer.run).attributes
    #expect(value.count == 1)
    #expect(value[0].value.isNaN)
  }

  @Test func rowsOfIncompleteReplicationsAreHiddenThenDeleted() throws {
    let tables = ["transition", "attribute", "gathered", "companion"]
    let one = batch(1)
    let counts = [
      one.transitions.count, one.attributes.count, one.gathered.count, one.companions.count,
    ]
    for (table, count) in zip(tables, counts) { #expect(try folder.count(table) == 3 * count) }
    for (view, count) in [("documentState", counts[0]), ("attributeValue", counts[1])] {
      #expect(try folder.count(view) == 2 * count, "\(view)")
    }
    #expect(try folder.count("slip") == 2 * counts[2])
    let next = try store.beginRun(header(seed: 7), names: smallNames, measureNames: [])
    try next.finish(state: .complete, endedAt: "", measures: [])
    for (table, count) in zip(tables, counts) {
      #expect(try folder.count(table) == 2 * count, "\(table)")
    }
    let violations = try folder.shell().read { db in
      try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
    }
    #expect(violations.isEmpty)
  }

  @Test func aRunGoesOnWithItsPapers() throws {
    try store.recordRun(header(seed: 8), state: .interrupted)
    let writer = try store.beginRun(
      header(seed: 8),
      names: smallNames,
      measureNames: smallMeasures
    )
    #expect(writer.completed.map(\.number) == [1, 2])
    try writer.begin(replication: 3)
    try writer.write(batch(3))
    try writer.finish(record(3))
    try writer.finish(state: .complete, endedAt: "", measures: runMeasures)
    let read = try store.rows(of: 7, flow: 0, replication: 3, run: writer.run)
    #expect(read.transitions == batch(3).transitions.filter { $0.truck == 7 })
  }

  @Test func otherWordsAreAnotherRun() throws {
    try store.recordRun(header(seed: 8), state: .interrupted)
    var names = smallNames
    names.attributes[3].words.append("hold")
    let writer = try store.beginRun(header(seed: 8), names: names, measureNames: smallMeasures)
    #expect(writer.completed.isEmpty)
    #expect(try store.names(run: writer.run) == names)
  }
}
