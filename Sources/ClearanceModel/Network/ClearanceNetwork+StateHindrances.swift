import EventSimulation
import OutputAnalysis

/// Why trucks of a starting state cannot be where it says they are.
extension ClearanceNetwork {
  /// Why no truck of a group can be put into its place, whatever truck it is.
  mutating func hindrance(_ group: StartingState.Group) -> PlacementFault.Reason? {
    if statistics.zonePresent.level >= systemCapacity {
      return .noRoom(place: nil, capacity: Int(systemCapacity))
    }
    switch group.whereabouts {
    case .onTheWay: return nil
    case .waiting(let place): return lackOfRoom(at: place)
    case .inService(let place):
      if places[place].together > 1 { return .obstacle(.servesTogether) }
      return lackOfRoom(at: place) ?? lackOfServers(at: place, count: 1)
    }
  }

  private mutating func lackOfRoom(at place: Int) -> PlacementFault.Reason? {
    let station = Int(places[place].station)
    guard places[station].capacity != .max, !hasRoom(station) else { return nil }
    return .noRoom(place: station, capacity: Int(places[station].capacity))
  }

  /// Whether a place, or all lanes of a station, have fewer free servers than asked for; broken ones
  /// count as free, since who is served there goes on when they work again.
  private mutating func lackOfServers(at place: Int, count: Int32) -> PlacementFault.Reason? {
    if places[place].laneCount == 0 {
      if hasServer(place, count: count) { return nil }
    } else {
      let first = Int(places[place].firstLane)
      for lane in first..<first + Int(places[place].laneCount) where hasServer(lane, count: count) {
        return nil
      }
    }
    return .noServer(place: place, open: openByClock(at: place))
  }

  private mutating func hasServer(_ place: Int, count: Int32) -> Bool {
    // Where a closing sends trucks back to the queue, those beyond the open servers wait to go on.
    if places[place].returnsToQueue {
      let most = plan.places[place].servers.most ?? .max
      return Int(places[place].busy &+ places[place].waiting) < most
    }
    if places[place].serverCount > 0 {
      return places[place].openByClock &- places[place].busy >= count
    }
    return places[place].free >= count
  }

  private mutating func openByClock(at place: Int) -> Int {
    guard places[place].laneCount > 0 else { return Int(places[place].openByClock) }
    let first = Int(places[place].firstLane)
    return (first..<first + Int(places[place].laneCount)).reduce(0) {
      $0 + Int(places[$1].openByClock)
    }
  }

  /// Whether a truck holds what its group says, beside the place where it is.
  func holdsAsSaid(_ truck: Int, _ group: StartingState.Group) -> Bool {
    guard let said = group.holds else { return true }
    var held: [Int] = []
    var slot = trucks[truck].holdings
    while slot != nobody {
      let holding = holdings[Int(slot)]
      if !isPlace(Int(holding.place), of: group) { held.append(Int(holding.place)) }
      slot = holding.next
    }
    return held.sorted() == said
  }

  /// Whether a place is where the trucks of a group are in service.
  func isPlace(_ place: Int, of group: StartingState.Group) -> Bool {
    group.whereabouts == .inService(at: place)
      || group.whereabouts == .inService(at: Int(places[place].station))
  }

  /// Why this truck cannot stay where it is found: what it holds is not free.
  mutating func hindrance(
    _ group: StartingState.Group,
    _ truck: Int,
    _ found: Found,
    _ way: Walk
  ) -> PlacementFault.Reason? {
    if case .inService = group.whereabouts, steps[found.step].kind == .serve {
      guard laneToServe(truck, found.step, way) != nil else {
        return lackOfServers(at: Int(trucks[truck].place), count: 1)
          ?? .noServer(
            place: Int(trucks[truck].place),
            open: openByClock(at: Int(trucks[truck].place))
          )
      }
    }
    var slot = trucks[truck].holdings
    while slot != nobody {
      let holding = holdings[Int(slot)]
      let place = Int(holding.place)
      if let reason = lackOfRoom(at: place) { return reason }
      if places[place].free < Int32(holding.count) {
        return .noServer(place: place, open: openByClock(at: place))
      }
      slot = holding.next
    }
    return nil
  }

  /// The lane with a free server, of those that take a truck the one with the smallest load.
  mutating func laneToServe(_ truck: Int, _ step: Int, _ way: Walk) -> Int? {
    let station = Int(steps[step].place)
    if let lane = way.lane { return hasServer(lane, count: 1) ? lane : nil }
    guard places[station].laneCount > 0 else { return hasServer(station, count: 1) ? station : nil }
    let first = Int(places[station].firstLane)
    var best: Int?
    for lane in first..<first + Int(places[station].laneCount)
    where takes(lane, truck) && hasServer(lane, count: 1) {
      if best.map({ load(of: lane) < load(of: $0) }) ?? true { best = lane }
    }
    return best
  }
}
