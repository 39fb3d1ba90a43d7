import ClearanceModel
import Foundation

/// Conditions such as `class = aeo and queue at gate > 5`.
extension ScenarioReader {
  private static let comparisons: [(String, Comparison)] = [
    ("!=", .notEqual), ("<=", .atMost), (">=", .atLeast), ("=", .equal), ("<", .less),
    (">", .greater),
  ]

  mutating func readCondition(_ node: SourceNode) -> Condition? {
    let attributes = scenario.attributes + scenario.sharedAttributes
    return node.value(&problems) { (text) throws(ScenarioFault) in
      var groups: [[Condition.Test]] = [[]]
      var pending = ""
      let words = text.split(separator: " ")
      for (index, word) in words.enumerated() {
        // `and` and `or` part tests only between complete ones: a name may contain them.
        if word == "and" || word == "or", Self.beginsTest(words[(index + 1)...]),
          let test = try? Self.test(pending, attributes)
        {
          groups[groups.count - 1].append(test)
          if word == "or" { groups.append([]) }
          pending = ""
        } else {
          pending += pending.isEmpty ? String(word) : " \(word)"
        }
      }
      groups[groups.count - 1].append(try Self.test(pending, attributes))
      return Condition(text: text, position: node.position, groups: groups)
    }
  }

  /// Whether a comparison comes before the next `and` or `or`, or nothing at all.
  private static func beginsTest(_ words: ArraySlice<Substring>) -> Bool {
    let part = words.prefix { $0 != "and" && $0 != "or" }
    return part.isEmpty || part.contains { $0.contains { "=<>".contains($0) } }
  }

  private static func test(
    _ text: String,
    _ attributes: [Attribute]
  ) throws(ScenarioFault) -> Condition.Test {
    for (sign, comparison) in comparisons {
      guard let range = text.range(of: sign) else { continue }
      let left = text[..<range.lowerBound].trimmingCharacters(in: .whitespaces)
      let right = text[range.upperBound...].trimmingCharacters(in: .whitespaces)
      guard !left.isEmpty, !right.isEmpty else { break }
      if let first = left.first, "0123456789.-".contains(first) {
        return try constantTest(left, comparison, right)
      }
      let attribute = try attribute(left, attributes)
      let value = try value(right, of: attribute, attributes)
      if case .name = value, comparison != .equal, comparison != .notEqual {
        throw .conditionComparison(attribute: left)
      }
      return Condition.Test(attribute: attribute, comparison: comparison, value: value)
    }
    throw .conditionSyntax(text)
  }

  /// Two numbers, which parameters may have become.
  private static func constantTest(
    _ left: String,
    _ comparison: Comparison,
    _ right: String
  ) throws(ScenarioFault) -> Condition.Test {
    let (a, b) = (try constant(left, []), try constant(right, []))
    if let one = a.dimension, let other = b.dimension, one != other {
      throw .expression(.mixedDimensions(one, other))
    }
    return Condition.Test(
      attribute: .constant(a.value, text: left),
      comparison: comparison,
      value: .quantity(b.value, text: right)
    )
  }

  /// The value of an expression without anything that differs between trucks.
  private static func constant(
    _ text: String,
    _ attributes: [Attribute]
  ) throws(ScenarioFault) -> (value: Double, dimension: ClearanceModel.Dimension?) {
    var scope = ExpressionScope()
    scope.attributes = attributes.map { AttributePlan(name: $0.name.text, kind: $0.kind) }
    var parser = ExpressionParser(text, scope: scope)
    let term = try parser.wholeNumber()
    guard let value = term.expression.constant else { throw .expression(.notConstant(text)) }
    return (value, term.dimension)
  }

  private static func attribute(
    _ text: String,
    _ attributes: [Attribute]
  ) throws(ScenarioFault) -> Condition.Attribute {
    switch text {
    case "class": return .classOfTruck
    case "flow": return .flow
    case "time of day": return .timeOfDay
    default:
      if text.hasPrefix("queue at ") { return .queue(at: String(text.dropFirst(9))) }
      if text.hasPrefix("present at ") { return .present(at: String(text.dropFirst(11))) }
      if text.hasPrefix("open at ") { return .open(at: String(text.dropFirst(8))) }
      let names = attributes.map(\.name.text)
      if names.contains(text) { return .attribute(text) }
      if let papers = paperAttribute(text) { return papers }
      let allowed = ["class", "flow", "queue at", "present at", "open at", "time of day"] + names
      throw .unknownWord(
        text,
        key: "when",
        allowed: allowed,
        nearest: nearestName(to: text, in: allowed)
      )
    }
  }

  /// How far papers are, or a number of them.
  private static func paperAttribute(_ text: String) -> Condition.Attribute? {
    if let way = PaperWay.allCases.first(where: { $0.phaseWords == text }) {
      return .paperPhase(way)
    }
    return PaperOperand.all.first { $0.words == text }.map { .paperCount($0) }
  }

  private static func value(
    _ text: String,
    of attribute: Condition.Attribute,
    _ attributes: [Attribute]
  ) throws(ScenarioFault) -> Condition.Value {
    switch attribute {
    case .classOfTruck, .flow, .constant: return .name(text)
    case .paperPhase:
      let words = ConsignmentPhase.allCases.map(\.word)
      guard words.contains(text) else {
        throw .unknownWord(
          text,
          key: "papers",
          allowed: words,
          nearest: nearestName(to: text, in: words)
        )
      }
      return .name(text)
    case .paperCount:
      if let other = PaperOperand.all.first(where: { $0.words == text }) { return .papers(other) }
      return .number(Int64(try parseCount(text, in: 0...1_000_000_000)))
    case .queue, .present, .open:
      return .number(Int64(try parseCount(text, in: 0...1_000_000_000)))
    case .timeOfDay:
      return .number(text.contains(":") ? try parseClock(text) : try parseDuration(text))
    case .attribute(let name):
      guard case .number(let expected)? = attributes.first(where: { $0.name.text == name })?.kind
      else { return .name(text) }
      let constant = try constant(text, attributes)
      if let found = constant.dimension, found != expected {
        throw .expression(.wrongDimension(found: found, expected: expected))
      }
      return .quantity(constant.value, text: text)
    }
  }
}

extension PaperWay {
  /// What asks how far the papers are.
  public var phaseWords: String { self == .own ? "own papers" : "papers \(word)" }
}
