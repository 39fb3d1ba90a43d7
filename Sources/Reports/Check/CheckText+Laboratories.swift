import ScenarioFiles

/// Laboratories, temperatures and tests in plain sentences.
extension CheckText {
  mutating func addHandling(_ customs: CustomsScenario) {
    for laboratory in customs.laboratories {
      let values: KeyValuePairs = [
        "name": laboratory.name, "goods": wording.list(laboratory.goods),
        "time": laboratory.transport ?? "",
      ]
      let phrase: CustomsPhrase =
        switch (laboratory.goods.isEmpty, laboratory.transport) {
        case (true, _): .laboratoryIdle
        case (false, nil): .laboratoryTests
        case (false, _): .laboratoryFar
        }
      add(wording(phrase, values), indent: 2)
    }
    for entry in customs.handling {
      var facts: [String] = []
      if let budget = entry.coldBudget {
        let values: KeyValuePairs = [
          "temperature": wording.temperature(entry.temperature), "budget": budget,
        ]
        facts.append(wording(.keptAt, values))
      }
      if let time = entry.testTime { facts.append(wording(.testedFor, ["time": time])) }
      if let share = entry.failureShare { facts.append(wording(.failingShare, ["share": share])) }
      add(entry.goods, facts)
    }
  }
}

extension Wording {
  /// At which goods are kept.
  func temperature(_ word: String) -> String {
    switch word {
    case "chilled": pick("chilled", "冷藏")
    case "frozen": pick("frozen", "冷冻")
    case "ambient": pick("ambient", "常温")
    default: word
    }
  }
}
