import ClearanceRecords
import EventSimulation
import Foundation
import GRDB
import Testing

@testable import ResultStore

@Suite struct RoundTripTests {
  let folder: Folder
  let store: ResultStore
  let run: Int64

  init() throws {
    folder = try Folder()
    store = try ResultStore.open(path: folder.database)
    run = try store.recordRun()
  }

  @Test func runAndScenario() throws {
    let stored = try #require(try store.runs().first)
    #expect(stored.id == run)
    #expect(stored.header == header())
    #expect(stored.scenarioHash == SHA256.hexDigest(of: "scenario: a gate"))
    #expect(stored.state == .complete)
    #expect(stored.endedAt == "2024-03-01T08:01:00Z")
    #expect(stored.replications == 2)
    #expect(try store.scenarioText(run: run) == "scenario: a gate")
    #expect(try store.scenarioText(run: 99) == nil)
  }

  @Test func theLargestSeedAndAbsentFields() throws {
    var other = header(seed: .max, startsOn: nil)
    other.replicationsAsked = nil
    other.endsAt = nil
    let run = try store.recordRun(other)
    #expect(try store.runs().first { $0.id == run }?.header == other)
  }

  @Test func namesMeasuresAndReplications() throws {
    #expect(try store.names(run: run) == smallNames)
    #expect(try store.measureNames(run: run).elementsEqual(smallMeasures, by: ==))
    #expect(try store.measures(run: run) == runMeasures)
    let expected = (1...2).map { number in
      StoredReplication(
        number: number,
        events: 1000 + UInt64(number),
        trucks: 100,
        fingerprint: record(number).fingerprint.value,
        values: [41.25, nil]
      )
    }
    #expect(try store.replications(run: run) == expected)
  }

  @Test func aFingerprintIsSixteenDigits() throws {
    let text = try folder.shell().read { db in
      try String.fetchAll(db, sql: "SELECT fingerprint FROM replication WHERE number = 1")
    }
    #expect(text == [record(1).fingerprint.text])
  }

  @Test func intervalRows() throws {
    let rows = try rows(
      """
      SELECT place.number AS placeNumber, interval.* FROM interval
        JOIN place ON place.id = interval.place ORDER BY startsAt
      """
    )
    let read = rows.map { row in
      IntervalRow(
        place: row["placeNumber"],
        startsAt: time(row["startsAt"]),
        length: time(row["length"]),
        arrivals: row["arrivals"],
        departures: row["departures"],
        lost: row["lost"],
        queueMean: row["queueMean"],
        queueMax: row["queueMax"],
        busyShare: row["busyShare"] ?? -7,
        waitMean: row["waitMean"] ?? -1,
        waitP50: row["waitP50"] ?? -1,
        waitP95: row["waitP95"] ?? -1
      )
    }
    var expected = batch(1).intervals
    expected[1].busyShare = -7  // NaN is equal to nothing; NULL was read
    #expect(read == expected)
    #expect(rows[1].hasNull(atIndex: rows[1].count - 3), "−1 becomes NULL")
  }

  @Test func passageRows() throws {
    let rows = try rows(
      """
      SELECT flow.number AS flowNumber, class.number AS classNumber, place.number AS placeNumber,
        lane.number AS laneNumber, passage.* FROM passage JOIN flow ON flow.id = flow
        JOIN class ON class.id = class JOIN place ON place.id = place
        LEFT JOIN place AS lane ON lane.id = lane ORDER BY passage.rowid
      """
    )
    let read = try rows.map { row in
      PassageRow(
        truck: row["truck"],
        flow: row["flowNumber"],
        classIndex: row["classNumber"],
        place: row["placeNumber"],
        lane: row["laneNumber"] ?? noPlace,
        outcome: try #require(Outcome(rawValue: row["outcome"])),
        arrivedAt: time(row["arrivedAt"]),
        startedAt: time(row["startedAt"]),
        endedAt: time(row["endedAt"]),
        leftAt: time(row["leftAt"])
      )
    }
    #expect(read == batch(1).passages)
    #expect(rows.map { $0["startedAt"] == nil } == [false, true, true], "never becomes NULL")
  }

  @Test func truckRows() throws {
    let rows = try rows(
      """
      SELECT flow.number AS flowNumber, class.number AS classNumber, truck.* FROM truck
        JOIN flow ON flow.id = flow JOIN class ON class.id = class ORDER BY truck.rowid
      """
    )
    let read = try rows.map { row in
      TruckRow(
        number: row["number"],
        flow: row["flowNumber"],
        classIndex: row["classNumber"],
        outcome: try #require(Outcome(rawValue: row["outcome"])),
        arrivedAt: time(row["arrivedAt"]),
        clearedAt: time(row["clearedAt"]),
        leftAt: time(row["leftAt"]),
        cameAt: time(row["cameAt"])
      )
    }
    #expect(read == batch(1).trucks)
    #expect(rows.map { $0["clearedAt"] == nil } == [false, true, true])
  }

  @Test func stepRows() throws {
    let rows = try rows(
      """
      SELECT flow.number AS flowNumber, stepName.number AS stepNumber,
        place.number AS placeNumber, step.* FROM step JOIN flow ON flow.id = flow
        JOIN stepName ON stepName.id = step.step LEFT JOIN place ON place.id = place
        ORDER BY step.rowid
      """
    )
    let read = rows.map { row in
      StepRow(
        truck: row["truck"],
        flow: row["flowNumber"],
        step: row["stepNumber"],
        place: row["placeNumber"] ?? noPlace,
        startedAt: time(row["startedAt"]),
        endedAt: time(row["endedAt"])
      )
    }
    #expect(read == batch(1).steps)
    #expect(rows.map { $0["endedAt"] == nil } == [false, true])
  }

  @Test func everyOutcomeHasItsWord() throws {
    let words = try folder.shell().read { db in
      try Row.fetchAll(db, sql: "SELECT id, word FROM outcome ORDER BY id")
    }
    #expect(words.map { $0["id"] as UInt8 } == Outcome.allCases.map(\.rawValue))
    #expect(words.map { $0["word"] as String } == Outcome.allCases.map { "\($0.word)" })
  }

  @Test func everyRecordingLevelIsKnown() throws {
    let words = try folder.shell().read { db in
      try String.fetchAll(db, sql: "SELECT word FROM recordingLevel ORDER BY rank")
    }
    #expect(words == RecordingLevel.allCases.map(\.rawValue))
  }

  /// The rows of replication 1 only.
  private func rows(_ sql: String) throws -> [Row] {
    let filtered = sql.replacingOccurrences(
      of: "ORDER BY",
      with: "WHERE replication = (SELECT id FROM replication WHERE number = 1) ORDER BY"
    )
    return try folder.shell().read { db in try Row.fetchAll(db, sql: filtered) }
  }

  private func time(_ value: Int64?) -> SimulatedTime {
    value.map(SimulatedTime.init(microseconds:)) ?? .never
  }
}
