import Testing

@testable import ScenarioFiles

/// Which goods, firms and flows an inspection mode is for, and what a rule makes of a lot.
@Suite("Inspection modes")
struct InspectionModeTests {
  /// A zone with one rule, in line 24.
  private static func zone(
    _ rule: String,
    goods: String = "{food: 50%, fruit: 50%}",
    scanner: String = ", scanner: {machines: 1}",
    flow: String = ""
  ) -> String {
    """
    scenario: a zone
    starts: 2024-03-04
    runs for: 7 d
    designated sites: [fruit, meat]
    gates:
      main:
        lanes:
          - {name: in-1, way: in}
          - {name: out-1, way: out}
    yard: {bays: 4\(scanner)}
    goods:
      cheese: {value: 9000 USD per t, kind: food}
    firms:
      honest: {share: 40%}
      certified: {credit: aeo, share: 40%}
      grocer: {share: 10%, promises conformity: no}
      rogue: {credit: dishonest, share: 10%}
    flows:
      imports:
        visits per day: 10
        goods: \(goods)
    \(flow.isEmpty ? "    convoys: 1" : flow)
    policy:
      inspection modes:
    \(rule)

    """
  }

  /// A zone of two laboratories, cold goods, officers and outages, under rules.
  private static func laboratories(tests: String) -> String {
    """
    scenario: everything at once
    starts: 2024-03-04
    runs for: 20 d
    designated sites: [fruit, chilled seafood]
    gates:
      main: {turn-out: 2, lanes: [{name: in-1, way: in}, {name: out-1, way: out}]}
    yard: {bays: 4, scanner: {machines: 1}}
    laboratories:
      home: {benches: 60, tests: [food]}
      far: {benches: 200, tests: [\(tests)], transport: "uniform(3 h, 5 h)"}
    warehouses:
      supervised: {places: 60}
      supervised chilled: {places: 20}
      quarantine: {places: 4}
    officers:
      li: {skills: [documents, sampling]}
      wang: {skills: [yard, lane], count: 2}
    rosters:
      day: {officers: [li, wang], works: 08:00-20:00, breaks: 12:00-13:00}
      night: {officers: [wang], works: 20:00-08:00}
    flows:
      imports:
        visits per day: 12
        goods: {food: 50%, fruit: 20%, chilled seafood: 20%, machinery: 10%}
        urgent: 10%
    policy:
      urgent goods first: on
      inspection modes:
        - {goods: [food, chilled seafood], mode: sample then release, credit: aeo, share: 50%}
        - {goods: fruit, mode: enter first test later}
        - {goods: [food, chilled seafood], mode: inspect in zone}
        - {mode: image first}
    outages:
      single window: {at: mon 09:00, lasts: 2 h, fallback: manual pass}
      network: {}
      power: {every: exponential(20 d), lasts: 30 min, fallback: barrier by hand}

    """
  }

