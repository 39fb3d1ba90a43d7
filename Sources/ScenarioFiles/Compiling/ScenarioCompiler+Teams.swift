import ClearanceModel
import EventSimulation

/// Teams that serve at several stations.
extension ScenarioCompiler {
  private static let mostTeams = 1_000

  mutating func compileTeams(_ register: inout HashRegister) {
    let existing = scenario.stations.map(\.name.text)
    for team in scenario.teams {
      let name = team.name
      let hash = stableHash(name.text)
      if register.has(name.text) || placeIndex[name.text] != nil {
        problems.add(.duplicateName(name.text, kind: .station), at: name.position)
      } else if let other = register.clash(UInt32(truncatingIfNeeded: hash), name.text) {
        problems.add(.hashCollision(other, name.text), at: name.position)
      }
      var stations: [Int] = []
      for station in team.serves {
        let table = stationIndex
        guard let index = index(of: station, in: table, .station, existing: existing) else {
          continue
        }
        checkServed(index, station)
        stations.append(index)
      }
      plan.teams.append(
        TeamPlan(
          name: name.text,
          hash: hash,
          members: team.members,
          stations: stations,
          picks: team.picks
        )
      )
    }
    if plan.teams.count > Self.mostTeams {
      problems.add(.tooMany(.team, found: plan.teams.count, allowed: Self.mostTeams), at: nil)
    }
    let names = plan.teams.map(\.name)
    for collection in scenario.collections where names.contains(collection.name.text) {
      problems.add(
        .duplicateName(collection.name.text, kind: .collection),
        at: collection.name.position
      )
    }
  }

  /// Refuses a station whose own rules do not go with teams.
  private mutating func checkServed(_ index: Int, _ name: Name) {
    let place = plan.places[index]
    let reasons: [(Bool, TeamFault.Reason)] = [
      (!place.lanes.isEmpty, .lanes), (place.isPreemptive, .isPreemptive),
      (place.together != nil, .servesTogether), (place.failures != nil, .fails),
    ]
    for (holds, reason) in reasons where holds {
      problems.add(
        .team(.cannotServe(station: name.text, reason: reason)),
        at: name.position
      )
    }
  }

  /// Refuses to seize several members at a time.
  mutating func checkTeams() {
    guard !plan.teams.isEmpty else { return }
    for (index, step) in plan.steps.enumerated() where step.kind == .seize {
      let station = Int(step.place)
      guard plan.teams.contains(where: { $0.stations.contains(station) }) else { continue }
      let name = plan.places[station].name
      if step.isPart {
        problems.add(.team(.seizesTogether(station: name)), at: positions[index])
      } else if step.count > 1 {
        let fault = TeamFault.seizesSeveral(station: name, count: Int(step.count))
        problems.add(.team(fault), at: positions[index])
      }
    }
  }
}
