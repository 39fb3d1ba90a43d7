import EventSimulation

/// Nodes that are made and not read; each stands where the word stands that it comes from.
extension SourceNode {
  /// A text.
  static func text(_ text: String, at position: SourcePosition) -> SourceNode {
    SourceNode(position: position, content: .scalar(text, quoted: false))
  }

  /// A list.
  static func list(_ items: [SourceNode], at position: SourcePosition) -> SourceNode {
    SourceNode(position: position, content: .sequence(items))
  }

  /// A list of texts.
  static func texts(_ texts: [String], at position: SourcePosition) -> SourceNode {
    list(texts.map { text($0, at: position) }, at: position)
  }

  /// A mapping of keys to nodes.
  static func mapping(
    _ entries: [(String, SourceNode)],
    at position: SourcePosition
  ) -> SourceNode {
    let entries = entries.map {
      SourceEntry(key: $0.0, keyPosition: position, value: $0.1)
    }
    return SourceNode(position: position, content: .mapping(entries))
  }

  /// The same node with everything in it at one position.
  func moved(to position: SourcePosition) -> SourceNode {
    switch content {
    case .scalar, .null, .made: SourceNode(position: position, content: content)
    case .sequence(let items): .list(items.map { $0.moved(to: position) }, at: position)
    case .mapping(let entries):
      .mapping(entries.map { ($0.key, $0.value.moved(to: position)) }, at: position)
    }
  }

  /// Every key below this node with its value.
  func forEachEntry(_ body: (String, SourceNode) -> Void) {
    for item in items ?? [] { item.forEachEntry(body) }
    for entry in entries ?? [] {
      body(entry.key, entry.value)
      entry.value.forEachEntry(body)
    }
  }

  /// Every text below this node, keys included.
  func forEachText(_ body: (String) -> Void) {
    switch content {
    case .null, .made: break
    case .scalar(let text, _): body(text)
    case .sequence(let items): items.forEach { $0.forEachText(body) }
    case .mapping(let entries):
      for entry in entries {
        body(entry.key)
        entry.value.forEachText(body)
      }
    }
  }
}

/// A share as the scenario writes it, to 10⁻¹² per cent.
func shareText(_ share: Double) -> String { decimalText(share * 100) + "%" }

/// A number without an exponent, to 12 decimals.
func decimalText(_ value: Double) -> String {
  let scaled = (abs(value) * 1e12).rounded()
  guard scaled < 9e18 else { return "\(value)" }
  let (whole, rest) = Int64(scaled).quotientAndRemainder(dividingBy: 1_000_000_000_000)
  let sign = value < 0 && scaled > 0 ? "-" : ""
  if rest == 0 { return "\(sign)\(whole)" }
  var decimals = String(rest)
  decimals = String(repeating: "0", count: 12 - decimals.count) + decimals
  while decimals.hasSuffix("0") { decimals.removeLast() }
  return "\(sign)\(whole).\(decimals)"
}

/// A time in whole minutes, as the scenario writes it.
func minutesText(_ minutes: Int) -> String {
  durationText(SimulatedTime(microseconds: Int64(minutes) * 60_000_000))
}
