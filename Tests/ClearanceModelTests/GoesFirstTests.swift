import ClearanceModel
import ClearanceRecords
import EventSimulation
import ScenarioFiles
import Testing

/// Trucks that go before all others in a queue.
@Suite("Who goes first")
struct GoesFirstTests {
  private static func text(_ station: String) -> String {
    """
    scenario: some go first
    runs until: empty
    classes: [aeo, ordinary]
    attributes: {urgent: [no, yes]}
    stations: {a: \(station)}
    arrivals:
      aeo: {at: [2 s, 6 s], class: aeo, procedure: p}
      plain: {at: [0 s, 1 s, 3 s], class: ordinary, procedure: p}
      rush: {at: [4 s, 5 s], class: ordinary, attributes: {urgent: yes}, procedure: p}
    procedures: {p: [{serve at: a, for: 10 s}]}
    """
  }

  /// Flow and time of coming, in the order of service.
  private func order(_ station: String) throws -> [String] {
    let log = try ReplicationLog(Self.text(station))
    return log.rows.passages.sorted { $0.startedAt < $1.startedAt }.map {
      "\(log.plan.flows[Int($0.flow)].name) \($0.arrivedAt.microseconds / 1_000_000)"
    }
  }

  @Test("before those who came first, whatever their class")
  func fifo() throws {
    #expect(
      try order("{servers: 1, goes first: {urgent: yes}}")
        == ["plain 0", "rush 4", "rush 5", "plain 1", "aeo 2", "plain 3", "aeo 6"]
    )
    // Nobody is sent away from a server, and without the word all go as they came.
    #expect(
      try order("{servers: 1}")
        == ["plain 0", "plain 1", "aeo 2", "plain 3", "rush 4", "rush 5", "aeo 6"]
    )
  }

  @Test("before the highest class, and by class among themselves")
  func priority() throws {
    #expect(
      try order("{servers: 1, queue: priority, goes first: {urgent: [yes]}}")
        == ["plain 0", "rush 4", "rush 5", "aeo 2", "aeo 6", "plain 1", "plain 3"]
    )
    #expect(
      try order("{servers: 1, queue: priority}")
        == ["plain 0", "aeo 2", "aeo 6", "plain 1", "plain 3", "rush 4", "rush 5"]
    )
  }

  @Test("the patience of the others ends while they are passed")
  func patience() throws {
    let text = Self.text("{servers: 1, goes first: {urgent: yes}}").replacing(
      "for: 10 s}",
      with: "for: 10 s, patience: 15 s}"
    )
    let log = try ReplicationLog(text)
    // At 10 s and at 20 s the urgent ones are served; all others lose their patience.
    #expect(try log.value("a.departures.count") == 3)
    #expect(try log.value("a.reneged.count") == 4)
  }

  /// Stations with lanes, shifts, patience, jockeying and servers that take several.
  private static let stations = [
    "{servers: 2}", "{lanes: [{name: x}, {name: y}]}",
    "{servers: [{from: 0 h, count: 2}, {from: 20 min, count: 0}, {from: 40 min, count: 1}], "
      + "repeats every: 1 h, on closing: return to queue}",
    "{servers: 2, fails after: exponential(1 h), repaired in: 10 min}",
    "{servers: 1, serves together: 2}",
    // Who has gone over has waited in another queue.
    "{lanes: [{name: x}, {name: y}], jockeying: yes}",
  ]

  @Test(
    "nobody begins service while one who goes first waits in the same queue",
    arguments: stations.indices,
    ["fifo", "priority"]
  )
  func law(_ index: Int, _ queue: String) throws {
    let station = Self.stations[index].dropLast() + ", queue: \(queue), goes first: {urgent: yes}}"
    let patience = index == 4 ? "" : ", patience: exponential(30 min)"
    let log = try ReplicationLog(
      """
      scenario: some go first
      runs for: 20 h
      classes: [aeo, ordinary]
      attributes: {urgent: [no, yes]}
      stations: {a: \(station)}
      arrivals:
        plain: {rate: 30 per h, class: {aeo: 30%, ordinary: 70%}, procedure: p}
        rush: {rate: 10 per h, class: {aeo: 30%, ordinary: 70%}, attributes: {urgent: yes}, procedure: p}
      procedures: {p: [{serve at: a, for: exponential(3 min)\(patience)}]}
      """
    )
    let visits = log.rows.passages.filter { $0.outcome == .completed }
    let rush = visits.filter { log.plan.flows[Int($0.flow)].name == "rush" }
    let plain = visits.filter { log.plan.flows[Int($0.flow)].name == "plain" }
    var (overtakes, waited) = (0, 0)
    for visit in plain {
      let start = visit.startedAt
      if start == visit.arrivedAt { continue }
      waited += 1
      overtakes += rush.count {
        $0.lane == visit.lane && $0.arrivedAt < start && start < $0.startedAt
      }
    }
    #expect((overtakes == 0 || index == 5) && waited > 100)
    // Those who go first wait less.
    let waits = try [log.value("flow.rush.clearance.mean"), log.value("flow.plain.clearance.mean")]
    #expect((waits[0] ?? .infinity) < (waits[1] ?? 0))
  }

  @Test("what is carried and never looked at elsewhere still counts, once plans are reduced")
  func reduced() throws {
    let text = Self.text("{servers: 1, goes first: {urgent: yes}}")
    let loaded = try LoadedScenario.parse(text, file: "test.yaml")
    let before = ReplicationLog(loaded.plan)
    let after = ReplicationLog(loaded.plan.reduced(to: .passages), recording: .passages)
    #expect(before.statistics.fingerprint == after.statistics.fingerprint)
    #expect(after.plan.attributes.map(\.name) == ["urgent"])
  }
}
