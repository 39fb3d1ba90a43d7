import ClearanceModel
import ClearanceRecords
import EventSimulation

/// Why a truck waited, worked out from the visits of all trucks and from the opening hours.
struct WaitReasons {
  let names: RunNames
  /// Openings of the places by index; empty where they are not known.
  let servers: [ServerPlan]
  /// Visits and changes of documents of all trucks while this one waited somewhere.
  let others: RecordBatch
  /// When the run ended, for waits that did not.
  let end: SimulatedTime
  /// Whether a station can be held while its truck is elsewhere, by index; empty where that is not
  /// known.
  var isSeized: [Bool] = []
  /// How the places serve, by index; empty where that is not known.
  var traits: [TruckVisit.Traits] = []

  /// The visit with its reasons.
  func explain(_ visit: PassageRow) -> TruckVisit {
    let served = visit.lane == noPlace ? visit.place : visit.lane
    let wait = WaitReasons.wait(of: visit, end: end)
    let rivals =
      wait.length > .zero
      ? others.passages.filter {
        $0 != visit && $0.place == visit.place && $0.lane == visit.lane
          && $0.outcome != .turnedAway
      } : []
    let ahead = rivals.filter { isAhead($0, of: visit) }
    return TruckVisit(
      place: names.places[Int(served)].name,
      outcome: visit.outcome,
      arrivedAt: visit.arrivedAt,
      startedAt: visit.startedAt == .never ? nil : visit.startedAt,
      leftAt: visit.leftAt == .never ? nil : visit.leftAt,
      wait: wait.length,
      waitingAhead: ahead.count { $0.startedAt > visit.arrivedAt },
      inServiceAhead: ahead.count { $0.startedAt <= visit.arrivedAt },
      overtakers: rivals.count { $0.arrivedAt > visit.arrivedAt && $0.startedAt < wait.end },
      closures: closures(of: Int(served), during: wait),
      holders: rivals.compactMap { holder($0, during: wait) }
        .enumerated().sorted { ($1.element.time, $0.offset) < ($0.element.time, $1.offset) }
        .map(\.element),
      blocked: WaitReasons.blocked(of: visit),
      traits: Int(served) < traits.count ? traits[Int(served)] : TruckVisit.Traits()
    )
  }

  /// From the end of service to leaving, where both have come.
  private static func blocked(of visit: PassageRow) -> SimulatedTime {
    guard visit.endedAt != .never, visit.leftAt != .never else { return .zero }
    return visit.leftAt - visit.endedAt
  }

  /// A stretch of time.
  struct Span: Equatable {
    var start: SimulatedTime
    var end: SimulatedTime

    var length: SimulatedTime { end > start ? end - start : .zero }

    func overlap(_ other: Span) -> Span {
      Span(start: max(start, other.start), end: min(end, other.end))
    }
  }

  /// From coming to a place to the beginning of service; what never began lasts to the end.
  static func wait(of visit: PassageRow, end: SimulatedTime) -> Span {
    let last = visit.startedAt != .never ? visit.startedAt : min(visit.leftAt, end)
    return Span(start: visit.arrivedAt, end: max(last, visit.arrivedAt))
  }

  /// Whether a rival was there when the truck came; of those who came at the same instant who was
  /// served first.
  private func isAhead(_ rival: PassageRow, of visit: PassageRow) -> Bool {
    guard rival.leftAt > visit.arrivedAt else { return false }
    if rival.arrivedAt == visit.arrivedAt { return rival.startedAt < visit.startedAt }
    return rival.arrivedAt < visit.arrivedAt
  }

  /// A rival that had a server for some of the wait.
  private func holder(_ rival: PassageRow, during wait: Span) -> TruckVisit.Holder? {
    guard rival.startedAt != .never else { return nil }
    let held = wait.overlap(Span(start: rival.startedAt, end: rival.leftAt))
    guard held.length > .zero else { return nil }
    let elsewhere = elsewhere(of: rival, during: held)
    return TruckVisit.Holder(
      truck: "\(names.flows[Int(rival.flow)])#\(rival.truck)",
      time: held.length,
      elsewhere: elsewhere,
      documents: elsewhere.isEmpty ? [] : documents(of: rival, until: held.end)
    )
  }

