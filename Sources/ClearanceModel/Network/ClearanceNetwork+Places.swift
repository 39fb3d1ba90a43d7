import EventSimulation
import OutputAnalysis

/// The places as they are at time zero.
extension ClearanceNetwork {
  /// Adds the next place of the plan.
  mutating func addPlace(_ index: Int, mayBeBlocked: Bool) {
    let place = plan.places[index]
    var state = PlaceState(
      station: UInt16(place.station ?? index),
      isLane: place.station != nil,
      discipline: place.discipline
    )
    state.capacity = Int32(clamping: place.capacity ?? Int(Int32.max))
    state.firstLane = UInt16(place.lanes.lowerBound)
    state.laneCount = UInt16(place.lanes.count)
    state.asksForClass = !place.takes.isEmpty
    state.picksAtRandom = place.laneChoice == .random
    if place.discipline == .priority {
      addPriorityQueues(index, to: &state)
    }
    switch place.servers {
    case .unlimited: break
    case .fixed(let count): state.open = place.hasServers ? Int32(clamping: count) : 0
    case .shifts(let shifts, _, let rule):
      state.open = Int32(clamping: shifts[0].count)
      state.returnsToQueue = rule == .returnToQueue
    }
    if plan.isUnlimited(index) { state.open = .max }
    state.openByClock = state.open
    state.blocksUpstream = place.blocksUpstream
    state.mayBeBlocked = mayBeBlocked
    state.isPreemptive = place.isPreemptive
    if let failures = place.failures, place.hasServers {
      state.firstServer = UInt32(servers.count)
      state.serverCount = Int32(clamping: place.servers.most ?? 0)
      for number in 0..<Int(state.serverCount) {
        servers.append(ServerState(place: index, number: number + 1, failures))
      }
    }
    state.tracksService = state.returnsToQueue || state.isPreemptive || state.serverCount > 0
    let open = state.open == .max ? 0 : Int64(state.open)
    state.openServers = LevelTally(level: open)
    addCustoms(index, to: &state)
    if let together = place.together {
      state.together = Int32(clamping: together.most)
      state.leastTogether = together.isExact ? state.together : 1
    }
    state.jockeys = place.jockeys && state.isLane
    state.linksBack = state.jockeys || hasPatience && plan.hasPatience(at: index)
    state.isWatched = plan.isWatched(index)
    places.append(state)
    if let station = place.station { places[station].openServers.change(by: open, at: 0) }
  }

  /// A system that may be out, perhaps from the start.
  mutating func addOutage(_ plan: OutagePlan) {
    let first = UInt32(outageQueues.count)
    for queue in plan.queues { outageQueues.append(UInt16(queue)) }
    outages.append(
      OutageState(
        place: UInt16(plan.place),
        firstQueue: first,
        endOfQueues: UInt32(outageQueues.count)
      )
    )
    places[plan.place].isOutage = true
    noteOutage(at: plan.place)
  }

  /// The queues of classes, twice where some trucks go before all others.
  private mutating func addPriorityQueues(_ index: Int, to state: inout PlaceState) {
    let place = plan.places[index]
    state.priorityBase = UInt32(priorityQueues.count)
    state.queuesOfClass = place.ordersByClass ? UInt16(classCount) : 1
    var count = Int(state.queuesOfClass)
    if place.goesFirst != nil {
      // Their words stand behind those that lanes ask for.
      let taken = plan.places.reduce(0) { $0 + $1.takesWords.count }
      let before = plan.places[..<index].count { $0.goesFirst != nil }
      state.goesFirst = UInt16(taken + before)
      count *= 2
    }
    for _ in 0..<count { priorityQueues.append(ClassQueue()) }
  }

  /// The words that a lane asks for, and the room before a station.
  private mutating func addCustoms(_ index: Int, to state: inout PlaceState) {
    let place = plan.places[index]
    state.firstMask = UInt16(plan.places[..<index].reduce(0) { $0 + $1.takesWords.count })
    state.maskCount = UInt16(place.takesWords.count)
    // A station asks when any of its lanes does.
    if place.lanes.contains(where: { !plan.places[$0].takesWords.isEmpty }) { state.maskCount = 1 }
    state.peakHour = Int8(
      plan.placePeakHours.isEmpty ? plan.peakHour ?? -1 : plan.placePeakHours[index]
    )
    if let space = place.queueSpace, plan.lengthAttribute != nil {
      state.road = UInt16(roads.count)
      roads.append(RoadState(space: Int64((space * 1000).rounded())))
    } else if let station = place.station {
      state.road = places[station].road
    }
  }
}
