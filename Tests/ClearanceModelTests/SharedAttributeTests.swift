import ClearanceRecords
import EventSimulation
import ScenarioFiles
import Testing

@testable import ClearanceModel

/// What a truck, or its lot, has together with all companions that come from it.
@Suite struct SharedAttributeTests {
  private static func log(
    _ arrivals: String,
    _ procedures: String,
    shared: String = "{result: [pending, passed, failed], units: number}",
    recording: RecordingLevel = .steps
  ) throws -> ReplicationLog {
    func indented(_ text: String) -> String {
      text.split(separator: "\n").map { "  \($0)\n" }.joined()
    }
    let text =
      "scenario: shared\nruns until: empty\nattributes: {own: number}\n"
      + "shared attributes: \(shared)\nstations:\n  lab: {servers: 1}\narrivals:\n"
      + "\(indented(arrivals))procedures:\n\(indented(procedures))"
    let loaded = try LoadedScenario.parse(text, file: "test.yaml")
    return ReplicationLog(loaded.plan.reduced(to: recording), recording: recording)
  }

  /// A companion sets what its truck, and a companion of a companion, wait for; the one that has
  /// waited longest goes first.
  @Test func wakesTheFamily() throws {
    let log = try Self.log(
      """
      t: {at: [0 s, 10 s], procedure: visit}
      """,
      """
      visit:
        - start: papers
        - delay for: 1 s
        - wait until: result != pending
        - serve at: lab
          for: result(passed = 5 s, failed = 7 s, pending = 1 h)
      papers:
        - start: copy
        - delay for: 30 s
        - set: {result: failed}
      copy:
        - wait until: result = failed
        - serve at: lab
          for: 2 s
      """
    )
    // The copy has waited from the start, the truck from a second later.
    #expect(
      log.visits
        == [
          "t1 lab 0 30 32", "t1 lab 1 32 39", "t2 lab 10 40 42", "t2 lab 11 42 49",
        ].map { Self.woken($0) }
    )
    #expect(log.stays == ["t1 0 39 39", "t2 10 49 49"])
  }

  /// Who waits joins the queue of the laboratory when it is woken.
  private static func woken(_ visit: String) -> String {
    let parts = visit.split(separator: " ")
    let joined = parts[0] == "t1" ? "30" : "40"
    return "\(parts[0]) lab \(joined) \(parts[3]) \(parts[4])"
  }

  /// All trucks of a lot have one value, also those that come late; the next lot begins anew.
  @Test(arguments: [RecordingLevel.summary, .passages, .steps])
  func lots(_ level: RecordingLevel) throws {
    let log = try Self.log(
      """
      t: {at: [0 s, 10 s, 20 s, 30 s, 40 s], lot: 2, procedure: visit}
      u: {at: [5 s, 15 s], procedure: visit}
      """,
      """
      visit:
        - set: {units: units + 1, own: units}
        - {sum: seen, of: units * 2 - own}
        - choose:
            - when: units >= 2
              do: [{count: later}]
      """,
      recording: level
    )
    // 1, 2 | 1, 2 | 1 and twice 1.
    #expect(try log.value("flow.t.seen.sum") == 7)
    #expect(try log.value("flow.t.later.count") == 2)
    #expect(try log.value("flow.u.seen.sum") == 2)
  }

  /// A family lives as long as its last companion; what goes out for a pile is a family of its own.
  @Test func outlivesTheTruck() throws {
    let log = try ReplicationLog(
      """
      scenario: piles
      runs until: empty
      shared attributes: {units: number}
      stations: {lab: {servers: 1}}
      arrivals: {t: {at: [0 s, 1 s], procedure: visit}}
      collections:
        day: {closings: [{cut: 1 h, due: 1 h}], starts: declare}
      procedures:
        visit:
          - set: {units: 5}
          - start: papers
          - gather: day
        papers:
          - delay for: 2 h
          - {sum: later, of: units}
          - start: copy
        copy:
          - delay for: 1 h
          - {sum: copies, of: units}
        declare:
          - {sum: piles, of: units + 1}
      """
    )
    #expect(try log.value("flow.t.later.sum") == 10)
    #expect(try log.value("flow.t.copies.sum") == 10)
    #expect(try log.value("flow.t.piles.sum") == 1)
  }

  /// Branches read what is shared, and may wait for it; a companion of a branch sets it.
  @Test func inBranches() throws {
    let log = try Self.log(
      "t: {at: [0 s], procedure: visit}",
      """
      visit:
        - do in parallel:
            - - start: papers
              - wait until: result = passed
            - - delay for: result(pending = 3 s, otherwise = 1 h)
        - delay for: result(pending = 1 h, otherwise = 3 s)
      papers:
        - delay for: 60 s
        - set: {result: passed}
      """
    )
    #expect(log.stays == ["t1 0 63 63"])
  }

  /// A truck that waits for what nobody will set stands for ever; the run says so.
  @Test func stuck() throws {
    let log = try Self.log(
      "t: {at: [0 s], procedure: visit}",
      """
      visit:
        - start: papers
        - wait until: result = passed
      papers:
        - delay for: 60 s
        - set: {result: failed}
      """
    )
    #expect(log.statistics.isStuck)
    #expect(log.statistics.inside == 1)
  }

  /// Draws of a shared value are those of its step, and the same reduced or not.
  @Test func draws() throws {
    let text = """
      visit:
        - set: {result: "discrete(passed = 40%, failed = 60%)", units: "uniform(0, 1)"}
        - {sum: passed, of: "result(passed = 1, otherwise = 0)"}
        - {sum: units, of: "units * chance(50%)"}
        - {serve at: lab, for: units * 1 min}
      """
    let arrivals = "t: {every: 1 min, at most: 4000, procedure: visit}"
    let logs = try [RecordingLevel.summary, .steps].map {
      try Self.log(arrivals, text, recording: $0)
    }
    #expect(logs[0].statistics.fingerprint == logs[1].statistics.fingerprint)
    let passed = try logs.map { try $0.value("flow.t.passed.sum") ?? 0 }
    #expect(passed[0] == passed[1])
    // Five standard deviations of a binomial number.
    #expect(abs(passed[0] - 1_600) < 5 * (4_000 * 0.4 * 0.6).squareRoot())
    let units = try logs.map { try $0.value("flow.t.units.sum") ?? 0 }
    #expect(units[0] == units[1])
    #expect(abs(units[0] - 1_000) < 100)
  }

  /// Over a long run records, values and lines stay as many as there are families at a time.
  @Test func recordsAreFreed() throws {
    let plan = try LoadedScenario.parse(
      """
      scenario: a long run
      runs for: 4000 h
      shared attributes: {result: [pending, passed], units: number}
      stations: {lab: {servers: 2}, dock: {servers: 3}, crane: {servers: 2}}
      arrivals:
        t: {rate: 5 per h, procedure: visit}
        lots: {rate: 2 per h, lot: 3, procedure: visit}
      procedures:
        visit:
          - start: papers
          - do in parallel: [[{delay for: 1 min}], [{wait until: result = passed}]]
          - seize: {dock: 1, crane: 1}
          - delay for: 2 min
          - set: {units: units + 1}
        papers:
          - serve at: lab
            for: exponential(10 min)
          - set: {result: passed}
          - delay for: exponential(30 min)
      """,
      file: "test.yaml"
    ).plan
    var generator = ArrivalGenerator(plan: plan, seed: 3, replication: 1)
    var replication = Replication(plan: plan, seed: 3, number: 1, recording: .summary)
    var batch = ArrivalBatch()
    generator.fill(&batch)
    var position = 0
    var arrived: UInt64 = 0
    advancing: while true {
      switch replication.advance(through: batch, from: &position, atMost: 10_000) {
      case .needsArrivals:
        generator.fill(&batch)
        position = 0
      case .rowsAreFull, .tookItsTurn: continue
      case .ended: break advancing
      }
    }
    let families = replication.simulation.model.families.count
    let values = replication.simulation.model.sharedValues.count
    let lines = replication.simulation.model.waiting.lines.count
    arrived = replication.finish().trucks
    #expect(arrived > 27_000)
    // Some 5 trucks and companions at a time on average; hardly ever ten times as many.
    #expect(families < 80)
    #expect(values == 2 * families)
    #expect(lines < plan.places.count + 1 + 80)
  }
}
