extension Schema {
  /// What lies in the warehouses beside the account books, and what was corrected; version 5.
  ///
  /// In former files nothing was mixed up: the warehouse held what the book said.
  static let stocks = """
    DROP VIEW bookBalance;
    ALTER TABLE balance RENAME TO formerBalance;

    CREATE TABLE balance (                 -- an account book at the end, and the warehouse [kg]
      replication INTEGER NOT NULL REFERENCES replication (id),
      item INTEGER NOT NULL REFERENCES item (id),
      status INTEGER NOT NULL REFERENCES customsStatus (id),
      opening INTEGER NOT NULL CHECK (opening >= 0),
      entered INTEGER NOT NULL CHECK (entered >= 0),
      departed INTEGER NOT NULL CHECK (departed >= 0),
      consumed INTEGER NOT NULL CHECK (consumed >= 0),
      corrected INTEGER NOT NULL,          -- put on the ledger, or taken off it
      book INTEGER NOT NULL CHECK (book >= 0),
      provisionalIn INTEGER NOT NULL CHECK (provisionalIn >= 0),
      provisionalOut INTEGER NOT NULL CHECK (provisionalOut >= 0),
      passedIn INTEGER NOT NULL CHECK (passedIn BETWEEN 0 AND provisionalIn),
      passedOut INTEGER NOT NULL CHECK (passedOut BETWEEN 0 AND provisionalOut),
      openIn INTEGER NOT NULL CHECK (openIn >= 0),
      openOut INTEGER NOT NULL CHECK (openOut >= 0),
      physical INTEGER NOT NULL CHECK (physical >= 0), -- in the warehouse
      PRIMARY KEY (replication, item, status),
      CHECK (book = opening + entered - departed - consumed + corrected),
      CHECK (book - provisionalOut - openOut >= 0)
    ) STRICT, WITHOUT ROWID;

    INSERT INTO balance
    SELECT replication, item, status, opening, entered, departed, consumed, 0, book,
      provisionalIn, provisionalOut, 0, 0, openIn, openOut, book - openOut + openIn
    FROM formerBalance;
    DROP TABLE formerBalance;

    """ + stockViews

  /// What would lie in a warehouse if nothing was mixed up.
  private static let expected =
    "balance.book - balance.openOut + balance.openIn - balance.passedOut + balance.passedIn"

  private static let stockViews = """
    CREATE VIEW bookBalance AS
    SELECT done.run, done.scenario, done.number AS replication, firm.name AS firm,
      item.name AS item, customsStatus.name AS status, balance.opening, balance.entered,
      balance.departed, balance.consumed, balance.corrected, balance.book AS closing,
      balance.opening + balance.entered - balance.departed - balance.consumed
        + balance.corrected - balance.book AS difference,
      balance.openOut AS leftNotDeclared, balance.openIn AS enteredNotDeclared,
      balance.provisionalIn, balance.provisionalOut, balance.passedIn, balance.passedOut,
      balance.book - balance.provisionalOut - balance.openOut AS available,
      \(expected) AS expected, balance.physical, balance.physical - (\(expected)) AS mixed,
      NULL AS note
    FROM completeReplication AS done JOIN balance ON balance.replication = done.id
      JOIN item ON item.id = balance.item JOIN firm ON firm.id = item.firm
      JOIN customsStatus ON customsStatus.id = balance.status
    UNION ALL \(bookNotes(for: "intervals", columnsBetween: 21));

    CREATE VIEW stockByStatus AS
    SELECT done.run, done.scenario, done.number AS replication, firm.name AS firm,
      customsStatus.name AS status, sum(balance.opening) AS opening,
      sum(balance.entered) AS entered, sum(balance.departed + balance.consumed) AS departed,
      sum(balance.corrected) AS corrected, sum(balance.book) AS closing,
      sum(\(expected)) AS expected, sum(balance.physical) AS physical,
      sum(balance.physical - (\(expected))) AS mixed, NULL AS note
    FROM completeReplication AS done JOIN balance ON balance.replication = done.id
      JOIN item ON item.id = balance.item JOIN firm ON firm.id = item.firm
      JOIN customsStatus ON customsStatus.id = balance.status
    GROUP BY done.id, item.firm, balance.status
    UNION ALL \(bookNotes(for: "intervals", columnsBetween: 11));

    """
}
