import ClearanceRecords
import EventSimulation
import GRDB
import Testing

@testable import ResultStore

/// The views of documents and piles against the fixture, worked out by hand.
@Suite struct PaperViewTests {
  let folder: Folder
  let store: ResultStore

  init() throws {
    folder = try Folder()
    store = try ResultStore.open(path: folder.database)
  }

  private func rows(_ sql: String) throws -> [Row] {
    try folder.shell().read { db in try Row.fetchAll(db, sql: sql) }
  }

  private func first(_ view: String, _ truck: String) throws -> [Row] {
    try rows("SELECT * FROM \(view) WHERE truck = '\(truck)' AND replication = 1")
  }

  private func minute(_ value: Int64?) -> Int64? { value.map { $0 / 60_000_000 } }

  @Test func forms() throws {
    try store.recordRun()
    let forms = try first("form", "imports#7")
    #expect(forms.map { $0["direction"] as String } == ["in", "out"])
    let form = try #require(forms.first)
    #expect(form["flow"] == "imports")
    #expect(form["class"] == "ordinary")
    #expect(form["vehicle"] == "semi")
    #expect(form["firm"] == "others")
    #expect(form["papers"] == nil, "the scenario has no attribute of this name")
    let times = ["appliedAt", "approvedAt", "atGateAt", "passedAt"].map { minute(form[$0]) }
    #expect(times == [8, 9, 12, 18])
    #expect(form["refusals"] == 1)
    #expect(form["state"] == "passed")
    #expect(form["minutesToApprove"] == 1.0)
    #expect(form["minutesAtGate"] == 6.0)
    #expect(form["calendarTime"] == "2024-03-04 06:08:00")
    // The truck last went out: its mismatch belongs to that crossing, and to no other.
    #expect(form["mismatch"] == nil)
    #expect(forms[1]["mismatch"] == "weight")
    #expect(forms[1]["state"] == "approved")
    #expect(forms[1]["atGateAt"] == nil)
    // What was never set is at its first word.
    let other = try #require(try first("form", "exports#8").first)
    #expect(other["vehicle"] == "van")
    #expect(other["firm"] == "parts-a")
    #expect(other["mismatch"] == "none")
    #expect(other["state"] == "returned")
    #expect(other["refusals"] == 0)
  }

  @Test func inspections() throws {
    try store.recordRun()
    let rows = try first("inspection", "imports#7")
    #expect(rows.map { minute($0["orderedAt"]) } == [10, 50])
    #expect(rows.map { $0["result"] as String? } == ["released", "detained"])
    #expect(rows.map { $0["kind"] as String? } == [nil, "spot"])
    #expect(rows.map { minute($0["endedAt"]) } == [20, 56])
    #expect(rows.map { minute($0["scannedAt"]) } == [19, nil])
    #expect(rows.map { minute($0["unpackedAt"]) } == [nil, 52])
    // The first began with a visit to the gate at 10 min, served from 12 min on.
    #expect(rows.map { $0["place"] as String? } == ["gate", nil])
    #expect(rows[0]["minutesWaited"] == 2.0)
    #expect(rows[0]["minutesInspected"] == 8.0)
  }

  @Test func samples() throws {
    try store.recordRun()
    let sample = try #require(try first("sample", "imports#7").first)
    #expect(minute(sample["drawnAt"]) == 20)
    #expect(minute(sample["resultAt"]) == 52)
    #expect(sample["result"] == "failed")
    #expect(sample["disposal"] == "treated")
    #expect(sample["state"] == "treated")
    #expect(sample["companion"] == nil)
    #expect(sample["hoursToResult"] == 32.0 / 60)
  }

  @Test func declarations() throws {
    try store.recordRun()
    let declarations = try rows("SELECT * FROM declaration WHERE replication = 1")
    try #require(declarations.count == 1)
    let declaration = declarations[0]
    #expect(declaration["truck"] == "imports#7")
    #expect(declaration["companion"] == 2)
    #expect(declaration["firm"] == "others")
    #expect(declaration["slips"] == 3.0)
    #expect(minute(declaration["submittedAt"]) == 61)
    #expect(minute(declaration["releasedAt"]) == 70)
    #expect(declaration["review"] == "manual")
    #expect(declaration["minutesToRelease"] == 9.0)
  }

