import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles
import Testing

/// Who gives up waiting, and when: logs worked out by hand.
@Suite struct PatienceTests {
  /// One station, trucks at given times, words of the step behind its service.
  private static func station(
    _ words: String,
    at times: String,
    service: String = "60 s",
    _ step: String
  ) -> String {
    """
    scenario: one station
    runs until: empty
    stations: {a: \(words)}
    arrivals: {t: {at: [\(times)], procedure: p}}
    procedures:
      p:
        - name: try
          serve at: a
          for: \(service)
          \(step)
    """
  }

  @Test func whoWaitsTooLongLeaves() throws {
    let log = try ReplicationLog(
      Self.station("{servers: 1}", at: "0 s, 10 s, 20 s", "patience: 30 s")
    )
    #expect(log.visits == ["t2 a 10 - 40 reneged", "t3 a 20 - 50 reneged", "t1 a 0 0 60"])
    #expect(log.stays == ["t2 10 - 40 reneged", "t3 20 - 50 reneged", "t1 0 60 60"])
    #expect(log.steps(of: "t2") == ["try 10 40"])
    #expect(try log.value("a.reneged.count") == 2)
    #expect(try log.value("a.reneged.share") == 2.0 / 3)
    #expect(try log.value("a.wait.count") == 1)
    #expect(try log.value("a.wait-all.mean") == 20)
    #expect(try log.value("a.wait-all.share-waiting") == 2.0 / 3)
    #expect(try log.value("a.queue.mean") == 1)
    #expect(try log.value("a.lost.count") == 0)
    #expect(try log.value("flow.t.reneged.share") == 2.0 / 3)
    #expect(try log.value("flow.t.lost.count") == 0)
    #expect(try log.value("zone.reneged.count") == 2)
    #expect(try log.value("zone.departures.count") == 1)
    // Who has reneged is never cleared.
    #expect(try log.value("flow.t.clearance.count") == 1)
    #expect(log.place("a")?.renegedByClass == [2])
    // Three arrivals, two expiries, one end of service: one that was called off is none.
    #expect(log.statistics.fingerprint.count == 6)
  }

  /// At the instant at which patience ends, whatever else happens in it comes first.
  @Test func aServerThatFallsFreeAtTheLastMomentServes() throws {
    let log = try ReplicationLog(
      Self.station("{servers: 1}", at: "0 s, 0 s, 1 s", "patience: 60 s")
    )
    #expect(log.visits == ["t1 a 0 0 60", "t3 a 1 - 61 reneged", "t2 a 0 60 120"])
  }

