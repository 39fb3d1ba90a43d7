import EventSimulation
import OutputAnalysis
import RandomVariates

/// The trucks of a starting state come to their places.
///
/// They keep what they have waited and been served so far: the areas that belong to it, before the
/// state, go into the ledgers, so that the laws of conservation hold exactly.
extension ClearanceNetwork {
  /// Numbers of the trucks of a state begin here: no arrival comes so far.
  static let firstNumberOfState: UInt32 = 1 << 31

  /// After so many trucks none is looked for any more.
  static let mostTried = 100_000

  /// Puts all trucks of the state into their places; all settle when all are there.
  ///
  /// Those in service come first, then those on their way, then those who wait, the longest first.
  /// - Returns: what cannot be done, by group; what can be has been done.
  mutating func place(
    _ state: StartingState,
    on calendar: inout Calendar
  ) -> [PlacementFault] {
    instant = calendar.now
    lastTruckEvent = calendar.now
    var tried = flows.count == 0 ? [] : Array(repeating: UInt32(0), count: flows.count)
    var faults: [PlacementFault] = []
    let order = state.groups.indices.sorted { first, second in
      let (one, other) = (state.groups[first], state.groups[second])
      if one.whereabouts.rank != other.whereabouts.rank {
        return one.whereabouts.rank < other.whereabouts.rank
      }
      if one.since != other.since { return one.since > other.since }
      return first < second
    }
    for index in order {
      for _ in 0..<state.groups[index].count {
        let tries = tried[state.groups[index].flow]
        var next = tries
        let fault = place(state.groups[index], &next, on: &calendar)
        tried[state.groups[index].flow] = next
        if let fault {
          faults.append(PlacementFault(group: index, reason: fault))
          break
        }
      }
    }
    for place in 0..<places.count where places[place].waiting > 0 && places[place].laneCount == 0 {
      serveIfFree(place)
    }
    settle(on: &calendar)
    return faults.sorted { $0.group < $1.group }
  }

  /// Looks for one truck of a group and puts it into its place.
  private mutating func place(
    _ group: StartingState.Group,
    _ tried: inout UInt32,
    on calendar: inout Calendar
  ) -> PlacementFault.Reason? {
    if let reason = hindrance(group) { return reason }
    let now = calendar.now
    var obstacle: PlacementFault.Reason?
    for _ in 0..<Self.mostTried {
      let number = Self.firstNumberOfState &+ 1 &+ tried &* flows[group.flow].lot
      tried &+= 1
      let classIndex = drawnClass(group, number, at: now)
      if let wanted = group.classIndex, wanted != Int(classIndex) { continue }
      var truck = begin(group, number, classIndex, at: now)
      var way = newWalk(group, isForGood: false)
      if let found = walk(truck, &way, at: now), holdsAsSaid(truck, group) {
        if let reason = hindrance(group, truck, found, way) {
          obstacle = reason
        } else {
          if way.startsOthers {
            // Once more, from the start: now what goes beside it begins as well.
            drop(truck)
            truck = begin(group, number, classIndex, at: now)
            way = newWalk(group, isForGood: true)
            _ = walk(truck, &way, at: now)
          }
          put(truck, group, found, way, on: &calendar)
          return nil
        }
      } else if let found = way.obstacle, obstacle == nil {
        obstacle = .obstacle(found)
      }
      drop(truck)
      // Papers stand in everybody's way.
      if way.obstacle == .papers { break }
    }
    return obstacle ?? .noTruck(tried: Self.mostTried)
  }

  private func newWalk(_ group: StartingState.Group, isForGood: Bool) -> Walk {
    let place = group.whereabouts.place
    let station = place.map { plan.places[$0].station ?? $0 }
    return Walk(
      group: group,
      station: station,
      lane: place != station ? place : nil,
      isForGood: isForGood
    )
  }

  // MARK: Trucks on trial

