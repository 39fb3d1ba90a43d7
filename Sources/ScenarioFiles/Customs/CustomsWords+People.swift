/// Officers with what they can do, and the rosters that say when they are there.
extension CustomsWords {
  /// What officers can do, with the stations that need it.
  static let skills: [(skill: String, station: String)] = [
    ("lane", "control-room"), ("yard", "crew"), ("image review", "image-review"),
    ("laboratory", "laboratory"), ("documents", "document-office"), ("sampling", "samplers"),
  ]

  /// An officer, or several who can do the same.
  struct Officer {
    var name: Name
    var skills: [String]
    var count: Int
  }

  /// A roster (排班): who works when.
  struct Roster {
    var name: Name
    var officers: [Name]
    /// 1 in each minute of work, breaks left out.
    var hours: WeekPlan
    var hoursPosition: SourcePosition
    /// The breaks as they are written.
    var breaks: [String]
    /// Whether who goes off shift hands a case over instead of finishing it.
    var handsOver: Bool
  }

  /// Officers on one roster with the same skills.
  struct TeamOfOfficers {
    var name: String
    var skills: [String]
    var count: Int
    var roster: Roster
  }

  /// The stations that officers serve, in the order of skills.
  var stationsWithOfficers: [String] {
    Self.skills.filter { skill, _ in officers.contains { $0.skills.contains(skill) } }
      .map(\.station)
  }

  /// The teams, specialists first: who can do one thing only is asked before who can do several.
  var teams: [TeamOfOfficers] {
    var teams: [TeamOfOfficers] = []
    for roster in rosters {
      var groups: [(skills: [String], count: Int)] = []
      for name in roster.officers {
        guard let officer = officers.first(where: { $0.name.text == name.text }) else { continue }
        let same = groups.firstIndex { Set($0.skills) == Set(officer.skills) }
        if let same {
          groups[same].count += officer.count
        } else {
          groups.append((officer.skills, officer.count))
        }
      }
      for group in groups {
        let words = group.skills.joined(separator: "-").replacing(" ", with: "-")
        teams.append(
          TeamOfOfficers(
            name: groups.count == 1 ? roster.name.text : "\(roster.name.text)-\(words)",
            skills: group.skills,
            count: group.count,
            roster: roster
          )
        )
      }
    }
    let order = teams.indices.sorted {
      (teams[$0].skills.count, $0) < (teams[$1].skills.count, $1)
    }
    return order.map { teams[$0] }
  }
}
