import Testing

@testable import ScenarioFiles

@Suite("Refusals of customs words")
struct CustomsRefusalTests {
  @Test("the zone that the others change is accepted")
  func accepted() throws {
    #expect(try expansion(of: acceptedZone).problems.problems.problems == [])
  }

  @Test("dates and hours")
  func dates() throws {
    try expectCustomsRefusal(
      "starts: 2024-03-04",
      "starts: «2024-02-30",
      [.customs(.notADate("2024-02-30"))]
    )
    try expectCustomsRefusal(
      "open: 07:30-20:00",
      "open: «07:30",
      [.customs(.notHours("07:30"))]
    )
    try expectCustomsRefusal(
      "open: 07:30-20:00",
      "open: {mon-fry: always}".replacing("mon-fry", with: "«mon-fry"),
      [
        .unknownWord(
          "mon-fry",
          key: "open",
          allowed: WeekPlan.days + ["mon-fri", "holidays", "always", "closed"],
          nearest: nil
        )
      ]
    )
    try expectTwo(
      ("starts: 2024-03-04\n", ""),
      ("declares: monthly", "declares: «monthly"),
      [.customs(.needsDate)]
    )
  }

  @Test("all faults at once, each at its line")
  func several() throws {
    try expectCustomsRefusal(
      "    vehicles: {van: 25%, truck: 35%, semi: 40%}\n    papers: {declared: 45%, batch: 25%, by-status: 15%, sundries: 15%}",
      "    vehicles: {van: 25%, «lorry: 35%, semi: 40%}\n    papers: «{declared: 55%, batch: 25%, by-status: 15%, sundries: 15%}\n    «papers redy: 90%",
      [
        .unknownWord(
          "lorry",
          key: "vehicles",
          allowed: CustomsWords.vehicles,
          nearest: nil
        ),
        .sharesDoNotAddUp(found: 1.1),
        .unknownKey(
          "papers redy",
          section: .customsFlow,
          allowed: Vocabulary.keys(of: .customsFlow),
          nearest: "papers ready"
        ),
      ]
    )
  }

  @Test("trucks that no lane serves")
  func lanes() throws {
    func noLane(_ kind: String, _ status: String?, _ leadsIn: Bool) -> ScenarioFault {
      .customs(.noLaneServes(kind: kind, status: status, leadsIn: leadsIn, gate: "main"))
    }
    let papers = "papers: {declared: 45%, batch: 25%, by-status: 15%, sundries: 15%}"
    // Batches, goods by status, and the empty trucks of the others.
    try expectTwo(
      ("serves: [not-declared, sundries]", "serves: [sundries]"),
      (papers, "papers: «{declared: 45%, batch: 25%, by-status: 15%, sundries: 15%}"),
      Array(repeating: noLane("not-declared", nil, true), count: 1)
    )
    try expectTwo(
      ("serves: [not-declared, sundries]", "serves: [not-declared, bonded, sundries]"),
      (papers, "papers: «{declared: 45%, batch: 25%, by-status: 15%, sundries: 15%}"),
      [noLane("not-declared", "non-bonded", true), noLane("sundries", "non-bonded", true)]
    )
    try expectCustomsRefusal(
      "- {name: cars-out, way: out, serves: [cars]}",
      "- {name: cars-out, way: out, serves: «[cars, sundries]}",
      [.customs(.carsAmongGoods(lane: "cars-out"))]
    )
    try expectTwo(
      ("      - {name: cars-in, way: in, serves: [cars]}\n", ""),
      ("cars per day: 1200", "cars per day: «1200"),
      [noLane("cars", nil, true)]
    )
  }

  /// Like `expectCustomsRefusal` with another change, and several faults at one mark.
  private func expectTwo(
    _ first: (String, String),
    _ second: (String, String),
    _ faults: [ScenarioFault],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for old in [first.0, second.0] {
      #expect(acceptedZone.ranges(of: old).count == 1, sourceLocation: sourceLocation)
    }
    let marked = acceptedZone.replacing(first.0, with: first.1)
      .replacing(second.0, with: second.1)
    let text = marked.replacing("«", with: "")
    let before = marked.prefix { $0 != "«" }
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    let place = SourcePosition(line: lines.count, column: (lines.last?.count ?? 0) + 1)
    let expected = faults.map { ScenarioProblem(file: "test.yaml", position: place, fault: $0) }
    let found = try expansion(of: text).problems.problems.problems
    #expect(found == expected, sourceLocation: sourceLocation)
  }

