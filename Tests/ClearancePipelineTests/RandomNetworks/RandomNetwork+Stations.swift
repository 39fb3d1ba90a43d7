extension RandomNetwork {
  /// A station as procedures must know it.
  struct Station {
    var name: String
    var keys: [String] = []
    var features: Set<NetworkFeature> = []
    /// The most servers that each place of it ever has; nil when unlimited.
    var most: Int?
    /// How many a truck seizes, always the same number.
    var seizes = 1
    var isSeizable = true
    var servesTogether = false
    var blocksUpstream = false
    var turnsAway = false
    /// Whether it may be seized jointly, and with which others.
    var jointOrder: String?
    /// Whether teams can serve there.
    var mayHaveTeams = false
  }

  /// Which keys a station may have beside one another.
  private struct Kind {
    var together = false
    var fails = false
    var isPreemptive = false
    var order = "fifo"
  }

  mutating func station(_ index: Int) -> Station {
    var (result, features) = noting { $0.writeStation(index) }
    result.features = features
    return result
  }

  private mutating func writeStation(_ index: Int) -> Station {
    var station = Station(name: "s\(index)")
    var kind = Kind()
    station.keys = orderKeys(&kind)
    if !kind.isPreemptive, wants(.servesTogether, 0.2) || wants(.servesExactly, 0.15) {
      kind.together = true
      station.servesTogether = true
    }
    kind.fails = !kind.together && (wants(.failsAnyTime, 0.3) || wants(.failsBusyTime, 0.3))
    let hasLanes = random.happens(0.35)
    station.mayHaveTeams = !hasLanes && !kind.together && !kind.fails && !kind.isPreemptive
    if hasLanes {
      station.keys += laneKeys(kind, &station.most)
    } else {
      let servers = serverKeys(kind)
      station.keys += servers.keys
      station.most = servers.most
    }
    if kind.fails { station.keys += failureKeys() }
    // Exactly so many need as many places.
    var least = 1
    if kind.together {
      let isExact = wants(.servesExactly, 0.5) || !wants(.servesTogether, 1)
      note(isExact ? .servesExactly : .servesTogether)
      least = random.number(2...4)
      station.keys.append("serves together: \(isExact ? "exactly " : "")\(least)")
    }
    if wants(.blocksUpstream, 0.35) {
      note(.blocksUpstream)
      station.blocksUpstream = true
      station.keys += [
        "capacity: \(random.number(least...least + 2))", "when full: block upstream",
      ]
    } else if wants(.turnsAway, 0.4) {
      note(.turnsAway)
      station.turnsAway = true
      station.keys.append("capacity: \(random.number(least...least + 5))")
      if random.happens(0.3) { station.keys.append("when full: turn away") }
    }
    if wants(.queueSpace, 0.2) {
      note(.queueSpace)
      hasLength = true
      station.keys.append("queue space: \(random.number(10...60)) m")
    }
    station.isSeizable =
      !kind.together && !kind.fails && !kind.isPreemptive && kind.order != "shortest-job"
    station.seizes = random.number(1...min(3, station.most ?? 3))
    let isOrdered = kind.order != "random" && !station.keys.contains("jockeying: yes")
    if station.isSeizable, !station.blocksUpstream, isOrdered {
      station.jointOrder = kind.order
    }
    return station
  }

  private mutating func orderKeys(_ kind: inout Kind) -> [String] {
    // Stations of one order can be seized jointly.
    if isAboutSeizing, random.happens(0.8) { return [] }
    if wants(.preemptive, 0.25) {
      note(.priority)
      note(.preemptive)
      kind.isPreemptive = true
      kind.order = "priority"
      return ["queue: priority", "preemptive: yes"]
    }
    let orders: [(NetworkFeature, String)] = [
      (.lifo, "lifo"), (.randomOrder, "random"), (.priority, "priority"),
      (.shortestJob, "shortest-job"),
    ]
    for (word, order) in orders where wants(word, 0.25) {
      note(word)
      kind.order = order
      return ["queue: \(order)"]
    }
    return []
  }

  /// Servers of a station or lane.
  private mutating func serverKeys(_ kind: Kind) -> (keys: [String], most: Int?) {
    if wants(.unlimitedServers, 0.2), !kind.isPreemptive, !kind.fails {
      note(.unlimitedServers)
      return (["servers: unlimited"], nil)
    }
    var keys: [String]
    let most: Int
    if wants(.shifts, 0.45) || wants(.repeatedShifts, 0.2) || wants(.returnToQueue, 0.2) {
      var counts = (0..<random.number(2...4)).map { _ in random.number(0...3) }
      counts[random.number(0...1)] = random.number(1...2)
      let shifts = counts.enumerated().map { "{from: \($0.offset * 13) min, count: \($0.element)}" }
      note(.shifts)
      keys = ["servers: [\(list(shifts))]"]
      most = counts.max() ?? 1
      if wants(.repeatedShifts, 0.6) {
        note(.repeatedShifts)
        keys.append("repeats every: \(random.number(53...70)) min")
      }
      if !kind.together, wants(.returnToQueue, 0.6) {
        note(.returnToQueue)
        keys.append("on closing: return to queue")
      }
    } else {
      note(.fixedServers)
      most = random.number(1...3)
      keys = ["servers: \(most)"]
    }
    return (keys, most)
  }

  private mutating func failureKeys() -> [String] {
    let isBusy = wants(.failsBusyTime, 0.5) || !wants(.failsAnyTime, 1)
    note(isBusy ? .failsBusyTime : .failsAnyTime)
    return [
      "fails after: \(random.one(of: ["exponential(15 min)", "10 min"]))",
      "repaired in: \(random.one(of: ["exponential(4 min)", "2 min"]))",
      "counts: \(isBusy ? "busy time" : "any time")",
    ]
  }

  private mutating func laneKeys(_ kind: Kind, _ most: inout Int?) -> [String] {
    var lanes: [String] = []
    let isDedicated = !classes.isEmpty && wants(.dedicatedLanes, 0.45)
    let takesWords = !isDedicated && wants(.takesWords, 0.3)
    var least: Int? = 99
    for number in 1...random.number(1...3) {
      let servers = serverKeys(kind)
      least = servers.most.map { min($0, least ?? 99) } ?? least
      var keys = ["name: l\(number)"] + servers.keys
      if isDedicated || (!takesWords && !classes.isEmpty && wants(.takesClasses, 0.3)) {
        note(.takesClasses)
        keys.append("takes: [\(number == 1 ? list(classes) : random.one(of: ["a", "b"]))]")
      } else if takesWords, number > 1 {
        note(.takesWords)
        keys.append("takes: {kind: [\(random.one(of: ["x", "y", "x, y"]))]}")
      }
      lanes.append("{\(list(keys))}")
    }
    most = least
    var keys = ["lanes: [\(list(lanes))]"]
    if isDedicated {
      note(.dedicatedLanes)
      keys.append("joins: dedicated")
    } else if wants(.randomLane, 0.4) {
      note(.randomLane)
      keys.append("joins: random")
    } else {
      note(.shortestQueue)
      if random.happens(0.5) { keys.append("joins: shortest queue") }
    }
    if lanes.count > 1, wants(.jockeying, 0.5) {
      note(.jockeying)
      keys.append("jockeying: yes")
    }
    return keys
  }
}
