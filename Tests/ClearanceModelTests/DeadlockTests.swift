import ClearanceModel
import EventSimulation
import Testing

/// Trucks that block each other in a circle.
@Suite struct DeadlockTests {
  /// Two stations whose trucks want each other's place, and one beside them; more flows go to b.
  private static func circle(
    a: String = "servers: 1, capacity: 1",
    b: String = "servers: 1, capacity: 1",
    more: [(flow: String, at: String, service: String)] = []
  ) -> String {
    """
    scenario: a circle
    runs for: 1000 s
    stations:
      a: {\(a), when full: block upstream}
      b: {\(b), when full: block upstream}
      other: {servers: 1}
    arrivals:
      t: {at: [0 s], procedure: p}
      u: {at: [0 s], procedure: q}
      v: {every: constant(10 s), procedure: r}
    \(more.map { "  \($0.flow): {at: [\($0.at)], procedure: to-\($0.flow)}\n" }.joined())
    procedures:
      p: [{serve at: a, for: 10 s}, {serve at: b, for: 10 s}]
      q: [{serve at: b, for: 20 s}, {serve at: a, for: 10 s}]
      r: [{serve at: other, for: 1 s}]
    \(more.map { "  to-\($0.flow): [{serve at: b, for: \($0.service)}]\n" }.joined())
    """
  }

  /// Each waits for the other's place; the replication ends there and names both stations.
  @Test func twoStations() throws {
    let log = try ReplicationLog(Self.circle())
    #expect(log.statistics.deadlock.map { log.plan.places[$0].name } == ["a", "b"])
    #expect(log.statistics.end.seconds == 20)
    #expect(log.statistics.inside == 2)
    #expect(!log.statistics.isStuck)
    #expect(log.visits.suffix(2) == ["t1 a 0 0 - blocked at end", "u1 b 0 0 - blocked at end"])
  }

  /// A second server that still serves keeps the circle alive, and then resolves it.
  @Test func aLiveServerHelps() throws {
    let text = Self.circle(b: "servers: 2, capacity: 2", more: [("w", "0 s", "50 s")])
    let log = try ReplicationLog(text)
    #expect(log.statistics.deadlock.isEmpty)
    #expect(log.visits.contains("t1 a 0 0 50"))
    #expect(log.visits.contains("u1 b 0 0 50"))
  }

  /// Nobody is dead while a server opens again for somebody who waits in the circle.
  @Test func aServerOpensAgain() throws {
    let text = Self.circle(
      b: "servers: [{from: 0 s, count: 1}, {from: 100 s, count: 2}], capacity: 2",
      more: [("w", "0 s", "50 s")]
    )
    let log = try ReplicationLog(text)
    #expect(log.statistics.deadlock.isEmpty)
    #expect(log.visits.contains("w1 b 0 100 150"))
    #expect(log.visits.contains("t1 a 0 0 150"))
  }

  /// A server that opens again in a full station where nobody waits helps nobody, however often.
  @Test func anOpeningDoesNotHelp() throws {
    let servers = "[{from: 0 s, count: 1}, {from: 50 s, count: 2}], repeats every: 100 s"
    let text = Self.circle(b: "servers: \(servers), capacity: 1")
    let log = try ReplicationLog(text)
    #expect(log.statistics.deadlock.map { log.plan.places[$0].name } == ["a", "b"])
    #expect(log.statistics.end.seconds == 20)
  }

  /// A server that is repaired while a blocked truck keeps it helps nobody.
  @Test func aRepairDoesNotHelp() throws {
    let failures = "fails after: constant(15 s), repaired in: constant(20 s), counts: any time"
    let text = Self.circle(a: "servers: 1, capacity: 1, \(failures)")
    let log = try ReplicationLog(text)
    #expect(log.statistics.deadlock.map { log.plan.places[$0].name } == ["a", "b"])
    #expect(log.statistics.end.seconds == 20)
  }

