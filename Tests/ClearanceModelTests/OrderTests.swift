import ClearanceRecords
import EventSimulation
import OutputAnalysis
import Testing

@testable import ClearanceModel

/// What happens first of several things at one instant.
@Suite struct OrderTests {
  /// Flows by `stream`, else by name, each with its whole convoy; the order of the file is layout.
  @Test func simultaneousArrivals() throws {
    let log = try ReplicationLog(
      """
      scenario: four flows
      runs until: empty
      stations: {a: {servers: 1}}
      arrivals:
        c: {at: [0 s], procedure: p}
        b: {at: [0 s, 0 s], batch: 2, procedure: p}
        z: {at: [0 s], stream: a1, procedure: p}
        a: {at: [0 s], stream: bb, procedure: p}
        卡: {at: [0 s], procedure: p}
      procedures: {p: [{serve at: a, for: 1 s}]}
      """
    )
    let order = log.visits.map { $0.split(separator: " ")[0] }
    #expect(order == ["z1", "b1", "b2", "b3", "b4", "a1", "c1", "卡1"])
  }

  /// The place that an end of service leaves is free for the arrival of the same instant.
  @Test func endsBeforeArrivals() throws {
    let log = try ReplicationLog(
      """
      scenario: ends first
      runs until: empty
      stations: {a: {servers: 1, capacity: 1}, b: {servers: 1, capacity: 1}}
      arrivals: {a: {at: [0 s, 30 s], procedure: p}, d: {at: [0 s], procedure: d}}
      procedures:
        p: [{serve at: a, for: 30 s}]
        d: [{delay for: 30 s}, {serve at: b, for: 30 s}, {serve at: a, for: 5 s}]
      """
    )
    // At 60 s the end at b, which was scheduled first, comes before the end at a.
    #expect(
      log.visits == ["a1 a 0 0 30", "d1 b 30 30 60", "d1 a 60 - 60 turned away", "a2 a 30 30 60"]
    )
  }

  /// At one instant the opening takes the truck that waits before another's end of service looks.
  @Test(arguments: [("60 s", 1.0), ("60.000001 s", 0.0)])
  func openingsBeforeEnds(_ opening: String, _ found: Double) throws {
    let log = try ReplicationLog(
      """
      scenario: openings first
      runs until: empty
      stations:
        a: {servers: 1}
        b: {servers: [{from: 0 s, count: 0}, {from: \(opening), count: 1}]}
      arrivals: {w: {at: [0 s], procedure: w}, t: {at: [0 s], procedure: t}}
      procedures:
        w: [{serve at: b, for: 1 s}]
        t:
          - serve at: a
            for: 60 s
          - choose: [{when: queue at b = 0, do: [{mark: found}]}]
      """
    )
    #expect(try log.value("flow.t.to-found.count") == found)
  }

  /// A closing at the instant of an end of service comes first: nothing is left to do, but the
  /// truck leaves only when the place opens again.
  @Test func closingsBeforeEnds() throws {
    let log = try ReplicationLog(
      """
      scenario: closings first
      runs until: empty
      stations:
        a:
          servers: [{from: 0 s, count: 1}, {from: 30 s, count: 0}, {from: 50 s, count: 1}]
          on closing: return to queue
      arrivals: {t: {at: [0 s], procedure: p}}
      procedures: {p: [{serve at: a, for: 30 s}]}
      """
    )
    #expect(log.visits == ["t1 a 0 0 50"])
    #expect(try log.value("a.service.mean") == 30)
    #expect(try log.value("a.wait.mean") == 20)
  }

  /// Of one rank what was scheduled first happens first, and first events are scheduled by name.
  @Test func openingsByName() throws {
    let log = try ReplicationLog(
      """
      scenario: by name
      runs until: empty
      stations:
        z: {servers: [{from: 0 s, count: 0}, {from: 10 s, count: 1}]}
        d: {servers: 1}
        a: {servers: [{from: 0 s, count: 0}, {from: 10 s, count: 1}]}
      arrivals: {t: {at: [0 s], procedure: z}, u: {at: [0 s], procedure: a}}
      procedures:
        z: [{serve at: z, for: 5 s}, {serve at: d, for: 5 s}]
        a: [{serve at: a, for: 5 s}, {serve at: d, for: 5 s}]
      """
    )
    #expect(log.visits.suffix(2) == ["u1 d 15 15 20", "t1 d 15 20 25"])
  }

  /// A truck whose service ends chooses its way, then the server takes its next truck, then the
  /// truck goes on.
  @Test func claimThenServeThenGoOn() throws {
    let log = try ReplicationLog(
      """
      scenario: claims first
      runs until: empty
      stations: {a: {servers: 1}}
      arrivals: {t: {at: [0 s, 0 s], procedure: p}}
      procedures:
        p:
          - serve at: a
            for: 30 s
          - choose:
              - {when: queue at a = 1, do: [{mark: saw one}]}
          - serve at: a
            for: 10 s
      """
    )
    // The first sees the second still waiting, which then is served before it.
    #expect(log.visits == ["t1 a 0 0 30", "t2 a 0 30 60", "t1 a 30 60 70", "t2 a 60 70 80"])
    // At 60 s the first waits again, and the second sees it.
    #expect(try log.value("flow.t.to-saw-one.count") == 2)
  }

  /// Of several freed places, the earlier freed serves first; who was given a place goes on last.
  @Test func givenPlacesGoOnAfterwards() throws {
    let log = try ReplicationLog(
      """
      scenario: given places
      runs until: empty
      stations: {a: {servers: 1}, b: {servers: 1}, c: {servers: 1}}
      arrivals: {t: {at: [0 s], procedure: t}, u: {at: [1 s], procedure: u}, v: {at: [2 s], procedure: v}}
      procedures:
        t: [{seize: b}, {seize: a}, {delay for: 10 s}, {release: a}, {release: b}, {serve at: c, for: 5 s}]
        u: [{seize: b}, {serve at: c, for: 5 s}]
        v: [{seize: a}, {serve at: c, for: 5 s}]
      """
    )
    let order = log.visits.filter { $0.contains(" c ") }
    #expect(order == ["t1 c 10 10 15", "v1 c 10 15 20", "u1 c 10 20 25"])
  }

  /// What queues and calendars hold is small and plain.
  @Test func layout() {
    func plain<Value: BitwiseCopyable>(_: Value.Type) -> Int { MemoryLayout<Value>.stride }
    #expect(plain(Truck.self) <= 64)
    #expect(plain(ClearanceNetwork.Event.self) <= 8)
    #expect(plain(Arrival.self) <= 16)
    #expect(plain(StepPlan.self) <= 32)
    #expect(ArrivalBatch.capacity * plain(Arrival.self) <= 65_536)
  }
}
