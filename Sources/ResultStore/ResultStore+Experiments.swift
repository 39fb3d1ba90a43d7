import ClearanceRecords
import Foundation
import GRDB

extension ResultStore {
  /// The youngest run of a command that has what a design point needs; nil where there is none.
  public func storedPoint(
    _ header: RunHeader,
    names: RunNames,
    measureNames: [(name: String, unit: String)]
  ) throws(ResultStoreError) -> StoredPoint? {
    try read { db in
      guard
        let run = try Self.latestRun(
          db,
          of: header,
          states: ["running", "complete", "interrupted", "failed"],
          names,
          measureNames
        )
      else { return nil }
      let stored = try StoredReplication.fetch(db, run: run)
      let contiguous = stored.enumerated().prefix { $0.offset + 1 == $0.element.number }
      let isWhole = contiguous.count == stored.count
      return StoredPoint(
        run: run,
        replications: contiguous.map(\.element),
        measures: isWhole ? try Self.measures(db, run: run) : []
      )
    }
  }

  /// The experiments of the file, oldest first.
  public func experiments() throws(ResultStoreError) -> [StoredExperiment] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM experiment ORDER BY id").map { row in
        let id: Int64 = row["id"]
        let sql = "SELECT * FROM experimentPoint WHERE experiment = ? ORDER BY number"
        let points = try Row.fetchAll(db, sql: sql, arguments: [id]).map { row in
          ExperimentPoint(
            number: row["number"],
            run: row["run"],
            label: row["label"],
            settings: try JSONDecoder().decode(
              [String].self,
              from: Data((row["settings"] as String).utf8)
            )
          )
        }
        return StoredExperiment(
          id: id,
          kind: row["kind"],
          state: RunState(rawValue: row["state"]) ?? .failed,
          options: row["options"],
          answer: row["answer"],
          points: points
        )
      }
    }
  }

  /// Begins an experiment, or goes on with the one of the same command; its points are named anew.
  ///
  /// - Returns: its number in the file.
  /// - Throws: `busy` while another writer has the file.
  public func beginExperiment(_ header: ExperimentHeader) throws(ResultStoreError) -> Int64 {
    try change { db in
      let scenario = try scenarioID(db, name: header.scenarioName, text: header.scenarioText)
      let find = """
        SELECT id FROM experiment WHERE kind = ? AND scenario = ? AND seed = ? AND options = ?
          AND version = ? ORDER BY id DESC LIMIT 1
        """
      let key: StatementArguments = [
        header.kind, scenario, String(header.seed), header.options, header.version,
      ]
      if let id = try Int64.fetchOne(db, sql: find, arguments: key) {
        let begin = "UPDATE experiment SET state = 'running', endedAt = NULL WHERE id = ?"
        try db.execute(sql: begin, arguments: [id])
        return id
      }
      try db.execute(
        sql: """
          INSERT INTO experiment (kind, scenario, seed, options, version, startedAt, state)
          VALUES (?, ?, ?, ?, ?, ?, 'running')
          """,
        arguments: key + [header.startedAt]
      )
      return db.lastInsertedRowID
    }
  }

  /// Notes points of an experiment; one of the same number is replaced.
  public func add(
    _ points: [ExperimentPoint],
    toExperiment id: Int64
  ) throws(ResultStoreError) {
    try change { db in
      for point in points {
        let settings = String(decoding: try JSONEncoder().encode(point.settings), as: UTF8.self)
        try db.execute(
          sql: """
            INSERT INTO experimentPoint (experiment, number, run, label, settings)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT (experiment, number) DO UPDATE
            SET run = excluded.run, label = excluded.label, settings = excluded.settings
            """,
          arguments: [id, point.number, point.run, point.label, settings]
        )
      }
    }
  }

  /// Notes how an experiment ended, and its answer as JSON where there is one.
  public func endExperiment(
    _ id: Int64,
    state: RunState,
    answer: String?,
    endedAt: String
  ) throws(ResultStoreError) {
    try change { db in
      try db.execute(
        sql: """
          UPDATE experiment SET state = ?, answer = coalesce(?, answer), endedAt = ? WHERE id = ?
          """,
        arguments: [state.rawValue, answer, endedAt, id]
      )
    }
  }

  /// Changes the file as its one writer, in one transaction that is on disk afterwards.
  private func change<Value>(
    _ body: (Database) throws -> Value
  ) throws(ResultStoreError) -> Value {
    let lock = try WriterLock(for: path)
    let value = try ResultStoreError.about(path) {
      let queue = try writingConnection()
      let value = try queue.write(body)
      try queue.close()
      return value
    }
    _ = consume lock
    return value
  }
}
