import ScenarioFiles

/// What is wrong with the question which of several designs is the best.
public enum SelectionFault: Error, Sendable, Equatable {
  /// A `--lever`, as it was given.
  case choice(String, ChoiceFault)
  /// No lever.
  case noChoice
  /// Levers that leave nothing to choose.
  case oneDesign
  /// More combinations than are compared.
  case tooManyDesigns(limit: Int)
  /// Neither an indifference zone nor a budget.
  case noIndifference
  /// An option that says something of a measure, without one.
  case needsMeasure(option: String)
  /// An indifference zone that does not suit the measure.
  case indifference(String, measure: String, unit: String, ScenarioFault)
  /// An indifference zone that is not above zero.
  case indifferenceNotPositive(String)
  /// A confidence that choosing blindly would reach.
  case confidenceTooLow(confidence: Double, designs: Int)
  /// Fewer replications in all than every design needs to begin with.
  case budgetTooSmall(found: Int, designs: Int, least: Int)
  /// A measure that has no value in a replication of a design.
  case noValue(measure: String, settings: [String], replication: Int)
}

/// Why a lever of a selection is refused.
public enum ChoiceFault: Error, Sendable, Equatable {
  /// It is written neither as KEY=LOW..HIGH nor as KEY=[A, B, C].
  case malformed
  /// A number that cannot be read or is not allowed.
  case number(ScenarioFault)
  /// A range whose end lies before its start.
  case emptyRange(low: String, high: String)
  /// A list with a value left out.
  case emptyValue
  /// A value that stands twice in a list.
  case valueTwice(String)
  /// A range of too many numbers.
  case tooMany(limit: Int)
  /// A cost, which only a search with targets has.
  case hasCost
  /// A key that another lever has too.
  case keyTwice(String)
  /// A value that the scenario does not take.
  case refused(value: String, ScenarioProblems)
}
