import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import Testing

/// Stages, counters and queues in metres.
@Suite struct StageTests {
  /// The stages of a truck are its time to clearance, to the microsecond.
  @Test func stagesAddUp() throws {
    let log = try ReplicationLog(
      """
      scenario: stages
      runs for: 2000 h
      stations: {desk: {servers: 1}, gate: {servers: 2}}
      arrivals: {t: {rate: 5 per h, procedure: p}}
      procedures:
        p:
          - serve at: desk
            for: exponential(6 min)
          - name: again
            stage: gate
          - serve at: gate
            for: exponential(10 min)
          - choose:
              - share: 10%
                do:
                  - stage: papers
                  - delay for: 20 min
                go to: again
          - mark: cleared
          - delay for: 1 h
      """
    )
    var sum: Int128 = 0
    for stage in log.statistics.stages { sum += stage.tally.sum }
    #expect(sum == log.statistics.clearance[0].tally.sum)
    #expect(log.statistics.stages[0].tally.count == log.statistics.clearance[0].tally.count)
    let papers = try #require(try log.value("flow.t.stage-papers.mean"))
    // A tenth turns back each time: 20 min · 1/9 on average.
    #expect(abs(papers - 20 * 60 / 9.0) < 15)
    let shares = try ["gate", "papers"].map { try log.value("flow.t.stage-\($0).share") ?? 0 }
    #expect(shares.allSatisfy { $0 > 0 } && shares[0] + shares[1] < 1)
  }

  /// A counter counts at the lane that the truck holds, and at its station.
  @Test func counters() throws {
    let log = try ReplicationLog(
      """
      scenario: lifted by itself
      runs until: empty
      attributes: {vehicle: [van, semi]}
      stations:
        gate:
          joins: dedicated
          lanes: [{name: a, takes: {vehicle: [van]}}, {name: b, takes: {vehicle: [semi]}}]
      arrivals:
        v: {at: [0 s, 1 s, 2 s], attributes: {vehicle: van}, procedure: p}
        s: {at: [0 s], attributes: {vehicle: semi}, procedure: p}
      procedures:
        p:
          - seize: gate
          - delay for: 10 s
          - count: lifted
            at: gate
          - count: seen
          - release: gate
      """
    )
    #expect(try log.value("gate.a.lifted.count") == 3)
    #expect(try log.value("gate.b.lifted.count") == 1)
    #expect(try log.value("gate.lifted.share") == 1)
    #expect(try log.value("flow.v.seen.count") == 3)
    #expect(try log.value("flow.s.seen.share") == 1)
  }

  /// Two trucks of 18 and 20 m wait: 38 m from 1 s to 10 s, 20 m until 20 s; the room is 30 m.
  @Test func metres() throws {
    let log = try ReplicationLog(
      """
      scenario: a queue in metres
      runs for: 40 s
      attributes: {length: length}
      stations: {gate: {servers: 1, queue space: 30 m}}
      arrivals:
        a: {at: [0 s, 1 s], attributes: {length: 18 m}, procedure: p}
        b: {at: [1 s], attributes: {length: 20 m}, procedure: p}
      procedures:
        p:
          - serve at: gate
            for: 10 s
      """
    )
    #expect(try log.value("gate.queue-length.max") == 38)
    #expect(try log.value("gate.queue-length.mean") == (38.0 * 9 + 20 * 10) / 40)
    #expect(try log.value("gate.over-limit.share") == 9.0 / 40)
  }
}

/// The share of trucks that keep within a time at a stage is that of those who were there.
@Suite struct StageShareTests {
  @Test func ofThoseWhoWereThere() throws {
    let log = try ReplicationLog(
      """
      scenario: stages
      runs until: empty
      attributes: {vehicle: [van, semi]}
      stations: {yard: {servers: 1}}
      arrivals:
        t: {at: [0 h, 10 h, 20 h, 30 h, 40 h, 50 h], attributes: {vehicle: van}, procedure: p}
        s: {at: [0 h, 0 h, 0 h, 0 h], attributes: {vehicle: semi}, procedure: p}
      procedures:
        p:
          - stage: gate
          - delay for: 1 min
          - choose:
              - when: vehicle = semi
                do:
                  - stage: inspection
                  - serve at: yard
                    for: 30 min
          - mark: cleared
      """
    )
    // After 30, 60, 90 and 120 min; the vans of the other flow never come to the yard.
    #expect(try log.value("flow.s.stage-inspection.share-within-29min") == 0)
    #expect(try log.value("flow.s.stage-inspection.share-within-61min") == 0.5)
    #expect(try log.value("flow.s.stage-inspection.share-within-2h") == 1)
    #expect(try log.value("flow.t.stage-inspection.share-within-2h") == nil)
    #expect(try log.value("flow.t.stage-gate.share-within-1min") == 1)
  }
}
