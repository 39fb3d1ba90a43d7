import RandomVariates

/// The values of assumptions that a scenario, or one of its flows, sets.
struct AssumptionValues {
  /// The values set, in the order of the file.
  private(set) var set: [(key: String, node: SourceNode)] = []

  /// Nothing set.
  init() {}

  /// Takes every key of a mapping that is an assumption, and checks its value by its kind.
  mutating func read(_ entries: [SourceEntry], folder: String, _ problems: inout ProblemList) {
    for entry in entries {
      guard let assumption = Assumption.named(entry.key) else { continue }
      let isGood =
        entry.value.value(&problems) { (text) throws(ScenarioFault) -> Bool in
          try assumption.kind.check(text, folder: folder)
          try assumption.checkCount(text, folder: folder)
          return true
        } ?? false
      if isGood { set.append((entry.key, entry.value)) }
    }
  }

  /// Takes a value that another word of the scenario gives.
  mutating func take(_ key: String, _ node: SourceNode) {
    set.removeAll { $0.key == key }
    set.append((key, node))
  }

  /// What is written for a key, or nil.
  func node(_ key: String) -> SourceNode? { set.first { $0.key == key }?.node }

  /// The value in use: what is set here, else in `outer`, else the default.
  func text(_ key: String, within outer: AssumptionValues? = nil) -> String {
    node(key)?.text ?? outer?.node(key)?.text ?? Assumption.named(key)?.defaultText ?? ""
  }

  /// The value in use as a node; a default stands at `position`.
  func value(_ key: String, at position: SourcePosition) -> SourceNode {
    node(key) ?? .text(text(key), at: position)
  }

  /// A share in use.
  func share(_ key: String, within outer: AssumptionValues? = nil) -> Double {
    (try? parseShare(text(key, within: outer))) ?? 0
  }
}

extension Assumption {
  /// A value as a parameter of procedures: expressions know no unit of temperature.
  static func parameter(_ key: String, _ node: SourceNode) -> SourceNode {
    guard named(key)?.kind == .temperature, let degrees = try? parseTemperature(node.text ?? "")
    else { return node }
    return .text(degrees < 0 ? "(0 - \(-degrees))" : "\(degrees)", at: node.position)
  }

  /// Throws where a number that is taken as it is, by its mean, is not one that can be counted with.
  fileprivate func checkCount(_ text: String, folder: String) throws(ScenarioFault) {
    let limits: (low: Double, high: Double)
    switch key {
    // Items are divided by it.
    case "merged items limit": limits = (1, 1_000_000)
    // Each has piles of its own.
    case "counterparties": limits = (1, 1_000)
    case "material per product": limits = (0, 1_000)
    case "stocktake every":
      let law = try parseDistribution(text, of: .duration, folder: folder)
      guard law.mean >= 3_600e6, law.mean <= 3_660 * 86_400e6 else {
        throw .outOfRange(text, low: "1 h", high: "3660 d")
      }
      return
    case "yuan per dollar":
      _ = try parseExchangeRate(text)
      return
    default: return
    }
    let law = try parseDistribution(text, of: .plain, folder: folder)
    let least = key == "merged items limit" ? law.minimum : law.mean
    if least < limits.low || !(law.mean <= limits.high) {
      throw .outOfRange(text, low: "\(Int(limits.low))", high: "\(Int(limits.high))")
    }
  }
}

extension Assumption.Kind {
  /// Throws what is wrong with a value of this kind.
  func check(_ text: String, folder: String) throws(ScenarioFault) {
    switch self {
    case .share: _ = try parseShare(text)
    case .time: _ = try parseDistribution(text, of: .duration, folder: folder)
    case .number: _ = try parseDistribution(text, of: .plain, folder: folder)
    case .weight: _ = try weightLaw(text, folder: folder)
    case .length: _ = try metres(text)
    case .timeOfDay: _ = try parseClock(text)
    case .money: _ = try parseMoney(text)
    case .temperature: _ = try parseTemperature(text)
    }
  }
}
