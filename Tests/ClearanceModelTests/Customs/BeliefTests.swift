import ClearanceModel
import ClearanceRecords
import EventSimulation
import Foundation
import ScenarioFiles
import Testing

/// What is found of non-compliant goods, against the formulas.
@Suite("Non-compliant goods along the way")
struct BeliefTests {
  /// Imports of one kind with nothing but the risk system to pick them.
  private static func zone(_ mode: String, goods: String, _ assumptions: String) -> String {
    """
    scenario: one mode
    starts: 2024-03-04
    runs for: 50 d
    warm up: 10 d
    gates:
      main: {turn-out: 3, lanes: [{name: in-1, way: in}, {name: out-1, way: out}]}
    yard: {bays: 50, crews: 50, scanner: {machines: 50}, image review: {officers: 50}}
    samplers: {teams: 50}
    laboratory: {benches: 5000}
    document office: {officers: 20}
    goods: {\(goods): {non-compliant share: 10%}}
    flows:
      imports: {visits per day: 40, convoys: 1, goods: \(goods), empty one way: 0%}
    policy: {inspection modes: [{mode: \(mode)}]}
    assumptions:
      form fault share: 0%
      stop order share: 0%
      unread plate: 0%
      unread container: 0%
      misdeclared share: 0%
      honest weight error: 0.0001
      spot check declared: 0%
      spot check empty: 0%
      hit rate aeo: 20%
      hit rate general: 20%
      manual unpack: 1 h
    \(assumptions)

    """
  }

  /// Sums of several replications, for a mean and its standard error.
  private func sums(_ text: String, _ names: [String]) throws -> [[Double]] {
    let loaded = try LoadedScenario.parse(text, file: "zone.yaml")
    let catalogue = MeasureCatalogue(plan: loaded.plan)
    let indices = try names.map { name in
      try #require(catalogue.measures.firstIndex { $0.name == name }, "\(name)")
    }
    return (1...6).map { seed in
      let log = ReplicationLog(loaded.plan, seed: UInt64(seed), recording: .summary)
      let values = MeasureValues(catalogue, of: log.statistics).values
      return indices.map { values[$0] ?? 0 }
    }
  }

  /// Expects the mean of some values within four standard errors of what it must be.
  private func expectMean(
    _ values: [Double],
    _ expected: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let mean = values.reduce(0, +) / Double(values.count)
    let variance =
      values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
    let error = (variance / Double(values.count)).squareRoot()
    #expect(abs(mean - expected) < 4 * error + 1e-9, sourceLocation: sourceLocation)
    // Else anything would pass.
    #expect(4 * error < 0.4 * expected, sourceLocation: sourceLocation)
  }

  @Test("picked at random, found by image and by hand", arguments: [1.0, 20])
  func imageFirst(_ power: Double) throws {
    let text = Self.zone(
      "image first",
      goods: "machinery",
      "  targeting power: \(power)\n  manual review share: 0%"
    )
    let found = try sums(
      text,
      ["zone.detected.share", "zone.missed.sum", "zone.non-compliant.sum", "zone.detected.sum"]
    )
    // Of 10 % bad goods no more than all are picked, and no more than the mean has room for.
    let picked = min(1, power * 0.2, 0.2 / 0.1)
    expectMean(found.map { $0[0] }, picked * 0.6 * 0.95)
    // What is neither found nor missed is still inside; each run alone is a matter of luck.
    for sums in found { #expect(sums[1] + sums[3] < 1.5 * sums[2] && sums[3] > 0) }
    expectMean(found.map { ($0[1] + $0[3]) / $0[2] }, 1)
  }

  @Test("the share that is picked stays what it is, however well the risk system sees")
  func meanHitRate() throws {
    for power in [5] {
      let text = Self.zone(
        "image first",
        goods: "machinery",
        "  targeting power: \(power)\n  manual review share: 0%"
      )
      let found = try sums(text, ["main-in.inspected-hit.count", "flow.imports.arrivals.count"])
      expectMean(found.map { $0[0] / $0[1] }, 0.2)
    }
  }

  @Test("papers that raise doubt bring goods to the yard")
  func papers() throws {
    let text = Self.zone(
      "image first",
      goods: "machinery",
      "  manual review share: 50%\n  found in papers: 40%\n  image finds: 90%"
    )
    let found = try sums(text, ["zone.detected.share"])
    // By the risk system, else by their papers.
    let inspected = 0.2 + 0.8 * 0.5 * 0.4
    expectMean(found.map { $0[0] }, inspected * 0.9 * 0.95)
  }

  @Test("held until the result: by hand, and in the laboratory what is left")
  func enterFirst() throws {
    let text = Self.zone(
      "enter first test later",
      goods: "animal and plant products",
      "  sampled share: 50%\n  machine share: 0%\n  manual review share: 0%\n  port quarantine: 1 h\n  test time: 1 d"
    )
    let found = try sums(
      text,
      ["zone.detected.share", "zone.samples.sum", "zone.non-compliant.sum"]
    )
    let byHand = 0.2 * 0.95
    expectMean(found.map { $0[0] }, byHand + (1 - byHand) * 0.5 * 0.9)
  }

  @Test("released on its sample: found later, and what is out is recalled")
  func sampleThenRelease() throws {
    let text = Self.zone(
      "sample then release",
      goods: "food",
      "  sampled share: 100%\n  manual review share: 0%\n  hit rate general: 0%\n  hit rate aeo: 0%\n"
        + "  test time: 100 h\n  urgent factor: 1\n  units per lot: 20\n  time between units: 10 h"
    ).replacing("      hit rate aeo: 20%\n      hit rate general: 20%\n", with: "").replacing(
      "  hit rate aeo: 20%\n  hit rate general: 20%\n",
      with: ""
    )
    let found = try sums(
      text,
      [
        "zone.detected.share", "zone.out-before-result.sum", "zone.recalled.sum",
        "zone.samples.sum",
      ]
    )
    expectMean(found.map { $0[0] }, 0.9)
    // 10 of 20 units are out when the result comes, and of what fails 60 % come back.
    for sums in found {
      let share = sums[2] / sums[1]
      #expect(abs(share - 0.1 * 0.9 * 0.6) < 0.1 * 0.1 * 0.9 * 0.6, "\(share)")
    }
  }
}
