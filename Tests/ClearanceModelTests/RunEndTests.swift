import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import Testing

/// How runs begin and end.
@Suite struct RunEndTests {
  private static func text(
    _ end: String,
    arrivals: String,
    service: String = "30 s",
    servers: String = "1"
  ) -> String {
    """
    scenario: one station
    \(end)
    stations: {a: {servers: \(servers)}}
    arrivals: {t: {\(arrivals), procedure: p}}
    procedures: {p: [{serve at: a, for: \(service)}]}
    """
  }

  /// One truck an hour: the first after an hour, and none at the end.
  @Test func oneTruckAnHour() throws {
    let log = try ReplicationLog(
      Self.text("runs for: 24 h", arrivals: "every: constant(1 h)", service: "constant(1 h)")
    )
    #expect(log.rows.trucks.count == 23)
    #expect(log.rows.passages.count { $0.outcome == .completed } == 22)
    #expect(log.visits.last == "t23 a 82800 82800 - in service at end")
    #expect(log.stays.last == "t23 82800 - - inside at end")
    #expect(log.steps(of: "t23") == ["serve at a/1 82800 -"])
    #expect(log.statistics.inside == 1)
    #expect(log.statistics.trucks == 23)
    #expect(log.statistics.fingerprint.count == 23 + 22)
    #expect(try log.value("a.utilisation.mean") == 23.0 / 24)
  }

