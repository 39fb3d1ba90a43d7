import EventSimulation
import OutputAnalysis

/// The laws that every run obeys exactly, checked at its end.
///
/// They cost one pass over places and trucks inside, and so are checked in release builds too: a
/// result that breaks one is a fault of ours and must not be reported.
extension Replication {
  /// Traps with the two sides of the law that does not hold.
  mutating func checkConservation(at end: SimulatedTime) {
    let statistics = simulation.model.statistics
    var counts = statistics.countsBefore
    for flow in statistics.flowCounts { counts.merge(flow) }
    let inside = statistics.zonePresent.level + simulation.model.announced
    require(
      Int128(counts.arrivals),
      Int128(counts.departures + counts.lost + counts.reneged + inside),
      "trucks in = trucks out + turned away + reneged + inside"
    )

    let members = simulation.model.familyMembers()
    require(members.counted, members.known, "members of families = those who have a family")

    var stays = statistics.staysEnded
    var waits = statistics.ledgers.map(\.waits)
    var serverTime = statistics.ledgers.map(\.serverTime)
    for place in waits.indices where plan.places[place].hasServers {
      let classCount = plan.classes.count
      for cell in place * classCount..<(place + 1) * classCount {
        waits[place] += statistics.visits[cell].wait.tally.sum
        waits[place] += statistics.visits[cell].renegedWait.tally.sum
        serverTime[place] += statistics.visits[cell].service.tally.sum
      }
    }
    for slot in 0..<simulation.model.trucks.count {
      let truck = simulation.model.trucks[slot]
      guard truck.flags & TruckFlag.isInside != 0 else { continue }
      if truck.flags & TruckFlag.isCompanion == 0, let began = simulation.model.timeBegan(slot) {
        stays += length(from: began, to: end)
      }
      addUnfinished(truck, &waits, &serverTime, at: end)
    }

    let now = end.microseconds
    require(
      statistics.presentAreaBefore + statistics.zonePresent.area(until: now),
      stays,
      "Little's law: area of the number inside = sum of stays"
    )
    checkTeams(at: end)
    for place in waits.indices where plan.places[place].hasServers {
      let state = simulation.model.places[place]
      require(
        statistics.ledgers[place].queueArea + state.queue.area(until: now),
        waits[place],
        "Little's law: area of the queue = sum of waits"
      )
      require(
        statistics.ledgers[place].busyArea + state.busyServers.area(until: now),
        serverTime[place],
        "busy time = sum of services"
      )
    }
  }

  /// What members of teams work is what the servers work beside which they stand.
  private mutating func checkTeams(at end: SimulatedTime) {
    guard !plan.teams.isEmpty else { return }
    let now = end.microseconds
    var (members, servers) = (Int128(0), Int128(0))
    for team in plan.teams.indices {
      members += simulation.model.teams[team].busyMembers.area(until: now)
    }
    for place in plan.places.indices where simulation.model.places[place].hasTeams {
      servers += simulation.model.places[place].busyServers.area(until: now)
    }
    require(members, servers, "time at work of teams = busy time of their stations")
  }

  /// Adds what the visits that are not over have taken so far.
  private func addUnfinished(
    _ truck: Truck,
    _ waits: inout [Int128],
    _ serverTime: inout [Int128],
    at end: SimulatedTime
  ) {
    let place = Int(truck.place)
    let served = Int128(truck.served.microseconds)
    if truck.flags & TruckFlag.isWaiting != 0 {
      waits[place] += length(from: truck.joinedAt, to: end) - served
      serverTime[place] += served
    } else if truck.flags & TruckFlag.isServed != 0, truck.flags & TruckFlag.isBlocked != 0 {
      waits[place] += length(from: truck.joinedAt, to: truck.startedAt) - served
      serverTime[place] += served
    } else if truck.flags & TruckFlag.isServed != 0 {
      waits[place] += length(from: truck.joinedAt, to: truck.startedAt) - served
      // Those who are served together take one server, which counts with the last of them.
      if simulation.model.places[place].together == 1 || truck.next == nobody {
        serverTime[place] += served + length(from: truck.startedAt, to: end)
      }
    }
    var slot = truck.holdings
    while slot != nobody {
      let holding = simulation.model.holdings[Int(slot)]
      waits[Int(holding.place)] += length(from: holding.joinedAt, to: holding.startedAt)
      serverTime[Int(holding.place)] +=
        length(from: holding.startedAt, to: end) * Int128(holding.count)
      slot = holding.next
    }
  }

  private func length(from start: SimulatedTime, to end: SimulatedTime) -> Int128 {
    Int128((end - start).microseconds)
  }

  private func require(_ left: Int128, _ right: Int128, _ law: StaticString) {
    // A precondition would keep its message to itself in release builds.
    guard left == right else {
      fatalError("replication \(number) breaks \(law): \(left) and \(right)")
    }
  }
}
