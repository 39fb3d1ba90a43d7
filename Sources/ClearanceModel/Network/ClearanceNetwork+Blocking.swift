import ClearanceRecords
import EventSimulation
import OutputAnalysis

/// Blocking after service: a truck that finds a full station keeps its server until there is room.
///
/// Who is blocked waits for the station, in order of blocking; the lane is picked when there is
/// room. A truck that comes from outside or from a delay holds nothing and stands before the
/// station in the same line.
extension ClearanceNetwork {
  /// A truck stays where it is and waits for room at the station of a step.
  mutating func holdBack(_ truck: Int, before step: Int) {
    let station = Int(steps[step].place)
    trucks[truck].step = UInt16(step)
    trucks[truck].flags |= TruckFlag.isBlocked
    trucks[truck].next = nobody
    if blocking[station].tail == nobody {
      blocking[station].head = UInt32(truck)
    } else {
      trucks[Int(blocking[station].tail)].next = UInt32(truck)
    }
    blocking[station].tail = UInt32(truck)
  }

  /// A truck whose service is over keeps its server, since there is no room for it elsewhere.
  mutating func keepServer(
    _ truck: Int,
    at place: Int,
    after service: SimulatedTime,
    _ now: SimulatedTime
  ) {
    trucks[truck].flags |= TruckFlag.isServed
    trucks[truck].served = service
    trucks[truck].startedAt = now
    changePresent(at: place, by: 1, now)
    changeHeld(at: place, by: 1, now)
    findDeadlock(of: truck)
  }

  /// There may be room at a station for those who are blocked before it.
  @inline(__always)
  mutating func noteRoom(at station: Int) {
    if places[station].blocksUpstream, blocking[station].head != nobody {
      opened.append(UInt16(station))
    }
  }

  /// Whether a station has room for one more truck.
  @inline(__always)
  mutating func hasRoom(_ station: Int) -> Bool {
    let taken = places[station].present.level + Int64(places[station].reserved)
    return taken < Int64(places[station].capacity)
  }

  /// Those who are blocked come in while there is room; their servers are free for others.
  mutating func admit(to station: Int, at now: SimulatedTime) {
    while blocking[station].head != nobody, hasRoom(station) {
      let truck = Int(blocking[station].head)
      blocking[station].head = trucks[truck].next
      if blocking[station].head == nobody { blocking[station].tail = nobody }
      places[station].reserved += 1
      places[station].arrivals += 1
      trucks[truck].flags &= ~TruckFlag.isBlocked
      if trucks[truck].flags & TruckFlag.isServed != 0 { leaveServer(truck, at: now) }
      entering.append(UInt32(truck))
    }
  }

  /// A truck that was blocked leaves the server that it has kept.
  private mutating func leaveServer(_ truck: Int, at now: SimulatedTime) {
    let place = Int(trucks[truck].place)
    trucks[truck].flags &= ~TruckFlag.isServed
    if places[place].serverCount > 0 { vacate(truck, at: place) }
    changeHeld(at: place, by: -1, now)
    changePresent(at: place, by: -1, now)
    noteVisit(
      truck,
      at: place,
      joinedAt: trucks[truck].joinedAt,
      startedAt: trucks[truck].firstStartedAt,
      service: trucks[truck].served,
      blocked: now - trucks[truck].startedAt,
      servers: 1,
      now
    )
    freed.append(UInt16(place))
  }

  /// Servers begin or end to be held by blocked trucks, at the place and the station of a lane.
  private mutating func changeHeld(at place: Int, by amount: Int32, _ now: SimulatedTime) {
    let time = now.microseconds
    lastTruckEvent = now
    places[place].busy &+= amount
    blocking[place].held.change(by: Int64(amount), at: time)
    keepOpenWhileBusy(at: place, now)
    if places[place].hasTeams { updateFree(at: place) }
    if places[place].isLane {
      let station = Int(places[place].station)
      places[station].busy &+= amount
      blocking[station].held.change(by: Int64(amount), at: time)
      if places[place].jockeys { uneven.append(UInt16(station)) }
    }
  }
}

/// Who waits for room at a station, and how many of a place's servers blocked trucks hold.
struct BlockingState: BitwiseCopyable {
  /// First and last of those who wait for room here.
  var head = nobody
  var tail = nobody
  /// Servers of this place that are held by trucks which wait for room elsewhere.
  var held = LevelTally()
}
