import ClearanceRecords
import Foundation
import GRDB
import Studies

/// A scenario from its file into a results file, as `kakou run` does it.
extension Work {
  /// The gate and the yard, at each recording level.
  public static let run = [
    recording(.summary, rowsPerEvent: 0),
    recording(.intervals, rowsPerEvent: 0),
    // Each truck has a row, and so has each visit to a station.
    recording(.passages, rowsPerEvent: 1),
    // And each visit is a step.
    recording(.steps, rowsPerEvent: 2),
  ]

  /// One replication at a recording level; a work's unit is a row where trucks have rows.
  private static func recording(_ level: RecordingLevel, rowsPerEvent: Int) -> Work {
    Work(
      "record-\(level.rawValue)",
      unit: rowsPerEvent > 0 ? "row" : "truck",
      size: 100_000,
      countedSize: 12_000,
      right: { GateAndYard.right(trucks: $0, mean: GateAndYard.yardWait) },
      body: { size in
        let folder = FileManager.default.temporaryDirectory
          .appending(path: "kakou-works-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var options = RunOptions(scenario: PipelineRun.path("benchmarks/w2.yaml"))
        options.overrides = [PipelineRun.atMost(size)]
        options.recording = level
        options.database = folder.appending(path: "run.sqlite").path
        let result = try await RunStudy.run(options, version: "benchmark")
        let rows = try rows(in: result.database)
        guard rows == rowsPerEvent * Int(result.events) else {
          fatalError("record-\(level.rawValue): \(rows) rows of \(result.events) events")
        }
        return Answer(
          units: rowsPerEvent > 0 ? rows : size,
          count: Int(result.events),
          mean: result.measure("yard.wait.mean")?.estimate ?? .nan
        )
      }
    )
  }

  /// The rows of trucks, their visits and their steps in a results file.
  private static func rows(in path: String) throws -> Int {
    try DatabaseQueue(path: path).read { database in
      try ["truck", "passage", "step"].reduce(0) { sum, table in
        sum + (try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0)
      }
    }
  }
}
