/// Views of account books and of statistics; they need the recording level `intervals`.
extension Schema {
  /// All views of version 4.
  static let bookViews = balanceViews + statisticViews + levelViews + consignmentViews

  /// The note of a run that has nothing for a view of account books.
  static func bookNotes(for level: String, columnsBetween count: Int) -> String {
    notes(
      lacks: "the scenario has no account books",
      unless: "firm",
      needs: level,
      columnsBetween: count
    )
  }

  private static let balanceViews = """
    CREATE VIEW bookBalance AS
    SELECT done.run, done.scenario, done.number AS replication, firm.name AS firm,
      item.name AS item, customsStatus.name AS status, balance.opening, balance.entered,
      balance.departed, balance.consumed, balance.book AS closing,
      balance.opening + balance.entered - balance.departed - balance.consumed - balance.book
        AS difference,
      balance.openOut AS leftNotDeclared, balance.openIn AS enteredNotDeclared,
      balance.provisionalIn, balance.provisionalOut,
      balance.book - balance.provisionalOut - balance.openOut AS available,
      balance.book - balance.openOut + balance.openIn AS physical, NULL AS note
    FROM completeReplication AS done JOIN balance ON balance.replication = done.id
      JOIN item ON item.id = balance.item JOIN firm ON firm.id = item.firm
      JOIN customsStatus ON customsStatus.id = balance.status
    UNION ALL \(bookNotes(for: "intervals", columnsBetween: 16));

    """

  /// The number of complete replications of a run: a mean counts those that have no row, too.
  private static let replications =
    "(SELECT count(*) FROM completeReplication AS each WHERE each.run = done.run)"

  private static func mean(_ column: String, _ scale: String = "") -> String {
    "1.0 * sum(statistic.\(column)) / \(replications)\(scale)"
  }

  /// Means over the replications of what `statistic` counts.
  private static let statisticColumns = """
    \(mean("lists")) AS lists, \(mean("declarations")) AS declarations,
      \(mean("passes")) AS passes, \(mean("kilograms", " / 1000")) AS tonnes,
      \(mean("cents", " / 100")) AS dollars, \(mean("duty", " / 100")) AS dutyYuan,
      \(mean("vat", " / 100")) AS vatYuan
    """

  private static let statisticNames = """
    FROM completeReplication AS done JOIN statistic ON statistic.replication = done.id
      JOIN firm ON firm.id = statistic.firm JOIN movement ON movement.id = statistic.movement
    """

  private static let statisticViews = """
    CREATE VIEW monthlyStatistics AS
    SELECT done.run, done.scenario,
      coalesce(strftime('%Y-%m', done.startsOn, (month.startsAt / 1000000) || ' seconds'),
        CAST(month.number + 1 AS TEXT)) AS month,
      firm.name AS firm, movement.name AS movement,
      CASE WHEN movement.isIn THEN 'in' ELSE 'out' END AS direction, \(statisticColumns),
      NULL AS note
    \(statisticNames) JOIN month ON month.id = statistic.month
    GROUP BY done.run, statistic.month, statistic.firm, statistic.movement
    UNION ALL \(bookNotes(for: "intervals", columnsBetween: 11));

    CREATE VIEW declarationSummary AS
    SELECT done.run, done.scenario, firm.name AS firm, movement.name AS movement,
      CASE WHEN movement.isIn THEN 'in' ELSE 'out' END AS direction, \(statisticColumns),
      1.0 * sum(statistic.lists) / nullif(sum(statistic.declarations), 0) AS listsPerDeclaration,
      NULL AS note
    \(statisticNames)
    GROUP BY done.run, statistic.firm, statistic.movement
    UNION ALL \(bookNotes(for: "intervals", columnsBetween: 11));

    """

  private static func day(_ column: String) -> String { "\(column) / 86400000000" }

  private static func date(_ column: String) -> String {
    "date(done.startsOn, (\(column) / 1000000) || ' seconds')"
  }

  /// Firms have rows only of intervals in which they had something open: the zone's rows tell how
  /// much time a day has.
  private static let levelViews = """
    CREATE VIEW guaranteeByDay AS
    SELECT done.run, done.scenario, firm.name AS firm, \(day("level.startsAt")) AS day,
      \(date("min(level.startsAt)")) AS date, whole.replications,
      sum(level.openBatchesMean * level.length) / whole.length AS meanOpenBatches,
      max(level.openBatchesMax) AS maxOpenBatches,
      sum(level.exposedDutyMean * 1.0 * level.length) / whole.length / 100 AS meanExposedYuan,
      max(level.exposedDutyMax) / 100.0 AS maxExposedYuan,
      sum(level.guaranteeMean * 1.0 * level.length) / whole.length / 100 AS meanGuaranteeYuan,
      max(level.guaranteeMax) / 100.0 AS maxGuaranteeYuan, NULL AS note
    FROM completeReplication AS done JOIN paperLevel AS level ON level.replication = done.id
      JOIN (SELECT each.run, \(day("zone.startsAt")) AS day, sum(zone.length) AS length,
          count(DISTINCT each.id) AS replications
        FROM completeReplication AS each JOIN paperLevel AS zone ON zone.replication = each.id
        WHERE zone.firm IS NULL GROUP BY each.run, \(day("zone.startsAt"))) AS whole
        ON whole.run = done.run AND whole.day = \(day("level.startsAt"))
      LEFT JOIN firm ON firm.id = level.firm
    GROUP BY done.run, level.firm, \(day("level.startsAt"))
    UNION ALL \(bookNotes(for: "intervals", columnsBetween: 10));

    CREATE VIEW officeByDay AS
    SELECT done.run, done.scenario, place.name AS place, \(day("interval.startsAt")) AS day,
      \(date("min(interval.startsAt)")) AS date, count(DISTINCT done.id) AS replications,
      1.0 * sum(interval.arrivals) / count(DISTINCT done.id) AS meanCame,
      1.0 * sum(interval.departures) / count(DISTINCT done.id) AS meanServed,
      max(interval.queueMax) AS maxQueue, avg(interval.busyShare) AS busyShare,
      avg(interval.waitMean) / 60e6 AS meanWaitMinutes, NULL AS note
    FROM completeReplication AS done JOIN interval ON interval.replication = done.id
      JOIN place ON place.id = interval.place
    WHERE place.station IS NULL
    GROUP BY done.run, interval.place, \(day("interval.startsAt"))
    UNION ALL \(notes(for: "intervals", columnsBetween: 9));

    """
}
