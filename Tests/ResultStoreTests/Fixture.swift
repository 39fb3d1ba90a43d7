import ClearanceRecords
import EventSimulation
import Foundation
import GRDB

@testable import ResultStore

/// A folder of its own for one test, removed with it.
final class Folder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "kakou-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of the results file in the folder.
  var database: String { path + "/results.sqlite" }

  /// The names of the files in the folder, sorted.
  var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// A connection of another program, which reads and never writes.
  func shell() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: database, configuration: configuration)
  }

  func count(_ table: String) throws -> Int {
    try shell().read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? -1 }
  }
}

/// A gate with one lane and a yard; two flows, two classes.
let smallNames = RunNames(
  places: [.init(name: "gate"), .init(name: "gate.l1", station: 0), .init(name: "yard")],
  flows: ["imports", "exports"],
  classes: ["aeo", "ordinary"],
  steps: ["pass/gate", "pass/review", "declare/1"],
  attributes: paperAttributes,
  collections: ["quarterly", "monthly"],
  papers: bookNames
)

let smallMeasures = [(name: "gate.wait.mean", unit: "s"), (name: "gate.lost.share", unit: "")]

func header(
  text: String = "scenario: a gate",
  seed: UInt64 = 2023,
  recorded: RecordingLevel = .steps,
  startsOn: String? = "2024-03-04T06:00:00"
) -> RunHeader {
  RunHeader(
    scenarioName: "a gate",
    scenarioText: text,
    seed: seed,
    options: #"{"workers":1}"#,
    version: "1.0.0",
    startedAt: "2024-03-01T08:00:00Z",
    recorded: recorded,
    confidence: 0.95,
    replicationsAsked: 3,
    startsOn: startsOn,
    endsAt: .hours(2)
  )
}

func record(_ number: Int, values: [Double?] = [41.25, nil]) -> ReplicationRecord {
  var fingerprint = Fingerprint()
  fingerprint.combine(time: .seconds(Int64(number)), kind: 1, entity: 2, place: 3)
  return ReplicationRecord(
    number: number,
    events: 1000 + UInt64(number),
    trucks: 100,
    fingerprint: fingerprint,
    values: values
  )
}

/// Every row type of visits and steps once or more; ``addPapers(to:)`` adds the others.
///
/// Waits at the gate: 2 min × replication, and one truck that still
/// waits at the end, having come at 1:50 of 2:00 h.
func batch(_ replication: Int) -> RecordBatch {
  let factor = Int64(replication)
  var batch = RecordBatch(replication: replication)
  batch.intervals = [
    IntervalRow(
      place: 0,
      startsAt: .zero,
      length: .hours(1),
      arrivals: 10 * factor,
      departures: 8,
      lost: factor - 1,
      queueMean: 1.5 * Double(factor),
      queueMax: 4 + factor,
      busyShare: 0.5,
      waitMean: 60_000_000 * factor,
      waitP50: 50_000_000,
      waitP95: 90_000_000
    ),
    IntervalRow(
      place: 2,
      startsAt: .hours(1),
      length: .hours(1),
      arrivals: 0,
      departures: 0,
      lost: 0,
      queueMean: 0,
      queueMax: 0,
      busyShare: .nan,
      waitMean: -1,
      waitP50: -1,
      waitP95: -1
    ),
  ]
  batch.passages = [
    PassageRow(
      truck: 7,
      flow: 0,
      classIndex: 1,
      place: 0,
      lane: 1,
      outcome: .completed,
      arrivedAt: .minutes(10),
      startedAt: .minutes(10 + 2 * factor),
      endedAt: .minutes(15 + 2 * factor),
      leftAt: .minutes(16 + 2 * factor)
    ),
    PassageRow(
      truck: 8,
      flow: 1,
      classIndex: 0,
      place: 0,
      lane: noPlace,
      outcome: .waitingAtEnd,
      arrivedAt: .minutes(110),
      startedAt: .never,
      endedAt: .never,
      leftAt: .never
    ),
    PassageRow(
      truck: 9,
      flow: 1,
      classIndex: 0,
      place: 2,
      lane: noPlace,
      outcome: .turnedAway,
      arrivedAt: .minutes(20),
      startedAt: .never,
      endedAt: .never,
      leftAt: .minutes(20)
    ),
  ]
  batch.trucks = [
    TruckRow(
      number: 7,
      flow: 0,
      classIndex: 1,
      outcome: .completed,
      arrivedAt: .minutes(10),
      clearedAt: .minutes(20 + 10 * factor),
      leftAt: .minutes(60),
      cameAt: .minutes(12)
    ),
    TruckRow(
      number: 8,
      flow: 1,
      classIndex: 0,
      outcome: .insideAtEnd,
      arrivedAt: .minutes(110),
      clearedAt: .never,
      leftAt: .never,
      cameAt: .never
    ),
    TruckRow(
      number: 9,
      flow: 1,
      classIndex: 0,
      outcome: .turnedAway,
      arrivedAt: .minutes(20),
      clearedAt: .never,
      leftAt: .minutes(20)
    ),
  ]
  batch.steps = [
    StepRow(
      truck: 7,
      flow: 0,
      step: 0,
      place: 0,
      startedAt: .minutes(10),
      endedAt: .minutes(17)
    ),
    StepRow(
      truck: 8,
      flow: 1,
      step: 1,
      place: noPlace,
      startedAt: .minutes(110),
      endedAt: .never
    ),
  ]
  addPapers(to: &batch)
  addBooks(to: &batch)
  return batch
}

extension ResultStore {
  /// Records a whole run of replications 1 and 2, which are complete, and 3, which is not.
  @discardableResult
  func recordRun(_ header: RunHeader = header(), state: RunState = .complete) throws -> Int64 {
    let writer = try beginRun(header, names: smallNames, measureNames: smallMeasures)
    for number in 1...3 {
      try writer.begin(replication: number)
      var rows = batch(number)
      if header.recorded < .steps { rows.steps = [] }
      if header.recorded < .passages {
        rows.passages = []
        rows.trucks = []
        rows.removePapers()
      }
      if header.recorded < .intervals {
        rows.intervals = []
        rows.removeBooks()
      }
      try writer.write(rows)
      if number < 3 { try writer.finish(record(number)) }
    }
    try writer.finish(state: state, endedAt: "2024-03-01T08:01:00Z", measures: runMeasures)
    return writer.run
  }
}

let runMeasures = [
  MeasureRecord(
    name: "gate.wait.mean",
    unit: "s",
    estimate: 41.25,
    halfWidth: 0.5,
    confidence: 0.95,
    replications: 2,
    pooled: false
  ),
  MeasureRecord(
    name: "gate.wait.p99",
    unit: "s",
    estimate: nil,
    halfWidth: nil,
    confidence: 0.95,
    replications: 0,
    pooled: true
  ),
]
