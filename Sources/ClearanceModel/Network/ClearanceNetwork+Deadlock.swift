import EventSimulation
import OutputAnalysis

/// Trucks that block each other in a circle, for ever.
extension ClearanceNetwork {
  /// Looks for a circle after a truck has been blocked.
  ///
  /// Asks the cheap question first: a place where somebody is served is no part of a circle.
  mutating func findDeadlock(of truck: Int) {
    guard !hasLiveServer(Int(steps[Int(trucks[truck].step)].place)),
      !hasLiveServer(Int(places[Int(trucks[truck].place)].station))
    else { return }
    findDeadlock()
  }

  /// Looks for a circle after something has ended that may have kept it live; `place` is nil for
  /// what has ended at several places.
  mutating func findDeadlock(at place: Int?) {
    guard blocking.count > 0 else { return }
    if let place, hasLiveServer(Int(places[place].station)) { return }
    findDeadlock()
  }

  /// Looks for a circle anywhere.
  mutating func findDeadlock() {
    guard blocking.count > 0 else { return }
    deadlock = deadStations()
  }

  /// The stations that hold each other up and can never go on, by index; ascending.
  ///
  /// Live is a station with a server that serves or is seized; and as long as somebody waits or
  /// there is room, one with a server that stands idle, is under repair or will open again, and one
  /// where somebody's patience will end. A station that waits for a live one is live as well; the
  /// rest is dead. Standing trucks hold nothing and kill nobody.
  private mutating func deadStations() -> [Int] {
    var isLive = (0..<places.count).map { hasLiveServer($0) }
    var changes = true
    while changes {
      changes = false
      for target in 0..<places.count where isLive[target] {
        var truck = blocking[target].head
        while truck != nobody {
          let slot = Int(truck)
          if trucks[slot].flags & TruckFlag.isServed != 0 {
            let station = Int(places[Int(trucks[slot].place)].station)
            if !isLive[station] {
              isLive[station] = true
              changes = true
            }
          }
          truck = trucks[slot].next
        }
      }
    }
    return (0..<places.count).filter { station in
      !isLive[station] && !places[station].isLane && blocking[station].held.level > 0
    }
  }

  /// Whether some server of a station, or of its lanes, can bring about a change by itself.
  private mutating func hasLiveServer(_ station: Int) -> Bool {
    let lanes =
      Int(places[station].firstLane)..<Int(places[station].firstLane)
      + Int(places[station].laneCount)
    for place in lanes.isEmpty ? station..<station + 1 : lanes {
      let held = Int32(truncatingIfNeeded: blocking[place].held.level)
      if places[place].busy > held { return true }
      // No server of a full station where nobody waits can do anything. Who changes lanes waits for
      // all of them.
      let waiting = places[places[place].jockeys ? station : place].waiting
      guard waiting > 0 || hasRoom(station) else { continue }
      if places[place].free > 0 || places[place].broken > 0 { return true }
      if shifts[place].isPending { return true }
      if places[place].hasTeams, memberMayCome(to: place) { return true }
      if waiting > 0, isLeft(place) { return true }
    }
    return false
  }

  /// Whether somebody who waits at a place will give up, which makes room.
  ///
  /// - Complexity: O(trucks inside); asked only where nothing else can happen.
  private mutating func isLeft(_ place: Int) -> Bool {
    guard hasPatience, places[place].linksBack else { return false }
    for truck in 0..<trucks.count where expiries[truck] != nil {
      // Who gives up several stations at once may make room at any of them.
      let isJoint = steps[Int(trucks[truck].step)].kind == .seizeTogether
      if isJoint || Int(trucks[truck].place) == place { return true }
    }
    return false
  }
}
