/// What a user asks of a comparison (方案比选).
public struct CompareOptions: Sendable {
  /// The scenario file that the others are compared with.
  public var scenario: String
  /// Further scenario files, each an alternative.
  public var alternatives: [String] = []
  /// Changes of the first scenario, each an alternative: `KEY=VALUE` parted by `;`, after `NAME:` where it has a name.
  public var variants: [String] = []
  /// `KEY=VALUE` changes of all alternatives.
  public var common: [String] = []
  /// Names of the measures that are compared; empty for waits and clearance times.
  public var measures: [String] = []
  /// Replications of each alternative instead of the first scenario's number.
  public var replications: Int?
  /// Half-width of each difference relative to the first estimate at which the comparison ends.
  public var precision: Double?
  /// The confidence that all intervals of a measure cover together.
  public var confidence = 0.95
  /// Seed instead of the first scenario's.
  public var seed: UInt64?
  /// Days instead of the scenarios' length.
  public var days: Int?
  /// Replications side by side.
  public var workers = 1
  /// The results file; nil where nothing is recorded.
  public var database: String?

  /// The options of a comparison with a scenario, all else by default.
  public init(scenario: String) {
    self.scenario = scenario
  }
}

/// Why alternatives cannot be compared.
public enum CompareFault: Error, Sendable, Equatable {
  /// There is nothing to compare the scenario with.
  case noAlternative
  /// Two alternatives are the same file with the same changes.
  case sameAlternative(String, String)
  /// A `--set` in which a change is missing.
  case emptyChange(String)
  /// One replication, of which no interval can be had.
  case oneReplication
  /// Measures that an alternative does not have, with those it has.
  case unknownMeasures([String], known: [String], alternative: String)
  /// No wait of a place and no clearance time of a flow exists in all alternatives.
  case nothingInCommon
}
