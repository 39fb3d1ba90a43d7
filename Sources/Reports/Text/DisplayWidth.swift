/// Columns that text takes on a terminal, and lines that fit into so many.
extension StringProtocol {
  /// Columns of the text; wide East Asian characters take two, combining marks none.
  ///
  /// After Unicode Standard Annex 11 (East Asian Width); ambiguous characters count as one.
  var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

  /// The text, or its beginning and an ellipsis, in at most so many columns.
  func cut(to width: Int) -> String {
    guard displayWidth > width else { return String(self) }
    var result = ""
    var used = 1  // The ellipsis.
    for character in self {
      used += character.displayWidth
      if used > width { break }
      result.append(character)
    }
    return result + "…"
  }

  /// The text in lines of at most so many columns; all but the first are indented further by two.
  ///
  /// Lines break at blanks and between wide characters, never before a closing mark.
  func folded(indent: Int = 0, width: Int = 100) -> [String] {
    var lines: [String] = []
    var line = String(repeating: " ", count: indent)
    var isEmpty = true
    for piece in pieces {
      let needed = line.displayWidth + piece.trimmedEnd.displayWidth
      if !isEmpty, needed > width {
        lines.append(line.trimmedEnd)
        line = String(repeating: " ", count: indent + 2)
      }
      line += piece
      isEmpty = false
    }
    lines.append(line.trimmedEnd)
    return lines.map { $0.cut(to: width) }
  }

  /// Parts between which a line may break; blanks belong to the part before them.
  private var pieces: [String] {
    var pieces: [String] = []
    var last: Character?
    for character in self {
      let breaks: Bool
      if let last {
        let isWide = last.displayWidth == 2 || character.displayWidth == 2
        breaks =
          character != " " && (last == " " || isWide)
          && !"，。；：、？！）”…".contains(character) && !"（“".contains(last)
      } else {
        breaks = true
      }
      if breaks { pieces.append("") }
      pieces[pieces.count - 1].append(character)
      last = character
    }
    return pieces
  }

  var trimmedEnd: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}

extension Character {
  /// Columns of the character: those of its widest part.
  var displayWidth: Int { unicodeScalars.reduce(0) { max($0, $1.displayWidth) } }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return Self.wide.contains { $0.contains(value) } ? 2 : 1
    }
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}
