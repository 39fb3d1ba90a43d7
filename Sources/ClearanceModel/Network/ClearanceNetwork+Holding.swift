import EventSimulation
import OutputAnalysis

/// Servers that a truck seizes, keeps over several steps and gives back.
extension ClearanceNetwork {
  /// A truck comes to a station to seize servers.
  ///
  /// - Returns: whether it has them at once.
  mutating func joinToSeize(
    _ truck: Int,
    _ step: Int,
    on calendar: inout Calendar
  ) -> Bool {
    let now = calendar.now
    let place = enter(truck, step, at: now)
    if places[place].waiting == 0, places[place].free >= Int32(steps[step].count) {
      hold(truck, at: place, count: steps[step].count, now)
      return true
    }
    enqueue(truck, at: place, on: now)
    if steps[step].patience != StepPlan.none { startPatience(truck, step, on: &calendar) }
    serveIfFree(place)
    return false
  }

  /// A truck takes hold of servers.
  mutating func hold(_ truck: Int, at place: Int, count: UInt16, _ now: SimulatedTime) {
    changeBusy(at: place, by: Int32(count), now)
    makeGood(truck)
    var holding = Holding(
      joinedAt: trucks[truck].joinedAt,
      startedAt: now,
      next: trucks[truck].holdings,
      place: UInt16(place),
      count: count
    )
    if places[place].hasTeams { holding.team = takeMember(at: place, now) }
    if freeHolding == nobody {
      holdings.append(holding)
      trucks[truck].holdings = UInt32(holdings.count - 1)
    } else {
      let slot = Int(freeHolding)
      freeHolding = holdings[slot].next
      holdings[slot] = holding
      trucks[truck].holdings = UInt32(slot)
    }
    if recorder.keepsSteps {
      let step = steps[Int(trucks[truck].step)]
      recorder.stepped(trucks[truck], step, from: trucks[truck].joinedAt, to: now)
    }
  }

  /// A truck gives back what it holds of a station, or what it took last; nothing held is nothing
  /// to give.
  ///
  /// With a count it gives back so many servers, those taken last before others; 0 is all.
  mutating func release(
    _ truck: Int,
    station: UInt16?,
    count: UInt16 = 0,
    at now: SimulatedTime
  ) {
    var left = count == 0 ? UInt16.max : count
    var previous = nobody
    var slot = trucks[truck].holdings
    while slot != nobody, left > 0 {
      let holding = holdings[Int(slot)]
      let next = holding.next
      if station == nil || places[Int(holding.place)].station == station {
        if count > 0, holding.count > left {
          release(left, of: Int(slot), at: now)
          return
        }
        if count > 0 { left -= holding.count }
        if previous == nobody {
          trucks[truck].holdings = next
        } else {
          holdings[Int(previous)].next = next
        }
        holdings[Int(slot)].next = freeHolding
        freeHolding = slot
        end(holding, of: truck, at: now)
        if station == nil { return }
      } else {
        previous = slot
      }
      slot = next
    }
  }

  /// Gives back some of the servers of a holding; the visit lasts until the last of them.
  private mutating func release(_ count: UInt16, of slot: Int, at now: SimulatedTime) {
    let place = Int(holdings[slot].place)
    let length = (now - holdings[slot].startedAt).microseconds
    changeBusy(at: place, by: -Int32(count), now)
    statistics.ledgers[place].serverTime += Int128(count) * Int128(length)
    holdings[slot].count -= count
    freed.append(UInt16(place))
  }

  private mutating func end(_ holding: Holding, of truck: Int, at now: SimulatedTime) {
    let place = Int(holding.place)
    changeBusy(at: place, by: -Int32(holding.count), now)
    if holding.team != noTeam { changeBusy(ofTeam: Int(holding.team), by: -1, now) }
    changePresent(at: place, by: -1, now)
    noteVisit(
      truck,
      at: place,
      joinedAt: holding.joinedAt,
      startedAt: holding.startedAt,
      service: now - holding.startedAt,
      blocked: .zero,
      servers: Int32(holding.count),
      now
    )
    freed.append(holding.place)
  }
}
