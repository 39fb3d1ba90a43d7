import ClearanceModel
import ClearanceRecords
import EventSimulation
import Testing

/// Trucks that wait until all branches of `do in parallel` are over.
@Suite struct ParallelTests {
  /// Each branch queues for itself; the truck goes on when the last is over.
  @Test func waitsForTheLast() throws {
    let log = try ReplicationLog(
      """
      scenario: papers and goods
      runs until: empty
      stations: {desk: {servers: 1}, yard: {servers: 2}, out: {servers: 1}}
      arrivals: {t: {at: [0 s, 0 s], procedure: p}}
      procedures:
        p:
          - delay for: 1 s
          - do in parallel:
              - - serve at: desk
                  for: 10 s
              - - serve at: yard
                  for: 12 s
                - delay for: 1 s
          - serve at: out
            for: 2 s
      """
    )
    #expect(
      log.visits == [
        "t1 desk 1 1 11", "t1 yard 1 1 13", "t2 yard 1 1 13", "t1 out 14 14 16",
        "t2 desk 1 11 21", "t2 out 21 21 23",
      ]
    )
    #expect(log.stays == ["t1 0 16 16", "t2 0 23 23"])
    #expect(
      log.steps(of: "t1") == [
        "delay/1 0 1", "serve at desk/1 1 11", "do in parallel/1/end 1 11 11",
        "serve at yard/1 1 13", "delay/2 13 14", "do in parallel/1/end 2 14 14",
        "do in parallel/1 1 14", "serve at out/1 14 16",
      ]
    )
    // Flows count trucks, stations all that come.
    #expect(try log.value("zone.present.max") == 2)
    #expect(try log.value("desk.departures.count") == 2)
    #expect(log.companions == [])
    // Two arrivals, four ends of delay, six of service.
    #expect(log.statistics.fingerprint.count == 12)
  }

  /// Branches without steps are over at once, also when there is nothing else.
  @Test func emptyBranches() throws {
    let log = try ReplicationLog(
      """
      scenario: nothing to do
      runs until: empty
      stations: {desk: {servers: 1}}
      arrivals: {t: {at: [5 s], procedure: p}}
      procedures:
        p:
          - do in parallel: [[], []]
          - do in parallel:
              -
              - - do in parallel:
                    - - serve at: desk
                        for: 3 s
                    - []
                - delay for: 4 s
          - mark: cleared
      """
    )
    #expect(log.stays == ["t1 5 12 12"])
    #expect(log.visits == ["t1 desk 5 5 8"])
  }

  /// What the truck holds it holds throughout; a branch gives back at its end what it has seized.
  @Test func holding() throws {
    let log = try ReplicationLog(
      """
      scenario: held outside and inside
      runs until: empty
      stations: {lane: {servers: 1}, scanner: {servers: 1}}
      arrivals: {t: {at: [0 s], procedure: p}}
      procedures:
        p:
          - seize: lane
          - do in parallel:
              - [{delay for: 10 s}]
              - [{seize: scanner}, {delay for: 4 s}]
          - delay for: 1 s
          - release: lane
          - delay for: 1 s
      """
    )
    #expect(log.visits == ["t1 scanner 0 0 4", "t1 lane 0 0 11"])
    #expect(log.stays == ["t1 0 12 12"])
  }

  /// Marks, stages, counters and attributes of a branch are the truck's.
  @Test func actsOnTheTruck() throws {
    let log = try ReplicationLog(
      """
      scenario: what branches do
      runs until: empty
      attributes: {weight: weight, risk: [low, high], form: {open: [passed], passed: []}}
      stations: {lane: {lanes: [{name: a, properties: {slow: 3}}], properties: {slow: 1}}}
      arrivals: {t: {at: [0 s], procedure: p}}
      procedures:
        p:
          - seize: lane
          - do in parallel:
              - - stage: goods
                - delay for: 2 s * slow at lane
                - set: {weight: 2 t, form: passed}
                - count: weighed
                  at: lane
                - mark: weighed
              - - delay for: 4 s
                - set: {risk: high}
                - choose: [{when: weight > 1 t, do: [{delay for: 100 s}]}]
                - mark: cleared
          - choose: [{when: weight = 2 t and risk = high and form = passed, do: [{mark: all}]}]
          - delay for: 1 s
      """
    )
    #expect(log.stays == ["t1 0 4 7"])
    #expect(try log.value("flow.t.to-weighed.mean") == 6)
    #expect(try log.value("flow.t.to-all.mean") == 6)
    #expect(try log.value("flow.t.clearance.mean") == 4)
    #expect(try log.value("flow.t.stage-goods.mean") == 4)
    #expect(try log.value("lane.a.weighed.count") == 1)
    #expect(log.transitions == ["t1 form passed 6"])
    #expect(log.carried == ["t1 weight 2000.0", "t1 risk high"])
  }

  /// A branch that is turned away ends; the truck goes on, is not cleared and counts as lost.
  @Test func turnedAwayInABranch() throws {
    let log = try ReplicationLog(
      """
      scenario: a full desk
      runs until: empty
      attributes: {papers: [none, passed]}
      stations: {desk: {servers: 1, capacity: 1}, yard: {servers: 2}, out: {servers: 2}}
      arrivals: {t: {at: [0 s, 1 s], procedure: p}}
      procedures:
        p:
          - do in parallel:
              - - set: {papers: passed}
                - serve at: desk
                  for: 10 s
              - - serve at: yard
                  for: 5 s
          - serve at: out
            for: 1 s
          - mark: cleared
          - delay for: 1 s
      """
    )
    #expect(
      log.visits == [
        "t2 desk 1 - 1 turned away", "t1 yard 0 0 5", "t2 yard 1 1 6", "t2 out 6 6 7",
        "t1 desk 0 0 10", "t1 out 10 10 11",
      ]
    )
    #expect(log.stays == ["t2 1 - 8 turned away", "t1 0 11 12"])
    // What the branch had set before is set.
    #expect(log.carried == ["t2 papers passed", "t1 papers passed"])
    #expect(try log.value("flow.t.lost.count") == 1)
    #expect(try log.value("flow.t.departures.count") == 1)
    #expect(try log.value("flow.t.clearance.count") == 1)
    #expect(try log.value("desk.lost.count") == 1)
  }

  /// A branch that gives up ends, and no later service makes it good.
  ///
  /// What leads elsewhere on leaving is part of its branch.
  @Test func givesUpInABranch() throws {
    let log = try ReplicationLog(
      """
      scenario: no patience
      runs until: empty
      attributes: {papers: [none, posted]}
      stations: {desk: {servers: 1}, yard: {servers: 1}, out: {servers: 3}}
      arrivals: {t: {at: [0 s, 1 s], procedure: p}, u: {at: [20 s, 21 s, 22 s], procedure: q}}
      procedures:
        p:
          - do in parallel:
              - - serve at: desk
                  for: 10 s
                  patience: 3 s
              - [{delay for: 5 s}]
          - serve at: out
            for: 1 s
        q:
          - do in parallel:
              - - serve at: yard
                  for: 10 s
                  leaves if queue over: 0
                  on leaving: [{set: {papers: posted}}, {serve at: out, for: 2 s}]
          - mark: cleared
      """
    )
    #expect(
      log.stays == [
        "t2 1 - 7 reneged", "t1 0 11 11", "u3 22 24 24", "u1 20 30 30", "u2 21 40 40",
      ]
    )
    #expect(log.carried == ["u3 papers posted"])
    #expect(try log.value("flow.t.reneged.count") == 1)
    #expect(try log.value("flow.u.lost.count") == 0)
  }

  /// A way round a fork draws anew each time, in the branches and after them, also where a branch
  /// has a way round of its own.
  @Test func drawsAnew() throws {
    let log = try ReplicationLog(
      """
      scenario: thirty rounds
      runs until: empty
      attributes: {rounds: number, calls: number}
      stations: {a: {servers: 1}, b: {servers: 1}, c: {servers: 1}}
      arrivals: {t: {at: [0 s], procedure: p}}
      procedures:
        p:
          - name: again
            do in parallel:
              - - name: call
                  serve at: a
                  for: exponential(1 min)
                - set: {calls: calls + 1}
                - choose: [{when: calls < 3, go to: call}]
                - set: {calls: 0}
              - - serve at: b
                  for: exponential(1 min)
          - serve at: c
            for: exponential(1 min)
          - set: {rounds: rounds + 1}
          - choose: [{when: rounds < 60, go to: again}]
      """
    )
    for (place, count) in [("a", 180), ("b", 60), ("c", 60)] {
      let services = try #require(log.services(at: place)["t1"])
      #expect(services.count == count && Set(services).count == count, "\(place)")
    }
  }

  /// A companion may work side by side as well, and a branch may send companions.
  @Test func companionsAndBranches() throws {
    let log = try ReplicationLog(
      """
      scenario: papers with two stamps
      runs until: empty
      attributes: {form: {open: [passed], passed: []}}
      stations: {desk: {servers: 1}}
      arrivals: {t: {at: [0 s], procedure: p}}
      procedures:
        p:
          - do in parallel: [[{start: papers}], [{delay for: 1 s}]]
        papers:
          - do in parallel:
              - - serve at: desk
                  for: 10 s
                - set: {form: passed}
              - [{delay for: 20 s}]
          - delay for: 5 s
      """
    )
    #expect(log.companions == ["1 t1 0 0 25"])
    #expect(log.transitions == ["t1/1 form passed 10"])
    #expect(log.stays == ["t1 0 1 1"])
  }

  /// The run ends in the middle of branches.
  @Test func endOfRun() throws {
    let log = try ReplicationLog(
      """
      scenario: cut short
      runs for: 10 s
      stations: {desk: {servers: 1}}
      arrivals: {t: {at: [0 s, 1 s], procedure: p}}
      procedures:
        p:
          - do in parallel:
              - - serve at: desk
                  for: 20 s
              - [{delay for: 3 s}]
      """
    )
    #expect(log.visits == ["t1 desk 0 0 - in service at end", "t2 desk 1 - - waiting at end"])
    #expect(log.stays == ["t1 0 - - inside at end", "t2 1 - - inside at end"])
    #expect(log.companions == [])
    #expect(
      log.steps(of: "t2") == [
        "delay/1 1 4", "do in parallel/1/end 2 4 4", "do in parallel/1 1 -",
        "serve at desk/1 1 -",
      ]
    )
  }
}
