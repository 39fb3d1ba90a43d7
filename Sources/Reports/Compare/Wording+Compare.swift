import ClearanceModel
import ScenarioFiles
import Studies

/// What is said about alternatives and measures.
extension Wording {
  /// Why alternatives cannot be compared.
  func compareFault(_ fault: CompareFault) -> String {
    switch fault {
    case .noAlternative: self(comparing: .noAlternative)
    case .sameAlternative(let first, let second):
      self(comparing: .sameAlternative, ["first": quoted(first), "second": quoted(second)])
    case .emptyChange(let text): self(comparing: .emptyChange, ["text": quoted(text)])
    case .oneReplication: self(comparing: .oneReplication)
    case .unknownMeasures(let names, let known, let label):
      self(
        comparing: .inAlternative,
        ["label": label, "text": unknownMeasures(names, known: known)]
      )
    case .nothingInCommon: self(comparing: .nothingInCommon)
    }
  }

  /// What a planner should know about a comparison.
  func sentence(_ warning: CompareWarning) -> String {
    switch warning {
    case .otherFlows(let flows, let label):
      self(comparing: .otherFlows, ["label": label, "flows": list(flows)])
    case .otherLength(let label): self(comparing: .otherLength, ["label": label])
    case .noValues(let measures): self(comparing: .noValues, ["measures": list(measures)])
    }
  }

  /// A measure as a sentence has it, such as `the 95th percentile wait at main-in`.
  ///
  /// Measures that have no words of their own go by their name.
  func measure(_ measure: Measure) -> String {
    let parts = measure.name.split(separator: ".", omittingEmptySubsequences: false)
    let subject = parts.dropLast(2).joined(separator: ".")
    guard let statistic = words(measure.statistic) else { return measure.name }
    switch (measure.subject, measure.quantity) {
    case (.place, .wait):
      return pick("the \(statistic.en) wait at \(subject)", "\(subject)的\(statistic.zh)等待时间")
    case (.place, .sojourn):
      return pick("the \(statistic.en) time at \(subject)", "\(subject)的\(statistic.zh)在场时间")
    case (.place, .queue) where measure.statistic != .quantile(0.95):
      return pick("the \(statistic.en) queue at \(subject)", "\(subject)的\(statistic.zh)排队长度")
    case (.flow, .clearance):
      let flow = subject.dropFirst("flow.".count)
      return pick(
        "the \(statistic.en) time to clearance of \(flow)",
        "\(flow)到达至放行的\(statistic.zh)时间"
      )
    default: return measure.name
    }
  }

  private func words(_ statistic: Statistic) -> (en: String, zh: String)? {
    switch statistic {
    case .mean: ("mean", "平均")
    case .quantile(0.5): ("median", "中位")
    case .quantile(0.9): ("90th percentile", "90%分位")
    case .quantile(0.95): ("95th percentile", "95%分位")
    case .quantile(0.99): ("99th percentile", "99%分位")
    case .max: ("longest", "最长")
    default: nil
    }
  }

  // MARK: What was changed

  /// Sections of a scenario whose entries have names, with what such an entry is called.
  private static let sections: KeyValuePairs<String, (en: String, zh: String)> = [
    "lanes": ("lane", "通道"), "stations": ("station", "作业点"), "gates": ("gate", "卡口"),
    "arrivals": ("flow", "车流"), "flows": ("flow", "车流"), "procedures": ("procedure", "作业流程"),
    "laboratories": ("laboratory", "实验室"), "warehouses": ("warehouse", "仓库"),
    "firms": ("firm", "企业"), "goods": ("goods", "货物"), "rosters": ("roster", "班次"),
    "officers": ("officer", "关员"),
  ]

  /// What is at the end of a path: the last thing with a name, whose it is, and the keys behind it.
  struct ChangedItem: Equatable {
    var noun: String
    var name: String
    var owner: String?
    var keys: [String]
  }

