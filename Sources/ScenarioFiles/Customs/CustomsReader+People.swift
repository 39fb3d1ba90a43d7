/// Officers and rosters.
extension CustomsReader {
  mutating func readPeople(_ root: SourceNode) {
    for (name, node) in named(root, "officers") {
      if let officer = readOfficer(node, named: name) { words.officers.append(officer) }
    }
    for (name, node) in named(root, "rosters") {
      if let roster = readRoster(node, named: name) { words.rosters.append(roster) }
    }
    refuseStaff(root)
  }

  private mutating func readOfficer(_ node: SourceNode, named name: Name) -> CustomsWords.Officer? {
    guard let section = MappingReader(node, .officer, &problems) else { return nil }
    let allowed = CustomsWords.skills.map(\.skill)
    var skills: [String] = []
    for item in section.required("skills", &problems)?.list("skills", &problems) ?? [] {
      guard let skill = word(item, "skills", allowed) else { continue }
      if skills.contains(skill) {
        problems.add(.duplicateName(skill, kind: .skill), at: item.position)
      } else {
        skills.append(skill)
      }
    }
    let count =
      section.value("count", &problems) { (text) throws(ScenarioFault) in
        try parseCount(text, in: 1...10_000)
      } ?? 1
    return CustomsWords.Officer(name: name, skills: skills, count: count)
  }

  private mutating func readRoster(_ node: SourceNode, named name: Name) -> CustomsWords.Roster? {
    guard let section = MappingReader(node, .roster, &problems) else { return nil }
    let existing = words.officers.map(\.name.text)
    var officers: [Name] = []
    for item in section.required("officers", &problems)?.list("officers", &problems) ?? [] {
      guard let officer = item.name(&problems) else { continue }
      if !existing.contains(officer.text) {
        problems.add(
          .unknownName(
            officer.text,
            kind: .officer,
            existing: existing,
            nearest: nearestName(to: officer.text, in: existing)
          ),
          at: officer.position
        )
      } else if officers.contains(where: { $0.text == officer.text }) {
        problems.add(.duplicateName(officer.text, kind: .officer), at: officer.position)
      } else {
        officers.append(officer)
      }
    }
    let node = section.required("works", &problems)
    let breaks = section.node("breaks").map { readBreaks($0) } ?? []
    let handsOver =
      section.word("overtime", [("finish", false), ("hand over", true)], &problems) ?? false
    guard let node, let works = node.hours(&problems) else { return nil }
    return CustomsWords.Roster(
      name: name,
      officers: officers,
      hours: works.times(1).without(breaks.map(\.window)),
      hoursPosition: node.position,
      breaks: breaks.map(\.text),
      handsOver: handsOver
    )
  }

  /// One part of the day, or a list of them.
  private mutating func readBreaks(
    _ node: SourceNode
  ) -> [(text: String, window: ClockWindow)] {
    let items = node.text == nil ? node.list("breaks", &problems) ?? [] : [node]
    return items.compactMap { item in
      item.value(&problems, parseWindow).map { (item.text ?? "", $0) }
    }
  }

  /// Says once who works where: beside officers with a skill the station has no number of its own.
  private mutating func refuseStaff(_ root: SourceNode) {
    let sections: [(skill: String, path: [String], keys: [String])] = [
      ("lane", ["control room"], ["officers", "open"]),
      ("yard", ["yard"], ["crews", "open"]),
      ("image review", ["yard", "image review"], ["officers", "open"]),
      ("documents", ["document office"], ["officers", "open"]),
      ("sampling", ["samplers"], ["teams", "open"]),
    ]
    for (skill, path, keys) in sections
    where words.officers.contains(where: { $0.skills.contains(skill) }) {
      let node = path.reduce(Optional(root)) { $0?[$1] }
      for entry in node?.entries ?? [] where keys.contains(entry.key) {
        problems.add(
          .customs(.staffedByOfficers(word: entry.key, skill: skill)),
          at: entry.keyPosition
        )
      }
    }
  }
}

extension WeekPlan {
  /// Closes in parts of every day.
  func without(_ windows: [ClockWindow]) -> WeekPlan {
    let closed = (0..<WeekPlan.day).map { minute in windows.contains { $0.contains(minute) } }
    guard closed.contains(true) else { return self }
    var open = WeekPlan(always: 0)
    var start: Int?
    for minute in 0...WeekPlan.day {
      let isOpen = minute < WeekPlan.day && !closed[minute]
      if isOpen {
        start = start ?? minute
      } else if let from = start {
        for day in 0..<7 {
          open.add(1, ClockWindow(start: from, length: minute - from), on: day)
        }
        start = nil
      }
    }
    return within(open)
  }
}
