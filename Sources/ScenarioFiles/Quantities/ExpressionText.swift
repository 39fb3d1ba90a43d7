/// Whether a text that is no plain distribution or value is meant as an expression.
///
/// It decides which fault is reported: that of the expression, or that of the distribution.
func isExpression(_ text: String, attributes: [String]) -> Bool {
  let trimmed = text.trimmed
  guard let first = trimmed.first else { return false }
  let second = trimmed.dropFirst().first
  if first == "(" || (first == "-" && !(second?.isNumber ?? true) && second != ".") { return true }
  let isCall = ExpressionFunction.allCases.contains { function in
    trimmed.hasPrefix(function.rawValue)
      && trimmed.dropFirst(function.rawValue.count).first { !$0.isWhitespace } == "("
  }
  if isCall || trimmed == ExpressionFunction.now { return true }
  let isNamed = attributes.contains { name in
    trimmed.hasPrefix(name)
      && trimmed.dropFirst(name.count).first.map { !$0.isLetter && !$0.isNumber } ?? true
  }
  if isNamed || trimmed.contains(" at ") { return true }
  // An operator outside all parentheses.
  var depth = 0
  var last: Character = " "
  var isBegun = false
  for character in trimmed {
    switch character {
    case "(": depth += 1
    case ")": depth -= 1
    case "+", "*", "/": if depth == 0 { return true }
    case "-": if depth == 0, isBegun, last == ")" || last.isWhitespace { return true }
    default: break
    }
    isBegun = true
    last = character
  }
  return false
}
