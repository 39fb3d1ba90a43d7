import ClearanceRecords
import EventSimulation
import GRDB

extension ResultStore {
  /// Begins a run, or goes on with the unfinished run of the same command.
  ///
  /// The same command means: same scenario text, seed, options, version, recording level, names
  /// and measures. ``RunWriter/completed`` tells what such a run already has. First, runs that lost
  /// their process are marked as interrupted, and the rows of replications that never ended go.
  /// - Parameters:
  ///   - header: the command.
  ///   - names: the names behind the numbers in its rows.
  ///   - measureNames: names and units of its measures.
  ///   - reopens: whether a complete run of the same command is gone on with as well, to get more
  ///     replications.
  /// - Returns: the writer of the run.
  /// - Throws: `busy` while another writer has the file.
  public func beginRun(
    _ header: RunHeader,
    names: RunNames,
    measureNames: [(name: String, unit: String)],
    reopens: Bool = false
  ) throws(ResultStoreError) -> RunWriter {
    let lock = try WriterLock(for: path)
    let queue: DatabaseQueue
    let run: StartedRun
    do {
      queue = try writingConnection()
      try queue.inDatabase(tidy)
      run = try queue.write { db in
        try Schema.addOutcomes(db)
        let scenario = try scenarioID(
          db,
          name: header.scenarioName,
          text: header.scenarioText
        )
        let states = ["interrupted", "failed"] + (reopens ? ["complete"] : [])
        return try resume(db, header, states: states, names, measureNames)
          ?? start(db, header, scenario: scenario, names, measureNames)
      }
      // Rows name their parents by ids that were read from the parents (``RowIDs``): looking each
      // one up again would cost a quarter of what a row costs.
      try queue.inDatabase { db in try db.execute(sql: "PRAGMA foreign_keys = OFF") }
    } catch {
      throw ResultStoreError(error, path: path)
    }
    return RunWriter(run, queue: queue, path: path, lock: lock)
  }

  /// Clears up after writers that lost their process: the lock is ours, so none of them lives.
  private func tidy(_ db: Database) throws {
    // Deleting a parent row would search every table of rows for children, once per replication;
    // here they have just been deleted, in one pass over each table.
    try db.execute(sql: "PRAGMA foreign_keys = OFF")
    try db.inTransaction(.immediate) {
      // When they lost it nobody knows: `endedAt` stays NULL.
      try db.execute(sql: "UPDATE run SET state = 'interrupted' WHERE state = 'running'")
      let incomplete = "SELECT id FROM replication WHERE state = 'incomplete'"
      if try Row.fetchOne(db, sql: incomplete) != nil {
        for table in Schema.replicationTables {
          try db.execute(sql: "DELETE FROM \(table) WHERE replication IN (\(incomplete))")
        }
        try db.execute(sql: "DELETE FROM replication WHERE state = 'incomplete'")
      }
      return .commit
    }
    try db.execute(sql: "PRAGMA foreign_keys = ON")
  }

  /// The id of a scenario, which is added where the file does not have it yet.
  func scenarioID(_ db: Database, name: String, text: String) throws -> Int64 {
    let hash = SHA256.hexDigest(of: text)
    let find = "SELECT id FROM scenario WHERE sha256 = ?"
    if let id = try Int64.fetchOne(db, sql: find, arguments: [hash]) { return id }
    try db.execute(
      sql: "INSERT INTO scenario (name, text, sha256) VALUES (?, ?, ?)",
      arguments: [name, text, hash]
    )
    return db.lastInsertedRowID
  }

  private func resume(
    _ db: Database,
    _ header: RunHeader,
    states: [String],
    _ names: RunNames,
    _ measureNames: [(name: String, unit: String)]
  ) throws -> StartedRun? {
    guard let run = try Self.latestRun(db, of: header, states: states, names, measureNames) else {
      return nil
    }
    try db.execute(
      sql: "UPDATE run SET state = 'running', endedAt = NULL, replicationsAsked = ? WHERE id = ?",
      arguments: [header.replicationsAsked, run]
    )
    return try StartedRun(db, run: run)
  }

