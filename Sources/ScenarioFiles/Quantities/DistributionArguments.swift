/// A text such as `gamma(mean = 4 min, cv = 0.5)`, split into its name and arguments.
struct DistributionCall {
  struct Argument {
    /// What stands before `=`, or nil.
    var key: String?
    var value: String
  }

  var name: String
  /// What stands between the parentheses.
  var inside: String
  var arguments: [Argument]

  /// Splits a text; nil where it has no parentheses and is a value or a word.
  init?(_ text: String) throws(ScenarioFault) {
    let trimmed = text.trimmed
    guard let open = trimmed.firstIndex(of: "(") else {
      if trimmed.contains(")") { throw .unbalancedParentheses(text) }
      return nil
    }
    guard trimmed.last == ")" else { throw .unbalancedParentheses(text) }
    let content = trimmed[trimmed.index(after: open)..<trimmed.index(before: trimmed.endIndex)]
    name = trimmed[..<open].trimmed
    inside = content.trimmed
    arguments = []
    guard let parts = DistributionCall.split(content) else { throw .unbalancedParentheses(text) }
    if !inside.isEmpty { arguments = parts.map(DistributionCall.argument) }
  }

  /// The values, where no argument has a key.
  func positional(_ count: Int) -> [String]? {
    guard arguments.count == count, arguments.allSatisfy({ $0.key == nil }) else { return nil }
    return arguments.map(\.value)
  }

  /// The values in the order of `keys`, where the arguments are exactly those, in any order.
  func named(_ keys: String...) -> [String]? {
    guard arguments.count == keys.count else { return nil }
    let values = keys.compactMap { key in arguments.first { $0.key == key }?.value }
    return values.count == keys.count ? values : nil
  }

  /// The arguments as pairs, where each has a key.
  var pairs: [(key: String, value: String)]? {
    let pairs = arguments.compactMap { argument in
      argument.key.map { (key: $0, value: argument.value) }
    }
    return pairs.count == arguments.count && !pairs.isEmpty ? pairs : nil
  }

  /// Splits at commas outside parentheses; nil where those do not match.
  private static func split(_ text: Substring) -> [Substring]? {
    var parts: [Substring] = []
    var start = text.startIndex
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "(": depth += 1
      case ")": depth -= 1
      case "," where depth == 0:
        parts.append(text[start..<index])
        start = text.index(after: index)
      default: break
      }
      if depth < 0 { return nil }
    }
    parts.append(text[start...])
    return depth == 0 ? parts : nil
  }

  /// Splits at the first `=` outside parentheses.
  private static func argument(_ text: Substring) -> Argument {
    guard let sign = text.firstIndex(of: "="), !text[..<sign].contains("(") else {
      return Argument(key: nil, value: text.trimmed)
    }
    return Argument(key: text[..<sign].trimmed, value: text[text.index(after: sign)...].trimmed)
  }
}
