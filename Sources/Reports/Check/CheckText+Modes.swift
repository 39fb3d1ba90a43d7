import ScenarioFiles

/// The rules of inspection modes in plain sentences, each with the notice that it rests on.
extension CheckText {
  mutating func addModes(_ rules: [CustomsScenario.ModeRule]) {
    guard !rules.isEmpty else { return }
    addHeading(.modesHeading)
    for (index, rule) in rules.enumerated() {
      let goods = rule.goods.map { entry in
        let share = quantities.exactShare(entry.nonCompliant)
        return wording(.modeGoods, ["name": entry.name, "share": share])
      }
      var whose: [String] = [goods.isEmpty ? wording(.modeAllGoods) : wording.list(goods)]
      if !rule.credits.isEmpty { whose.append(wording.list(rule.credits.map(wording.credit))) }
      if !rule.firms.isEmpty { whose.append(wording.list(rule.firms)) }
      if rule.share < 1 { whose.append(quantities.exactShare(rule.share)) }
      let values: KeyValuePairs = [
        "number": quantities.count(index + 1),
        "whose": whose.joined(separator: wording.pick(", ", "，")),
        "mode": wording.mode(rule.mode), "rule": wording.rule(of: rule.mode),
      ]
      add(wording(.modeRule, values), indent: 2)
    }
    add(wording(.modesElse), indent: 2)
  }
}

extension Wording {
  /// The rule behind an inspection mode.
  func rule(of mode: InspectionMode) -> String {
    switch mode {
    case .testBeforeEntry:
      pick("without the facilitations of GACC notices 29 and 36 of 2019", "不适用2019年第29号、第36号公告的便利")
    case .enterFirst: pick("GACC notice 36 of 2019", "海关总署公告2019年第36号")
    case .sampleThenRelease: pick("GACC notice 29 of 2019", "海关总署公告2019年第29号")
    case .inspectAtPort, .inspectInZone, .inspectAtFinalPlace:
      pick(
        "GACC plan 77 of 2023: one inspection for both lines",
        "署贸发〔2023〕77号：一线二线只检一次，前推后移"
      )
    case .exemptOnReExit:
      pick("GACC plan 77 of 2023: exempt", "署贸发〔2023〕77号：特例豁免")
    case .imageFirst: pick("choice of customs", "海关查验方式")
    case .spotChecks: pick("GACC notice 72 of 2016", "海关总署公告2016年第72号")
    }
  }
}
