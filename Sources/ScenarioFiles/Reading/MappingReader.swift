/// Reads the keys of one mapping and notes what is wrong with them.
struct MappingReader {
  let section: SectionKind
  let position: SourcePosition
  private let entries: [SourceEntry]

  /// Opens a mapping; nil, with a problem, when the node is none.
  ///
  /// Keys that the section does not have are reported here, all of them.
  init?(_ node: SourceNode, _ section: SectionKind, _ problems: inout ProblemList) {
    guard let entries = node.entries else {
      problems.add(.wrongKind(found: node.kind, expected: [.mapping]), at: node.position)
      return nil
    }
    self.section = section
    position = node.position
    self.entries = entries
    let allowed = Vocabulary.keys(of: section)
    for entry in entries where !allowed.contains(entry.key) {
      let nearest = nearestName(to: entry.key, in: allowed)
      problems.add(
        .unknownKey(entry.key, section: section, allowed: allowed, nearest: nearest),
        at: entry.keyPosition
      )
    }
  }

  /// The value of a key, or nil without it.
  func node(_ key: String) -> SourceNode? { entries.first { $0.key == key }?.value }

  /// Where a key stands.
  func keyPosition(_ key: String) -> SourcePosition? {
    entries.first { $0.key == key }?.keyPosition
  }

  /// The keys out of several that are there.
  func present(_ keys: [String]) -> [String] {
    keys.filter { key in entries.contains { $0.key == key } }
  }

  /// The value of a key that must be there.
  func required(_ key: String, _ problems: inout ProblemList) -> SourceNode? {
    if let node = node(key) { return node }
    problems.add(.missingKeys([key], section: section), at: position)
    return nil
  }

  /// Reads the text of a key with a parser; nil without it, and where it is wrong.
  func value<Value>(
    _ key: String,
    _ problems: inout ProblemList,
    _ parse: (String) throws(ScenarioFault) -> Value
  ) -> Value? {
    guard let node = node(key) else { return nil }
    return node.value(&problems, parse)
  }

  /// Reads one of several words.
  func word<Value>(
    _ key: String,
    _ words: [(String, Value)],
    _ problems: inout ProblemList
  ) -> Value? {
    value(key, &problems) { (text) throws(ScenarioFault) -> Value in
      guard let found = words.first(where: { $0.0 == text }) else {
        let allowed = words.map(\.0)
        throw .unknownWord(
          text,
          key: key,
          allowed: allowed,
          nearest: nearestName(to: text, in: allowed)
        )
      }
      return found.1
    }
  }
}

extension SourceNode {
  /// Reads the node's text with a parser; a problem and nil where that fails.
  func value<Value>(
    _ problems: inout ProblemList,
    _ parse: (String) throws(ScenarioFault) -> Value
  ) -> Value? {
    guard let text else {
      problems.add(.wrongKind(found: kind, expected: [.text]), at: position)
      return nil
    }
    return problems.value(at: position) { () throws(ScenarioFault) in try parse(text) }
  }

  /// The items of a list that is not empty; a problem and nil otherwise.
  func list(_ key: String, _ problems: inout ProblemList) -> [SourceNode]? {
    guard let items else {
      problems.add(.wrongKind(found: kind, expected: [.list]), at: position)
      return nil
    }
    guard !items.isEmpty else {
      problems.add(.nothingInIt(key: key), at: position)
      return nil
    }
    return items
  }

  /// A name that may stand in measures; a problem and nil otherwise.
  func name(_ problems: inout ProblemList) -> Name? {
    guard let text else {
      problems.add(.wrongKind(found: kind, expected: [.text]), at: position)
      return nil
    }
    return checkedName(text, at: position, &problems)
  }
}

/// A name without the characters and words that the names of measures reserve.
func checkedName(
  _ text: String,
  at position: SourcePosition,
  _ problems: inout ProblemList
) -> Name? {
  if text.allSatisfy(\.isWhitespace) {
    problems.add(.emptyName, at: position)
    return nil
  }
  if let character = text.first(where: { ".[]=,:/#".contains($0) || $0.isNewline }) {
    problems.add(.reservedCharacter(character, name: text), at: position)
    return nil
  }
  if text == "flow" || text == "zone" || text.hasPrefix("zone-") {
    problems.add(.reservedName(text), at: position)
    return nil
  }
  return Name(text: text, position: position)
}