  /// What a path leads to; nil where nothing on it has a name.
  func item(at path: [String]) -> ChangedItem? {
    var item: ChangedItem?
    var index = 0
    while index + 1 < path.count {
      if let noun = Self.sections.first(where: { $0.key == path[index] })?.value,
        !path[index + 1].hasPrefix("[")
      {
        item = ChangedItem(
          noun: pick(noun.en, noun.zh),
          name: path[index + 1],
          owner: item?.name,
          keys: Array(path[(index + 2)...])
        )
        index += 2
      } else {
        index += 1
      }
    }
    return item
  }

  /// A change in words: `lane in-4 of main added`.
  func sentence(_ change: SourceChange) -> String {
    let item = item(at: change.path)
    let keys = item?.keys ?? change.path
    var name = ""
    if let item {
      name = pick("\(item.noun) \(item.name)", item.noun + item.name)
      if let owner = item.owner {
        name = self(comparing: .itemOfOwner, ["item": name, "owner": owner])
      }
    }
    let isWhole = item != nil && keys.isEmpty
    if !isWhole, item != nil { name += pick(":", "：") }
    let key = Self.joined(keys)
    switch change.kind {
    case .added where isWhole: return self(comparing: .added, ["item": name])
    case .removed where isWhole: return self(comparing: .removed, ["item": name])
    case .added(let value):
      return self(comparing: .setTo, ["item": name, "key": key, "to": short(value)]).trimmedStart
    case .removed(let value):
      return self(comparing: .leftOut, ["item": name, "key": key, "from": short(value)])
        .trimmedStart
    case .changed(let from, let to):
      return self(
        comparing: .changed,
        ["item": name, "key": key, "from": short(from), "to": short(to)]
      ).trimmedStart
    }
  }

  /// Keys with dots between; indices follow at once.
  static func joined(_ keys: [String]) -> String {
    keys.reduce("") { $0 + ($0.isEmpty || $1.hasPrefix("[") ? "" : ".") + $1 }
  }

  /// A value, or its beginning.
  func short(_ value: String) -> String { Self.printable(value).cut(to: 40) }

  /// What an alternative does, as the subject of a sentence: `Adding in-4`, else its name.
  func subject(_ alternative: CompareAlternative) -> String {
    let changes = alternative.changes
    let names = changes.map { item(at: $0.path).flatMap { $0.keys.isEmpty ? $0.name : nil } }
    if !changes.isEmpty, changes.count < 4, names.allSatisfy({ $0 != nil }) {
      let items = names.compactMap { $0 }.joined(separator: pick(" and ", "、"))
      if changes.allSatisfy(\.isAddition) { return self(comparing: .adding, ["items": items]) }
      if changes.allSatisfy(\.isRemoval) { return self(comparing: .removing, ["items": items]) }
    }
    guard changes.count == 1, let change = changes.first,
      case .changed(let from, let to) = change.kind
    else { return pick(quoted(alternative.label), "采用" + quoted(alternative.label)) }
    let changed = item(at: change.path)
    let keys = Self.joined(changed?.keys ?? change.path)
    let key = changed.map { pick("\(keys) of \($0.name)", "\($0.name)的\(keys)") } ?? keys
    let values: KeyValuePairs = ["key": key, "from": short(from), "to": short(to)]
    if let before = Self.number(from), let after = Self.number(to), before.unit == after.unit {
      return self(comparing: before.number < after.number ? .raising : .lowering, values)
    }
    return self(comparing: .changing, values)
  }

  /// The number and the unit of a text such as `20 min`; nil for anything else.
  private static func number(_ text: String) -> (number: Double, unit: String)? {
    let digits = text.prefix { $0.isNumber || ".-".contains($0) }
    guard let number = Double(digits) else { return nil }
    return (number, text.dropFirst(digits.count).trimmingPrefix(while: { $0 == " " }).description)
  }
}

extension SourceChange {
  fileprivate var isAddition: Bool {
    if case .added = kind { true } else { false }
  }

  fileprivate var isRemoval: Bool {
    if case .removed = kind { true } else { false }
  }
}

extension String {
  fileprivate var trimmedStart: String { String(trimmingPrefix(while: { $0 == " " })) }
}
