import EventSimulation
import OutputAnalysis

/// Teams that serve at several stations (班组).
///
/// A station with teams has its own servers, such as bays, by the clock; as open counts what own
/// servers and free members let it begin, so that whoever asks for a free server asks for both. A
/// blocked truck keeps the server of the station, and the member goes.
extension ClearanceNetwork {
  /// Adds the teams of the plan, after the places.
  mutating func addTeams() {
    for team in plan.teams {
      var state = TeamState(
        hash: team.hash,
        firstStation: UInt16(clamping: teamStations.count),
        stationCount: UInt16(clamping: team.stations.count),
        picksInOrder: team.picks == .inOrder,
        onShift: 0
      )
      switch team.members {
      case .unlimited: preconditionFailure("team \(team.name) has members without limit")
      case .fixed(let count): state.onShift = Int32(clamping: count)
      case .shifts(let shifts, _, let rule):
        state.onShift = Int32(clamping: shifts[0].count)
        state.returnsToQueue = rule == .returnToQueue
      }
      state.present = LevelTally(level: Int64(state.onShift))
      for station in team.stations {
        teamStations.append(UInt16(station))
        if state.returnsToQueue { places[station].tracksService = true }
      }
      teams.append(state)
    }
    for place in plan.places.indices {
      let serving = plan.teams.indices.filter { plan.teams[$0].stations.contains(place) }
      places[place].firstTeam = UInt16(clamping: teamsOfPlaces.count)
      places[place].teamCount = UInt16(clamping: serving.count)
      for team in serving { teamsOfPlaces.append(UInt16(team)) }
    }
    for place in plan.places.indices where places[place].hasTeams { updateFree(at: place) }
  }

  // MARK: Members

  /// A member of the first team with a free one begins to serve a truck.
  @inline(never)
  mutating func takeMember(for truck: Int, at place: Int, _ now: SimulatedTime) {
    while members.count <= truck { members.append(noTeam) }
    members[truck] = takeMember(at: place, now)
  }

  /// The member who serves a truck falls free.
  @inline(never)
  mutating func freeMember(of truck: Int, _ now: SimulatedTime) {
    changeBusy(ofTeam: Int(members[truck]), by: -1, now)
    members[truck] = noTeam
  }

  /// A member of the first team with a free one begins to work at a place.
  ///
  /// - Returns: the team.
  mutating func takeMember(at place: Int, _ now: SimulatedTime) -> UInt16 {
    let first = Int(places[place].firstTeam)
    for index in first..<first + Int(places[place].teamCount) {
      let team = Int(teamsOfPlaces[index])
      guard teams[team].free > 0 else { continue }
      changeBusy(ofTeam: team, by: 1, now)
      return UInt16(team)
    }
    preconditionFailure("no member is free for place \(place)")
  }

  /// Members begin or end to work.
  mutating func changeBusy(ofTeam team: Int, by amount: Int32, _ now: SimulatedTime) {
    teams[team].changeBusy(by: amount, at: now.microseconds)
    updateStations(of: team)
  }

  private func stations(of team: Int) -> Range<Int> {
    let first = Int(teams[team].firstStation)
    return first..<first + Int(teams[team].stationCount)
  }

  private mutating func updateStations(of team: Int) {
    for index in stations(of: team) { updateFree(at: Int(teamStations[index])) }
  }

  /// As many servers count as open as are busy, and as can begin with free members.
  mutating func updateFree(at place: Int) {
    let own = places[place].openByClock &- places[place].busy
    let first = Int(places[place].firstTeam)
    var free: Int32 = 0
    for index in first..<first + Int(places[place].teamCount) {
      free &+= teams[Int(teamsOfPlaces[index])].free
    }
    places[place].open = places[place].busy &+ min(own, free)
  }

  /// Members on shift by the clock, as far as there are servers for them.
  mutating func membersOnShift(at place: Int) -> Int32 {
    let first = Int(places[place].firstTeam)
    var count: Int32 = 0
    for index in first..<first + Int(places[place].teamCount) {
      count &+= teams[Int(teamsOfPlaces[index])].onShift
    }
    return min(count, places[place].openByClock)
  }