  @Test("goods whose modes take no samples need no laboratory, and one zone has all words")
  func testedGoods() throws {
    let loaded = try LoadedScenario.parse(
      Self.laboratories(tests: "fruit, chilled seafood"),
      file: "zone.yaml"
    )
    #expect(loaded.customs?.modes.count == 4)
    // Under rules what a sample finds follows from the lot, not from a share of failures.
    #expect(loaded.customs?.handling.contains { $0.failureShare != nil } == false)
    let found = try faults(Self.laboratories(tests: "chilled seafood"))
    #expect(
      found.map(\.fault) == [.customs(.noLaboratory("fruit", laboratories: ["home", "far"]))]
    )
  }

  private func faults(_ text: String) throws -> [ScenarioProblem] {
    try expansion(of: text).problems.problems.problems
  }

  private func expectRefusal(
    _ rule: String,
    _ reason: CustomsFault.ModeReason,
    _ mode: InspectionMode,
    column: Int,
    goods: String = "{food: 50%, fruit: 50%}",
    scanner: String = ", scanner: {machines: 1}",
    flow: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = Self.zone("    - \(rule)", goods: goods, scanner: scanner, flow: flow)
    let problem = ScenarioProblem(
      file: "test.yaml",
      position: SourcePosition(line: 25, column: column),
      fault: .customs(.modeForbidden(mode, reason))
    )
    #expect(try faults(text) == [problem], sourceLocation: sourceLocation)
  }

  @Test(
    "rules that are allowed",
    arguments: [
      "{goods: food, mode: sample then release}",
      "{goods: [food, cheese], mode: sample then release, credit: [aeo, general], share: 80%}",
      "{goods: food, mode: sample then release, firms: [honest, certified]}",
      "{goods: fruit, mode: enter first test later}",
      "{goods: food, mode: inspect at final place}",
      "{mode: inspect at port}",
      "{goods: [food], mode: inspect in zone, credit: dishonest}",
      "{mode: image first}",
      "{mode: test before entry, firms: grocer}",
    ]
  )
  func accepted(_ rule: String) throws {
    #expect(try faults(Self.zone("    - \(rule)")) == [])
  }

  /// 公告2019年第29号: food, of importers who promise conformity and keep records.
  @Test("sample, then release is for food and for who promises")
  func sampleThenRelease() throws {
    try expectRefusal(
      "{goods: [food, fruit], mode: sample then release}",
      .goods("fruit"),
      .sampleThenRelease,
      column: 22
    )
    // Without goods it would hold for all that the flows carry.
    try expectRefusal(
      "{mode: sample then release}",
      .goods("fruit"),
      .sampleThenRelease,
      column: 14
    )
    try expectRefusal(
      "{goods: food, mode: sample then release, firms: [honest, grocer]}",
      .noPromise(firm: "grocer"),
      .sampleThenRelease,
      column: 64
    )
    try expectRefusal(
      "{goods: food, mode: sample then release, firms: rogue}",
      .dishonest,
      .sampleThenRelease,
      column: 55
    )
    try expectRefusal(
      "{goods: food, mode: sample then release, credit: [general, dishonest]}",
      .dishonest,
      .sampleThenRelease,
      column: 66
    )
  }

  /// 公告2019年第36号: not food.
  @Test("enter first, test later is for animal and plant products")
  func enterFirst() throws {
    try expectRefusal(
      "{goods: food, mode: enter first test later}",
      .goods("food"),
      .enterFirst,
      column: 15
    )
    try expectRefusal(
      "{goods: [fruit, general], mode: enter first test later}",
      .goods("general"),
      .enterFirst,
      column: 23
    )
  }

  @Test("goods for designated sites are not inspected at the final place")
  func designatedSites() throws {
    try expectRefusal(
      "{goods: fruit, mode: inspect at final place}",
      .designatedSite("fruit"),
      .inspectAtFinalPlace,
      column: 15
    )
    // And nowhere in a zone without the site.
    let text = Self.zone("    - {mode: inspect in zone}", goods: "grain")
    #expect(try faults(text).map(\.fault) == [.customs(.noDesignatedSite("grain"))])
  }

  /// 署贸发〔2023〕77号: in from abroad and out again.
  @Test("exempt is who goes abroad again")
  func reExit() throws {
    try expectRefusal(
      "{goods: food, mode: exempt on re-exit}",
      .staysInCountry(flow: "imports"),
      .exemptOnReExit,
      column: 27
    )
    let text = Self.zone(
      "    - {goods: food, mode: exempt on re-exit}",
      flow: "    leaves for: abroad"
    )
    #expect(try faults(text) == [])
  }

  @Test("spot checks are of goods that are not bonded, images need a scanner, all need a yard")
  func places() throws {
    try expectRefusal(
      "{mode: spot checks}",
      .bonded(flow: "imports"),
      .spotChecks,
      column: 14
    )
    let native = Self.zone("    - {mode: spot checks}", flow: "    papers: by-status")
    #expect(try faults(native) == [])
    try expectRefusal(
      "{mode: image first}",
      .noScanner,
      .imageFirst,
      column: 14,
      scanner: ""
    )
  }

  @Test("rules that no flow can fall under, and words that are none")
  func words() throws {
    let rule = "    - {goods: meat, mode: inspect in zone}"
    #expect(try faults(Self.zone(rule)).map(\.fault) == [.customs(.modesWithoutFlow)])
    let mode = try faults(Self.zone("    - {mode: enter first, test later}")).map(\.fault)
    #expect(mode.isEmpty == false)
    let firm = try faults(Self.zone("    - {mode: inspect in zone, firms: [onest]}"))
    #expect(
      firm.map(\.fault) == [
        .unknownName(
          "onest",
          kind: .firm,
          existing: ["honest", "certified", "grocer", "rogue"],
          nearest: "honest"
        )
      ]
    )
    let share = try faults(Self.zone("    - {mode: inspect in zone, share: 120%}"))
    #expect(share.map(\.fault) == [.outOfRange("120%", low: "0%", high: "100%")])
    #expect(share.first?.position?.line == 25)
  }

  @Test("old words and rules together")
  func both() throws {
    let text = Self.zone("    - {mode: inspect in zone}").replacing(
      "policy:\n",
      with: "policy:\n  animal and plant products: test before entry\n"
    )
    #expect(
      try faults(text).map(\.fault) == [
        .conflictingKeys(["animal and plant products", "inspection modes"])
      ]
    )
  }

  @Test("shares of goods are for flows without papers of firms")
  func goodsOfMovements() throws {
    let text = Self.zone("    - {mode: inspect in zone}").replacing(
      "    convoys: 1",
      with: "    movements: {in: {first-line: 100%}, out: {empty: 100%}}"
    )
    #expect(
      try faults(text).map(\.fault).contains(.conflictingKeys(["movements", "goods"]))
    )
  }

  // MARK: What is made of them

  @Test("a flow under rules goes through `import lot`, another one as ever")
  func procedures() throws {
    let text = Self.zone("    - {goods: food, mode: inspect in zone}")
    let arrivals = try expansion(of: text).tree.root.at("arrivals", "imports")
    #expect(arrivals?.at("procedure")?.text == "import lot")
    #expect(arrivals?.at("with", "inspection")?.text == "inspect goods")
    let other = Self.zone("    - {goods: food, mode: inspect in zone}").replacing(
      "policy:",
      with: "  others: {visits per day: 3, goods: machinery}\npolicy:"
    )
    let plain = try expansion(of: other).tree.root.at("arrivals", "others")
    #expect(plain?.at("procedure")?.text == "goods visit")
    #expect(plain?.at("with", "inspection")?.text == "inspect")
  }

  @Test("who does not promise is left to the next rules")
  func promise() throws {
    let text = Self.zone("    - {goods: food, mode: sample then release}")
    let steps = try expansion(of: text).tree.root.at("procedures", "import lot")
    var conditions: [String] = []
    steps?.forEachEntry { key, value in
      if key == "when", let text = value.text { conditions.append(text) }
    }
    #expect(conditions.contains("firm = honest or firm = certified or firm = rogue"))
    #expect(conditions.contains("class != dishonest"))
  }
}
