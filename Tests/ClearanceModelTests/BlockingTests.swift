import ClearanceModel
import ClearanceRecords
import EventSimulation
import Testing

/// Stations that hold the trucks before them back when they are full.
@Suite struct BlockingTests {
  private static func text(
    _ stations: String,
    _ steps: String,
    at times: String,
    _ end: String = "runs until: empty",
    more: String = ""
  ) -> String {
    """
    scenario: blocking
    \(end)
    stations: {\(stations)}
    arrivals: {t: {at: [\(times)], procedure: p}\(more)}
    procedures: {p: [\(steps)]}
    """
  }

  private static let line =
    "a: {servers: 1}, b: {servers: 1, capacity: 1, when full: block upstream}"
  private static let steps = "{serve at: a, for: 10 s}, {serve at: b, for: 30 s}"

  /// By hand: b serves 10–40, 40–70, 70–100; a is kept 20–40, 50–70.
  @Test func blockedTruckKeepsItsServer() throws {
    let log = try ReplicationLog(Self.text(Self.line, Self.steps, at: "0 s, 0 s, 0 s"))
    #expect(
      log.visits == [
        "t1 a 0 0 10", "t1 b 10 10 40", "t2 a 0 10 40", "t2 b 40 40 70", "t3 a 0 40 70",
        "t3 b 70 70 100",
      ]
    )
    let ends = log.rows.passages.filter { $0.place == 0 }.map(\.endedAt.seconds)
    #expect(ends == [10, 20, 50])
    #expect(try log.value("a.blocked.mean") == 40.0 / 3)
    #expect(try log.value("a.blocked.max") == 20)
    #expect(try log.value("a.wait.max") == 40)
    #expect(try log.value("a.service.mean") == 10)
    #expect(try log.value("a.sojourn.mean") == 40)
    // Busy 30 s and kept 40 s of 100 s.
    #expect(try log.value("a.utilisation.mean") == 0.3)
    #expect(try log.value("a.blocked.share") == 0.4)
    #expect(try log.value("b.arrivals.count") == 3)
    #expect(try log.value("a.present.max") == 3)
    #expect(try log.value("b.present.max") == 1)
  }

  /// Two stations hold trucks back from a third: first blocked, first in.
  @Test func inOrderOfBlocking() throws {
    let stations =
      "a: {servers: 1}, c: {servers: 1}, b: {servers: 1, capacity: 1, when full: block upstream}"
    let log = try ReplicationLog(
      """
      scenario: two lines into one
      runs until: empty
      stations: {\(stations)}
      arrivals: {t: {at: [0 s, 0 s], procedure: p}, u: {at: [0 s, 0 s], procedure: q}}
      procedures:
        p: [{serve at: a, for: 10 s}, {serve at: b, for: 100 s}]
        q: [{serve at: c, for: 12 s}, {serve at: b, for: 100 s}]
      """
    )
    let order = log.visits.filter { $0.contains(" b ") }.map { $0.prefix(2) }
    // t1 comes in at 10 s; u1 is blocked at 12 s; t2 at 20 s; u2 at 122 s, when c serves again.
    #expect(order == ["t1", "u1", "t2", "u2"])
  }

  /// The lane is picked when a place falls free, not when the truck is blocked.
  @Test func laneIsPickedLate() throws {
    let stations = """
      a: {servers: 2}, b: {lanes: [{name: l1}, {name: l2}], capacity: 2, when full: block upstream}
      """
    let steps = """
      {serve at: a, for: 1 s}, {serve at: b, for: "discrete(10 s = 50%, 20 s = 50%)"}
      """
    let log = try ReplicationLog(
      Self.text(stations, steps, at: (0..<20).map { _ in "0 s" }.joined(separator: ", "))
    )
    // Whoever comes in finds its lane free, so nobody waits in b.
    #expect(try log.value("b.wait.max") == 0)
    #expect(try log.value("b.present.max") == 2)
  }

  /// Who comes from outside or from a delay stands before the station and holds nothing.
  @Test func standingTrucks() throws {
    let log = try ReplicationLog(
      Self.text(
        "b: {servers: 1, capacity: 1, when full: block upstream}",
        "{serve at: b, for: 10 s}",
        at: "0 s, 0 s, 1 s"
      )
    )
    #expect(log.visits == ["t1 b 0 0 10", "t2 b 10 10 20", "t3 b 20 20 30"])
    #expect(try log.value("b.wait.max") == 0)
    #expect(try log.value("flow.t.clearance.max") == 29)
    #expect(try log.value("zone.present.max") == 3)
    let delayed = try ReplicationLog(
      Self.text(
        "b: {servers: 1, capacity: 1, when full: block upstream}",
        "{delay for: 5 s}, {serve at: b, for: 10 s}",
        at: "0 s, 0 s"
      )
    )
    #expect(delayed.visits == ["t1 b 5 5 15", "t2 b 15 15 25"])
  }

  /// Who goes from a station to the same one takes its own place again.
  @Test func ownPlace() throws {
    let log = try ReplicationLog(
      Self.text(
        "b: {servers: 1, capacity: 1, when full: block upstream}",
        "{serve at: b, for: 10 s}, {serve at: b, for: 5 s}",
        at: "0 s, 0 s"
      )
    )
    #expect(log.visits == ["t1 b 0 0 10", "t1 b 10 10 15", "t2 b 15 15 25", "t2 b 25 25 30"])
    #expect(log.statistics.deadlock.isEmpty)
  }

  /// A run that ends with trucks blocked lists them as such.
  @Test func unfinished() throws {
    let log = try ReplicationLog(
      Self.text(Self.line, Self.steps, at: "0 s, 0 s, 0 s", "runs for: 25 s")
    )
    #expect(
      log.visits == [
        "t1 a 0 0 10", "t1 b 10 10 - in service at end", "t2 a 0 10 - blocked at end",
        "t3 a 0 - - waiting at end",
      ]
    )
    #expect(log.rows.passages.first { $0.truck == 2 }?.endedAt.seconds == 20)
  }

  /// What a truck has seized it keeps while it stands before a full station.
  @Test func seizedMeanwhile() throws {
    let log = try ReplicationLog(
      Self.text(
        "crane: {servers: 1}, b: {servers: 1, capacity: 1, when full: block upstream}",
        "{seize: crane}, {serve at: b, for: 10 s}, {release: crane}",
        at: "0 s, 0 s",
        more: ", u: {at: [0 s], procedure: q}"
      ).replacing("procedures: {", with: "procedures: {q: [{serve at: b, for: 15 s}], ")
    )
    #expect(log.visits.first == "t1 b 0 0 10")
    #expect(try log.value("crane.service.max") == 25)
  }
}
