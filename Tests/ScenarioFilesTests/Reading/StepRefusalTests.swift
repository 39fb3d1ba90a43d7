import RandomVariates
import Testing

@testable import ScenarioFiles

/// What is refused of steps, branches and conditions.
@Suite struct StepRefusalTests {
  private static let keys = Vocabulary.keys(of: .step)
  private static let actions = [
    "serve at", "delay for", "seize", "release", "choose", "go to", "mark", "set", "use",
    "start", "stage", "count", "gather", "do in parallel", "wait until", "clock",
    "papers", "look up", "sum",
  ]
  private static let delay = "- delay for: 2 min"

  private static let cases: [RefusalCase] = [
    (
      delay, "- ««dealy for: 2 min",
      [
        .unknownKey("dealy for", section: .step, allowed: keys, nearest: "delay for"),
        .stepActions(found: [], allowed: actions),
      ]
    ),
    (
      delay, "- «delay for: 2 min\n      mark: x",
      [.stepActions(found: ["delay for", "mark"], allowed: actions)]
    ),
    (delay, "- «gate", [.wrongKind(found: .text, expected: [.mapping])]),
    (delay, "- delay for: «-2 min", [.negative("-2 min")]),
    (
      delay, "- delay for: «2",
      [.missingUnit(text: "2", kind: .duration, allowed: TimeUnit.names)]
    ),
    (delay, "- delay for: «exponential(nan s)", [.notFinite("nan s")]),
    (
      delay, "- delay for: «exponential(2 min",
      [.unbalancedParentheses("exponential(2 min")]
    ),
    (
      delay, "- delay for: «uniform(2 min, 1 min)",
      [.distribution(.reversed(low: 120_000_000, high: 60_000_000))]
    ),
    (
      delay, "- delay for: «mixture(50% = 1 min, 40% = 2 min)",
      [.sharesDoNotAddUp(found: 0.9)]
    ),
    (delay, "- delay for: 2 min\n      «for: 1 min", [.conflictingKeys(["delay for", "for"])]),
    (delay, "- «serve at: gate", [.missingKeys(["for"], section: .step)]),
    (
      delay, "- serve at: «[gate]\n      for: 1 min",
      [
        .wrongKind(found: .list, expected: [.text])
      ]
    ),
    ("seize: yard", "seize: {yard: «0}", [.outOfRange("0", low: "1", high: "65535")]),
    (
      "seize: yard\n    - delay for: 2 min\n    - release: yard",
      "seize: {yard: 1, gate: «x}\n    - release: yard",
      [.notANumber("x")]
    ),
    ("seize: yard", "seize: {yard: «}", [.wrongKind(found: .nothing, expected: [.text])]),
    (delay, "- choose: «[]", [.nothingInIt(key: "choose")]),
    (delay, "- choose: «yes", [.wrongKind(found: .text, expected: [.list])]),
    (
      delay, "- choose: [«{do: []}]",
      [.missingKeys(["share", "when", "otherwise"], section: .branch)]
    ),
    (
      delay, "- choose: [«{share: 5%, otherwise: []}]", [.conflictingKeys(["share", "otherwise"])]
    ),
    (
      delay, "- choose: [«{share: 5%}]", [.missingKeys(["do", "go to"], section: .branch)]
    ),
    (
      delay, "- choose: [«{share: 5%, «doo: []}]",
      [
        .missingKeys(["do", "go to"], section: .branch),
        .unknownKey(
          "doo",
          section: .branch,
          allowed: Vocabulary.keys(of: .branch),
          nearest: "do"
        ),
      ]
    ),
    (
      delay, "- choose: [{share: «5, do: []}]",
      [
        .missingUnit(text: "5", kind: .share, allowed: ["%"])
      ]
    ),
    (
      delay, "- choose: «[{share: 60%, do: []}, {share: 50%, do: []}]",
      [.sharesOverWhole(found: 1.1)]
    ),
    (
      delay, "- choose: «[{share: 60%, do: []}, {when: class = aeo, do: []}]", [.mixedChoice]
    ),
    (
      delay, "- choose: «[{share: 60%, do: []}, {otherwise: []}]", [.mixedChoice]
    ),
    (
      delay, "- choose: [{otherwise: []}, «{when: class = aeo, do: []}]", [.branchAfterOtherwise]
    ),
    (
      delay, "- choose: [{otherwise: [], «do: []}]", [.conflictingKeys(["otherwise", "do"])]
    ),
    (
      delay, "- choose: [{share: 5%, do: «{mark: x}}]",
      [.wrongKind(found: .mapping, expected: [.list])]
    ),
    (delay, "- wait until: «class", [.conditionSyntax("class")]),
    (delay, "- wait until: «class = aeo", [.wait(.nothingChanges("class = aeo"))]),
    (
      delay, "- wait until: «class = aeo and 1 > 2 or class = ordinary",
      [.wait(.nothingChanges("class = aeo and 1 > 2 or class = ordinary"))]
    ),
    (
      delay, "- wait until: «queue at gate < 0 or time of day > 24:00 and class = aeo",
      [.wait(.neverHolds("queue at gate < 0 or time of day > 24:00 and class = aeo"))]
    ),
    (
      delay, "- wait until: queue at gate > 1\n      «patience: 2 min",
      [.conflictingKeys(["wait until", "patience"])]
    ),
    (
      delay, "- clock: «stops",
      [.unknownWord("stops", key: "clock", allowed: ["starts"], nearest: nil)]
    ),
    ("- name: first\n", "- name: «flow\n", [.reservedName("flow")]),
    (delay, "- delay for: 2 min\n      stream: «a.b", [.reservedCharacter(".", name: "a.b")]),
  ]

