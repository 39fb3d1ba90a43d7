import EventSimulation
import OutputAnalysis

/// Where a place stands in its schedule.
struct ShiftCursor {
  let shifts: [Shift]
  let period: SimulatedTime?
  /// The shift that takes effect next, and the round it belongs to.
  var next = 1
  var round: Int64 = 0
  /// The number of servers that the change on the calendar brings.
  var upcoming: Int32 = 0

  /// Whether a change of the number of servers is still to come.
  private(set) var isPending = false

  init(_ servers: ServerPlan) {
    guard case .shifts(let shifts, let period, _) = servers else {
      self.shifts = []
      period = nil
      return
    }
    self.shifts = shifts
    self.period = period
  }

  /// Moves to the next change of the number of servers.
  ///
  /// - Returns: its time, or nil when none follows.
  mutating func advance() -> SimulatedTime? {
    isPending = false
    guard shifts.count > 1 else { return nil }
    if next == shifts.count {
      guard period != nil else { return nil }
      next = 0
      round += 1
    }
    let shift = shifts[next]
    next += 1
    let base = (period?.microseconds ?? 0) * round
    upcoming = Int32(clamping: shift.count)
    isPending = true
    return SimulatedTime(microseconds: base + shift.from.microseconds)
  }
}

/// Openings and closings by the clock.
extension ClearanceNetwork {
  /// Puts the next change of a place's servers on the calendar.
  mutating func postShift(of place: Int, on calendar: inout Calendar) {
    guard let time = shifts[place].advance() else { return }
    pendingShifts += 1
    calendar.post(.shift(place: UInt16(place)), at: time, rank: .state)
  }

  /// The number of open servers changes.
  mutating func shiftChanged(_ place: Int, on calendar: inout Calendar) {
    let now = calendar.now
    pendingShifts -= 1
    let count = shifts[place].upcoming
    let opens = count > places[place].openByClock
    fingerprint.combine(
      time: now,
      kind: (opens ? EventKind.opening : .closing).rawValue,
      entity: UInt64(count),
      place: placeHashes[place]
    )
    places[place].openByClock = count
    updateOpen(at: place)
    if places[place].returnsToQueue {
      while places[place].free < 0, let index = firstToGo(at: place) {
        interrupt(index, at: place, on: &calendar)
      }
    }
    keepOpenWhileBusy(at: place, now)
    postShift(of: place, on: &calendar)
    serveNext(at: place, on: &calendar)
    settle(on: &calendar)
    findDeadlock()
  }

  /// As many servers are open as the clock says and as work.
  mutating func updateOpen(at place: Int) {
    let clock = places[place].openByClock
    places[place].open =
      places[place].serverCount == 0
      ? clock : min(clock, places[place].serverCount - places[place].broken)
    if places[place].hasTeams { updateFree(at: place) }
    if places[place].jockeys { uneven.append(places[place].station) }
    if places[place].isWatched { noteChange(at: place) }
    if places[place].isOutage { noteOutage(at: place) }
  }

  /// A server that closes later than the clock says, because it is busy, counts as open.
  mutating func keepOpenWhileBusy(at place: Int, _ now: SimulatedTime) {
    let open = places[place].ownOpen
    guard open != .max else { return }
    let level = Int64(max(open, places[place].busy))
    let change = level - places[place].openServers.level
    guard change != 0 else { return }
    places[place].openServers.change(by: change, at: now.microseconds)
    if places[place].isLane {
      places[Int(places[place].station)].openServers.change(by: change, at: now.microseconds)
    }
  }
}
