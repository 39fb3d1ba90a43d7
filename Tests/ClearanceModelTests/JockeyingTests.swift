import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles
import Testing

/// Trucks that go over to a shorter lane.
@Suite struct JockeyingTests {
  private static func gate(
    lanes: String,
    _ flows: [(name: String, times: String, length: Int)],
    _ words: String = "jockeying: yes"
  ) -> String {
    let arrivals = flows.map {
      "\n  \($0.name): {at: [\($0.times)], class: \($0.name), procedure: \($0.name)}"
    }
    let steps = flows.map { "\n  \($0.name): [{serve at: g, for: \($0.length) s}]" }
    return """
      scenario: lanes
      runs until: empty
      stations: {g: {lanes: [\(lanes)], \(words)}}
      arrivals: \(arrivals.joined())
      procedures: \(steps.joined())
      """
  }

  /// Three of class b in their lane, three of class a, who may use both, in the other.
  private static let twoLanes = "{name: l1, takes: [a]}, {name: l2, takes: [a, b]}"
  private static let twoFlows = [("a", "1 s, 2 s, 3 s", 100), ("b", "0 s, 0 s, 0 s", 10)]

  /// At 20 s the second lane has one in service, the first one and two who wait.
  @Test(arguments: ["fifo", "random", "priority", "shortest-job"])
  func lastGoesOver(_ queue: String) throws {
    let log = try ReplicationLog(
      Self.gate(lanes: Self.twoLanes, Self.twoFlows, "jockeying: yes, queue: \(queue)")
    )
    #expect(log.visits.filter { $0.hasPrefix("a") }.sorted().last == "a3 g.l2 3 30 130")
    #expect(log.visits.filter { $0.hasPrefix("a2") } == ["a2 g.l1 2 101 201"])
    // Each queue keeps its time: 99 s and 17 s; 10 s, 20 s and, of the third a, 10 s.
    #expect(log.place("g.l1")?.queue.area == 116_000_000)
    #expect(log.place("g.l2")?.queue.area == 40_000_000)
    #expect(log.place("g.l1")?.arrivals == 3)
    #expect(log.place("g.l2")?.arrivals == 4)
    #expect(log.place("g.l1")?.departures == 2)
    #expect(log.place("g.l2")?.departures == 4)
    #expect(log.place("g")?.arrivals == 6)
    #expect(try log.value("g.l2.wait.max") == 27)
    #expect(log.steps(of: "a3") == ["serve at g/1 3 130"])
  }

  @Test(arguments: ["", "jockeying: no"])
  func nobodyGoesOver(_ words: String) throws {
    let log = try ReplicationLog(Self.gate(lanes: Self.twoLanes, Self.twoFlows, words))
    #expect(log.visits.last == "a3 g.l1 3 201 301")
  }

