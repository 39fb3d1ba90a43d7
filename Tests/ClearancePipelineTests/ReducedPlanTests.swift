import ClearanceModel
import ClearanceRecords
import EventSimulation
import Foundation
import ScenarioFiles
import Testing

/// A plan without what has no effect gives the same bits as the full one.
@Suite("Reduced plans") struct ReducedPlanTests {
  @Test(
    "every shipped scenario runs as in full",
    arguments: [
      "consolidated-declaration", "enter-first-test-later", "first-line-enter-first",
      "four-lane-gate", "manual-or-automatic", "qinhuangdao-gates", "qinhuangdao-working-week",
      "qinhuangdao-year", "separate-or-shared-lanes", "tianzhu-airport-day",
      "yizhuang-manufacturing",
    ]
  )
  func shipped(_ name: String) throws {
    let loaded = try LoadedScenario.shipped("\(name).yaml", ["runs for=1 d", "warm up=2 h"])
    for level in [RecordingLevel.summary, .intervals, .passages] {
      try compare(loaded, level, name)
    }
  }

  @Test("so do random networks") func random() throws {
    var compared = 0
    for seed in 60_000..<60_150 {
      let text = RandomNetwork(seed: UInt64(seed)).text
      guard let loaded = try? LoadedScenario.parse(text, file: "network.yaml") else { continue }
      for level in [RecordingLevel.summary, .passages] { try compare(loaded, level, text) }
      compared += 1
    }
    #expect(compared > 100)
  }

  @Test(
    "so do conditions on the last of many attributes, and sets that no truck comes to",
    arguments: [
      """
      - set: {load: "uniform(1 t, 2 t)", slips: "uniform(1, 2)"}
      - choose:
          - when: kind = y
            do: [{delay for: 1 s}]
      - delay for: load / 1 t * slips * 1 s
      """,
      """
      - set: {load: "uniform(1 t, 2 t)"}
      - choose:
          - when: kind = y
            do: [{delay for: 1 s}]
          - otherwise: [{stage: papers}, {delay for: load / 1 t * 1 s}]
      """,
      """
      - set: {slips: chance(50%)}
      - choose:
          - when: 0 > 1
            do: [{delay for: 1 s}, {set: {slips: 1}}]
      - set: {more: chance(50%)}
      - delay for: (slips + more) * 1 s
      """,
    ]
  )
  func odd(_ steps: String) throws {
    let text = """
      scenario: odd
      runs until: empty
      attributes: {load: weight, slips: number, more: number, kind: [x, y]}
      stations: {gate: {servers: 1}}
      arrivals:
        v:
          every: exponential(10 s)
          at most: 100
          attributes: {kind: {x: 40%, y: 60%}}
          procedure: p
      procedures:
        p:

      """
    let all = steps + "\n- {serve at: gate, for: 5 s}"
    let indented = all.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    let loaded = try LoadedScenario.parse(text + indented + "\n", file: "odd.yaml")
    for level in [RecordingLevel.summary, .intervals, .passages] {
      try compare(loaded, level, text)
    }
  }

  @Test("so do amounts and what is shared") func shared() throws {
    let text = """
      scenario: shared
      runs until: empty
      attributes: {load: weight, belief: number, kind: [x, y]}
      shared attributes: {result: [pending, passed, failed], out: number}
      stations: {gate: {servers: 1, properties: {pass: "out * 1 s + result(pending = 1 s, otherwise = 2 s)"}}}
      arrivals:
        v:
          every: exponential(10 s)
          at most: 200
          lot: 2
          attributes: {kind: {x: 40%, y: 60%}, belief: 2%}
          procedure: p
      procedures:
        p:
          - set: {load: "uniform(1 t, 2 t)"}
          - start: test
          - {serve at: gate, for: pass at gate}
          - set: {out: "out + kind(x = 1, y = 2)", load: load * 2, belief: belief / 2}
          - {sum: load, of: load}
          - {sum: drawn, of: "exponential(3)"}
          - {sum: found, of: "belief * found in sample(20, out, 5)"}
          - wait until: result != pending or out > 3
          - choose:
              - when: result = passed and kind = x
                do: [{delay for: 3 s}]
              - when: result = failed
                do: [{delay for: "result(failed = 4 s, otherwise = 1 h)"}]
        test:
          - delay for: exponential(30 s)
          - set: {result: "kind(x = passed, y = failed)"}
      """
    let loaded = try LoadedScenario.parse(text, file: "shared.yaml")
    for level in [RecordingLevel.summary, .intervals, .passages] {
      try compare(loaded, level, "shared")
    }
  }

  /// Runs a plan in full and reduced, and compares what is measured and recorded.
  private func compare(_ loaded: LoadedScenario, _ level: RecordingLevel, _ name: String) throws {
    let (plan, seed) = (loaded.plan, loaded.scenario.seed)
    let full = try #require(DirectRun(plan, seed: seed, recording: level), "\(name)")
    let reduced = plan.reduced(to: level)
    let run = try #require(DirectRun(reduced, seed: seed, recording: level), "\(name)")
    #expect(run.statistics.fingerprint == full.statistics.fingerprint, "\(level): \(name)")
    let catalogue = MeasureCatalogue(plan: plan)
    let values = MeasureValues(catalogue, of: run.statistics).values
    let expected = MeasureValues(catalogue, of: full.statistics).values
    let different = zip(catalogue.measures, zip(values, expected)).filter {
      $0.1.0?.bitPattern != $0.1.1?.bitPattern
    }
    #expect(different.isEmpty, "\(level): \(different.prefix(3)) \(name)")
    // The share of servers that are never open is not a number, and unequal to itself.
    let intervals = (run.rows.intervals.map { "\($0)" }, full.rows.intervals.map { "\($0)" })
    #expect(intervals.0 == intervals.1, "\(level): \(name)")
    #expect(run.rows.passages == full.rows.passages, "\(level): \(name)")
    #expect(run.rows.trucks == full.rows.trucks, "\(level): \(name)")
    #expect(run.rows.companions == full.rows.companions, "\(level): \(name)")
    #expect(run.rows.transitions == full.rows.transitions, "\(level): \(name)")
    #expect(run.rows.attributes == full.rows.attributes, "\(level): \(name)")
    #expect(run.rows.gathered == full.rows.gathered, "\(level): \(name)")
  }
}
