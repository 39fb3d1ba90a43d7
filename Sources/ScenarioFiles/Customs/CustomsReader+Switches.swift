/// The switches of facilitation, and exchange rates.
extension CustomsReader {
  mutating func readSwitches(_ section: MappingReader) {
    var papers = words.policy.papers
    if let node = section.node("advance declaration") {
      papers.advance = readSwitch(node, .advanceDeclaration, "advance declaration")
      papers.lead = minutes(of: words.assumptions.text("advance lead"))
      if let lead = node["lead"] {
        papers.lead =
          lead.value(&problems) { (text) throws(ScenarioFault) in
            let time = try parseDuration(text)
            guard time % 60_000_000 == 0, time <= 30 * 86_400_000_000 else {
              throw .outOfRange(text, low: "0 min", high: "30 d")
            }
            return Int(time / 60_000_000)
          } ?? 0
        words.assumptions.take("advance lead", lead)
      }
      if !papers.advance.isOn { papers.lead = 0 }
    }
    if let node = section.node("two-step") {
      papers.twoStep = readSwitch(node, .twoStep, "two-step")
      if let limit = node["complete within"], limit.value(&problems, parseDuration) != nil {
        words.assumptions.take("complete within", limit)
      }
      if let credit = node["credit"] {
        let allowed = ["general or better", "aeo"]
        papers.twoStepForCertified = word(credit, "credit", allowed) == "aeo"
      }
    }
    if let node = section.node("four-self-one-simplification") {
      papers.fourSelf = readSwitch(node, .policySwitch, "four-self-one-simplification")
    }
    if let node = section.node("tariff election") {
      papers.election = readSwitch(node, .policySwitch, "tariff election")
    }
    papers.splitRelease = section.flag("split release", &problems) ?? papers.splitRelease
    papers.mixesTwoStep = section.flag("mix two-step", &problems) ?? papers.mixesTwoStep
    papers.waiver = section.flag("guarantee waiver", &problems) ?? papers.waiver
    papers.lateFee = section.flag("late fee", &problems) ?? papers.lateFee
    papers.latenessBlocks = section.flag("lateness blocks", &problems) ?? papers.latenessBlocks
    papers.byStatus = section.flag("goods by status", &problems)
    if let node = section.node("rate date") {
      papers.ratesAtGate = word(node, "rate date", ["acceptance", "gate"]) == "gate"
    }
    papers.generalTaxpayers =
      section.node("general taxpayers").flatMap { switchShare($0, "general taxpayers") } ?? 0
    if let node = section.node("entrusted processing"), node.text != "off" {
      papers.entrusted = readEntrusted(node)
    }
    for key in CustomsReader.switches {
      guard let node = section.node(key) else { continue }
      words.policy.written.append((key, written(node)))
    }
    words.policy.papers = papers
  }

  private static let switches = [
    "advance declaration", "two-step", "four-self-one-simplification", "split release",
    "mix two-step", "tariff election", "rate date", "guarantee waiver", "late fee",
    "lateness blocks", "general taxpayers", "entrusted processing", "goods by status",
  ]

  /// A value as it is written, on one line.
  private func written(_ node: SourceNode) -> String {
    guard let entries = node.entries else { return node.text ?? "" }
    return entries.map { entry in
      let inner = written(entry.value)
      return entry.value.entries == nil ? "\(entry.key): \(inner)" : "\(entry.key): {\(inner)}"
    }.joined(separator: ", ")
  }

  /// `on`, `off`, a share, or a mapping with `share`, `firms` and `goods`.
  private mutating func readSwitch(
    _ node: SourceNode,
    _ kind: SectionKind,
    _ key: String
  ) -> CustomsWords.Switch {
    var result = CustomsWords.Switch()
    result.position = node.position
    guard node.entries != nil else {
      result.share = switchShare(node, key) ?? 0
      return result
    }
    guard let section = MappingReader(node, kind, &problems) else { return result }
    result.share = section.node("share").flatMap { switchShare($0, "share") } ?? 1
    for entry in section.node("firms")?.entries ?? [] {
      guard let name = firm(entry), let share = switchShare(entry.value, entry.key) else {
        continue
      }
      result.byFirm.append((name, share))
    }
    let goods = words.goodsNames
    for entry in section.node("goods")?.entries ?? [] {
      guard goods.contains(entry.key) else {
        problems.add(
          .unknownName(
            entry.key,
            kind: .goods,
            existing: goods,
            nearest: nearestName(to: entry.key, in: goods)
          ),
          at: entry.keyPosition
        )
        continue
      }
      guard let share = switchShare(entry.value, entry.key) else { continue }
      result.byGoods.append((entry.key, share))
    }
    return result
  }

  private mutating func readEntrusted(_ node: SourceNode) -> CustomsWords.Entrusted? {
    guard let section = MappingReader(node, .entrusted, &problems) else { return nil }
    var entrusted = CustomsWords.Entrusted(position: node.position)
    entrusted.spareCapacity = words.assumptions.share("spare capacity")
    if let path = section.node("path") {
      let paths = ["released machines", "book"]
      entrusted.path = word(path, "path", paths) ?? entrusted.path
    }
    entrusted.spareCapacity =
      section.value("spare capacity", &problems, parseShare) ?? entrusted.spareCapacity
    return entrusted
  }

  private func minutes(of text: String) -> Int {
    Int(((try? parseDuration(text)) ?? 0) / 60_000_000)
  }
}

extension MappingReader {
  /// `on` or `off`, `yes` or `no`; nil without the key.
  func flag(_ key: String, _ problems: inout ProblemList) -> Bool? {
    word(key, flagWords, &problems)
  }
}

/// The words of a switch.
let flagWords: [(String, Bool)] = [
  ("on", true), ("off", false), ("yes", true), ("no", false), ("true", true), ("false", false),
]
