import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles
import Testing

/// Servers that take several trucks at a time.
@Suite struct TogetherTests {
  private static func station(
    _ words: String,
    at times: String,
    service: String = "30 s",
    end: String = "runs until: empty"
  ) -> String {
    """
    scenario: a ferry
    \(end)
    stations: {a: {servers: 1, \(words)}}
    arrivals: {t: {at: [\(times)], procedure: p}}
    procedures: {p: [{serve at: a, for: \(service)}]}
    """
  }

  /// Who comes to a free server is served alone, then as many as wait.
  @Test func upToSeveral() throws {
    let log = try ReplicationLog(
      Self.station("serves together: 2", at: "0 s, 1 s, 2 s, 3 s")
    )
    #expect(log.visits == ["t1 a 0 0 30", "t2 a 1 30 60", "t3 a 2 30 60", "t4 a 3 60 90"])
    #expect(log.steps(of: "t3") == ["serve at a/1 2 60"])
    // Waits 0, 29, 28, 57 s; one server, busy for 90 s.
    #expect(try log.value("a.wait.mean") == 28.5)
    #expect(try log.value("a.service.mean") == 30)
    #expect(try log.value("a.queue.max") == 3)
    #expect(try log.value("a.present.max") == 4)
    #expect(try log.value("a.utilisation.mean") == 1)
    #expect(log.place("a")?.busy.area == 90_000_000)
    // Four arrivals, four ends of service.
    #expect(log.statistics.fingerprint.count == 8)
  }

  /// Who comes alone is never counted as waiting.
  @Test func aloneWithoutWaiting() throws {
    let log = try ReplicationLog(
      Self.station("serves together: 5", at: "0 s, 40 s, 80 s"),
      recording: .intervals
    )
    #expect(try log.value("a.wait.max") == 0)
    #expect(log.rows.intervals.map(\.queueMax) == [0])
  }