  /// What is due at the end does not happen: neither an arrival, nor an end of service, nor an
  /// opening.
  @Test func theEndIsExclusive() throws {
    let log = try ReplicationLog(
      Self.text(
        "runs for: 60 s",
        arrivals: "at: [0 s, 30 s, 59 s, 60 s]",
        servers: "[{from: 0 s, count: 1}, {from: 60 s, count: 2}]"
      )
    )
    #expect(
      log.visits == [
        "t1 a 0 0 30", "t2 a 30 30 - in service at end", "t3 a 59 - - waiting at end",
      ]
    )
    #expect(
      log.stays == ["t1 0 30 30", "t2 30 - - inside at end", "t3 59 - - inside at end"]
    )
    #expect(log.statistics.fingerprint.count == 4)
    #expect(log.statistics.end == .minutes(1))
    #expect(try log.value("a.queue.mean") == 1.0 / 60)
    #expect(try log.value("a.wait.count") == 1)
  }

  /// Unfinished trucks in every state have their rows.
  @Test func unfinishedRows() throws {
    let log = try ReplicationLog(
      """
      scenario: unfinished
      runs for: 10 s
      stations: {a: {servers: 1}, b: {servers: 1}}
      arrivals: {t: {at: [0 s, 1 s], procedure: p}, d: {at: [2 s], procedure: d}}
      procedures:
        p: [{mark: cleared}, {seize: a}, {serve at: b, for: 1 h}]
        d: [{delay for: 1 h}]
      """
    )
    #expect(
      log.visits == [
        "t1 b 0 0 - in service at end", "t1 a 0 0 - in service at end", "t2 a 1 - - waiting at end",
      ]
    )
    #expect(
      log.stays == [
        "t1 0 0 - inside at end", "t2 1 1 - inside at end", "d1 2 - - inside at end",
      ]
    )
    #expect(log.steps(of: "t2") == ["mark cleared/1 1 1", "seize a/1 1 -"])
    #expect(log.steps(of: "d1") == ["delay/1 2 -"])
  }

  @Test func convoysAndAtMost() throws {
    let log = try ReplicationLog(
      Self.text("runs until: empty", arrivals: "at: [0 s, 10 s], batch: 3, at most: 5")
    )
    #expect(
      log.visits.map { $0.prefix(7) } == ["t1 a 0 ", "t2 a 0 ", "t3 a 0 ", "t4 a 10", "t5 a 10"]
    )
    #expect(try log.value("zone.makespan.mean") == 150)
  }

  /// Convoys of a distribution: as many trucks as it says on average, none of size zero.
  @Test func convoysAtRandom() throws {
    let log = try ReplicationLog(
      Self.text(
        "runs until: empty",
        arrivals: "every: constant(1 h), batch: \"discrete(1 = 50%, 4 = 50%)\", at most: 3000"
      )
    )
    var sizes: [Int64: Int] = [:]
    for row in log.rows.trucks { sizes[row.arrivedAt.microseconds, default: 0] += 1 }
    #expect(Set(sizes.values).isSubset(of: [1, 2, 3, 4]))
    // Mean 2.5, sd 1.5 each: about 1,200 convoys, sd of their number 21.
    #expect(abs(sizes.count - 1_200) < 90)
    #expect(log.rows.trucks.count == 3_000)
  }

  /// Who is present at the start comes first and counts among the trucks of the flow.
  @Test func startsWith() throws {
    let text =
      Self.text("runs until: empty", arrivals: "at: [10 s, 11 s], at most: 4")
      + "\nstarts with: {t: 3}"
    let log = try ReplicationLog(text)
    #expect(log.visits == ["t1 a 0 0 30", "t2 a 0 30 60", "t3 a 0 60 90", "t4 a 10 90 120"])
  }

  /// Nobody ever comes: nothing is measured, and nothing breaks.
  @Test func nobodyComes() throws {
    let profile = "profile: {per h: [0.000001, 0], step: 1 s, repeats: no}"
    for end in ["runs until: empty", "runs for: 1 h"] {
      let log = try ReplicationLog(Self.text(end, arrivals: profile))
      #expect(log.statistics.trucks == 0)
      #expect(try log.value("a.wait.mean") == nil)
      #expect(try log.value("zone.lost.share") == nil)
    }
  }

  /// Two trucks each hold what the other wants: the run ends and says so.
  @Test(arguments: [
    "", "other: {servers: [{from: 0 h, count: 1}, {from: 1 h, count: 0}], repeats every: 2 h}",
  ])
  func deadlock(_ schedule: String) throws {
    let log = try ReplicationLog(
      """
      scenario: deadlock
      runs until: empty
      stations:
        a: {servers: 1}
        b: {servers: 1}
        \(schedule)
      arrivals: {x: {at: [0 s], procedure: x}, y: {at: [0 s], procedure: y}}
      procedures:
        x: [{seize: a}, {delay for: 10 s}, {seize: b}, {delay for: 10 s}]
        y: [{seize: b}, {delay for: 10 s}, {seize: a}, {delay for: 10 s}]
      """
    )
    #expect(log.statistics.isStuck)
    #expect(log.statistics.inside == 2)
    #expect(log.rows.trucks.count == 2)
    #expect(
      log.visits == [
        "x1 b 10 - - waiting at end", "x1 a 0 0 - in service at end",
        "y1 a 10 - - waiting at end", "y1 b 0 0 - in service at end",
      ]
    )
    #expect(try log.value("a.utilisation.mean") == 1)
  }

  /// A place that never opens again.
  @Test func closedForEver() throws {
    let log = try ReplicationLog(
      Self.text(
        "runs until: empty",
        arrivals: "at: [0 s, 10 s]",
        servers: "[{from: 0 s, count: 1}, {from: 20 s, count: 0}, {from: 200 s, count: 0}]"
      )
    )
    #expect(log.statistics.isStuck)
    #expect(log.visits == ["t1 a 0 0 30", "t2 a 10 - - waiting at end"])
  }

  /// A place that opens long after the last thing a truck has done is waited for.
  @Test func waitsForAnOpening() throws {
    let log = try ReplicationLog(
      Self.text(
        "runs until: empty",
        arrivals: "at: [0 s]",
        servers: "[{from: 0 h, count: 0}, {from: 30 d, count: 1}]"
      )
    )
    #expect(!log.statistics.isStuck)
    #expect(try log.value("zone.makespan.mean") == 30 * 86_400 + 30)
  }

  /// Services and delays beyond what the clock holds are not over when the run ends.
  @Test(arguments: [
    "100000000 d", "exponential(100000000 d)", "\"lognormal(mean = 100000000 d, cv = 1000)\"",
  ])
  func endlessServices(_ law: String) throws {
    for (end, years) in [("100 h", 0), ("106751991 d", 285)] {
      let log = try ReplicationLog(
        """
        scenario: endless
        runs for: \(end)
        record every: 100000000 d
        stations: {a: {servers: 2}, b: {servers: 1, queue: lifo}}
        arrivals: {t: {at: [0 s, 1 h], procedure: p}, u: {at: [2 h], procedure: q}}
        procedures:
          p: [{serve at: a, for: \(law)}]
          q: [{delay for: \(law)}]
        """
      )
      #expect(log.statistics.trucks == 3)
      // An ordinary draw of the lognormal law is far below its mean.
      if years == 0, !law.contains("cv") { #expect(log.statistics.inside == 3) }
      let ended = log.rows.passages.filter { $0.outcome == .completed }
      #expect(ended.allSatisfy { ($0.endedAt - $0.startedAt).seconds < 286 * 31.6e6 })
      if years > 0 { #expect(ended.count == 2) }
    }
  }

  /// Levels at an instant are those before anything happens in it.
  @Test func levelsAtAnInstant() throws {
    let measures = ["a.present.at-30s", "a.queue.at-10s", "zone.present.at-1min"]
    let log = try ReplicationLog(
      Self.text("runs for: 100 s", arrivals: "at: [0 s, 10 s, 20 s]"),
      measures: measures
    )
    #expect(try measures.map { try log.value($0) } == [3, 0, 2])
  }
}
