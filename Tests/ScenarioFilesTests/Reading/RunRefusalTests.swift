import Testing

@testable import ScenarioFiles

/// What is refused at the top of a scenario.
@Suite struct RunRefusalTests {
  private static let top = Vocabulary.keys(of: .scenario)

  @Test func theTextItselfIsAccepted() {
    #expect(problems(in: acceptedGate).isEmpty)
  }

  private static let cases: [RefusalCase] = [
    (
      "scenario: gates\nruns for: 10 h", "«scenario: gates\n«run for: 10 h",
      [
        .missingKeys(["runs for", "runs until"], section: .scenario),
        .unknownKey("run for", section: .scenario, allowed: top, nearest: "runs for"),
      ]
    ),
    (
      "runs for: 10 h", "runs for: 10 h\n«repliactions: 3",
      [.unknownKey("repliactions", section: .scenario, allowed: top, nearest: "replications")]
    ),
    (
      "runs for: 10 h", "runs for: 10 h\n«xyzzy: 3",
      [.unknownKey("xyzzy", section: .scenario, allowed: top, nearest: nil)]
    ),
    (
      "runs for: 10 h", "runs for: 10 h\n«runs until: empty",
      [.conflictingKeys(["runs for", "runs until"])]
    ),
    (
      "runs for: 10 h", "runs for: «10",
      [.missingUnit(text: "10", kind: .duration, allowed: TimeUnit.names)]
    ),
    (
      "runs for: 10 h", "runs for: «10 hr",
      [.unknownUnit("hr", allowed: TimeUnit.names, nearest: "h")]
    ),
    ("runs for: 10 h", "runs for: «0 h", [.notPositive("0 h")]),
    ("runs for: 10 h", "runs for: «-1 h", [.negative("-1 h")]),
    ("runs for: 10 h", "runs for: «nan", [.notFinite("nan")]),
    ("runs for: 10 h", "runs for: «.inf h", [.notFinite(".inf h")]),
    ("runs for: 10 h", "runs for: «ten hours", [.notANumber("ten hours")]),
    (
      "runs for: 10 h", "runs for: «200000000 d",
      [.outOfRange("200000000 d", low: "0 us", high: "292000 years")]
    ),
    ("runs for: 10 h", "runs for: «[10 h]", [.wrongKind(found: .list, expected: [.text])]),
    ("runs for: 10 h", "runs for:«", [.wrongKind(found: .nothing, expected: [.text])]),
    (
      "runs for: 10 h", "runs until: «emtpy",
      [.unknownWord("emtpy", key: "runs until", allowed: ["empty"], nearest: "empty")]
    ),
    (
      "runs for: 10 h", "runs for: 10 h\n«warm up: 10 h",
      [.warmUpTooLong(horizon: "10 h")]
    ),
    ("runs for: 10 h", "runs for: 10 h\nrecord every: «0 s", [.notPositive("0 s")]),
    ("runs for: 10 h", "runs for: 10 h\nseed: «-4", [.notANumber("-4")]),
    (
      "runs for: 10 h", "runs for: 10 h\nseed: «18446744073709551616",
      [.outOfRange("18446744073709551616", low: "0", high: "18446744073709551615")]
    ),
    (
      "runs for: 10 h", "runs for: 10 h\nreplications: «0",
      [.outOfRange("0", low: "1", high: "1000000")]
    ),
    ("runs for: 10 h", "runs for: 10 h\nreplications: «2.5", [.notWhole("2.5")]),
    (
      "runs for: 10 h", "runs for: 10 h\ncapacity: «0",
      [.outOfRange("0", low: "1", high: "1000000000")]
    ),
    (
      "runs for: 10 h", "runs for: 10 h\ncapacity: 3\nwhen full: «block upstream",
      [
        .unknownWord(
          "block upstream",
          key: "when full",
          allowed: ["turn away"],
          nearest: nil
        )
      ]
    ),
    ("runs for: 10 h", "runs for: 10 h\ndemand: {factor: «0}", [.notPositive("0")]),
    ("runs for: 10 h", "runs for: 10 h\ndemand: {factor: «inf}", [.notFinite("inf")]),
    (
      "runs for: 10 h", "runs for: 10 h\ndemand: {«facotr: 2}",
      [.unknownKey("facotr", section: .demand, allowed: ["factor"], nearest: "factor")]
    ),
    (
      "runs for: 10 h", "runs for: 10 h\ndemand: «2",
      [.wrongKind(found: .text, expected: [.mapping])]
    ),
    (
      "runs for: 10 h", "runs for: 10 h\nstarts with: {«truck: 2}",
      [.unknownName("truck", kind: .flow, existing: ["trucks"], nearest: "trucks")]
    ),
    (
      "runs for: 10 h", "runs for: 10 h\nstarts with: {trucks: «-2}", [.negative("-2")]
    ),
    (
      "runs for: 10 h", "runs for: 10 h\nstarts with: «[trucks]",
      [.wrongKind(found: .list, expected: [.mapping])]
    ),
    (
      "classes: [aeo, ordinary]", "classes: [aeo, ordinary, «aeo]",
      [.duplicateName("aeo", kind: .classOfTrucks)]
    ),
    ("classes: [aeo, ordinary]", "classes: «[]", [.nothingInIt(key: "classes")]),
    (
      "classes: [aeo, ordinary]", "classes: «aeo",
      [.wrongKind(found: .text, expected: [.list])]
    ),
  ]

  @Test(arguments: cases)
  func refused(_ old: String, _ new: String, _ faults: [ScenarioFault]) {
    expectRefusal(old, new, faults)
  }

  /// What a scenario must have.
  @Test func missingSections() {
    #expect(
      problems(in: "classes: [a]").map(\.fault) == [
        .missingKeys(["scenario"], section: .scenario),
        .missingKeys(["runs for", "runs until"], section: .scenario),
        .missingKeys(["arrivals"], section: .scenario),
        .missingKeys(["procedures"], section: .scenario),
      ]
    )
    #expect(problems(in: "[a, b]").map(\.fault) == [.wrongKind(found: .list, expected: [.mapping])])
    let empty = "scenario: s\nruns for: 1 h\narrivals: {}\nprocedures: {}"
    #expect(
      problems(in: empty).map(\.fault) == [
        .nothingInIt(key: "arrivals"), .nothingInIt(key: "procedures"),
      ]
    )
  }

  /// Everything that is wrong is said at once, in the order of the file, options last.
  @Test func allAtOnce() {
    let text = """
      runs for: 10
      stations:
        gate: {servers: 0, queue: fifi}
        a.b: {servers: 1}
      arrivals:
        trucks: {rate: -5 per h, procedure: pass}
      procedures:
        pass:
          - serve at: gat
            for: 5
          - jump to: gate
      warm up: 1 parsec
      """
    let found = problems(in: text, set: ["seed=x", "stations.gate.capacity=none"])
    let places = found.map { problem in
      problem.position.map { $0.override ?? "\($0.line):\($0.column)" } ?? "-"
    }
    #expect(
      places == [
        "1:1", "1:11", "3:19", "3:29", "4:3", "6:18", "9:17", "10:12", "11:7", "11:7", "12:10",
        "seed=x", "stations.gate.capacity=none",
      ]
    )
    #expect(Set(found.map(\.file)) == ["test.yaml"])
  }
}
