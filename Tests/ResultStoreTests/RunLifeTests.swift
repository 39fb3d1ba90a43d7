import ClearanceRecords
import EventSimulation
import Foundation
import GRDB
import Testing

@testable import ResultStore

@Suite struct RunLifeTests {
  let folder: Folder
  let store: ResultStore

  init() throws {
    folder = try Folder()
    store = try ResultStore.open(path: folder.database)
  }

  @Test func aSecondRunIsAddedAndSharesItsScenario() throws {
    let first = try store.recordRun()
    let second = try store.recordRun(header(seed: 7))
    let third = try store.recordRun(header(text: "scenario: another"))
    #expect([first, second, third] == [1, 2, 3])
    #expect(try store.runs().map(\.state) == [.complete, .complete, .complete])
    #expect(try folder.count("scenario") == 2)
    #expect(try folder.count("place") == 9)
    #expect(try folder.count("replication") == 7)  // 2 + 2 + 3: the next writer tidied twice
  }

  @Test func aCompleteRunIsNotContinued() throws {
    #expect(try store.recordRun() == 1)
    #expect(try store.recordRun() == 2)
  }

  @Test func incompleteReplicationsAreHiddenThenDeleted() throws {
    try store.recordRun()
    #expect(try folder.count("passage") == 9)
    #expect(try folder.count("visit") == 6)
    #expect(try folder.count("placeInterval") == 4)
    #expect(try folder.count("truckStay") == 6)
    #expect(try folder.count("stepTaken") == 4)
    let next = try store.beginRun(header(seed: 7), names: smallNames, measureNames: smallMeasures)
    for (table, rows) in [
      ("replication", 2), ("interval", 4), ("passage", 6), ("truck", 6), ("step", 4),
    ] {
      #expect(try folder.count(table) == rows, "\(table)")
    }
    try next.finish(state: .complete, endedAt: "", measures: [])
    let violations = try folder.shell().read { db in
      try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
    }
    #expect(violations.isEmpty)
  }

  @Test func aRunThatLosesItsProcessIsMarkedAndItsWholeReplicationsStay() throws {
    try loseWriter()
    #expect(try store.runs().map(\.state) == [.running])
    let next = try store.beginRun(header(seed: 7), names: smallNames, measureNames: smallMeasures)
    let runs = try store.runs()
    #expect(runs.map(\.state) == [.interrupted, .running])
    #expect(runs[0].endedAt == nil)
    #expect(try store.replications(run: 1).map(\.number) == [1])
    #expect(try folder.count("passage") == 3)
    #expect(next.completed.isEmpty)
  }

  @Test func theSameCommandCompletesItsUnfinishedRun() throws {
    try loseWriter()
    let writer = try store.beginRun(header(), names: smallNames, measureNames: smallMeasures)
    #expect(writer.run == 1)
    #expect(writer.completed.map(\.number) == [1])
    for number in 2...3 {
      try writer.begin(replication: number)
      try writer.write(batch(number))
      try writer.finish(record(number))
    }
    try writer.finish(state: .complete, endedAt: "2024-03-02T00:00:00Z", measures: runMeasures)
    #expect(try store.runs().map(\.state) == [.complete])
    #expect(try store.replications(run: 1).map(\.number) == [1, 2, 3])
    #expect(try folder.count("visit") == 9)
  }

  @Test func aRunStoppedInOrderIsContinuedToo() throws {
    try store.recordRun(state: .interrupted)
    let writer = try store.beginRun(header(), names: smallNames, measureNames: smallMeasures)
    #expect(writer.run == 1)
    #expect(writer.completed.map(\.number) == [1, 2])
    try writer.finish(state: .complete, endedAt: "", measures: runMeasures)
    #expect(try store.measures(run: 1) == runMeasures, "measures are replaced, not doubled")
  }

  @Test func anythingElseInTheCommandBeginsARun() throws {
    try store.recordRun(state: .interrupted)
    var options = header()
    options.options = #"{"workers":2}"#
    var version = header()
    version.version = "1.0.1"
    let others = [
      options, version, header(text: "scenario: x"), header(seed: 7), header(recorded: .passages),
    ]
    for other in others {
      let writer = try store.beginRun(other, names: smallNames, measureNames: smallMeasures)
      #expect(writer.run > 1)
      try writer.finish(state: .complete, endedAt: "", measures: [])
    }
    let measured = try store.beginRun(header(), names: smallNames, measureNames: [])
    #expect(measured.run == 7)
    try measured.finish(state: .complete, endedAt: "", measures: [])
    var longer = smallNames
    longer.flows.append("more")
    let named = try store.beginRun(header(), names: longer, measureNames: smallMeasures)
    #expect(named.run == 8)
  }

  @Test func aLiveWriterIsNotDisturbed() throws {
    let writer = try store.beginRun(header(), names: smallNames, measureNames: smallMeasures)
    try writer.begin(replication: 1)
    try writer.write(batch(1))
    #expect(throws: ResultStoreError.busy(path: folder.database)) {
      try store.beginRun(header(seed: 7), names: smallNames, measureNames: smallMeasures)
    }
    #expect(folder.files.contains("results.sqlite-writer"))
    try writer.finish(record(1))
    try writer.finish(state: .complete, endedAt: "", measures: [])
    #expect(try store.runs().map(\.state) == [.complete])
    #expect(try folder.count("visit") == 3)
    #expect(!folder.files.contains("results.sqlite-writer"))
  }

  @Test func aSecondBeginningVoidsTheFirst() throws {
    let writer = try store.beginRun(header(), names: smallNames, measureNames: smallMeasures)
    for _ in 1...2 {
      try writer.begin(replication: 1)
      try writer.write(batch(1))
      try writer.finish(record(1))
    }
    try writer.begin(replication: 2)
    try writer.write(batch(2))
    try writer.begin(replication: 2)
    try writer.finish(record(2))
    try writer.finish(state: .complete, endedAt: "", measures: [])
    #expect(try folder.count("visit") == 3)
    #expect(try folder.count("replicationMeasure") == 4)
  }

  @Test func replicationsMayAlternate() throws {
    let writer = try store.beginRun(header(), names: smallNames, measureNames: smallMeasures)
    try writer.begin(replication: 1)
    try writer.begin(replication: 2)
    for _ in 1...5 {
      var rows = batch(2)
      rows.intervals = []
      rows.removeBooks()
      try writer.write(rows)
      rows = batch(1)
      rows.intervals = []
      rows.removeBooks()
      try writer.write(rows)
    }
    try writer.finish(record(2))
    try writer.commit()
    #expect(try folder.count("visit") == 15)
    try writer.finish(record(1))
    try writer.finish(state: .complete, endedAt: "", measures: [])
    #expect(try folder.count("visit") == 30)
  }

  @Test func afterTheEndTheFileIsWholeWithoutItsLog() throws {
    try store.recordRun()
    let copy = folder.path + "/copy.sqlite"
    try FileManager.default.copyItem(atPath: folder.database, toPath: copy)
    #expect(try ResultStore.openExisting(path: copy).replications(run: 1).count == 2)
  }

  /// A writer that completes one replication, begins another and vanishes.
  private func loseWriter() throws {
    let writer = try store.beginRun(header(), names: smallNames, measureNames: smallMeasures)
    try writer.begin(replication: 1)
    try writer.begin(replication: 2)
    try writer.write(batch(2))
    try writer.write(batch(1))
    try writer.finish(record(1))
    try writer.commit()
  }
}
