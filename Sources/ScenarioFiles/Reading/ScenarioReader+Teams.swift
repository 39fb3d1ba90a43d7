import ClearanceModel

/// Teams that serve at several stations.
extension ScenarioReader {
  /// Reads the teams before the stations, which need no servers of their own where teams serve.
  mutating func readTeams(_ top: MappingReader) {
    guard let node = top.node("teams") else { return }
    readNamed(node, "teams", .team) { reader, name, value in
      guard let team = reader.readTeam(value, named: name) else { return }
      reader.scenario.teams.append(team)
    }
  }

  private mutating func readTeam(_ node: SourceNode, named name: Name) -> Team? {
    guard let section = MappingReader(node, .team, &problems) else { return nil }
    let members = section.required("members", &problems)
    var stations: [Name] = []
    for item in section.required("serves", &problems)?.list("serves", &problems) ?? [] {
      guard let station = item.name(&problems) else { continue }
      if stations.contains(where: { $0.text == station.text }) {
        problems.add(.duplicateName(station.text, kind: .station), at: station.position)
      } else {
        stations.append(station)
      }
    }
    let picks =
      section.word(
        "picks",
        [("longest wait", TeamPlan.Picks.longestWait), ("in order", .inOrder)],
        &problems
      ) ?? .longestWait
    guard let members, let plan = readServers(section, key: "members") else { return nil }
    var team = Team(name: name, members: plan, serves: stations, picks: picks)
    if case .roster(let roster)? = members.made { team.roster = roster }
    return team
  }

  /// Whether a team serves at a station.
  func isServedByTeam(_ station: String) -> Bool {
    scenario.teams.contains { $0.serves.contains { $0.text == station } }
  }
}
