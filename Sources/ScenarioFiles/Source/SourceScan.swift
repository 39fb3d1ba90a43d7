/// A scan of YAML text before the parser sees it, which refuses what a scenario has no use for.
///
/// Refused are anchors, aliases, tags, merge keys, `?` keys, directives, further documents, doubled
/// keys, keys that are collections, and nesting beyond `depthLimit`: a nested alias as a key would
/// keep the parser busy for ever, and depth would cost it its stack. The scan splits the text into
/// tokens by the rules of libYAML 0.2 (indentation, simple keys, the three families of scalars), so
/// that it neither overlooks such a sign nor mistakes ordinary text for one. Where libYAML stops
/// with a syntax error the scan stops silently: the parser then words it.
///
/// - Complexity: O(bytes).
struct SourceScan {
  static let depthLimit = 64

  /// A scalar or collection that may turn out to be the key of what follows on its line.
  struct Key {
    var start: Int
    var line: Int
    /// Where the scalar ends; nil for a collection.
    var end: Int?
  }

  /// An open block collection.
  struct Indent {
    var column: Int
    var keys: Set<String> = []
  }

  /// An open `{` or `[`.
  struct Flow {
    var start: Int
    var isMapping: Bool
    var inValue = false
    var key: Key?
    var keys: Set<String> = []
  }

  let bytes: [UInt8]
  var index = 0
  var line = 1
  var lineStart = 0
  var indents: [Indent] = []
  var flows: [Flow] = []
  var keyAllowed = true
  private var blockKey: Key?
  private var hasContent = false

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Throws the first thing in `bytes` that a scenario may not contain.
  static func check(_ bytes: [UInt8]) throws(LocatedFault) {
    try refuseControlCharacters(bytes)
    var scan = SourceScan(bytes)
    while try scan.token() {}
  }

  // MARK: Tokens

  /// Consumes one token; false at the end and where the parser will report an error.
  private mutating func token() throws(LocatedFault) -> Bool {
    skipToToken()
    guard index < bytes.count else {
      if let open = flows.last { throw unclosed(at: open.start) }
      return false
    }
    if flows.isEmpty {
      while let last = indents.last, last.column > column { indents.removeLast() }
    }
    if column == 0 {
      if byte(0) == UInt8(ascii: "%") { throw fault(.directive) }
      if isDocumentMark {
        guard byte(0) == UInt8(ascii: "-"), !hasContent else { throw fault(.severalDocuments) }
        hasContent = true
        keyAllowed = false
        index += 3
        return true
      }
    }
    hasContent = true
    switch byte(0) {
    case UInt8(ascii: "\t"):
      throw fault(.tabInIndentation)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      try openFlow()
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      try closeFlow()
    case UInt8(ascii: ",") where !flows.isEmpty:
      try nextFlowEntry()
    case UInt8(ascii: "-") where isBlank(1):
      return try blockEntry()
    case UInt8(ascii: "?") where !flows.isEmpty || isBlank(1):
      throw fault(.explicitKey)
    case UInt8(ascii: ":") where !flows.isEmpty || isBlank(1):
      return try value()
    case UInt8(ascii: "&"), UInt8(ascii: "*"):
      throw fault(.anchorOrAlias(word))
    case UInt8(ascii: "!"):
      throw fault(.tag(word))
    case UInt8(ascii: "|") where flows.isEmpty, UInt8(ascii: ">") where flows.isEmpty:
      key = nil
      keyAllowed = true
      skipBlockScalar()
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      saveKey()
      keyAllowed = false
      guard try skipQuoted() else { return false }
      endKey(at: index)
    default:
      saveKey()
      keyAllowed = false
      guard let end = try skipPlain() else { return false }
      endKey(at: end)
    }
    return true
  }

  private mutating func openFlow() throws(LocatedFault) {
    let isMapping = byte(0) == UInt8(ascii: "{")
    if let outer = flows.last, outer.isMapping, !outer.inValue {
      throw fault(.wrongKind(found: isMapping ? .mapping : .list, expected: [.text]))
    }
    saveKey()
    flows.append(Flow(start: index, isMapping: isMapping))
    try checkDepth()
    keyAllowed = true
    index += 1
  }

  private mutating func closeFlow() throws(LocatedFault) {
    try noteFlowKey()
    _ = flows.popLast()
    keyAllowed = false
    index += 1
  }

  private mutating func nextFlowEntry() throws(LocatedFault) {
    try noteFlowKey()
    flows[flows.count - 1].inValue = false
    key = nil
    keyAllowed = true
    index += 1
  }

  private mutating func blockEntry() throws(LocatedFault) -> Bool {
    guard flows.isEmpty, keyAllowed else { return false }
    try roll(to: column)
    key = nil
    index += 1
    return true
  }

  private mutating func value() throws(LocatedFault) -> Bool {
    guard let key, key.line == line else {
      if flows.last?.inValue ?? !keyAllowed { return false }
      throw fault(.missingKey)
    }
    if flows.isEmpty {
      try roll(to: key.start - lineStart)
      try noteBlockKey(key)
    } else {
      try noteFlowKey()
      flows[flows.count - 1].inValue = true
    }
    self.key = nil
    keyAllowed = false
    index += 1
    return true
  }

  // MARK: Keys

  /// What may become a key at the present level.
  private var key: Key? {
    get { flows.isEmpty ? blockKey : flows[flows.count - 1].key }
    set {
      if flows.isEmpty { blockKey = newValue } else { flows[flows.count - 1].key = newValue }
    }
  }

  private mutating func saveKey() {
    if keyAllowed { key = Key(start: index, line: line) }
  }

  private mutating func endKey(at end: Int) {
    key?.end = end
  }

  /// Notes the key of an entry of `{ }` at its colon, or at its end where it has no value.
  private mutating func noteFlowKey() throws(LocatedFault) {
    let level = flows.count - 1
    guard level >= 0, flows[level].isMapping, !flows[level].inValue, let key else { return }
    guard let name = try name(of: key) else { return }
    let isNew = flows[level].keys.insert(name).inserted
    if !isNew { throw fault(.duplicateKey(name), at: key.start) }
  }

  /// Notes a key of the innermost block mapping.
  private mutating func noteBlockKey(_ key: Key) throws(LocatedFault) {
    guard let name = try name(of: key) else { return }
    let isNew = indents[indents.count - 1].keys.insert(name).inserted
    if !isNew { throw fault(.duplicateKey(name), at: key.start) }
  }

  /// The text of a key; nil for a collection, which is refused when the tree is built.
  private func name(of key: Key) throws(LocatedFault) -> String? {
    guard let end = key.end else { return nil }
    let raw = String(decoding: bytes[key.start..<end], as: UTF8.self)
    if raw == "<<" { throw fault(.mergeKey, at: key.start) }
    return raw.hasPrefix("\"") || raw.hasPrefix("'") ? SourceComposer.unquoted(raw) : raw
  }

  // MARK: Levels

  /// Opens a block collection at a column, unless one is open there.
  private mutating func roll(to column: Int) throws(LocatedFault) {
    guard column > indents.last?.column ?? -1 else { return }
    indents.append(Indent(column: column))
    try checkDepth()
  }

  private func checkDepth() throws(LocatedFault) {
    if indents.count + flows.count > SourceScan.depthLimit {
      throw fault(.nestedTooDeep(limit: SourceScan.depthLimit))
    }
  }
}
