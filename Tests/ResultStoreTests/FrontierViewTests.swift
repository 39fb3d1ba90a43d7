import ClearanceRecords
import GRDB
import Testing

@testable import ResultStore

/// The trade between wait and detection, from the estimates of all runs of a file.
@Suite struct FrontierViewTests {
  let folder: Folder
  let store: ResultStore

  init() throws {
    folder = try Folder()
    store = try ResultStore.open(path: folder.database)
  }

  private static func record(_ name: String, _ estimate: Double?) -> MeasureRecord {
    MeasureRecord(
      name: name,
      unit: "",
      estimate: estimate,
      halfWidth: estimate.map { $0 / 10 },
      confidence: 0.95,
      replications: 30,
      pooled: false
    )
  }

  private func add(seed: UInt64, _ measures: [MeasureRecord]) throws {
    let header = header(seed: seed, recorded: .summary)
    let writer = try store.beginRun(header, names: smallNames, measureNames: [])
    try writer.finish(state: .complete, endedAt: "2024-03-01T08:01:00Z", measures: measures)
  }

  @Test func allRuns() throws {
    try add(
      seed: 1,
      [
        Self.record("flow.imports.to-entered-image-first.mean", 7_200),
        Self.record("flow.imports.to-usable-image-first.mean", 10_800),
        Self.record("flow.imports.to-usable-image-first.p95", 90_000),
        Self.record("flow.imports.detected-image-first.share", 0.8),
        Self.record("flow.imports.missed-image-first.sum", 0.4),
        // Neither a class, nor a mode that nobody met, nor a flow of a similar name.
        Self.record("flow.imports[aeo].to-usable-image-first.mean", 1),
        Self.record("flow.imports.to-usable-spot-checks.mean", nil),
        Self.record("flow.imports-b.to-usable-spot-checks.mean", 5),
        Self.record("flow.exports.to-entered.mean", 5),
      ]
    )
    try add(
      seed: 2,
      [
        Self.record("flow.exports.to-entered-my mode.mean", 3_600),
        Self.record("flow.exports.samples-my mode.sum", 12),
        Self.record("flow.exports.out-before-result-my mode.sum", 30),
        Self.record("flow.exports.recalled-my mode.sum", 2),
      ]
    )
    let rows = try folder.shell().read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM inspectionFrontier")
    }
    #expect(rows.count == 2)
    let first = rows[0]
    let options = #"{"workers":1}"#
    #expect(Self.texts(first) == ["a gate", options, "imports", "image-first"])
    #expect(first["run"] == 1)
    #expect(
      Self.numbers(first) == [2, 0.2, 3, 0.3, 0.8, 0.08, 0.4, 0.04, nil, nil, nil, nil, nil, nil]
    )
    let second = rows[1]
    #expect(Self.texts(second) == ["a gate", options, "exports", "my mode"])
    #expect(second["run"] == 2)
    #expect(
      Self.numbers(second) == [1, 0.1, nil, nil, nil, nil, nil, nil, 12, 1.2, 30, 3, 2, 0.2]
    )
  }

  private static func texts(_ row: Row) -> [String] {
    ["scenario", "options", "flow", "mode"].map { row[$0] ?? "" }
  }

  private static func numbers(_ row: Row) -> [Double?] {
    let columns = [
      "toEntryMean", "toEntryHalfWidth", "toUsableMean", "toUsableHalfWidth", "detectedShare",
      "detectedHalfWidth", "missed", "missedHalfWidth", "samples", "samplesHalfWidth",
      "outBeforeResult", "outBeforeResultHalfWidth", "recalled", "recalledHalfWidth",
    ]
    return columns.map { (column: String) -> Double? in
      let value: Double? = row[column]
      return value.map { ($0 * 1e9).rounded() / 1e9 }
    }
  }

  /// A file of the version before has the view as soon as it is opened for writing.
  @Test func formerFiles() throws {
    let other = try Folder()
    let queue = try DatabaseQueue(path: other.database)
    try Schema.migrator.migrate(queue, upTo: "4")
    try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = WAL") }
    try queue.close()
    _ = try ResultStore.open(path: other.database)
    #expect(try other.count("inspectionFrontier") == 0)
  }
}
