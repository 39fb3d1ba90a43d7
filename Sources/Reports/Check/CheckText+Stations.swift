import ClearanceModel
import EventSimulation
import ScenarioFiles
import Studies

/// Stations and lanes in words.
extension CheckText {
  mutating func addStations() {
    guard !scenario.stations.isEmpty else { return }
    addHeading(.stationsHeading)
    // Gates, and systems that may be out, have been described in their own words.
    let customs = isComplete ? nil : result.customs
    let gates = (customs?.gates.flatMap(\.stations) ?? []) + (customs?.outages.map(\.station) ?? [])
    for station in scenario.stations where !gates.contains(station.name.text) {
      var facts: [String] = []
      let isServedByTeam = scenario.teams.contains { team in
        team.serves.contains { $0.text == station.name.text }
      }
      if isServedByTeam { facts.append(wording(TeamPhrase.servedByTeams)) }
      // Servers without limit say nothing where members are what is needed.
      if let servers = station.servers, !isServedByTeam || servers != .unlimited {
        facts += self.servers(in: servers, station.roster)
      }
      if !station.lanes.isEmpty {
        facts += [wording.counted(station.lanes.count, .lane), choice(station.laneChoice)]
        if station.jockeys { facts.append(wording(.jockeys)) }
      }
      facts.append(discipline(station.discipline))
      if let first = station.goesFirst {
        let values: KeyValuePairs = [
          "name": first.attribute.text, "words": wording.list(first.words.map(\.text)),
        ]
        facts.append(wording(.goesFirst, ["who": wording(.attributeIs, values)]))
      }
      facts += serverRules(of: station)
      if let together = station.together { facts.append(served(together)) }
      if let capacity = station.capacity {
        let phrase: Phrase = station.blocksUpstream == nil ? .room : .blocksUpstream
        facts.append(wording(phrase, ["count": wording.counted(capacity, .truck)]))
      }
      if let place = result.plan.places.first(where: { $0.name == station.name.text }),
        let room = place.queueSpace
      {
        facts.append(wording(.roomInMetres, ["room": quantities.metres(room)]))
      }
      facts += station.properties.map(property)
      add(station.name.text, facts)
      let words = station.lanes.map { wordsTaken(by: "\(station.name.text).\($0.name.text)") }
      let isChoosy = zip(station.lanes, words).contains { $0.takes != nil || !$1.isEmpty }
      for (lane, words) in zip(station.lanes, words) {
        let facts =
          servers(in: lane.servers, lane.roster) + (isChoosy ? [takes(lane, words)] : [])
          + lane.properties.map(property)
        add(lane.name.text, facts, indent: 4)
      }
    }
  }

  /// How servers fail and who takes them from others.
  private func serverRules(of station: Station) -> [String] {
    var facts = station.isPreemptive ? [wording(.preemptive)] : []
    if let failures = station.failures {
      facts.append(
        wording(
          failures.countsIdleTime ? .failsAnyTime : .failsWhenBusy,
          [
            "uptime": wording.duration(failures.uptime),
            "repair": wording.duration(failures.repair),
          ]
        )
      )
    }
    return facts
  }

  /// What expressions may ask of a place, as it is written.
  private func property(_ property: Property) -> String {
    wording(.attributeIs, ["name": property.name.text, "words": property.text])
  }

  /// The words of attributes that a lane takes, such as `status = bonded`.
  private func wordsTaken(by name: String) -> [String] {
    guard let place = result.plan.places.first(where: { $0.name == name }) else { return [] }
    return place.takesWords.map { mask in
      let attribute = result.plan.attributes[Int(mask.attribute)]
      let words = attribute.words.indices.filter { mask.words & (1 << UInt64($0)) != 0 }
      let values: KeyValuePairs = [
        "name": attribute.name, "words": wording.list(words.map { attribute.words[$0] }),
      ]
      return wording(.attributeIs, values)
    }
  }

  private func takes(_ lane: Lane, _ words: [String]) -> String {
    if !words.isEmpty {
      return wording(.takes, ["classes": words.joined(separator: wording(.and))])
    }
    guard let names = lane.takes else { return wording(.takesAll) }
    return wording(.takes, ["classes": wording.list(names.map(\.text))])
  }

  private func servers(in plan: ServerPlan, _ roster: CalendarRoster?) -> [String] {
    if let roster, case .shifts(_, _, let rule) = plan {
      return [wording(.serversByTheClock, ["shifts": self.roster(roster)]), closing(rule)]
    }
    switch plan {
    case .unlimited: return [wording(.unlimitedServers)]
    case .fixed(let count): return [wording.counted(count, .server)]
    case .shifts(let shifts, let period, let rule):
      var facts = [wording(.serversByTheClock, ["shifts": self.shifts(shifts, period)])]
      if let period, period != .days(7) {
        facts.append(wording(.repeatsEvery, ["period": quantities.length(period)]))
      }
      return facts + [closing(rule)]
    }
  }

  /// Shifts in words: those of a week by its days.
  func shifts(_ shifts: [Shift], _ period: SimulatedTime?) -> String {
    if period == .days(7) { return week(of: shifts) }
    let words = shifts.map { shift in
      shift.from == .zero
        ? wording(.serversFromStart, ["count": "\(shift.count)"])
        : wording(
          .serversFrom,
          ["count": "\(shift.count)", "time": quantities.length(shift.from)]
        )
    }
    return wording.list(words)
  }

  private func closing(_ rule: ClosingRule) -> String {
    switch rule {
    case .finish: wording(.closingFinishes)
    case .returnToQueue: wording(.closingReturns)
    }
  }

  private func discipline(_ discipline: QueueDiscipline) -> String {
    switch discipline {
    case .fifo: wording(.fifo)
    case .lifo: wording(.lifo)
    case .random: wording(.random)
    case .priority: wording(.priority)
    case .shortestJob: wording(.shortestJob)
    }
  }

  private func served(_ together: TogetherPlan) -> String {
    let count = wording.counted(together.most, .truck)
    return wording(together.isExact ? .servesExactly : .servesTogether, ["count": count])
  }

  private func choice(_ choice: LaneChoice) -> String {
    switch choice {
    case .shortestQueue: wording(.joinsShortest)
    case .random: wording(.joinsRandom)
    case .dedicated: wording(.joinsDedicated)
    }
  }
}
