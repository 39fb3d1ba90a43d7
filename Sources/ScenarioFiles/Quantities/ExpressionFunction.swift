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
}
