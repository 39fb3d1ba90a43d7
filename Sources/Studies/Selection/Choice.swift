import Foundation
import ScenarioFiles

/// A value of the scenario with what it may be, such as an order of service (可选取值).
///
/// `KEY=LOW..HIGH` or `KEY=[A, B, C]`: KEY is a path in the scenario and each value YAML, as `--set`
/// takes them; LOW and HIGH are whole numbers.
public struct Choice: Sendable, Hashable {
  /// The path of the value in the scenario.
  public let key: String
  /// The values, in the order in which they were written.
  public let values: [String]

  /// A choice from its parts.
  public init(key: String, values: [String]) {
    self.key = key
    self.values = values
  }

  /// Most values of a choice, and most combinations of several.
  static let largest = 1_000

  /// Reads a choice.
  ///
  /// Whether the scenario has the key and takes the values is not looked at.
  public init(_ text: String) throws(SelectionFault) {
    do {
      try self.init(parsing: text)
    } catch {
      throw .choice(text, error)
    }
  }

  private init(parsing text: String) throws(ChoiceFault) {
    guard let sign = text.firstIndex(of: "=") else { throw .malformed }
    key = text[..<sign].trimmingCharacters(in: .whitespaces)
    let rest = text[text.index(after: sign)...].trimmingCharacters(in: .whitespaces)
    guard !key.isEmpty else { throw .malformed }
    if rest.hasPrefix("["), rest.hasSuffix("]") {
      values = try Self.list(String(rest.dropFirst().dropLast()))
    } else if let dots = rest.range(of: "..") {
      values = try Self.range(rest[..<dots.lowerBound], rest[dots.upperBound...])
    } else {
      throw .malformed
    }
  }

  /// The items of a list; commas in brackets and quotes part nothing.
  static func list(_ text: String) throws(ChoiceFault) -> [String] {
    var items = [""]
    var depth = 0
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if "([{".contains(character) {
        depth += 1
      } else if ")]}".contains(character) {
        depth -= 1
      }
      if character == ",", depth == 0, quote == nil {
        items.append("")
      } else {
        items[items.count - 1].append(character)
      }
    }
    let values = items.map { $0.trimmingCharacters(in: .whitespaces) }
    guard values.allSatisfy({ !$0.isEmpty }) else { throw .emptyValue }
    for (index, value) in values.enumerated() where values[..<index].contains(value) {
      throw .valueTwice(value)
    }
    return values
  }

  /// All whole numbers of a range.
  private static func range(
    _ low: some StringProtocol,
    _ high: some StringProtocol
  ) throws(ChoiceFault) -> [String] {
    let ends = [String(low), String(high)].map { $0.trimmingCharacters(in: .whitespaces) }
    guard ends.allSatisfy({ !$0.isEmpty }) else { throw .malformed }
    // Costs would say which of several sufficient ones to take; here the measure says that.
    guard !ends[1].contains("@") else { throw .hasCost }
    let numbers: [Int]
    do throws(ScenarioFault) {
      // A million servers are more than any place has.
      numbers = try ends.map { end throws(ScenarioFault) in
        try parseCount(end, in: 0...1_000_000)
      }
    } catch {
      throw .number(error)
    }
    guard numbers[0] <= numbers[1] else { throw .emptyRange(low: ends[0], high: ends[1]) }
    guard numbers[1] - numbers[0] < largest else { throw .tooMany(limit: largest) }
    return (numbers[0]...numbers[1]).map(String.init)
  }

  /// Reads several choices, at least one, each with a key of its own.
  public static func choices(_ texts: [String]) throws(SelectionFault) -> [Choice] {
    guard !texts.isEmpty else { throw .noChoice }
    var choices: [Choice] = []
    var count = 1
    for text in texts {
      let choice = try Choice(text)
      guard !choices.contains(where: { $0.key == choice.key }) else {
        throw .choice(text, .keyTwice(choice.key))
      }
      choices.append(choice)
      count *= choice.values.count
      guard count <= largest else { throw .tooManyDesigns(limit: largest) }
    }
    guard count > 1 else { throw .oneDesign }
    return choices
  }

  /// All combinations, the values of the last choice changing fastest.
  static func combinations(_ choices: [Choice]) -> [[SelectionResult.Setting]] {
    choices.reduce([[]]) { designs, choice in
      designs.flatMap { design in
        choice.values.map { design + [.init(key: choice.key, value: $0)] }
      }
    }
  }
}
