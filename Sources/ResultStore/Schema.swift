import GRDB

/// The tables and views of a results file, by version.
///
/// A published version is never edited: a change is a new migration, which raises
/// ``version`` by one and the file's `user_version` with it.
enum Schema {
  /// The version that this release writes, and the highest that it reads.
  static let version = 6

  /// The migrations, oldest first.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: namesAndRuns)
      try db.execute(sql: rows)
      try db.execute(sql: views)
      try db.execute(sql: "PRAGMA application_id = \(DatabaseFile.applicationID)")
      try db.execute(sql: "PRAGMA user_version = 1")
    }
    migrator.registerMigration("2") { db in
      try db.execute(sql: papers)
      try db.execute(sql: documentViews)
      try db.execute(sql: gatheringViews)
      try addOutcomes(db)
      try db.execute(sql: "PRAGMA user_version = 2")
    }
    migrator.registerMigration("3") { db in
      try db.execute(sql: intervalsByTime)
      try db.execute(sql: "PRAGMA user_version = 3")
    }
    migrator.registerMigration("4") { db in
      try db.execute(sql: books)
      try db.execute(sql: bookViews)
      try db.execute(sql: coming)
      try db.execute(sql: "PRAGMA user_version = 4")
    }
    migrator.registerMigration("5") { db in
      try db.execute(sql: stocks)
      try db.execute(sql: frontier)
      try db.execute(sql: "PRAGMA user_version = 5")
    }
    migrator.registerMigration("6") { db in
      try db.execute(sql: experiments)
      try db.execute(sql: welch)
      try db.execute(sql: sweeps)
      try db.execute(sql: "PRAGMA user_version = 6")
    }
    return migrator
  }

  /// Tables whose rows belong to one replication.
  static let replicationTables = [
    "replicationMeasure", "interval", "passage", "truck", "step", "transition", "attribute",
    "gathered", "companion", "consignment", "balance", "statistic", "paperLevel",
  ]

  private static let namesAndRuns = """
    CREATE TABLE scenario (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      text TEXT NOT NULL,                  -- the scenario file as it was read
      sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64)
    ) STRICT;

    CREATE TABLE recordingLevel (          -- each level includes those before it
      rank INTEGER PRIMARY KEY,
      word TEXT NOT NULL UNIQUE
    ) STRICT;
    INSERT INTO recordingLevel VALUES (0, 'summary'), (1, 'intervals'), (2, 'passages'), (3, 'steps');

    CREATE TABLE outcome (
      id INTEGER PRIMARY KEY,
      word TEXT NOT NULL UNIQUE
    ) STRICT;
    INSERT INTO outcome VALUES (0, 'completed'), (1, 'turned away'), (2, 'waiting at end'),
      (3, 'in service at end'), (4, 'inside at end');

    CREATE TABLE run (
      id INTEGER PRIMARY KEY,
      scenario INTEGER NOT NULL REFERENCES scenario (id),
      seed TEXT NOT NULL,                  -- decimal: 64 bits without a sign
      options TEXT NOT NULL CHECK (json_valid(options)),
      version TEXT NOT NULL,
      startedAt TEXT NOT NULL,             -- UTC, ISO 8601
      endedAt TEXT,
      state TEXT NOT NULL CHECK (state IN ('running', 'complete', 'interrupted', 'failed')),
      recorded TEXT NOT NULL REFERENCES recordingLevel (word),
      confidence REAL NOT NULL CHECK (confidence > 0 AND confidence < 1),
      replicationsAsked INTEGER,           -- NULL: as many as the precision asks for
      startsOn TEXT,                       -- calendar time of simulated time 0, ISO 8601
      endsAt INTEGER                       -- simulated time [µs]; NULL: runs until empty
    ) STRICT;

    CREATE TABLE place (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (id),
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      station INTEGER REFERENCES place (id), -- of a lane: its station
      UNIQUE (run, number)
    ) STRICT;

    CREATE TABLE flow (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (id),
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      UNIQUE (run, number)
    ) STRICT;

    CREATE TABLE class (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (id),
      number INTEGER NOT NULL,
      name TEXT NOT NULL,                  -- empty in a scenario without classes
      UNIQUE (run, number)
    ) STRICT;

    CREATE TABLE stepName (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (id),
      number INTEGER NOT NULL,
      name TEXT NOT NULL,                  -- PROCEDURE/STEP
      UNIQUE (run, number)
    ) STRICT;

    CREATE TABLE measureName (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (id),
      number INTEGER NOT NULL,
      name TEXT NOT NULL,                  -- PLACE.MEASURE.STATISTIC
      unit TEXT NOT NULL,                  -- empty for shares
      UNIQUE (run, number)
    ) STRICT;

    CREATE TABLE measure (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (id),
      name TEXT NOT NULL,
      unit TEXT NOT NULL,
      estimate REAL,                       -- NULL: undefined
      halfWidth REAL,                      -- NULL: fewer than two replications
      confidence REAL NOT NULL,
      replications INTEGER NOT NULL,
      pooled INTEGER NOT NULL CHECK (pooled IN (0, 1)),
      UNIQUE (run, name)
    ) STRICT;
    """
}
