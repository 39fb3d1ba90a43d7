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

    CREATE VIEW form AS
    SELECT done.run, done.scenario, done.number AS replication,
      flow.name || '#' || paper.truck AS truck, flow.name AS flow, class.name AS class,
      CASE paper.name WHEN 'form in' THEN 'in' ELSE 'out' END AS direction,
      \(carriedWord("vehicle")), \(carriedWord("papers")), \(carriedWord("firm")),
      paper.appliedAt, paper.approvedAt, paper.atGateAt, paper.passedAt, paper.refusals,
      state.word AS state, \(carriedWord("mismatch")), paper.appliedAt / 3600e6 AS appliedAtHour,
      \(calendarTime("paper.appliedAt")) AS calendarTime,
      (paper.approvedAt - paper.appliedAt) / 60e6 AS minutesToApprove,
      (paper.passedAt - paper.atGateAt) / 60e6 AS minutesAtGate, NULL AS note
    FROM completeReplication AS done
      JOIN \(documents(
        ["form in", "form out"],
        """
        \(first("applied")) AS appliedAt, \(first("approved")) AS approvedAt,
            \(first("at gate")) AS atGateAt, \(first("passed")) AS passedAt,
            sum(state.word = 'refused') AS refusals
        """
      )) AS paper ON paper.replication = done.id AND paper.companion = 0
      \(joinedNames)
      \(joinedAttributes(["vehicle", "papers", "firm", "mismatch"]))
    UNION ALL \(notes(documents: ["form in", "form out"], columnsBetween: 19));

    CREATE VIEW inspection AS
    SELECT done.run, done.scenario, done.number AS replication,
      flow.name || '#' || paper.truck AS truck, flow.name AS flow, class.name AS class,
      \(carriedWord("firm")), paper.orderedAt, paper.kind, paper.startedAt, paper.endedAt,
      paper.result, state.word AS state, paper.orderedAt / 3600e6 AS orderedAtHour,
      \(calendarTime("paper.orderedAt")) AS calendarTime,
      (paper.startedAt - paper.orderedAt) / 60e6 AS minutesWaited,
      (paper.endedAt - paper.startedAt) / 60e6 AS minutesInspected, NULL AS note
    FROM completeReplication AS done
      JOIN \(documents(
        ["inspection"],
        """
        min(transition.at) AS orderedAt,
            max(CASE WHEN state.word IN ('hit', 'spot', 'mismatch') THEN state.word END) AS kind,
            \(first("scanned", "unpacked")) AS startedAt,
            \(first("released", "detained")) AS endedAt,
            max(CASE WHEN state.word IN ('released', 'detained') THEN state.word END) AS result
        """
      )) AS paper ON paper.replication = done.id
      \(joinedNames)
      \(joinedAttributes(["firm"]))
    UNION ALL \(notes(documents: ["inspection"], columnsBetween: 15));

    CREATE VIEW sample AS
    SELECT done.run, done.scenario, done.number AS replication,
      flow.name || '#' || paper.truck AS truck, flow.name AS flow, class.name AS class,
      nullif(paper.companion, 0) AS companion, \(carriedWord("firm")), paper.orderedAt,
      paper.takenAt, paper.resultAt, paper.result, state.word AS state,
      paper.orderedAt / 3600e6 AS orderedAtHour,
      \(calendarTime("paper.orderedAt")) AS calendarTime,
      (paper.resultAt - paper.takenAt) / 3600e6 AS hoursTested, NULL AS note
    FROM completeReplication AS done
      JOIN \(documents(
        ["sample"],
        """
        min(transition.at) AS orderedAt, \(first("taken")) AS takenAt,
            \(first("passed", "failed")) AS resultAt,
            max(CASE WHEN state.word IN ('passed', 'failed') THEN state.word END) AS result
        """
      )) AS paper ON paper.replication = done.id
      \(joinedNames)
      \(joinedAttributes(["firm"]))
    UNION ALL \(notes(documents: ["sample"], columnsBetween: 14));
    """
}
