import EventSimulation
import OutputAnalysis

/// A truck of a starting state takes its place: in a queue, at a server, on its way.
extension ClearanceNetwork {
  /// A truck that has been found is there now.
  mutating func put(
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
