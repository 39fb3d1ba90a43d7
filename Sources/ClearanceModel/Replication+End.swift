import ClearanceRecords
import EventSimulation
import OutputAnalysis

/// The end of a replication: what is still inside, and the result.
extension Replication {
  /// Ends the run: what is due now does not happen any more.
  mutating func end(at time: SimulatedTime) -> Pause {
    endedAt = time
    if simulation.model.recorder.keepsIntervals {
      if intervalStart < time {
        closeInterval(at: time)
      } else if hasCountedInInterval {
        // A run that ends with what happens at the start of an interval: one microsecond holds it.
        closeInterval(at: time + SimulatedTime(microseconds: 1))
      }
    }
    checkConservation(at: time)
    paperRows = simulation.model.finishPapers(at: time)
    return listUnfinished()
  }

  /// Whether trucks have come to, or left, any place since the present interval began.
  private var hasCountedInInterval: Bool {
    mutating get {
      for index in plan.places.indices {
        let (place, base) = (simulation.model.places[index], intervalBases[index])
        if place.arrivals != base.arrivals || place.departures != base.departures
          || place.lost != base.lost
        {
          return true
        }
      }
      return false
    }
  }

  /// Adds rows for the trucks inside, as long as there is room.
  mutating func listUnfinished() -> Pause {
    simulation.model.recorder.take(&paperRows)
    if !paperRows.isEmpty { return .rowsAreFull }
    guard simulation.model.recorder.keepsPassages, let time = endedAt else { return .ended }
    while listedSlots < simulation.model.trucks.count {
      if simulation.model.recorder.isFull { return .rowsAreFull }
      simulation.model.listUnfinished(listedSlots, at: time)
      listedSlots += 1
    }
    return .ended
  }

  /// What the replication has measured, after it has ended.
  public consuming func finish() -> ReplicationStatistics {
    let end = endedAt ?? now
    measureBatch(until: end)
    let papers = simulation.model.hasPapers ? simulation.model.register.statistics() : nil
    var whole = statistics(from: plan.warmUp, until: end, papers)
    whole.batches = batches
    return whole
  }

  /// Adds the measures of the present batch, where there are batches.
  mutating func measureBatch(until end: SimulatedTime) {
    guard let plan = plan.batches else { return }
    let statistics = statistics(from: batchStart, until: end, nil)
    batches.append(MeasureValues(plan.catalogue, of: statistics))
  }

  /// What has been measured since an instant at which statistics began anew.
  private func statistics(
    from start: SimulatedTime,
    until end: SimulatedTime,
    _ papers: PaperStatistics?
  ) -> ReplicationStatistics {
    let places = plan.places.indices.map { placeStatistics($0, until: end) }
    let statistics = simulation.model.statistics
    let hasStages = plan.flows.indices.map { simulation.model.flows[$0].hasStages }
    var trucks = statistics.countsBefore.arrivals
    for counts in statistics.flowCounts { trucks += counts.arrivals }
    var zonePresent = statistics.zonePresent
    zonePresent.advance(to: end.microseconds)
    return ReplicationStatistics(
      number: number,
      start: start,
      end: end,
      fingerprint: simulation.model.fingerprint,
      trucks: UInt64(trucks),
      inside: statistics.zonePresent.level + simulation.model.announced,
      announced: simulation.model.announced,
      isStuck: isStuck,
      deadlock: simulation.model.deadlock,
      places: places,
      flowCounts: statistics.flowCounts,
      clearance: statistics.clearance,
      marks: statistics.marks,
      stages: statistics.stagesOfAll(hasStages),
      flowCounters: statistics.flowCounters,
      flowAmounts: statistics.flowAmounts,
      placeCounters: statistics.placeCounters,
      placeCounterPeaks: statistics.placeDays.peaks(statistics.placeCounters),
      hourlyPlaces: plan.hourlyPlaces,
      hourWaits: statistics.hourWaits,
      collections: statistics.collections,
      teams: plan.teams.indices.map { teamStatistics($0, until: end) },
      papers: papers,
      zonePresent: zonePresent,
      observations: statistics.observations,
      samples: statistics.samples
    )
  }

  private func teamStatistics(_ index: Int, until end: SimulatedTime) -> TeamStatistics {
    var team = simulation.model.teams[index]
    team.busyMembers.advance(to: end.microseconds)
    team.present.advance(to: end.microseconds)
    team.overtime.advance(to: end.microseconds)
    return TeamStatistics(busy: team.busyMembers, onShift: team.present, overtime: team.overtime)
  }

