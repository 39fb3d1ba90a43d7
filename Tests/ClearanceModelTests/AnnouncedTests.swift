import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles
import Testing

/// Trucks that are announced before they come.
@Suite struct AnnouncedTests {
  private static func log(
    _ steps: String,
    companion: String = "[]"
  ) throws -> ReplicationLog {
    let steps = steps.split(separator: "\n").map { "    \($0)\n" }.joined() + "  c: \(companion)\n"
    return try ReplicationLog(
      "scenario: announced\nruns until: empty\nstations:\n  gate: {servers: 1}\narrivals:\n"
        + "  a: {at: [0 s, 20 s], procedure: p}\nprocedures:\n  p:\n" + steps
    )
  }

  /// Clearance, marks, stages and the zone count from the clock's start.
  @Test func counts() throws {
    let log = try Self.log(
      """
      - stage: papers
      - delay for: 100 s
      - mark: ready
      - clock: starts
      - stage: queue
      - serve at: gate
        for: 30 s
      - mark: gate
      - mark: cleared
      - delay for: 10 s
      """
    )
    #expect(log.stays == ["a1 0 130 140", "a2 20 160 170"])
    #expect(log.rows.trucks.map(\.cameAt.seconds) == [100, 120])
    #expect(try log.value("flow.a.clearance.max") == 40)
    #expect(try log.value("flow.a.to-gate.mean") == 35)
    #expect(log.statistics.marks.map(\.tally.count) == [0, 2, 0])
    #expect(log.statistics.zonePresent.maximum == 2)
    // 40 s + 50 s.
    #expect(log.statistics.zonePresent.area == 90_000_000)
    let stages = log.plan.stages.indices.map { log.statistics.stages[$0].tally.sum }
    #expect(stages == [0, 0, 70_000_000])
    #expect(log.steps(of: "a1").contains("clock/1 100 100"))
  }

  /// A companion that was sent before knows no other time than its own; a branch starts the clock of
  /// its truck.
  @Test func companionsAndBranches() throws {
    let log = try Self.log(
      """
      - start: c
      - do in parallel:
          - [{delay for: 50 s}, {clock: starts}, {delay for: 5 s}]
          - [{delay for: 52 s}, {mark: inside}]
      """,
      companion: "[{delay for: 7 s}, {mark: papers}]"
    )
    #expect(try log.value("flow.a.clearance.mean") == 5)
    #expect(try log.value("flow.a.to-inside.mean") == 2)
    #expect(try log.value("flow.a.to-papers.mean") == 7)
  }

  /// Who leaves before it has come was never here, and was never cleared.
  @Test func neverComes() throws {
    let log = try Self.log(
      """
      - delay for: 60 s
      - choose: [{when: time of day < 65 s, go to: end}]
      - clock: starts
      - delay for: 1 s
      """
    )
    #expect(log.stays == ["a1 0 - 60", "a2 20 81 81"])
    #expect(log.statistics.zonePresent.maximum == 1)
    #expect(log.statistics.flowCounts[0].departures == 2)
    #expect(log.statistics.inside == 0)
  }
}
