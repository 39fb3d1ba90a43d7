import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles
import Testing

/// Populations: who comes to the end of the procedure begins anew.
@Suite struct ClosedFlowTests {
  /// Two trucks share a server of 10 s and drive for 25 s.
  @Test func rounds() throws {
    let log = try ReplicationLog(
      """
      scenario: shuttles
      runs for: 100 s
      stations: {dock: {servers: 1}}
      arrivals: {s: {population: 2, procedure: p}}
      procedures: {p: [{serve at: dock, for: 10 s}, {delay for: 25 s}]}
      """
    )
    #expect(
      log.visits == [
        "s1 dock 0 0 10", "s2 dock 0 10 20", "s3 dock 35 35 45", "s4 dock 45 45 55",
        "s5 dock 70 70 80", "s6 dock 80 80 90",
      ]
    )
    #expect(
      log.stays == [
        "s1 0 35 35", "s2 0 45 45", "s3 35 70 70", "s4 45 80 80", "s5 70 - - inside at end",
        "s6 80 - - inside at end",
      ]
    )
    #expect(log.statistics.trucks == 6)
    #expect(log.statistics.inside == 2)
    #expect(try log.value("flow.s.departures.count") == 4)
    #expect(try log.value("flow.s.clearance.mean") == (35 + 45 + 35 + 35) / 4)
    #expect(try log.value("zone.present.mean") == 2)
    // An arrival for each round, and two ends; the last two are still driving.
    #expect(log.statistics.fingerprint.count == 6 + 6 + 4)
  }

  /// At one instant: the one that is done claims, the server takes its next, then the new one comes.
  @Test func comesAfterThoseWhoWait() throws {
    let log = try ReplicationLog(
      """
      scenario: behind the others
      runs for: 40 s
      stations: {dock: {servers: 1}}
      arrivals: {s: {population: 3, procedure: p}}
      procedures: {p: [{serve at: dock, for: 10 s}]}
      """
    )
    #expect(
      log.visits.prefix(4) == [
        "s1 dock 0 0 10", "s2 dock 0 10 20", "s3 dock 0 20 30", "s4 dock 10 30 - in service at end",
      ]
    )
  }

  /// Who is turned away by a station or by the system never comes back.
  @Test func losses() throws {
    let text = """
      scenario: full
      runs for: 100 s
      stations: {dock: {servers: 1, capacity: 2}}
      arrivals: {s: {population: 5, procedure: p}}
      procedures: {p: [{serve at: dock, for: 10 s}]}
      """
    let station = try ReplicationLog(text)
    #expect(try station.value("flow.s.lost.count") == 3)
    #expect(try station.value("zone.present.mean") == 2)
    #expect(station.statistics.trucks == 5 + 9)
    let system = try ReplicationLog(text + "\ncapacity: 1")
    #expect(try system.value("flow.s.lost.count") == 4)
    #expect(try system.value("zone.present.mean") == 1)
  }

  /// The class stays, the attributes are drawn anew for each round.
  @Test func classesAndAttributes() throws {
    let log = try ReplicationLog(
      """
      scenario: who they are
      runs for: 200 h
      classes: [aeo, other]
      attributes: {load: [empty, full]}
      stations: {dock: {servers: 4}}
      arrivals:
        s: {population: 40, class: {aeo: 30%, other: 70%}, attributes: {load: {empty: 25%, full: 75%}}, \
      procedure: p}
      procedures: {p: [{serve at: dock, for: exponential(10 min)}, {delay for: exponential(2 h)}]}
      """,
      recording: .passages
    )
    // As many of each class in the first round as at the end.
    let first = log.rows.trucks.filter { $0.number <= 40 }.count { $0.classIndex == 0 }
    let last = log.rows.trucks.filter { $0.outcome == .insideAtEnd }.count { $0.classIndex == 0 }
    #expect(first == last)
    #expect((4...20).contains(first))
    let rounds = log.rows.trucks.count
    #expect(rounds > 3_000)
    // Four standard deviations of a binomial count.
    let full = Double(log.rows.attributes.count { $0.value == 1 })
    let expected = 0.75 * Double(rounds)
    #expect(abs(full - expected) < 4 * (0.25 * expected).squareRoot())
    // Each number once.
    #expect(Set(log.rows.trucks.map(\.number)) == Set(1...UInt32(rounds)))
  }

  /// The machine repair model: utilisation and throughput in closed form.
  @Test func machineRepair() throws {
    let log = try ReplicationLog(
      """
      scenario: machine repair
      runs for: 4000 h
      warm up: 10 h
      stations: {dock: {servers: 1}}
      arrivals: {s: {population: 6, procedure: p}}
      procedures: {p: [{delay for: exponential(20 min)}, {serve at: dock, for: exponential(4 min)}]}
      """,
      recording: .summary
    )
    // p0 = 1 / Σ 6!/(6 − k)! (4/20)^k (Feller, An Introduction to Probability Theory, XVII.7).
    var term = 1.0
    var sum = 1.0
    for k in 0..<6 {
      term *= Double(6 - k) * 0.2
      sum += term
    }
    let busy = 1 - 1 / sum
    // 48,000 rounds: a standard error of some 0.4 %.
    #expect(abs(try #require(try log.value("dock.utilisation.mean")) / busy - 1) < 0.015)
    let rounds = try #require(try log.value("flow.s.throughput.mean"))
    #expect(abs(rounds / (15 * busy) - 1) < 0.015)
    #expect(try log.value("zone.present.mean") == 6)
  }

  /// Populations beside other flows, with every recording level: the same course.
  @Test func sameCourseAtEachLevel() throws {
    let text = """
      scenario: beside others
      runs for: 50 h
      warm up: 1 h
      stations: {dock: {servers: 2, queue: random}, gate: {servers: 1, capacity: 3}}
      arrivals:
        s: {population: 7, procedure: p}
        o: {rate: 10 per h, procedure: q}
      procedures:
        p: [{delay for: 1 min}, {seize: dock}, {delay for: exponential(5 min)}, {release: dock}]
        q: [{serve at: gate, for: exponential(2 min)}, {serve at: dock, for: exponential(5 min)}]
      """
    let prints = try [RecordingLevel.summary, .steps].map {
      try ReplicationLog(text, recording: $0).statistics.fingerprint
    }
    #expect(prints[0].value == prints[1].value)
    #expect(prints[0].count > 2_000)
  }

  /// A hundred thousand that all end in one instant: the line is emptied without recursion.
  @Test func crowdInOneInstant() throws {
    let log = try ReplicationLog(
      """
      scenario: crowd
      runs for: 3 s
      arrivals: {s: {population: 50000, procedure: p}}
      procedures: {p: [{delay for: 1 s}]}
      """,
      recording: .summary
    )
    #expect(log.statistics.trucks == 150_000)
  }
}
