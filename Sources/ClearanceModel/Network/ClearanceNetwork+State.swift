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