  @Test("lanes that never open")
  func closedLanes() throws {
    try expectTwo(
      (
        "- {name: out-1, way: out, technology: manual}",
        "- {name: out-1, way: out, technology: manual}"
      ),
      ("open: 07:30-20:00", "open: «{sun: closed}"),
      ["declared", "not-declared", "sundries", "declared", "not-declared", "sundries"].enumerated()
        .map { .customs(.lanesNeverOpen(kind: $1, leadsIn: $0 < 3, gate: "main")) }
    )
  }

  @Test("gates")
  func gates() throws {
    try expectCustomsRefusal(
      "visits per day: 100",
      "visits per day: 100\n    gate: «mian",
      [.unknownName("mian", kind: .gate, existing: ["main"], nearest: "main")]
    )
    try expectCustomsRefusal(
      "queue space: 120 m",
      "queue space: «120",
      [.customs(.notAQuantity("120", allowed: ["m", "km"]))]
    )
    let text = "scenario: s\nruns for: 1 d\nflows:\n  a: {visits per day: 5, hit rate factor: 0}\n"
    #expect(
      try expansion(of: text).problems.problems.problems.map(\.fault) == [.customs(.noGate)]
    )
  }

  @Test("goods that the zone may not handle")
  func goods() throws {
    try expectCustomsRefusal(
      "visits per day: 100",
      "visits per day: 100\n    goods: «meat",
      [.customs(.noDesignatedSite("meat"))]
    )
    try expectTwo(
      ("zone: example", "zone: example\nhandles: [food]\ndesignated sites: [meat]"),
      ("visits per day: 100", "visits per day: 100\n    goods: «meat"),
      [.customs(.goodsNotHandled("meat", handled: ["food"]))]
    )
  }

  @Test("hits without a bay")
  func bays() throws {
    try expectCustomsRefusal("bays: 4", "bays: «0", [.customs(.hitsWithoutBays)])
  }

  @Test("assumptions by their kind")
  func assumptions() throws {
    let cases: [(String, [ScenarioFault])] = [
      ("weight tolerance: «-4%", [.negative("-4%")]),
      ("papers ready: «120%", [.outOfRange("120%", low: "0%", high: "100%")]),
      (
        "paper wait: «25",
        [.missingUnit(text: "25", kind: .duration, allowed: TimeUnit.names)]
      ),
      (
        "truck tare: «9 tons",
        [.unknownUnit("tons", allowed: ["kg", "t"], nearest: nil)]
      ),
      ("truck tare: «9", [.customs(.notAQuantity("9", allowed: ["kg", "t"]))]),
      ("declares at: «9 h", [.notAClock("9 h")]),
      (
        "«weight tolerence: 4%",
        [
          .unknownKey(
            "weight tolerence",
            section: .assumptions,
            allowed: Assumption.all.map(\.key),
            nearest: "weight tolerance"
          )
        ]
      ),
      (
        "semi goods: «\"uniform(32 t, 40 t)\"",
        [.customs(.aboveWeightLimit(vehicle: "semi", least: 49.75, limit: 49))]
      ),
    ]
    for (text, faults) in cases {
      try expectCustomsRefusal("weight tolerance: 4%", text, faults)
    }
  }

  @Test("firms and how they declare")
  func firms() throws {
    try expectTwo(
      ("share: 80%", "share: 70%"),
      ("  parts: {credit", "  «parts: {credit"),
      [.sharesDoNotAddUp(found: 0.8999999999999999)]
    )
    try expectCustomsRefusal(
      "parts: {credit: aeo, share: 20%, declares: monthly}",
      "parts: {credit: dishonest, share: 20%, declares: «monthly}",
      [.customs(.consolidatedByDishonest(firm: "parts"))]
    )
    try expectCustomsRefusal(
      "consolidated declaration: {default: per shipment}",
      "consolidated declaration: {default: per shipment, firms: {«partz: monthly}}",
      [.unknownName("partz", kind: .firm, existing: ["parts", "others"], nearest: "parts")]
    )
    try expectCustomsRefusal(
      "visits per day: 100",
      "visits per day: 100\n    firms: {parts: 50%, «other: 50%}",
      [.unknownName("other", kind: .firm, existing: ["parts", "others"], nearest: "others")]
    )
  }

  @Test("words that exclude each other")
  func conflicts() throws {
    try expectCustomsRefusal(
      "cars per day: 1200,",
      "cars per day: 1200, «vehicles: {van: 100%},",
      [.conflictingKeys(["cars per day", "vehicles"])]
    )
    try expectCustomsRefusal(
      "visits per day: 100\n    weekend factor: 0.25\n    profile: qinhuangdao\n    convoys: 1",
      "visits per day: 100\n    «banks: {at: [02:00]}\n    «profile: even",
      [
        .conflictingKeys(["visits per day", "banks"]), .conflictingKeys(["banks", "profile"]),
      ]
    )
  }
}
