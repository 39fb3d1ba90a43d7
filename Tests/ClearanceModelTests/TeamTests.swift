import ClearanceModel
import ClearanceRecords
import EventSimulation
import ScenarioFiles
import Testing

/// Teams that serve at several stations.
@Suite struct TeamTests {
  /// Two stations and who comes to them, each for as long as `service` says.
  private static func text(
    teams: String,
    stations: String = "a: {servers: unlimited}, b: {servers: unlimited}",
    a: String,
    b: String,
    service: String = "10 s",
    _ end: String = "runs until: empty"
  ) -> String {
    """
    scenario: teams
    \(end)
    teams: {\(teams)}
    stations: {\(stations)}
    arrivals:
      u: {at: [\(a)], procedure: pa}
      v: {at: [\(b)], procedure: pb}
    procedures:
      pa: [{serve at: a, for: \(service)}]
      pb: [{serve at: b, for: \(service)}]
    """
  }

  /// A member who falls free goes on with the truck that has waited longest, at whichever station.
  @Test func longestWait() throws {
    let log = try ReplicationLog(
      Self.text(
        teams: "t: {members: 1, serves: [b, a]}",
        a: "0 s, 2 s, 4 s",
        b: "1 s, 3 s"
      )
    )
    #expect(
      log.visits == [
        "u1 a 0 0 10", "v1 b 1 10 20", "u2 a 2 20 30", "v2 b 3 30 40", "u3 a 4 40 50",
      ]
    )
    #expect(try log.value("t.utilisation.mean") == 1)
    #expect(try log.value("t.worked.sum") == 50.0 / 3_600)
  }

  /// In order means that of `serves`; of equal waits the first station has its turn too.
  @Test func inOrder() throws {
    let log = try ReplicationLog(
      Self.text(
        teams: "t: {members: 1, serves: [b, a], picks: in order}",
        a: "0 s, 2 s, 4 s",
        b: "1 s, 3 s"
      )
    )
    #expect(
      log.visits == [
        "u1 a 0 0 10", "v1 b 1 10 20", "v2 b 3 20 30", "u2 a 2 30 40", "u3 a 4 40 50",
      ]
    )
    let equal = try ReplicationLog(
      Self.text(
        teams: "t: {members: 1, serves: [b, a]}",
        a: "0 s, 5 s",
        b: "5 s"
      )
    )
    #expect(equal.visits == ["u1 a 0 0 10", "v1 b 5 10 20", "u2 a 5 20 30"])
  }

  /// Who begins needs a free server and a free member; the first team of the file goes first.
  @Test func serversAndMembers() throws {
    let log = try ReplicationLog(
      Self.text(
        teams: "only-a: {members: 1, serves: [a]}, both: {members: 2, serves: [a, b]}",
        stations: "a: {servers: 2}, b: {servers: unlimited}",
        a: "0 s, 0 s, 0 s",
        b: "1 s, 1 s"
      )
    )
    // The first of `both` is at `a` with the one of `only-a`; no third place there.
    #expect(
      log.visits == [
        "u1 a 0 0 10", "u2 a 0 0 10", "v1 b 1 1 11", "u3 a 0 10 20", "v2 b 1 10 20",
      ]
    )
    #expect(try log.value("only-a.worked.sum") == 20.0 / 3_600)
    #expect(try log.value("both.worked.sum") == 30.0 / 3_600)
    #expect(try log.value("a.utilisation.mean") == 30.0 / 40)
  }

  /// What is not finished at the closing is overtime, which counts as on shift.
  @Test func overtime() throws {
    let shifts = "[{from: 0 s, count: 2}, {from: 15 s, count: 0}, {from: 100 s, count: 1}]"
    let log = try ReplicationLog(
      Self.text(
        teams: "t: {members: \(shifts), serves: [a, b]}",
        a: "0 s, 8 s, 12 s",
        b: "0 s"
      )
    )
    #expect(log.visits == ["u1 a 0 0 10", "v1 b 0 0 10", "u2 a 8 10 20", "u3 a 12 12 22"])
    #expect(try log.value("t.overtime.sum") == 12.0 / 3_600)
    #expect(try log.value("t.on-shift.sum") == 42.0 / 3_600)
    #expect(try log.value("t.worked.sum") == 40.0 / 3_600)
    // The run ends when nobody is left: four comings, four ends, one closing.
    #expect(log.statistics.fingerprint.count == 9)
  }

  /// At a closing the service that began last goes back, and goes on with whoever is free.
  @Test func returnToQueue() throws {
    let shifts = "[{from: 0 s, count: 2}, {from: 5 s, count: 1}, {from: 50 s, count: 2}]"
    let log = try ReplicationLog(
      Self.text(
        teams: "t: {members: \(shifts), on closing: return to queue, serves: [a, b]}",
        a: "0 s, 3 s",
        b: "1 s"
      )
    )
    // `v1` began last: it has 6 s left at 5 s, and the longest wait when `u1` is done.
    #expect(log.visits == ["u1 a 0 0 10", "v1 b 1 1 16", "u2 a 3 16 26"])
    #expect(try log.value("t.overtime.sum") == 0)
    let other = try ReplicationLog(
      Self.text(
        teams: "t: {members: [{from: 0 s, count: 1}, {from: 5 s, count: 0}], "
          + "on closing: return to queue, serves: [a]}, n: {members: 1, serves: [a, b]}",
        a: "0 s",
        b: "1 s"
      )
    )
    // The other team goes on with it where it stopped.
    #expect(other.visits == ["v1 b 1 1 11", "u1 a 0 0 16"])
  }

  /// A held server keeps its member until it is released.
  @Test func seize() throws {
    let log = try ReplicationLog(
      """
      scenario: held
      runs until: empty
      teams: {t: {members: 1, serves: [a, b]}}
      stations: {a: {}, b: {servers: 1}, c: {servers: 1}}
      arrivals:
        u: {at: [0 s], procedure: pa}
        v: {at: [1 s], procedure: pb}
      procedures:
        pa: [{seize: a}, {serve at: c, for: 5 s}, {delay for: 5 s}, {release: a}]
        pb: [{seize: b}, {delay for: 3 s}]
      """
    )
    #expect(log.visits == ["u1 c 0 0 5", "u1 a 0 0 10", "v1 b 1 10 13"])
    #expect(try log.value("t.worked.sum") == 13.0 / 3_600)
  }

  /// Who is blocked keeps the server; the member goes on elsewhere.
  @Test func blocked() throws {
    let log = try ReplicationLog(
      """
      scenario: blocked
      runs until: empty
      teams: {t: {members: 1, serves: [a, b]}}
      stations:
        a: {servers: 1}
        b: {servers: 1}
        c: {servers: 1, capacity: 1, when full: block upstream}
      arrivals:
        u: {at: [0 s, 0 s], procedure: pa}
        v: {at: [1 s], procedure: pb}
      procedures:
        pa: [{serve at: a, for: 5 s}, {serve at: c, for: 20 s}]
        pb: [{serve at: b, for: 5 s}]
      """
    )
    #expect(
      log.visits == [
        "u1 a 0 0 5", "u2 a 0 5 25", "v1 b 1 10 15", "u1 c 5 5 25", "u2 c 25 25 45",
      ]
        || log.visits == [
          "u1 a 0 0 5", "v1 b 1 10 15", "u1 c 5 5 25", "u2 a 0 5 25", "u2 c 25 25 45",
        ]
    )
    #expect(log.statistics.deadlock.isEmpty)
  }

  /// A condition sees members on shift, as far as there are servers for them.
  @Test func openAt() throws {
    let log = try ReplicationLog(
      """
      scenario: open
      runs until: empty
      teams:
        t: {members: [{from: 0 s, count: 0}, {from: 30 s, count: 3}], serves: [a]}
        n: {members: [{from: 0 s, count: 1}, {from: 20 s, count: 0}], serves: [a]}
      stations: {a: {servers: 2}}
      arrivals: {u: {at: [0 s], procedure: p}}
      procedures:
        p:
          - choose: [{when: open at a = 1, do: [{delay for: 1 s}]}]
          - wait until: open at a = 0
          - delay for: 1 s
          - wait until: open at a >= 2
          - choose: [{when: open at a = 2, do: [{delay for: 1 s}]}]
      """
    )
    #expect(log.stays == ["u1 0 31 31"])
  }

  /// One team at a desk without limit is the desk with as many servers, visit by visit.
  @Test(arguments: ["fifo", "lifo", "random", "priority", "shortest-job"])
  func sameAsServers(_ queue: String) throws {
    func text(_ words: String, _ station: String) -> String {
      """
      scenario: desk
      runs for: 200 h
      \(words)
      stations: {desk: {\(station), queue: \(queue)}}
      arrivals: {u: {rate: 27 per h, class: {x: 30%, y: 70%}, procedure: p}}
      procedures: {p: [{serve at: desk, for: exponential(6 min)}]}
      """
    }
    let shifts = "[{from: 0 h, count: 3}, {from: 5 h, count: 2}]"
    for rule in ["finish", "return to queue"] {
      let clock = "repeats every: 8 h, on closing: \(rule)"
      let team = try ReplicationLog(
        text("teams: {t: {members: \(shifts), \(clock), serves: [desk]}}", "servers: unlimited")
      )
      let servers = try ReplicationLog(text("", "servers: \(shifts), \(clock)"))
      #expect(team.visits == servers.visits)
      #expect(team.visits.count > 4_000)
      #expect(
        try team.value("t.utilisation.mean") == servers.value("desk.utilisation.mean")
      )
    }
  }

  /// Two stations that share a team and its longest wait are one with the streams together.
  @Test func sameAsMergedStation() throws {
    func text(_ words: String, _ stations: String, _ b: String) -> String {
      """
      scenario: merged
      runs for: 500 h
      \(words)
      stations: {\(stations)}
      arrivals: {u: {rate: 15 per h, procedure: pu}, v: {rate: 12 per h, procedure: pv}}
      procedures:
        pu: [{name: s, serve at: a, for: exponential(4 min)}]
        pv: [{name: s, serve at: \(b), for: exponential(4 min)}]
      """
    }
    let team = "teams: {t: {members: 2, serves: [a, b]}}"
    let shared = try ReplicationLog(text(team, "a: {}, b: {}", "b"))
    let merged = try ReplicationLog(text("", "a: {servers: 2}", "a"))
    let times = { (log: ReplicationLog) in
      log.rows.passages.map { "\($0.flow) \($0.truck) \($0.arrivedAt) \($0.startedAt)" }
    }
    #expect(times(shared) == times(merged))
    // Erlang C for 27 an hour, two servers, 4 min: wait ρ²/(1 − ρ²) of a service, here 17.05 min.
    let load = 27.0 * 4 / 60 / 2
    let exact = load * load / (1 - load * load) * 4 * 60
    var waits: [Double] = []
    for number in 1...40 {
      let log = try ReplicationLog(text(team, "a: {}, b: {}", "b"), replication: number)
      let (a, b) = (try log.value("a.wait.mean") ?? 0, try log.value("b.wait.mean") ?? 0)
      waits.append((a * 15 + b * 12) / 27)
    }
    let mean = waits.reduce(0, +) / 40
    let variance = waits.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 39
    // Four standard errors; runs begin empty, which takes less than one off at this length.
    #expect(abs(mean - exact) < 4 * (variance / 40).squareRoot())
  }
}
