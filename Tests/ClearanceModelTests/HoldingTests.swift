import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles
import Testing

/// Servers that trucks seize and give back.
@Suite struct HoldingTests {
  /// A held place is measured as service of that place, whatever the truck does meanwhile.
  @Test func heldWhileServedElsewhere() throws {
    let log = try ReplicationLog(
      """
      scenario: a gate held during the check
      runs until: empty
      stations: {gate: {servers: 1}, desk: {servers: 1}}
      arrivals: {t: {at: [0 s, 0 s], procedure: p}}
      procedures:
        p:
          - seize: gate
          - delay for: 5 s
          - serve at: desk
            for: 10 s
          - release: gate
          - delay for: 1 s
      """
    )
    #expect(
      log.visits == ["t1 desk 5 5 15", "t1 gate 0 0 15", "t2 desk 20 20 30", "t2 gate 0 15 30"]
    )
    #expect(
      log.steps(of: "t2") == [
        "seize gate/1 0 15", "delay/1 15 20", "serve at desk/1 20 30", "release gate/1 30 30",
        "delay/2 30 31",
      ]
    )
    #expect(log.stays == ["t1 0 16 16", "t2 0 31 31"])
    #expect(try log.value("gate.service.mean") == 15)
    #expect(try log.value("gate.wait.mean") == 7.5)
    #expect(try log.value("gate.sojourn.max") == 30)
    #expect(try log.value("gate.utilisation.mean") == 30.0 / 31)
    // Two arrivals, two ends of service, four ends of delay; seizing is no event.
    #expect(log.statistics.fingerprint.count == 8)
  }

  /// Two servers are free, but the one that wants three was there before.
  @Test(arguments: ["fifo", "lifo", "priority"])
  func smallNeverOvertakesLarge(_ queue: String) throws {
    let log = try ReplicationLog(
      """
      scenario: large and small
      runs until: empty
      stations: {yard: {servers: 3, queue: \(queue)}}
      arrivals:
        large: {at: [10 s], procedure: large}
        small: {at: [0 s, 20 s], procedure: small}
      procedures:
        large: [{seize: {yard: 3}}, {delay for: 60 s}, {release: {yard: 3}}]
        small: [{seize: yard}, {delay for: 60 s}, {release: yard}]
      """
    )
    if queue == "lifo" {
      // The last comer is the first in turn, and one server is all it wants.
      #expect(
        log.visits == ["small1 yard 0 0 60", "small2 yard 20 20 80", "large1 yard 10 80 140"]
      )
    } else {
      #expect(
        log.visits == ["small1 yard 0 0 60", "large1 yard 10 60 120", "small2 yard 20 120 180"]
      )
    }
    let busy = try #require(log.place("yard")?.busy)
    #expect(busy.maximum == 3)
    #expect(busy.area == 300_000_000)
  }

  /// By class the small one comes first, and there is a server for it: it does not wait.
  @Test func priorityOvertakesLarge() throws {
    let log = try ReplicationLog(
      """
      scenario: urgent and small
      runs until: empty
      classes: [urgent, ordinary]
      stations: {yard: {servers: 3, queue: priority}}
      arrivals:
        first: {at: [0 s], class: ordinary, procedure: small}
        large: {at: [10 s], class: ordinary, procedure: large}
        urgent: {at: [20 s], class: urgent, procedure: small}
        served: {at: [21 s], class: urgent, procedure: served}
      procedures:
        large: [{seize: {yard: 3}}, {delay for: 60 s}, {release: yard}]
        small: [{seize: yard}, {delay for: 60 s}, {release: yard}]
        served: [{serve at: yard, for: 60 s}]
      """
    )
    #expect(
      log.visits == [
        "first1 yard 0 0 60", "urgent1 yard 20 20 80", "served1 yard 21 21 81",
        "large1 yard 10 81 141",
      ]
    )
  }

  /// What is held at the end is given back; what is not held cannot be released.
  @Test func endGivesEverythingBack() throws {
    let log = try ReplicationLog(
      """
      scenario: nothing is kept
      runs until: empty
      stations: {a: {servers: 2}, b: {servers: 1}}
      arrivals: {t: {at: [0 s, 0 s], procedure: p}}
      procedures:
        p:
          - choose:
              - when: present at b > 0 and queue at b > 5
                do: [{seize: b}]
          - release: b
          - seize: {a: 2}
          - seize: b
          - delay for: 10 s
      """
    )
    #expect(log.visits == ["t1 b 0 0 10", "t1 a 0 0 10", "t2 b 10 10 20", "t2 a 0 10 20"])
    #expect(log.statistics.inside == 0)
  }

  /// A release gives back all that is held of a station, and of that station only.
  @Test func releaseOfOneStation() throws {
    let log = try ReplicationLog(
      """
      scenario: twice a, once b
      runs until: empty
      stations: {a: {servers: 2}, b: {servers: 1}}
      arrivals: {t: {at: [0 s], procedure: p}}
      procedures:
        p: [{seize: a}, {seize: b}, {seize: a}, {delay for: 5 s}, {release: a}, {delay for: 5 s}]
      """
    )
    #expect(log.visits == ["t1 a 0 0 5", "t1 a 0 0 5", "t1 b 0 0 10"])
  }

  /// A held lane is given back as the lane that it is.
  @Test func lanesAreHeld() throws {
    let log = try ReplicationLog(
      """
      scenario: held lanes
      runs until: empty
      stations: {in: {lanes: [{name: x}, {name: y}]}, out: {lanes: [{name: x}, {name: y}]}}
      arrivals: {t: {at: [0 s, 0 s, 0 s, 0 s], procedure: p}}
      procedures:
        p: [{seize: in}, {seize: out}, {delay for: 10 s}, {release: in}, {delay for: 1 s}]
      """
    )
    // Of each pair of lanes both were in use, and each visit names one of them.
    for station in ["in", "out"] {
      let visits = log.visits.filter { $0.contains(" \(station).") }
      #expect(visits.count == 4)
      #expect(Set(visits.prefix(2).map { $0.split(separator: " ")[1] }).count == 2)
    }
    #expect(try log.value("in.service.max") == 11)
    #expect(try log.value("out.service.mean") == 11)
    #expect(try log.value("zone.makespan.mean") == 22)
  }

  /// 100,000 trucks pass a place one after the other within one instant, without recursion.
  @Test func longChainOfReleases() throws {
    let log = try ReplicationLog(
      """
      scenario: a chain
      runs until: empty
      stations: {a: {servers: [{from: 0 h, count: 0}, {from: 1 h, count: 1}]}}
      arrivals: {t: {at: [0 s], batch: 100000, procedure: p}}
      procedures: {p: [{seize: a}, {release: a}]}
      """,
      recording: .summary
    )
    #expect(try log.value("a.wait.count") == 100_000)
    #expect(try log.value("a.wait.mean") == 3_600)
    #expect(try log.value("zone.clearance.max") == 3_600)
    #expect(try log.value("zone.makespan.mean") == 3_600)
    #expect(!log.statistics.isStuck)
  }
}