  @Test func withoutPatienceOnlyThisInstantCounts() throws {
    let log = try ReplicationLog(
      """
      scenario: no patience
      runs until: empty
      stations: {a: {servers: 1}}
      arrivals:
        early: {at: [0 s], procedure: late}
        on-time: {at: [0 s, 10 s], procedure: now}
      procedures:
        now: [{serve at: a, for: 30 s, patience: 0 s}]
        late: [{delay for: 30 s}, {serve at: a, for: 30 s, patience: constant(0 s)}]
      """
    )
    // The delay is over before the service is, at the same instant.
    #expect(
      log.visits == ["on-time2 a 10 - 10 reneged", "on-time1 a 0 0 30", "early1 a 30 30 60"]
    )
  }

  /// From the head, the middle and the tail of a queue hasty ones leave; the others keep order.
  @Test(arguments: [
    ("fifo", ["x1", "x2", "x3", "x4", "v1"]), ("lifo", ["x1", "v1", "x4", "x3", "x2"]),
    ("priority", ["x1", "v1", "x2", "x3", "x4"]),
    ("shortest-job", ["x1", "x2", "x3", "x4", "v1"]),
  ])
  func theOthersKeepTheirOrder(queue: String, order: [String]) throws {
    let log = try ReplicationLog(Self.hasty(queue))
    #expect(
      log.visits.prefix(3) == [
        "h1 a 5 - 25 reneged", "h2 a 25 - 45 reneged", "h3 a 55 - 75 reneged",
      ]
    )
    #expect(log.visits.dropFirst(3).map { String($0.prefix { $0 != " " }) } == order)
    #expect(try log.value("a.queue.max") == 5)
  }

  @Test(arguments: 1...30)
  func inRandomOrderEachIsServedOnce(seed: Int) throws {
    let log = try ReplicationLog(Self.hasty("random"), set: ["seed=\(seed)"])
    #expect(log.rows.passages.count { $0.outcome == .reneged } == 3)
    let served = log.visits.dropFirst(3).map { String($0.prefix { $0 != " " }) }
    #expect(served.sorted() == ["v1", "x1", "x2", "x3", "x4"])
  }

  private static func hasty(_ queue: String) -> String {
    """
    scenario: patient and hasty ones
    runs until: empty
    seed: 1
    classes: [high, low]
    stations: {a: {servers: 1, queue: \(queue)}}
    arrivals:
      h: {at: [5 s, 25 s, 55 s], class: low, procedure: hasty}
      v: {at: [50 s], class: high, procedure: patient}
      x: {at: [0 s, 10 s, 20 s, 40 s], class: low, procedure: patient}
    procedures:
      hasty: [{serve at: a, for: 100 s, patience: 20 s}]
      patient: [{serve at: a, for: 100 s}]
    """
  }

  /// Once it has begun, service is waited for to the end.
  @Test func patienceDoesNotCountAfterAFirstStart() throws {
    let log = try ReplicationLog(
      Self.station(
        "{servers: [{from: 0 s, count: 1}, {from: 10 s, count: 0}, {from: 100 s, count: 1}], "
          + "on closing: return to queue}",
        at: "0 s, 5 s",
        "patience: 20 s"
      )
    )
    #expect(log.visits == ["t2 a 5 - 25 reneged", "t1 a 0 0 150"])
    #expect(try log.value("a.wait.mean") == 90)
    #expect(try log.value("a.wait-all.mean") == 55)
  }

  /// Who gives up frees its place, and who asked for more than is free no longer keeps others.
  @Test func theOthersMoveUp() throws {
    let room = try ReplicationLog(
      Self.station("{servers: 1, capacity: 2}", at: "0 s, 0 s, 15 s, 40 s", "patience: 30 s")
    )
    #expect(
      room.visits == [
        "t3 a 15 - 15 turned away", "t2 a 0 - 30 reneged", "t1 a 0 0 60", "t4 a 40 60 120",
      ]
    )
    let seized = try ReplicationLog(
      """
      scenario: a large request gives up
      runs until: empty
      stations: {a: {servers: 2}}
      arrivals:
        first: {at: [0 s], procedure: one}
        large: {at: [10 s], procedure: two}
        small: {at: [20 s], procedure: one}
      procedures:
        one: [{seize: a}, {delay for: 100 s}, {release: a}]
        two: [{seize: {a: 2}, patience: 20 s}, {delay for: 100 s}, {release: a}]
      """
    )
    #expect(
      seized.visits == ["large1 a 10 - 30 reneged", "first1 a 0 0 100", "small1 a 20 30 130"]
    )
    #expect(seized.stays.first == "large1 10 - 30 reneged")
  }

  @Test func whoLeavesALaneMakesItShorter() throws {
    let log = try ReplicationLog(
      """
      scenario: two lanes
      runs until: empty
      classes: [a, b]
      attributes: {length: length}
      stations:
        gate:
          queue space: 5 m
          lanes: [{name: l1, takes: [a]}, {name: l2, takes: [b]}]
      arrivals:
        x: {at: [0 s, 0 s], class: a, procedure: p}
        y: {at: [0 s], class: b, procedure: p}
      procedures: {p: [{set: {length: 7 m}}, {serve at: gate, for: 60 s, patience: 30 s}]}
      """
    )
    #expect(log.visits == ["x2 gate.l1 0 - 30 reneged", "x1 gate.l1 0 0 60", "y1 gate.l2 0 0 60"])
    #expect(try log.value("gate.l1.reneged.share") == 0.5)
    #expect(try log.value("gate.reneged.count") == 1)
    #expect(try log.value("gate[a].wait-all.mean") == 15)
    #expect(try log.value("gate.present.mean") == 150.0 / 60)
    #expect(try log.value("gate.over-limit.share") == 0.5)
  }

  /// What happened before the warm-up is over is not counted, and the laws hold all the same.
  @Test func warmUpForgets() throws {
    let log = try ReplicationLog(
      """
      scenario: warm-up
      runs for: 200 s
      warm up: 35 s
      stations: {a: {servers: 1}}
      arrivals: {t: {at: [0 s, 0 s, 10 s], procedure: p}}
      procedures: {p: [{serve at: a, for: 60 s, patience: 30 s}]}
      """
    )
    #expect(log.rows.passages.count { $0.outcome == .reneged } == 2)
    #expect(try log.value("a.reneged.count") == 1)
    #expect(try log.value("zone.reneged.count") == 1)
    #expect(try log.value("a.wait-all.count") == 2)
  }

  /// Stations count companions that give up, flows do not.
  @Test func companionsGiveUpToo() throws {
    let log = try ReplicationLog(
      """
      scenario: papers
      runs until: empty
      stations: {a: {servers: 1}}
      arrivals: {t: {at: [0 s, 0 s], procedure: p}}
      procedures:
        p: [{start: q}]
        q: [{serve at: a, for: 60 s, patience: 30 s}]
      """
    )
    #expect(try log.value("a.reneged.count") == 1)
    #expect(try log.value("zone.reneged.count") == 0)
    #expect(try log.value("zone.departures.count") == 2)
    #expect(log.companions.count == 2)
  }

  /// Who gives up makes room for one that is blocked before the station.
  @Test func whoIsBlockedComesIn() throws {
    let log = try ReplicationLog(
      """
      scenario: blocked
      runs until: empty
      stations:
        a: {servers: 2}
        b: {servers: 1, capacity: 2, when full: block upstream}
      arrivals: {t: {at: [0 s, 0 s, 0 s], procedure: p}}
      procedures:
        p: [{serve at: a, for: 10 s}, {serve at: b, for: 100 s, patience: 30 s}]
      """
    )
    #expect(
      log.visits == [
        "t1 a 0 0 10", "t2 a 0 0 10", "t2 b 10 - 40 reneged", "t3 a 0 10 40",
        "t3 b 40 - 70 reneged", "t1 b 10 10 110",
      ]
    )
  }

  /// A server that waits for two serves nobody while one of them has given up.
  @Test func severalTogetherHavePatience() throws {
    let log = try ReplicationLog(
      Self.station(
        "{servers: 1, serves together: exactly 2}",
        at: "0 s, 40 s, 50 s, 60 s",
        "patience: 30 s"
      )
    )
    #expect(
      log.visits == [
        "t1 a 0 - 30 reneged", "t4 a 60 - 90 reneged", "t2 a 40 50 110", "t3 a 50 50 110",
      ]
    )
  }

  /// A truck that has gone over to another lane keeps its patience; who leaves makes lanes uneven.
  @Test func whoChangesLanesHasPatience() throws {
    let log = try ReplicationLog(
      """
      scenario: jockeys
      runs until: empty
      classes: [a, b]
      stations: {g: {jockeying: yes, lanes: [{name: l1}, {name: l2, takes: [b]}]}}
      arrivals:
        x: {at: [0 s, 1 s, 2 s], class: a, procedure: slow}
        y: {at: [0 s], class: b, procedure: quick}
        z: {at: [3 s], class: b, procedure: hasty}
      procedures:
        slow: [{serve at: g, for: 100 s}]
        quick: [{serve at: g, for: 200 s}]
        hasty: [{serve at: g, for: 10 s, patience: 20 s}]
      """
    )
    #expect(log.visits.first == "z1 g.l2 3 - 23 reneged")
    #expect(try log.value("g.reneged.count") == 1)
  }
}
