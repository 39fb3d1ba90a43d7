import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import Testing

/// Servers that fail and are repaired.
@Suite struct FailureTests {
  private static func text(
    _ station: String,
    at times: String,
    service: String,
    _ end: String = "runs until: empty"
  ) -> String {
    """
    scenario: failures
    \(end)
    stations: {a: {\(station)}}
    arrivals: {t: {at: [\(times)], procedure: p}}
    procedures: {p: [{serve at: a, for: \(service)}]}
    """
  }

  /// After 60 s of service 15 s of repair, and the truck resumes at the head; idle time is no age.
  @Test func busyTime() throws {
    let log = try ReplicationLog(
      Self.text(
        "servers: 1, fails after: 60 s, repaired in: 15 s",
        at: "100 s, 100 s",
        service: "50 s"
      )
    )
    // 100–150; 150–160, broken 160–175, 175–215.
    #expect(log.visits == ["t1 a 100 100 150", "t2 a 100 150 215"])
    #expect(try log.value("a.wait.mean") == (0 + 50 + 15) / 2)
    #expect(try log.value("a.service.mean") == 50)
    // A broken server is not open: 100 busy of 215 − 15.
    #expect(try log.value("a.utilisation.mean") == 0.5)
    // Two arrivals, two ends of service, a failure, a repair.
    #expect(log.statistics.fingerprint.count == 6)
  }

  /// The same by the clock: 60–75 broken, 135–150 broken, so that the service is not touched.
  @Test func anyTime() throws {
    let log = try ReplicationLog(
      Self.text(
        "servers: 1, fails after: 60 s, repaired in: 15 s, counts: any time",
        at: "70 s, 100 s",
        service: "50 s"
      )
    )
    // t1 waits for the repair: 75–125; t2 125–135, broken 135–150, 150–190.
    #expect(log.visits == ["t1 a 70 75 125", "t2 a 100 125 190"])
    #expect(log.place("a")?.open.area == 160_000_000)
  }

  /// Another free server takes the truck over at once.
  @Test func takenOver() throws {
    let log = try ReplicationLog(
      Self.text(
        "servers: 2, fails after: 30 s, repaired in: 1000 s",
        at: "0 s",
        service: "50 s"
      )
    )
    #expect(log.visits == ["t1 a 0 0 50"])
    #expect(try log.value("a.wait.max") == 0)
  }

  /// A server that works takes the place of a broken one as far as the clock lets it open.
  @Test func closedServersStandIn() throws {
    let log = try ReplicationLog(
      Self.text(
        """
        servers: [{from: 0 s, count: 1}, {from: 500 s, count: 2}], fails after: 30 s, \
        repaired in: 1000 s
        """,
        at: "0 s",
        service: "50 s"
      )
    )
    #expect(log.visits == ["t1 a 0 0 50"])
  }

  /// A failure at the instant at which a service ends comes first: the order of an instant.
  @Test func failureBeforeEndOfService() throws {
    let log = try ReplicationLog(
      Self.text("servers: 1, fails after: 50 s, repaired in: 15 s", at: "0 s", service: "50 s")
    )
    #expect(log.visits == ["t1 a 0 0 65"])
  }

  /// A server that fails while a blocked truck holds it is repaired meanwhile or afterwards.
  @Test func failsWhileBlocked() throws {
    let log = try ReplicationLog(
      """
      scenario: failures and blocking
      runs until: empty
      stations:
        a: {servers: 1, fails after: 45 s, repaired in: 100 s, counts: any time}
        b: {servers: 1, capacity: 1, when full: block upstream}
      arrivals: {t: {at: [0 s, 0 s, 0 s], procedure: p}}
      procedures: {p: [{serve at: a, for: 10 s}, {serve at: b, for: 30 s}]}
      """
    )
    // a is kept by t2 over 20–40; it fails at 45 while it serves t3 (40–45), repaired at 145.
    #expect(
      log.visits.filter { $0.contains(" a ") } == ["t1 a 0 0 10", "t2 a 0 10 40", "t3 a 0 40 150"]
    )
    let held = try ReplicationLog(
      """
      scenario: failures and blocking
      runs until: empty
      stations:
        a: {servers: 1, fails after: 25 s, repaired in: 100 s, counts: any time}
        b: {servers: 1, capacity: 1, when full: block upstream}
      arrivals: {t: {at: [0 s, 0 s, 0 s], procedure: p}}
      procedures: {p: [{serve at: a, for: 10 s}, {serve at: b, for: 30 s}]}
      """
    )
    // It fails at 25 while t2 holds it; t2 leaves at 40, and t3 waits for the repair at 125.
    #expect(
      held.visits.filter { $0.contains(" a ") } == [
        "t1 a 0 0 10", "t2 a 0 10 40", "t3 a 0 125 135",
      ]
    )
  }

  /// Lanes fail one by one, and trucks join lanes that work.
  @Test func lanes() throws {
    let log = try ReplicationLog(
      """
      scenario: lanes that fail
      runs for: 400 h
      stations:
        a:
          lanes: [{name: l1}, {name: l2}]
          fails after: exponential(20 min)
          repaired in: exponential(4 min)
          counts: any time
      arrivals: {t: {every: exponential(2 min), procedure: p}}
      procedures: {p: [{serve at: a, for: exponential(2 min)}]}
      """
    )
    let open = try #require(log.place("a.l1")?.open)
    let share = Double(open.area) / 400 / 3_600_000_000
    // Five sixths; a cycle of 24 min comes 1,000 times, so that three standard errors are 0.04.
    #expect(abs(share - 5.0 / 6) < 0.04)
  }

  /// Each server has a stream of its own: more servers leave the first one's failures in place.
  @Test func ownStreams() throws {
    func failures(_ servers: Int) throws -> Int64 {
      let log = try ReplicationLog(
        Self.text(
          """
          servers: \(servers), fails after: exponential(20 min), repaired in: 4 min, \
          counts: any time
          """,
          at: "0 s",
          service: "1 s",
          "runs for: 100 h"
        )
      )
      return Int64(log.statistics.fingerprint.count)
    }
    #expect(try failures(2) > failures(1) + 400)
  }

  /// A run until empty is over although failures go on for ever; and stuck where nothing helps.
  @Test func untilEmpty() throws {
    let log = try ReplicationLog(
      Self.text(
        "servers: 1, fails after: 60 s, repaired in: 15 s, counts: any time",
        at: "0 s",
        service: "10 s"
      )
    )
    #expect(log.statistics.end.seconds == 10)
    #expect(!log.statistics.isStuck)
  }

  /// Repairs where nobody waits keep no run alive; those that somebody waits for do.
  @Test func stuckBesideRepairs() throws {
    let text = """
      scenario: one waits for another
      runs until: empty
      stations:
        a: {servers: 1, serves together: exactly 2}
        b: {servers: 2, fails after: constant(10 s), repaired in: constant(10 s), counts: any time}
      arrivals: {t: {at: [0 s], procedure: p}, u: {at: [0 s], procedure: q}}
      procedures: {p: [{serve at: a, for: 1 s}], q: [{serve at: b, for: 25 s}]}
      """
    let log = try ReplicationLog(text)
    #expect(log.visits == ["u1 b 0 0 45", "t1 a 0 - - waiting at end"])
    #expect(log.statistics.isStuck)
    // With the first failure after the end of the last service, though not all servers work.
    #expect(log.statistics.end.seconds == 50)
  }
}
