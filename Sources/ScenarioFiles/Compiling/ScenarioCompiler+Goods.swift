import ClearanceModel

/// Goods are marked as something only where the rule of their inspection mode has let them go so far.
///
/// Until the result they are held (公告2019年第36号), until samples are taken they stay (公告2019年第29号),
/// and nothing enters before its quarantine at the port is over.
extension ScenarioCompiler {
  /// The documents that say where goods stand.
  private static let documents = ["goods state", "quarantine"]

  /// A mark that asks for states of goods; those named `MARK-MODE` ask for the same.
  private struct GoodsMark {
    let name: String
    /// For each of the documents the states that forbid it.
    let forbidden: [[String]]
  }

  /// States in which goods are not yet, or no more, to be used.
  private static let held = [
    "before test", "on hold", "on promise", "to inspect", "in test", "no test", "sampled", "failed",
    "passed", "inspected", "treated", "exempt", "detained", "returned", "destroyed", "recalled",
  ]
  private static let marks = [
    GoodsMark(name: "usable", forbidden: [held, ["due"]]),
    GoodsMark(name: "taken-out", forbidden: [held, ["due"]]),
    GoodsMark(
      name: "entered",
      forbidden: [
        ["before test", "in test", "failed", "detained", "returned", "destroyed", "recalled"],
        ["due"],
      ]
    ),
  ]

  private func rule(of mark: UInt16) -> GoodsMark? {
    let name = plan.marks[Int(mark)]
    return Self.marks.first { name == $0.name || name.hasPrefix("\($0.name)-") }
  }

  /// Notes which states of goods can be met where they are marked.
  mutating func note(_ mark: UInt16, at index: Int, of flow: DocumentFlow) {
    guard goodsFault[index] == nil, let rule = rule(of: mark) else { return }
    for (document, forbidden) in zip(Self.documents, rule.forbidden) {
      guard let number = plan.attributes.firstIndex(where: { $0.name == document }),
        case .states(let names, _) = plan.attributes[number].kind
      else { continue }
      let met = flow.states(of: number, at: index)
      let state = names.indices.first {
        met & 1 << UInt64($0) != 0 && forbidden.contains(names[$0])
      }
      if let state {
        goodsFault[index] = .goodsNotFree(mark: plan.marks[Int(mark)], state: names[state])
        return
      }
    }
  }

  mutating func checkGoods() {
    for index in plan.steps.indices {
      if let fault = goodsFault[index] { problems.add(.customs(fault), at: positions[index]) }
    }
  }
}
