import ClearanceModel
import EventSimulation
import Testing

@testable import ScenarioFiles

/// Outages as they are read, and what they become.
@Suite("Outages")
struct OutageTests {
  private static func zone(_ outages: String, starts: String = "starts: 2024-03-04\n") -> String {
    acceptedZone.replacing("starts: 2024-03-04\n", with: starts)
      + "outages:\n" + outages.split(separator: "\n").map { "  \($0)\n" }.joined()
  }

  private func root(_ outages: String, starts: String = "starts: 2024-03-04\n") throws -> SourceNode
  {
    let expansion = try expansion(of: Self.zone(outages, starts: starts))
    #expect(expansion.problems.problems.problems == [])
    return expansion.tree.root
  }

  private func shifts(_ node: SourceNode?) -> [String] {
    (node?["servers"]?.items ?? []).map { "\($0["from"]?.text ?? "") \($0["count"]?.text ?? "")" }
  }

  @Test("outages by the clock close the one server of their station")
  func planned() throws {
    let one = try root("single window: {at: 2024-03-05 09:00, lasts: 2 h}")
    #expect(shifts(one.at("stations", "single-window")) == ["0 us 1", "33 h 0", "35 h 1"])
    let days = try root("scale: {at: mon-tue 09:00, lasts: 30 min}")
    #expect(
      shifts(days.at("stations", "scale-system"))
        == ["0 us 1", "9 h 0", "9.5 h 1", "33 h 0", "33.5 h 1"]
    )
    let every = try root("scale: {at: [23:30], lasts: 1 h}")
    #expect(shifts(every.at("stations", "scale-system")).count == 1 + 2 * 7)
    let lengths = try root("power: [{at: 0 h, lasts: 1 h}, {at: [1 h, 5 h], lasts: 10 min}]")
    // What follows at once is one outage.
    #expect(
      shifts(lengths.at("stations", "power")) == ["0 us 0", "70 min 1", "5 h 0", "310 min 1"]
    )
    // A system that never works is a question too: it is out at once.
    let always = try root("recognition: {at: 0 h, lasts: 7 d}")
    #expect(shifts(always.at("stations", "recognition")) == ["0 us 1", "1 us 0", "7 d 1"])
  }

  @Test("outages at random break it, and those of the network are assumed")
  func random() throws {
    let station = try root("recognition: {every: exponential(9 d), lasts: 1 h}")
      .at("stations", "recognition")
    #expect(station?["servers"]?.text == "1")
    #expect(station?["fails after"]?.text == "exponential(9 d)")
    #expect(station?["repaired in"]?.text == "1 h")
    #expect(station?["counts"]?.text == "any time")
    let expansion = try expansion(of: Self.zone("network: {fallback: hold}"))
    let network = expansion.tree.root.at("stations", "network")
    #expect(network?["fails after"]?.text == "exponential(30 d)")
    #expect(network?["repaired in"]?.text == "uniform(5 min, 60 min)")
    let keys = expansion.customs.assumptions.map(\.key)
    #expect(keys.contains("network loss every") && keys.contains("network loss lasts"))
    // Both in one.
    let both = try root("power: [{at: 09:00, lasts: 1 h}, {every: 9 d, lasts: 1 h}]")
    #expect(shifts(both.at("stations", "power")).count == 15)
    #expect(both.at("stations", "power", "fails after")?.text == "9 d")
  }

  @Test("the fallback decides which procedures are used, and only those are made")
  func fallbacks() throws {
    func values(_ outages: String) throws -> [String] {
      let root = try root(outages)
      return ShippedProcedures.outageParameters.map { root.at("values", $0)?.text ?? "" }
    }
    let cases: [(String, [String: String])] = [
      (
        "single window: {at: 09:00, lasts: 1 h}",
        [
          "without single window": "hold papers", "papers without single window": "hold papers",
        ]
      ),
      (
        "single window: {at: 09:00, lasts: 1 h, fallback: manual pass}",
        [
          "without single window": "check papers by hand",
          "papers without single window": "let papers through",
        ]
      ),
      (
        "power: {at: 09:00, lasts: 1 h}",
        ["without power": "wait while out", "cars without power": "wait while out"]
      ),
      (
        "power: {at: 09:00, lasts: 1 h, fallback: barrier by hand}",
        ["without power": "pass by hand"]
      ),
      ("network: {}", ["without network": "pass by hand"]),
      ("network: {fallback: hold}", ["without network": "wait while out"]),
      ("recognition: {at: 09:00, lasts: 1 h}", ["without recognition": "type plates"]),
      ("scale: {at: 09:00, lasts: 1 h}", ["without scale": "pass unweighed"]),
      (
        "scale: {at: 09:00, lasts: 1 h, fallback: weigh aside}",
        ["before the lane": "weigh aside"]
      ),
    ]
    for (outages, expected) in cases {
      let found = try values(outages)
      #expect(
        found == ShippedProcedures.outageParameters.map { expected[$0] ?? "nothing" },
        "\(outages)"
      )
    }
    let made = try root("scale: {at: 09:00, lasts: 1 h}").at("procedures")?.entries?.map(\.key)
    #expect(made?.contains("pass unweighed") ?? false)
    #expect(!(made?.contains("hold papers") ?? true))
  }

  @Test("the plan knows the system, and where its outage shows")
  func plan() throws {
    let text = Self.zone("single window: {at: 09:00, lasts: 1 h}")
    let plan = try LoadedScenario.parse(text, file: "test.yaml").plan
    let outage = try #require(plan.outages.first)
    #expect(plan.places[outage.place].name == "single-window")
    #expect(
      outage.queues.map { plan.places[$0].name }.sorted()
        == ["control-room", "document-office", "main-in", "main-out"]
    )
    #expect(plan.isOutage(outage.place))
    let names = MeasureCatalogue(plan: plan).measures.map(\.name).filter {
      $0.hasPrefix("single-window.")
    }
    // Nobody comes there, and it has no waits.
    #expect(!names.contains("single-window.wait.mean"))
    #expect(names.contains("single-window.out.share"))
    #expect(names.contains("single-window.recovery.mean"))
    #expect(names.contains("single-window.held.count"))
  }

  @Test("without outages nothing of them is in the plan")
  func none() throws {
    let plan = try LoadedScenario.parse(acceptedZone, file: "test.yaml").plan
    #expect(plan.outages.isEmpty)
    #expect(!plan.stepNames.contains { $0.contains("nothing") || $0.contains("while out") })
    #expect(!plan.places.contains { $0.name == "single-window" })
  }

  // MARK: Refusals

  private func expectRefusal(
    _ outages: String,
    _ faults: [ScenarioFault],
    starts: String = "starts: 2024-03-04\n",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (text, position) = unmarked(Self.zone(outages, starts: starts))
    let found = try expansion(of: text).problems.problems.problems
    #expect(found.map(\.fault) == faults, sourceLocation: sourceLocation)
    #expect(found.first?.position == position, sourceLocation: sourceLocation)
  }

  @Test("an unknown system or key, with the nearest name")
  func unknown() throws {
    try expectRefusal(
      "«single windows: {at: 09:00, lasts: 1 h}",
      [
        .unknownKey(
          "single windows",
          section: .outages,
          allowed: OutageKind.all.map(\.name),
          nearest: "single window"
        )
      ]
    )
    try expectRefusal(
      "power: {at: 09:00, lasts: 1 h, «fall back: hold}",
      [
        .unknownKey(
          "fall back",
          section: .outage,
          allowed: ["at", "every", "lasts", "fallback"],
          nearest: "fallback"
        )
      ]
    )
  }

  @Test("a fallback that the system does not know, or another one")
  func wrongFallback() throws {
    try expectRefusal(
      "scale: {at: 09:00, lasts: 1 h, fallback: «hold}",
      [
        .unknownWord(
          "hold",
          key: "fallback",
          allowed: ["pass", "weigh aside"],
          nearest: nil
        )
      ]
    )
    try expectRefusal(
      """
      power:
        - {at: 09:00, lasts: 1 h, fallback: hold}
        - {at: 12:00, lasts: 1 h, fallback: «barrier by hand}
      """,
      [.outage(.otherFallback("barrier by hand", than: "hold", kind: "power"))]
    )
  }

  @Test("times that are none, or outside the run")
  func times() throws {
    try expectRefusal(
      "power: {at: «at nine, lasts: 1 h}",
      [.outage(.notAnInstant("at nine"))]
    )
    try expectRefusal(
      "power: {at: «2024-03-04, lasts: 1 h}",
      [.outage(.notAnInstant("2024-03-04"))]
    )
    for text in ["2024-03-11 00:00", "2024-03-03 23:59", "7 d"] {
      try expectRefusal("power: {at: «\(text), lasts: 1 h}", [.outage(.outsideRun(text))])
    }
    try expectRefusal(
      "power: {at: «2024-03-04 09:00, lasts: 1 h}",
      [.customs(.dateWithoutStart)],
      starts: ""
    )
    try expectRefusal("power: {at: 09:00, lasts: «0 h}", [.notPositive("0 h")])
  }

  @Test("outages that overlap, and what is missing")
  func overlap() throws {
    try expectRefusal(
      "power: {at: [2024-03-05 09:00, «2024-03-05 10:59], lasts: 2 h}",
      [
        .outage(
          .overlap(
            kind: "power",
            line: 36,
            from: .minutes(34 * 60 + 59),
            until: .hours(35)
          )
        )
      ]
    )
    try expectRefusal(
      "power: «{at: 09:00}",
      [.missingKeys(["lasts"], section: .outage)]
    )
    try expectRefusal("power: «{lasts: 1 h}", [.missingKeys(["at", "every"], section: .outage)])
    try expectRefusal(
      "power: {at: 09:00, «every: 9 d, lasts: 1 h}",
      [.conflictingKeys(["at", "every"])]
    )
    try expectRefusal(
      "network: [{}, «{}]",
      [.outage(.secondRandom(kind: "network"))]
    )
  }
}
