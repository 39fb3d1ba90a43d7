import ClearanceModel
import ClearanceRecords
import EventSimulation
import ScenarioFiles
import Testing

/// Runs that begin with trucks in their places.
@Suite struct StartingStateTests {
  /// A scenario that begins with a state; both given as text.
  private func loaded(
    _ text: String,
    _ state: String,
    set overrides: [String] = [],
    measures: [String] = []
  ) throws -> LoadedScenario {
    var loaded = try LoadedScenario.parse(text, file: "test.yaml", overrides: overrides)
    loaded.begin(with: try StateFile.parse(state, file: "state.yaml", for: loaded))
    loaded.plan.observationTimes =
      try MeasureCatalogue(plan: loaded.plan, names: measures).observationTimes
    let faults = Replication.faults(placing: loaded.plan, seed: loaded.scenario.seed)
    try #require(faults.isEmpty, "\(faults)")
    return loaded
  }

  private func log(
    _ text: String,
    _ state: String,
    set overrides: [String] = [],
    replication: Int = 1,
    measures: [String] = []
  ) throws -> ReplicationLog {
    let loaded = try loaded(text, state, set: overrides, measures: measures)
    return ReplicationLog(loaded.plan, seed: loaded.scenario.seed, replication: replication)
  }

  private static let line = """
    scenario: line
    runs for: 2 h
    stations: {gate: {servers: 1}, yard: {servers: 2}}
    arrivals: {t: {at: [10 min, 40 min], procedure: p}}
    procedures: {p: [{serve at: gate, for: 4 min}, {serve at: yard, for: 10 min}]}
    """
  private static let morning = """
    state: morning
    at: 00:30
    trucks:
      - {flow: t, at: gate, waiting: 2, since: 5 min}
      - {flow: t, at: gate, waiting: 1, since: 12 min}
      - {flow: t, at: gate, in service: 1, since: 3 min, waited: 2 min}
      - {flow: t, at: yard, in service: 1, since: 8 min}
    """

