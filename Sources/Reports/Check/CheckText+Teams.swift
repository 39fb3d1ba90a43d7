import ClearanceModel
import EventSimulation
import ScenarioFiles
import Studies

/// Teams in words.
extension CheckText {
  mutating func addTeams() {
    guard !scenario.teams.isEmpty else { return }
    addBlank()
    add(wording(TeamPhrase.heading))
    for team in scenario.teams {
      let stations = wording.list(team.serves.map(\.text))
      var facts = members(team)
      facts.append(wording(TeamPhrase.servesAt, ["stations": stations]))
      // Who serves in one place has nothing to choose.
      if team.serves.count > 1 {
        facts.append(wording(team.picks == .inOrder ? TeamPhrase.picksInOrder : .picksLongestWait))
      }
      add(team.name.text, facts)
    }
  }

  private func members(_ team: Team) -> [String] {
    guard case .shifts(let shifts, let period, let rule) = team.members else {
      return [wording.counted(team.members.most ?? 0, .member)]
    }
    let words = team.roster.map { roster($0) } ?? self.shifts(shifts, period)
    var facts = [wording(TeamPhrase.membersByTheClock, ["shifts": words])]
    if let period, period != .days(7) {
      facts.append(wording(.repeatsEvery, ["period": quantities.length(period)]))
    }
    facts.append(
      wording(rule == .finish ? TeamPhrase.shiftFinishes : .shiftReturns)
    )
    return facts
  }
}
