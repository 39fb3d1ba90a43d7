/// Officers as teams.
extension CustomsExpansion {
  /// A team for officers on one roster with the same skills.
  func teams() -> [(String, SourceNode)] {
    words.teams.map { team in
      let position = team.roster.name.position
      let stations = team.skills.compactMap { skill in
        CustomsWords.skills.first { $0.skill == skill }?.station
      }
      let plan = team.roster.hours.times(team.count)
      let members = servers(
        plan,
        returnsToQueue: team.roster.handsOver,
        at: team.roster.hoursPosition
      ).map { ($0.0 == "servers" ? "members" : $0.0, $0.1) }
      let serves = SourceNode.texts(stations, at: position)
      return (team.name, .mapping(members + [("serves", serves)], at: position))
    }
  }

  /// A station without servers of its own where officers serve; benches of a laboratory stay.
  func station(_ name: String, _ node: SourceNode) -> SourceNode {
    guard name != "laboratory", words.stationsWithOfficers.contains(name) else { return node }
    let staff = ["servers", "repeats every", "on closing"]
    let kept = (node.entries ?? []).filter { !staff.contains($0.key) }
    return .mapping(kept.map { ($0.key, $0.value) }, at: node.position)
  }

  /// What is read back of officers and rosters.
  func addPeople(to customs: inout CustomsScenario) {
    customs.officers = words.officers.map {
      CustomsScenario.Officer(name: $0.name.text, skills: $0.skills, count: $0.count)
    }
    customs.rosters = words.rosters.map {
      CustomsScenario.Roster(
        name: $0.name.text,
        officers: $0.officers.map(\.text),
        breaks: $0.breaks,
        handsOver: $0.handsOver
      )
    }
  }
}

extension CustomsScenario {
  /// An officer, or several who can do the same.
  public struct Officer: Sendable {
    /// The name.
    public var name: String
    /// What they can do, in the scenario's words.
    public var skills: [String]
    /// How many they are.
    public var count: Int
  }

  /// A roster: who works when.
  public struct Roster: Sendable {
    /// Its name.
    public var name: String
    /// Its officers.
    public var officers: [String]
    /// Its breaks, as they are written.
    public var breaks: [String]
    /// Whether who goes off shift hands a case over instead of finishing it.
    public var handsOver: Bool
  }
}