  @Test func slips() throws {
    try store.recordRun()
    let slips = try rows("SELECT * FROM slip WHERE replication = 2 ORDER BY madeAt")
    #expect(slips.map { $0["truck"] as String } == ["imports#7", "exports#8", "exports#8"])
    #expect(slips.allSatisfy { $0["collection"] == "monthly" })
    #expect(slips.map { $0["firm"] as String } == ["others", "parts-a", "parts-a"])
    #expect(slips.map { $0["closing"] as Int? } == [1, 2, nil])
    #expect(slips.map { $0["companion"] as Int? } == [1, nil, nil])
    #expect(slips.map { minute($0["wentOutAt"]) } == [60, nil, nil])
    #expect(slips.map { minute($0["declaredAt"]) } == [61, nil, nil], "by what companion 1 sent")
    #expect(slips[0]["daysGathered"] == 42.0 / 1440)
  }

  @Test func documentStates() throws {
    try store.recordRun()
    let states = try rows(
      """
      SELECT * FROM documentState WHERE replication = 1 AND document = 'form in'
        AND truck = 'imports#7'
      """
    )
    #expect(states.prefix(3).map { $0["state"] as String } == ["applied", "approved", "at-gate"])
    #expect(states.map { minute($0["startedAt"]) } == [8, 9, 12, 13, 14, 15, 16, 18])
    #expect(states.map { minute($0["endedAt"]) } == [9, 12, 13, 14, 15, 16, 18, nil])
  }

  private static let views = [
    "form", "inspection", "sample", "declaration", "slip", "documentState", "attributeValue",
  ]

  @Test(arguments: views)
  func aRunRecordedTooThinlySaysSo(view: String) throws {
    for level in RecordingLevel.allCases {
      let run = try store.recordRun(header(recorded: level))
      let notes = try rows("SELECT note FROM \(view) WHERE run = \(run)")
      if level < .passages {
        try #require(notes.count == 1)
        #expect(notes[0]["note"] == "recorded with --record passages or steps only")
      } else {
        #expect(!notes.isEmpty && notes.allSatisfy { $0["note"] == nil })
      }
    }
  }

  @Test(arguments: views)
  func aScenarioWithoutSuchThingsSaysSo(view: String) throws {
    var names = smallNames
    names.attributes = []
    names.collections = []
    let writer = try store.beginRun(header(), names: names, measureNames: [])
    try writer.begin(replication: 1)
    try writer.finish(record(1, values: []))
    try writer.finish(state: .complete, endedAt: "", measures: [])
    let notes = try rows("SELECT note FROM \(view)")
    try #require(notes.count == 1)
    #expect((notes[0]["note"] as String).hasPrefix("the scenario has no "))
  }

  /// Another scenario's form with states of its own: what is not known is NULL, not wrong.
  @Test func otherStatesAreNotMisread() throws {
    var names = smallNames
    names.attributes = [
      .init(name: "form in", words: ["blank", "stamped"], isDocument: true),
      .init(name: "inspection", words: ["no", "looked at"], isDocument: true),
      .init(name: "firm", words: [], isDocument: false),
    ]
    let writer = try store.beginRun(header(), names: names, measureNames: [])
    try writer.begin(replication: 1)
    var batch = RecordBatch(replication: 1)
    for document in [UInt16(0), 1] {
      batch.transitions.append(
        TransitionRow(
          truck: 1,
          flow: 0,
          classIndex: 0,
          companion: 0,
          document: document,
          state: 1,
          at: .minutes(5)
        )
      )
    }
    try writer.write(batch)
    try writer.finish(record(1, values: []))
    try writer.finish(state: .complete, endedAt: "", measures: [])
    let form = try #require(try rows("SELECT * FROM form").first)
    #expect(form["state"] == "stamped")
    #expect(form["appliedAt"] == nil)
    #expect(form["firm"] == nil)
    #expect(form["vehicle"] == nil)
    #expect(form["mismatch"] == nil)
    let inspection = try #require(try rows("SELECT * FROM inspection").first)
    #expect(inspection["state"] == "looked at")
    #expect(inspection["result"] == nil)
    #expect(inspection["kind"] == nil)
    #expect(inspection["place"] == nil)
  }
}
