import EventSimulation
import RandomVariates

/// The way of a truck to the place where a starting state has it, in no time.
///
/// Steps that set something and choices happen as they would; services, delays and queues take no
/// time and no server. Of truck after truck, by number, the first is taken that is there for as long
/// as the state says: its attributes and its remaining time then have the law of a truck that is
/// found there, which is rejection sampling (von Neumann 1951).
extension ClearanceNetwork {
  /// Where a truck is found, and for how long it stays there.
  struct Found {
    var step: Int
    /// Service or delay still due; zero for those who wait.
    var remaining = SimulatedTime.zero
    /// Its whole length, for those on their way or in service.
    var length = SimulatedTime.zero
  }

  /// What a walk keeps beside the truck.
  struct Walk {
    let group: StartingState.Group
    /// The station meant, and its lane where one is named.
    let station: Int?
    let lane: Int?
    /// Whether companions begin and piles grow: only for the truck that is taken.
    let isForGood: Bool
    /// Time since the place was seized or left, while it is followed.
    var clock: SimulatedTime?
    var stage: UInt16 = 0
    var isHere = false
    var startsOthers = false
    var obstacle: PlacementFault.Obstacle?
    /// Steps left before a walk is given up.
    var budget = 20_000
  }

  /// Leads a truck from the start of its procedure to where it is found; nil where it never is.
  mutating func walk(_ truck: Int, _ walk: inout Walk, at now: SimulatedTime) -> Found? {
    var step = Int(flows[Int(trucks[truck].flow)].firstStep)
    if case .onTheWay(after: nil) = walk.group.whereabouts { walk.clock = .zero }
    while walk.budget > 0 {
      walk.budget -= 1
      switch steps[step].kind {
      case .end, .join:
        return nil
      case .fork:
        guard walkBranches(truck, step, &walk, at: now) else { return nil }
      case .wait:
        if walk.clock != nil, !passes(truck, step, at: now) { return Found(step: step) }
      case .delay:
        if let clock = walk.clock {
          let length = duration(truck, step, at: now)
          // Who is not there yet has the whole of it before it, or a part.
          if clock + length > walk.group.since {
            let remaining = clock + length - walk.group.since
            return Found(step: step, remaining: remaining, length: length)
          }
          walk.clock = clock + length
        }
      case .serve:
        if let found = walkToServe(truck, step, &walk, at: now) { return found }
      case .seize:
        if let found = walkToSeize(truck, step, &walk, at: now) { return found }
      case .seizeTogether:
        walk.clock = nil
        if isMeant(steps[Int(steps[step].next)].place, walk) { walk.obstacle = .seizeTogether }
      default:
        guard let next = pass(truck, step, &walk, at: now) else { return nil }
        step = next
        continue
      }
      if walk.obstacle == .papers { return nil }
      step = Int(steps[step].next)
    }
    return nil
  }

  private func isMeant(_ station: UInt16, _ walk: Walk) -> Bool {
    walk.station == Int(station)
  }

  /// A step that takes no time.
  ///
  /// - Returns: the step that follows; nil where nobody can be led on.
  private mutating func pass(
    _ truck: Int,
    _ step: Int,
    _ walk: inout Walk,
    at now: SimulatedTime
  ) -> Int? {
    switch steps[step].kind {
    case .chooseByShare: return Int(branchByShare(truck, step))
    case .chooseByCondition: return Int(branchByCondition(truck, step, at: now))
    case .chooseByAttribute: return Int(branchByAttribute(truck, step))
    case .goTo: trucks[truck].jumps &+= 1
    case .set: set(truck, step)
    case .setSeveral: setSeveral(truck, step)
    case .setShared: setShared(truck, step)
    case .become:
      // What led to this state has happened before, and leaves no row.
      let index = truck * attributeCount + Int(steps[step].attribute)
      attributes[index] = Double(steps[step].target)
    case .release: letGo(truck, step, &walk)
    case .mark:
      if steps[step].mark == 0 { trucks[truck].flags |= TruckFlag.isCleared }
    case .stage: walk.stage = steps[step].mark
    case .startClock: walk.isHere = true
    case .start, .gather:
      walk.startsOthers = true
      guard walk.isForGood else { break }
      if steps[step].kind == .start {
        start(truck, step, at: now)
      } else {
        gather(truck, step, at: now)
      }
    case .lookUp: lookUpFirm(truck, step, at: now)
    case .papers:
      walk.obstacle = .papers
      return nil
    default: break
    }
    return Int(steps[step].next)
  }

  // MARK: Places

  /// Comes to a station to be served; nil where it goes on.
  private mutating func walkToServe(
    _ truck: Int,
    _ step: Int,
    _ walk: inout Walk,
    at now: SimulatedTime
  ) -> Found? {
    walk.clock = nil
    guard let place = laneOnTheWay(truck, step, walk) else { return nil }
    trucks[truck].place = UInt16(place)
    guard isMeant(steps[step].place, walk) else { return nil }
    switch walk.group.whereabouts {
    case .waiting:
      return waits(truck, step, walk, at: now) ? Found(step: step) : nil
    case .inService:
      let length = duration(truck, step, at: now)
      guard length > walk.group.since else { return nil }
      return Found(step: step, remaining: length - walk.group.since, length: length)
    case .onTheWay:
      walk.clock = .zero
      return nil
    }
  }