  /// Whether a member may come to a place who works elsewhere, or whose shift begins.
  mutating func memberMayCome(to place: Int) -> Bool {
    guard places[place].openByClock > places[place].busy else { return false }
    let first = Int(places[place].firstTeam)
    for index in first..<first + Int(places[place].teamCount) {
      let team = Int(teamsOfPlaces[index])
      if teams[team].busy > 0 || teamShifts[team].isPending { return true }
    }
    return false
  }

  // MARK: Queues

  /// The free members of a place's teams go on with those whose turn it is, there and elsewhere.
  @inline(never)
  mutating func serveWithTeams(of place: Int, on calendar: inout Calendar) {
    let first = Int(places[place].firstTeam)
    for index in first..<first + Int(places[place].teamCount) {
      serveQueues(of: Int(teamsOfPlaces[index]), on: &calendar)
    }
  }

  /// The free members of a team go on with those whose turn it is at its stations.
  mutating func serveQueues(of team: Int, on calendar: inout Calendar) {
    while teams[team].free > 0 {
      guard let place = nextStation(of: team) else { return }
      let truck = nextWaiting(at: place)
      if places[place].linksBack { endPatience(truck, on: &calendar) }
      dequeue(truck, at: place, on: calendar.now)
      if steps[Int(trucks[truck].step)].kind == .seize {
        hold(truck, at: place, count: 1, calendar.now)
        ready.append(UInt32(truck))
      } else {
        startService(truck, at: place, on: &calendar)
      }
    }
  }

  /// The station where a member of a team goes on; nil where nobody waits for one.
  private mutating func nextStation(of team: Int) -> Int? {
    var chosen: Int?
    var earliest = SimulatedTime.never
    for index in stations(of: team) {
      let place = Int(teamStations[index])
      guard places[place].waiting > 0, places[place].free > 0 else { continue }
      if teams[team].picksInOrder { return place }
      let joined = trucks[nextWaiting(at: place)].joinedAt
      if chosen == nil || joined < earliest {
        chosen = place
        earliest = joined
      }
    }
    return chosen
  }

  // MARK: Shifts

  /// Puts the next change of a team's members on the calendar.
  mutating func postShift(ofTeam team: Int, on calendar: inout Calendar) {
    guard let time = teamShifts[team].advance() else { return }
    pendingShifts += 1
    calendar.post(.teamShift(team: UInt16(team)), at: time, rank: .state)
  }

  /// The number of members on shift changes.
  mutating func shiftChanged(ofTeam team: Int, on calendar: inout Calendar) {
    let now = calendar.now
    pendingShifts -= 1
    let count = teamShifts[team].upcoming
    fingerprint.combine(
      time: now,
      kind: (count > teams[team].onShift ? EventKind.opening : .closing).rawValue,
      entity: UInt64(count),
      place: teams[team].hash
    )
    teams[team].changeShift(to: count, at: now.microseconds)
    updateStations(of: team)
    if teams[team].returnsToQueue {
      while teams[team].busy > teams[team].onShift, let last = lastServed(by: team) {
        interrupt(last.index, at: last.place, on: &calendar)
        // Another team may go on with it.
        freed.append(UInt16(last.place))
      }
    }
    for index in stations(of: team) {
      let place = Int(teamStations[index])
      if places[place].isWatched { noteChange(at: place) }
    }
    postShift(ofTeam: team, on: &calendar)
    serveQueues(of: team, on: &calendar)
    settle(on: &calendar)
    findDeadlock()
  }

  /// The service by a team that began last; nil where its members only hold what was seized.
  private mutating func lastServed(by team: Int) -> (place: Int, index: Int)? {
    var last: (place: Int, index: Int)?
    var latest = SimulatedTime.zero
    for index in stations(of: team) {
      let place = Int(teamStations[index])
      for (index, serving) in inService[place].enumerated()
      where members[Int(serving.truck)] == UInt16(team) {
        let began = trucks[Int(serving.truck)].startedAt
        guard last == nil || began >= latest else { continue }
        last = (place, index)
        latest = began
      }
    }
    return last
  }
}

/// The number that stands for no team.
let noTeam: UInt16 = .max
