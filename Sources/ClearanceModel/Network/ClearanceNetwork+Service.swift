import ClearanceRecords
import EventSimulation
import OutputAnalysis

/// Service at a place: join, start, end.
extension ClearanceNetwork {
  /// A truck comes to a station that it has claimed, and is served at once or waits.
  mutating func join(_ truck: Int, _ step: Int, on calendar: inout Calendar) {
    let place = enter(truck, step, at: calendar.now)
    if places[place].waiting == 0, places[place].free > 0, places[place].leastTogether == 1 {
      startService(truck, at: place, on: &calendar)
    } else {
      enqueue(truck, at: place, on: calendar.now)
      if steps[step].patience != StepPlan.none { startPatience(truck, step, on: &calendar) }
      serveIfFree(place)
    }
  }

  /// Lets a place with a free server ask whose turn it is, after somebody has joined its queue.
  ///
  /// There is one while those who wait want more servers than are free; by class, or in a queue
  /// where the last comer is first, the turn may be with the newcomer.
  mutating func serveIfFree(_ place: Int) {
    if places[place].free > 0 || places[place].isPreemptive { freed.append(UInt16(place)) }
  }

  /// Notes that a truck has come to a station, and finds its lane.
  mutating func enter(_ truck: Int, _ step: Int, at now: SimulatedTime) -> Int {
    let station = Int(steps[step].place)
    if places[station].capacity != .max { places[station].reserved -= 1 }
    let place = places[station].laneCount == 0 ? station : chooseLane(truck, step)
    changePresent(at: place, by: 1, now)
    if place != station { places[place].arrivals += 1 }
    trucks[truck].come(to: place, at: now)
    return place
  }

  /// A server begins, or resumes, to serve a truck.
  mutating func startService(_ truck: Int, at place: Int, on calendar: inout Calendar) {
    let now = calendar.now
    let length: SimulatedTime
    if trucks[truck].flags & TruckFlag.resumes != 0 {
      length = trucks[truck].resumeService(at: now)
    } else {
      length = duration(truck, Int(trucks[truck].step), at: now)
      trucks[truck].beginService(at: now)
    }
    changeBusy(at: place, by: 1, now)
    if places[place].hasTeams { takeMember(for: truck, at: place, now) }
    let event = Event.serviceEnd(truck: UInt32(truck))
    if places[place].tracksService {
      if places[place].serverCount > 0 { occupy(truck, at: place, on: &calendar) }
      let handle = calendar.schedule(event, at: now + length, rank: .completion)
      let serving = Serving(truck: UInt32(truck), end: now + length, handle: handle)
      inService[place].append(serving)
    } else {
      calendar.post(event, at: now + length, rank: .completion)
    }
  }

  /// A service is over.
  mutating func serviceEnded(_ truck: Int, on calendar: inout Calendar) {
    let now = calendar.now
    let place = Int(trucks[truck].place)
    guard places[place].together == 1 else {
      serviceTogetherEnded(truck, at: place, on: &calendar)
      return
    }
    note(.serviceEnd, truck: truck, place: placeHashes[place], at: now)
    trucks[truck].flags &= ~TruckFlag.isServed
    makeGood(truck)
    changeBusy(at: place, by: -1, now)
    let hasTeams = places[place].hasTeams
    if hasTeams { freeMember(of: truck, now) }
    changePresent(at: place, by: -1, now)
    let server = places[place].serverCount > 0 ? server(of: truck, at: place) : nil
    if places[place].tracksService { endTracking(truck, at: place, on: &calendar) }
    let service = trucks[truck].served + (now - trucks[truck].startedAt)
    let step = Int(trucks[truck].step)
    if recorder.keepsSteps {
      recorder.stepped(trucks[truck], steps[step], from: trucks[truck].joinedAt, to: now)
    }
    let next: UInt16
    if places[place].mayBeBlocked {
      next = claimOrKeep(truck, at: place, server, after: service, on: &calendar)
    } else {
      noteVisit(truck, at: place, after: service, now)
      next = claimNext(truck, from: steps[step].next, on: &calendar)
    }
    // Who serves for a team goes, also where the truck stays.
    if next != heldStep || hasTeams { serveNext(at: place, on: &calendar) }
    serveFreed(on: &calendar)
    goOn(truck, to: next, on: &calendar)
    settle(on: &calendar)
  }

  /// A truck whose service is over claims its next place, or keeps its server until there is room.
  private mutating func claimOrKeep(
    _ truck: Int,
    at place: Int,
    _ server: Int?,
    after service: SimulatedTime,
    on calendar: inout Calendar
  ) -> UInt16 {
    let now = calendar.now
    let before = trucks[truck]
    leaving = places[place].station
    let next = claimNext(truck, from: steps[Int(before.step)].next, on: &calendar)
    leaving = noPlace
    if next == heldStep {
      if let server { stay(truck, on: server) }
      keepServer(truck, at: place, after: service, now)
    } else {
      noteVisit(truck, at: place, after: service, now)
    }
    return next
  }

