extension Schema {
  /// When trucks came that were announced before; version 4.
  ///
  /// In former files nobody was announced: who arrived was there.
  static let coming = """
    ALTER TABLE truck ADD COLUMN cameAt INTEGER; -- NULL: announced, and never came
    UPDATE truck SET cameAt = arrivedAt;

    DROP VIEW truckStay;
    CREATE VIEW truckStay AS
    SELECT done.run, done.scenario, done.number AS replication,
      flow.name || '#' || truck.number AS truck, flow.name AS flow, class.name AS class,
      outcome.word AS outcome, truck.arrivedAt, truck.cameAt, truck.clearedAt, truck.leftAt,
      coalesce(truck.cameAt, truck.arrivedAt) / 3600e6 AS arrivedAtHour,
      \(calendarTime("coalesce(truck.cameAt, truck.arrivedAt)")) AS calendarTime,
      (truck.clearedAt - truck.cameAt) / 60e6 AS minutesToClear,
      (truck.leftAt - truck.cameAt) / 60e6 AS minutesInside, NULL AS note
    FROM completeReplication AS done JOIN truck ON truck.replication = done.id
      JOIN flow ON flow.id = truck.flow JOIN class ON class.id = truck.class
      JOIN outcome ON outcome.id = truck.outcome
    UNION ALL \(notes(for: "passages", columnsBetween: 13));

    DROP VIEW clearanceByFlow;
    CREATE VIEW clearanceByFlow AS
    SELECT done.run, done.scenario, flow.name AS flow, class.name AS class,
      count(DISTINCT done.id) AS replications, count(truck.cameAt) AS trucks,
      count(truck.clearedAt) AS cleared,
      sum(outcome.word = 'turned away') AS turnedAway,
      avg(truck.clearedAt - truck.cameAt) / 60e6 AS meanMinutesToClear,
      max(truck.clearedAt - truck.cameAt) / 60e6 AS maxMinutesToClear, NULL AS note
    FROM completeReplication AS done JOIN truck ON truck.replication = done.id
      JOIN flow ON flow.id = truck.flow JOIN class ON class.id = truck.class
      JOIN outcome ON outcome.id = truck.outcome
    GROUP BY done.run, truck.flow, truck.class
    UNION ALL \(notes(for: "passages", columnsBetween: 8));

    """
}
