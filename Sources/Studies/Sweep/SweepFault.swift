import ScenarioFiles

/// What is wrong with the options of a sweep, or why it ended early.
public enum SweepFault: Error, Equatable, Sendable {
  /// A text of `--vary` that cannot be understood.
  case vary(String, VaryFault)
  /// A key that varies twice.
  case twice(key: String)
  /// Neither `--vary` nor `--assumptions`.
  case nothingToVary
  /// A scenario that rests on no assumption.
  case noAssumptions
  /// A design that does not exist.
  case unknownDesign(String)
  /// `--assumptions` with a design other than one at a time.
  case assumptionsWith(SweepDesign)
  /// An option that belongs to a Latin hypercube, with another design.
  case onlyForLatin(option: String)
  /// Fewer points than tell the factors apart.
  case tooFewPoints(found: Int, least: Int)
  /// More points than are simulated in one sweep; nil for a number beyond all integers.
  case tooManyPoints(Int?, limit: Int)
  /// Points that leave two factors in step.
  case inStep(points: Int)
  /// Fewer than two replications, which say nothing of chance.
  case tooFewReplications(found: Int)
  /// Values that the scenario refuses.
  case refused([RefusedValue])
  /// Several of these at once.
  case several([SweepFault])
  /// The user stopped it; what was complete is recorded.
  case interrupted(points: Int, of: Int, database: String)

  /// Whether the user stopped it.
  public var isInterruption: Bool {
    if case .interrupted = self { true } else { false }
  }

  /// A value of a factor that the scenario refuses, and why.
  public struct RefusedValue: Equatable, Sendable {
    /// The option that asks for it, as in `--vary stations.gate.servers=0..5`.
    public var option: String
    /// The assignment, as `--set` takes it.
    public var setting: String
    /// What is wrong.
    public var problems: ScenarioProblems
    /// Whether it is the end of an assumption's stated range, which nobody has written.
    public var isAssumption: Bool

    /// A refused value from its parts.
    public init(
      option: String,
      setting: String,
      problems: ScenarioProblems,
      isAssumption: Bool = false
    ) {
      self.option = option
      self.setting = setting
      self.problems = problems
      self.isAssumption = isAssumption
    }
  }
}

/// What is wrong with the values that vary.
public enum VaryFault: Error, Equatable, Sendable {
  /// No `=` between key and values.
  case noValues
  /// Nothing before the `=`.
  case noKey
  /// A single value.
  case oneValue(String)
  /// An upper end below the lower one.
  case empty(low: String, high: String)
  /// A step that is not above zero.
  case badStep(String)
  /// Ends in different units.
  case differentUnits(low: String, high: String)
  /// Ends that are no quantities, such as laws.
  case notARange(String)
  /// A list with nothing between two commas.
  case emptyItem
  /// A list without its closing bracket.
  case openList
  /// A value that stands twice.
  case repeated(String)
  /// More values than one factor may have.
  case tooManyValues(Int?, limit: Int)
}
