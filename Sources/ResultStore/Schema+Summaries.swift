extension Schema {
  /// The three questions that planners ask first, over all complete replications of a run.
  static let summaries = """


    CREATE VIEW gateByHour AS
    SELECT done.run, done.scenario, place.name AS place,
      interval.startsAt, interval.startsAt / 3600e6 AS startsAtHour,
      \(calendarTime("interval.startsAt")) AS calendarTime,
      CASE WHEN done.startsOn IS NULL THEN interval.startsAt / 3600000000 % 24
        ELSE CAST(strftime('%H', done.startsOn, (interval.startsAt / 1000000) || ' seconds')
          AS INTEGER) END AS hourOfDay,
      max(interval.length) / 3600e6 AS hours, count(*) AS replications,
      avg(interval.arrivals) AS meanArrivals, avg(interval.departures) AS meanDepartures,
      avg(interval.lost) AS meanTurnedAway, avg(interval.queueMean) AS meanQueue,
      max(interval.queueMax) AS maxQueue, avg(interval.busyShare) AS busyShare,
      avg(interval.waitMean) / 1e6 AS meanWaitSeconds,
      avg(interval.waitP95) / 1e6 AS waitP95Seconds, NULL AS note
    FROM completeReplication AS done JOIN interval ON interval.replication = done.id
      JOIN place ON place.id = interval.place
    GROUP BY done.run, interval.place, interval.startsAt
    UNION ALL \(notes(for: "intervals", columnsBetween: 15));

    CREATE VIEW clearanceByFlow AS
    SELECT done.run, done.scenario, flow.name AS flow, class.name AS class,
      count(DISTINCT done.id) AS replications, count(*) AS trucks,
      count(truck.clearedAt) AS cleared,
      sum(outcome.word = 'turned away') AS turnedAway,
      avg(truck.clearedAt - truck.arrivedAt) / 60e6 AS meanMinutesToClear,
      max(truck.clearedAt - truck.arrivedAt) / 60e6 AS maxMinutesToClear, NULL AS note
    FROM completeReplication AS done JOIN truck ON truck.replication = done.id
      JOIN flow ON flow.id = truck.flow JOIN class ON class.id = truck.class
      JOIN outcome ON outcome.id = truck.outcome
    GROUP BY done.run, truck.flow, truck.class
    UNION ALL \(notes(for: "passages", columnsBetween: 8));

    CREATE VIEW whoWaitedLongest AS
    SELECT * FROM (
      SELECT done.run, done.scenario, done.number AS replication,
        flow.name || '#' || passage.truck AS truck, class.name AS class, place.name AS place,
        lane.name AS lane, outcome.word AS outcome, passage.arrivedAt,
        passage.arrivedAt / 3600e6 AS arrivedAtHour,
        \(calendarTime("passage.arrivedAt")) AS calendarTime,
        (coalesce(passage.startedAt, passage.leftAt, done.endsAt) - passage.arrivedAt)
          / 60e6 AS waitMinutes, NULL AS note
      FROM completeReplication AS done JOIN passage ON passage.replication = done.id
        JOIN flow ON flow.id = passage.flow JOIN class ON class.id = passage.class
        JOIN place ON place.id = passage.place LEFT JOIN place AS lane ON lane.id = passage.lane
        JOIN outcome ON outcome.id = passage.outcome
      WHERE outcome.word <> 'turned away'
      UNION ALL \(notes(for: "passages", columnsBetween: 10))
    ) ORDER BY waitMinutes DESC;
    """
}
