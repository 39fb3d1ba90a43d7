import ClearanceModel
import EventSimulation
import Testing

/// Trucks that block each other in a circle.
@Suite struct DeadlockTests {
  private static func circle(_ b: String, again: String = "") -> String {
    """
    scenario: a circle
    runs for: 1000 s
    stations:
      a: {servers: 1, capacity: 1, when full: block upstream}
      b: {servers: 1, capacity: 1, when full: block upstream\(b)}
      other: {servers: 1}
    arrivals:
      t: {at: [0 s], procedure: p}
      u: {at: [0 s], procedure: q}
      v: {every: constant(10 s), procedure: r}
    procedures:
      p: [{serve at: a, for: 10 s}, {serve at: b, for: 10 s}]
      q: [{serve at: b, for: 20 s}, {serve at: a, for: 10 s}]
      r: [{serve at: other, for: 1 s}]
    """
  }

  /// Each waits for the other's place; the replication ends there and names both stations.
  @Test func twoStations() throws {
    let log = try ReplicationLog(Self.circle(""))
    #expect(log.statistics.deadlock.map { log.plan.places[$0].name } == ["a", "b"])
    #expect(log.statistics.end.seconds == 20)
    #expect(log.statistics.inside == 2)
    #expect(!log.statistics.isStuck)
    #expect(log.visits.suffix(2) == ["t1 a 0 0 - blocked at end", "u1 b 0 0 - blocked at end"])
  }

  /// A second server that still serves keeps the circle alive, and then resolves it.
  @Test func aLiveServerHelps() throws {
    let text = Self.circle("").replacing(
      "b: {servers: 1, capacity: 1",
      with: "b: {servers: 2, capacity: 2"
    ).replacing(
      "u: {at: [0 s], procedure: q}",
      with: "u: {at: [0 s], procedure: q}\n  w: {at: [0 s], procedure: s}"
    )
    .replacing("  r: [", with: "  s: [{serve at: b, for: 50 s}]\n  r: [")
    let log = try ReplicationLog(text)
    #expect(log.statistics.deadlock.isEmpty)
    #expect(log.visits.contains("t1 a 0 0 50"))
    #expect(log.visits.contains("u1 b 0 0 50"))
  }

  /// Nobody is dead while a closed server of the circle will open again.
  @Test func aServerOpensAgain() throws {
    let text = Self.circle("").replacing(
      "b: {servers: 1, capacity: 1",
      with: "b: {servers: [{from: 0 s, count: 1}, {from: 100 s, count: 2}], capacity: 1"
    )
    let log = try ReplicationLog(text)
    // The second server does not help, since there is only one place; then all are dead.
    #expect(log.statistics.deadlock.map { log.plan.places[$0].name } == ["a", "b"])
    #expect(log.statistics.end.seconds == 100)
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
