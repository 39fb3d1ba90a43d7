import ClearanceRecords
import EventSimulation
import GRDB

extension ResultStore {
  /// The runs of the file, oldest first.
  public func runs() throws(ResultStoreError) -> [StoredRun] {
    try read { db in
      let sql = """
        SELECT run.*, scenario.name, scenario.text, scenario.sha256,
          (SELECT count(*) FROM replication
            WHERE replication.run = run.id AND replication.state = 'complete') AS replications
        FROM run JOIN scenario ON scenario.id = run.scenario ORDER BY run.id
        """
      return try Row.fetchAll(db, sql: sql).map(StoredRun.init)
    }
  }

  /// The text of a run's scenario; nil where there is no such run.
  public func scenarioText(run: Int64) throws(ResultStoreError) -> String? {
    try read { db in
      let sql = """
        SELECT text FROM scenario JOIN run ON run.scenario = scenario.id WHERE run.id = ?
        """
      return try String.fetchOne(db, sql: sql, arguments: [run])
    }
  }

  /// The measures of a run, in the order in which they were recorded; none before its end.
  public func measures(run: Int64) throws(ResultStoreError) -> [MeasureRecord] {
    try read { db in try Self.measures(db, run: run) }
  }

  static func measures(_ db: Database, run: Int64) throws -> [MeasureRecord] {
    let sql = "SELECT * FROM measure WHERE run = ? ORDER BY id"
    return try Row.fetchAll(db, sql: sql, arguments: [run]).map { row in
      MeasureRecord(
        name: row["name"],
        unit: row["unit"],
        estimate: row["estimate"],
        halfWidth: row["halfWidth"],
        confidence: row["confidence"],
        replications: row["replications"],
        pooled: row["pooled"]
      )
    }
  }

  /// The complete replications of a run, by number.
  public func replications(run: Int64) throws(ResultStoreError) -> [StoredReplication] {
    try read { db in try StoredReplication.fetch(db, run: run) }
  }

  /// The names behind the indices in the rows of a run.
  public func names(run: Int64) throws(ResultStoreError) -> RunNames {
    try read { db in try RunNames(db, run: run) }
  }

  /// The measures of a run's replications: what each position of their values means.
  public func measureNames(
    run: Int64
  ) throws(ResultStoreError) -> [(name: String, unit: String)] {
    try read { db in try fetchMeasureNames(db, run: run) }
  }

  /// Every place in every recording interval, by place, then by time; empty below `intervals`.
  public func placeHours(run: Int64) throws(ResultStoreError) -> [PlaceHour] {
    try read { db in
      let sql = """
        SELECT gateByHour.* FROM gateByHour
          JOIN place ON place.run = gateByHour.run AND place.name = gateByHour.place
        WHERE gateByHour.run = ? ORDER BY place.number, startsAt
        """
      return try Row.fetchAll(db, sql: sql, arguments: [run]).map(PlaceHour.init)
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(ResultStoreError) -> Value {
    try ResultStoreError.about(path) { try reader.read(body) }
  }
}

func fetchMeasureNames(_ db: Database, run: Int64) throws -> [(name: String, unit: String)] {
  let sql = "SELECT name, unit FROM measureName WHERE run = ? ORDER BY number"
  return try Row.fetchAll(db, sql: sql, arguments: [run]).map { ($0["name"], $0["unit"]) }
}

extension StoredRun {
  init(_ row: Row) throws {
    guard let seed = UInt64(row["seed"] as String),
      let recorded = RecordingLevel(rawValue: row["recorded"]),
      let state = RunState(rawValue: row["state"])
    else { throw ResultStoreError.other(code: 0, message: "run \(row["id"] as Int64)") }
    header = RunHeader(
      scenarioName: row["name"],
      scenarioText: row["text"],
      seed: seed,
      options: row["options"],
      version: row["version"],
      startedAt: row["startedAt"],
      recorded: recorded,
      confidence: row["confidence"],
      replicationsAsked: row["replicationsAsked"],
      startsOn: row["startsOn"],
      endsAt: (row["endsAt"] as Int64?).map(SimulatedTime.init(microseconds:)),
      scenarioFile: row["scenarioFile"]
    )
    id = row["id"]
    scenarioHash = row["sha256"]
    self.state = state
    endedAt = row["endedAt"]
    replications = row["replications"]
  }
}

extension StoredReplication {
  static func fetch(_ db: Database, run: Int64) throws -> [StoredReplication] {
    let sql = "SELECT * FROM replication WHERE run = ? AND state = 'complete' ORDER BY number"
    let values = """
      SELECT value FROM replicationMeasure
        JOIN measureName ON measureName.id = replicationMeasure.measureName
      WHERE replication = ? ORDER BY number
      """
    return try Row.fetchAll(db, sql: sql, arguments: [run]).map { row in
      let id: Int64 = row["id"]
      return StoredReplication(
        number: row["number"],
        events: UInt64(row["events"] as Int64),
        trucks: UInt64(row["trucks"] as Int64),
        fingerprint: UInt64(row["fingerprint"] as String, radix: 16) ?? 0,
        values: try Row.fetchAll(db, sql: values, arguments: [id]).map { $0["value"] }
      )
    }
  }
}

extension RunNames {
  init(_ db: Database, run: Int64) throws {
    func names(_ table: String) throws -> [String] {
      try String.fetchAll(
        db,
        sql: "SELECT name FROM \(table) WHERE run = ? ORDER BY number",
        arguments: [run]
      )
    }
    let sql = """
      SELECT place.name, station.number AS station
      FROM place LEFT JOIN place AS station ON station.id = place.station
      WHERE place.run = ? ORDER BY place.number
      """
    self.init(
      places: try Row.fetchAll(db, sql: sql, arguments: [run]).map {
        Place(name: $0["name"], station: $0["station"])
      },
      flows: try names("flow"),
      classes: try names("class"),
      steps: try names("stepName"),
      attributes: try Attribute.fetch(db, run: run),
      collections: try names("collectionName"),
      papers: try Papers.fetch(db, run: run)
    )
  }
}

extension RunNames.Attribute {
  static func fetch(_ db: Database, run: Int64) throws -> [RunNames.Attribute] {
    let sql = "SELECT id, name, isDocument FROM attributeName WHERE run = ? ORDER BY number"
    let words = "SELECT word FROM attributeWord WHERE attributeName = ? ORDER BY number"
    return try Row.fetchAll(db, sql: sql, arguments: [run]).map { row in
      RunNames.Attribute(
        name: row["name"],
        words: try String.fetchAll(db, sql: words, arguments: [row["id"] as Int64]),
        isDocument: row["isDocument"]
      )
    }
  }
}

extension PlaceHour {
  init(_ row: Row) {
    place = row["place"]
    startsAt = SimulatedTime(microseconds: row["startsAt"])
    arrivals = row["meanArrivals"]
    departures = row["meanDepartures"]
    lost = row["meanTurnedAway"]
    queueMean = row["meanQueue"]
    queueMax = row["maxQueue"]
    busyShare = row["busyShare"]
    waitMean = row["meanWaitSeconds"]
    waitP95 = row["waitP95Seconds"]
  }
}
