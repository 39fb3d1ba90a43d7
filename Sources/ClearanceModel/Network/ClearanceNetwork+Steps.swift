import ClearanceRecords
import EventSimulation
import OutputAnalysis
import RandomVariates

/// The way of a truck through its procedure.
extension ClearanceNetwork {
  /// Walks the steps that take no time and claims a place at the first that does.
  ///
  /// - Returns: the step where the truck must now go, `noStep` when that place is full, or
  ///   `heldStep` when it waits for room there.
  mutating func claimNext(
    _ truck: Int,
    from first: UInt16,
    on calendar: inout Calendar
  ) -> UInt16 {
    // Steps go by their index: of a copy of one each walk would carry all fields along.
    var step = Int(first)
    while true {
      var next = steps[step].next
      switch steps[step].kind {
      case .serve, .seize:
        switch claim(Int(steps[step].place), truck, calendar.now) {
        case .given: return UInt16(step)
        case .refused:
          guard steps[step].onLeaving != StepPlan.none else { return noStep }
          giveUp(truck, GivenUp.lost)
          step = Int(steps[step].onLeaving)
          continue
        case .held:
          holdBack(truck, before: step)
          return heldStep
        }
      case .delay, .end, .fork, .join:
        return UInt16(step)
      case .seizeTogether:
        if claimJointly(truck, step, calendar.now) { return UInt16(step) }
        guard steps[step].onLeaving != StepPlan.none else { return noStep }
        giveUp(truck, GivenUp.lost)
        step = Int(steps[step].onLeaving)
        continue
      case .release:
        let count = steps[step].count
        release(truck, station: steps[step].place, count: count, at: calendar.now)
      case .chooseByShare:
        next = branchByShare(truck, step)
      case .chooseByCondition:
        next = branchByCondition(truck, step, at: calendar.now)
      case .chooseByAttribute:
        next = branchByAttribute(truck, step)
      case .goTo:
        trucks[truck].jumps &+= 1
      case .set:
        set(truck, step)
      case .setSeveral:
        setSeveral(truck, step)
      case .become:
        become(truck, step, at: calendar.now)
      case .count:
        count(truck, step, at: calendar.now)
      case .stage:
        begin(stage: steps[step].mark, truck, at: calendar.now)
      case .start:
        start(truck, step, at: calendar.now)
      case .gather:
        gather(truck, step, at: calendar.now)
      case .mark:
        mark(truck, Int(steps[step].mark), at: calendar.now)
      case .wait:
        guard passes(truck, step, at: calendar.now) else { return UInt16(step) }
      case .startClock:
        startClock(of: truck, at: calendar.now)
      case .papers:
        askPapers(truck, step, at: calendar.now)
      case .lookUp:
        lookUpFirm(truck, step, at: calendar.now)
      case .setShared:
        setShared(truck, step)
      case .sum:
        sum(truck, step)
      }
      if recorder.keepsSteps {
        recorder.stepped(trucks[truck], steps[step], from: calendar.now, to: calendar.now)
      }
      step = Int(next)
    }
  }

  /// How a station answers a truck that wants a place there.
  private enum Claim {
    case given
    case refused
    case held
  }

  /// Reserves a place at a station, counts the truck as turned away there, or has it wait for room.
  private mutating func claim(_ station: Int, _ truck: Int, _ now: SimulatedTime) -> Claim {
    places[station].arrivals += 1
    if isTaken(truck, by: station) {
      guard places[station].capacity != .max else { return .given }
      // Who comes back to the station that it leaves takes its own place again; nobody else passes
      // those who are blocked.
      let isFirst =
        !places[station].blocksUpstream || blocking[station].head == nobody
        || Int(leaving) == station
      if isFirst, hasRoom(station) {
        places[station].reserved += 1
        return .given
      }
      if places[station].blocksUpstream {
        places[station].arrivals -= 1
        return .held
      }
    }
    places[station].lost += 1
    statistics.lostByClass[station * classCount + Int(trucks[truck].classIndex)] += 1
    recorder.refused(trucks[truck], station: station, at: now)
    return .refused
  }