  @Test(arguments: cases)
  func refused(_ old: String, _ new: String, _ faults: [ScenarioFault]) {
    expectRefusal(old, new, faults)
  }

  private static let attributes = [
    "class", "flow", "queue at", "present at", "open at", "time of day",
  ]
  private static let classes = ["aeo", "ordinary"]
  private static let places = ["gate", "row", "row.l1", "row.l2", "yard"]

  private static let conditions: [(condition: String, fault: ScenarioFault)] = [
    ("class", .conditionSyntax("class")),
    ("class =", .conditionSyntax("class =")),
    ("= aeo", .conditionSyntax("= aeo")),
    ("class = aeo and", .conditionSyntax("")),
    ("and class = aeo", .unknownWord("and class", key: "when", allowed: attributes, nearest: nil)),
    (
      "clas = aeo",
      .unknownWord("clas", key: "when", allowed: attributes, nearest: "class")
    ),
    ("class < aeo", .conditionComparison(attribute: "class")),
    ("flow >= trucks", .conditionComparison(attribute: "flow")),
    (
      "class = eao",
      .unknownName("eao", kind: .classOfTrucks, existing: classes, nearest: "aeo")
    ),
    ("flow = truck", .unknownName("truck", kind: .flow, existing: ["trucks"], nearest: "trucks")),
    ("queue at gat > 1", .unknownName("gat", kind: .place, existing: places, nearest: "gate")),
    (
      "present at row.l3 > 1",
      .unknownName("row.l3", kind: .place, existing: places, nearest: "row.l1")
    ),
    ("queue at gate > many", .notANumber("many")),
    ("queue at gate > 1.5", .notWhole("1.5")),
    ("queue at gate > -1", .negative("-1")),
    ("time of day > 25:00", .outOfRange("25:00", low: "00:00", high: "24:00")),
    ("time of day > 7:3", .notAClock("7:3")),
    (
      "time of day > 7",
      .missingUnit(text: "7", kind: .duration, allowed: TimeUnit.names)
    ),
    ("", .conditionSyntax("")),
  ]

  @Test(arguments: conditions)
  func refusedConditions(_ condition: String, _ fault: ScenarioFault) {
    expectRefusal(Self.delay, "- choose: [{when: «\"\(condition)\", do: []}]", [fault])
  }

  @Test func conditionOfAnotherKind() {
    expectRefusal(
      Self.delay,
      "- choose: [{when: «[class = aeo], do: []}]",
      [.wrongKind(found: .list, expected: [.text])]
    )
  }
}
