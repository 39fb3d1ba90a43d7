import ScenarioFiles

/// What is wrong with the question that `kakou size` is asked.
public enum SizeFault: Error, Sendable, Equatable {
  /// A `--lever`, as it was given.
  case lever(String, LeverFault)
  /// A `--target`, as it was given.
  case target(String, TargetFault)
  /// A `--most`, as it was given.
  case growth(String, GrowthFault)
  /// A `--by-hour`, as it was given.
  case roster(String, RosterFault)
  /// Neither a lever nor anything to grow.
  case noLever
  /// Nothing that must be kept.
  case noTarget
  /// A grid of more points than can be kept in mind.
  case tooManyPoints(limit: Int)
}

/// Why a lever is refused.
public enum LeverFault: Error, Sendable, Equatable {
  /// It is not written as KEY=LOW..HIGH@COST.
  case malformed
  /// A number that cannot be read or is not allowed.
  case number(ScenarioFault)
  /// A range whose end lies before its start.
  case emptyRange(low: String, high: String)
  /// A cost per unit that is not above zero.
  case costNotPositive(String)
  /// A list that cannot be read.
  case list(ChoiceFault)
  /// A key that another lever has too.
  case twice(key: String)
  /// A value that the scenario does not take.
  case refused(value: String, ScenarioProblems)
}

/// Why a target is refused.
public enum TargetFault: Error, Sendable, Equatable {
  /// It is not written as MEASURE <= VALUE or MEASURE >= VALUE.
  case malformed
  /// A limit that does not suit the measure.
  case value(measure: String, unit: String, ScenarioFault)
  /// A measure that has no interval, since it is the largest of all replications.
  case noInterval(measure: String)
  /// A measure that never had a value at a point, given as KEY=VALUE.
  case noValue(measure: String, settings: [String])
  /// Service standards of a scenario that has none.
  case noStandards
}

/// Why what should grow is refused.
public enum GrowthFault: Error, Sendable, Equatable {
  /// It is not written as KEY or KEY=LOW..HIGH.
  case malformed
  /// A number that cannot be read or is not allowed.
  case number(ScenarioFault)
  /// A range whose end does not lie behind its start.
  case emptyRange(low: String, high: String)
  /// A key at which the scenario has no number above zero to begin with.
  case noStart(key: String)
  /// A value that the scenario does not take.
  case refused(value: String, ScenarioProblems)
}
