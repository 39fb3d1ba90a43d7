import ClearanceModel
import RandomVariates
import Testing

@testable import ScenarioFiles

/// What is refused of patience, balking and leaving, and what is not.
@Suite struct PatienceRefusalTests {
  private static let gate = "for: exponential(4 min)"
  private static let delay = "- delay for: 2 min"

  private static let cases: [RefusalCase] = [
    (gate, "\(gate)\n      patience: «-2 min", [.negative("-2 min")]),
    (
      gate, "\(gate)\n      patience: «2",
      [.missingUnit(text: "2", kind: .duration, allowed: TimeUnit.names)]
    ),
    (gate, "\(gate)\n      patience: «[2 min]", [.wrongKind(found: .list, expected: [.text])]),
    (
      gate, "\(gate)\n      leaves if queue over: «-1",
      [.negative("-1")]
    ),
    (gate, "\(gate)\n      leaves if queue over: «1.5", [.notWhole("1.5")]),
    (
      gate, "\(gate)\n      leaves if queue over: «65535",
      [.outOfRange("65535", low: "0", high: "65534")]
    ),
    (
      gate, "\(gate)\n      patience: 2 min\n      on leaving: «home",
      [.wrongKind(found: .text, expected: [.list])]
    ),
    (
      gate, "\(gate)\n      patience: 2 min\n      on leaving: [{go to: «frist}]",
      [.unknownName("frist", kind: .step, existing: ["first"], nearest: "first")]
    ),
    (
      gate, "\(gate)\n      patience: 2 min\n      on leaving: [{name: «first, delay for: 1 s}]",
      [.duplicateName("first", kind: .step)]
    ),
    (delay, "\(delay)\n      «patience: 2 min", [.conflictingKeys(["delay for", "patience"])]),
    (
      delay, "\(delay)\n      «leaves if queue over: 2",
      [.conflictingKeys(["delay for", "leaves if queue over"])]
    ),
    (
      delay, "\(delay)\n      «on leaving: []",
      [.conflictingKeys(["delay for", "on leaving"])]
    ),
    // Nobody leaves unserved.
    (
      "- name: first", "- «on leaving: []\n      name: first",
      [.patience(.nobodyLeaves(station: "gate"))]
    ),
    (
      "- seize: yard", "- «on leaving: []\n      seize: yard",
      [.patience(.nobodyLeaves(station: "yard"))]
    ),
    // Who does not join, or waits for no time, would try again at the same instant for ever.
    (
      "- name: first",
      "- leaves if queue over: 3\n      on leaving: [«{go to: first}]\n      name: first",
      [.cycleWithoutTime(step: "first/on leaving/go to first/1")]
    ),
    (
      "- name: first", "- patience: 0 s\n      on leaving: [«{go to: first}]\n      name: first",
      [.cycleWithoutTime(step: "first/on leaving/go to first/1")]
    ),
  ]

  @Test(arguments: cases)
  func isRefused(_ change: RefusalCase) {
    expectRefusal(change.old, change.new, change.faults)
  }

  @Test(arguments: [
    // Patience takes time, and so does a delay.
    "patience: 1 min\n      on leaving: [{go to: first}]",
    "leaves if queue over: 0\n      on leaving: [{delay for: 1 s}, {go to: first}]",
    "patience: 1 min\n      on leaving: []",
  ])
  func isAccepted(words: String) {
    let text = acceptedGate.replacing("- name: first", with: "- name: first\n      \(words)")
    #expect(problems(in: text).isEmpty)
  }

  /// A full station turns trucks away at once.
  @Test func aFullStationIsNoWayRound() {
    let text =
      acceptedGate
      .replacing("gate: {servers: 2}", with: "gate: {servers: 2, capacity: 5}")
      .replacing("- name: first", with: "- name: first\n      on leaving: [{go to: first}]")
    #expect(
      problems(in: text).map(\.fault) == [.cycleWithoutTime(step: "first/on leaving/go to first/1")]
    )
  }

  /// Trucks that may go on after giving up come to what lies there: a document sees both ways.
  @Test func documentsAreFollowedOnTheWayOut() {
    let text = """
      scenario: a form
      runs for: 10 h
      attributes: {form: {draft: [sent], sent: [approved], approved: []}}
      stations: {gate: {servers: 2}}
      arrivals: {t: {rate: 1 per h, procedure: p}}
      procedures:
        p:
          - serve at: gate
            for: 1 min
            patience: 5 min
            on leaving: [{set: {form: sent}}, {delay for: 1 min}]
          - set: {form: sent}
      """
    #expect(
      problems(in: text).map(\.fault) == [
        .attribute(
          .documentState(document: "form", from: "sent", to: "sent", allowed: ["approved"])
        )
      ]
    )
  }

  // MARK: The plan

  /// What those do who leave draws by itself: the other steps keep their draws.
  @Test func otherStepsKeepTheirDraws() throws {
    let plain = acceptedGate
    let leaving = acceptedGate.replacing(
      "- name: first",
      with: "- name: first\n      patience: 1 min\n      on leaving: [{delay for: 1 min}]"
    )
    func hashes(_ text: String) throws -> [String: UInt32] {
      let plan = try LoadedScenario.parse(text, file: "test.yaml").plan
      return Dictionary(
        uniqueKeysWithValues: plan.steps.map { (plan.stepNames[Int($0.name)], $0.hash) }
      )
    }
    let before = try hashes(plain)
    let after = try hashes(leaving)
    #expect(after.count == before.count + 1)
    #expect(after["pass/first/on leaving/delay/1"] != nil)
    for name in before.keys { #expect(after[name] == before[name], "\(name)") }
  }

  @Test func thePlanHoldsIt() throws {
    let text = acceptedGate.replacing(
      "- name: first",
      with:
        "- name: first\n      patience: 3 min\n      leaves if queue over: 7\n      on leaving: []"
    )
    let plan = try LoadedScenario.parse(text, file: "test.yaml").plan
    let index = try #require(plan.steps.firstIndex { $0.patience != StepPlan.none })
    let step = plan.steps[index]
    #expect(plan.samplers.mean(Int(step.patience)) == 180e6)
    #expect(step.balkOver == 7)
    // Without steps of their own those who leave go on with the next.
    #expect(step.onLeaving == step.next)
    #expect(plan.freeFlowing.steps[index].patience == StepPlan.none)
    #expect(plan.freeFlowing.steps[index].balkOver == -1)
  }

  /// Steps that only those meet who leave are ways of their flow: their counters are measured.
  @Test func theWayOutIsMet() throws {
    let text = acceptedGate.replacing(
      "- name: first",
      with: "- name: first\n      patience: 3 min\n      on leaving: [{count: gone}, {mark: out}]"
    )
    let plan = try LoadedScenario.parse(text, file: "test.yaml").plan
    let names = MeasureCatalogue(plan: plan).measures.map(\.name)
    #expect(names.contains("flow.trucks.gone.count"))
    #expect(names.contains("flow.trucks.to-out.mean"))
    // Measures of patience are shown where there is some, and known everywhere.
    #expect(names.contains("gate.wait-all.mean") && names.contains("gate[aeo].wait-all.p95"))
    #expect(names.contains("gate.reneged.share") && names.contains("zone.reneged.count"))
    #expect(!names.contains("row.reneged.share"))
    #expect(throws: Never.self) {
      try MeasureCatalogue(plan: plan, names: ["row.reneged.share", "row.l1.wait-all.mean"])
    }
  }
}
