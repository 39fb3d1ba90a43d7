import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles
import Testing

/// Trucks that are there at time zero.
@Suite struct StartTests {
  private static let text = """
    scenario: present
    runs for: 1 h
    stations: {gate: {servers: 1}}
    arrivals: {t: {at: [0 s, 10 s], procedure: p}, a: {at: [0 s], procedure: p}}
    starts with: {t: 3}
    procedures: {p: [{serve at: gate, for: 10 s}]}
    """

  /// Before all others of their flow; among flows of one instant by name.
  @Test func order() throws {
    let log = try ReplicationLog(Self.text)
    #expect(
      log.visits == [
        "a1 gate 0 0 10", "t1 gate 0 10 20", "t2 gate 0 20 30", "t3 gate 0 30 40",
        "t4 gate 0 40 50", "t5 gate 10 50 60",
      ]
    )
  }

  /// More than there is room for are turned away, by a station and by the system.
  @Test(arguments: ["stations.gate.capacity=2", "capacity=2"])
  func noRoom(_ limit: String) throws {
    let log = try ReplicationLog(Self.text, set: [limit])
    #expect(try log.value("flow.t.lost.count") == 3)
    #expect(try log.value("flow.t.arrivals.count") == 5)
    // Room is free again at 10 s, just before the last of them comes.
    #expect(
      log.visits.filter { !$0.hasSuffix("turned away") } == [
        "a1 gate 0 0 10", "t1 gate 0 10 20", "t5 gate 10 20 30",
      ]
    )
  }

  /// They count towards `at most`, and their classes are drawn like those of the others.
  @Test func classesAndMost() throws {
    let text = """
      scenario: present
      runs for: 10 h
      classes: [aeo, other]
      stations: {gate: {servers: 40}}
      arrivals: {t: {rate: 60 per h, at most: 100, class: {aeo: 50%, other: 50%}, procedure: p}}
      procedures: {p: [{serve at: gate, for: 10 s}]}

      """
    let log = try ReplicationLog(text + "starts with: {t: 40}")
    #expect(log.statistics.trucks == 100)
    #expect(log.rows.trucks.count { $0.arrivedAt == .zero } == 40)
    let without = try ReplicationLog(text)
    let classes = { (log: ReplicationLog) in
      log.rows.trucks.sorted { $0.number < $1.number }.map(\.classIndex)
    }
    #expect(classes(log) == classes(without))
    #expect(try ReplicationLog(text + "starts with: {t: 200}").statistics.trucks == 100)
    // The first that comes by the rate comes when it would without those.
    let later = { (log: ReplicationLog) in
      log.rows.trucks.map(\.arrivedAt).filter { $0 > .zero }.min()
    }
    #expect(later(log) == later(without))
  }
}
