import ClearanceModel
import ClearanceRecords
import EventSimulation
import ScenarioFiles
import Testing

/// How long it takes to get over an outage, by hand.
@Suite("Recovery from outages")
struct OutageRecoveryTests {
  /// A truck every 10 min; the gate needs 6 min; who comes while the window is out stands.
  private static func values(
    _ shifts: String,
    runs: String = "5 h",
    further: String = "",
    of names: [String] = ["recovery.mean", "recovery.count", "out.share"]
  ) throws -> [Double?] {
    let loaded = try LoadedScenario.parse(
      """
      scenario: a window that is out
      runs for: \(runs)
      \(further)
      stations:
        window: {servers: [\(shifts)]}
        gate: {servers: 1}
      arrivals:
        trucks: {every: 10 min, procedure: pass}
      procedures:
        pass:
          - wait until: open at window > 0
          - serve at: gate
            for: 6 min
      """,
      file: "window.yaml"
    )
    var plan = loaded.plan
    plan.outages = [OutagePlan(place: 0, queues: [1])]
    let log = ReplicationLog(plan, seed: 1, recording: .summary)
    let catalogue = try MeasureCatalogue(plan: plan, names: names.map { "window.\($0)" })
    return MeasureValues(catalogue, of: log.statistics).values
  }

  /// Nobody waits at 60 min.
  ///
  /// Six stand at 120 min, and one more comes: the gate is free of a queue
  /// when its tenth service after that begins, at 198 min.
  @Test("is over when no more wait than when it began")
  func byHand() throws {
    let found = try Self.values(
      "{from: 0 h, count: 1}, {from: 60 min, count: 0}, {from: 120 min, count: 1}"
    )
    #expect(found == [78 * 60, 1, 0.2])
  }

  /// The second outage begins while five wait for the first to be got over.
  @Test("an outage before it is over continues the last one")
  func again() throws {
    let found = try Self.values(
      "{from: 0 h, count: 1}, {from: 60 min, count: 0}, {from: 120 min, count: 1}, "
        + "{from: 130 min, count: 0}, {from: 140 min, count: 1}"
    )
    #expect(found == [58 * 60, 1, 70.0 / 300])
  }

  @Test("what is not got over by the end is not counted")
  func unfinished() throws {
    let found = try Self.values(
      "{from: 0 h, count: 1}, {from: 60 min, count: 0}, {from: 120 min, count: 1}",
      runs: "3 h"
    )
    #expect(found == [nil, 0, 1.0 / 3])
  }

  @Test("an outage that holds nobody up is got over at its end")
  func nobody() throws {
    let found = try Self.values(
      "{from: 0 h, count: 1}, {from: 61 min, count: 0}, {from: 69 min, count: 1}"
    )
    #expect(found == [0, 1, 8.0 / 300])
  }

  @Test("a warm-up forgets what was got over before")
  func warmUp() throws {
    let found = try Self.values(
      "{from: 0 h, count: 1}, {from: 60 min, count: 0}, {from: 120 min, count: 1}",
      further: "warm up: 4 h"
    )
    #expect(found == [nil, 0, 0])
  }

  @Test("a system may be out from the start")
  func fromTheStart() throws {
    let found = try Self.values("{from: 0 h, count: 0}, {from: 25 min, count: 1}")
    // Two stand at 25 min; one is served at once, the other begins at 31 min, when one has come at 30.
    #expect(found[1] == 1)
    #expect(found[0] == 720.0)
  }
}
