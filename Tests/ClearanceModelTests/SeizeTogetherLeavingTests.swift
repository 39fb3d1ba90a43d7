import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import Testing

/// Trucks that want servers of several stations and do not get them.
@Suite struct SeizeTogetherLeavingTests {
  private static func dock(_ words: String, crane: String = "{servers: 1}") -> String {
    """
    scenario: dock and crane
    runs until: empty
    stations: {dock: {servers: 1}, crane: \(crane)}
    arrivals:
      a: {at: [0 s], procedure: a}
      both: {at: [1 s], procedure: both}
      c: {at: [2 s], procedure: c}
      late: {at: [3 s], procedure: both}
    procedures:
      a: [{serve at: dock, for: 100 s}]
      c: [{serve at: crane, for: 3 s}]
      both:
        - seize: {dock: 1, crane: 1}
          \(words)
        - delay for: 1 s
        - release: dock
    """
  }

  /// The free crane waits with the first truck until that gives up; then it serves the next.
  @Test func givesUpEverywhere() throws {
    let log = try ReplicationLog(Self.dock("patience: 10 s"))
    #expect(log.rows.passages.count { $0.outcome == .reneged } == 4)
    #expect(log.visits.filter { $0.hasPrefix("c1") } == ["c1 crane 2 11 14"])
    #expect(try log.value("dock.reneged.count") == 2)
    #expect(try log.value("crane.reneged.count") == 2)
    #expect(try log.value("flow.both.reneged.count") == 1)
    #expect(try log.value("crane.wait-all.mean") == 29.0 / 3)
    #expect(log.statistics.inside == 0)
  }

  /// What is left is gone to after the steps for those who leave; who waits longer is served.
  @Test func goesOn() throws {
    let steps = "patience: 10 s\n      on leaving: [{delay for: 5 s}]"
    let log = try ReplicationLog(Self.dock(steps))
    #expect(
      log.steps(of: "both1") == [
        "seize crane, dock/1 1 11", "seize crane, dock/1 1 11",
        "seize crane, dock/1/on leaving/delay/1 11 16", "delay/1 16 17", "release dock/1 17 17",
      ]
    )
    let patient = try ReplicationLog(Self.dock("patience: 99.5 s"))
    #expect(try patient.value("crane.reneged.count") == 1)
    #expect(patient.visits.contains("both1 dock 1 100 101"))
  }

  /// Two wait at the crane when the last one comes, one at the dock; those who go are lost where
  /// the queue is too long, and come to no other station.
  @Test(arguments: [(2, 0, 0), (1, 0, 1), (0, 1, 1)])
  func balks(_ limit: Int, _ atDock: Int, _ atCrane: Int) throws {
    let log = try ReplicationLog(Self.dock("leaves if queue over: \(limit)"))
    #expect(try log.value("dock.lost.count") == Double(atDock))
    #expect(try log.value("crane.lost.count") == Double(atCrane))
    #expect(try log.value("dock.arrivals.count") == Double(limit == 1 ? 2 : 3))
    #expect(try log.value("flow.late.lost.count") == Double(atCrane))
  }

  /// Who finds a station full goes on with what is left.
  @Test func turnedAway() throws {
    let log = try ReplicationLog(
      Self.dock("on leaving: [{delay for: 5 s}]", crane: "{servers: 1, capacity: 1}")
    )
    #expect(log.steps(of: "late1").first == "seize crane, dock/1/on leaving/delay/1 3 8")
    #expect(try log.value("flow.late.lost.count") == 1)
    #expect(throws: (any Error).self) { try ReplicationLog(Self.dock("on leaving: []")) }
  }

  /// A way back to a joint seize that refuses at once lets no time pass.
  @Test func wayBack() {
    let steps = "name: try\n      leaves if queue over: 0\n      on leaving: [{go to: try}]"
    #expect(throws: (any Error).self) { try ReplicationLog(Self.dock(steps)) }
  }
}