  /// A truck at the start of its procedure, that counts nowhere yet.
  private mutating func begin(
    _ group: StartingState.Group,
    _ number: UInt32,
    _ classIndex: UInt8,
    at now: SimulatedTime
  ) -> Int {
    let came = arrival(of: group, at: now)
    var truck = Truck()
    // Shares that follow the clock know no time before zero.
    truck.arrivedAt = max(.zero, came)
    truck.number = number
    truck.flow = UInt16(group.flow)
    truck.classIndex = classIndex
    truck.flags = TruckFlag.isInside
    let slot = newSlot(truck)
    let lotTime = lotTimes[group.flow]
    lotTimes[group.flow] = truck.arrivedAt
    drawAttributes(of: slot)
    lotTimes[group.flow] = lotTime
    if sharedCount > 0 { beginFamily(slot) }
    trucks[slot].arrivedAt = came
    if startsClocks { clocks[slot] = came }
    return slot
  }

  private mutating func drop(_ truck: Int) {
    dropHoldings(truck)
    freeSlot(truck)
  }

  /// When the trucks of a group came from outside; before time zero where that is so.
  private func arrival(of group: StartingState.Group, at now: SimulatedTime) -> SimulatedTime {
    now - max(group.inside ?? .zero, group.since + group.waited)
  }

  /// The class of a truck, drawn as for one that arrives.
  private mutating func drawnClass(
    _ group: StartingState.Group,
    _ number: UInt32,
    at now: SimulatedTime
  ) -> UInt8 {
    let flow = plan.flows[group.flow]
    let time = max(.zero, arrival(of: group, at: now))
    let shares = flow.classClock?.row(at: time) ?? flow.classes
    let unit = random.unit(
      at: DrawAddress(
        flow: flow.drawWord,
        truck: (number &- 1) / flow.lot &+ 1,
        step: DrawStep.classShare
      )
    )
    let last = shares.count - 1
    for share in shares[..<last] where unit < share.below { return share.classIndex }
    return shares[last].classIndex
  }

  // MARK: What stands in the way

