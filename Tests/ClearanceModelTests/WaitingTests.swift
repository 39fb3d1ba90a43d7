import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles
import Testing

/// Trucks that wait until a condition holds.
@Suite struct WaitingTests {
  private static func log(
    _ arrivals: String,
    _ procedures: String,
    run: String = "runs until: empty",
    stations: String = "yard: {servers: 1}",
    recording: RecordingLevel = .steps
  ) throws -> ReplicationLog {
    func indented(_ text: String) -> String {
      text.split(separator: "\n").map { "  \($0)\n" }.joined()
    }
    return try ReplicationLog(
      "scenario: waiting\n\(run)\nstations:\n\(indented(stations))arrivals:\n"
        + "\(indented(arrivals))procedures:\n\(indented(procedures))",
      recording: recording
    )
  }

  /// Who waits for a number at a place goes on at the instant at which it is reached.
  @Test func forPlaces() throws {
    let log = try Self.log(
      """
      u: {at: [0 s, 0 s], procedure: use}
      v: {at: [5 s], procedure: empty}
      w: {at: [10 s], procedure: one}
      """,
      """
      use: [{serve at: yard, for: 1 min}]
      empty: [{wait until: present at yard = 0}, {delay for: 5 s}]
      one: [{wait until: queue at yard = 0}]
      """
    )
    #expect(log.stays == ["u1 0 60 60", "w1 10 60 60", "u2 0 120 120", "v1 5 125 125"])
    #expect(log.steps(of: "w1") == ["wait/1 10 60"])
    #expect(!log.statistics.isStuck)
  }

  /// Of those whose condition holds the one that has waited longest goes first, and what it does may
  /// keep the next one waiting.
  @Test func oneAfterTheOther() throws {
    let log = try Self.log(
      """
      a: {at: [0 s], procedure: use}
      b: {at: [3 s], procedure: turn}
      c: {at: [2 s], procedure: turn}
      d: {at: [1 s], procedure: other}
      """,
      """
      use: [{serve at: yard, for: 30 s}]
      turn: [{wait until: present at yard < 1}, {serve at: yard, for: 10 s}]
      other: [{wait until: queue at yard < 1 and present at yard < 1}, {serve at: yard, for: 7 s}]
      """
    )
    #expect(log.stays == ["a1 0 30 30", "d1 1 37 37", "c1 2 47 47", "b1 3 57 57"])
    #expect(log.place("yard")?.queue.maximum == 0)
  }

  /// A condition that holds lets a truck claim its next place as if there were none.
  @Test func passesAtOnce() throws {
    let plain = try Self.log(
      "a: {every: exponential(50 s), at most: 200, procedure: p}",
      "p: [{serve at: yard, for: exponential(40 s)}]"
    )
    let waiting = try Self.log(
      "a: {every: exponential(50 s), at most: 200, procedure: p}",
      "p: [{wait until: queue at yard >= 0}, {serve at: yard, for: exponential(40 s)}]"
    )
    #expect(plain.visits == waiting.visits)
    #expect(plain.statistics.fingerprint == waiting.statistics.fingerprint)
  }

  /// The clock wakes at the instant at which the comparison begins to hold; that is no event.
  @Test(
    arguments: [
      (">= 00:01", "60"), ("> 00:01", "60.000001"), ("= 00:01", "60"), ("< 00:00:05", "86400"),
      ("<= 00:00:05", "86400"), ("!= 00:00:10", "10.000001"),
    ]
  )
  func timeOfDay(_ comparison: String, _ end: String) throws {
    let value = comparison.hasSuffix(":05") || comparison.hasSuffix(":10")
    let text =
      value
      ? comparison.replacing("00:00:05", with: "5 s").replacing("00:00:10", with: "10 s")
      : comparison
    let log = try Self.log(
      "a: {at: [10 s], procedure: p}",
      "p: [{wait until: time of day \(text)}]"
    )
    #expect(log.stays == ["a1 10 \(end) \(end)"])
    #expect(log.statistics.fingerprint.count == 1)
  }