  /// By hand: constant services, so that every instant is known.
  @Test func byHand() throws {
    let log = try log(Self.line, Self.morning)
    let numbers = log.visits.map { visit in
      let parts = visit.split(separator: " ")
      return parts[1...].joined(separator: " ")
    }
    // Place, arrival, start and end in seconds: who waits longest is next, whatever its line.
    #expect(
      numbers == [
        "gate 1500 1620 1860", "yard 1320 1320 1920", "gate 1080 1860 2100", "gate 1500 2100 2340",
        "yard 1860 1860 2460", "gate 1500 2340 2580", "yard 2100 2100 2700",
        // The truck of 10 min never comes, that of 40 min is the second of its flow.
        "gate 2400 2580 2820", "yard 2340 2460 3060", "yard 2580 2700 3300", "yard 2820 3060 3660",
      ]
    )
    #expect(log.visits.contains("t2 gate 2400 2580 2820"))
    // Those who are there at the instant have not arrived since; five of the six trucks are of it.
    #expect(try log.value("flow.t.arrivals.count") == 1)
    #expect(try log.value("flow.t.departures.count") == 6)
    #expect(log.statistics.trucks == 6)
    #expect(log.statistics.start == .minutes(30))
    // 120, 780, 600, 840 and 180 s.
    #expect(try log.value("gate.wait.mean") == 504)
  }

  /// Openings at the instant of the state happen before it, and nobody comes before.
  @Test func opensAtTheInstant() throws {
    let log = try log(
      Self.line,
      """
      at: 30 min
      trucks: [{flow: t, at: gate, in service: 1}]
      """,
      set: ["stations.gate.servers=[{from: 0 h, count: 0}, {from: 30 min, count: 1}]"]
    )
    #expect(
      log.visits.map { $0.split(separator: " ")[1...].joined(separator: " ") } == [
        "gate 1800 1800 2040", "yard 2040 2040 2640", "gate 2400 2400 2640", "yard 2640 2640 3240",
      ]
    )
  }

  private static let queue = """
    scenario: queue
    runs for: 61 min
    seed: 7
    stations: {gate: {servers: 1}}
    arrivals: {t: {rate: 0.5 per min, procedure: p}}
    procedures: {p: [{serve at: gate, for: exponential(1 min)}]}
    """

  /// E N(t) of the M/M/1 queue with 20 present at time zero, by its transition function (Abate & Whitt
  /// 1987), within intervals of 99.9 %.
  @Test func twentyPresent() throws {
    let times = ["10min", "20min", "40min"]
    let loaded = try loaded(
      Self.queue,
      """
      at: 0 h
      trucks:
        - {flow: t, at: gate, waiting: 19, in service: 1}
      """,
      measures: times.map { "gate.present.at-\($0)" }
    )
    let count = 1_000
    var sums = [0.0, 0.0, 0.0]
    var squares = [0.0, 0.0, 0.0]
    for replication in 1...count {
      let log = ReplicationLog(
        loaded.plan,
        seed: 7,
        replication: replication,
        recording: .summary
      )
      for (index, observation) in log.statistics.observations.enumerated() {
        let present = Double(observation.present[0])
        sums[index] += present
        squares[index] += present * present
      }
    }
    for (index, exact) in [15.00017, 10.09518, 3.45735].enumerated() {
      let mean = sums[index] / Double(count)
      let variance = squares[index] / Double(count) - mean * mean
      let halfWidth = 3.29 * (variance / Double(count)).squareRoot()
      #expect(abs(mean - exact) < halfWidth, "at \(times[index]): \(mean) ± \(halfWidth)")
      #expect(halfWidth < 0.6)
    }
  }

  /// What is left of a service that has lasted x has the law of S − x given S > x.
  @Test func remainingService() throws {
    let text = Self.queue.replacing("exponential(1 min)", with: "\"uniform(2 min, 10 min)\"")
    let state = "{at: 1 min, trucks: [{flow: t, at: gate, in service: 1, since: 6 min}]}"
    let loaded = try loaded(text, state)
    var ends: [Double] = []
    for replication in 1...400 {
      let log = ReplicationLog(
        loaded.plan,
        seed: 3,
        replication: replication,
        recording: .passages
      )
      let first = try #require(log.rows.passages.min { $0.startedAt < $1.startedAt })
      #expect(first.startedAt == .minutes(-5))
      ends.append((first.endedAt - .minutes(1)).seconds / 60)
    }
    // Uniform on (0, 4) min: mean 2, sd 1.155; 400 of them within 3.29 · 1.155 / 20.
    #expect(ends.allSatisfy { $0 > 0 && $0 < 4 })
    #expect(abs(ends.reduce(0, +) / 400 - 2) < 0.19)
    let shortest = ends.min() ?? 4
    let longest = ends.max() ?? 0
    #expect(shortest < 0.1 && longest > 3.9)
  }

  /// Later arrivals keep their numbers, classes and draws, with a state and without.
  @Test func commonRandomNumbers() throws {
    let text = Self.queue.replacing("{servers: 1}", with: "{servers: unlimited}")
    let state = """
      at: 20 min
      trucks: [{flow: t, at: gate, waiting: 3}]
      """
    let with = try log(text, state)
    let without = try ReplicationLog(text)
    let later = { (log: ReplicationLog) in
      log.visits.filter { !$0.contains("t2147483") }
        .filter { (Double($0.split(separator: " ")[2]) ?? 0) >= 1200 }
    }
    #expect(later(with).count > 10)
    #expect(later(with) == later(without))
    #expect(with.rows.trucks.allSatisfy { $0.arrivedAt >= .minutes(20) })
  }

  private static let classes = """
    scenario: classes
    runs for: 10 h
    classes: [aeo, other]
    attributes: {size: [small, large]}
    stations:
      gate: {lanes: [{name: a, takes: [aeo]}, {name: b, takes: [other]}], joins: dedicated}
      yard: {servers: 3, capacity: 4}
    arrivals: {t: {rate: 6 per h, class: {aeo: 20%, other: 80%}, procedure: p}}
    procedures:
      p:
        - serve at: gate
          for: 2 min
        - set: {size: "discrete(small = 90%, large = 10%)"}
        - choose:
            - when: size = large
              do:
                - serve at: yard
                  for: 30 min
        - delay for: 60 min
    """

  /// Who is in the yard is large, who is in a lane has its class, and a named class is kept.
  @Test func attributesFollowThePlace() throws {
    let log = try log(
      Self.classes,
      """
      at: 1 h
      trucks:
        - {flow: t, at: yard, in service: 2, since: 10 min, inside: 13 min}
        - {flow: t, class: aeo, at: yard, in service: 1}
        - {flow: t, at: gate.a, waiting: 3}
        - {flow: t, after: gate, on the way: 2, since: 20 min}
      """
    )
    let state = log.rows.trucks.filter { $0.number > 1 << 31 }
    #expect(state.count == 8)
    let yard = log.rows.passages.filter {
      $0.truck > 1 << 31 && log.plan.places[Int($0.place)].name == "yard"
    }
    #expect(yard.filter { $0.arrivedAt == .minutes(50) }.count == 2)
    #expect(yard.filter { $0.arrivedAt == .minutes(60) && $0.classIndex == 0 }.count == 1)
    let lane = log.rows.passages.filter { $0.truck > 1 << 31 && $0.lane != noPlace }
    #expect(lane.count == 3 && lane.allSatisfy { $0.classIndex == 0 })
    // Two left the gate 20 min ago and did not go to the yard: 40 of their 60 min are to come.
    #expect(state.filter { $0.leftAt == .minutes(100) && $0.arrivedAt == .minutes(40) }.count == 2)
  }

  /// The state is there exactly at its instant, and the reduced plan has the same events.
  @Test func levelsAtTheInstant() throws {
    let loaded = try loaded(
      Self.classes,
      """
      at: 1 h
      trucks:
        - {flow: t, at: gate.b, in service: 1, since: 90 s}
        - {flow: t, at: gate.b, waiting: 5, since: 4 min}
        - {flow: t, at: yard, in service: 3}
        - {flow: t, at: yard, waiting: 1}
      """,
      measures: ["yard.present.at-1h"]
    )
    let full = ReplicationLog(loaded.plan, seed: 5, recording: .summary)
    #expect(full.statistics.observations[0].present == [6, 0, 6, 4])
    #expect(full.statistics.observations[0].queue == [5, 0, 5, 1])
    let reduced = ReplicationLog(loaded.plan.reduced(to: .summary), seed: 5, recording: .summary)
    #expect(reduced.statistics.fingerprint == full.statistics.fingerprint)
  }

  private static func faults(_ text: String, _ state: String) throws -> [PlacementFault.Reason] {
    var loaded = try LoadedScenario.parse(text, file: "test.yaml")
    loaded.begin(with: try StateFile.parse(state, file: "state.yaml", for: loaded))
    return Replication.faults(placing: loaded.plan, seed: 1).map(\.reason)
  }

  /// What cannot be is said, all of it.
  @Test func faults() throws {
    let yard = try Self.faults(
      Self.classes,
      "{at: 1 h, trucks: [{flow: t, at: yard, in service: 4}, {flow: t, at: gate.a, in service: 2}]}"
    )
    #expect(yard == [.noServer(place: 3, open: 3), .noServer(place: 1, open: 1)])
    #expect(
      try Self.faults(Self.classes, "{at: 1 h, trucks: [{flow: t, at: yard, waiting: 5}]}")
        == [.noRoom(place: 3, capacity: 4)]
    )
    let tried = try Self.faults(
      Self.line,
      "{at: 1 h, trucks: [{flow: t, at: gate, in service: 1, since: 5 min}]}"
    )
    guard case .noTruck = tried.first else {
      Issue.record("\(tried)")
      return
    }
  }
}