  /// Takes a truck to a step whose place it has claimed, and on until it must wait.
  mutating func goOn(_ truck: Int, to first: UInt16, on calendar: inout Calendar) {
    var current = first
    while true {
      guard current != noStep else {
        leave(truck, .turnedAway, at: calendar.now)
        return
      }
      guard current != heldStep else { return }
      let step = Int(current)
      trucks[truck].step = current
      switch steps[step].kind {
      case .serve:
        if steps[step].balkOver >= 0, balks(truck, step, at: calendar.now) {
          current = goOnAfterBalking(truck, step, on: &calendar)
          continue
        }
        join(truck, step, on: &calendar)
        return
      case .delay:
        let length = duration(truck, step, at: calendar.now)
        trucks[truck].joinedAt = calendar.now
        calendar.post(
          .delayEnd(truck: UInt32(truck)),
          at: calendar.now + length,
          rank: .completion
        )
        return
      case .seize:
        if steps[step].balkOver >= 0, balks(truck, step, at: calendar.now) {
          current = goOnAfterBalking(truck, step, on: &calendar)
          continue
        }
        guard joinToSeize(truck, step, on: &calendar) else { return }
        current = claimNext(truck, from: steps[step].next, on: &calendar)
        serveFreed(on: &calendar)
      case .seizeTogether:
        if steps[step].balkOver >= 0, balksJointly(truck, step, at: calendar.now) {
          current = goOnAfterBalking(truck, step, on: &calendar)
          continue
        }
        guard joinJointly(truck, step, on: &calendar) else { return }
        let last = Int(trucks[truck].step)
        current = claimNext(truck, from: steps[last].next, on: &calendar)
        serveFreed(on: &calendar)
      case .fork:
        fork(truck, step, at: calendar.now)
        return
      case .wait:
        // What stood in its way may have changed since it left its last place.
        guard passes(truck, step, at: calendar.now) else {
          stand(truck, step, on: &calendar)
          return
        }
        if recorder.keepsSteps {
          recorder.stepped(trucks[truck], steps[step], from: calendar.now, to: calendar.now)
        }
        current = claimNext(truck, from: steps[step].next, on: &calendar)
        serveFreed(on: &calendar)
      default:
        leave(truck, .completed, at: calendar.now)
        return
      }
    }
  }

  /// Lets freed servers take trucks, blocked trucks come in where there is room, trucks that were
  /// given a place go on, companions begin, and those go on whose condition holds, until all wait.
  mutating func settle(on calendar: inout Calendar) {
    while true {
      serveFreed(on: &calendar)
      let truck: Int
      let next: UInt16
      if !opened.isEmpty {
        admit(to: Int(opened.removeFirst()), at: calendar.now)
        continue
      }
      if !entering.isEmpty {
        truck = Int(entering.removeFirst())
        goOn(truck, to: trucks[truck].step, on: &calendar)
        continue
      }
      if !ready.isEmpty {
        truck = Int(ready.removeFirst())
        next = steps[Int(trucks[truck].step)].next
      } else if !born.isEmpty {
        truck = Int(born.removeFirst())
        next = trucks[truck].step
      } else if !changedLines.isEmpty, let woken = nextAwake(at: calendar.now) {
        truck = woken
        next = steps[Int(trucks[truck].step)].next
      } else if !returning.isEmpty {
        receive(returning.removeFirst(), on: &calendar)
        continue
      } else {
        return
      }
      let step = claimNext(truck, from: next, on: &calendar)
      serveFreed(on: &calendar)
      goOn(truck, to: step, on: &calendar)
    }
  }

  /// The places with a freed server take their next trucks, in the order of being freed; then
  /// trucks go over to shorter lanes.
  mutating func serveFreed(on calendar: inout Calendar) {
    while true {
      while !freed.isEmpty {
        serveNext(at: Int(freed.removeFirst()), on: &calendar)
      }
      guard !uneven.isEmpty else { return }
      evenOut(Int(uneven.removeFirst()), on: &calendar)
    }
  }

  /// A delay is over.
  mutating func delayEnded(_ truck: Int, on calendar: inout Calendar) {
    note(.delayEnd, truck: truck, place: 0, at: calendar.now)
    let step = Int(trucks[truck].step)
    if recorder.keepsSteps {
      let start = trucks[truck].joinedAt
      recorder.stepped(trucks[truck], steps[step], from: start, to: calendar.now)
    }
    let next = claimNext(truck, from: steps[step].next, on: &calendar)
    serveFreed(on: &calendar)
    goOn(truck, to: next, on: &calendar)
    settle(on: &calendar)
  }

  /// The duration of a step for a truck: a pure function of their names and numbers.
  ///
  /// Mutating in name only, as are the functions beside it: a borrow of the whole network would be
  /// a copy of its storage.
  mutating func duration(
    _ truck: Int,
    _ step: Int,
    at now: SimulatedTime
  ) -> SimulatedTime {
    let drawn: Double
    if steps[step].expression == StepPlan.none {
      let row = UInt64(trucks[truck].number) &- 1
      let unit = unit(truck, step, block: DrawBlock.duration)
      drawn = samplers.value(Int(steps[step].sampler), unit: unit, row: row)
    } else {
      drawn = evaluate(steps[step].expression, truck, step)
    }
    // Laws with long tails may give more than a clock holds; 285 years are never over in a run.
    let length = min(max(0, drawn), 0x1p53)
    return min(SimulatedTime(rounding: length), .never - now)
  }

  /// A uniform draw of a truck at a step.
  @inline(__always)
  mutating func unit(_ truck: Int, _ step: Int, block: UInt8) -> Double {
    random.unit(at: address(truck, step, block: block))
  }

  /// The address of a truck's draw at a step.
  @inline(__always)
  func address(_ truck: Int, _ step: Int, block: UInt8) -> DrawAddress {
    // What a lot shares is drawn once, however often one of its trucks has turned back.
    DrawAddress(
      flow: UInt32(truncatingIfNeeded: flows[Int(trucks[truck].flow)].hash),
      truck: steps[step].drawsPerLot ? lot(of: truck) : trucks[truck].number,
      step: steps[step].hash,
      jumps: steps[step].drawsPerLot ? 0 : trucks[truck].jumps & 0xff_ffff,
      block: block
    )
  }
}
