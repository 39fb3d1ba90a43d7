/// Views of single consignments and batches; they need the recording level `passages`.
extension Schema {
  private static let consignmentNames = """
    FROM completeReplication AS done JOIN consignment AS lot ON lot.replication = done.id
      JOIN firm ON firm.id = lot.firm JOIN movement ON movement.id = lot.movement
      JOIN customsStatus ON customsStatus.id = lot.status
      JOIN consignmentState ON consignmentState.id = lot.state
      JOIN flow ON flow.id = lot.flow LEFT JOIN refusal ON refusal.id = lot.refusal
      LEFT JOIN collectionName ON collectionName.id = lot.collection
    """

  private static let amounts = """
    lot.kilograms / 1000.0 AS tonnes, lot.cents / 100.0 AS dollars, lot.duty / 100.0 AS dutyYuan,
      lot.vat / 100.0 AS vatYuan, lot.lateFee / 100.0 AS lateFeeYuan
    """

  static let consignmentViews = """
    CREATE VIEW consignmentCourse AS
    SELECT done.run, done.scenario, done.number AS replication, lot.number AS consignment,
      firm.name AS firm, movement.name AS movement, customsStatus.name AS status,
      consignmentState.name AS state, refusal.name AS refusal,
      flow.name || '#' || lot.truck AS truck, lot.head, lot.trucks, lot.trucksPassed,
      lot.counterparty, lot.lines, \(amounts), lot.openedAt, lot.approvedAt, lot.submittedAt,
      lot.releasedAt, lot.passedAt, lot.formalAt, lot.paidAt, lot.batch,
      lot.openedAt / 3600e6 AS openedAtHour, \(calendarTime("lot.openedAt")) AS calendarTime,
      (lot.approvedAt - lot.openedAt) / 3600e6 AS hoursToApprove,
      (lot.releasedAt - lot.submittedAt) / 3600e6 AS hoursToRelease,
      (lot.formalAt - lot.openedAt) / 3600e6 AS hoursToFormal, NULL AS note
    \(consignmentNames)
    WHERE lot.slips = 0
    UNION ALL \(bookNotes(for: "passages", columnsBetween: 31));

    CREATE VIEW batch AS
    SELECT done.run, done.scenario, done.number AS replication, lot.number AS batch,
      firm.name AS firm, movement.name AS movement, lot.counterparty,
      collectionName.name AS collection, lot.closing + 1 AS closing, lot.slips,
      lot.lines AS mergedItems, lot.declarations, \(amounts),
      consignmentState.name AS state, lot.openedAt, lot.submittedAt, lot.releasedAt, lot.paidAt,
      \(calendarTime("lot.openedAt")) AS openedOn, \(calendarTime("lot.submittedAt")) AS submittedOn,
      (lot.submittedAt - lot.openedAt) / 86400e6 AS daysOpen,
      (lot.paidAt - lot.submittedAt) / 86400e6 AS daysToPaid, NULL AS note
    \(consignmentNames)
    WHERE lot.slips > 0
    UNION ALL \(bookNotes(for: "passages", columnsBetween: 24));

    """
}