  private func placeStatistics(_ index: Int, until end: SimulatedTime) -> PlaceStatistics {
    let classCount = plan.classes.count
    let statistics = simulation.model.statistics
    func cells(_ place: Int) -> Range<Int> { place * classCount..<(place + 1) * classCount }
    var visits = Array(statistics.visits[cells(index)])
    var blocked = statistics.blocked.isEmpty ? [] : Array(statistics.blocked[cells(index)])
    for lane in plan.places[index].lanes {
      for (classIndex, cell) in cells(lane).enumerated() {
        visits[classIndex].merge(statistics.visits[cell])
        if !blocked.isEmpty { blocked[classIndex].merge(statistics.blocked[cell]) }
      }
    }
    var place = simulation.model.places[index]
    place.queue.advance(to: end.microseconds)
    place.present.advance(to: end.microseconds)
    place.busyServers.advance(to: end.microseconds)
    place.openServers.advance(to: end.microseconds)
    var held = place.mayBeBlocked ? simulation.model.blocking[index].held : nil
    held?.advance(to: end.microseconds)
    var road = simulation.model.road(of: index)
    road?.length.advance(to: end.microseconds)
    road?.beyond.advance(to: end.microseconds)
    return PlaceStatistics(
      visits: visits,
      blocked: place.mayBeBlocked ? blocked : [],
      held: held,
      lostByClass: Array(statistics.lostByClass[cells(index)]),
      queue: place.queue,
      present: place.present,
      busy: place.busyServers,
      open: place.openServers,
      arrivals: place.arrivals,
      departures: place.departures,
      peakDepartures: place.peakDepartures,
      peakHours: plan.placePeakCounts.isEmpty
        ? hours(ofPeak: Int64(place.peakHour), from: plan.warmUp, to: end)
        : plan.placePeakCounts[index],
      queueLength: road?.length,
      beyondSpace: road?.beyond,
      lost: place.lost,
      recovery: plan.outages.firstIndex { $0.place == index }.map { statistics.recoveries[$0] }
    )
  }
}

/// How many hours of the observed time are a peak hour.
private func hours(
  ofPeak hour: Int64,
  from start: SimulatedTime,
  to end: SimulatedTime
) -> Double {
  guard hour >= 0 else { return 0 }
  let (length, day) = (Int64(3_600_000_000), Int64(86_400_000_000))
  var time = start.microseconds / day * day + hour * length
  var sum: Int64 = 0
  while time < end.microseconds {
    sum += max(0, min(time + length, end.microseconds) - max(time, start.microseconds))
    time += day
  }
  return Double(sum) / Double(length)
}

extension ClearanceNetwork {
  /// The room before a station; nil where nobody measures it, and for lanes.
  func road(of place: Int) -> RoadState? {
    places[place].road == StepPlan.none || places[place].isLane
      ? nil : roads[Int(places[place].road)]
  }

  /// Adds the rows of the truck in a slot, if there is one: its visits, its step, itself.
  mutating func listUnfinished(_ slot: Int, at end: SimulatedTime) {
    let truck = trucks[slot]
    guard truck.flags & TruckFlag.isInside != 0 else { return }
    let step = steps[Int(truck.step)]
    if truck.flags & (TruckFlag.isWaiting | TruckFlag.isServed) != 0 {
      let place = Int(truck.place)
      let isServed = truck.flags & TruckFlag.isServed != 0
      let isBlocked = truck.flags & TruckFlag.isBlocked != 0
      recorder.passed(
        truck,
        station: Int(places[place].station),
        place: place,
        isBlocked ? .blockedAtEnd : isServed ? .inServiceAtEnd : .waitingAtEnd,
        joinedAt: truck.joinedAt,
        startedAt: truck.firstStartedAt,
        endedAt: isBlocked ? truck.startedAt : .never,
        leftAt: .never
      )
    }
    if isStandIn(slot) { return }
    var slotOfHolding = truck.holdings
    while slotOfHolding != nobody {
      let holding = holdings[Int(slotOfHolding)]
      let place = Int(holding.place)
      recorder.passed(
        truck,
        station: Int(places[place].station),
        place: place,
        .inServiceAtEnd,
        joinedAt: holding.joinedAt,
        startedAt: holding.startedAt,
        endedAt: .never,
        leftAt: .never
      )
      slotOfHolding = holding.next
    }
    // Who is blocked has not begun its next step.
    if recorder.keepsSteps, truck.flags & TruckFlag.isBlocked == 0 {
      recorder.stepped(truck, step, from: truck.joinedAt, to: .never)
    }
    guard truck.flags & TruckFlag.isCompanion == 0 else {
      recordCompanion(slot, endedAt: .never)
      return
    }
    recorder.left(truck, slot: slot, .insideAtEnd, began: timeBegan(slot), at: .never)
    recordAttributes(of: slot)
  }
}
