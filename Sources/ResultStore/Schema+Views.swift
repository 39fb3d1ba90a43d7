extension Schema {
  /// Views for planners: names for ids, hours and seconds beside microseconds, and nothing of a
  /// replication that did not end.
  ///
  /// A run that was recorded at a lower level than a view needs, or that has no complete
  /// replication, shows there as one row with a `note`: any SQLite shell then says why.
  static let views = """
    CREATE VIEW completeReplication AS
    SELECT replication.id, run.id AS run, scenario.name AS scenario, replication.number,
      run.startsOn, run.endsAt, replication.events, replication.trucks, replication.fingerprint
    FROM replication JOIN run ON run.id = replication.run
      JOIN scenario ON scenario.id = run.scenario
    WHERE replication.state = 'complete';

    CREATE VIEW recordingNote AS
    SELECT run.id AS run, scenario.name AS scenario, need.word AS needs,
      CASE WHEN have.rank >= need.rank THEN 'no replication is complete'
        WHEN need.word = 'intervals'
          THEN 'recorded with --record intervals, passages or steps only'
        WHEN need.word = 'passages' THEN 'recorded with --record passages or steps only'
        ELSE 'recorded with --record steps only' END AS note
    FROM run JOIN scenario ON scenario.id = run.scenario
      JOIN recordingLevel AS have ON have.word = run.recorded
      JOIN recordingLevel AS need
    WHERE have.rank < need.rank OR NOT EXISTS (
      SELECT 1 FROM replication
      WHERE replication.run = run.id AND replication.state = 'complete');

    CREATE VIEW measureByReplication AS
    SELECT done.run, done.scenario, done.number AS replication, measureName.name AS measure,
      measureName.unit, replicationMeasure.value
    FROM completeReplication AS done
      JOIN replicationMeasure ON replicationMeasure.replication = done.id
      JOIN measureName ON measureName.id = replicationMeasure.measureName;

    CREATE VIEW placeInterval AS
    SELECT done.run, done.scenario, done.number AS replication, place.name AS place,
      interval.startsAt, interval.startsAt / 3600e6 AS startsAtHour,
      \(calendarTime("interval.startsAt")) AS calendarTime, interval.length / 3600e6 AS hours,
      interval.arrivals, interval.departures, interval.lost AS turnedAway,
      interval.queueMean AS meanQueue, interval.queueMax AS maxQueue, interval.busyShare,
      interval.waitMean / 1e6 AS meanWaitSeconds, interval.waitP50 / 1e6 AS waitP50Seconds,
      interval.waitP95 / 1e6 AS waitP95Seconds, NULL AS note
    FROM completeReplication AS done JOIN interval ON interval.replication = done.id
      JOIN place ON place.id = interval.place
    UNION ALL \(notes(for: "intervals", columnsBetween: 15));

    CREATE VIEW visit AS
    SELECT done.run, done.scenario, done.number AS replication,
      flow.name || '#' || passage.truck AS truck, class.name AS class, place.name AS place,
      lane.name AS lane, outcome.word AS outcome,
      passage.arrivedAt, passage.startedAt, passage.endedAt, passage.leftAt,
      passage.arrivedAt / 3600e6 AS arrivedAtHour,
      \(calendarTime("passage.arrivedAt")) AS calendarTime,
      (passage.startedAt - passage.arrivedAt) / 1e6 AS waitSeconds,
      (passage.endedAt - passage.startedAt) / 1e6 AS serviceSeconds,
      (passage.leftAt - passage.arrivedAt) / 1e6 AS stayedSeconds, NULL AS note
    FROM completeReplication AS done JOIN passage ON passage.replication = done.id
      JOIN flow ON flow.id = passage.flow JOIN class ON class.id = passage.class
      JOIN place ON place.id = passage.place LEFT JOIN place AS lane ON lane.id = passage.lane
      JOIN outcome ON outcome.id = passage.outcome
    UNION ALL \(notes(for: "passages", columnsBetween: 15));

    CREATE VIEW truckStay AS
    SELECT done.run, done.scenario, done.number AS replication,
      flow.name || '#' || truck.number AS truck, flow.name AS flow, class.name AS class,
      outcome.word AS outcome, truck.arrivedAt, truck.clearedAt, truck.leftAt,
      truck.arrivedAt / 3600e6 AS arrivedAtHour,
      \(calendarTime("truck.arrivedAt")) AS calendarTime,
      (truck.clearedAt - truck.arrivedAt) / 60e6 AS minutesToClear,
      (truck.leftAt - truck.arrivedAt) / 60e6 AS minutesInside, NULL AS note
    FROM completeReplication AS done JOIN truck ON truck.replication = done.id
      JOIN flow ON flow.id = truck.flow JOIN class ON class.id = truck.class
      JOIN outcome ON outcome.id = truck.outcome
    UNION ALL \(notes(for: "passages", columnsBetween: 12));

    CREATE VIEW stepTaken AS
    SELECT done.run, done.scenario, done.number AS replication,
      flow.name || '#' || step.truck AS truck, stepName.name AS step, place.name AS place,
      step.startedAt, step.endedAt, step.startedAt / 3600e6 AS startedAtHour,
      \(calendarTime("step.startedAt")) AS calendarTime,
      (step.endedAt - step.startedAt) / 1e6 AS seconds, NULL AS note
    FROM completeReplication AS done JOIN step ON step.replication = done.id
      JOIN flow ON flow.id = step.flow JOIN stepName ON stepName.id = step.step
      LEFT JOIN place ON place.id = step.place
    UNION ALL \(notes(for: "steps", columnsBetween: 9));
    """ + summaries

  /// Calendar time of a column in µs, NULL in a scenario that starts on no date.
  static func calendarTime(_ column: String) -> String {
    "datetime(done.startsOn, (\(column) / 1000000) || ' seconds')"
  }

  /// One row for each run that lacks what the view shows.
  static func notes(for level: String, columnsBetween count: Int) -> String {
    let nulls = String(repeating: "NULL, ", count: count)
    return "SELECT run, scenario, \(nulls)note FROM recordingNote WHERE needs = '\(level)'"
  }
}
