import ClearanceRecords
import GRDB
import Testing

@testable import ResultStore

/// The views of account books, statistics and batches.
@Suite struct BookViewTests {
  let folder: Folder
  let store: ResultStore

  init() throws {
    folder = try Folder()
    store = try ResultStore.open(path: folder.database)
  }

  private func rows(_ sql: String) throws -> [Row] {
    try folder.shell().read { db in try Row.fetchAll(db, sql: sql) }
  }

  @Test func theBooksClose() throws {
    try store.recordRun()
    let found = try rows("SELECT * FROM bookBalance ORDER BY replication, firm DESC, item")
    #expect(found.map { $0["difference"] as Int64 } == [0, 0, 0, 0])
    let first = try #require(found.first)
    #expect(first["firm"] == "parts-a")
    #expect(first["item"] == "item 1")
    #expect(first["status"] == "bonded")
    #expect(first["closing"] == 12_600)
    #expect(first["leftNotDeclared"] == 1_000)
    #expect(first["enteredNotDeclared"] == 100)
    #expect(first["available"] == 11_400)
    #expect(first["corrected"] == 100)
    #expect(first["passedIn"] == 40)
    #expect(first["passedOut"] == 30)
    #expect(first["expected"] == 11_710)
    #expect(first["physical"] == 11_720)
    #expect(first["mixed"] == 10)
  }

  @Test func ledgersByStatus() throws {
    try store.recordRun()
    let found = try rows(
      "SELECT * FROM stockByStatus WHERE replication = 1 ORDER BY firm DESC, status"
    )
    #expect(found.map { $0["status"] as String } == ["bonded", "exported-in"])
    let first = try #require(found.first)
    #expect(first["firm"] == "parts-a")
    #expect(first["opening"] == 10_000)
    #expect(first["departed"] == 2_500)
    #expect(first["corrected"] == 100)
    #expect(first["closing"] == 12_600)
    #expect(first["physical"] == 11_720)
    #expect(first["mixed"] == 10)
    #expect(found[1]["physical"] == 400)
  }

  @Test func monthsAreMeansOverAllReplications() throws {
    try store.recordRun()
    let found = try rows("SELECT * FROM monthlyStatistics ORDER BY month, firm")
    #expect(found.map { $0["month"] as String } == ["2024-03", "2024-03", "2024-03"])
    let first = try #require(found.first { ($0["lists"] as Double) == 18 })
    #expect(first["direction"] == "out")
    #expect(first["tonnes"] == 60.0)
    #expect(first["dollars"] == 12_345.0)
    #expect(first["dutyYuan"] == 75.0)
    // One of two replications has a row.
    let half = try #require(found.first { $0["firm"] == "logistics-c" })
    #expect(half["lists"] == 1.5)
    let summary = try rows("SELECT * FROM declarationSummary WHERE firm = 'parts-a'")
    #expect(summary.count == 1)
    #expect(summary[0]["lists"] == 24.0)
    #expect(summary[0]["declarations"] == 3.0)
    #expect(summary[0]["listsPerDeclaration"] == 8.0)
  }

  @Test func withoutADateMonthsAreNumbered() throws {
    try store.recordRun(header(startsOn: nil))
    let found = try rows("SELECT DISTINCT month FROM monthlyStatistics ORDER BY month")
    #expect(found.map { $0["month"] as String } == ["1", "2"])
    #expect(try rows("SELECT date FROM guaranteeByDay WHERE date IS NOT NULL").isEmpty)
  }

  /// A firm without a row in an interval had nothing open then: the day is as long all the same.
  @Test func theGuaranteeOfADay() throws {
    try store.recordRun()
    let found = try rows("SELECT * FROM guaranteeByDay ORDER BY firm")
    #expect(found.count == 2)
    for row in found {
      #expect(row["day"] == 0)
      #expect(row["date"] == "2024-03-04")
      #expect(row["replications"] == 2)
      #expect(row["meanOpenBatches"] == 0.75)
      #expect(row["maxExposedYuan"] == 400.0)
      #expect(row["meanGuaranteeYuan"] == 75.0)
      #expect(row["maxGuaranteeYuan"] == 600.0)
    }
    #expect(found[1]["firm"] == "parts-a")
  }

  @Test func officesByDay() throws {
    try store.recordRun()
    let found = try rows("SELECT * FROM officeByDay WHERE place = 'gate'")
    #expect(found.count == 1)
    #expect(found[0]["date"] == "2024-03-04")
    #expect(found[0]["meanCame"] == 15.0)
    #expect(found[0]["meanServed"] == 8.0)
    #expect(found[0]["maxQueue"] == 6)
  }

  @Test func batchesAndConsignments() throws {
    try store.recordRun()
    let batches = try rows("SELECT * FROM batch WHERE replication = 1")
    #expect(batches.count == 1)
    #expect(batches[0]["collection"] == "monthly")
    #expect(batches[0]["closing"] == 1)
    #expect(batches[0]["slips"] == 5)
    #expect(batches[0]["mergedItems"] == 60)
    #expect(batches[0]["declarations"] == 2)
    #expect(batches[0]["dutyYuan"] == 3.0)
    #expect(batches[0]["submittedOn"] == "2024-03-04 07:00:00")
    let lots = try rows("SELECT * FROM consignmentCourse WHERE replication = 1")
    #expect(lots.map { $0["truck"] as String? } == ["imports#7", "exports#8", "exports#9"])
    #expect(lots.map { $0["refusal"] as String? } == [nil, nil, "guarantee"])
    #expect(lots.map { $0["batch"] as Int? } == [nil, 4, nil])
    #expect(lots[0]["lateFeeYuan"] == 50.0)
    #expect(lots[0]["hoursToRelease"] == 1.0)
    #expect(lots[0]["state"] == "released")
  }

  private static let views = [
    "bookBalance", "monthlyStatistics", "declarationSummary", "guaranteeByDay",
    "consignmentCourse", "batch",
  ]

  @Test(arguments: views) func aRunWithoutBooksSaysSo(view: String) throws {
    var plain = smallNames
    plain.papers = nil
    let writer = try store.beginRun(header(), names: plain, measureNames: [])
    try writer.begin(replication: 1)
    try writer.finish(record(1, values: []))
    try writer.finish(state: .complete, endedAt: "", measures: [])
    let found = try rows("SELECT * FROM \(view)")
    #expect(found.map { $0["note"] as String? } == ["the scenario has no account books"])
  }

  @Test(arguments: views) func aThinRunSaysSo(view: String) throws {
    try store.recordRun(header(recorded: .summary))
    let found = try rows("SELECT * FROM \(view)")
    #expect(found.count == 1)
    #expect((found[0]["note"] as String?)?.hasPrefix("recorded with --record") == true)
  }
}
