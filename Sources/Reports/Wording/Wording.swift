/// All that the product says, in one language.
public struct Wording: Sendable {
  /// The language.
  public let language: Language

  /// The wording of a language.
  public init(_ language: Language) {
    self.language = language
  }

  /// The most words of a list that are shown.
  static let listLimit = 15

  /// A phrase with its parts in braces filled in.
  ///
  /// - Precondition: there is a value for each part.
  func callAsFunction(_ phrase: Phrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    fill(phrase.text(language), "\(phrase)", values)
  }

  /// A text with its parts in braces filled in.
  func fill(
    _ text: String,
    _ phrase: @autoclosure () -> String,
    _ values: KeyValuePairs<String, String>
  ) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      guard let value = values.first(where: { $0.key == name })?.value else {
        preconditionFailure("the phrase \(phrase()) wants {\(name)}, given \(values.map(\.key))")
      }
      filled += rest[..<open] + value
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  /// One of two texts.
  func pick(_ en: @autoclosure () -> String, _ zh: @autoclosure () -> String) -> String {
    switch language {
    case .en: en()
    case .zh: zh()
    }
  }

  /// Numbers and lengths of time.
  var quantities: Quantities { Quantities(language) }

  // MARK: Lists and counts

  /// A word of the user in quotes.
  func quoted(_ text: String) -> String {
    pick("\"\(Self.printable(text))\"", "“\(Self.printable(text))”")
  }

  /// Words one after the other; of many the first ones.
  func list(_ words: [String]) -> String {
    let shown = words.prefix(Self.listLimit).map(Self.printable)
    let text = shown.joined(separator: pick(", ", "、"))
    if words.count <= Self.listLimit { return text }
    return text + pick(", … (\(words.count) in all)", "……（共\(words.count)个）")
  }

  /// A number of things, such as `1 server` or `4个服务台`.
  func counted(_ count: Int, _ noun: Noun) -> String {
    let number = quantities.count(count)
    let words = noun.words
    return pick("\(number) \(count == 1 ? words.one : words.many)", number + words.zh)
  }

  /// What can be counted; in Chinese with its measure word.
  enum Noun: CaseIterable {
    case replication, station, lane, flow, truck, place, server, step, time, member, officer

    var words: (one: String, many: String, zh: String) {
      switch self {
      case .replication: ("replication", "replications", "次仿真")
      case .station: ("station", "stations", "个作业点")
      case .lane: ("lane", "lanes", "条通道")
      case .flow: ("flow", "flows", "股车流")
      case .truck: ("truck", "trucks", "辆车")
      case .place: ("place", "places", "处")
      case .server: ("server", "servers", "个服务台")
      case .member: ("member", "members", "人")
      case .officer: ("officer", "officers", "名关员")
      case .step: ("step", "steps", "个时段")
      case .time: ("given time", "given times", "个时刻")
      }
    }
  }

  // MARK: Text of others

  /// The most characters that are shown of a user's text.
  private static let textLimit = 80

  /// A text without characters that would move the cursor or hide others; long ones are cut.
  static func printable(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars.prefix(textLimit) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        result += scalar.escaped(asASCII: true)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return text.unicodeScalars.count > textLimit ? result + "…" : result
  }
}