  /// Notes a visit that ends with its service.
  @inline(__always)
  private mutating func noteVisit(
    _ truck: Int,
    at place: Int,
    after service: SimulatedTime,
    _ now: SimulatedTime
  ) {
    noteVisit(
      truck,
      at: place,
      joinedAt: trucks[truck].joinedAt,
      startedAt: trucks[truck].firstStartedAt,
      service: service,
      blocked: .zero,
      servers: 1,
      now
    )
  }

  /// The free servers of a place take those whose turn it is.
  ///
  /// Who asks for more servers than are free keeps the rest waiting: a small request never
  /// overtakes a large one.
  mutating func serveNext(at place: Int, on calendar: inout Calendar) {
    guard places[place].together == 1 else {
      serveTogether(at: place, on: &calendar)
      return
    }
    guard !places[place].hasTeams else {
      serveWithTeams(of: place, on: &calendar)
      return
    }
    while places[place].waiting > 0 {
      guard places[place].free > 0 || makesWay(at: place, on: &calendar) else { return }
      let truck = nextWaiting(at: place)
      let step = Int(trucks[truck].step)
      if steps[step].kind == .seize {
        let count = steps[step].count
        guard Int32(count) <= places[place].free else { return }
        if steps[step].isPart {
          guard isNextEverywhere(truck) else { return }
          let parent = companions[truck].parentSlot
          if places[place].linksBack { endPatience(Int(parent), on: &calendar) }
          takeJointly(Int(parent), at: calendar.now)
          ready.append(parent)
          continue
        }
        if places[place].linksBack { endPatience(truck, on: &calendar) }
        dequeue(truck, at: place, on: calendar.now)
        hold(truck, at: place, count: count, calendar.now)
        ready.append(UInt32(truck))
      } else {
        if places[place].linksBack { endPatience(truck, on: &calendar) }
        dequeue(truck, at: place, on: calendar.now)
        startService(truck, at: place, on: &calendar)
      }
    }
  }

  /// Servers become busy or idle, at the place and at the station of a lane.
  mutating func changeBusy(at place: Int, by amount: Int32, _ now: SimulatedTime) {
    let time = now.microseconds
    lastTruckEvent = now
    places[place].changeBusy(by: amount, at: time)
    if places[place].free <= 0 { keepOpenWhileBusy(at: place, now) }
    if places[place].isLane {
      let station = Int(places[place].station)
      places[station].changeBusy(by: amount, at: time)
      if places[place].jockeys { uneven.append(UInt16(station)) }
    }
  }

  /// A truck comes to a place or leaves it, which may make room for those who are blocked.
  @inline(__always)
  mutating func changePresent(at place: Int, by amount: Int64, _ now: SimulatedTime) {
    places[place].present.change(by: amount, at: now.microseconds)
    let station = Int(places[place].station)
    if station != place { places[station].present.change(by: amount, at: now.microseconds) }
    if amount < 0 { noteRoom(at: station) }
    if places[place].isWatched { noteChange(at: place) }
  }

  /// Notes what a visit, of service or of holding, was like that ends now.
  mutating func noteVisit(
    _ truck: Int,
    at place: Int,
    joinedAt: SimulatedTime,
    startedAt: SimulatedTime,
    service: SimulatedTime,
    blocked: SimulatedTime,
    servers: Int32,
    _ now: SimulatedTime
  ) {
    let station = Int(places[place].station)
    places[place].departures += 1
    if station != place { places[station].departures += 1 }
    let sojourn = now - joinedAt
    let wait = sojourn - service - blocked
    let cell = place * classCount + Int(trucks[truck].classIndex)
    statistics.visits[cell].add(wait: wait, service: service, sojourn: sojourn)
    if places[place].mayBeBlocked { statistics.blocked[cell].add(blocked.microseconds) }
    if servers != 1 {
      statistics.ledgers[place].serverTime +=
        Int128(servers - 1) * Int128(service.microseconds)
    }
    let peakHour = places[place].peakHour
    if peakHour >= 0 {
      if joinedAt.hourOfDay == peakHour { statistics.visits[cell].addInPeakHour(wait: wait) }
      if now.hourOfDay == peakHour {
        places[place].peakDepartures += 1
        if station != place { places[station].peakDepartures += 1 }
      }
    }
    if recorder.keepsWaits { keep(wait, at: place, joinedAt: joinedAt) }
    if recorder.keepsPassages {
      recorder.passed(
        trucks[truck],
        station: station,
        place: place,
        .completed,
        joinedAt: joinedAt,
        startedAt: startedAt,
        endedAt: now - blocked,
        leftAt: now
      )
    }
  }
}

extension ClearanceNetwork {
  /// Keeps a wait for the row of its interval, and for the clock hour in which the truck came.
  private mutating func keep(_ wait: SimulatedTime, at place: Int, joinedAt: SimulatedTime) {
    if recorder.keepsIntervals { recorder.intervalWaits[place].append(wait.microseconds) }
    let station = Int(places[place].station)
    for (index, hourly) in recorder.hourlyPlaces.enumerated()
    where hourly == place || hourly == station {
      statistics.hourWaits[index * 24 + Int(joinedAt.hourOfDay)].add(wait.microseconds)
    }
  }
}

extension SimulatedTime {
  /// The clock hour, 0 to 23, of a time counted from midnight.
  var hourOfDay: Int64 { microseconds / 3_600_000_000 % 24 }
}
