import ClearanceRecords

/// What a results file knows of an experiment before it begins.
public struct ExperimentHeader: Sendable, Equatable {
  /// What is asked: `compare`, `size`, `selection`, `roster` or `sweep`.
  public var kind: String
  /// Name of the scenario that everything is a change of.
  public var scenarioName: String
  /// Its text as it was read.
  public var scenarioText: String
  /// Seed of all draws.
  public var seed: UInt64
  /// Whatever else was asked, as JSON in one canonical form.
  public var options: String
  /// Version of the program.
  public var version: String
  /// When it began: UTC, ISO 8601.
  public var startedAt: String

  /// A header from its parts.
  public init(
    kind: String,
    scenarioName: String,
    scenarioText: String,
    seed: UInt64,
    options: String,
    version: String,
    startedAt: String
  ) {
    self.kind = kind
    self.scenarioName = scenarioName
    self.scenarioText = scenarioText
    self.seed = seed
    self.options = options
    self.version = version
    self.startedAt = startedAt
  }
}

/// A run that belongs to an experiment.
public struct ExperimentPoint: Sendable, Equatable {
  /// Its number in the design, from 1.
  public var number: Int
  /// The run with its results.
  public var run: Int64
  /// What people call it.
  public var label: String
  /// What it changes, as `--set` takes it.
  public var settings: [String]

  /// A point from its parts.
  public init(number: Int, run: Int64, label: String, settings: [String]) {
    self.number = number
    self.run = run
    self.label = label
    self.settings = settings
  }
}

/// An experiment as the results file has it.
public struct StoredExperiment: Sendable, Equatable {
  /// Its number in the file, from 1.
  public var id: Int64
  /// What is asked: `compare`, `size`, `selection`, `roster` or `sweep`.
  public var kind: String
  /// How far it came.
  public var state: RunState
  /// What was asked, as JSON.
  public var options: String
  /// What was found, as JSON; nil before.
  public var answer: String?
  /// Its points, by number.
  public var points: [ExperimentPoint]
}

/// A run that a design point can be read from instead of being simulated.
public struct StoredPoint: Sendable, Equatable {
  /// Number of the run in its file.
  public var run: Int64
  /// Its complete replications from number 1 on, without a gap.
  public var replications: [StoredReplication]
  /// Its estimates over all its replications; empty where it never ended.
  public var measures: [MeasureRecord]
}
