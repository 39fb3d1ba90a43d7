import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import ScenarioFiles
import Testing

/// Work side by side against theory, and with any number of workers.
@Suite struct ParallelWorkTests {
  /// Two M/M/1 with the same arrivals (Flatto & Hahn, SIAM Journal on Applied Mathematics 44,
  /// 1984; Nelson & Tantawi, IEEE Transactions on Computers 37, 1988):
  /// T = (12 − ρ)/8 · 1/(μ − λ).
  @Test func forkAndJoin() async throws {
    let text = """
      scenario: two at once
      runs for: 200 h
      warm up: 2 h
      replications: 4
      seed: 7
      stations: {a: {servers: 1}, b: {servers: 1}}
      arrivals: {t: {rate: 0.5 per min, procedure: p}}
      procedures:
        p:
          - do in parallel:
              - - serve at: a
                  for: exponential(1 min)
              - - serve at: b
                  for: exponential(1 min)
      """
    let loaded = try LoadedScenario.parse(text, file: "fork.yaml")
    let catalogue = try MeasureCatalogue(
      plan: loaded.plan,
      names: ["flow.t.clearance.mean", "a.sojourn.mean"]
    )
    let results = try await loaded.pipeline(workers: 2, recording: .summary, catalogue: catalogue)
      .run(into: TestSink())
    // 24,000 trucks, whose times hang together over some ten of them: a standard error of 1.7 %.
    let exact = ["flow.t.clearance.mean": (12 - 0.5) / 8 / 0.5, "a.sojourn.mean": 2]
    for record in results.records {
      guard let value = exact[record.name] else { continue }
      let mean = try #require(record.estimate) / 60
      #expect(abs(mean / value - 1) < 0.05, "\(record.name): \(mean)")
    }
    #expect(results.records.count == 2)
  }

  /// Branches within branches, requests for several stations, full stations, companions.
  @Test func sameBitsForAnyNumberOfWorkers() async throws {
    let text = """
      scenario: everything at once
      runs for: 20 h
      warm up: 1 h
      replications: 4
      classes: [a, b]
      attributes: {mass: weight, form: {open: [open, seen], seen: [open]}}
      stations:
        gate: {lanes: [{name: l1}, {name: l2}], capacity: 6}
        desk: {servers: 2, queue: priority, capacity: 4}
        scan: {servers: 1, queue: random}
        yard: {servers: 3, queue: priority, capacity: 5}
        men: {servers: [{from: 0 h, count: 3}, {from: 8 h, count: 1}], repeats every: 12 h, \
      queue: priority}
      arrivals: {t: {rate: 30 per h, class: {a: 30%, b: 70%}, procedure: p}}
      procedures:
        p:
          - seize: gate
          - name: again
            do in parallel:
              - - serve at: desk
                  for: exponential(2 min)
                - set: {form: seen}
                - choose: [{share: 20%, do: [{start: copy}]}]
              - - seize: {yard: 2, men: 1}
                - do in parallel:
                    - - serve at: scan
                        for: exponential(1 min)
                      - set: {mass: 1 t + mass}
                    - [{delay for: exponential(1 min)}]
                - release: {yard: 1}
                - delay for: exponential(1 min)
              - []
          - release: gate
          - seize: {men: 1, yard: 1, desk: 1}
          - delay for: exponential(30 s)
          - release: {desk: 1, men: 1, yard: 1}
          - set: {form: open}
          - choose: [{share: 10%, go to: again}]
        copy:
          - serve at: men
            for: exponential(1 min)
      """
    let loaded = try LoadedScenario.parse(text, file: "all.yaml")
    let one = try await loaded.pipeline(workers: 1, recording: .steps).run(into: TestSink())
    #expect(one.events > 10_000)
    for (workers, recording) in [(2, RecordingLevel.summary), (8, .intervals)] {
      let many = try await loaded.pipeline(workers: workers, recording: recording)
        .run(into: TestSink())
      #expect(many.fingerprint == one.fingerprint)
      #expect(bits(many.records) == bits(one.records))
    }
    func value(_ name: String) -> Double {
      one.records.first { $0.name == name }?.estimate ?? -1
    }
    // What is turned away in a branch is turned away for good, once.
    #expect(value("flow.t.lost.count") > 5)
    #expect(value("flow.t.departures.count") > 100)
    #expect(value("men.wait.mean") > 0 && value("yard.lost.count") > 0)
  }
}
