import RandomVariates
import Testing

@testable import ScenarioFiles

/// What is refused of arrivals.
@Suite struct ArrivalRefusalTests {
  private static let keys = Vocabulary.keys(of: .arrivals)
  private static let rate = "rate: 50 per h"
  private static let shares = "class: {aeo: 30%, ordinary: 70%}"
  private static let forms = ["rate", "every", "at", "profile", "from", "population"]
  private static let perUnits = TimeUnit.names.map { "per \($0)" }

  private static let cases: [RefusalCase] = [
    (
      "trucks:\n    rate: 50 per h", "«trucks:\n    «rates: 50 per h",
      [
        .missingKeys(forms, section: .arrivals),
        .unknownKey("rates", section: .arrivals, allowed: keys, nearest: "rate"),
      ]
    ),
    (rate, "rate: 50 per h\n    «every: 1 min", [.conflictingKeys(["rate", "every"])]),
    (rate, "rate: «50", [.missingUnit(text: "50", kind: .rate, allowed: perUnits)]),
    (
      rate, "rate: «50 h", [.missingUnit(text: "50 h", kind: .rate, allowed: perUnits)]
    ),
    (rate, "rate: «50 per hr", [.unknownUnit("hr", allowed: TimeUnit.names, nearest: "h")]),
    (rate, "rate: «0 per h", [.notPositive("0 per h")]),
    (rate, "rate: «-5 per h", [.negative("-5 per h")]),
    (rate, "rate: «nan per h", [.notFinite("nan per h")]),
    (rate, "every: «0 min", [.notPositive("0 min")]),
    (rate, "every: «5", [.missingUnit(text: "5", kind: .duration, allowed: TimeUnit.names)]),
    (
      rate, "every: «exponental(5 min)",
      [
        .wrongDistribution(
          name: "exponental",
          allowed: DistributionForm.allCases.map(\.rawValue),
          nearest: "exponential"
        )
      ]
    ),
    (
      rate, "every: «erlang(2 min)",
      [
        .wrongArguments(
          distribution: "erlang",
          found: "2 min",
          expected: DistributionForm.erlang.form
        )
      ]
    ),
    (
      rate, "every: «exponential(0 s)",
      [.distribution(.notPositive(name: "mean", found: 0))]
    ),
    (rate, "at: «[]", [.nothingInIt(key: "at")]),
    (rate, "at: «5 min", [.wrongKind(found: .text, expected: [.list])]),
    (
      rate, "at: [0 s, «-5 s, «5]",
      [
        .negative("-5 s"), .missingUnit(text: "5", kind: .duration, allowed: TimeUnit.names),
      ]
    ),
    (
      rate, "profile: «{step: 1 h}", [.missingKeys(["per h"], section: .profile)]
    ),
    (rate, "profile: «{per h: [1]}", [.missingKeys(["step"], section: .profile)]),
    (rate, "profile: {per h: «[], step: 1 h}", [.nothingInIt(key: "per h")]),
    (rate, "profile: {per h: [1, «-1, «x], step: 1 h}", [.negative("-1"), .notANumber("x")]),
    (rate, "profile: {per h: [«0, 0], step: 1 h}", [.notPositive("0")]),
    (rate, "profile: {per h: [1], step: «0 h}", [.notPositive("0 h")]),
    (
      rate, "profile: {per h: [1], step: 1 h, repeats: «maybe}",
      [
        .unknownWord(
          "maybe",
          key: "repeats",
          allowed: ["yes", "no", "true", "false"],
          nearest: nil
        )
      ]
    ),
    (
      rate, "profile: {per h: [1], step: 1 h, «repeat: yes}",
      [
        .unknownKey(
          "repeat",
          section: .profile,
          allowed: Vocabulary.keys(of: .profile),
          nearest: "repeats"
        )
      ]
    ),
    (rate, "rate: 5 per h\n    batch: «0", [.outOfRange("0", low: "1", high: "1000000")]),
    (
      rate, "rate: 5 per h\n    batch: «uniform(0, 3)",
      [.outOfRange("uniform(0, 3)", low: "1", high: "1000000")]
    ),
    (rate, "rate: 5 per h\n    batch: «2 trucks", [.notANumber("2 trucks")]),
    (
      rate, "rate: 5 per h\n    batch: «discrete(1 = 50%, 2 = 40%)",
      [.sharesDoNotAddUp(found: 0.9)]
    ),
    (
      rate, "rate: 5 per h\n    at most: «0", [.outOfRange("0", low: "1", high: "4000000000")]
    ),
    (
      shares, "class: «{aeo: 30%, ordinary: 60%}",
      [.sharesDoNotAddUp(found: 0.3 + 0.6)]
    ),
    (
      shares, "class: {aeo: «30, ordinary: 70%}",
      [
        .missingUnit(text: "30", kind: .share, allowed: ["%"])
      ]
    ),
    (
      shares, "class: {aeo: «130%, ordinary: 70%}",
      [.outOfRange("130%", low: "0%", high: "100%")]
    ),
    (shares, "class: «{}", [.sharesDoNotAddUp(found: 0)]),
    (shares, "class: «[aeo]", [.wrongKind(found: .list, expected: [.text, .mapping])]),
    (
      shares, "class: {«eao: 30%, ordinary: 70%}",
      [
        .unknownName(
          "eao",
          kind: .classOfTrucks,
          existing: ["aeo", "ordinary"],
          nearest: "aeo"
        )
      ]
    ),
    (
      shares, "class: «ordinry",
      [
        .unknownName(
          "ordinry",
          kind: .classOfTrucks,
          existing: ["aeo", "ordinary"],
          nearest: "ordinary"
        )
      ]
    ),
    ("trucks:\n", "trucks: «5\n  others:\n", [.wrongKind(found: .text, expected: [.mapping])]),
  ]

  @Test(arguments: cases)
  func refused(_ old: String, _ new: String, _ faults: [ScenarioFault]) {
    expectRefusal(old, new, faults)
  }

  /// Neither a form nor a procedure: said at the flow's name, and where its keys begin.
  @Test func missingKeys() {
    expectRefusal(
      """
        trucks:
          rate: 50 per h
          class: {aeo: 30%, ordinary: 70%}
          procedure: pass
      """,
      """
        «trucks:
          «class: {aeo: 30%, ordinary: 70%}
      """,
      [
        .missingKeys(Self.forms, section: .arrivals),
        .missingKeys(["procedure"], section: .arrivals),
      ]
    )
  }
}
