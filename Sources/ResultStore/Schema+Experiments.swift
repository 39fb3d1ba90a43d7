extension Schema {
  /// Experiments: which runs belong together, what was asked and what was found; version 6.
  ///
  /// A design point is an ordinary run at level `summary`, which several experiments may share.
  static let experiments = """
    CREATE TABLE experiment (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,                  -- compare, size, selection, roster, sweep
      scenario INTEGER NOT NULL REFERENCES scenario (id),
      seed TEXT NOT NULL,                  -- decimal: 64 bits without a sign
      options TEXT NOT NULL CHECK (json_valid(options)),
      version TEXT NOT NULL,
      startedAt TEXT NOT NULL,             -- UTC, ISO 8601
      endedAt TEXT,
      state TEXT NOT NULL CHECK (state IN ('running', 'complete', 'interrupted', 'failed')),
      answer TEXT CHECK (answer IS NULL OR json_valid(answer)) -- NULL: not there yet
    ) STRICT;

    CREATE TABLE experimentPoint (
      id INTEGER PRIMARY KEY,
      experiment INTEGER NOT NULL REFERENCES experiment (id),
      number INTEGER NOT NULL,             -- from 1, in the order of the design
      run INTEGER NOT NULL REFERENCES run (id),
      label TEXT NOT NULL,
      settings TEXT NOT NULL CHECK (json_valid(settings)), -- the changes, as --set takes them
      UNIQUE (experiment, number)
    ) STRICT;

    CREATE VIEW experimentResult AS
    SELECT experiment.id AS experiment, experiment.kind, scenario.name AS scenario,
      experiment.state, point.number AS point, point.label, point.settings, point.run,
      measure.name AS measure, measure.unit, measure.estimate, measure.halfWidth,
      measure.confidence, measure.replications
    FROM experiment JOIN scenario ON scenario.id = experiment.scenario
      JOIN experimentPoint AS point ON point.experiment = experiment.id
      JOIN measure ON measure.run = point.run
    ORDER BY experiment.id, point.number, measure.id;

    """
}
