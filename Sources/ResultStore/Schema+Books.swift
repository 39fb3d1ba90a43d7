extension Schema {
  /// Consignments, account books, monthly statistics, and what was open and secured over time.
  ///
  /// Version 4. Amounts are whole fen, US cents and kilograms. The books must close: a balance that
  /// does not is refused by the table itself.
  static let books = """
    CREATE TABLE firm (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (id),
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      UNIQUE (run, number)
    ) STRICT;

    CREATE TABLE item (                    -- of a firm's account book
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (id),
      number INTEGER NOT NULL,
      firm INTEGER NOT NULL REFERENCES firm (id),
      name TEXT NOT NULL,
      UNIQUE (run, number)
    ) STRICT;

    CREATE TABLE movement (                -- a kind of movement over the zone's border
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (id),
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      isIn INTEGER NOT NULL CHECK (isIn IN (0, 1)),
      UNIQUE (run, number)
    ) STRICT;

    CREATE TABLE customsStatus (           -- of goods
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (id),
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      UNIQUE (run, number)
    ) STRICT;

    CREATE TABLE consignmentState (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (id),
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      UNIQUE (run, number)
    ) STRICT;

    CREATE TABLE refusal (                 -- a reason; number 0: none
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (id),
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      UNIQUE (run, number)
    ) STRICT;

    CREATE TABLE month (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (id),
      number INTEGER NOT NULL,
      startsAt INTEGER NOT NULL,
      UNIQUE (run, number)
    ) STRICT;

    """ + bookRows

  private static let bookRows = """
    CREATE TABLE consignment (             -- goods of one list, slip or request; NULL: never, none
      replication INTEGER NOT NULL REFERENCES replication (id),
      number INTEGER NOT NULL,             -- in the replication, from 1
      head INTEGER NOT NULL,               -- the first of the chain that one truck carries
      firm INTEGER NOT NULL REFERENCES firm (id),
      movement INTEGER NOT NULL REFERENCES movement (id),
      status INTEGER NOT NULL REFERENCES customsStatus (id),
      state INTEGER NOT NULL REFERENCES consignmentState (id),
      refusal INTEGER REFERENCES refusal (id),
      flow INTEGER NOT NULL REFERENCES flow (id),
      truck INTEGER,                       -- its first truck, in its flow; NULL: a batch
      trucks INTEGER NOT NULL,
      trucksPassed INTEGER NOT NULL,
      counterparty INTEGER,
      lines INTEGER NOT NULL,
      slips INTEGER NOT NULL,              -- 0: not a batch
      declarations INTEGER NOT NULL,
      kilograms INTEGER NOT NULL,
      cents INTEGER NOT NULL,              -- value [US cents]
      duty INTEGER NOT NULL,               -- [fen]
      vat INTEGER NOT NULL,
      lateFee INTEGER NOT NULL,
      openedAt INTEGER NOT NULL,           -- [µs]
      approvedAt INTEGER,
      submittedAt INTEGER,
      releasedAt INTEGER,
      passedAt INTEGER,
      formalAt INTEGER,
      paidAt INTEGER,
      batch INTEGER,                       -- number of the batch that a slip lies in
      collection INTEGER REFERENCES collectionName (id), -- of a batch
      pile INTEGER,
      closing INTEGER
    ) STRICT;

    CREATE TABLE balance (                 -- an account book at the end [kg]
      replication INTEGER NOT NULL REFERENCES replication (id),
      item INTEGER NOT NULL REFERENCES item (id),
      status INTEGER NOT NULL REFERENCES customsStatus (id),
      opening INTEGER NOT NULL CHECK (opening >= 0),
      entered INTEGER NOT NULL CHECK (entered >= 0),
      departed INTEGER NOT NULL CHECK (departed >= 0),
      consumed INTEGER NOT NULL CHECK (consumed >= 0),
      book INTEGER NOT NULL CHECK (book >= 0),
      provisionalIn INTEGER NOT NULL CHECK (provisionalIn >= 0),
      provisionalOut INTEGER NOT NULL CHECK (provisionalOut >= 0),
      openIn INTEGER NOT NULL CHECK (openIn >= 0),
      openOut INTEGER NOT NULL CHECK (openOut >= 0),
      PRIMARY KEY (replication, item, status),
      CHECK (book = opening + entered - departed - consumed),
      CHECK (book - provisionalOut - openOut >= 0)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE statistic (               -- of a month, a firm and a kind of movement
      replication INTEGER NOT NULL REFERENCES replication (id),
      month INTEGER NOT NULL REFERENCES month (id),
      firm INTEGER NOT NULL REFERENCES firm (id),
      movement INTEGER NOT NULL REFERENCES movement (id),
      lists INTEGER NOT NULL,
      declarations INTEGER NOT NULL,
      passes INTEGER NOT NULL,
      kilograms INTEGER NOT NULL,
      cents INTEGER NOT NULL,              -- [US cents]
      duty INTEGER NOT NULL,               -- [fen]
      vat INTEGER NOT NULL,
      PRIMARY KEY (replication, month, firm, movement)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE paperLevel (              -- of a recording interval
      replication INTEGER NOT NULL REFERENCES replication (id),
      firm INTEGER REFERENCES firm (id),   -- NULL: the zone
      startsAt INTEGER NOT NULL,
      length INTEGER NOT NULL CHECK (length > 0),
      openBatchesMean REAL NOT NULL,
      openBatchesMax INTEGER NOT NULL,
      exposedDutyMean INTEGER NOT NULL,    -- [fen]
      exposedDutyMax INTEGER NOT NULL,
      guaranteeMean INTEGER NOT NULL,
      guaranteeMax INTEGER NOT NULL
    ) STRICT;

    """
}
