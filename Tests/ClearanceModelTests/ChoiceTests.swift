import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles
import Testing

/// Choices, jumps and marks.
@Suite struct ChoiceTests {
  /// Two of three ways are marked; the rest goes on to the next step.
  @Test func sharesAreKept() throws {
    let log = try ReplicationLog(
      """
      scenario: three ways
      runs until: empty
      stations: {a: {servers: unlimited}}
      arrivals: {t: {at: [0 s], batch: 20000, procedure: p}}
      procedures:
        p:
          - choose:
              - {share: 20%, do: [{mark: x}, {mark: end}]}
              - {share: 30%, do: [{mark: y}, {mark: end}]}
          - {mark: z}
          - {serve at: a, for: 1 s}
      """,
      recording: .summary
    )
    let counts = try ["x", "y", "z"].map { Int(try log.value("flow.t.to-\($0).count") ?? -1) }
    #expect(counts[2] == 20_000)
    // 13.8: one choice in a thousand is worse (chi-square, 2 degrees of freedom).
    let others = 20_000 - counts[0] - counts[1]
    #expect(chiSquare([counts[0], counts[1], others], shares: [0.2, 0.3, 0.5]) < 13.8)
    #expect(try log.value("flow.t.to-end.count") == Double(counts[0] + counts[1]))
  }

  /// Each condition sends trucks to a mark of its own; the first that holds is taken.
  private func way(
    when condition: String,
    arrivals: String = "at: [0 s]",
    delay: String = "0 s"
  ) throws -> [String] {
    let log = try ReplicationLog(
      """
      scenario: conditions
      runs until: empty
      classes: [aeo, ordinary]
      stations:
        a: {servers: 1}
        g: {lanes: [{name: l1}, {name: l2}]}
      arrivals:
        t: {\(arrivals), class: ordinary, procedure: p}
        u: {at: [0 s], class: aeo, procedure: p}
        blockers: {at: [0 s], batch: 3, procedure: block}
      procedures:
        block: [{serve at: a, for: 60 s}, {serve at: g, for: 1 s}]
        p:
          - delay for: \(delay)
          - choose:
              - {when: "\(condition)", do: [{delay for: 1 s}, {mark: yes}]}
              - {otherwise: [{mark: no}]}
      """
    )
    return try ["t", "u"].map { flow in
      let yes = try log.value("flow.\(flow).to-yes.count") ?? 0
      let no = try log.value("flow.\(flow).to-no.count") ?? 0
      return "\(Int(yes))/\(Int(yes + no))"
    }
  }

  @Test(arguments: [
    ("class = aeo", "0/1", "1/1"), ("class != aeo", "1/1", "0/1"),
    ("class = ordinary", "1/1", "0/1"),
    ("flow = t", "1/1", "0/1"), ("flow != t", "0/1", "1/1"),
    ("class = aeo and flow = t", "0/1", "0/1"), ("class = aeo or flow = t", "1/1", "1/1"),
    ("flow = t and class = aeo or class = aeo", "0/1", "1/1"),
    // One blocker is in service at the station, two wait; nobody is at the lanes yet.
    ("queue at a = 2", "1/1", "1/1"), ("queue at a < 2", "0/1", "0/1"),
    ("queue at a <= 2", "1/1", "1/1"), ("queue at a > 2", "0/1", "0/1"),
    ("queue at a >= 2", "1/1", "1/1"), ("queue at a != 2", "0/1", "0/1"),
    ("present at a = 3", "1/1", "1/1"), ("present at a > 3", "0/1", "0/1"),
    ("present at g = 0", "1/1", "1/1"), ("queue at g.l1 >= 0", "1/1", "1/1"),
    ("queue at a = 2 and class = aeo", "0/1", "1/1"),
  ])
  func conditions(_ condition: String, _ t: String, _ u: String) throws {
    #expect(try way(when: condition, delay: "30 s") == [t, u])
  }

  /// The clock counts from midnight at time zero and starts anew each day.
  @Test(arguments: [
    ("time of day >= 06:00", "2/4"), ("time of day < 06:00", "2/4"), ("time of day = 6 h", "1/4"),
    ("time of day > 06:00 and time of day < 20:30", "1/4"), ("time of day < 1 us", "1/4"),
  ])
  func timeOfDay(_ condition: String, _ t: String) throws {
    // At midnight, and on later days at 01:00, 06:00 and 20:00.
    let times = "at: [0 s, 25 h, 54 h, 92 h]"
    #expect(try way(when: condition, arrivals: times)[0] == t)
  }

  /// A step met again draws anew, and what one truck draws no other step or truck does.
  @Test func jumpsDrawAnew() throws {
    let log = try ReplicationLog(
      """
      scenario: again and again
      runs until: empty
      stations: {a: {servers: unlimited}}
      arrivals: {t: {at: [0 s], batch: 200, procedure: p}}
      procedures:
        p:
          - name: again
            serve at: a
            for: exponential(1 min)
          - choose:
              - share: 75%
                go to: again
          - serve at: a
            for: exponential(1 min)
      """
    )
    let services = log.services(at: "a").values.flatMap { $0 }
    // Four rounds and a last service for each of 200 trucks; the mean's sd is 17 rounds in all.
    #expect(abs(services.count - 1_000) < 200)
    // A microsecond in minutes: among a thousand exponential services two rarely agree.
    #expect(services.count - Set(services).count < 3)
  }

  /// Clearance ends at the first `mark: cleared`, else at the end of the procedure.
  @Test func marksAndClearance() throws {
    let log = try ReplicationLog(
      """
      scenario: marks
      runs until: empty
      stations: {a: {servers: 1}}
      arrivals:
        m: {at: [0 s], procedure: marked}
        p: {at: [100 s], procedure: plain}
      procedures:
        marked:
          - mark: entered
          - serve at: a
            for: 10 s
          - mark: cleared
          - delay for: 20 s
          - mark: entered
          - mark: cleared
        plain: [{serve at: a, for: 5 s}, {mark: entered}, {delay for: 1 s}]
      """
    )
    #expect(log.stays == ["m1 0 10 30", "p1 100 106 106"])
    #expect(try log.value("flow.m.clearance.mean") == 10)
    #expect(try log.value("flow.p.clearance.mean") == 6)
    #expect(try log.value("zone.clearance.count") == 2)
    #expect(try log.value("flow.m.to-entered.count") == 2)
    #expect(try log.value("flow.m.to-entered.max") == 30)
    #expect(try log.value("flow.p.to-entered.mean") == 5)
    #expect(
      log.steps(of: "m1") == [
        "mark entered/1 0 0", "serve at a/1 0 10", "mark cleared/1 10 10", "delay/1 10 30",
        "mark entered/2 30 30", "mark cleared/2 30 30",
      ]
    )
  }
}
