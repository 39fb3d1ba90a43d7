extension SourceScan {

  // MARK: Blanks

  /// Skips blanks, comments and line ends up to the next token.
  mutating func skipToToken() {
    while true {
      while byte(0) == UInt8(ascii: " ")
        || (byte(0) == UInt8(ascii: "\t") && (!flows.isEmpty || !keyAllowed))
      {
        index += 1
      }
      if byte(0) == UInt8(ascii: "#") { skipLine() }
      guard byte(0) == UInt8(ascii: "\n") else { return }
      newline()
      if flows.isEmpty { keyAllowed = true }
    }
  }

  // MARK: Scalars

  /// Skips a quoted scalar; false where the parser will report an error.
  mutating func skipQuoted() throws(LocatedFault) -> Bool {
    let start = index
    let quote = byte(0)
    index += 1
    while index < bytes.count {
      if column == 0, isDocumentMark { return false }
      switch byte(0) {
      case quote where quote == UInt8(ascii: "'") && byte(1) == quote:
        index += 2
      case quote:
        index += 1
        return true
      case UInt8(ascii: "\\") where quote == UInt8(ascii: "\"") && byte(1) != UInt8(ascii: "\n"):
        index += 2
      case UInt8(ascii: "\n"):
        newline()
      default:
        index += 1
      }
    }
    throw unclosed(at: start)
  }

  /// Skips an unquoted scalar, over several lines where they are indented deeper than their parent.
  ///
  /// - Returns: where its text ends; nil where the parser will report an error.
  mutating func skipPlain() throws(LocatedFault) -> Int? {
    let start = index
    let indent = flows.isEmpty ? (indents.last?.column ?? -1) + 1 : 0
    var end = index
    var parentheses = 0
    var afterLineEnd = false
    repeat {
      if column == 0, isDocumentMark { break }
      if byte(0) == UInt8(ascii: "#") { break }
      while !isBlank(0), !endsPlain {
        if !flows.isEmpty, byte(0) == UInt8(ascii: ":"), isFlowSign(1) { return nil }
        if byte(0) == UInt8(ascii: "(") { parentheses += 1 }
        if byte(0) == UInt8(ascii: ")") { parentheses -= 1 }
        index += 1
        end = index
        afterLineEnd = false
      }
      guard index < bytes.count, isBlank(0) else { break }
      while index < bytes.count, isBlank(0) {
        if byte(0) == UInt8(ascii: "\n") {
          newline()
          afterLineEnd = true
        } else if afterLineEnd, byte(0) == UInt8(ascii: "\t"), column < indent {
          return nil
        } else {
          index += 1
        }
      }
    } while column >= indent
    if afterLineEnd { keyAllowed = true }
    if !flows.isEmpty, parentheses > 0, byte(0) == UInt8(ascii: ",") {
      throw fault(.forgottenQuotes(text: balancedText(from: start, to: end)), at: start)
    }
    return end
  }

  /// Skips a scalar that begins with `|` or `>`.
  mutating func skipBlockScalar() {
    let parent = indents.last?.column ?? -1
    index += 1
    var indent = 0
    while index < bytes.count, byte(0) != UInt8(ascii: "\n"), byte(0) != UInt8(ascii: "#") {
      // Elsewhere than in the header's first two places a digit is an error, which ends the parse.
      if case UInt8(ascii: "1")...UInt8(ascii: "9") = byte(0) {
        indent = max(parent, 0) + Int(byte(0) - UInt8(ascii: "0"))
      }
      index += 1
    }
    skipLine()
    if index < bytes.count { newline() }
    skipBreaks(&indent, parent: parent)
    while index < bytes.count, column == indent {
      skipLine()
      if index < bytes.count { newline() }
      skipBreaks(&indent, parent: parent)
    }
  }

  /// Skips indentation and empty lines of a block scalar; finds its indentation where it is 0.
  private mutating func skipBreaks(_ indent: inout Int, parent: Int) {
    var deepest = 0
    while true {
      while byte(0) == UInt8(ascii: " "), indent == 0 || column < indent { index += 1 }
      deepest = max(deepest, column)
      guard byte(0) == UInt8(ascii: "\n") else { break }
      newline()
    }
    if indent == 0 { indent = max(deepest, parent + 1, 1) }
  }

  // MARK: Cursor

  /// Bytes since the start of the line; where it decides over indentation only ASCII precedes.
  var column: Int { index - lineStart }

  /// The byte that many places ahead, 0 beyond the end.
  func byte(_ ahead: Int) -> UInt8 {
    index + ahead < bytes.count ? bytes[index + ahead] : 0
  }

  func isBlank(_ ahead: Int) -> Bool {
    let byte = byte(ahead)
    return byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
      || byte == 0
  }

  /// Whether `---` or `...` stands here by itself.
  var isDocumentMark: Bool {
    (byte(0) == UInt8(ascii: "-") || byte(0) == UInt8(ascii: "."))
      && byte(1) == byte(0) && byte(2) == byte(0) && isBlank(3)
  }

  /// Whether a sign here ends an unquoted scalar.
  private var endsPlain: Bool {
    (byte(0) == UInt8(ascii: ":") && isBlank(1))
      || (!flows.isEmpty && byte(0) != UInt8(ascii: "?") && isFlowSign(0))
  }

  private func isFlowSign(_ ahead: Int) -> Bool {
    ",?[]{}".utf8.contains(byte(ahead))
  }

  private mutating func newline() {
    index += 1
    line += 1
    lineStart = index
  }

  private mutating func skipLine() {
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
  }

  // MARK: Faults

  func fault(_ fault: ScenarioFault, at offset: Int? = nil) -> LocatedFault {
    LocatedFault(fault: fault, position: SourcePosition(offset: offset ?? index, in: bytes))
  }

  func unclosed(at offset: Int) -> LocatedFault {
    fault(.unclosed(String(decoding: [bytes[offset]], as: UTF8.self)), at: offset)
  }

  /// The word that begins here, as far as a blank or a sign of `{ }` and `[ ]`.
  var word: String {
    let rest = bytes[index...]
    let ends = rest.dropFirst().firstIndex { " \t\n,[]{}".utf8.contains($0) } ?? bytes.count
    return String(decoding: rest[..<ends], as: UTF8.self)
  }

  /// The text from `start` to the parenthesis that closes it on the line, else to `end`.
  private func balancedText(from start: Int, to end: Int) -> String {
    var open = 0
    for offset in start..<bytes.count where bytes[offset] != UInt8(ascii: " ") {
      if bytes[offset] == UInt8(ascii: "\n") { break }
      if bytes[offset] == UInt8(ascii: "(") { open += 1 }
      if bytes[offset] == UInt8(ascii: ")") {
        open -= 1
        if open == 0 { return String(decoding: bytes[start...offset], as: UTF8.self) }
      }
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Refuses what libYAML does not print, and the line ends that no editor counts.
  static func refuseControlCharacters(_ bytes: [UInt8]) throws(LocatedFault) {
    for (offset, byte) in bytes.enumerated() {
      let next = { (ahead: Int) in offset + ahead < bytes.count ? bytes[offset + ahead] : 0 }
      let isRefused =
        switch byte {
        case 0x09, 0x0A: false
        case ..<0x20, 0x7F: true
        case 0xC2: next(1) < 0xA0
        case 0xE2: next(1) == 0x80 && (next(2) == 0xA8 || next(2) == 0xA9)
        case 0xEF: next(1) == 0xBB && next(2) == 0xBF || next(1) == 0xBF && next(2) >= 0xBE
        default: false
        }
      guard isRefused else { continue }
      let scalar = String(decoding: bytes[offset...].prefix(4), as: UTF8.self).unicodeScalars.first
      throw LocatedFault(
        fault: .controlCharacter(code: scalar?.value ?? 0),
        position: SourcePosition(offset: offset, in: bytes)
      )
    }
  }
}
