/// What can be wrong with attributes, documents, parameters, companions and collections.
public enum AttributeFault: Error, Sendable, Equatable {
  /// A parameter that nothing gives a value.
  case unboundParameter(String)
}
