import ClearanceModel
import ClearanceRecords
import EventSimulation
import Testing

/// Mistakes that simulators are known for; each has a test of its own here or where it belongs.
///
/// One truck an hour: `RunEndTests.oneTruckAnHour`; small and large requests, and what is seized:
/// `HoldingTests`; who is bumped: `ScheduleTests.lastStartedGoesBack`; one instant: `OrderTests`; a
/// truck that gave up comes back: `LeavingTests`.
@Suite struct KnownTrapTests {
  private static let shared = """
    scenario: traps
    runs for: 100 h
    classes: [aeo, ordinary]
    stations:
      a:
        servers: 2
        queue: priority
        preemptive: yes
        fails after: exponential(3 h)
        repaired in: 20 min
      b: {servers: 1, capacity: 3, when full: block upstream}
      c: {lanes: [{name: x}, {name: y}], capacity: 5, jockeying: yes}
      d: {servers: 1, serves together: 3}
      e: {servers: 2}
      f: {servers: 2}
    arrivals:
      t: {rate: 20 per h, class: {aeo: 30%, ordinary: 70%}, procedure: p}
    procedures:
      p:
        - serve at: a
          for: exponential(4 min)
        - serve at: b
          for: exponential(2 min)
        - serve at: c
          for: exponential(6 min)
          patience: exponential(5 min)
          leaves if queue over: 3
        - do in parallel:
            - - serve at: d
                for: exponential(4 min)
            - - serve at: e
                for: exponential(3 min)
        - seize: {e: 1, f: 1}
        - delay for: 1 min
        - release: {e: 1, f: 1}
        - mark: through
    """

  /// The first in a queue is not there for good: a higher class that comes later goes before it.
  @Test func theFirstRequestRespectsPriority() throws {
    let log = try ReplicationLog(
      """
      scenario: first request
      runs until: empty
      classes: [high, low]
      stations: {a: {servers: 1, queue: priority}}
      arrivals:
        l: {at: [0 s, 1 s], class: low, procedure: p}
        h: {at: [2 s], class: high, procedure: p}
      procedures: {p: [{serve at: a, for: 10 s}]}
      """
    )
    #expect(log.visits == ["l1 a 0 0 10", "h1 a 2 10 20", "l2 a 1 20 30"])
  }

  /// At time zero too: a closed station opens, and the highest class is served first.
  @Test func theFirstRequestOfAnOpeningRespectsPriority() throws {
    let log = try ReplicationLog(
      """
      scenario: first request
      runs until: empty
      classes: [high, low]
      stations: {a: {servers: [{from: 0 s, count: 0}, {from: 5 s, count: 1}], queue: priority}}
      arrivals:
        l: {at: [0 s], class: low, procedure: p}
        h: {at: [0 s], class: high, procedure: p}
      procedures: {p: [{serve at: a, for: 10 s}]}
      """
    )
    #expect(log.visits == ["h1 a 0 5 15", "l1 a 0 15 25"])
  }

  /// What happens at an instant is seen after it: the level at T is that before T.
  @Test func theStateAtAnInstantIsThatBeforeIt() throws {
    let log = try ReplicationLog(
      """
      scenario: an instant
      runs for: 100 s
      stations: {a: {servers: 1}}
      arrivals: {t: {at: [10 s, 20 s], procedure: p}}
      procedures: {p: [{serve at: a, for: 10 s}]}
      """,
      measures: ["a.present.at-10s", "a.present.at-20s", "a.present.at-21s"]
    )
    #expect(try log.value("a.present.at-10s") == 0)
    #expect(try log.value("a.present.at-20s") == 1)
    #expect(try log.value("a.present.at-21s") == 1)
    // The end of the first service comes before the second arrival, which finds nobody.
    #expect(try log.value("a.wait.max") == 0)
    #expect(try log.value("a.present.max") == 1)
  }

  /// A warm-up in which nothing is left over cuts every statistic alike.
  ///
  /// The trucks of the first morning are gone long before the second day. With the first day as
  /// warm-up nothing of them may be left in any measure.
  @Test func theWarmUpCutsEveryStatistic() throws {
    let text = Self.shared
      .replacing("runs for: 100 h", with: "runs for: 48 h\nwarm up: 24 h")
      .replacing("rate: 20 per h", with: "profile: {per h: [20, 0, 0, 0], step: 8 h}")
    let cut = try ReplicationLog(text)
    #expect(cut.statistics.trucks > 100)
    #expect(cut.rows.passages.contains { $0.outcome == .reneged })
    #expect(cut.rows.passages.contains { $0.outcome == .turnedAway })
    #expect(cut.rows.passages.contains { $0.endedAt < $0.leftAt && $0.endedAt != .never })
    let measures = MeasureCatalogue(plan: cut.plan).measures
    for measure in measures where measure.statistic == .count {
      #expect(try cut.value(measure.name) == 0, "\(measure.name)")
    }
    for measure in measures where measure.statistic == .max && measure.quantity.isDuration {
      #expect(try cut.value(measure.name) == nil, "\(measure.name)")
    }
    for measure in measures where measure.quantity == .queue || measure.quantity == .present {
      #expect(try cut.value(measure.name) == 0, "\(measure.name)")
    }
    for measure in measures where measure.quantity == .utilisation {
      #expect(try cut.value(measure.name) == 0, "\(measure.name)")
    }
    #expect(try cut.value("a.blocked.share") == 0)
  }

  /// A second run in one process equals the first.
  @Test func aSecondRunEqualsTheFirst() throws {
    let first = try ReplicationLog(Self.shared)
    let second = try ReplicationLog(Self.shared)
    #expect(first.statistics.fingerprint == second.statistics.fingerprint)
    #expect(first.rows.passages == second.rows.passages)
    #expect(first.rows.intervals.count == second.rows.intervals.count)
    let catalogue = MeasureCatalogue(plan: first.plan)
    let values = MeasureValues(catalogue, of: first.statistics).values
    #expect(values == MeasureValues(catalogue, of: second.statistics).values)
  }
}
