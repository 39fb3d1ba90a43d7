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
          // Items are divided by it.
          if assumption.key == "merged items limit",
            try parseDistribution(text, of: .plain, folder: folder).minimum < 1
          {
            throw .outOfRange(text, low: "1", high: "1000000")
          }
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
    }
  }
}
