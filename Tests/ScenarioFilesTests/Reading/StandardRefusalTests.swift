import ClearanceModel
import EventSimulation
import Testing

@testable import ScenarioFiles

/// Service standards: what they ask, and what is refused.
@Suite struct StandardRefusalTests {
  private static let old = "arrivals:\n"
  private static func standard(_ text: String) -> String {
    "standards:\n  s: \(text)\narrivals:\n"
  }

  private static let keys = Vocabulary.keys(of: .standard)
  private static let places = ["gate", "row", "row.l1", "row.l2", "yard"]

  private static let cases: [(text: String, faults: [ScenarioFault])] = [
    (
      "{at: «gat, wait within: 10 min, share: 95%}",
      [.unknownName("gat", kind: .place, existing: places, nearest: "gate")]
    ),
    (
      "{flow: «truck, cleared within: 1 h, share: 95%}",
      [.unknownName("truck", kind: .flow, existing: ["trucks"], nearest: "trucks")]
    ),
    (
      "{flow: trucks, stage: «inspect, within: 1 h, share: 95%}",
      [.unknownName("inspect", kind: .stage, existing: [], nearest: nil)]
    ),
    (
      "{flow: trucks, to: «cleared, within: 1 h, share: 95%}",
      [.unknownName("cleared", kind: .mark, existing: [], nearest: nil)]
    ),
    (
      "{at: gate, wait within: 10 min, share: 95%, class: «aoe}",
      [
        .unknownName(
          "aoe",
          kind: .classOfTrucks,
          existing: ["aeo", "ordinary"],
          nearest: "aeo"
        )
      ]
    ),
    (
      "{at: gate, wait within: «10, share: «95}",
      [
        .missingUnit(text: "10", kind: .duration, allowed: TimeUnit.names),
        .missingUnit(text: "95", kind: .share, allowed: ["%"]),
      ]
    ),
    (
      "{at: gate, wait within: 10 min, share: «120%}",
      [.outOfRange("120%", low: "0%", high: "100%")]
    ),
    ("«{at: gate, wait within: 10 min}", [.missingKeys(["share"], section: .standard)]),
    ("«{at: gate, share: 95%}", [.missingKeys(["wait within"], section: .standard)]),
    (
      "«{wait within: 10 min, share: 95%}",
      [.missingKeys(["at", "flow"], section: .standard)]
    ),
    (
      "{at: gate, wait within: 10 min, «stage: gate, share: 95%}",
      [.conflictingKeys(["at", "stage"])]
    ),
    (
      "{flow: trucks, «wait within: 10 min, share: 95%}",
      [.conflictingKeys(["flow", "wait within"])]
    ),
    (
      "{flow: trucks, cleared within: 1 h, «stage: gate, share: 95%}",
      [.conflictingKeys(["cleared within", "stage"])]
    ),
    (
      "{flow: trucks, cleared within: 1 h, «within: 1 h, share: 95%}",
      [.conflictingKeys(["cleared within", "within"])]
    ),
    (
      "«{flow: trucks, within: 1 h, share: 95%}",
      [.missingKeys(["cleared within", "stage", "to"], section: .standard)]
    ),
    (
      "{at: gate, wait wihtin: 10 min, share: 95%}".replacing("wait wihtin", with: "«wait wihtin"),
      [
        .unknownKey("wait wihtin", section: .standard, allowed: keys, nearest: "wait within")
      ]
    ),
    (
      "{at: gate, wait within: 10 min, in: «peak, share: 95%}",
      [.unknownWord("peak", key: "in", allowed: ["peak hour"], nearest: nil)]
    ),
  ]

  @Test(arguments: cases.indices)
  func refused(_ index: Int) {
    let entry = Self.cases[index]
    var faults = entry.faults
    var text = entry.text
    // A key that is no key leaves the standard without the one that was meant.
    if case .unknownKey = faults[0] {
      faults.insert(.missingKeys(["wait within"], section: .standard), at: 0)
      text = "«" + text
    }
    expectRefusal(Self.old, Self.standard(text), faults)
  }

  @Test func withoutPeak() {
    expectRefusal(
      Self.old,
      "standards:\n  «s: {at: gate, wait within: 10 min, in: peak hour, share: 95%}\narrivals:\n",
      [.standard(.noPeakHour(place: "gate"))]
    )
  }

  @Test func classThatNeverComes() {
    let text = acceptedGate.replacing(
      "row: {lanes: [{name: l1}, {name: l2}]}",
      with: "row: {lanes: [{name: l1, takes: [aeo]}, {name: l2, takes: [ordinary]}]}"
    )
    .replacing(
      Self.old,
      with: Self.standard("{at: row.l1, wait within: 9 min, class: ordinary, share: 95%}")
    )
    #expect(
      problems(in: text).map(\.fault) == [
        .standard(.notMeasured("row.l1[ordinary].wait.share-within-9min"))
      ]
    )
  }

  /// Each form has its measure, which is always computed, and read with the unit that divides it.
  @Test func measures() throws {
    let text = acceptedGate.replacing(
      Self.old,
      with: """
        standards:
          a: {at: gate, wait within: 600 s, share: 95%}
          b: {at: row.l1, class: aeo, wait within: 1.5 h, share: 90%}
          c: {flow: trucks, cleared within: 48 h, share: 99.5%}
          d: {flow: trucks, class: ordinary, stage: at the gate, within: 90 s, share: 80%}
          e: {flow: trucks, to: far end, within: 0 s, share: 0%}
          f: {at: gate, wait within: 10 min, share: 50%}
        arrivals:

        """
    ).replacing(
      "    - name: first\n",
      with: "    - stage: at the gate\n    - mark: far end\n    - name: first\n"
    )
    let loaded = try LoadedScenario.parse(text, file: "test.yaml")
    #expect(
      loaded.scenario.standards.map(\.measure) == [
        "gate.wait.share-within-10min", "row.l1[aeo].wait.share-within-90min",
        "flow.trucks.clearance.share-within-2d",
        "flow.trucks[ordinary].stage-at-the-gate.share-within-90s",
        "flow.trucks.to-far-end.share-within-0s", "gate.wait.share-within-10min",
      ]
    )
    #expect(loaded.scenario.standards.map(\.share) == [0.95, 0.9, 0.995, 0.8, 0, 0.5])
    let names = MeasureCatalogue(plan: loaded.plan).measures.map(\.name)
    for standard in loaded.scenario.standards {
      #expect(names.filter { $0 == standard.measure }.count == 1, "\(standard.measure)")
    }
  }
}
