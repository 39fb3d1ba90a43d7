extension Schema {
  /// Replications and the rows that a simulation records: times are simulated, in whole µs.
  ///
  /// `passage`, `truck` and `step` carry no index: they are filled once, in bulk, and read whole.
  static let rows = """
    CREATE TABLE replication (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (id),
      number INTEGER NOT NULL CHECK (number > 0),
      state TEXT NOT NULL CHECK (state IN ('complete', 'incomplete')),
      events INTEGER,
      trucks INTEGER,
      fingerprint TEXT CHECK (length(fingerprint) = 16),
      UNIQUE (run, number),
      CHECK (state = 'incomplete'
        OR events IS NOT NULL AND trucks IS NOT NULL AND fingerprint IS NOT NULL)
    ) STRICT;

    CREATE TABLE replicationMeasure (
      replication INTEGER NOT NULL REFERENCES replication (id),
      measureName INTEGER NOT NULL REFERENCES measureName (id),
      value REAL,                          -- NULL: undefined
      PRIMARY KEY (replication, measureName)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE interval (
      replication INTEGER NOT NULL REFERENCES replication (id),
      place INTEGER NOT NULL REFERENCES place (id),
      startsAt INTEGER NOT NULL,
      length INTEGER NOT NULL CHECK (length > 0),
      arrivals INTEGER NOT NULL,
      departures INTEGER NOT NULL,
      lost INTEGER NOT NULL,
      queueMean REAL NOT NULL,
      queueMax INTEGER NOT NULL,
      busyShare REAL,                      -- NULL: no server was open
      waitMean INTEGER,                    -- [µs]; NULL: no service ended
      waitP50 INTEGER,
      waitP95 INTEGER,
      PRIMARY KEY (replication, place, startsAt)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE passage (                 -- one visit of a truck to a station; NULL: never
      replication INTEGER NOT NULL REFERENCES replication (id),
      flow INTEGER NOT NULL REFERENCES flow (id),
      truck INTEGER NOT NULL,              -- number in its flow, from 1
      class INTEGER NOT NULL REFERENCES class (id),
      place INTEGER NOT NULL REFERENCES place (id),
      lane INTEGER REFERENCES place (id),
      arrivedAt INTEGER NOT NULL,
      startedAt INTEGER,
      endedAt INTEGER,
      leftAt INTEGER,
      outcome INTEGER NOT NULL REFERENCES outcome (id)
    ) STRICT;

    CREATE TABLE truck (                   -- one truck's whole stay; NULL: never
      replication INTEGER NOT NULL REFERENCES replication (id),
      flow INTEGER NOT NULL REFERENCES flow (id),
      number INTEGER NOT NULL,
      class INTEGER NOT NULL REFERENCES class (id),
      arrivedAt INTEGER NOT NULL,
      clearedAt INTEGER,
      leftAt INTEGER,
      outcome INTEGER NOT NULL REFERENCES outcome (id)
    ) STRICT;

    CREATE TABLE step (                    -- one step of one truck
      replication INTEGER NOT NULL REFERENCES replication (id),
      flow INTEGER NOT NULL REFERENCES flow (id),
      truck INTEGER NOT NULL,
      step INTEGER NOT NULL REFERENCES stepName (id),
      place INTEGER REFERENCES place (id), -- NULL: nowhere in particular
      startedAt INTEGER NOT NULL,
      endedAt INTEGER                      -- NULL: the run ended before
    ) STRICT;
    """
}
