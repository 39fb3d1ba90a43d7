/// What can be wrong in an expression.
public enum ExpressionFault: Error, Sendable, Equatable {
  /// Nothing where a number, a name or a function must stand; `found` is what stands there.
  case missingOperand(found: String)
}
