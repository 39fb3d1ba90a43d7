import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles
import Testing

/// Full stations and full systems: who is turned away, and where it is counted.
@Suite struct CapacityTests {
  @Test func stationTurnsAway() throws {
    let log = try ReplicationLog(
      """
      scenario: two places
      runs until: empty
      classes: [a, b]
      stations: {s: {servers: 1, capacity: 2, when full: turn away}}
      arrivals:
        x: {at: [0 s, 2 s, 40 s], class: a, procedure: p}
        y: {at: [1 s, 3 s], class: b, procedure: p}
      procedures: {p: [{serve at: s, for: 30 s}]}
      """
    )
    #expect(
      log.visits == [
        "x2 s 2 - 2 turned away", "y2 s 3 - 3 turned away", "x1 s 0 0 30", "y1 s 1 30 60",
        "x3 s 40 60 90",
      ]
    )
    #expect(
      log.stays == [
        "x2 2 - 2 turned away", "y2 3 - 3 turned away", "x1 0 30 30", "y1 1 60 60", "x3 40 90 90",
      ]
    )
    let place = try #require(log.place("s"))
    #expect([place.arrivals, place.departures, place.lost] == [5, 3, 2])
    #expect(place.lostByClass == [1, 1])
    #expect(try log.value("s.lost.share") == 0.4)
    #expect(try log.value("s.present.max") == 2)
    #expect(try log.value("flow.x.lost.share") == 1.0 / 3)
    #expect(try log.value("flow.y[b].lost.share") == 0.5)
    #expect(try log.value("zone.lost.count") == 2)
    #expect(try log.value("zone.departures.count") == 3)
    // Who is turned away is never cleared.
    #expect(try log.value("flow.x.clearance.count") == 2)
  }

  /// Two services end at one instant: the first truck gets the one place behind, the second leaves.
  @Test func secondStationTurnsAway() throws {
    let log = try ReplicationLog(
      """
      scenario: tandem
      runs until: empty
      stations: {a: {servers: 2}, b: {servers: 1, capacity: 1}}
      arrivals: {t: {at: [0 s, 0 s], procedure: p}}
      procedures: {p: [{serve at: a, for: 30 s}, {serve at: b, for: 30 s}]}
      """
    )
    #expect(
      log.visits == ["t1 a 0 0 30", "t2 a 0 0 30", "t2 b 30 - 30 turned away", "t1 b 30 30 60"]
    )
    #expect(log.stays == ["t2 0 - 30 turned away", "t1 0 60 60"])
  }

  /// The truck that comes back claims its place before the one that comes from outside can.
  @Test func aClaimIsKept() throws {
    let log = try ReplicationLog(
      """
      scenario: back to the same station
      runs until: empty
      stations: {a: {servers: 1, capacity: 1}}
      arrivals: {t: {at: [0 s, 30 s, 60 s], procedure: p}}
      procedures: {p: [{serve at: a, for: 30 s}, {serve at: a, for: 30 s}]}
      """
    )
    #expect(
      log.visits == [
        "t1 a 0 0 30", "t2 a 30 - 30 turned away", "t1 a 30 30 60", "t3 a 60 60 90",
        "t3 a 90 90 120",
      ]
    )
  }

  /// A full system lets nobody in: no visit, but an arrival and a lost truck.
  @Test func systemTurnsAway() throws {
    let log = try ReplicationLog(
      """
      scenario: one truck at a time
      runs until: empty
      capacity: 1
      when full: turn away
      stations: {a: {servers: 4}}
      arrivals: {t: {at: [0 s, 10 s, 30 s, 59 s], procedure: p}}
      procedures: {p: [{serve at: a, for: 10 s}, {delay for: 20 s}]}
      """
    )
    #expect(log.visits == ["t1 a 0 0 10", "t3 a 30 30 40"])
    #expect(
      log.stays == [
        "t2 10 - 10 turned away", "t1 0 30 30", "t4 59 - 59 turned away", "t3 30 60 60",
      ]
    )
    #expect(log.place("a")?.arrivals == 2)
    #expect(try log.value("zone.arrivals.count") == 4)
    #expect(try log.value("zone.lost.share") == 0.5)
    #expect(try log.value("flow.t.lost.count") == 2)
    #expect(try log.value("zone.present.max") == 1)
    #expect(log.statistics.inside == 0)
    // Four arrivals, two ends of service, two ends of delay.
    #expect(log.statistics.fingerprint.count == 8)
  }

  /// Capacity counts a station's lanes together, and those who wait to seize.
  @Test func capacityOfLanesAndOfSeizing() throws {
    let log = try ReplicationLog(
      """
      scenario: lanes
      runs until: empty
      stations: {g: {lanes: [{name: l1}, {name: l2}], capacity: 3}}
      arrivals: {t: {at: [0 s, 0 s, 0 s, 0 s, 25 s], procedure: p}}
      procedures: {p: [{seize: g}, {delay for: 20 s}, {release: g}]}
      """
    )
    #expect(log.place("g")?.lost == 1)
    #expect(log.visits.first == "t4 g 0 - 0 turned away")
    #expect(log.rows.passages.count { $0.outcome == .completed } == 4)
    #expect(try log.value("g.present.max") == 3)
    // A released place is free again.
    #expect(log.stays.last == "t5 25 45 45")
  }
}