  /// The youngest run of a command that is in one of some states.
  static func latestRun(
    _ db: Database,
    of header: RunHeader,
    states: [String],
    _ names: RunNames,
    _ measureNames: [(name: String, unit: String)]
  ) throws -> Int64? {
    let sql = """
      SELECT run.id FROM run JOIN scenario ON scenario.id = run.scenario
      WHERE sha256 = ? AND seed = ? AND options = ? AND version = ? AND recorded = ?
        AND state IN (\(states.map { "'\($0)'" }.joined(separator: ", ")))
      ORDER BY run.id DESC LIMIT 1
      """
    let command: StatementArguments = [
      SHA256.hexDigest(of: header.scenarioText), String(header.seed), header.options,
      header.version, header.recorded.rawValue,
    ]
    guard let run = try Int64.fetchOne(db, sql: sql, arguments: command),
      try RunNames(db, run: run) == names,
      try fetchMeasureNames(db, run: run).elementsEqual(measureNames, by: ==)
    else { return nil }
    return run
  }

  private func start(
    _ db: Database,
    _ header: RunHeader,
    scenario: Int64,
    _ names: RunNames,
    _ measureNames: [(name: String, unit: String)]
  ) throws -> StartedRun {
    try db.execute(
      sql: """
        INSERT INTO run (scenario, seed, options, version, startedAt, state, recorded, confidence,
          replicationsAsked, startsOn, endsAt, scenarioFile)
        VALUES (?, ?, ?, ?, ?, 'running', ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        scenario, String(header.seed), header.options, header.version, header.startedAt,
        header.recorded.rawValue, header.confidence, header.replicationsAsked, header.startsOn,
        header.endsAt?.microseconds, header.scenarioFile,
      ]
    )
    let run = db.lastInsertedRowID
    try insert(names, run: run, into: db)
    let measures = measureNames.indices
    try RowBinder.insert(measures, into: "measureName", columns: 5, db) { number, row in
      row.bindNull()
      row.bind(run)
      row.bind(Int64(number))
      row.bind(measureNames[number].name)
      row.bind(measureNames[number].unit)
    }
    return try StartedRun(db, run: run)
  }

  private func insert(_ names: RunNames, run: Int64, into db: Database) throws {
    let first = try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) + 1 FROM place") ?? 1
    // A lane may come before its station: references are checked when all are there.
    try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
    for (number, place) in names.places.enumerated() {
      try db.execute(
        sql: "INSERT INTO place (id, run, number, name, station) VALUES (?, ?, ?, ?, ?)",
        arguments: [
          first + Int64(number), run, number, place.name, place.station.map { first + Int64($0) },
        ]
      )
    }
    for (table, names) in [
      ("flow", names.flows), ("class", names.classes), ("stepName", names.steps),
      ("collectionName", names.collections),
    ] {
      try RowBinder.insert(names.indices, into: table, columns: 4, db) { number, row in
        row.bindNull()
        row.bind(run)
        row.bind(Int64(number))
        row.bind(names[number])
      }
    }
    try insert(names.attributes, run: run, into: db)
    try names.papers?.insert(run: run, into: db)
  }

  private func insert(_ attributes: [RunNames.Attribute], run: Int64, into db: Database) throws {
    for (number, attribute) in attributes.enumerated() {
      try db.execute(
        sql: "INSERT INTO attributeName (run, number, name, isDocument) VALUES (?, ?, ?, ?)",
        arguments: [run, number, attribute.name, attribute.isDocument]
      )
      let id = db.lastInsertedRowID
      let words = attribute.words
      try RowBinder.insert(words.indices, into: "attributeWord", columns: 4, db) { number, row in
        row.bindNull()
        row.bind(id)
        row.bind(Int64(number))
        row.bind(words[number])
      }
    }
  }
}
