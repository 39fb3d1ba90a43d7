import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles
import Testing

/// Openings and closings by the clock.
@Suite struct ScheduleTests {
  private static func text(
    _ shifts: String,
    _ words: String = "",
    at times: String,
    service: String,
    _ end: String = "runs until: empty"
  ) -> String {
    let servers = shifts.split(separator: ";").map { shift in
      let words = shift.split(separator: ":")
      return "{from: \(words[0]) s, count: \(words[1])}"
    }
    return """
      scenario: a schedule
      \(end)
      stations: {a: {servers: [\(servers.joined(separator: ", "))]\(words)}}
      arrivals: {t: {at: [\(times)], procedure: p}}
      procedures: {p: [{serve at: a, for: \(service)}]}
      """
  }

  /// Who is in service is served to the end; the server counts as open as long.
  @Test func finish() throws {
    let log = try ReplicationLog(Self.text("0:1;60:0;120:1", at: "0 s, 10 s", service: "90 s"))
    #expect(log.visits == ["t1 a 0 0 90", "t2 a 10 120 210"])
    #expect(log.place("a")?.open.area == 180_000_000)
    #expect(try log.value("a.utilisation.mean") == 1)
    // Two arrivals, two ends of service, a closing and an opening.
    #expect(log.statistics.fingerprint.count == 6)
  }

  /// Two of three busy servers close when they are done; then one goes on.
  @Test func finishWithFewerServers() throws {
    let log = try ReplicationLog(
      Self.text("0:3;5:1", at: "0 s, 0 s, 0 s, 0 s, 0 s", service: "10 s")
    )
    #expect(
      log.visits == [
        "t1 a 0 0 10", "t2 a 0 0 10", "t3 a 0 0 10", "t4 a 0 10 20", "t5 a 0 20 30",
      ]
    )
    #expect(log.place("a")?.open.area == 50_000_000)
    #expect(try log.value("a.utilisation.mean") == 1)
  }

  /// Who is in service waits at the head of the queue and gets the rest of its service later.
  @Test(arguments: ["fifo", "lifo", "priority"])
  func returnToQueue(_ queue: String) throws {
    let log = try ReplicationLog(
      Self.text(
        "0:1;60:0;120:1",
        ", on closing: return to queue, queue: \(queue)",
        at: "0 s, 10 s",
        service: "90 s"
      )
    )
    #expect(log.visits == ["t1 a 0 0 150", "t2 a 10 150 240"])
    let visits = try #require(log.place("a")).visits[0]
    #expect(visits.service.tally.sum == 180_000_000)
    #expect(visits.wait.tally.sum == 60_000_000 + 140_000_000)
    #expect(visits.wait.tally.sum + visits.service.tally.sum == visits.sojourn.tally.sum)
    #expect(log.place("a")?.queue.area == 200_000_000)
    #expect(log.place("a")?.open.area == 180_000_000)
    #expect(try log.value("a.utilisation.mean") == 1)
    #expect(log.steps(of: "t1") == ["serve at a/1 0 150"])
  }

  /// Who started last goes back, and of two who go back the earlier one resumes first.
  @Test func lastStartedGoesBack() throws {
    let log = try ReplicationLog(
      Self.text(
        "0:3;20:1;60:2",
        ", on closing: return to queue",
        at: "0 s, 5 s, 10 s, 12 s",
        service: "30 s"
      )
    )
    #expect(
      log.visits == ["t1 a 0 0 30", "t2 a 5 5 45", "t3 a 10 10 65", "t4 a 12 60 90"]
    )
    // t2 did 15 s, waited 10 s and resumed at 30; t3 did 10 s and resumed at 45.
    #expect(try log.value("a.wait.max") == 48)
    #expect(try log.value("a.service.mean") == 30)
    #expect(log.place("a")?.queue.area == 83_000_000)
  }

  /// Open 50 s of every 100 s, through three rounds and a closing at the instant of an end.
  @Test func repeatingReturnToQueue() throws {
    let log = try ReplicationLog(
      Self.text(
        "0:1;50:0",
        ", repeats every: 100 s, on closing: return to queue",
        at: "0 s, 230 s",
        service: "120 s"
      )
    )
    // t2 is served 20, 50 and 50 s. The closing at 450 s comes before the end of its service, for
    // which no time is left to take when the next round begins.
    #expect(log.visits == ["t1 a 0 0 220", "t2 a 230 230 500"])
    #expect(try log.value("a.wait.mean") == 125)
    #expect(try log.value("a.service.max") == 120)
    #expect(try log.value("zone.makespan.mean") == 500)
  }

  /// Progress bit by bit over many rounds is no deadlock.
  @Test func manyRounds() throws {
    let log = try ReplicationLog(
      Self.text(
        "0:1;1:0",
        ", repeats every: 100 s, on closing: return to queue",
        at: "0 s",
        service: "30 s"
      )
    )
    #expect(!log.statistics.isStuck)
    #expect(log.visits == ["t1 a 0 0 3000"])
  }

  /// Finishing in a repeating schedule never makes a server more than busy.
  @Test func repeatingFinish() throws {
    let log = try ReplicationLog(
      Self.text(
        "0:2;30:1;60:0",
        ", repeats every: 100 s",
        at: "0 s, 0 s, 0 s, 0 s, 0 s",
        service: "45 s"
      )
    )
    #expect(
      log.visits == [
        "t1 a 0 0 45", "t2 a 0 0 45", "t3 a 0 45 90", "t4 a 0 100 145", "t5 a 0 100 145",
      ]
    )
    // Two until 45 s, one until 90 s, two from 100 s until 145 s.
    #expect(log.place("a")?.open.area == 225_000_000)
    #expect(try log.value("a.utilisation.mean") == 1)
  }

  /// What is held over a closing stays held, and the place is not given to another before.
  @Test func heldOverAClosing() throws {
    let log = try ReplicationLog(
      """
      scenario: held
      runs until: empty
      stations:
        a:
          servers: [{from: 0 s, count: 1}, {from: 10 s, count: 0}, {from: 100 s, count: 1}]
          on closing: return to queue
      arrivals: {t: {at: [0 s, 0 s], procedure: p}}
      procedures: {p: [{seize: a}, {delay for: 30 s}, {release: a}]}
      """
    )
    #expect(log.visits == ["t1 a 0 0 30", "t2 a 0 100 130"])
    #expect(log.place("a")?.open.area == 60_000_000)
  }

  /// The end of a run cuts open time where the clock says.
  @Test func openTimeUntilTheEnd() throws {
    let log = try ReplicationLog(
      Self.text("0:2;60:0", at: "0 s", service: "90 s", "runs for: 80 s")
    )
    // Two servers for 60 s, then the busy one for 20 s.
    #expect(log.place("a")?.open.area == 140_000_000)
    #expect(try log.value("a.utilisation.mean") == 80.0 / 140)
    #expect(log.visits == ["t1 a 0 0 - in service at end"])
  }
}
