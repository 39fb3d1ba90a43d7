import Foundation
import RandomVariates
import Testing

@testable import ScenarioFiles

/// What is refused of waves, states, populations and files of arrivals.
@Suite struct ArrivalFormRefusalTests {
  private static let rate = "rate: 50 per h"
  private static let perUnits = TimeUnit.names.map { "per \($0)" }

  private static let cases: [RefusalCase] = [
    (rate, "rate: «{}", [.missingKeys(["mean", "states"], section: .rate)]),
    (rate, "rate: «[50 per h]", [.wrongKind(found: .list, expected: [.text])]),
    (
      rate, "rate: {mean: 5 per h, «states: [{rate: 1 per h, leave: 1 per h}]}",
      [.conflictingKeys(["mean", "states"])]
    ),
    (
      rate, "rate: ««{mean: 5 per h}",
      [.missingKeys(["swing"], section: .rate), .missingKeys(["period"], section: .rate)]
    ),
    (
      rate, "rate: {mean: «0 per h, swing: 50%, period: 1 d}", [.notPositive("0 per h")]
    ),
    (
      rate, "rate: {mean: 5 per h, swing: «120%, period: «0 h}",
      [.outOfRange("120%", low: "0%", high: "100%"), .notPositive("0 h")]
    ),
    (
      rate, "rate: {mean: 5 per h, swing: 50%, period: 1 d, «phase: 6 h}",
      [
        .unknownKey(
          "phase",
          section: .rate,
          allowed: ["mean", "swing", "period", "states"],
          nearest: nil
        )
      ]
    ),
    (rate, "rate: {states: «[]}", [.nothingInIt(key: "states")]),
    (
      rate, "rate: {states: [«{rate: 1 per h, leave: 1 per h}]}",
      [.arrival(.tooFewStates(found: 1))]
    ),
    (
      rate, "rate: {states: [«{rate: 0 per h, leave: 1 per h}, {rate: 0 per h, leave: 1 per h}]}",
      [.notPositive("0")]
    ),
    (
      rate,
      "rate: {states: [{rate: «-1 per h, leave: «0 per h}, «{rate: 1 per h}], «swing: 5%}",
      [
        .negative("-1 per h"), .notPositive("0 per h"),
        .missingKeys(["leave"], section: .rateState), .conflictingKeys(["states", "swing"]),
      ]
    ),
    (
      "trucks:\n    " + rate,
      "«trucks:\n    rate: {states: [{rate: 1 per h, leave: 1 per us}, {rate: 1 per h, leave: 1 per us}]}",
      [
        .arrival(.statesChangeTooOften(found: 36_000_000_000, allowed: 100_000_000))
      ]
    ),
    (rate, "population: «0", [.outOfRange("0", low: "1", high: "10000000")]),
    (rate, "population: «ten", [.notANumber("ten")]),
    (rate, "rate: 5 per h\n    «population: 5", [.conflictingKeys(["rate", "population"])]),
    (
      rate, "population: 5\n    «batch: 2\n    «at most: 9\n    «lot: 3",
      ["batch", "at most", "lot"].map { .arrival(.besidePopulation(key: $0)) }
    ),
    (
      "arrivals:\n  trucks:\n    " + rate,
      "starts with: {«trucks: 2}\narrivals:\n  trucks:\n    population: 5",
      [.arrival(.besidePopulation(key: "starts with"))]
    ),
  ]

  @Test(arguments: cases)
  func refused(_ old: String, _ new: String, _ faults: [ScenarioFault]) {
    expectRefusal(old, new, faults)
  }

  /// A population never leaves, and must not go round at one instant.
  @Test(arguments: [
    ("- delay for: 1 s", "runs until: empty", [ScenarioFault.arrival(.populationStays(flow: "f"))]),
    ("- mark: here", "runs for: 1 h", [.arrival(.roundWithoutTime(procedure: "p"))]),
    ("- delay for: 0 s", "runs for: 1 h", [.arrival(.roundWithoutTime(procedure: "p"))]),
    (
      "- seize: a\n    - release: a", "runs for: 1 h", [.arrival(.roundWithoutTime(procedure: "p"))]
    ),
    (
      "- choose: [{share: 50%, do: [{delay for: 1 s}]}]", "runs for: 1 h",
      [.arrival(.roundWithoutTime(procedure: "p"))]
    ),
    (
      "- choose: [{when: class = x, do: [{delay for: 1 s}]}]", "runs for: 1 h",
      [.arrival(.roundWithoutTime(procedure: "p"))]
    ),
    ("- choose: [{when: class = y, do: [{delay for: 1 s}]}]", "runs for: 1 h", []),
    (
      "- choose: [{share: 50%, do: [{delay for: 1 s}]}]\n    - {serve at: a, for: 1 s}",
      "runs for: 1 h", []
    ),
    // A truck waits for its slowest branch.
    ("- do in parallel: [[{mark: here}], [{delay for: 1 s}]]", "runs for: 1 h", []),
    (
      "- do in parallel: [[{mark: here}], [{seize: a}, {release: a}]]", "runs for: 1 h",
      [.arrival(.roundWithoutTime(procedure: "p"))]
    ),
    // Who does not join leaves for good, unless he gets something else.
    ("- {serve at: a, for: 1 s, leaves if queue over: 0, on leaving: []}", "runs for: 1 h", []),
    (
      "- {serve at: a, for: 1 s, leaves if queue over: 0, on leaving: [{seize: a}, {release: a}]}",
      "runs for: 1 h", [.arrival(.roundWithoutTime(procedure: "p"))]
    ),
  ])
  func rounds(_ steps: String, _ length: String, _ faults: [ScenarioFault]) {
    let text = """
      scenario: rounds
      \(length)
      classes: [x, y]
      stations: {a: {servers: 1}}
      arrivals: {f: {population: 3, class: y, procedure: p}, g: {at: [0 s], class: x, procedure: q}}
      procedures:
        q: [{delay for: 1 s}]
        p:
          \(steps)
      """
    #expect(problems(in: text).map(\.fault) == faults)
  }

