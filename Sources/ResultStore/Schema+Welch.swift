extension Schema {
  /// The series from which a warm-up can be seen by eye (Welch, "The statistical analysis of
  /// simulation results", in Lavenberg (ed.), Computer Performance Modeling Handbook, 1983).
  ///
  /// The mean over the replications in each recording interval, and its moving average over five
  /// intervals before and five after.
  static let welch = """
    CREATE VIEW welchSeries AS
    SELECT run, scenario, place, startsAt, startsAtHour, replications, meanQueue,
      avg(meanQueue) OVER (
        PARTITION BY run, placeNumber ORDER BY startsAt ROWS BETWEEN 5 PRECEDING AND 5 FOLLOWING
      ) AS movingAverage, NULL AS note
    FROM (
      SELECT done.run, done.scenario, place.number AS placeNumber, place.name AS place,
        interval.startsAt, interval.startsAt / 3600e6 AS startsAtHour, count(*) AS replications,
        avg(interval.queueMean) AS meanQueue
      FROM completeReplication AS done JOIN interval ON interval.replication = done.id
        JOIN place ON place.id = interval.place
      GROUP BY done.run, interval.place, interval.startsAt
    )
    UNION ALL \(notes(for: "intervals", columnsBetween: 6));
    """
}
