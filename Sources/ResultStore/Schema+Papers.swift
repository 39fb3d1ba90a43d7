extension Schema {
  /// What trucks carry, what becomes of their documents, what they gather and who goes for them.
  ///
  /// Version 2. The tables of rows carry no index, as those of version 1.
  static let papers = """
    ALTER TABLE run ADD COLUMN scenarioFile TEXT; -- path of the scenario file; NULL: not known

    CREATE TABLE attributeName (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (id),
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      isDocument INTEGER NOT NULL CHECK (isDocument IN (0, 1)),
      UNIQUE (run, number)
    ) STRICT;

    CREATE TABLE attributeWord (           -- a word of an attribute, or a state of a document
      id INTEGER PRIMARY KEY,
      attributeName INTEGER NOT NULL REFERENCES attributeName (id),
      number INTEGER NOT NULL,             -- 0: what it is before anything is set
      word TEXT NOT NULL,
      UNIQUE (attributeName, number)
    ) STRICT;

    CREATE TABLE collectionName (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (id),
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      UNIQUE (run, number)
    ) STRICT;

    CREATE TABLE transition (              -- a document has come into a state
      replication INTEGER NOT NULL REFERENCES replication (id),
      flow INTEGER NOT NULL REFERENCES flow (id),
      truck INTEGER NOT NULL,              -- number in its flow, from 1
      class INTEGER NOT NULL REFERENCES class (id),
      companion INTEGER NOT NULL,          -- number in the replication; 0: the truck itself
      document INTEGER NOT NULL REFERENCES attributeName (id),
      state INTEGER NOT NULL REFERENCES attributeWord (id),
      at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE attribute (               -- what was carried at the end, where it is not the first
      replication INTEGER NOT NULL REFERENCES replication (id),
      flow INTEGER NOT NULL REFERENCES flow (id),
      truck INTEGER NOT NULL,
      companion INTEGER NOT NULL,
      attribute INTEGER NOT NULL REFERENCES attributeName (id),
      word INTEGER REFERENCES attributeWord (id), -- NULL: a number
      value REAL                           -- [µs, kg, m or plain]; NULL: a word
    ) STRICT;

    CREATE TABLE gathered (                -- a truck has added something to a pile
      replication INTEGER NOT NULL REFERENCES replication (id),
      flow INTEGER NOT NULL REFERENCES flow (id),
      truck INTEGER NOT NULL,
      class INTEGER NOT NULL REFERENCES class (id),
      collection INTEGER NOT NULL REFERENCES collectionName (id),
      pile INTEGER NOT NULL,
      closing INTEGER,                     -- the closing that takes it; NULL: none follows
      at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE companion (               -- papers or goods that go a way of their own
      replication INTEGER NOT NULL REFERENCES replication (id),
      number INTEGER NOT NULL,             -- in the replication, from 1
      parent INTEGER NOT NULL,             -- the companion that sent it; 0: a truck or a pile
      flow INTEGER NOT NULL REFERENCES flow (id),
      truck INTEGER NOT NULL,
      class INTEGER NOT NULL REFERENCES class (id),
      firstStep INTEGER NOT NULL REFERENCES stepName (id),
      collection INTEGER REFERENCES collectionName (id), -- of a pile; NULL: sent by its truck
      pile INTEGER,
      closing INTEGER,
      gathered INTEGER NOT NULL,
      startedAt INTEGER NOT NULL,
      endedAt INTEGER                      -- NULL: the run ended before
    ) STRICT;
    """
}