  private func elsewhere(of rival: PassageRow, during held: Span) -> [TruckVisit.Elsewhere] {
    // Who is served in one branch may be elsewhere in another, which keeps nobody waiting.
    if Int(rival.place) < isSeized.count, !isSeized[Int(rival.place)] { return [] }
    return others.passages.compactMap { visit in
      guard visit.flow == rival.flow, visit.truck == rival.truck,
        visit.place != rival.place || visit.lane != rival.lane, visit.outcome != .turnedAway,
        visit.arrivedAt >= rival.startedAt, visit.arrivedAt < rival.leftAt
      else { return nil }
      let began = min(visit.startedAt, visit.leftAt)
      let waited = held.overlap(Span(start: visit.arrivedAt, end: began)).length
      let served = held.overlap(Span(start: began, end: visit.leftAt)).length
      guard waited > .zero || served > .zero else { return nil }
      let place = visit.lane == noPlace ? visit.place : visit.lane
      return TruckVisit.Elsewhere(
        place: names.places[Int(place)].name,
        waited: waited,
        served: served
      )
    }
  }

  /// What became of its documents from taking the server on.
  private func documents(
    of rival: PassageRow,
    until end: SimulatedTime
  ) -> [TruckVisit.Document] {
    others.transitions.compactMap { change in
      guard change.flow == rival.flow, change.truck == rival.truck, change.companion == 0,
        change.at >= rival.startedAt, change.at <= end
      else { return nil }
      let document = names.attributes[Int(change.document)]
      return TruckVisit.Document(name: document.name, state: document.words[Int(change.state)])
    }
  }

  /// The times within a wait in which the clock says that no server is open.
  private func closures(of place: Int, during wait: Span) -> [TruckVisit.Closure] {
    guard wait.length > .zero, place < servers.count else { return [] }
    var closures: [TruckVisit.Closure] = []
    for span in servers[place].closed(until: wait.end) {
      let part = wait.overlap(span)
      guard part.length > .zero else { continue }
      closures.append(
        TruckVisit.Closure(from: part.start, until: span.end < wait.end ? span.end : part.end)
      )
    }
    return closures
  }
}

extension ClearancePlan {
  /// The teams that serve at a place.
  private func teams(at place: Int) -> [TeamPlan] {
    teams.filter { $0.stations.contains(place) }
  }

  /// When each place is open: where one team alone serves at servers without hours, its shifts.
  var openings: [ServerPlan] {
    places.indices.map { index in
      let teams = teams(at: index)
      if teams.count != 1 { return places[index].servers }
      if case .shifts = places[index].servers { return places[index].servers }
      return teams[0].members
    }
  }

  /// How each place serves, as far as that tells why trucks wait.
  var traits: [TruckVisit.Traits] {
    places.indices.map { index in
      var traits = places[index].traits
      for team in teams(at: index) {
        if case .shifts(_, _, .returnToQueue) = team.members { traits.interrupts = true }
      }
      return traits
    }
  }
}

extension PlacePlan {
  /// How it serves, as far as that tells why trucks wait.
  var traits: TruckVisit.Traits {
    var traits = TruckVisit.Traits()
    if let together, together.isExact { traits.company = together.most }
    traits.fails = failures != nil
    traits.interrupts = isPreemptive || failures != nil
    if case .shifts(_, _, .returnToQueue) = servers { traits.interrupts = true }
    return traits
  }
}

extension ServerPlan {
  /// The stretches of time without an open server that begin before an instant.
  func closed(until end: SimulatedTime) -> [WaitReasons.Span] {
    switch self {
    case .unlimited: return []
    case .fixed(let count): return count > 0 ? [] : [.init(start: .zero, end: .never)]
    case .shifts(let shifts, let period, _):
      var closed: [WaitReasons.Span] = []
      var since: SimulatedTime?
      var base = SimulatedTime.zero
      while true {
        for shift in shifts {
          let from = base + shift.from
          if from >= end {
            if let since { closed.append(.init(start: since, end: from)) }
            return closed
          }
          if shift.count == 0 {
            since = since ?? from
          } else if let start = since {
            closed.append(.init(start: start, end: from))
            since = nil
          }
        }
        guard let period, period > .zero else { break }
        base = base + period
      }
      if let since { closed.append(.init(start: since, end: .never)) }
      return closed
    }
  }
}
