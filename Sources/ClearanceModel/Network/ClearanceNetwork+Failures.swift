import EventSimulation
import RandomVariates

/// Servers that fail and are repaired, each for itself.
///
/// A broken server counts as not open. Of the others as many are open as the clock says, so that a
/// server that works takes the place of a broken one as far as there are any. Who is served by a
/// server that fails goes to the head of the queue and resumes; a truck that is blocked stays.
extension ClearanceNetwork {
  /// Puts the first failures on the calendar where servers age at any time.
  mutating func startAging(at place: Int, on calendar: inout Calendar) {
    for server in servers(of: place) {
      servers[server].remaining = drawUptime(of: server)
      if servers[server].countsIdleTime { postFailure(of: server, on: &calendar) }
    }
  }

  /// The first server that is free and works begins to serve a truck.
  mutating func occupy(_ truck: Int, at place: Int, on calendar: inout Calendar) {
    for server in servers(of: place)
    where servers[server].truck == nobody && !servers[server].isBroken {
      servers[server].truck = UInt32(truck)
      if !servers[server].countsIdleTime { postFailure(of: server, on: &calendar) }
      return
    }
    preconditionFailure("no server of place \(place) is free for truck \(trucks[truck].number)")
  }

  /// A truck whose service stops gives its server up, which ages no longer.
  mutating func stopAging(_ truck: Int, at place: Int, on calendar: inout Calendar) {
    guard let server = server(of: truck, at: place) else { return }
    if !servers[server].countsIdleTime, !servers[server].isBroken {
      if let failure = servers[server].failure { calendar.cancel(failure) }
      servers[server].remaining = servers[server].failsAt - calendar.now
    }
    vacate(truck, at: place)
  }

  /// A truck gives its server up.
  mutating func vacate(_ truck: Int, at place: Int) {
    guard let server = server(of: truck, at: place) else { return }
    servers[server].truck = nobody
    if servers[server].isBroken { changeBroken(at: place, by: 1) }
  }

  /// A blocked truck keeps the server that it had.
  mutating func stay(_ truck: Int, on server: Int) {
    servers[server].truck = UInt32(truck)
  }

  /// The server that serves a truck, or that it holds.
  func server(of truck: Int, at place: Int) -> Int? {
    for server in servers(of: place) where servers[server].truck == UInt32(truck) { return server }
    return nil
  }

  /// A server fails.
  mutating func failed(_ server: Int, on calendar: inout Calendar) {
    let place = Int(servers[server].place)
    let now = calendar.now
    noteState(.failure, server, at: now)
    if servers[server].countsIdleTime { pendingShifts -= 1 }
    servers[server].isBroken = true
    servers[server].failures &+= 1
    let repair = draw(servers[server].repair, .repair, of: server)
    calendar.post(.repair(server: UInt32(server)), at: now + repair, rank: .state)
    pendingRepairs += 1
    let truck = servers[server].truck
    if truck == nobody {
      changeBroken(at: place, by: 1)
    } else if let index = inService[place].firstIndex(where: { $0.truck == truck }) {
      // Giving the server up counts it as broken.
      interrupt(index, at: place, on: &calendar)
    }
    keepOpenWhileBusy(at: place, now)
    serveNext(at: place, on: &calendar)
    settle(on: &calendar)
  }

  /// A server works again.
  mutating func repaired(_ server: Int, on calendar: inout Calendar) {
    let place = Int(servers[server].place)
    noteState(.repair, server, at: calendar.now)
    pendingRepairs -= 1
    servers[server].isBroken = false
    if servers[server].truck == nobody { changeBroken(at: place, by: -1) }
    servers[server].remaining = drawUptime(of: server)
    if servers[server].countsIdleTime { postFailure(of: server, on: &calendar) }
    keepOpenWhileBusy(at: place, calendar.now)
    serveNext(at: place, on: &calendar)
    settle(on: &calendar)
    findDeadlock(at: place)
  }

  /// Whether somebody waits where a server is under repair, or in another lane there.
  mutating func repairsMayHelp() -> Bool {
    for server in 0..<servers.count where servers[server].isBroken {
      let station = Int(places[Int(servers[server].place)].station)
      if places[station].waiting > 0 { return true }
    }
    return false
  }

  private func servers(of place: Int) -> Range<Int> {
    let first = Int(places[place].firstServer)
    return first..<first + Int(places[place].serverCount)
  }

  private mutating func postFailure(of server: Int, on calendar: inout Calendar) {
    let time = calendar.now + min(servers[server].remaining, .never - calendar.now)
    servers[server].failsAt = time
    if servers[server].countsIdleTime { pendingShifts += 1 }
    servers[server].failure = calendar.schedule(
      .failure(server: UInt32(server)),
      at: time,
      rank: .state
    )
  }

  private mutating func drawUptime(of server: Int) -> SimulatedTime {
    draw(servers[server].uptime, .failure, of: server)
  }

  private mutating func draw(_ sampler: UInt16, _ kind: EventKind, of server: Int) -> SimulatedTime
  {
    let state = servers[server]
    let unit = random.unit(
      at: DrawAddress(
        flow: UInt32(truncatingIfNeeded: placeHashes[Int(state.place)]),
        truck: state.number,
        step: kind == .failure ? failureStep : repairStep,
        jumps: state.failures & 0xff_ffff,
        block: 0
      )
    )
    let drawn = samplers.value(Int(sampler), unit: unit, row: UInt64(state.failures))
    return SimulatedTime(rounding: min(max(drawn, 0), 0x1p53))
  }

  private mutating func changeBroken(at place: Int, by amount: Int32) {
    places[place].broken &+= amount
    updateOpen(at: place)
  }

  private mutating func noteState(_ kind: EventKind, _ server: Int, at now: SimulatedTime) {
    fingerprint.combine(
      time: now,
      kind: kind.rawValue,
      entity: UInt64(servers[server].number),
      place: placeHashes[Int(servers[server].place)]
    )
  }
}

/// One server of a place where servers fail.
struct ServerState: BitwiseCopyable {
  let place: UInt16
  /// Number within its place, from 1.
  let number: UInt32
  /// Distributions of the times to failure and to repair.
  let uptime: UInt16
  let repair: UInt16
  let countsIdleTime: Bool
  var isBroken = false
  /// Whom it serves, or who holds it while blocked.
  var truck = nobody
  /// How often it has failed.
  var failures: UInt32 = 0
  /// Time to the next failure, while it does not age.
  var remaining = SimulatedTime.zero
  /// When it fails, while it ages.
  var failsAt = SimulatedTime.never
  var failure: EventHandle?

  init(place: Int, number: Int, _ plan: FailurePlan) {
    self.place = UInt16(place)
    self.number = UInt32(number)
    uptime = UInt16(plan.uptime)
    repair = UInt16(plan.repair)
    countsIdleTime = plan.countsIdleTime
  }
}