  /// Why no truck of a group can be put into its place, whatever truck it is.
  private mutating func hindrance(_ group: StartingState.Group) -> PlacementFault.Reason? {
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
  private func holdsAsSaid(_ truck: Int, _ group: StartingState.Group) -> Bool {
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
  private func isPlace(_ place: Int, of group: StartingState.Group) -> Bool {
    group.whereabouts == .inService(at: place)
      || group.whereabouts == .inService(at: Int(places[place].station))
  }

  /// Why this truck cannot stay where it is found: what it holds is not free.
  private mutating func hindrance(
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
  private mutating func laneToServe(_ truck: Int, _ step: Int, _ way: Walk) -> Int? {
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

  // MARK: For good

  /// A truck that has been found is there now.
  private mutating func put(
    _ truck: Int,
    _ group: StartingState.Group,
    _ found: Found,
    _ way: Walk,
    on calendar: inout Calendar
  ) {
    let now = calendar.now
    enterSystem(truck, way, at: now)
    takeHoldings(of: truck, group, at: now)
    trucks[truck].step = UInt16(found.step)
    switch (group.whereabouts, steps[found.step].kind) {
    case (.waiting, _):
      let place = laneOnTheWay(truck, found.step, way) ?? Int(steps[found.step].place)
      stand(truck, at: place, found.step, since: group.since, on: &calendar)
    case (.inService, .serve):
      let place = laneToServe(truck, found.step, way) ?? Int(steps[found.step].place)
      serve(truck, at: place, group, remaining: found.remaining, on: &calendar)
    case (_, .wait):
      stand(truck, found.step, on: &calendar)
    default:
      trucks[truck].joinedAt = now - (found.length - found.remaining)
      calendar.post(
        .delayEnd(truck: UInt32(truck)),
        at: now + min(found.remaining, .never - now),
        rank: .completion
      )
    }
  }

  /// Counts a truck in, as if it had arrived before.
  private mutating func enterSystem(_ truck: Int, _ way: Walk, at now: SimulatedTime) {
    let entity = flows[Int(trucks[truck].flow)].hash &+ UInt64(trucks[truck].number)
    fingerprint.combine(time: now, kind: EventKind.arrival.rawValue, entity: entity, place: 0)
    statistics.flowCounts[statistics.cell(trucks[truck])].arrivals += 1
    let came = trucks[truck].arrivedAt
    if flows[Int(trucks[truck].flow)].isAnnounced, !way.isHere {
      announce(truck)
    } else {
      statistics.zonePresent.change(by: 1, at: now.microseconds)
      statistics.presentAreaBefore += Int128((now - came).microseconds)
    }
    // All its time so far belongs to the stage that it is at.
    startStages(of: truck, at: came)
    if flows[Int(trucks[truck].flow)].hasStages { stageClocks[truck].stage = way.stage }
    if trucks[truck].flags & TruckFlag.isCleared != 0 { recorder.cleared(slot: truck, at: now) }
  }

  /// A truck takes the servers that it has come to hold on its way.
  private mutating func takeHoldings(
    of truck: Int,
    _ group: StartingState.Group,
    at now: SimulatedTime
  ) {
    var slot = trucks[truck].holdings
    while slot != nobody {
      let index = Int(slot)
      let place = Int(holdings[index].place)
      let isPlace = isPlace(place, of: group)
      let held = isPlace ? group.since : group.since + group.waited
      let waited = isPlace ? group.waited : .zero
      holdings[index].startedAt = now - held
      holdings[index].joinedAt = now - held - waited
      if places[place].hasTeams { holdings[index].team = takeMember(at: place, now) }
      changeBusy(at: place, by: Int32(holdings[index].count), now)
      changePresent(at: place, by: 1, now)
      noteBefore(at: place, waited: waited, served: held, servers: Int(holdings[index].count))
      slot = holdings[index].next
    }
  }

  /// A truck stands in a queue since some time.
  private mutating func stand(
    _ truck: Int,
    at place: Int,
    _ step: Int,
    since: SimulatedTime,
    on calendar: inout Calendar
  ) {
    let now = calendar.now
    changePresent(at: place, by: 1, now)
    trucks[truck].come(to: place, at: now - since)
    enqueue(truck, at: place, on: now)
    noteBefore(at: place, waited: since, served: .zero, servers: 1)
    guard steps[step].patience != StepPlan.none else { return }
    let left = patience(truck, step, at: now) - since
    expiries[truck] = calendar.schedule(
      .expiry(truck: UInt32(truck)),
      at: now + left,
      rank: .other
    )
  }

  /// A truck is in service since some time: its service goes on as after an interruption.
  private mutating func serve(
    _ truck: Int,
    at place: Int,
    _ group: StartingState.Group,
    remaining: SimulatedTime,
    on calendar: inout Calendar
  ) {
    let now = calendar.now
    changePresent(at: place, by: 1, now)
    trucks[truck].come(to: place, at: now - group.since - group.waited)
    trucks[truck].firstStartedAt = now - group.since
    trucks[truck].served = group.since
    trucks[truck].startedAt = remaining
    trucks[truck].flags |= TruckFlag.resumes
    noteBefore(at: place, waited: group.waited, served: group.since, servers: 1)
    if places[place].free > 0 {
      startService(truck, at: place, on: &calendar)
    } else {
      // Its server is broken or closed just now.
      requeueAtHead(truck, at: place, on: now)
    }
  }

  /// What visits have taken before the state.
  private mutating func noteBefore(
    at place: Int,
    waited: SimulatedTime,
    served: SimulatedTime,
    servers: Int
  ) {
    statistics.ledgers[place].queueArea += Int128(waited.microseconds)
    statistics.ledgers[place].busyArea += Int128(served.microseconds) * Int128(servers)
  }
}

extension StartingState.Whereabouts {
  /// In which order trucks are put into their places.
  fileprivate var rank: Int {
    switch self {
    case .inService: 0
    case .onTheWay: 1
    case .waiting: 2
    }
  }
}

extension ClassClock {
  /// The shares that hold at an instant.
  func row(at time: SimulatedTime) -> [FlowPlan.ClassShare] {
    let block = blocks.lastIndex { $0 <= time } ?? 0
    let first = block * rowsPerBlock
    guard let step else { return rows[first] }
    return rows[first + Int(time.microseconds / step.microseconds) % rowsPerBlock]
  }
}
