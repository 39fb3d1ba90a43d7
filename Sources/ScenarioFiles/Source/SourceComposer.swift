import Yams

/// From YAML text to nodes: line ends, the scan, the parser, its faults.
enum SourceComposer {
  /// The root of a text, or nil where there are only blanks and comments.
  static func compose(_ text: String) throws(LocatedFault) -> SourceNode? {
    let bytes = withPlainLineEnds(text)
    try SourceScan.check(bytes)
    let root: Node?
    do {
      // Without resolving rules every scalar stays the text that it is.
      root = try Parser(
        yaml: String(decoding: bytes, as: UTF8.self),
        resolver: .basic,
        encoding: .utf8
      ).singleRoot()
    } catch {
      throw located(error)
    }
    guard let root else { return nil }
    return try node(root)
  }

  /// The text of a quoted scalar; as it is where it is none.
  static func unquoted(_ text: String) -> String {
    guard let root = try? Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot() else {
      return text
    }
    return root.scalar?.string ?? text
  }

  /// UTF-8 with `\n` for `\r\n` and `\r`.
  private static func withPlainLineEnds(_ text: String) -> [UInt8] {
    let bytes = [UInt8](text.utf8)
    let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    guard bytes.contains(carriageReturn) else { return bytes }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    for (offset, byte) in bytes.enumerated() {
      if byte == lineFeed, offset > 0, bytes[offset - 1] == carriageReturn { continue }
      plain.append(byte == carriageReturn ? lineFeed : byte)
    }
    return plain
  }

  // MARK: Nodes

  private static func node(_ node: Node) throws(LocatedFault) -> SourceNode {
    let content: SourceContent
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style != .plain
      content =
        scalar.string.isEmpty && !isQuoted ? .null : .scalar(scalar.string, quoted: isQuoted)
    case .sequence(let sequence):
      var items: [SourceNode] = []
      items.reserveCapacity(sequence.count)
      for item in sequence { items.append(try self.node(item)) }
      content = .sequence(items)
    case .mapping(let mapping):
      var entries: [SourceEntry] = []
      entries.reserveCapacity(mapping.count)
      for (key, value) in mapping { entries.append(try entry(key, value)) }
      content = .mapping(entries)
    case .alias(let alias):
      throw LocatedFault(
        fault: .anchorOrAlias(alias.anchor.rawValue),
        position: position(alias.mark)
      )
    }
    return SourceNode(position: position(node.mark), content: content)
  }

  private static func entry(_ key: Node, _ value: Node) throws(LocatedFault) -> SourceEntry {
    let keyNode = try node(key)
    guard let text = keyNode.text else {
      throw LocatedFault(
        fault: .wrongKind(found: keyNode.kind, expected: [.text]),
        position: keyNode.position
      )
    }
    return SourceEntry(key: text, keyPosition: keyNode.position, value: try node(value))
  }

  private static func position(_ mark: Mark?) -> SourcePosition {
    SourcePosition(line: mark?.line ?? 1, column: mark?.column ?? 1)
  }

  // MARK: Faults

  private static func located(_ error: any Error) -> LocatedFault {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      return LocatedFault(fault: .yamlSyntax(what: problem), position: position(mark))
    case YamlError.duplicatedKeysInMapping(let names, let context):
      return LocatedFault(
        fault: .duplicateKey(names.first ?? ""),
        position: position(context.mark)
      )
    default:
      return LocatedFault(fault: .yamlSyntax(what: "\(error)"))
    }
  }
}
