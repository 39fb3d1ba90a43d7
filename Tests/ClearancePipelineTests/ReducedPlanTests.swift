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
      "consolidated-declaration", "enter-first-test-later", "four-lane-gate",
      "manual-or-automatic", "qinhuangdao-gates", "qinhuangdao-working-week",
      "separate-or-shared-lanes", "tianzhu-airport-day",
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
