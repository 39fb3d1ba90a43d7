import ClearanceRecords
import EventSimulation
import OutputAnalysis

/// What happens between events: intervals, observations, the end of the warm-up.
extension Replication {
  /// Passes the next mark.
  ///
  /// - Returns: whether the run is over.
  mutating func takeMark() -> Bool {
    let time = marks.next
    let due = marks.pass()
    if due.closesInterval { closeInterval(at: time) }
    if due.endsWarmUp, isAwaitingState { placeStartingState() }
    if due.observes { observe(at: time) }
    if due.samples { sample() }
    if due.endsBatch { endBatch(at: time) }
    if due.endsWarmUp { endWarmUp(at: time) }
    return due.ends || !placementFaults.isEmpty
  }

  /// Notes all levels.
  private mutating func observe(at time: SimulatedTime) {
    let places = plan.places.indices
    simulation.model.statistics.observations.append(
      LevelObservation(
        time: time,
        queue: places.map { simulation.model.places[$0].queue.level },
        present: places.map { simulation.model.places[$0].present.level },
        zonePresent: simulation.model.statistics.zonePresent.level
      )
    )
  }

  /// Measures the batch that ends now, and forgets it as the warm-up is forgotten.
  private mutating func endBatch(at time: SimulatedTime) {
    measureBatch(until: time)
    endWarmUp(at: time)
    batchStart = time
  }

  /// Takes a sample of the numbers waiting and present.
  private mutating func sample() {
    for index in plan.places.indices {
      let (queue, present) = (
        simulation.model.places[index].queue.level, simulation.model.places[index].present.level
      )
      simulation.model.statistics.samples.add(place: index, queue: queue, present: present)
    }
    let inside = simulation.model.statistics.zonePresent.level
    simulation.model.statistics.samples.add(inside: inside)
  }

  /// Forgets what has been observed so far; the conservation laws keep its sums.
  private mutating func endWarmUp(at time: SimulatedTime) {
    let now = time.microseconds
    for index in plan.places.indices {
      let place = simulation.model.places[index]
      simulation.model.statistics.ledgers[index].queueArea += place.queue.area(until: now)
      simulation.model.statistics.ledgers[index].busyArea += place.busyServers.area(until: now)
      intervalBases[index].subtract(place, at: now)
      simulation.model.places[index].queue.reset(at: now)
      simulation.model.places[index].present.reset(at: now)
      simulation.model.places[index].busyServers.reset(at: now)
      simulation.model.places[index].openServers.reset(at: now)
      if simulation.model.blocking.count > 0 {
        simulation.model.blocking[index].held.reset(at: now)
      }
      simulation.model.places[index].arrivals = 0
      simulation.model.places[index].departures = 0
      simulation.model.places[index].peakDepartures = 0
      simulation.model.places[index].lost = 0
    }
    for team in 0..<simulation.model.teams.count {
      simulation.model.teams[team].busyMembers.reset(at: now)
      simulation.model.teams[team].present.reset(at: now)
      simulation.model.teams[team].overtime.reset(at: now)
    }
    for road in 0..<simulation.model.roads.count {
      simulation.model.roads[road].length.reset(at: now)
      simulation.model.roads[road].beyond.reset(at: now)
    }
    let area = simulation.model.statistics.zonePresent.area(until: now)
    simulation.model.statistics.presentAreaBefore += area
    simulation.model.statistics.zonePresent.reset(at: now)
    simulation.model.statistics.reset()
    if simulation.model.hasPapers { simulation.model.register.beginObservation(at: time) }
  }

  /// Records the interval that ends now, for every place.
  mutating func closeInterval(at time: SimulatedTime) {
    for index in plan.places.indices {
      let waits = collectWaits(of: index)
      let place = simulation.model.places[index]
      simulation.model.recorder.append(
        intervalBases[index].row(
          place,
          index,
          from: intervalStart,
          to: time,
          waits: waits,
          hasLimit: place.openByClock != .max
        )
      )
      intervalBases[index] = IntervalBase(place, at: time.microseconds)
      simulation.model.places[index].intervalQueueMax = Int32(place.queue.level)
    }
    for index in plan.places.indices {
      simulation.model.recorder.intervalWaits[index].removeAll(keepingCapacity: true)
    }
    if simulation.model.hasPapers {
      // Papers have no row for the microsecond that holds what ends a run at the start of an interval.
      simulation.model.register.endInterval(
        startedAt: intervalStart,
        at: min(time, endedAt ?? time)
      )
      simulation.model.recorder.take(&simulation.model.register.levelRows)
    }
    intervalStart = time
  }

  /// Mean, median and 95th percentile of the waits at a place, or of its lanes together.
  private mutating func collectWaits(of index: Int) -> WaitSummary {
    scratch.removeAll(keepingCapacity: true)
    if plan.places[index].hasServers {
      scratch.append(contentsOf: simulation.model.recorder.intervalWaits[index])
    } else {
      for lane in plan.places[index].lanes {
        scratch.append(contentsOf: simulation.model.recorder.intervalWaits[lane])
      }
    }
    return WaitSummary(&scratch)
  }
}

/// The waits of one place and interval.
struct WaitSummary {
  var mean: Int64 = -1
  var median: Int64 = -1
  var p95: Int64 = -1

  /// Exact; the order of the buffer changes.
  init(_ waits: inout [Int64]) {
    guard let quantiles = ExactQuantiles.selectQuantiles(0.5, 0.95, of: &waits) else { return }
    var sum: Int128 = 0
    for wait in waits { sum += Int128(wait) }
    let count = Int128(waits.count)
    mean = Int64((sum + count / 2) / count)
    median = quantiles.lower
    p95 = quantiles.upper
  }
}

extension IntervalBase {
  /// The present state as the beginning of an interval.
  init(_ place: PlaceState, at now: Int64) {
    arrivals = place.arrivals
    departures = place.departures
    lost = place.lost
    queueArea = place.queue.area(until: now)
    busyArea = place.busyServers.area(until: now)
    openArea = place.openServers.area(until: now)
  }

  /// Keeps differences right while the place's counts and areas go back to zero.
  mutating func subtract(_ place: PlaceState, at now: Int64) {
    arrivals -= place.arrivals
    departures -= place.departures
    lost -= place.lost
    queueArea -= place.queue.area(until: now)
    busyArea -= place.busyServers.area(until: now)
    openArea -= place.openServers.area(until: now)
  }

  /// What has happened at a place since the interval began.
  func row(
    _ place: PlaceState,
    _ index: Int,
    from start: SimulatedTime,
    to end: SimulatedTime,
    waits: WaitSummary,
    hasLimit: Bool
  ) -> IntervalRow {
    let now = end.microseconds
    let length = end - start
    let queue = place.queue.area(until: now) - queueArea
    let busy = place.busyServers.area(until: now) - busyArea
    let open = place.openServers.area(until: now) - openArea
    return IntervalRow(
      place: UInt16(index),
      startsAt: start,
      length: length,
      arrivals: place.arrivals - arrivals,
      departures: place.departures - departures,
      lost: place.lost - lost,
      queueMean: Double(nearest: queue) / Double(length.microseconds),
      queueMax: Int64(place.intervalQueueMax),
      busyShare: hasLimit && open > 0 ? Double(nearest: busy) / Double(nearest: open) : .nan,
      waitMean: waits.mean,
      waitP50: waits.median,
      waitP95: waits.p95
    )
  }
}