  private func refusals(
    with csv: String?,
    _ flow: String,
    _ top: String = ""
  ) throws -> [ScenarioProblem] {
    try withFolder { folder in
      if let csv { _ = try write(csv.utf8, to: "a.csv", in: folder) }
      let text = """
        scenario: file
        runs for: 10 h
        classes: [aeo, ordinary]
        attributes: {load: [empty, full]}
        \(top)
        arrivals:
          f:
            procedure: p
            \(flow)
        procedures: {p: [{delay for: 1 s}]}
        """
      return problems(in: text, folder: folder)
    }
  }

  @Test(
    arguments: [
      (nil, nil, nil, ScenarioFault.cannotRead(.missing(nearest: nil))), ("", nil, nil, .isEmpty),
      ("time (s)\n", nil, "time (s)", .noRows),
      (
        "tmie (s),class\n1,aeo\n", nil, nil,
        .missingColumn("time", existing: ["tmie (s)", "class"], nearest: "tmie")
      ),
      ("time\n1\n", nil, "time", .columnWithoutUnit("time", allowed: TimeUnit.names)),
      ("time (s)\n1\nx\n", 3, "time (s)", .notANumber("x")),
      ("time (s)\n1\n-2\n", 3, "time (s)", .negative("-2")),
      ("time (min)\n1\n\n4\n3.5\n", 5, "time (min)", .arrival(.timeGoesBack("3.5 min"))),
      ("time (s),class\n1,aeo\n2,\n", 3, "class", .emptyCell),
      (
        "time (s),class\n1,aeo\n\n2,ordinry\n3,ordinry\n", 4, "class",
        .unknownName(
          "ordinry",
          kind: .classOfTrucks,
          existing: ["aeo", "ordinary"],
          nearest: "ordinary"
        )
      ),
    ] as [(String?, Int?, String?, ScenarioFault)]
  )
  func files(_ csv: String?, _ row: Int?, _ column: String?, _ inner: ScenarioFault) throws {
    let found = try refusals(with: csv, "from: a.csv")
    #expect(found.map(\.fault) == [.csv(file: "a.csv", row: row, column: column, inner)])
    #expect(found.first?.position == SourcePosition(line: 9, column: 11))
  }

  /// What decides the class once more, and what a file cannot follow.
  @Test(arguments: [
    ("class: aeo", "class"), ("lot: 2", "lot"),
    ("attributes: {load: full}\n    class by: {load: {full: aeo}}", "class by"),
  ])
  func besideClasses(_ key: String, _ name: String) throws {
    let csv = "time (s),class\n1,aeo\n"
    let found = try refusals(with: csv, "from: a.csv\n    \(key)")
    #expect(found.map(\.fault) == [.arrival(.besideClassColumn(key: name))])
    #expect(try refusals(with: "time (s)\n1\n", "from: a.csv\n    \(key)") == [])
  }

  @Test func besideTheRest() throws {
    let csv = "time (s),class\n1,aeo\n"
    let start = try refusals(with: csv, "from: a.csv", "starts with: {f: 2}")
    #expect(start.map(\.fault) == [.arrival(.besideClassColumn(key: "starts with"))])
    #expect(try refusals(with: csv, "from: a.csv", "demand: {factor: 1}") == [])
    let factor = try refusals(with: csv, "from: a.csv", "demand: {factor: 1.5}")
    #expect(factor.map(\.fault) == [.arrival(.factorWithTrace)])
    #expect(factor.first?.position == SourcePosition(line: 9, column: 11))
  }

  /// A negative length in a trace is refused where it stands; zeros are lengths like others.
  @Test func lengthsOfServices() throws {
    try withFolder { folder in
      for (csv, fault) in [
        ("t (s)\n0\n-1\n", ScenarioFault.negative("-1")), ("t (s)\n0\n0\n", nil),
      ] {
        _ = try write(csv.utf8, to: "s.csv", in: folder)
        let text = """
          scenario: s
          runs for: 1 h
          arrivals: {f: {at: [0 s, 1 s], procedure: p}}
          procedures: {p: [{delay for: "trace(s.csv, t)"}]}
          """
        let expected = fault.map { ScenarioFault.csv(file: "s.csv", row: 3, column: "t (s)", $0) }
        #expect(problems(in: text, folder: folder).map(\.fault) == [expected].compactMap(\.self))
      }
    }
  }
}

/// All that is wrong with a text whose data files lie in a folder.
func problems(in text: String, folder: String) -> [ScenarioProblem] {
  do throws(ScenarioProblems) {
    _ = try LoadedScenario.parse(text, file: "\(folder)/test.yaml")
    return []
  } catch {
    return error.problems
  }
}
