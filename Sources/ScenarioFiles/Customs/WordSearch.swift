/// Looks for words in many texts.
///
/// By bytes: the search of the library takes a hundred times as long on texts this short, and was
/// most of the time that reading a scenario took.
struct WordSearch {
  private let text: String
  private let bytes: [UInt8]

  /// Texts to search in, in any order.
  init(_ texts: [String]) {
    text = texts.joined(separator: "\n")
    bytes = Array(text.utf8)
  }

  /// Whether a part of some text is equal to another text.
  func contains(_ part: String) -> Bool {
    first(Array(part.utf8), from: 0) != nil
  }

  /// Whether some text has a name between signs or blanks.
  func mentions(_ name: String) -> Bool {
    let name = Array(name.utf8)
    var start = 0
    while let found = first(name, from: start) {
      if isWord(found..<found + name.count) { return true }
      start = found + 1
    }
    return false
  }

  private func first(_ part: [UInt8], from start: Int) -> Int? {
    guard let head = part.first else { return nil }
    var index = start
    while index + part.count <= bytes.count {
      if bytes[index] == head, part.indices.allSatisfy({ bytes[index + $0] == part[$0] }) {
        return index
      }
      index += 1
    }
    return nil
  }

  private func isWord(_ range: Range<Int>) -> Bool {
    func isPart(_ character: Character) -> Bool {
      character.isLetter || character.isNumber || character == "-" || character == "_"
    }
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    let end = text.utf8.index(text.startIndex, offsetBy: range.upperBound)
    if start > text.startIndex, isPart(text[text.index(before: start)]) { return false }
    return end == text.endIndex || !isPart(text[end])
  }
}
