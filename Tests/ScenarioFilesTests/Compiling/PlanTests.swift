import ClearanceModel
import EventSimulation
import RandomVariates
import Testing

@testable import ScenarioFiles

/// Every word of the general layer is read as it is meant.
@Suite struct PlanTests {
  /// The scenario of one station and one flow, with more words at its three places.
  private func load(
    top: String = "runs for: 10 h",
    station: String = "{servers: 1}",
    flow: String = "{rate: 60 per h, procedure: p}",
    steps: String = "[{serve at: a, for: 1 min}]"
  ) throws -> LoadedScenario {
    try LoadedScenario.parse(
      """
      scenario: one of each
      \(top)
      stations: {a: \(station), b: {servers: 2}}
      arrivals: {f: \(flow)}
      procedures: {p: \(steps)}
      """,
      file: "test.yaml"
    )
  }

  @Test func top() throws {
    let loaded = try load(
      top: """
        runs for: 2.5 h
        warm up: 30 min
        seed: 18446744073709551615
        replications: 12
        record every: 90 s
        capacity: 40
        when full: turn away
        demand: {factor: 1.5}
        classes: [x, y]
        starts with: {f: 7}
        """
    )
    #expect(loaded.scenario.name == "one of each")
    #expect(loaded.scenario.seed == .max)
    #expect(loaded.scenario.replications == 12)
    #expect(loaded.scenario.demandFactor == 1.5)
    #expect(loaded.plan.horizon == .seconds(9_000))
    #expect(loaded.plan.warmUp == .minutes(30))
    #expect(loaded.plan.recordingInterval == .seconds(90))
    #expect(loaded.plan.systemCapacity == 40)
    // The class of flows that name none comes after all others.
    #expect(loaded.plan.classes == ["x", "y", ""])
    #expect(loaded.plan.flows[0].presentAtStart == 7)
    guard case .poisson(let rate) = loaded.plan.flows[0].arrivals else {
      Issue.record("a rate is a Poisson process")
      return
    }
    #expect(rate.rates == [1.5 / 60_000_000])
  }

  @Test func defaults() throws {
    let loaded = try load(top: "runs until: empty", flow: "{at: [0 s], procedure: p}")
    #expect(loaded.scenario.seed == 1)
    #expect(loaded.scenario.replications == 10)
    #expect(loaded.plan.horizon == nil)
    #expect(loaded.plan.warmUp == .zero)
    #expect(loaded.plan.recordingInterval == .hours(1))
    #expect(loaded.plan.systemCapacity == nil)
    #expect(loaded.plan.classes == [""])
    #expect(!loaded.plan.hasClasses)
    #expect(loaded.plan.marks == ["cleared"])
    let place = loaded.plan.places[0]
    #expect(place.discipline == .fifo)
    #expect(place.capacity == nil)
    #expect(place.servers == .fixed(1))
    #expect(place.hash == stableHash("a"))
    let flow = loaded.plan.flows[0]
    #expect(flow.hash == stableHash("f"))
    #expect(flow.atMost == .max)
    #expect(flow.batchSampler == nil)
    #expect(!flow.clearsByMark)
  }

  @Test(arguments: [
    ("{servers: 3}", ServerPlan.fixed(3)),
    ("{servers: unlimited}", .unlimited),
    (
      "{servers: [{from: 0 h, count: 3}, {from: 6 h, count: 0}]}",
      .shifts(
        [Shift(from: .zero, count: 3), Shift(from: .hours(6), count: 0)],
        period: nil,
        onClosing: .finish
      )
    ),
    (
      "{servers: [{from: 0 h, count: 3}], repeats every: 24 h, on closing: return to queue}",
      .shifts([Shift(from: .zero, count: 3)], period: .days(1), onClosing: .returnToQueue)
    ),
    (
      "{servers: [{from: 0 h, count: 1}], on closing: finish}",
      .shifts([Shift(from: .zero, count: 1)], period: nil, onClosing: .finish)
    ),
  ])
  func servers(_ text: String, _ servers: ServerPlan) throws {
    #expect(try load(station: text).plan.places[0].servers == servers)
    let lane = try load(station: "{lanes: [{name: l, \(text.dropFirst().dropLast())}]}")
    #expect(lane.plan.places[1].servers == servers)
  }

