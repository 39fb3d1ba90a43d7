/// What can be wrong with attributes, documents, parameters, companions and collections.
public enum AttributeFault: Error, Sendable, Equatable {
  /// A parameter that nothing gives a value.
  case unboundParameter(String)

  // MARK: Attributes and documents

  /// A sign that has a meaning in expressions and conditions.
  case reservedSign(Character, name: String)
  /// Room for a queue where no attribute says how long trucks are.
  case queueSpaceWithoutLength
  /// A document that may be in a state from which it cannot come into the one that is set.
  case documentState(document: String, from: String, to: String, allowed: [String])
  /// Trucks with these words that come to a station none of whose lanes takes them.
  case wordsWithoutLane(station: String, flow: String, words: [String])
  /// An attribute of words where only those make sense.
  case notWords(attribute: String)
}
