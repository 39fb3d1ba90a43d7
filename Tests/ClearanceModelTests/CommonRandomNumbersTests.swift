import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles
import Testing

/// Two scenarios with the same seed see the same trucks.
@Suite struct CommonRandomNumbersTests {
  private static let text = """
    scenario: two stations
    runs until: empty
    classes: [aeo, ordinary]
    stations:
      gate: {servers: 2, queue: random}
      lanes: {lanes: [{name: x}, {name: y}]}
    arrivals:
      t: {rate: 30 per h, at most: 300, class: {aeo: 30%, ordinary: 70%}, procedure: p}
      u: {every: "erlang(2, 4 min)", at most: 200, batch: "discrete(1 = 50%, 2 = 50%)", procedure: p}
    procedures:
      p:
        - serve at: gate
          for: exponential(3 min)
        - choose:
            - share: 40%
              do:
                - name: look
                  serve at: lanes
                  for: lognormal(mean = 2 min, sd = 1 min)
                - delay for: gamma(mean = 1 min, cv = 0.7)
                - choose: [{share: 30%, go to: look}]
        - delay for: uniform(1 min, 2 min)
    """

  /// What a truck brings with it: class, service times, lengths of delays.
  private func attributes(_ log: ReplicationLog) -> [String: String] {
    var classes: [String: String] = [:]
    for row in log.rows.trucks {
      let name = log.plan.flows[Int(row.flow)].name + "\(row.number)"
      let delays = log.rows.steps
        .filter { $0.flow == row.flow && $0.truck == row.number }
        .filter { log.plan.stepNames[Int($0.step)].contains("/delay/") }
        .map { ($0.endedAt - $0.startedAt).microseconds }
      classes[name] = "\(log.plan.classes[Int(row.classIndex)]) \(delays)"
    }
    for place in ["gate", "lanes"] {
      for (truck, services) in log.services(at: place) {
        classes[truck, default: ""] += " \(place) \(services)"
      }
    }
    return classes
  }

  /// Times of service are those of passages only where nobody waits in between: the rows say when
  /// service began.
  @Test(arguments: [
    "stations.gate.servers=1", "stations.gate.servers=9", "stations.gate.queue=lifo",
    "stations.lanes.lanes.y.servers=3", "stations.lanes.joins=random", "demand.factor=0.3",
    "demand.factor=7", "record every=7 min",
  ])
  func sameTrucks(_ change: String) throws {
    let before = try attributes(ReplicationLog(Self.text))
    let after = try attributes(ReplicationLog(Self.text, set: [change]))
    #expect(before.count == 500)
    #expect(before == after)
  }

  /// An unrelated step, and one of a branch that stands before others of its kind in the file, and
  /// a choice at the end.
  @Test(arguments: [
    (
      "    - delay for: uniform",
      "    - serve at: new\n      for: exponential(1 min)\n    - delay for: uniform"
    ),
    (
      "uniform(1 min, 2 min)",
      "uniform(1 min, 2 min)\n    - choose: [{share: 50%, do: [{serve at: new, for: exponential(1 min)}]}]"
    ),
    ("  p:\n", "  o: [{delay for: exponential(1 min)}]\n  p:\n    - mark: here\n"),
  ])
  func insertedStep(_ old: String, _ new: String) throws {
    let text = Self.text.replacing(old, with: new)
      .replacing("stations:\n", with: "stations:\n  new: {servers: 1}\n")
    #expect(text.contains("new"))
    let before = try attributes(ReplicationLog(Self.text))
    let after = try attributes(ReplicationLog(text))
    #expect(before == after)
  }

  /// A delay at the end of the procedure does not touch those before it, in branches or not.
  @Test func appendedStepOfTheSameKind() throws {
    let appended = Self.text + "\n    - delay for: exponential(1 min)"
    let before = try attributes(ReplicationLog(Self.text))
    let after = try attributes(ReplicationLog(appended))
    let changed = before.filter { truck, value in
      // One delay more, at the end of the list.
      let prefix = value.prefix { $0 != "]" }
      return after[truck]?.hasPrefix(prefix) != true
    }
    #expect(changed.isEmpty)
  }

  /// With `stream` a renamed flow, station or step keeps its draws; with a flow's and a station's
  /// the fingerprint stays as well.
  @Test(arguments: [
    ("t: {", "truck: {stream: t, ", "t"), ("gate: {", "main: {stream: gate, ", "gate"),
    ("- name: look", "- name: inspect\n              stream: look", "look"),
    ("lanes: {lanes", "rows: {stream: lanes, lanes", "lanes"),
  ])
  func streams(_ old: String, _ new: String, _ name: String) throws {
    var text = Self.text.replacing(old, with: new)
      .replacing("go to: look", with: name == "look" ? "go to: inspect" : "go to: look")
    if name == "gate" { text = text.replacing("serve at: gate", with: "serve at: main") }
    if name == "lanes" { text = text.replacing("serve at: lanes", with: "serve at: rows") }
    let before = try ReplicationLog(Self.text)
    let after = try ReplicationLog(text)
    #expect(text != Self.text)
    #expect(before.statistics.fingerprint == after.statistics.fingerprint)
    #expect(before.rows.passages == after.rows.passages)
    #expect(before.rows.trucks == after.rows.trucks)
    // Without it the draws are others.
    let renamed = text.replacing("stream: \(name), ", with: "")
      .replacing("\n              stream: look", with: "")
    let other = try ReplicationLog(renamed)
    #expect(before.statistics.fingerprint != other.statistics.fingerprint)
  }

  /// The order of keys, stations, flows and procedures is layout, not meaning.
  @Test func orderOfKeys() throws {
    let reordered = """
      procedures:
        q: [{mark: never}]
        p:
          - for: exponential(3 min)
            serve at: gate
          - choose:
              - do:
                  - serve at: lanes
                    for: lognormal(sd = 1 min, mean = 2 min)
                    name: look
                  - delay for: gamma(cv = 0.7, mean = 1 min)
                  - choose: [{go to: look, share: 30%}]
                share: 40%
          - delay for: uniform(1 min, 2 min)
      arrivals:
        u: {procedure: p, at most: 200, batch: "discrete(2 = 50%, 1 = 50%)", every: "erlang(2, 4 min)"}
        t: {procedure: p, class: {ordinary: 70%, aeo: 30%}, at most: 300, rate: 30 per h}
      stations:
        lanes: {lanes: [{name: x}, {name: y}]}
        gate: {queue: random, servers: 2}
      classes: [aeo, ordinary]
      runs until: empty
      scenario: two stations
      """
    let before = try ReplicationLog(Self.text)
    let after = try ReplicationLog(reordered)
    #expect(before.statistics.fingerprint == after.statistics.fingerprint)
    #expect(before.stays == after.stays)
    #expect(before.visits == after.visits)
  }

  /// Another seed or replication leaves nothing as it was.
  @Test func anotherSeed() throws {
    let before = try attributes(ReplicationLog(Self.text))
    for after in [
      try ReplicationLog(Self.text, set: ["seed=2"]), try ReplicationLog(Self.text, replication: 2),
    ] {
      let attributes = attributes(after)
      #expect(before.allSatisfy { attributes[$0.key] != $0.value })
    }
  }
}
