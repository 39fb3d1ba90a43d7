import ClearanceModel

/// What can be wrong in an expression.
public enum ExpressionFault: Error, Sendable, Equatable {
  /// Nothing where a number, a name or a function must stand; `found` is what stands there, empty
  /// at the end.
  case missingOperand(found: String)
  /// Text where an operator or the end must stand.
  case unexpected(String)
  /// A name before a parenthesis that is that of no function.
  case unknownFunction(String, allowed: [String], nearest: String?)
  /// More or fewer arguments than a function takes.
  case argumentCount(function: String, expected: Int, found: Int)
  /// More parts than an expression may have.
  case tooLong(allowed: Int)
  /// More numbers at hand at a time than there is room for.
  case tooDeep(found: Int, allowed: Int)
  /// More draws than a step may make.
  case tooManyDraws(allowed: Int)
  /// More operations than all expressions together may have.
  case tooManyOperations(found: Int, allowed: Int)

  // MARK: Dimensions

  /// Numbers that cannot be added, subtracted or compared.
  case mixedDimensions(Dimension, Dimension)
  /// Numbers whose product or quotient means nothing here.
  case noProduct(Dimension, Dimension)
  /// An expression of another dimension than its place wants.
  case wrongDimension(found: Dimension, expected: Dimension)
  /// A function of plain numbers with another argument.
  case needsNumber(function: String, found: Dimension)
  /// A division by a constant zero.
  case divisionByZero
  /// An expression whose value is not known when the file is read, where a constant must stand.
  case notConstant(String)

  // MARK: Attributes and properties

  /// An attribute of words where a number must stand.
  case wordsAsNumber(attribute: String)
  /// A document where a number must stand.
  case documentAsNumber(document: String)
  /// An attribute of words, used as a function, with an argument that is not `WORD = VALUE`.
  case selectionForm(attribute: String)
  /// The words of an attribute that have no value.
  case missingWords(attribute: String, words: [String])
  /// A property within a property.
  case propertyInProperty(String)
  /// A property that a lane of the station lacks.
  case propertyMissing(String, place: String)
  /// A property whose values at one station have two dimensions.
  case propertyDimensions(String, Dimension, Dimension)
}
