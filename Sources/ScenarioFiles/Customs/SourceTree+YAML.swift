/// A tree as text again, to look at what customs words were turned into.
extension SourceTree {
  /// The tree in YAML, one key or item a line; every text that could be misread stands in quotes.
  var yaml: String {
    var lines: [String] = []
    root.write(indent: 0, to: &lines)
    return lines.joined(separator: "\n") + "\n"
  }
}

extension SourceNode {
  /// The text of the node on the line of its key, where it has no lines of its own.
  private var inline: String? {
    switch content {
    case .null: ""
    case .made(let made): made.outline
    case .scalar(let text, _): SourceNode.quoted(text)
    case .sequence(let items) where items.isEmpty: "[]"
    case .mapping(let entries) where entries.isEmpty: "{}"
    case .sequence, .mapping: nil
    }
  }

  fileprivate func write(indent: Int, to lines: inout [String]) {
    let blanks = String(repeating: " ", count: indent)
    switch content {
    case .null, .scalar, .made: lines.append(blanks + (inline ?? ""))
    case .sequence(let items):
      for item in items {
        if let inline = item.inline {
          lines.append("\(blanks)- \(inline)")
        } else {
          let start = lines.count
          item.write(indent: indent + 2, to: &lines)
          lines[start] = "\(blanks)- " + lines[start].dropFirst(indent + 2)
        }
      }
    case .mapping(let entries):
      for entry in entries {
        let key = "\(blanks)\(SourceNode.quoted(entry.key)):"
        if let inline = entry.value.inline {
          lines.append(inline.isEmpty ? key : "\(key) \(inline)")
        } else {
          lines.append(key)
          entry.value.write(indent: indent + 2, to: &lines)
        }
      }
    }
  }

  fileprivate static func quoted(_ text: String) -> String {
    let isPlain =
      text.first.map { $0.isLetter || $0.isNumber } ?? false
      && text.allSatisfy { $0.isLetter || $0.isNumber || " _-.%()=<>*/+".contains($0) }
      && text.last != " "
    if isPlain { return text }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }
}

extension MadeContent {
  /// What it is and how much of it there is.
  fileprivate var outline: String {
    switch self {
    case .rates(let made): SourceNode.quoted("by the calendar, \(made.rates.count) rates")
    case .roster(let made): SourceNode.quoted("by the calendar, \(made.shifts.count) shifts")
    case .times(let times): SourceNode.quoted("by the calendar, \(times.count) times")
    }
  }
}
