import ClearanceRecords
import EventSimulation
import OutputAnalysis

/// Coming in and leaving.
extension ClearanceNetwork {
  /// A truck comes from outside.
  mutating func arrive(_ arrival: Arrival, on calendar: inout Calendar) {
    instant = calendar.now
    receive(arrival, on: &calendar)
    settle(on: &calendar)
  }

  /// A truck is counted, and begins its procedure if the system has room for it.
  mutating func receive(_ arrival: Arrival, on calendar: inout Calendar) {
    let entity = flows[Int(arrival.flow)].hash &+ UInt64(arrival.number)
    fingerprint.combine(
      time: arrival.time,
      kind: EventKind.arrival.rawValue,
      entity: entity,
      place: 0
    )
    lastTruckEvent = arrival.time
    if (arrival.number &- 1) % flows[Int(arrival.flow)].lot == 0 {
      lotTimes[Int(arrival.flow)] = arrival.time
    }
    statistics.flowCounts[statistics.cell(arrival)].arrivals += 1
    if statistics.zonePresent.level >= systemCapacity {
      statistics.flowCounts[statistics.cell(arrival)].lost += 1
      recorder.turnedAway(arrival)
      loseFromLot(arrival)
      return
    }
    let truck = newTruck(arrival)
    if flows[Int(arrival.flow)].isAnnounced {
      announce(truck)
    } else {
      statistics.zonePresent.change(by: 1, at: arrival.time.microseconds)
    }
    drawAttributes(of: truck)
    if sharedCount > 0 { joinFamilyOfLot(truck) }
    startStages(of: truck, at: arrival.time)
    let step = claimNext(truck, from: flows[Int(arrival.flow)].firstStep, on: &calendar)
    goOn(truck, to: step, on: &calendar)
  }

  private mutating func newTruck(_ arrival: Arrival) -> Int {
    var truck = Truck()
    truck.arrivedAt = arrival.time
    truck.number = arrival.number
    truck.flow = arrival.flow
    truck.classIndex = arrival.classIndex
    truck.flags = TruckFlag.isInside
    return newSlot(truck)
  }

  /// Puts a truck or companion into a free slot.
  mutating func newSlot(_ truck: Truck) -> Int {
    if freeTruck == nobody {
      trucks.append(truck)
      if hasPatience || tracksGivenUp { addPatience() }
      if startsClocks || hasPapers || sharedCount > 0 { keepBeside(trucks.count - 1) }
      return trucks.count - 1
    }
    let slot = Int(freeTruck)
    freeTruck = trucks[slot].next
    trucks[slot] = truck
    if tracksGivenUp { givenUp[slot] = GivenUp.nothing }
    if startsClocks || hasPapers || sharedCount > 0 { keepBeside(slot) }
    return slot
  }

  /// What stands beside a slot that has just been given.
  @inline(never)
  private mutating func keepBeside(_ slot: Int) {
    if startsClocks { keepClock(of: slot) }
    if hasPapers { resetPapers(of: slot) }
    if sharedCount > 0 { resetFamily(of: slot) }
  }

  /// The slot of a truck or companion is free again.
  mutating func freeSlot(_ truck: Int) {
    if sharedCount > 0 { leaveFamily(ofSlot: truck) }
    trucks[truck].flags = 0
    trucks[truck].next = freeTruck
    freeTruck = UInt32(truck)
  }

  /// A truck leaves the system and gives back what it still holds.
  mutating func leave(_ truck: Int, _ reached: Outcome, at now: SimulatedTime) {
    let outcome = outcome(of: truck, reached)
    while trucks[truck].holdings != nobody {
      release(truck, station: nil, at: now)
    }
    guard trucks[truck].flags & TruckFlag.isCompanion == 0 else {
      companionEnded(truck, reached, at: now)
      return
    }
    if hasPapers { dropPapers(of: truck, at: now) }
    let cell = statistics.cell(trucks[truck])
    if let began = timeBegan(truck) {
      statistics.zonePresent.change(by: -1, at: now.microseconds)
      statistics.staysEnded += Int128((now - began).microseconds)
    } else {
      announced -= 1
    }
    if outcome == .completed {
      statistics.flowCounts[cell].departures += 1
      if !flows[Int(trucks[truck].flow)].clearsByMark { clear(truck, at: now) }
      if flows[Int(trucks[truck].flow)].isClosed { beginAnew(truck, at: now) }
    } else if outcome == .reneged {
      statistics.flowCounts[cell].reneged += 1
    } else {
      statistics.flowCounts[cell].lost += 1
    }
    if recorder.keepsPassages {
      recorder.left(trucks[truck], slot: truck, outcome, began: timeBegan(truck), at: now)
      recordAttributes(of: truck)
    }
    freeSlot(truck)
  }

  /// Notes that a truck is cleared, the first time.
  mutating func clear(_ truck: Int, at now: SimulatedTime) {
    guard trucks[truck].flags & TruckFlag.isCleared == 0 else {
      if isToken(truck) { clear(Int(companions[truck].parentSlot), at: now) }
      return
    }
    // Who is lost or has reneged is never cleared.
    if tracksGivenUp, givenUp[truck] != GivenUp.nothing { return }
    // Who is cleared without coming has no time here.
    guard let began = timeBegan(truck) else { return }
    noteStages(of: truck, at: now)
    trucks[truck].flags |= TruckFlag.isCleared
    let time = (now - began).microseconds
    let cell = statistics.cell(trucks[truck])
    statistics.clearance[cell].add(time)
    recorder.cleared(slot: truck, at: now)
  }

  /// Notes that a truck has come to a mark.
  mutating func mark(_ truck: Int, _ mark: Int, at now: SimulatedTime) {
    if mark == 0 {
      clear(truck, at: now)
    } else {
      guard let began = timeBegan(truck) else { return }
      let time = (now - began).microseconds
      statistics.marks[statistics.cell(trucks[truck]) * statistics.markCount + mark].add(time)
    }
  }
}
