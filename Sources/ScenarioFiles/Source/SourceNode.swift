/// A node of a scenario file with its place.
public struct SourceNode: Sendable, Equatable {
  /// Where the node begins.
  public var position: SourcePosition
  /// What it holds.
  public var content: SourceContent

  /// Creates a node from its parts.
  public init(position: SourcePosition, content: SourceContent) {
    self.position = position
    self.content = content
  }
}

/// What a node holds.
///
/// Scalars are texts: `no`, `010`, `1:30` and `~` mean what they say.
public enum SourceContent: Sendable, Equatable {
  /// A text, as it is after unquoting.
  case scalar(String, quoted: Bool)
  /// The items of a list.
  case sequence([SourceNode])
  /// The entries of a mapping in the order of the file.
  case mapping([SourceEntry])
  /// Nothing where a value could stand.
  case null
  /// What is made from other words; never read from a file.
  case made(MadeContent)
}

/// A key of a mapping and its value.
public struct SourceEntry: Sendable, Equatable {
  /// The key, as it is after unquoting.
  public var key: String
  /// Where the key begins.
  public var keyPosition: SourcePosition
  /// What belongs to it.
  public var value: SourceNode

  /// Creates an entry from its parts.
  public init(key: String, keyPosition: SourcePosition, value: SourceNode) {
    self.key = key
    self.keyPosition = keyPosition
    self.value = value
  }
}

extension SourceNode {
  /// Text, list, mapping or nothing.
  public var kind: NodeKind {
    switch content {
    case .scalar: .text
    case .sequence: .list
    case .mapping: .mapping
    case .null: .nothing
    case .made(.roster), .made(.times): .list
    case .made(.rates): .mapping
    }
  }

  /// The text of a scalar, else nil.
  public var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The items of a list, else nil.
  public var items: [SourceNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// The entries of a mapping, else nil.
  public var entries: [SourceEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// What is made from other words, else nil.
  var made: MadeContent? {
    if case .made(let content) = content { content } else { nil }
  }

  /// The value of a key; nil without it and where this is no mapping.
  ///
  /// - Complexity: O(entries).
  public subscript(key: String) -> SourceNode? {
    entries?.first { $0.key == key }?.value
  }
}
