/// What can be wrong with attributes, documents, parameters, companions and collections.
public enum AttributeFault: Error, Sendable, Equatable {
  /// A parameter that nothing gives a value.
  case unboundParameter(String, nearest: String?)

  // MARK: Attributes and documents

  /// A sign that has a meaning in expressions and conditions.
  case reservedSign(Character, name: String)
  /// Room for a queue where no attribute says how long trucks are.
  case queueSpaceWithoutLength
  /// A document that may be in a state from which it cannot come into the one that is set.
  case documentState(document: String, from: String, to: String, allowed: [String])
  /// Trucks with these words that come to a station none of whose lanes takes them.
  case wordsWithoutLane(station: String, flow: String, words: [String])
  /// A document among the shared attributes.
  case sharedDocument(String)
  /// A shared attribute where only one of a truck makes sense.
  case sharedHere(String)
  /// An attribute of words where only those make sense.
  case notWords(attribute: String)

  // MARK: Parameters, companions, collections

  /// A name that no parameter can have.
  case wrongParameterName(String)
  /// A `--set values.NAME` for a parameter that nothing mentions.
  case unusedValue(String, nearest: String?)
  /// Procedures that use each other in a ring; the first is the last too.
  case procedureRing([String])
  /// A file whose procedure has another name.
  case otherProcedureInFile(String, expected: String)
  /// A document that a flow gives; it begins at its first state.
  case documentOfFlow(String)
  /// An attribute that is no plain number where only those make sense.
  case notPlainNumber(attribute: String)
  /// A class that follows from an attribute which does not decide it.
  case classByVaries(attribute: String)
  /// Classes of a word that do not begin at time zero.
  case classStartsLate
  /// A class of a word that does not begin later than the one before it.
  case classesNotAscending
  /// A word of an attribute to which `class by` gives no class.
  case wordWithoutClass(String, attribute: String)
  /// An attribute that `of each truck` or `class by` names and the flow does not give.
  case notGiven(attribute: String, existing: [String], nearest: String?)
  /// A closing whose cut is later than it goes out.
  case cutAfterDue
  /// A closing that is not later than the one before.
  case closingsNotAscending
}
