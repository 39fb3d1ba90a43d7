import ClearanceModel

/// Reads an expression such as `2 * pass at main-in + exponential(20 s)`.
///
/// Names may have blanks and hyphens: where one stands, the longest that is known is meant. Draws
/// get blocks 0, 2, 3, … as they are read, since block 1 picks the lane.
struct ExpressionParser {
  /// What was read so far, with what it measures; nil for a zero without a unit, which is any.
  struct Term {
    var expression: Expression
    var dimension: Dimension?
  }

  let scope: ExpressionScope
  let text: String
  var rest: Substring
  var depth = 0
  private var parts = 0
  /// The next free block.
  private(set) var block = 0

  static let mostBlocks = 200
  private static let mostParts = 1_000
  static let depthLimit = 16

  init(_ text: String, scope: ExpressionScope) {
    self.text = text
    self.scope = scope
    rest = text[...]
  }

  /// Reads the whole text as a number.
  mutating func wholeNumber() throws(ScenarioFault) -> Term {
    let term = try sum()
    try expectEnd(term.expression)
    return term
  }

  /// Nothing may follow, and the numbers must fit the stack.
  mutating func expectEnd(_ expression: Expression) throws(ScenarioFault) {
    skipBlanks()
    guard rest.isEmpty else {
      if rest.first == ")" { throw .unbalancedParentheses(text) }
      throw .expression(.unexpected(String(rest)))
    }
    let depth = expression.depth
    guard depth <= ExpressionPlan.stackLimit else {
      throw .expression(.tooDeep(found: depth, allowed: ExpressionPlan.stackLimit))
    }
    if let value = expression.constant, !value.isFinite { throw .notFinite(text) }
  }

  // MARK: Operators

  mutating func sum() throws(ScenarioFault) -> Term {
    var left = try product()
    while let sign = takeSign("+", "-") {
      let right = try product()
      let kind: OperationKind = sign == "+" ? .add : .subtract
      left.dimension = try common(left, right)
      left.expression = .folded(kind, left.expression, right.expression)
    }
    return left
  }

  private mutating func product() throws(ScenarioFault) -> Term {
    var left = try factor()
    while let sign = takeSign("*", "/") {
      let right = try factor()
      let dimension: Dimension?
      // A zero of any dimension is taken for a plain number here.
      let (a, b) = (left.dimension ?? .number, right.dimension ?? .number)
      if sign == "/", right.expression.constant == 0 { throw .expression(.divisionByZero) }
      if b == .number {
        dimension = left.dimension
      } else if sign == "*", a == .number {
        dimension = right.dimension
      } else if sign == "/", a == b {
        dimension = .number
      } else {
        throw .expression(.noProduct(a, b))
      }
      left.dimension = dimension
      left.expression = .folded(
        sign == "*" ? .multiply : .divide,
        left.expression,
        right.expression
      )
    }
    return left
  }

  private mutating func factor() throws(ScenarioFault) -> Term {
    parts += 1
    guard parts <= Self.mostParts else { throw .expression(.tooLong(allowed: Self.mostParts)) }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw .nestedTooDeep(limit: Self.depthLimit) }
    skipBlanks()
    if take("-") {
      var term = try factor()
      term.expression = .folded(.negate, term.expression)
      return term
    }
    if take("(") {
      let term = try sum()
      try close()
      return term
    }
    return try operand()
  }

  /// The dimension of two numbers that are added or compared.
  func common(_ a: Term, _ b: Term) throws(ScenarioFault) -> Dimension? {
    guard let left = a.dimension else { return b.dimension }
    guard let right = b.dimension, left != right else { return left }
    throw .expression(.mixedDimensions(left, right))
  }

  /// Reserves blocks for draws; a draw behind the first never gets block 1.
  mutating func reserve(_ blocks: Int) throws(ScenarioFault) -> Int {
    let first = block
    if blocks > 0 { block = max(2, first + blocks) }
    guard block <= Self.mostBlocks else {
      throw .expression(.tooManyDraws(allowed: Self.mostBlocks))
    }
    return first
  }

  // MARK: Text

  mutating func skipBlanks() { rest = rest.drop(while: \.isWhitespace) }

  mutating func take(_ sign: Character) -> Bool {
    skipBlanks()
    guard rest.first == sign else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func takeSign(_ signs: Character...) -> Character? {
    skipBlanks()
    guard let sign = rest.first, signs.contains(sign) else { return nil }
    rest.removeFirst()
    return sign
  }

  mutating func close() throws(ScenarioFault) {
    if take(")") { return }
    if rest.isEmpty { throw .unbalancedParentheses(text) }
    throw .expression(.unexpected(String(rest)))
  }

  /// Takes the longest of the names that stands here as a whole.
  mutating func takeName(_ names: [String]) -> Int? {
    skipBlanks()
    var best: Int?
    for (index, name) in names.enumerated() where rest.hasPrefix(name) {
      if let next = rest.dropFirst(name.count).first, next.isLetter || next.isNumber || next == "_"
      {
        continue
      }
      if let known = best, names[known].count >= name.count { continue }
      best = index
    }
    if let best { rest = rest.dropFirst(names[best].count) }
    return best
  }

  /// What stands here up to the next operator, for messages.
  func unknownWord() -> String {
    var word = ""
    for character in rest {
      if "+*/(),=".contains(character) { break }
      if character == "-", word.last?.isWhitespace ?? true { break }
      word.append(character)
    }
    return word.trimmed
  }
}
