import ClearanceModel
import EventSimulation

/// Stations, lanes and schedules.
extension ScenarioReader {
  mutating func readStation(_ node: SourceNode, named name: Name) -> Station? {
    guard let section = MappingReader(node, .station, &problems) else { return nil }
    var station = Station(name: name)
    station.stream = section.node("stream")?.name(&problems)
    station.capacity = readCapacity(section)
    station.discipline =
      section.word(
        "queue",
        [
          ("fifo", .fifo), ("lifo", .lifo), ("random", .random), ("priority", .priority),
          ("shortest-job", .shortestJob),
        ],
        &problems
      ) ?? .fifo
    readGoesFirst(section, into: &station)
    station.laneChoice =
      section.word(
        "joins",
        [("shortest queue", .shortestQueue), ("random", .random), ("dedicated", .dedicated)],
        &problems
      ) ?? .shortestQueue
    station.properties = readProperties(section)
    readServerRules(section, into: &station)
    if let node = section.node("queue space"),
      let metres = node.value(
        &problems,
        { (text) throws(ScenarioFault) in
          let metres = try parseMeasure(text, units: MeasureUnit.lengths, kind: .length)
          guard metres > 0 else { throw .notPositive(text) }
          return metres
        }
      )
    {
      station.queueSpace = (metres, node.position)
    }
    readService(section, into: &station)
    if let lanes = section.node("lanes") {
      if section.node("servers") != nil {
        problems.add(.serversBesideLanes, at: section.keyPosition("servers"))
      }
      for key in section.present(["repeats every", "on closing"]) {
        problems.add(.conflictingKeys(["lanes", key]), at: section.keyPosition(key))
      }
      readLanes(lanes, into: &station)
    } else if section.node("servers") == nil, isServedByTeam(name.text) {
      station.servers = readServers(section) ?? .unlimited
    } else if section.node("servers") == nil {
      problems.add(.noServer, at: name.position)
    } else {
      if section.node("joins") != nil {
        problems.add(.conflictingKeys(["servers", "joins"]), at: section.keyPosition("joins"))
      }
      if section.node("jockeying") != nil {
        let position = section.keyPosition("jockeying")
        problems.add(.conflictingKeys(["servers", "jockeying"]), at: position)
      }
      station.servers = readServers(section)
      if case .roster(let roster)? = section.node("servers")?.made { station.roster = roster }
    }
    return station
  }

  private mutating func readLanes(_ node: SourceNode, into station: inout Station) {
    for item in node.list("lanes", &problems) ?? [] {
      guard let section = MappingReader(item, .lane, &problems),
        let name = section.required("name", &problems)?.name(&problems)
      else { continue }
      if station.lanes.contains(where: { $0.name.text == name.text }) {
        problems.add(.duplicateName(name.text, kind: .lane), at: name.position)
      }
      var lane = Lane(name: name, servers: .fixed(1))
      if let servers = readServers(section) { lane.servers = servers }
      if case .roster(let roster)? = section.node("servers")?.made { lane.roster = roster }
      checkService(section, of: station)
      lane.properties = readProperties(section)
      if let node = section.node("takes") {
        readTakes(node, into: &lane)
      } else if station.laneChoice == .dedicated {
        problems.add(.dedicatedWithoutTakes(lane: name.text), at: name.position)
      }
      station.lanes.append(lane)
    }
  }

  /// Servers as a number, `unlimited` or a list of shifts.
  mutating func readServers(_ section: MappingReader, key: String = "servers") -> ServerPlan? {
    guard let node = section.node(key) else {
      // Without a list of shifts there is nothing to repeat or to close.
      if let other = section.present(["repeats every", "on closing"]).first {
        problems.add(
          .missingKeys([key], section: section.section),
          at: section.keyPosition(other)
        )
      }
      return nil
    }
    let period = positiveTime(section, "repeats every")
    let rule: ClosingRule =
      section.word(
        "on closing",
        [("finish", .finish), ("return to queue", .returnToQueue)],
        &problems
      )
      ?? .finish
    if case .roster(let roster)? = node.made {
      return .shifts(roster.shifts, period: nil, onClosing: rule)
    }
    if node.items != nil {
      guard let items = node.list(key, &problems) else { return nil }
      let shifts = readShifts(items, period: period)
      return shifts.isEmpty ? nil : .shifts(shifts, period: period, onClosing: rule)
    }
    for other in section.present(["repeats every", "on closing"]) {
      problems.add(.conflictingKeys([key, other]), at: section.keyPosition(other))
    }
    return node.value(&problems) { (text) throws(ScenarioFault) in
      // Of people there is always a number.
      guard key == "servers" else {
        return .fixed(try parseCount(text, in: 1...1_000_000))
      }
      if text == "unlimited" { return .unlimited }
      if let first = text.first, !first.isNumber, first != "-", first != "+", first != "." {
        throw .unknownWord(
          text,
          key: "servers",
          allowed: ["unlimited"],
          nearest: nearestName(to: text, in: ["unlimited"])
        )
      }
      let count = try parseCount(text, in: 0...1_000_000)
      guard count > 0 else { throw .noServer }
      return .fixed(count)
    }
  }

  private mutating func readShifts(_ items: [SourceNode], period: SimulatedTime?) -> [Shift] {
    var shifts: [Shift] = []
    for item in items {
      guard let section = MappingReader(item, .shift, &problems) else { return [] }
      guard let fromNode = section.required("from", &problems),
        let countNode = section.required("count", &problems),
        let from = fromNode.value(&problems, parseDuration),
        let count = countNode.value(
          &problems,
          { (text) throws(ScenarioFault) in try parseCount(text, in: 0...1_000_000) }
        )
      else { return [] }
      let shift = Shift(from: SimulatedTime(microseconds: from), count: count)
      if shifts.isEmpty, from != 0 {
        problems.add(.scheduleStartsLate, at: fromNode.position)
      } else if let last = shifts.last, last.from >= shift.from {
        problems.add(.shiftsNotAscending, at: fromNode.position)
      } else if let period, shift.from >= period {
        problems.add(.shiftBeyondPeriod(period: durationText(period)), at: fromNode.position)
      }
      shifts.append(shift)
    }
    // A plan for a week may have no open hour within a run of a day.
    let horizon = period == nil ? scenario.horizon ?? .never : .never
    if shifts.allSatisfy({ $0.count == 0 || $0.from >= horizon }), let first = items.first {
      problems.add(.neverOpens, at: first.position)
    }
    return shifts
  }
}