  /// Whoever waits for two things is woken by either of them.
  @Test func eitherOfTwo() throws {
    let log = try Self.log(
      """
      a: {at: [0 s], procedure: use}
      b: {at: [1 s, 2 min], procedure: p}
      """,
      """
      use: [{serve at: yard, for: 150 s}]
      p: [{wait until: time of day >= 00:01 and time of day < 00:02 or present at yard = 0}]
      """
    )
    #expect(log.stays == ["b1 1 60 60", "a1 0 150 150", "b2 120 150 150"])
  }

  /// Openings, closings and repairs wake; a station with lanes has their servers.
  @Test func openings() throws {
    let log = try Self.log(
      "a: {at: [5 s], procedure: p}",
      "p: [{wait until: open at row > 0}, {delay for: 1 s}]",
      run: "runs for: 1 h",
      stations:
        "row: {lanes: [{name: l1, servers: [{from: 0 s, count: 0}, {from: 90 s, count: 2}]}]}"
    )
    #expect(log.stays == ["a1 5 91 91"])
  }

  /// A run until empty ends when nobody can ever go on, also with an alarm every day.
  @Test(arguments: ["queue at yard > 5", "queue at yard > 5 and time of day > 01:00"])
  func forEver(_ condition: String) throws {
    let log = try Self.log("a: {at: [5 s], procedure: p}", "p: [{wait until: \(condition)}]")
    #expect(log.statistics.isStuck)
    #expect(log.statistics.inside == 1)
    #expect(log.steps(of: "a1") == ["wait/1 5 -"])
  }

  /// Branches and companions wait by themselves; who holds a server keeps it meanwhile.
  @Test func branchesAndCompanions() throws {
    let log = try Self.log(
      """
      a: {at: [1 s], procedure: p}
      b: {at: [0 s], procedure: use}
      """,
      """
      use: [{serve at: yard, for: 40 s}]
      p:
        - seize: dock
        - start: papers
        - do in parallel:
            - [{delay for: 10 s}]
            - [{wait until: present at yard = 0}, {mark: seen}]
        - release: dock
      papers: [{wait until: present at dock = 0}, {delay for: 2 s}]
      """,
      stations: "yard: {servers: 1}\ndock: {servers: 1}"
    )
    #expect(log.visits == ["b1 yard 0 0 40", "a1 dock 1 1 40"])
    #expect(log.companions == ["1 a1 0 1 42"])
    #expect(try log.value("flow.a.to-seen.mean") == 39)
  }

  /// In free flow nobody waits for others to go, but for the hour.
  @Test func freeFlow() throws {
    let log = try Self.log(
      """
      a: {at: [0 s], procedure: use}
      b: {at: [1 s], procedure: p}
      """,
      """
      use: [{serve at: yard, for: 30 s}]
      p: [{wait until: present at yard = 0 and time of day >= 00:00:20}]
      """.replacing("00:00:20", with: "20 s")
    )
    #expect(log.stays == ["a1 0 30 30", "b1 1 30 30"])
    let free = ReplicationLog(log.plan.freeFlowing)
    #expect(free.stays == ["b1 1 20 20", "a1 0 30 30"])
  }

  /// Who waits and is served afterwards leaves as one that was served, with patience beside it.
  @Test func waitsWithoutALine() throws {
    let log = try Self.log(
      "a: {every: exponential(30 s), at most: 300, procedure: p}",
      """
      p:
        - wait until: present at yard < 3
        - serve at: yard
          for: exponential(28 s)
        - wait until: queue at yard = 0 or time of day > 23:00
      """
    )
    #expect(log.place("yard")?.present.maximum == 3)
    #expect(log.statistics.inside == 0 && !log.statistics.isStuck)
  }
}
