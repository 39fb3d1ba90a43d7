import ClearanceRecords
import EventSimulation
import GRDB
import Testing

@testable import ResultStore

/// The views against the two complete replications of the fixture, worked out by hand.
@Suite struct ViewTests {
  let folder: Folder
  let store: ResultStore

  init() throws {
    folder = try Folder()
    store = try ResultStore.open(path: folder.database)
  }

  private func row(_ sql: String) throws -> Row {
    try #require(try folder.shell().read { db in try Row.fetchOne(db, sql: sql) })
  }

  @Test func gateByHour() throws {
    try store.recordRun()
    let row = try row("SELECT * FROM gateByHour WHERE place = 'gate'")
    #expect(row["scenario"] == "a gate")
    #expect(row["startsAt"] == 0)
    #expect(row["calendarTime"] == "2024-03-04 06:00:00")
    #expect(row["hourOfDay"] == 6)
    #expect(row["hours"] == 1.0)
    #expect(row["replications"] == 2)
    #expect(row["meanArrivals"] == 15.0)  // of 10 and 20
    #expect(row["meanDepartures"] == 8.0)
    #expect(row["meanTurnedAway"] == 0.5)  // of 0 and 1
    #expect(row["meanQueue"] == 2.25)  // of 1.5 and 3
    #expect(row["maxQueue"] == 6)  // of 5 and 6
    #expect(row["busyShare"] == 0.5)
    #expect(row["meanWaitSeconds"] == 90.0)  // of 60 and 120
    #expect(row["waitP95Seconds"] == 90.0)
    #expect(row["note"] == nil)
    let yard = try self.row("SELECT * FROM gateByHour WHERE place = 'yard'")
    #expect(yard["startsAtHour"] == 1.0)
    #expect(yard["hourOfDay"] == 7)
    #expect(yard["busyShare"] == nil)
    #expect(yard["meanWaitSeconds"] == nil)
  }

  @Test func placeHoursComeByPlaceThenTime() throws {
    let run = try store.recordRun()
    let hours = try store.placeHours(run: run)
    #expect(hours.map(\.place) == ["gate", "yard"])
    #expect(hours[0].startsAt == .zero && hours[1].startsAt == .hours(1))
    #expect(hours[0].waitMean == 90 && hours[1].waitMean == nil)
    #expect(hours[0].queueMax == 6 && hours[0].arrivals == 15)
  }

  @Test func withoutADateHoursCountFromTheStart() throws {
    try store.recordRun(header(startsOn: nil))
    let row = try row("SELECT * FROM gateByHour WHERE place = 'yard'")
    #expect(row["calendarTime"] == nil)
    #expect(row["hourOfDay"] == 1)
  }

  @Test func clearanceByFlow() throws {
    try store.recordRun()
    let imports = try row("SELECT * FROM clearanceByFlow WHERE flow = 'imports'")
    #expect(imports["class"] == "ordinary")
    #expect(imports["replications"] == 2)
    #expect(imports["trucks"] == 2)
    #expect(imports["cleared"] == 2)
    #expect(imports["turnedAway"] == 0)
    #expect(imports["meanMinutesToClear"] == 23.0)  // of 18 and 28
    #expect(imports["maxMinutesToClear"] == 28.0)
    let exports = try row("SELECT * FROM clearanceByFlow WHERE flow = 'exports'")
    #expect(exports["trucks"] == 2)  // exports#8 is announced and never comes
    #expect(exports["cleared"] == 0)
    #expect(exports["turnedAway"] == 2)
    #expect(exports["meanMinutesToClear"] == nil)
  }

  @Test func whoWaitedLongest() throws {
    try store.recordRun()
    let rows = try folder.shell().read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM whoWaitedLongest")
    }
    // Two that still wait when the run ends after 2 h, having come at 1:50; then the served ones.
    #expect(
      rows.map { $0["truck"] as String } == ["exports#8", "exports#8", "imports#7", "imports#7"]
    )
    #expect(rows.map { $0["waitMinutes"] as Double } == [10, 10, 4, 2])
    #expect(rows[0]["outcome"] == "waiting at end")
    #expect(rows[0]["calendarTime"] == "2024-03-04 07:50:00")
    #expect(rows[2]["lane"] == "gate.l1" && rows[2]["place"] == "gate")
    #expect(rows[2]["replication"] == 2)
  }

  @Test func plainViewsOfTheRows() throws {
    try store.recordRun()
    let visit = try row("SELECT * FROM visit WHERE truck = 'imports#7' AND replication = 1")
    #expect(visit["arrivedAt"] == 600_000_000)
    #expect(visit["waitSeconds"] == 120.0)
    #expect(visit["serviceSeconds"] == 300.0)
    #expect(visit["stayedSeconds"] == 480.0)
    #expect(visit["outcome"] == "completed")
    #expect(visit["calendarTime"] == "2024-03-04 06:10:00")
    let stay = try row("SELECT * FROM truckStay WHERE truck = 'imports#7' AND replication = 2")
    #expect(stay["minutesToClear"] == 28.0)
    #expect(stay["minutesInside"] == 48.0)
    let step = try row("SELECT * FROM stepTaken WHERE truck = 'imports#7'")
    #expect(step["step"] == "pass/gate")
    #expect(step["place"] == "gate")
    #expect(step["seconds"] == 420.0)
    let measure = try row("SELECT * FROM measureByReplication WHERE replication = 2")
    #expect(measure["measure"] == "gate.wait.mean")
    #expect(measure["value"] == 41.25)
  }

  @Test(arguments: [
    ("gateByHour", RecordingLevel.intervals), ("placeInterval", .intervals),
    ("clearanceByFlow", .passages), ("whoWaitedLongest", .passages), ("visit", .passages),
    ("truckStay", .passages), ("stepTaken", .steps),
  ])
  func aRunRecordedTooThinlySaysSo(view: String, needed: RecordingLevel) throws {
    for level in RecordingLevel.allCases {
      let run = try store.recordRun(header(recorded: level))
      let notes = try folder.shell().read { db in
        try String?.fetchAll(db, sql: "SELECT note FROM \(view) WHERE run = ?", arguments: [run])
      }
      if level < needed {
        try #require(notes.count == 1)
        let note = try #require(notes[0])
        #expect(note.hasPrefix("recorded with --record \(needed.rawValue)"))
      } else {
        #expect(notes.count > 1 && notes.allSatisfy { $0 == nil })
      }
    }
  }

  @Test func aRunWithoutACompleteReplicationSaysSo() throws {
    let writer = try store.beginRun(header(), names: smallNames, measureNames: smallMeasures)
    try writer.begin(replication: 1)
    try writer.finish(state: .interrupted, endedAt: "", measures: [])
    #expect(try row("SELECT * FROM visit")["note"] == "no replication is complete")
    #expect(try store.placeHours(run: writer.run).isEmpty)
  }
}
