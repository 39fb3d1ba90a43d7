import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles
import Testing

/// Who is served when: logs worked out by hand.
@Suite struct DisciplineTests {
  private static func station(_ words: String, at times: String, service: String = "30 s") -> String
  {
    """
    scenario: one station
    runs until: empty
    stations: {a: \(words)}
    arrivals: {t: {at: [\(times)], procedure: p}}
    procedures: {p: [{serve at: a, for: \(service)}]}
    """
  }

  @Test func firstComeFirstServed() throws {
    let log = try ReplicationLog(Self.station("{servers: 1}", at: "0 s, 10 s, 20 s"))
    #expect(log.visits == ["t1 a 0 0 30", "t2 a 10 30 60", "t3 a 20 60 90"])
    #expect(log.stays == ["t1 0 30 30", "t2 10 60 60", "t3 20 90 90"])
    #expect(log.steps(of: "t2") == ["serve at a/1 10 60"])
    // Waits 0, 20, 40 s; 60 truck-seconds of queue over 90 s.
    #expect(try log.value("a.wait.mean") == 20)
    #expect(try log.value("a.wait.max") == 40)
    #expect(try log.value("a.wait.share-waiting") == 2.0 / 3)
    #expect(try log.value("a.queue.mean") == 60.0 / 90)
    #expect(try log.value("a.queue.max") == 2)
    #expect(try log.value("a.present.mean") == 150.0 / 90)
    #expect(try log.value("a.utilisation.mean") == 1)
    #expect(try log.value("a.throughput.mean") == 120)
    #expect(try log.value("flow.t.clearance.mean") == 50)
    #expect(try log.value("zone.present.mean") == 150.0 / 90)
    #expect(try log.value("zone.makespan.mean") == 90)
    // Three arrivals and three ends of service.
    #expect(log.statistics.fingerprint.count == 6)
  }

  @Test func lastComeFirstServed() throws {
    let log = try ReplicationLog(
      Self.station("{servers: 1, queue: lifo}", at: "0 s, 10 s, 20 s, 25 s, 70 s")
    )
    #expect(
      log.visits == [
        "t1 a 0 0 30", "t4 a 25 30 60", "t3 a 20 60 90", "t5 a 70 90 120", "t2 a 10 120 150",
      ]
    )
  }

  /// The order of `classes` counts, not that of coming; nobody in service is interrupted.
  @Test func priorityByClass() throws {
    let log = try ReplicationLog(
      """
      scenario: three classes
      runs until: empty
      classes: [urgent, aeo, ordinary]
      stations: {a: {servers: 1, queue: priority}}
      arrivals:
        o: {at: [0 s, 5 s, 6 s], class: ordinary, procedure: p}
        e: {at: [10 s, 20 s], class: aeo, procedure: p}
        u: {at: [65 s], class: urgent, procedure: p}
      procedures: {p: [{serve at: a, for: 30 s}]}
      """
    )
    #expect(
      log.visits == [
        "o1 a 0 0 30", "e1 a 10 30 60", "e2 a 20 60 90", "u1 a 65 90 120", "o2 a 5 120 150",
        "o3 a 6 150 180",
      ]
    )
    #expect(try log.value("a[aeo].wait.mean") == 30)
    #expect(try log.value("a[urgent].wait.max") == 25)
    #expect(try log.value("flow.o[ordinary].clearance.mean") == (30 + 145 + 174) / 3.0)
  }

  @Test func severalServers() throws {
    let log = try ReplicationLog(Self.station("{servers: 2}", at: "0 s, 0 s, 10 s, 20 s"))
    #expect(log.visits == ["t1 a 0 0 30", "t2 a 0 0 30", "t3 a 10 30 60", "t4 a 20 30 60"])
    #expect(try log.value("a.utilisation.mean") == 1)
  }

  @Test func unlimitedServers() throws {
    let log = try ReplicationLog(Self.station("{servers: unlimited}", at: "0 s, 0 s, 10 s, 20 s"))
    #expect(log.visits == ["t1 a 0 0 30", "t2 a 0 0 30", "t3 a 10 10 40", "t4 a 20 20 50"])
    #expect(throws: (any Error).self) { try log.value("a.utilisation.mean") }
  }

  /// The order that seed 1 gives, once and for all.
  @Test func randomOrderIsFixedBySeed() throws {
    let text = Self.station("{servers: 1, queue: random}", at: "0 s, 0 s, 0 s, 0 s, 0 s, 0 s")
    let order = try ReplicationLog(text).visits.map { $0.prefix(2) }
    #expect(order == ["t1", "t3", "t6", "t5", "t2", "t4"])
    #expect(try ReplicationLog(text).visits.map { $0.prefix(2) } == order)
    let other = try ReplicationLog(text, set: ["seed=2"]).visits.map { $0.prefix(2) }
    #expect(other != order)
  }

  @Test func randomOrderIsUniform() throws {
    let text = Self.station("{servers: 1, queue: random}", at: "0 s, 0 s, 0 s, 0 s")
    let plan = try LoadedScenario.parse(text, file: "test.yaml").plan
    var counts: [String: Int] = [:]
    for replication in 1...1_500 {
      let log = ReplicationLog(plan, replication: replication, recording: .passages)
      let order = log.rows.passages.dropFirst().map { "\($0.truck)" }.joined()
      counts[order, default: 0] += 1
    }
    let orders = ["234", "243", "324", "342", "423", "432"]
    // 20.5: one uniform order in a thousand is worse (chi-square, 5 degrees of freedom).
    #expect(chiSquare(orders.map { counts[$0] ?? 0 }) < 20.5)
    #expect(counts.count == 6)
  }
}