  /// Nobody is dead while a server is repaired for somebody who waits in the circle.
  @Test func aRepairHelpsWhoWaits() throws {
    let text = """
      scenario: a circle with a repair
      runs for: 1000 s
      stations:
        a: {servers: 1, capacity: 1, when full: block upstream}
        b:
          servers: 2
          capacity: 2
          when full: block upstream
          fails after: constant(30 s)
          repaired in: constant(25 s)
          counts: any time
      arrivals:
        t: {at: [0 s], procedure: p}
        u: {at: [0 s], procedure: q}
        w: {at: [5 s], procedure: s}
      procedures:
        p: [{serve at: a, for: 40 s}, {serve at: b, for: 10 s}]
        q: [{serve at: b, for: 20 s}, {serve at: a, for: 10 s}]
        s: [{serve at: b, for: 50 s}]
      """
    // When t is blocked at 40 s, w waits for the servers that have failed at 30 s.
    let two = try ReplicationLog(text)
    #expect(two.statistics.deadlock.isEmpty)
    #expect(two.visits.contains("w1 b 5 5 80"))
    #expect(two.visits.contains("t1 a 0 0 80"))
    // The only server is kept by u, broken or not.
    let one = try ReplicationLog(text, set: ["stations.b.servers=1"])
    #expect(one.statistics.deadlock.map { one.plan.places[$0].name } == ["a", "b"])
    #expect(one.statistics.end.seconds == 40)
  }

  /// Nobody is dead while somebody in the circle will give up waiting, and so make room.
  @Test func patienceEnds() throws {
    let text = Self.circle(
      b: "servers: 1, capacity: 2",
      more: [("w", "5 s", "50 s, patience: 40 s")]
    )
    let log = try ReplicationLog(text)
    #expect(log.statistics.deadlock.isEmpty)
    #expect(log.visits.contains("w1 b 5 - 45 reneged"))
    #expect(log.visits.contains("t1 a 0 0 45"))
    #expect(log.visits.contains("u1 b 0 0 45"))
  }

  /// The place of the one that gives up goes to one that stands before the station and has no
  /// patience: from then on all are dead.
  @Test func patienceEndsInVain() throws {
    let text = Self.circle(
      b: "servers: 1, capacity: 2",
      more: [("w", "5 s", "50 s, patience: 40 s"), ("x", "6 s", "50 s")]
    )
    let log = try ReplicationLog(text)
    #expect(log.statistics.deadlock.map { log.plan.places[$0].name } == ["a", "b"])
    #expect(log.statistics.end.seconds == 45)
  }

  /// A truck that comes back to its own full station by way of another one is alone in its circle.
  @Test func threeInARow() throws {
    let log = try ReplicationLog(
      """
      scenario: three
      runs for: 1000 s
      stations:
        a: {servers: 1, capacity: 1, when full: block upstream}
        b: {servers: 1, capacity: 1, when full: block upstream}
        c: {servers: 1, capacity: 1, when full: block upstream}
      arrivals: {t: {at: [0 s, 0 s, 0 s, 0 s], procedure: p}}
      procedures:
        p:
          - {name: first, serve at: a, for: 10 s}
          - {serve at: b, for: 10 s}
          - {serve at: c, for: 10 s}
          - {choose: [{share: 100%, go to: first}]}
      """
    )
    #expect(log.statistics.deadlock.map { log.plan.places[$0].name } == ["a", "b", "c"])
    // The fourth truck stands before a and is no part of the circle.
    #expect(log.statistics.inside == 4)
  }
}

/// Circles of stations that teams serve.
extension DeadlockTests {
  private static func teams(_ members: String, servers: Int = 1) -> String {
    """
    scenario: a circle of teams
    runs for: 1000 s
    teams: {x: {members: \(members), serves: [a, b, c]}}
    stations:
      a: {servers: \(servers), capacity: 2, when full: block upstream}
      b: {servers: 1, capacity: 1, when full: block upstream}
      c: {}
    arrivals:
      t: {at: [0 s], procedure: p}
      u: {at: [0 s], procedure: q}
      v: {at: [1 s], procedure: r}
      w: {at: [2 s], procedure: s}
    procedures:
      p: [{serve at: a, for: 10 s}, {serve at: b, for: 10 s}]
      q: [{serve at: b, for: 20 s}, {serve at: a, for: 10 s}]
      r: [{serve at: c, for: 100 s}]
      s: [{serve at: a, for: 10 s}]
    """
  }

  /// Each station is held by who wants the other; members are free and help nobody.
  @Test func teamsCannotHelp() throws {
    let log = try ReplicationLog(Self.teams("3"))
    #expect(log.statistics.deadlock.map { log.plan.places[$0].name } == ["a", "b"])
    #expect(log.statistics.end.seconds == 20)
  }

  /// Nobody is dead as long as a member who works elsewhere may come to who waits in the circle.
  @Test func aMemberComes() throws {
    let members = "[{from: 0 s, count: 2}, {from: 15 s, count: 1}]"
    let log = try ReplicationLog(Self.teams(members, servers: 2))
    #expect(log.statistics.deadlock.isEmpty)
    #expect(log.visits.contains("w1 a 2 110 120"))
    #expect(log.visits.contains("u1 b 0 0 120"))
  }
}
