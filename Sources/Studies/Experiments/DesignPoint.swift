import ClearanceModel
import ScenarioFiles

/// One alternative of an experiment: a scenario file with some values changed.
public struct DesignPoint: Sendable, Hashable {
  /// The scenario file.
  public var scenario: String
  /// Its changes in their order, as `--set` takes them.
  public var overrides: [String]
  /// What people call it; points are equal whatever they are called.
  public var label: String

  /// A point from its parts.
  public init(scenario: String, overrides: [String] = [], label: String = "") {
    self.scenario = scenario
    self.overrides = overrides
    self.label = label
  }

  /// Whether two points are the same alternative.
  public static func == (left: DesignPoint, right: DesignPoint) -> Bool {
    left.scenario == right.scenario && left.overrides == right.overrides
  }

  /// Takes in what makes the alternative.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(scenario)
    hasher.combine(overrides)
  }
}

/// A design point whose scenario has been read and checked.
public struct PreparedPoint: Sendable {
  /// The scenario, compiled.
  public let loaded: LoadedScenario
  /// What is measured.
  public let catalogue: MeasureCatalogue

  /// The seed of its draws.
  public var seed: UInt64 { loaded.scenario.seed }
}
