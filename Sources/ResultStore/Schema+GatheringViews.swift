extension Schema {
  /// Views of consolidated declarations: what was gathered, and what was declared.
  static let gatheringViews = """
    CREATE VIEW declaration AS
    SELECT done.run, done.scenario, done.number AS replication,
      flow.name || '#' || paper.truck AS truck, flow.name AS flow, class.name AS class,
      nullif(paper.companion, 0) AS companion, \(carriedWord("firm")),
      coalesce(carried.slips, nullif(companion.gathered, 0)) AS slips, paper.submittedAt, paper.review, paper.releasedAt,
      state.word AS state, paper.submittedAt / 3600e6 AS submittedAtHour,
      \(calendarTime("paper.submittedAt")) AS calendarTime,
      (paper.releasedAt - paper.submittedAt) / 60e6 AS minutesToRelease, NULL AS note
    FROM completeReplication AS done
      JOIN \(documents(
        ["declaration"],
        """
        \(first("submitted")) AS submittedAt, \(first("released")) AS releasedAt,
            max(CASE state.word WHEN 'automatic review' THEN 'automatic'
              WHEN 'manual review' THEN 'manual' END) AS review
        """
      )) AS paper ON paper.replication = done.id
      \(joinedNames)
      \(joinedAttributes(["firm", "slips"]))
      LEFT JOIN companion ON companion.replication = paper.replication
        AND companion.number = paper.companion
    UNION ALL \(notes(documents: ["declaration"], columnsBetween: 14));

    CREATE VIEW slip AS
    SELECT done.run, done.scenario, done.number AS replication,
      flow.name || '#' || paper.truck AS truck, flow.name AS flow, class.name AS class,
      \(carriedWord("firm")), collectionName.name AS collection, paper.at AS madeAt,
      paper.closing + 1 AS closing, taker.number AS companion, taker.startedAt AS wentOutAt,
      declared.at AS declaredAt, paper.at / 3600e6 AS madeAtHour,
      \(calendarTime("paper.at")) AS calendarTime,
      (taker.startedAt - paper.at) / 86400e6 AS daysGathered, NULL AS note
    FROM completeReplication AS done
      JOIN (SELECT *, 0 AS companion FROM gathered) AS paper ON paper.replication = done.id
      JOIN flow ON flow.id = paper.flow JOIN class ON class.id = paper.class
      JOIN collectionName ON collectionName.id = paper.collection
      \(joinedAttributes(["firm"]))
      LEFT JOIN companion AS taker ON taker.replication = paper.replication
        AND taker.collection = paper.collection AND taker.pile = paper.pile
        AND taker.closing = paper.closing
      LEFT JOIN \(declared) AS declared ON declared.replication = taker.replication
        AND declared.number = taker.number
    UNION ALL \(notes(
      lacks: "the scenario has no collections",
      unless: "collectionName",
      columnsBetween: 14
    ));
    """

  /// When what was gathered was first declared, by the companion that went out for the pile.
  ///
  /// It may have sent others to declare, as it does where there are several counterparties.
  private static let declared = """
    (SELECT taker.replication, taker.number, min(transition.at) AS at
      FROM companion AS taker
        JOIN companion AS sent ON sent.replication = taker.replication
          AND (sent.number = taker.number OR sent.parent = taker.number)
        JOIN transition ON transition.replication = sent.replication
          AND transition.companion = sent.number
        JOIN attributeName AS document ON document.id = transition.document
        JOIN attributeWord AS state ON state.id = transition.state
      WHERE taker.collection IS NOT NULL AND document.name = 'declaration'
        AND state.word = 'submitted'
      GROUP BY taker.replication, taker.number)
    """
}
