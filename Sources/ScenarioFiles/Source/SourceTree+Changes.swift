/// One place at which two scenario files say different things.
public struct SourceChange: Sendable, Equatable {
  /// The keys, the names of items and the indices, as in `[2]`, that lead there; never empty.
  public var path: [String]
  /// What is different.
  public var kind: Kind

  /// What is different at a place.
  public enum Kind: Sendable, Equatable {
    /// Only the second file says it; its text on one line.
    case added(String)
    /// Only the first file says it.
    case removed(String)
    /// The two say different things.
    case changed(from: String, to: String)
  }

  /// Creates a change from its parts.
  public init(path: [String], kind: Kind) {
    self.path = path
    self.kind = kind
  }
}

extension SourceTree {
  /// What another scenario file says differently, in the order of this one, then of the other.
  ///
  /// Keys are compared whatever their order, items of lists by their `name` where all have one.
  /// Of lists whose items have no names the common beginning and end are passed over. Comments,
  /// positions and quotes do not matter. Of a mapping with a single entry that only one file has, that
  /// entry is the change.
  ///
  /// - Returns: The changes that turn this file into the other; empty where both say the same.
  /// - Complexity: O(nodes), times the entries of the longest mapping.
  public func changes(to other: SourceTree) -> [SourceChange] {
    var changes: [SourceChange] = []
    root.compare(with: other.root, at: [], &changes)
    return changes
  }
}

extension SourceNode {
  /// The node on one line, as YAML in braces and brackets.
  public var outline: String {
    switch content {
    case .null: "~"
    case .scalar(let text, _): text
    case .made: "…"
    case .sequence(let items): "[" + items.map(\.outline).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.key): \($0.value.outline)" }.joined(separator: ", ") + "}"
    }
  }

  fileprivate func compare(
    with other: SourceNode,
    at path: [String],
    _ changes: inout [SourceChange]
  ) {
    switch (content, other.content) {
    case (.mapping(let entries), .mapping(let others)):
      SourceNode.compare(
        entries.map { ($0.key, $0.value) },
        others.map { ($0.key, $0.value) },
        at: path,
        &changes
      )
    case (.sequence(let items), .sequence(let others)):
      if let named = SourceNode.named(items), let otherNamed = SourceNode.named(others) {
        SourceNode.compare(named, otherNamed, at: path, &changes)
      } else if items.allSatisfy({ $0.text != nil }), others.allSatisfy({ $0.text != nil }) {
        // A list of words reads best as a whole.
        note(other, at: path, &changes)
      } else {
        SourceNode.compare(items, others, at: path, &changes)
      }
    default: note(other, at: path, &changes)
    }
  }

  /// The node that all of this mapping is about: `factor` of `demand: {factor: 2}`, with its path.
  private func only(below path: [String]) -> (path: [String], node: SourceNode) {
    guard let entries, entries.count == 1, let entry = entries.first, entry.key != "name" else {
      return (path, self)
    }
    return entry.value.only(below: path + [entry.key])
  }

  private func note(_ other: SourceNode, at path: [String], _ changes: inout [SourceChange]) {
    let (before, after) = (outline, other.outline)
    guard before != after, !path.isEmpty else { return }
    changes.append(SourceChange(path: path, kind: .changed(from: before, to: after)))
  }

  /// The items by their names; nil where one has none, or two have the same.
  private static func named(_ items: [SourceNode]) -> [(name: String, node: SourceNode)]? {
    var names: [String] = []
    for item in items {
      guard let name = item["name"]?.text, !names.contains(name) else { return nil }
      names.append(name)
    }
    return Array(zip(names, items)).map { (name: $0.0, node: $0.1) }
  }

  private static func compare(
    _ entries: [(String, SourceNode)],
    _ others: [(String, SourceNode)],
    at path: [String],
    _ changes: inout [SourceChange]
  ) {
    for (key, value) in entries {
      if let other = others.first(where: { $0.0 == key }) {
        value.compare(with: other.1, at: path + [key], &changes)
      } else {
        let (inner, node) = value.only(below: path + [key])
        changes.append(SourceChange(path: inner, kind: .removed(node.outline)))
      }
    }
    for (key, value) in others where !entries.contains(where: { $0.0 == key }) {
      let (inner, node) = value.only(below: path + [key])
      changes.append(SourceChange(path: inner, kind: .added(node.outline)))
    }
  }

  private static func compare(
    _ items: [SourceNode],
    _ others: [SourceNode],
    at path: [String],
    _ changes: inout [SourceChange]
  ) {
    let texts = items.map(\.outline)
    let otherTexts = others.map(\.outline)
    let shorter = min(items.count, others.count)
    let head = (0..<shorter).first { texts[$0] != otherTexts[$0] } ?? shorter
    let tail =
      (0..<(shorter - head)).first {
        texts[texts.count - 1 - $0] != otherTexts[otherTexts.count - 1 - $0]
      } ?? shorter - head
    let (mine, theirs) = (items.count - head - tail, others.count - head - tail)
    for index in head..<head + min(mine, theirs) {
      items[index].compare(with: others[index], at: path + ["[\(index)]"], &changes)
    }
    for index in head + min(mine, theirs)..<head + max(mine, theirs) {
      let kind: SourceChange.Kind =
        mine > theirs ? .removed(texts[index]) : .added(otherTexts[index])
      changes.append(SourceChange(path: path + ["[\(index)]"], kind: kind))
    }
  }
}
