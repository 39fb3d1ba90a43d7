/// The functions of expressions; distributions and attributes of words are written like them.
public enum ExpressionFunction: String, CaseIterable, Sendable {
  /// The value without its sign.
  case abs
  /// The smaller of two.
  case min
  /// The larger of two.
  case max
  /// The next whole number not below.
  case ceil
  /// The next whole number not above.
  case floor
  /// 1 with a probability, else 0.
  case chance
  /// The beginning of the day of an instant.
  case startOfDay = "start of day"
  /// The beginning of the first working day from the day of an instant on.
  case workingDayFrom = "working day from"
  /// The beginning of the n-th working day after the day of an instant.
  case afterWorkingDays = "after working days"

  /// The probability that a sample of a lot finds a bad unit.
  case foundInSample = "found in sample"
  /// The beginning of the calendar month after that of an instant.
  case nextMonth = "next month"

  /// The word for the time since the start of the run.
  static let now = "now"
}