  @Test(
    arguments: zip(
      ["fifo", "lifo", "random", "priority", "shortest-job"],
      QueueDiscipline.allCases
    )
  )
  func disciplines(_ word: String, _ discipline: QueueDiscipline) throws {
    let places = try load(station: "{lanes: [{name: l}], queue: \(word)}").plan.places
    #expect(places[0].discipline == discipline)
    #expect(places[1].discipline == discipline)
  }

  @Test(arguments: [
    ("", nil), ("serves together: 5", TogetherPlan(most: 5, isExact: false)),
    ("serves together: exactly 2", TogetherPlan(most: 2, isExact: true)),
  ])
  func together(_ words: String, _ together: TogetherPlan?) throws {
    let alone = try load(station: "{servers: 3, \(words)}").plan.places[0]
    #expect(alone.together == together)
    let lanes = try load(station: "{lanes: [{name: l}, {name: m}], \(words)}").plan.places
    #expect(lanes[0...2].allSatisfy { $0.together == together })
  }

  @Test(arguments: [("", false), ("jockeying: no", false), ("jockeying: yes", true)])
  func jockeying(_ words: String, _ jockeys: Bool) throws {
    let places = try load(station: "{lanes: [{name: l}, {name: m}], \(words)}").plan.places
    #expect(places[0...2].allSatisfy { $0.jockeys == jockeys })
  }

  @Test(arguments: zip(["shortest queue", "random", "dedicated"], LaneChoice.allCases))
  func lanes(_ word: String, _ choice: LaneChoice) throws {
    let plan = try load(
      top: "runs for: 1 h\nclasses: [x, y]",
      station: """
        {joins: \(word), capacity: 9, stream: old,
          lanes: [{name: l, takes: [y]}, {name: m, takes: [x, y], servers: 4}]}
        """,
      flow: "{rate: 1 per h, class: {y: 100%}, procedure: p}"
    ).plan
    #expect(plan.places.map(\.name) == ["a", "a.l", "a.m", "b"])
    #expect(plan.places.map(\.station) == [nil, 0, 0, nil])
    #expect(plan.places[0].lanes == 1..<3)
    #expect(plan.places[0].laneChoice == choice)
    #expect(plan.places[0].capacity == 9)
    #expect(plan.places[1].capacity == nil)
    #expect(plan.places[1].servers == .fixed(1))
    #expect(plan.places[2].servers == .fixed(4))
    #expect(plan.places[1].takes == [false, true])
    #expect(plan.places[2].takes == [true, true])
    #expect(plan.places[0].hash == stableHash("old"))
    #expect(plan.places[1].hash == stableHash("old.l"))
    #expect(!plan.places[0].hasServers)
  }

  /// The order of simultaneous arrivals: by stream, else by name.
  @Test func orderOfFlows() throws {
    let plan = try LoadedScenario.parse(
      """
      scenario: flows
      runs for: 1 h
      arrivals:
        b: {rate: 1 per h, class: q, procedure: p}
        a: {rate: 1 per h, stream: c, class: {r: 25%, q: 75%}, procedure: p}
        z: {rate: 1 per h, stream: a, class: r, procedure: p}
      procedures: {p: [{delay for: 1 s}, {mark: cleared}]}
      """,
      file: "test.yaml"
    ).plan
    #expect(plan.flows.map(\.name) == ["z", "b", "a"])
    #expect(plan.flows.map(\.hash) == ["a", "b", "c"].map(stableHash))
    // Classes in the order of first mention.
    #expect(plan.classes == ["q", "r"])
    let shares = plan.flows.map { $0.classes.map { "\($0.classIndex) \($0.below)" } }
    #expect(shares == [["1 1.0"], ["0 1.0"], ["0 0.75", "1 1.0"]])
    #expect(plan.flows.allSatisfy { $0.clearsByMark })
  }
}
