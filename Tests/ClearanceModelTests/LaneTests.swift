import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles
import Testing

/// How trucks pick lanes.
@Suite struct LaneTests {
  private static func gate(
    _ words: String,
    arrivals: String,
    service: String = "30 s"
  ) -> String {
    """
    scenario: lanes
    runs until: empty
    classes: [a, b, c]
    stations: {g: {\(words)}}
    arrivals: {t: {\(arrivals), procedure: p}}
    procedures: {p: [{serve at: g, for: \(service)}]}
    """
  }

  /// Lanes of trucks by number.
  private func lanes(_ log: ReplicationLog) -> [String] {
    log.rows.passages.sorted { $0.truck < $1.truck }.map { log.plan.places[Int($0.lane)].name }
  }

  /// Each joins where fewest wait and are served, and stays there.
  @Test func shortestQueue() throws {
    let log = try ReplicationLog(
      Self.gate(
        "lanes: [{name: l1}, {name: l2}, {name: l3, servers: 2}]",
        arrivals: "at: [0 s, 0 s, 0 s, 1 s, 1 s, 1 s]"
      )
    )
    let lanes = lanes(log)
    #expect(Set(lanes[0..<3]).count == 3)
    #expect(Set(lanes[3..<6]).count == 3)
    // The two servers of the third lane work side by side, the others one after the other.
    let waits = log.rows.passages.map { ($0.startedAt - $0.arrivedAt).seconds }.sorted()
    #expect(waits == [0, 0, 0, 0, 29, 29])
    #expect(log.place("g")?.arrivals == 6)
    #expect(log.place("g.l3")?.departures == 2)
    #expect(try log.value("g.wait.max") == 29)
    #expect(try log.value("g.l3.wait.max") == 0)
    #expect(try log.value("g.queue.max") == 2)
    // 6 × 30 s of work; four servers open for 60 s.
    #expect(try log.value("g.utilisation.mean") == 180.0 / 240)
  }

  @Test(arguments: ["shortest queue", "random"])
  func tiesAreUniform(_ joins: String) throws {
    let text = Self.gate(
      "lanes: [{name: l1}, {name: l2}, {name: l3}], joins: \(joins)",
      arrivals: "at: [0 s]"
    )
    let plan = try LoadedScenario.parse(text, file: "test.yaml").plan
    var counts = [0, 0, 0]
    for replication in 1...1_000 {
      let log = ReplicationLog(plan, replication: replication, recording: .passages)
      counts[Int(log.rows.passages[0].lane) - 1] += 1
    }
    // 13.8: one uniform choice in a thousand is worse (chi-square, 2 degrees of freedom).
    #expect(chiSquare(counts) < 13.8)
  }

  /// `random` looks at no queue.
  @Test func randomJoin() throws {
    let log = try ReplicationLog(
      Self.gate(
        "lanes: [{name: l1}, {name: l2}, {name: l3}], joins: random",
        arrivals: "at: [0 s], batch: 3000",
        service: "1 s"
      ),
      recording: .passages
    )
    let counts = (1...3).map { lane in log.rows.passages.count { Int($0.lane) == lane } }
    #expect(chiSquare(counts) < 13.8)
    // Shortest queues would differ by one truck at most.
    #expect((counts.max() ?? 0) - (counts.min() ?? 0) > 5)
  }

  /// Each class has its lanes and takes the shortest of them.
  @Test(arguments: ["dedicated", "shortest queue"])
  func lanesTakeClasses(_ joins: String) throws {
    let log = try ReplicationLog(
      """
      scenario: lanes
      runs until: empty
      classes: [a, b, c]
      stations:
        g:
          joins: \(joins)
          lanes: [{name: l1, takes: [a]}, {name: l2, takes: [b, c]}, {name: l3, takes: [c]}]
      arrivals:
        a: {at: [0 s, 0 s, 0 s], class: a, procedure: p}
        b: {at: [0 s], class: b, procedure: p}
        c: {at: [1 s, 1 s], class: c, procedure: p}
      procedures: {p: [{serve at: g, for: 30 s}]}
      """
    )
    let visits = log.visits.sorted()
    #expect(
      visits[0...3] == ["a1 g.l1 0 0 30", "a2 g.l1 0 30 60", "a3 g.l1 0 60 90", "b1 g.l2 0 0 30"]
    )
    // The first c finds one truck in l2 and none in l3; the second one in each.
    #expect(visits[4] == "c1 g.l3 1 1 31")
    #expect(visits[5].hasSuffix(" 1 30 60") || visits[5].hasSuffix(" 1 31 61"))
    #expect(try log.value("g.l2[b].wait.count") == 1)
    #expect(throws: (any Error).self) { try log.value("g.l1[b].wait.count") }
  }

  /// An open lane is preferred however long its queue; of closed lanes the shortest is taken.
  @Test func openLanesFirst() throws {
    let log = try ReplicationLog(
      Self.gate(
        """
        lanes: [{name: l1, servers: [{from: 0 s, count: 1}, {from: 100 s, count: 0}]},
                {name: l2, servers: [{from: 0 s, count: 0}, {from: 200 s, count: 1}]}]
        """,
        arrivals: "at: [0 s, 1 s, 2 s, 110 s, 205 s, 206 s]"
      )
    )
    #expect(log.visits[0..<3] == ["t1 g.l1 0 0 30", "t2 g.l1 1 30 60", "t3 g.l1 2 60 90"])
    // At 110 s both are closed and empty, and either may be taken; l1 never opens again.
    let later = Array(log.visits[3...])
    if later.last?.hasPrefix("t4 g.l1") == true {
      #expect(
        later == ["t5 g.l2 205 205 235", "t6 g.l2 206 235 265", "t4 g.l1 110 - - waiting at end"]
      )
    } else {
      #expect(later == ["t4 g.l2 110 200 230", "t5 g.l2 205 230 260", "t6 g.l2 206 260 290"])
    }
  }

  /// Servers without limit beside one that has: a share of open time means nothing.
  @Test func unlimitedLane() throws {
    let log = try ReplicationLog(
      Self.gate(
        "lanes: [{name: l1}, {name: l2, servers: unlimited}], joins: random",
        arrivals: "at: [0 s], batch: 20"
      )
    )
    #expect(throws: (any Error).self) { try log.value("g.utilisation.mean") }
    #expect(try log.value("g.l1.utilisation.mean") == 1)
    let shares = log.rows.intervals.map { "\(log.plan.places[Int($0.place)].name) \($0.busyShare)" }
    #expect(shares == ["g nan", "g.l1 1.0", "g.l2 nan"])
  }

  @Test func closedLanesByLength() throws {
    let log = try ReplicationLog(
      Self.gate(
        """
        lanes: [{name: l1, servers: [{from: 0 s, count: 0}, {from: 100 s, count: 1}]},
                {name: l2, servers: [{from: 0 s, count: 0}, {from: 100 s, count: 1}]}]
        """,
        arrivals: "at: [0 s, 1 s, 2 s, 3 s]"
      )
    )
    let lanes = lanes(log)
    #expect(lanes[0] != lanes[1])
    #expect(lanes[2] != lanes[3])
    #expect(log.visits.map { $0.suffix(7) } == ["100 130", "100 130", "130 160", "130 160"])
    // Closed time is no open time: 120 s of work in two lanes open for 60 s each.
    #expect(try log.value("g.utilisation.mean") == 1)
  }
}
