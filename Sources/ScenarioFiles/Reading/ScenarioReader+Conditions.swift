import ClearanceModel
import Foundation

/// Conditions such as `class = aeo and queue at gate > 5`.
extension ScenarioReader {
  private static let comparisons: [(String, Comparison)] = [
    ("!=", .notEqual), ("<=", .atMost), (">=", .atLeast), ("=", .equal), ("<", .less),
    (">", .greater),
  ]

  mutating func readCondition(_ node: SourceNode) -> Condition? {
    node.value(&problems) { (text) throws(ScenarioFault) in
      var groups: [[Condition.Test]] = [[]]
      var pending = ""
      let words = text.split(separator: " ")
      for (index, word) in words.enumerated() {
        // `and` and `or` part tests only between complete ones: a name may contain them.
        if word == "and" || word == "or", Self.beginsTest(words[(index + 1)...]),
          let test = try? Self.test(pending)
        {
          groups[groups.count - 1].append(test)
          if word == "or" { groups.append([]) }
          pending = ""
        } else {
          pending += pending.isEmpty ? String(word) : " \(word)"
        }
      }
      groups[groups.count - 1].append(try Self.test(pending))
      return Condition(text: text, position: node.position, groups: groups)
    }
  }

  /// Whether a comparison comes before the next `and` or `or`, or nothing at all.
  private static func beginsTest(_ words: ArraySlice<Substring>) -> Bool {
    let part = words.prefix { $0 != "and" && $0 != "or" }
    return part.isEmpty || part.contains { $0.contains { "=<>".contains($0) } }
  }

  private static func test(_ text: String) throws(ScenarioFault) -> Condition.Test {
    for (sign, comparison) in comparisons {
      guard let range = text.range(of: sign) else { continue }
      let left = text[..<range.lowerBound].trimmingCharacters(in: .whitespaces)
      let right = text[range.upperBound...].trimmingCharacters(in: .whitespaces)
      guard !left.isEmpty, !right.isEmpty else { break }
      let attribute = try attribute(left)
      let value = try value(right, of: attribute)
      if case .name = value, comparison != .equal, comparison != .notEqual {
        throw .conditionComparison(attribute: left)
      }
      return Condition.Test(attribute: attribute, comparison: comparison, value: value)
    }
    throw .conditionSyntax(text)
  }

  private static func attribute(_ text: String) throws(ScenarioFault) -> Condition.Attribute {
    switch text {
    case "class": return .classOfTruck
    case "flow": return .flow
    case "time of day": return .timeOfDay
    default:
      if text.hasPrefix("queue at ") { return .queue(at: String(text.dropFirst(9))) }
      if text.hasPrefix("present at ") { return .present(at: String(text.dropFirst(11))) }
      let allowed = ["class", "flow", "queue at", "present at", "time of day"]
      throw .unknownWord(
        text,
        key: "when",
        allowed: allowed,
        nearest: nearestName(to: text, in: allowed)
      )
    }
  }

  private static func value(
    _ text: String,
    of attribute: Condition.Attribute
  ) throws(ScenarioFault) -> Condition.Value {
    switch attribute {
    case .classOfTruck, .flow: .name(text)
    case .queue, .present: .number(Int64(try parseCount(text, in: 0...1_000_000_000)))
    case .timeOfDay:
      .number(text.contains(":") ? try parseClock(text) : try parseDuration(text))
    }
  }
}
