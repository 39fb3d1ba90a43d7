import ClearanceRecords
import EventSimulation
import OutputAnalysis
import RandomVariates

/// Patience: who waits too long gives up.
extension ClearanceNetwork {
  /// Room for a new slot in the tables of those who may give up.
  @inline(never)
  mutating func addPatience() {
    if hasPatience { expiries.append(nil) }
    if tracksGivenUp { givenUp.append(GivenUp.nothing) }
  }

  /// A truck that has joined a queue waits there for so long at most.
  mutating func startPatience(_ truck: Int, _ step: Int, on calendar: inout Calendar) {
    let time = calendar.now + patience(truck, step, at: calendar.now)
    expiries[truck] = calendar.schedule(.expiry(truck: UInt32(truck)), at: time, rank: .other)
  }

  /// A truck's turn has come: from now on it stays.
  mutating func endPatience(_ truck: Int, on calendar: inout Calendar) {
    // Queues are also linked for trucks that change lanes.
    guard hasPatience, let expiry = expiries[truck] else { return }
    calendar.cancel(expiry)
    expiries[truck] = nil
  }

  /// How long a truck waits at a step at most: a pure function of their names and numbers.
  mutating func patience(
    _ truck: Int,
    _ step: Int,
    at now: SimulatedTime
  ) -> SimulatedTime {
    let isPlain = steps[step].expression == StepPlan.none
    let block = isPlain ? DrawBlock.patience : DrawBlock.patienceBesideExpression
    let unit = unit(truck, step, block: block)
    let row = UInt64(trucks[truck].number) &- 1
    let drawn = samplers.value(Int(steps[step].patience), unit: unit, row: row)
    return min(SimulatedTime(rounding: min(drawn, 0x1p53)), .never - now)
  }

  /// A truck has waited as long as it would, and leaves the queue.
  ///
  /// It claims its next place, then those who wait behind it may go on, then it goes on itself.
  mutating func patienceEnded(_ truck: Int, on calendar: inout Calendar) {
    let now = calendar.now
    let step = Int(trucks[truck].step)
    let isJoint = steps[step].kind == .seizeTogether
    let place = Int(trucks[truck].place)
    expiries[truck] = nil
    if isJoint {
      leaveJointly(truck, at: now)
    } else {
      note(.expiry, truck: truck, place: placeHashes[place], at: now)
      leaveQueue(truck, at: now)
    }
    guard steps[step].onLeaving != StepPlan.none else {
      serveFreed(on: &calendar)
      leave(truck, .reneged, at: now)
      settle(on: &calendar)
      findDeadlock(at: isJoint ? nil : place)
      return
    }
    giveUp(truck, GivenUp.reneged)
    let next = claimNext(truck, from: steps[step].onLeaving, on: &calendar)
    serveFreed(on: &calendar)
    goOn(truck, to: next, on: &calendar)
    settle(on: &calendar)
    findDeadlock(at: isJoint ? nil : place)
  }

  /// A truck, or what stands in for it, goes out of its queue unserved; who waits behind it has its
  /// turn.
  mutating func leaveQueue(_ truck: Int, at now: SimulatedTime) {
    let place = Int(trucks[truck].place)
    let step = Int(trucks[truck].step)
    removeFromQueue(truck, at: place, now)
    endUnserved(truck, at: place, now)
    if recorder.keepsSteps {
      recorder.stepped(trucks[truck], steps[step], from: trucks[truck].joinedAt, to: now)
    }
    freed.append(UInt16(place))
  }

  /// Ends a visit without service, and notes how long it was.
  private mutating func endUnserved(_ truck: Int, at place: Int, _ now: SimulatedTime) {
    changePresent(at: place, by: -1, now)
    let wait = now - trucks[truck].joinedAt
    let cell = place * classCount + Int(trucks[truck].classIndex)
    statistics.visits[cell].renegedWait.add(wait.microseconds)
    recorder.reneged(
      trucks[truck],
      station: Int(places[place].station),
      place: place,
      at: now
    )
  }

  /// A truck leaves a queue though it is not its turn.
  private mutating func removeFromQueue(_ truck: Int, at place: Int, _ now: SimulatedTime) {
    trucks[truck].flags &= ~TruckFlag.isWaiting
    takeOut(truck, at: place)
    countWaiting(at: place, by: -1, now)
    if places[place].jockeys { noteChange(of: truck, at: place, by: -1) }
    if places[place].road != StepPlan.none { changeRoad(at: place, truck, joins: false, now) }
  }
}

extension NetworkRecorder {
  /// A truck has left a queue because its patience ended.
  mutating func reneged(_ truck: Truck, station: Int, place: Int, at now: SimulatedTime) {
    guard keepsPassages else { return }
    append(
      PassageRow(
        truck: truck.number,
        flow: truck.flow,
        classIndex: UInt16(truck.classIndex),
        place: UInt16(station),
        lane: place == station ? noPlace : UInt16(place),
        outcome: .reneged,
        arrivedAt: truck.joinedAt,
        startedAt: .never,
        endedAt: .never,
        leftAt: now
      )
    )
  }
}

extension VisitStatistics {
  /// Time in the queue of all visits, served or not.
  var allWaits: DurationStatistics {
    var sum = wait
    sum.merge(renegedWait)
    return sum
  }
}
