import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis

// What laws add up, in one place: a new way to leave is a term more here.

extension FlowCounts {
  /// Trucks that left.
  var balance: Int64 { departures + lost + reneged }

  var byOutcome: [(Outcome, Int64)] {
    [(.completed, departures), (.turnedAway, lost), (.reneged, reneged)]
  }
}

extension PlaceStatistics {
  /// Visits that did not end served.
  var gaveUp: Int64 { lost + reneged }

  var byOutcome: [(Outcome, Int64)] {
    [(.completed, departures), (.turnedAway, lost), (.reneged, reneged)]
  }

  /// Time for which the trucks of a class kept a server after service.
  func blockedSum(_ classIndex: Int) -> Int128 {
    blocked.isEmpty ? 0 : blocked[classIndex].tally.sum
  }

  /// All waiting of visits that are over.
  var waited: Int128 { visits.reduce(0) { $0 + $1.wait.tally.sum + $1.renegedWait.tally.sum } }
}

extension VisitStatistics {
  /// The parts of a sojourn.
  var parts: Int128 { wait.tally.sum + service.tally.sum }
}

extension ReplicationStatistics {
  /// Every sum, count and area, to be compared bit for bit.
  var digest: [Int128] {
    var numbers: [Int128] = [Int128(fingerprint.value), Int128(end.microseconds), Int128(inside)]
    func add(_ tally: DurationTally) {
      numbers += [Int128(tally.count), tally.sum, Int128(tally.maximum)]
      numbers.append(Int128(truncatingIfNeeded: tally.sumOfSquares))
    }
    func add(_ level: LevelTally) {
      numbers += [level.area, level.squareArea, Int128(level.level), Int128(level.maximum)]
    }
    for place in places {
      for level in [place.queue, place.present, place.busy, place.open] { add(level) }
      numbers += [place.arrivals, place.departures, place.lost].map { Int128($0) }
      if let held = place.held { add(held) }
      for blocked in place.blocked { add(blocked.tally) }
      for visits in place.visits {
        for tally in [visits.wait, visits.service, visits.sojourn, visits.renegedWait] {
          add(tally.tally)
        }
      }
    }
    for team in teams {
      for level in [team.busy, team.onShift, team.overtime] { add(level) }
    }
    for counts in flowCounts {
      numbers += [counts.arrivals, counts.departures, counts.lost, counts.reneged].map {
        Int128($0)
      }
    }
    for duration in clearance + marks + stages { add(duration.tally) }
    for count in flowCounters + placeCounters { numbers.append(Int128(count)) }
    add(zonePresent)
    return numbers
  }
}