  /// Comes to a station to seize servers; nil where it goes on, with them.
  private mutating func walkToSeize(
    _ truck: Int,
    _ step: Int,
    _ walk: inout Walk,
    at now: SimulatedTime
  ) -> Found? {
    // Those who seize several at once have all of them in the same instant.
    if !steps[step].isPart { walk.clock = nil }
    if case .waiting = walk.group.whereabouts, isMeant(steps[step].place, walk),
      !steps[step].isPart,
      laneOnTheWay(truck, step, walk) != nil, waits(truck, step, walk, at: now)
    {
      return Found(step: step)
    }
    guard let place = laneOnTheWay(truck, step, walk) else { return nil }
    trucks[truck].place = UInt16(place)
    // Held without a server until the truck is taken.
    addHolding(
      truck,
      Holding(
        joinedAt: now,
        startedAt: now,
        next: nobody,
        place: UInt16(place),
        count: steps[step].count
      )
    )
    if case .inService = walk.group.whereabouts, isMeant(steps[step].place, walk) {
      walk.clock = .zero
    }
    return nil
  }

  /// Whether the patience of a truck that waits has lasted so far.
  private mutating func waits(
    _ truck: Int,
    _ step: Int,
    _ walk: Walk,
    at now: SimulatedTime
  ) -> Bool {
    guard steps[step].patience != StepPlan.none else { return true }
    return patience(truck, step, at: now) > walk.group.since
  }

  /// The lane that is named for a station, or else the one that the truck would pick now; nil where
  /// the named one does not take it, or none does.
  mutating func laneOnTheWay(_ truck: Int, _ step: Int, _ walk: Walk) -> Int? {
    let station = Int(steps[step].place)
    guard places[station].laneCount > 0 else { return station }
    if let lane = walk.lane, walk.station == station { return takes(lane, truck) ? lane : nil }
    for lane in walk.group.holds ?? [] where Int(places[lane].station) == station {
      return takes(lane, truck) ? lane : nil
    }
    return isTaken(truck, by: station) ? chooseLane(truck, step) : nil
  }

  /// Puts a holding before those that a truck has.
  mutating func addHolding(_ truck: Int, _ holding: Holding) {
    var holding = holding
    holding.next = trucks[truck].holdings
    if freeHolding == nobody {
      holdings.append(holding)
      trucks[truck].holdings = UInt32(holdings.count - 1)
    } else {
      let slot = Int(freeHolding)
      freeHolding = holdings[slot].next
      holdings[slot] = holding
      trucks[truck].holdings = UInt32(slot)
    }
  }

  /// Drops what a truck holds of a station, before any of it has been taken.
  private mutating func letGo(_ truck: Int, _ step: Int, _ walk: inout Walk) {
    let station = steps[step].place
    var left = steps[step].count == 0 ? UInt16.max : steps[step].count
    var kept: [Holding] = []
    var slot = trucks[truck].holdings
    while slot != nobody {
      var holding = holdings[Int(slot)]
      let next = holding.next
      holdings[Int(slot)].next = freeHolding
      freeHolding = slot
      if places[Int(holding.place)].station == station, left > 0 {
        let given = min(left, holding.count)
        left -= given
        holding.count -= given
        if holding.count == 0, isMeant(station, walk) {
          walk.clock = nil
          if case .onTheWay = walk.group.whereabouts { walk.clock = .zero }
        }
      }
      if holding.count > 0 { kept.append(holding) }
      slot = next
    }
    trucks[truck].holdings = nobody
    for holding in kept.reversed() { addHolding(truck, holding) }
  }

  /// Drops all that a truck has come to hold on its way.
  mutating func dropHoldings(_ truck: Int) {
    while trucks[truck].holdings != nobody {
      let slot = Int(trucks[truck].holdings)
      trucks[truck].holdings = holdings[slot].next
      holdings[slot].next = freeHolding
      freeHolding = UInt32(slot)
    }
  }

  /// Leads a truck through all branches of work side by side, one after the other.
  ///
  /// - Returns: whether it comes out of them.
  private mutating func walkBranches(
    _ truck: Int,
    _ fork: Int,
    _ walk: inout Walk,
    at now: SimulatedTime
  ) -> Bool {
    walk.clock = nil
    let first = Int(steps[fork].firstBranch)
    let jumps = trucks[truck].jumps
    var sum = jumps
    for branch in first..<first + Int(steps[fork].branchCount) {
      trucks[truck].jumps = jumps
      var step = Int(branches[branch].target)
      while steps[step].kind != .join {
        walk.budget -= 1
        guard walk.budget > 0, steps[step].kind != .end else { return false }
        switch steps[step].kind {
        case .fork:
          guard walkBranches(truck, step, &walk, at: now) else { return false }
          step = Int(steps[step].next)
        case .serve, .seize, .delay, .wait, .seizeTogether:
          if steps[step].kind == .serve || steps[step].kind == .seize,
            isMeant(steps[step].place, walk)
          {
            walk.obstacle = .parallel
          }
          step = Int(steps[step].next)
        default:
          guard let next = pass(truck, step, &walk, at: now) else { return false }
          step = next
        }
      }
      sum &+= trucks[truck].jumps &- jumps
    }
    trucks[truck].jumps = sum &+ 1
    return true
  }
}