  /// A server waits for company; the last truck finds none, and the run ends with it.
  @Test func exactlySeveral() throws {
    let log = try ReplicationLog(
      Self.station("serves together: exactly 2", at: "0 s, 10 s, 20 s, 40 s, 50 s")
    )
    #expect(
      log.visits == [
        "t1 a 0 10 40", "t2 a 10 10 40", "t3 a 20 40 70", "t4 a 40 40 70",
        "t5 a 50 - - waiting at end",
      ]
    )
    #expect(log.statistics.isStuck)
    #expect(log.statistics.inside == 1)
  }

  /// The service of all is that of the truck that stood first, by the order of the queue.
  @Test(arguments: [
    ("fifo", ["f1 a 0 0 10", "g1 a 1 10 30", "h1 a 2 10 30"]),
    ("lifo", ["f1 a 0 0 10", "h1 a 2 10 50", "g1 a 1 10 50"]),
    ("priority", ["f1 a 0 0 10", "h1 a 2 10 50", "g1 a 1 10 50"]),
    ("shortest-job", ["f1 a 0 0 10", "g1 a 1 10 30", "h1 a 2 10 30"]),
  ])
  func firstDecides(_ queue: String, _ visits: [String]) throws {
    let log = try ReplicationLog(
      """
      scenario: a ferry
      runs until: empty
      classes: [h, g, f]
      stations: {a: {servers: 1, serves together: 2, queue: \(queue)}}
      arrivals:
        f: {at: [0 s], class: f, procedure: f}
        g: {at: [1 s], class: g, procedure: g}
        h: {at: [2 s], class: h, procedure: h}
      procedures:
        f: [{serve at: a, for: 10 s}]
        g: [{serve at: a, for: 20 s}]
        h: [{serve at: a, for: 40 s}]
      """
    )
    #expect(log.visits == visits)
  }

  /// They claim their next places in the order in which they stood, before the server goes on and
  /// before the first of them does.
  @Test func nextPlaces() throws {
    let log = try ReplicationLog(
      """
      scenario: a ferry
      runs until: empty
      stations:
        a: {servers: 1, serves together: exactly 3}
        b: {servers: 1, capacity: 2}
      arrivals: {t: {at: [0 s, 1 s, 2 s], procedure: p}}
      procedures: {p: [{serve at: a, for: 10 s}, {serve at: b, for: 10 s}]}
      """
    )
    #expect(
      log.visits == [
        "t1 a 0 2 12", "t2 a 1 2 12", "t3 a 2 2 12", "t3 b 12 - 12 turned away", "t1 b 12 12 22",
        "t2 b 12 22 32",
      ]
    )
    #expect(log.stays == ["t3 2 - 12 turned away", "t1 0 22 22", "t2 1 32 32"])
    #expect(try log.value("b.lost.count") == 1)
  }

  /// All have left before the first of them wants a place again.
  @Test func backToTheSameStation() throws {
    let log = try ReplicationLog(
      """
      scenario: a ferry
      runs until: empty
      stations: {a: {servers: 1, serves together: 2, capacity: 3}}
      arrivals: {t: {at: [0 s, 1 s, 2 s], procedure: p}}
      procedures: {p: [{serve at: a, for: 10 s}, {serve at: a, for: 10 s}]}
      """
    )
    // t1 comes back to two who wait; those go first, then all are served with who stands there.
    #expect(
      log.visits == [
        "t1 a 0 0 10", "t2 a 1 10 20", "t3 a 2 10 20", "t1 a 10 20 30", "t2 a 20 30 40",
        "t3 a 20 30 40",
      ]
    )
    #expect(try log.value("a.lost.count") == 0)
  }

  /// A lane is as long as trucks wait and are served there, not servers.
  @Test func lanesByTrucks() throws {
    let text = """
      scenario: ferries
      runs until: empty
      stations: {a: {lanes: [{name: l1}, {name: l2}], serves together: exactly 2}}
      arrivals: {t: {at: [0 s, 0 s, 0 s, 0 s], procedure: p}}
      procedures: {p: [{serve at: a, for: 30 s}]}
      """
    for replication in 1...20 {
      let log = try ReplicationLog(text, replication: replication)
      #expect(log.rows.passages.allSatisfy { $0.startedAt == .zero })
    }
  }

  /// Warm-up and end of the run fall within services of several; conservation is checked by the run.
  @Test func cutOff() throws {
    let log = try ReplicationLog(
      Self.station(
        "serves together: 3",
        at: "0 s, 1 s, 2 s, 3 s, 33 s",
        service: "20 s",
        end: "runs for: 55 s\nwarm up: 30 s"
      )
    )
    #expect(
      log.visits == [
        "t1 a 0 0 20", "t2 a 1 20 40", "t3 a 2 20 40", "t4 a 3 20 40",
        "t5 a 33 40 - in service at end",
      ]
    )
    #expect(try log.value("a.utilisation.mean") == 1)
    #expect(try log.value("a.throughput.mean") == 3 / (25.0 / 3600))
  }

  /// Exponential service of up to five, with arrivals at 4 and services at 1 per hour.
  ///
  /// While the server is busy n wait with the chance C rⁿ, where r⁶ − 5r + 4 = 0; it is idle with
  /// C/4. Of such queues: Bailey, Journal of the Royal Statistical Society B 16 (1954), 80–87.
  @Test func theory() throws {
    let text = """
      scenario: bulk service
      runs for: 20000 h
      warm up: 100 h
      stations: {b: {servers: 1, serves together: 5}}
      arrivals: {t: {rate: 4 per h, procedure: p}}
      procedures: {p: [{serve at: b, for: exponential(1 h)}]}
      """
    let logs = try (1...4).map { try ReplicationLog(text, replication: $0, recording: .summary) }
    let queue = try logs.reduce(0) { try $0 + ($1.value("b.queue.mean") ?? .nan) / 4 }
    let idle = try logs.reduce(1) { try $0 - ($1.value("b.utilisation.mean") ?? .nan) / 4 }
    // Three standard errors of four such replications.
    #expect(abs(queue - 12.3816) < 1)
    #expect(abs(idle - 0.0180) < 0.0015)
  }
}
