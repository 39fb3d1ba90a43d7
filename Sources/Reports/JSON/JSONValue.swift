/// A JSON value whose objects keep the order of their keys (RFC 8259).
indirect enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// Above what Int64 holds, such as seeds.
  case unsigned(UInt64)
  /// Printed with the fewest digits that read back equal; null where it is not finite.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  init(_ number: Double?) {
    self = number.map(JSONValue.number) ?? .null
  }

  init(_ string: String?) {
    self = string.map(JSONValue.string) ?? .null
  }

  /// The value as text: the outer object one key per line, an array in it one element per line.
  var text: String {
    guard case .object(let entries) = self, !entries.isEmpty else { return compact }
    let lines = entries.map { entry in
      "  \(Self.quoted(entry.key)): \(entry.value.block)"
    }
    return "{\n" + lines.joined(separator: ",\n") + "\n}"
  }

  private var block: String {
    guard case .array(let elements) = self, !elements.isEmpty else { return compact }
    return "[\n" + elements.map { "    " + $0.compact }.joined(separator: ",\n") + "\n  ]"
  }

  private var compact: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): "\(value)"
    case .unsigned(let value): "\(value)"
    case .number(let value): value.isFinite ? "\(value)" : "null"
    case .string(let value): Self.quoted(value)
    case .array(let elements): "[" + elements.map(\.compact).joined(separator: ", ") + "]"
    case .object(let entries):
      "{" + entries.map { "\(Self.quoted($0.key)): \($0.value.compact)" }.joined(separator: ", ")
        + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case "\0"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
