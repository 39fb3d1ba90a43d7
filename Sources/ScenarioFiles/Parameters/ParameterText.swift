/// A text with `<NAME>` in it, where the value of a parameter will stand.
struct ParameterText {
  enum Part: Equatable {
    case text(String)
    case parameter(String)
  }

  let parts: [Part]

  /// Splits a text at its parameters.
  ///
  /// A name begins with a letter, ends with no blank, and holds neither `and` nor `or` as words:
  /// the signs of `a < 3 and b > 5` are no brackets.
  init(_ text: String) {
    guard text.contains("<") else {
      parts = [.text(text)]
      return
    }
    var parts: [Part] = []
    var plain = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      plain += rest[..<open]
      let after = rest.index(after: open)
      guard let close = rest[after...].firstIndex(where: { "<>".contains($0) }), rest[close] == ">",
        Self.isName(rest[after..<close])
      else {
        plain.append("<")
        rest = rest[after...]
        continue
      }
      if !plain.isEmpty { parts.append(.text(plain)) }
      plain = ""
      parts.append(.parameter(String(rest[after..<close])))
      rest = rest[rest.index(after: close)...]
    }
    plain += rest
    if !plain.isEmpty { parts.append(.text(plain)) }
    self.parts = parts
  }

  private static func isName(_ text: Substring) -> Bool {
    guard let first = text.first, let last = text.last, first.isLetter, !last.isWhitespace else {
      return false
    }
    let hasSign = text.contains { ".[]=,:/#".contains($0) || $0.isNewline }
    return !hasSign && !text.split(separator: " ").contains { $0 == "and" || $0 == "or" }
  }

  /// Whether a parameter is all there is.
  var isParameter: Bool {
    if parts.count == 1, case .parameter = parts[0] { true } else { false }
  }

  /// The names of the parameters, in the order of reading.
  var names: [String] {
    parts.compactMap { part in
      if case .parameter(let name) = part { name } else { nil }
    }
  }
}

extension SourceNode {
  /// The parameters that texts and keys mention, in the order of reading.
  var parameters: [String] {
    switch content {
    case .null, .made: []
    case .scalar(let text, _): ParameterText(text).names
    case .sequence(let items): items.flatMap(\.parameters)
    case .mapping(let entries):
      entries.flatMap { ParameterText($0.key).names + $0.value.parameters }
    }
  }
}
