import EventSimulation
import OutputAnalysis

/// Stages of the way to clearance, and things that are counted.
extension ClearanceNetwork {
  /// From now on a truck's time belongs to a stage.
  mutating func begin(stage: UInt16, _ truck: Int, at now: SimulatedTime) {
    guard trucks[truck].flags & (TruckFlag.isCleared | TruckFlag.isCompanion) == 0 else {
      if isToken(truck) { begin(stage: stage, Int(companions[truck].parentSlot), at: now) }
      return
    }
    endStage(of: truck, at: now)
    stageClocks[truck].stage = stage
  }

  /// Adds the time since the last change to the stage that a truck is at.
  private mutating func endStage(of truck: Int, at now: SimulatedTime) {
    let clock = stageClocks[truck]
    stageTimes[truck * stageCount + Int(clock.stage)] += (now - clock.since).microseconds
    stageClocks[truck].since = now
  }

  /// The clocks of a new truck.
  mutating func startStages(of truck: Int, at now: SimulatedTime) {
    guard flows[Int(trucks[truck].flow)].hasStages else { return }
    while stageClocks.count <= truck {
      stageClocks.append(StageClock())
      for _ in 0..<stageCount { stageTimes.append(0) }
    }
    stageClocks[truck] = StageClock(since: now)
    for stage in 0..<stageCount { stageTimes[truck * stageCount + stage] = 0 }
  }

  /// Notes the stages of a truck that is cleared: together they are its time to clearance.
  ///
  /// Most trucks meet few stages; times of zero are counted at the end, see
  /// ``NetworkStatistics/stagesOfAll(_:)``.
  mutating func noteStages(of truck: Int, at now: SimulatedTime) {
    guard flows[Int(trucks[truck].flow)].hasStages else { return }
    endStage(of: truck, at: now)
    let cell = statistics.cell(trucks[truck]) * stageCount
    for stage in 0..<stageCount {
      let time = stageTimes[truck * stageCount + stage]
      if time > 0 { statistics.stages[cell + stage].add(time) }
    }
  }

  /// Counts something for the truck's flow and class, and at a lane and its station.
  mutating func count(_ truck: Int, _ step: Int, at now: SimulatedTime) {
    let counter = Int(steps[step].mark)
    let station = steps[step].place
    statistics.flowCounters[statistics.cell(trucks[truck]) * counterCount + counter] += 1
    guard station != StepPlan.none else { return }
    statistics.placeDays.advance(to: now, counters: statistics.placeCounters)
    let place = placeHeld(truck, of: station)
    statistics.placeCounters[place * counterCount + counter] += 1
    if place != Int(station) {
      statistics.placeCounters[Int(station) * counterCount + counter] += 1
    }
  }
}

extension ClearanceNetwork {
  /// Adds the value of an expression to an amount of the truck's flow and class.
  mutating func sum(_ truck: Int, _ step: Int) {
    let value = evaluate(steps[step].expression, truck, step)
    let cell = statistics.cell(trucks[truck]) * amountCount + Int(steps[step].mark)
    // Infinity less infinity is no number, and would be the sum for ever after.
    if !value.isNaN { statistics.flowAmounts[cell] += value }
  }
}

extension ClearancePlan {
  /// For each flow whether its trucks begin stages.
  var flowsWithStages: [Bool] {
    guard !stages.isEmpty else { return flows.map { _ in false } }
    return flows.indices.map { flow in
      zip(steps, stepsMet(byFlow: flow)).contains { $0.kind == .stage && $1 }
    }
  }
}

/// Which stage a truck is at, and since when.
struct StageClock: BitwiseCopyable {
  var since = SimulatedTime.zero
  var stage: UInt16 = 0
}