  /// Of those who wait only a1, in the middle, may use the other lane; the rest keep their order.
  @Test func fromTheMiddle() throws {
    let log = try ReplicationLog(
      Self.gate(
        lanes: "{name: l1, takes: [a, c]}, {name: l2, takes: [a, b]}",
        [("a", "2 s", 100), ("b", "0 s, 0 s, 0 s", 10), ("c", "1 s, 1 s, 3 s, 50 s", 100)]
      )
    )
    #expect(
      log.visits == [
        "b1 g.l2 0 0 10", "b2 g.l2 0 10 20", "b3 g.l2 0 20 30", "c1 g.l1 1 1 101",
        "a1 g.l2 2 30 130", "c2 g.l1 1 101 201", "c3 g.l1 3 201 301", "c4 g.l1 50 301 401",
      ]
    )
  }

  /// Nobody goes to a closed lane; when it opens, the last of the other goes over.
  @Test func opening() throws {
    let log = try ReplicationLog(
      Self.gate(
        lanes: "{name: l1}, {name: l2, servers: [{from: 0 s, count: 0}, {from: 100 s, count: 1}]}",
        [("t", "0 s, 0 s, 0 s, 0 s, 0 s", 30)]
      )
    )
    #expect(log.visits.prefix(3).allSatisfy { $0.contains(" g.l1 0 ") })
    #expect(log.visits.suffix(2) == ["t4 g.l1 0 90 120", "t5 g.l2 0 100 130"])
  }

  /// One fewer is enough to leave a closed lane: at 10 s the open one has as many, at 30 s none.
  @Test(arguments: ["finish", "return to queue"])
  func aloneInAClosedLane(_ onClosing: String) throws {
    let log = try ReplicationLog(
      Self.gate(
        lanes: """
          {name: l1, takes: [x], servers: [{from: 0 s, count: 1}, {from: 10 s, count: 0}], \
          on closing: \(onClosing)}, {name: l2, takes: [x, y]}
          """,
        [("x", onClosing == "finish" ? "1 s, 2 s" : "1 s", 50), ("y", "0 s", 30)]
      )
    )
    let moved = onClosing == "finish" ? ["x1 g.l1 1 1 51", "x2 g.l2 2 30 80"] : ["x1 g.l2 1 1 71"]
    #expect(log.visits == ["y1 g.l2 0 0 30"] + moved)
  }

  /// Of equally long lanes the nearest loses its last truck first, then the first.
  @Test(arguments: [
    ("{name: l1, takes: [x]}, {name: l2, takes: [y]}, LATE", "y", "x"),
    ("{name: l1, takes: [x]}, LATE, {name: l2, takes: [y]}", "x", "y"),
    ("LATE, {name: l1, takes: [x]}, {name: l2, takes: [y]}", "x", "y"),
  ])
  func nearestFirst(_ lanes: String, _ first: String, _ second: String) throws {
    let late =
      "{name: late, takes: [x, y], servers: [{from: 0 s, count: 0}, {from: 10 s, count: 1}]}"
    let log = try ReplicationLog(
      Self.gate(
        lanes: lanes.replacing("LATE", with: late),
        [("x", "0 s, 0 s, 0 s", 100), ("y", "0 s, 0 s, 0 s", 100)]
      )
    )
    let moved = log.visits.filter { $0.contains(".late") }
    #expect(moved == ["\(first)3 g.late 0 10 110", "\(second)3 g.late 0 110 210"])
  }

  /// Who was sent back by a closing takes the rest of its service in the other lane.
  @Test func restOfService() throws {
    let log = try ReplicationLog(
      Self.gate(
        lanes: """
          {name: l1, takes: [x], servers: [{from: 0 s, count: 2}, {from: 20 s, count: 1}], \
          on closing: return to queue}, {name: l2, takes: [x, y]}
          """,
        [("x", "1 s, 2 s", 50), ("y", "0 s, 0 s", 15)]
      )
    )
    #expect(
      log.visits == ["y1 g.l2 0 0 15", "y2 g.l2 0 15 30", "x1 g.l1 1 1 51", "x2 g.l2 2 2 62"]
    )
    #expect(log.place("g.l1")?.busy.area == 68_000_000)
    #expect(log.place("g.l2")?.busy.area == 62_000_000)
  }

  /// Words of attributes count as classes do.
  @Test func words() throws {
    let log = try ReplicationLog(
      """
      scenario: lanes
      runs until: empty
      attributes: {status: [bonded, general]}
      stations:
        g:
          jockeying: yes
          lanes: [{name: l1}, {name: l2, takes: {status: [bonded]}}]
      arrivals:
        b: {at: [0 s, 0 s, 20 s], attributes: {status: bonded}, procedure: p}
        g: {at: [0 s, 0 s, 20 s, 20 s], attributes: {status: general}, procedure: p}
      procedures: {p: [{serve at: g, for: 100 s}]}
      """
    )
    let visits = log.visits
    #expect(visits.count == 7)
    #expect(visits.allSatisfy { !$0.hasPrefix("g") || $0.contains("g.l1") })
    #expect(visits.contains { $0.hasPrefix("b3 g.l2 20 ") })
  }

  /// With lanes for all no server idles while somebody waits, whatever the order of service.
  @Test(arguments: ["fifo", "lifo", "random", "priority", "shortest-job"])
  func nobodyIdles(_ queue: String) throws {
    let log = try ReplicationLog(
      """
      scenario: lanes
      runs for: 300 h
      classes: [a, b]
      stations:
        g: {queue: \(queue), joins: random, jockeying: yes, lanes: [{name: l1}, {name: l2}, {name: l3}]}
      arrivals: {t: {rate: 2.5 per h, class: {a: 50%, b: 50%}, procedure: p}}
      procedures: {p: [{serve at: g, for: exponential(1 h)}]}
      """
    )
    var changes: [(time: SimulatedTime, present: Int, busy: Int)] = []
    for visit in log.rows.passages {
      changes.append((visit.arrivedAt, 1, 0))
      if visit.startedAt != .never { changes.append((visit.startedAt, 0, 1)) }
      if visit.leftAt != .never { changes.append((visit.leftAt, -1, -1)) }
    }
    changes.sort { $0.time < $1.time }
    var (present, busy, waited) = (0, 0, 0)
    for (index, change) in changes.enumerated() {
      present += change.present
      busy += change.busy
      if index + 1 < changes.count, changes[index + 1].time == change.time { continue }
      #expect(busy == min(3, present))
      if present > 3 { waited += 1 }
    }
    #expect(waited > 300)
  }

  /// Two such lanes are an M/M/2 queue in numbers, and so in mean waits: ρ²/(μ(1 − ρ²)), ρ = 0.8.
  @Test func theory() throws {
    func wait(_ words: String) throws -> Double {
      let text = """
        scenario: two lanes
        runs for: 10000 h
        warm up: 100 h
        stations: {g: {lanes: [{name: l1}, {name: l2}]\(words)}}
        arrivals: {t: {rate: 1.6 per h, procedure: p}}
        procedures: {p: [{serve at: g, for: exponential(1 h)}]}
        """
      let logs = try (1...4).map {
        try ReplicationLog(text, replication: $0, recording: .summary)
      }
      return try logs.reduce(0) { try $0 + ($1.value("g.wait.mean") ?? .nan) / 3600 / 4 }
    }
    let (with, without) = try (wait(", jockeying: yes"), wait(""))
    // Three standard errors of four such replications; the same trucks come to both.
    #expect(abs(with - 0.64 / 0.36) < 0.3)
    #expect(without - with > 0.08 && without - with < 0.3)
  }
}
