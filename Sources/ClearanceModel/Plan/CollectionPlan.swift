import EventSimulation

/// Piles of what trucks hand in, each of which goes out as one at a date.
public struct CollectionPlan: Sendable {
  /// When what was gathered goes out.
  public struct Closing: Sendable, Equatable {
    /// What is gathered before this instant belongs to the closing.
    public var cut: SimulatedTime
    /// When it goes out; not before the cut.
    public var due: SimulatedTime

    /// A closing from its parts.
    public init(cut: SimulatedTime, due: SimulatedTime) {
      self.cut = cut
      self.due = due
    }
  }

  /// Its name.
  public var name: String
  /// Word attributes that tell the piles apart; there is one for each combination of words.
  public var keys: [UInt16]
  /// Its closings, ascending by cut and by due.
  public var closings: [Closing]
  /// The number attribute of the companion that says how many were gathered; nil for none.
  public var countAttribute: UInt16?
  /// The first step of the companion that goes out for a pile.
  public var firstStep: UInt16
  /// Of the consolidated declarations of firms whose period this is; nil for other collections.
  ///
  /// Their piles are those of the papers, and ``keys`` are none.
  public var period: DeclaringPeriod?

  /// A collection from its parts.
  public init(
    name: String,
    keys: [UInt16],
    closings: [Closing],
    countAttribute: UInt16?,
    firstStep: UInt16,
    period: DeclaringPeriod? = nil
  ) {
    self.name = name
    self.keys = keys
    self.closings = closings
    self.countAttribute = countAttribute
    self.firstStep = firstStep
    self.period = period
  }
}
