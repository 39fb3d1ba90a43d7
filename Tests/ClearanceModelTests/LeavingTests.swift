import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles
import Testing

/// What those do who give up, do not join or are turned away: logs worked out by hand.
@Suite struct LeavingTests {
  private static func scenario(
    _ station: String = "{servers: 1}",
    at times: String,
    _ steps: String
  ) -> String {
    """
    scenario: leaving
    runs until: empty
    stations: {a: \(station), b: {servers: 1}}
    arrivals: {t: {at: [\(times)], procedure: p}}
    procedures:
      p:
    \(steps)
    """
  }

  /// A truck that has reneged comes back and is served: one arrival of its flow, two at the station.
  @Test func whoGivesUpMayComeBack() throws {
    let log = try ReplicationLog(
      Self.scenario(
        at: "0 s, 10 s",
        """
            - name: try
              serve at: a
              for: 60 s
              patience: 20 s
              on leaving:
                - delay for: 40 s
                - go to: try
        """
      )
    )
    #expect(log.visits == ["t2 a 10 - 30 reneged", "t1 a 0 0 60", "t2 a 70 70 130"])
    #expect(log.stays == ["t1 0 60 60", "t2 10 130 130"])
    #expect(
      log.steps(of: "t2") == [
        "try 10 30", "try/on leaving/delay/1 30 70", "try/on leaving/go to try/1 70 70",
        "try 70 130",
      ]
    )
    #expect(try log.value("flow.t.arrivals.count") == 2)
    #expect(try log.value("flow.t.departures.count") == 2)
    #expect(try log.value("flow.t.reneged.count") == 0)
    #expect(try log.value("a.arrivals.count") == 3)
    #expect(try log.value("a.reneged.count") == 1)
    #expect(try log.value("a.departures.count") == 2)
  }

  /// A service in a branch is one of the truck: what it gave up before is made good.
  @Test func whoIsServedInABranchIsCleared() throws {
    let log = try ReplicationLog(
      Self.scenario(
        at: "0 s, 1 s, 2 s",
        """
            - serve at: a
              for: 10 s
              leaves if queue over: 0
              on leaving: [{delay for: 5 s}]
            - do in parallel:
              - - do in parallel:
                  - - serve at: b
                      for: 1 s
        """
      )
    )
    #expect(try log.value("a.lost.count") == 1)
    #expect(try log.value("flow.t.lost.count") == 0)
    #expect(try log.value("flow.t.departures.count") == 3)
  }

  /// Each time it comes a truck draws its patience anew, and another one than its service.
  @Test func patienceIsDrawnAnew() throws {
    let log = try ReplicationLog(
      Self.scenario(
        at: "0 s, 1 s",
        """
            - name: try
              serve at: a
              for: choice
              patience: exponential(20 s)
              on leaving:
                - delay for: 1 s
                - go to: try
        """.replacing("choice", with: "exponential(5000 s)")
      )
    )
    let waits = log.rows.passages.filter { $0.outcome == .reneged }.map {
      ($0.leftAt - $0.arrivedAt).microseconds
    }
    #expect(waits.count > 10)
    #expect(Set(waits).count == waits.count)
  }

  /// After the steps of those who leave comes the step after the one that they left.
  @Test func whoLeavesGoesOnBehindTheStep() throws {
    let served = try ReplicationLog(
      Self.scenario(
        at: "0 s, 0 s",
        """
            - serve at: a
              for: 60 s
              patience: 10 s
              on leaving: [{delay for: 5 s}]
            - serve at: b
              for: 30 s
        """
      )
    )
    // It has been served since.
    #expect(served.stays == ["t2 0 45 45", "t1 0 90 90"])
    let unserved = try ReplicationLog(
      Self.scenario(
        at: "0 s, 0 s",
        """
            - serve at: a
              for: 60 s
              patience: 10 s
              on leaving: []
            - delay for: 5 s
            - mark: cleared
        """
      )
    )
    #expect(unserved.stays == ["t2 0 - 15 reneged", "t1 0 65 65"])
    #expect(try unserved.value("flow.t.reneged.count") == 1)
    #expect(try unserved.value("flow.t.clearance.count") == 1)
  }

  /// A place held from before is no service since; one seized afterwards is.
  @Test func whatWasHeldBeforeDoesNotCount() throws {
    let held = """
          - seize: b
          - serve at: a
            for: 60 s
            patience: 10 s
            on leaving: [{release: b}, {delay for: 5 s}, {go to: end}]
          - release: b
      """
    let log = try ReplicationLog(
      Self.scenario("{servers: 1}", at: "0 s, 0 s", held)
        .replacing("b: {servers: 1}", with: "b: {servers: 2}")
    )
    #expect(log.stays == ["t2 0 - 15 reneged", "t1 0 60 60"])
    let since = try ReplicationLog(
      Self.scenario(
        at: "0 s, 0 s",
        """
            - serve at: a
              for: 60 s
              patience: 10 s
              on leaving: [{seize: b}, {delay for: 5 s}]
        """
      )
    )
    #expect(since.stays == ["t2 0 15 15", "t1 0 60 60"])
  }

  @Test func whoIsTurnedAwayGoesOn() throws {
    let log = try ReplicationLog(
      Self.scenario(
        "{servers: 1, capacity: 1}",
        at: "0 s, 10 s",
        """
            - name: try
              serve at: a
              for: 60 s
              on leaving:
                - delay for: 30 s
                - choose: [{when: time of day > 40 s, go to: end}]
                - go to: try
        """
      )
    )
    #expect(
      log.visits == ["t2 a 10 - 10 turned away", "t2 a 40 - 40 turned away", "t1 a 0 0 60"]
    )
    #expect(log.stays == ["t1 0 60 60", "t2 10 - 70 turned away"])
    #expect(try log.value("flow.t.lost.share") == 0.5)
    #expect(try log.value("a.lost.count") == 2)
    #expect(try log.value("flow.t.reneged.count") == 0)
  }

  @Test func whoSeesALongQueueDoesNotJoin() throws {
    let log = try ReplicationLog(
      Self.scenario(
        "{servers: 1, capacity: 9}",
        at: "0 s, 1 s, 2 s, 3 s",
        """
            - serve at: a
              for: 60 s
              leaves if queue over: 1
        """
      )
    )
    #expect(
      log.visits == [
        "t4 a 3 - 3 turned away", "t1 a 0 0 60", "t2 a 1 60 120", "t3 a 2 120 180",
      ]
    )
    #expect(log.stays.first == "t4 3 - 3 turned away")
    #expect(try log.value("a.lost.share") == 0.25)
    #expect(try log.value("a.present.max") == 3)
    #expect(log.place("a")?.lostByClass == [1])
  }

  /// The queue that counts is that of the lane; who does not join counts at it too.
  @Test func theQueueOfItsLaneCounts() throws {
    let log = try ReplicationLog(
      """
      scenario: lanes
      runs until: empty
      classes: [a, b]
      stations: {g: {lanes: [{name: l1, takes: [a]}, {name: l2, takes: [b]}]}}
      arrivals:
        x: {at: [0 s, 1 s, 2 s], class: a, procedure: p}
        y: {at: [3 s, 4 s], class: b, procedure: p}
      procedures:
        p: [{serve at: g, for: 60 s, leaves if queue over: 0}]
      """
    )
    #expect(log.visits.first == "x3 g.l1 2 - 2 turned away")
    #expect(log.visits.count == 5)
    #expect(try log.value("g.l1.lost.share") == 1.0 / 3)
    #expect(try log.value("g.l1.arrivals.count") == 3)
    #expect(try log.value("g.lost.share") == 0.2)
    #expect(try log.value("g.arrivals.count") == 5)
  }

  /// Who is served at once does not mind the queue: by class, or where the last comer is first.
  @Test(arguments: [("lifo", 3), ("priority", 3), ("fifo", 2)])
  func whoIsServedAtOnceJoins(queue: String, departures: Double) throws {
    let log = try ReplicationLog(
      """
      scenario: a free server beside a queue
      runs until: empty
      classes: [high, low]
      stations: {a: {servers: 2, queue: \(queue)}}
      arrivals:
        one: {at: [0 s], class: low, procedure: small}
        two: {at: [1 s], class: low, procedure: large}
        x: {at: [2 s], class: high, procedure: small}
      procedures:
        small: [{seize: a, leaves if queue over: 0}, {delay for: 60 s}]
        large: [{seize: {a: 2}}, {delay for: 60 s}]
      """
    )
    #expect(try log.value("zone.departures.count") == departures)
  }

  @Test func whoDoesNotJoinGoesOn() throws {
    let log = try ReplicationLog(
      Self.scenario(
        at: "0 s, 0 s, 0 s",
        """
            - serve at: a
              for: 60 s
              leaves if queue over: 0
              on leaving: [{serve at: b, for: 10 s}]
        """
      )
    )
    #expect(
      log.visits == [
        "t3 a 0 - 0 turned away", "t3 b 0 0 10", "t1 a 0 0 60", "t2 a 0 60 120",
      ]
    )
    #expect(log.stays == ["t3 0 10 10", "t1 0 60 60", "t2 0 120 120"])
  }

  /// Who takes the server of a lower class does not wait; who would wait for one of its own does.
  @Test func whoTakesAServerJoins() throws {
    let log = try ReplicationLog(
      """
      scenario: a higher class
      runs until: empty
      classes: [high, low]
      stations: {a: {servers: 1, queue: priority, preemptive: yes}}
      arrivals:
        one: {at: [0 s, 0 s], class: low, procedure: patient}
        x: {at: [10 s, 20 s], class: high, procedure: proud}
      procedures:
        patient: [{serve at: a, for: 60 s}]
        proud: [{serve at: a, for: 60 s, leaves if queue over: 0}]
      """
    )
    #expect(log.visits.first == "x2 a 20 - 20 turned away")
    #expect(log.visits.dropFirst().first == "x1 a 10 10 70")
  }

  /// Where servers take several, who completes the number does not wait.
  @Test func whoCompletesTheNumberJoins() throws {
    let log = try ReplicationLog(
      Self.scenario(
        "{servers: 1, serves together: exactly 3}",
        at: "0 s, 1 s, 2 s, 3 s, 4 s",
        """
            - serve at: a
              for: 60 s
              leaves if queue over: 0
        """
      ).replacing("runs until: empty", with: "runs for: 1 h")
    )
    // The second would wait for the third.
    #expect(log.visits.filter { $0.hasSuffix("turned away") }.count == 4)
  }
}
