/// What can be wrong with attributes, documents, parameters, companions and collections.
public enum AttributeFault: Error, Sendable, Equatable {
  /// A parameter that nothing gives a value.
  case unboundParameter(String)

  // MARK: Attributes and documents

  /// A sign that has a meaning in expressions and conditions.
  case reservedSign(Character, name: String)
}
