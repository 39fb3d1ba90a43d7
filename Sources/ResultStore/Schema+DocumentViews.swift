extension Schema {
  /// Views of documents: the release form, inspections and samples, and any document at all.
  ///
  /// They know the names of the shipped procedures. Where a scenario has other names, a column is
  /// NULL or the view says what is missing; `documentState` and `attributeValue` show everything.
  static let documentViews = """
    CREATE VIEW documentState AS
    SELECT done.run, done.scenario, done.number AS replication,
      flow.name || '#' || transition.truck AS truck, flow.name AS flow, class.name AS class,
      nullif(transition.companion, 0) AS companion, document.name AS document,
      state.word AS state, transition.at AS startedAt,
      lead(transition.at) OVER (
        PARTITION BY transition.replication, transition.flow, transition.truck,
          transition.companion, transition.document
        ORDER BY transition.rowid) AS endedAt,
      transition.at / 3600e6 AS startedAtHour, \(calendarTime("transition.at")) AS calendarTime,
      NULL AS note
    FROM completeReplication AS done JOIN transition ON transition.replication = done.id
      JOIN attributeName AS document ON document.id = transition.document
      JOIN attributeWord AS state ON state.id = transition.state
      JOIN flow ON flow.id = transition.flow JOIN class ON class.id = transition.class
    UNION ALL \(notes(
      lacks: "the scenario has no documents",
      unless: "attributeName",
      "attributeName.isDocument",
      columnsBetween: 11
    ));

    CREATE VIEW attributeValue AS
    SELECT done.run, done.scenario, done.number AS replication,
      flow.name || '#' || attribute.truck AS truck, flow.name AS flow,
      nullif(attribute.companion, 0) AS companion, attributeName.name AS attribute,
      attributeWord.word, attribute.value, NULL AS note
    FROM completeReplication AS done JOIN attribute ON attribute.replication = done.id
      JOIN attributeName ON attributeName.id = attribute.attribute
      LEFT JOIN attributeWord ON attributeWord.id = attribute.word
      JOIN flow ON flow.id = attribute.flow
    UNION ALL \(notes(
      lacks: "the scenario has no attributes",
      unless: "attributeName",
      columnsBetween: 7
    ));
    """ + form + inspection + sample

  /// A mismatch is that of the crossing that came last, where no attribute keeps the two apart.
  private static let form = """


    CREATE VIEW form AS
    SELECT done.run, done.scenario, done.number AS replication,
      flow.name || '#' || paper.truck AS truck, flow.name AS flow, class.name AS class,
      nullif(paper.companion, 0) AS companion,
      CASE paper.name WHEN 'form in' THEN 'in' ELSE 'out' END AS direction,
      \(carriedWord("vehicle")), \(carriedWord("papers")), \(carriedWord("firm")),
      paper.appliedAt, paper.approvedAt, paper.atGateAt, paper.passedAt, paper.refusals,
      state.word AS state,
      CASE paper.name
        WHEN 'form ' || \(carriedValue("direction")) THEN
          coalesce(
            CASE paper.name WHEN 'form in' THEN \(carriedValue("mismatch in"))
              ELSE \(carriedValue("mismatch out")) END,
            \(carriedValue("mismatch")))
        WHEN 'form in' THEN \(carriedValue("mismatch in"))
        ELSE \(carriedValue("mismatch out")) END AS mismatch,
      paper.appliedAt / 3600e6 AS appliedAtHour, \(calendarTime("paper.appliedAt")) AS calendarTime,
      (paper.approvedAt - paper.appliedAt) / 60e6 AS minutesToApprove,
      (paper.passedAt - paper.atGateAt) / 60e6 AS minutesAtGate, NULL AS note
    FROM completeReplication AS done
      JOIN \(documents(
        ["form in", "form out"],
        """
        \(first("applied")) AS appliedAt, \(first("approved")) AS approvedAt,
            \(first("at-gate", "at gate")) AS atGateAt, \(first("passed")) AS passedAt,
            sum(state.word = 'refused') AS refusals
        """
      )) AS paper ON paper.replication = done.id
      \(joinedNames)
      \(joinedAttributes([
        "vehicle", "papers", "firm", "direction", "mismatch", "mismatch in", "mismatch out",
      ]))
    UNION ALL \(notes(documents: ["form in", "form out"], columnsBetween: 20));
    """

  /// An inspection begins with the order for it; a truck may have several.
  ///
  /// Where it began is the visit that the truck paid at that instant.
  private static let inspection = """


    CREATE VIEW inspection AS
    SELECT done.run, done.scenario, done.number AS replication,
      flow.name || '#' || paper.truck AS truck, flow.name AS flow, class.name AS class,
      nullif(paper.companion, 0) AS companion, \(carriedWord("firm")), paper.orderedAt, paper.kind,
      place.name AS place, visit.startedAt, paper.endedAt, paper.scannedAt, paper.unpackedAt,
      paper.result, state.word AS state, paper.orderedAt / 3600e6 AS orderedAtHour,
      \(calendarTime("paper.orderedAt")) AS calendarTime,
      (visit.startedAt - paper.orderedAt) / 60e6 AS minutesWaited,
      (paper.endedAt - visit.startedAt) / 60e6 AS minutesInspected, NULL AS note
    FROM completeReplication AS done
      JOIN (SELECT replication, flow, truck, companion, min(at) AS orderedAt,
          max(CASE WHEN word IN ('hit', 'spot', 'mismatch') THEN word
            WHEN word = 'seen' THEN 'spot' END) AS kind,
          min(CASE WHEN word = 'scanned' THEN at END) AS scannedAt,
          min(CASE WHEN word IN ('unpacked', 'seen') THEN at END) AS unpackedAt,
          min(CASE WHEN word IN ('released', 'detained') THEN at END) AS endedAt,
          max(CASE WHEN word IN ('released', 'detained') THEN word END) AS result,
          max(transitionRow) AS lastRow
        FROM (SELECT transition.*, transition.rowid AS transitionRow, state.word,
            sum(state.word IN ('ordered', 'hit', 'spot', 'mismatch')) OVER (
              PARTITION BY transition.replication, transition.flow, transition.truck,
                transition.companion
              ORDER BY transition.rowid) AS inspectionNumber
          FROM transition JOIN attributeName AS document ON document.id = transition.document
            JOIN attributeWord AS state ON state.id = transition.state
          WHERE document.name = 'inspection')
        GROUP BY replication, flow, truck, companion, inspectionNumber
      ) AS paper ON paper.replication = done.id
      \(joinedNames)
      \(joinedAttributes(["firm"]))
      LEFT JOIN (SELECT replication, flow, truck, arrivedAt, place, startedAt, max(rowid)
          FROM passage GROUP BY replication, flow, truck, arrivedAt) AS visit
        ON visit.replication = paper.replication AND visit.flow = paper.flow
          AND visit.truck = paper.truck AND visit.arrivedAt = paper.orderedAt
      LEFT JOIN place ON place.id = visit.place
    UNION ALL \(notes(documents: ["inspection"], columnsBetween: 19));
    """

  private static let sample = """


    CREATE VIEW sample AS
    SELECT done.run, done.scenario, done.number AS replication,
      flow.name || '#' || paper.truck AS truck, flow.name AS flow, class.name AS class,
      nullif(paper.companion, 0) AS companion, \(carriedWord("firm")), paper.drawnAt,
      paper.resultAt, paper.result, paper.disposal, state.word AS state,
      paper.drawnAt / 3600e6 AS drawnAtHour, \(calendarTime("paper.drawnAt")) AS calendarTime,
      (paper.resultAt - paper.drawnAt) / 3600e6 AS hoursToResult, NULL AS note
    FROM completeReplication AS done
      JOIN \(documents(
        ["sample"],
        """
        min(transition.at) AS drawnAt, \(first("passed", "failed")) AS resultAt,
            max(CASE WHEN state.word IN ('passed', 'failed') THEN state.word END) AS result,
            max(CASE WHEN state.word IN ('treated', 'returned', 'destroyed') THEN state.word END)
              AS disposal
        """
      )) AS paper ON paper.replication = done.id
      \(joinedNames)
      \(joinedAttributes(["firm"]))
    UNION ALL \(notes(documents: ["sample"], columnsBetween: 14));
    """
}
