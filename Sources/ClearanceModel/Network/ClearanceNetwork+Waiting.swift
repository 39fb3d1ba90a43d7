import EventSimulation

/// Waiting until a condition holds (等待条件): a truck stands, in no queue, and is told when something
/// changes that its condition asks about.
///
/// Conditions are looked at when all else in an instant has settled. Of those whose condition holds
/// then, the one who began to wait first goes on and all settles again; what it changes may keep the
/// next one waiting.
extension ClearanceNetwork {
  /// Whether the condition of a wait holds for a truck.
  mutating func passes(_ truck: Int, _ step: Int, at now: SimulatedTime) -> Bool {
    let branch = Int(steps[step].firstBranch)
    return branches[branch].termCount == 0 || holds(branch, truck, at: now)
  }

  /// A truck stands at a step until its condition holds.
  mutating func stand(_ truck: Int, _ step: Int, on calendar: inout Calendar) {
    trucks[truck].joinedAt = calendar.now
    waiting.begin(truck)
    if trucks[truck].flags & TruckFlag.isCompanion == 0 { waiting.standing += 1 }
    let branch = branches[Int(steps[step].firstBranch)]
    var asksForTime = false
    for index in Int(branch.firstTerm)..<Int(branch.firstTerm) + Int(branch.termCount) {
      let term = terms[index]
      switch term.attribute {
      case .queue, .present, .open: waiting.watch(Int(term.place), truck)
      case .timeOfDay: asksForTime = true
      case .paperPhase:
        watchPapers(PaperWay(rawValue: UInt8(truncatingIfNeeded: term.place)) ?? .own, truck)
      case .paperCount: watchNumber(term.place, truck)
      case .paperCounts:
        watchNumber(term.place, truck)
        watchNumber(UInt16(truncatingIfNeeded: term.value), truck)
      case .shared: watchFamily(truck)
      case .classIndex, .flow, .attribute, .one: break
      }
    }
    guard asksForTime else { return }
    waiting.watch(clockLine, truck)
    if let time = nextInstant(of: step, after: calendar.now) { setAlarm(at: time, on: &calendar) }
  }

  /// Something has changed at a place that a condition may ask about.
  @inline(never)
  mutating func noteChange(at place: Int) {
    noteChange(ofLine: place)
    let station = Int(places[place].station)
    if station != place { noteChange(ofLine: station) }
  }

  /// Those who stand in a line must be asked whether their condition holds now.
  mutating func noteChange(ofLine line: Int) {
    guard waiting.lines[line].head != nobody, !waiting.lines[line].isChanged else { return }
    waiting.lines[line].isChanged = true
    changedLines.append(UInt32(line))
  }

  /// The one who began to wait first among those whose condition holds; it waits no longer.
  ///
  /// - Complexity: O(trucks that wait for what has changed)
  mutating func nextAwake(at now: SimulatedTime) -> Int? {
    var first = nobody
    var turn = UInt64.max
    var index = 0
    while index < changedLines.count {
      let line = Int(changedLines[index])
      var found = nobody
      var watch = waiting.lines[line].head
      while watch != nobody {
        let truck = Int(waiting.watches[Int(watch)].truck)
        // Who stands behind the best of another line is asked the next time.
        let isLater = waiting.turns[truck] >= turn
        if isLater || passes(truck, Int(trucks[truck].step), at: now) {
          found = UInt32(truck)
          break
        }
        watch = waiting.watches[Int(watch)].next
      }
      if found == nobody {
        waiting.settle(line)
        changedLines[index] = changedLines[changedLines.count - 1]
        _ = changedLines.removeLast()
        continue
      }
      if waiting.turns[Int(found)] < turn {
        first = found
        turn = waiting.turns[Int(found)]
      }
      index += 1
    }
    guard first != nobody else { return nil }
    goAhead(Int(first), at: now)
    return Int(first)
  }

  private mutating func goAhead(_ truck: Int, at now: SimulatedTime) {
    waiting.end(truck)
    if trucks[truck].flags & TruckFlag.isCompanion == 0 { waiting.standing -= 1 }
    lastTruckEvent = now
    if recorder.keepsSteps {
      let step = steps[Int(trucks[truck].step)]
      recorder.stepped(trucks[truck], step, from: trucks[truck].joinedAt, to: now)
    }
  }

  // MARK: Time of day

  /// The line of those who wait for a time of day.
  private var clockLine: Int { places.count }

  /// The next instant at which a comparison of the time of day in a condition begins to hold.
  private mutating func nextInstant(of step: Int, after now: SimulatedTime) -> SimulatedTime? {
    let branch = branches[Int(steps[step].firstBranch)]
    let day = SimulatedTime.days(1).microseconds
    let midnight = now.microseconds / day * day
    var next: Int64?
    for index in Int(branch.firstTerm)..<Int(branch.firstTerm) + Int(branch.termCount)
    where terms[index].attribute == .timeOfDay {
      guard let start = terms[index].startOfDay, start < day else { continue }
      let today = midnight + start
      let instant = today > now.microseconds ? today : today + day
      next = min(next ?? instant, instant)
    }
    return next.map { SimulatedTime(microseconds: $0) }
  }

  private mutating func setAlarm(at time: SimulatedTime, on calendar: inout Calendar) {
    if let alarm = waiting.alarm {
      guard time < waiting.alarmTime else { return }
      calendar.cancel(alarm)
      pendingShifts -= 1
    }
    waiting.alarm = calendar.schedule(.alarm, at: time, rank: .other)
    waiting.alarmTime = time
    pendingShifts += 1
  }

  /// An instant has come at which a comparison of the time of day begins to hold.
  ///
  /// It is no event of the model: those who go on bring about their own.
  mutating func alarmRang(on calendar: inout Calendar) {
    pendingShifts -= 1
    waiting.alarm = nil
    noteChange(ofLine: clockLine)
    settle(on: &calendar)
    var next: SimulatedTime?
    var watch = waiting.lines[clockLine].head
    while watch != nobody {
      let step = Int(trucks[Int(waiting.watches[Int(watch)].truck)].step)
      if let time = nextInstant(of: step, after: calendar.now) { next = min(next ?? time, time) }
      watch = waiting.watches[Int(watch)].next
    }
    if let next { setAlarm(at: next, on: &calendar) }
  }
}

extension ConditionTerm {
  /// The time of day at which a comparison begins to hold [µs]; nil where none begins.
  var startOfDay: Int64? {
    switch comparison {
    case .equal, .atLeast: value
    case .less: value > 0 ? 0 : nil
    case .atMost: 0
    case .greater: value + 1
    case .notEqual: (value + 1) % SimulatedTime.days(1).microseconds
    }
  }
}
