import ScenarioFiles
import Studies

/// Officers and rosters in words; when they are there stands with the teams.
extension CheckText {
  mutating func addPeople(_ customs: CustomsScenario) {
    guard !customs.officers.isEmpty else { return }
    addBlank()
    add(wording(TeamPhrase.people))
    for officer in customs.officers {
      let skills = wording.list(officer.skills.map(wording.skill))
      add(officer.name, [wording.counted(officer.count, .officer), skills])
    }
    for roster in customs.rosters {
      var facts = [wording(TeamPhrase.rosterOf, ["officers": wording.list(roster.officers)])]
      if !roster.breaks.isEmpty {
        facts.append(wording(TeamPhrase.breaks, ["hours": wording.list(roster.breaks)]))
      }
      facts.append(wording(roster.handsOver ? TeamPhrase.shiftReturns : .shiftFinishes))
      add(roster.name, facts)
    }
  }
}

extension Wording {
  /// What an officer can do.
  func skill(_ word: String) -> String {
    switch word {
    case "lane": pick("lane", "卡口监控")
    case "yard": pick("yard", "查验")
    case "image review": pick("image review", "审像")
    case "laboratory": pick("laboratory", "实验室检测")
    case "documents": pick("documents", "单证审核")
    case "sampling": pick("sampling", "取样")
    default: word
    }
  }
}
