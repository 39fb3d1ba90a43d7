import Testing

@testable import ScenarioFiles

/// Laboratories and stores by temperature: what is read, and what is refused.
@Suite("Laboratories and stores")
struct LaboratoryTests {
  private static let zone = """
    scenario: two laboratories
    starts: 2024-03-04
    runs for: 7 d
    designated sites: [meat]
    gates:
      main: {lanes: [{name: in-1, way: in}, {name: out-1, way: out}]}
    yard: {bays: 2}
    laboratories:
      home-lab: {benches: 8, tests: [food, fruit], open: 08:00-18:00}
      tianjin: {benches: 60, tests: [animal and plant products, meat], transport: "uniform(3 h, 5 h)"}
    flows:
      goods: {visits per day: 10, goods: food, procedure: enter first test later}
      others: {visits per day: 10, goods: meat, procedure: enter first test later}

    """

  private func faults(_ old: String, _ new: String) throws -> [ScenarioProblem] {
    #expect(Self.zone.contains(old))
    return try expansion(of: Self.zone.replacing(old, with: new)).problems.problems.problems
  }

  /// A fault, its line and its column, counted from 1.
  private func problem(_ line: Int, _ column: Int, _ fault: ScenarioFault) -> ScenarioProblem {
    ScenarioProblem(
      file: "test.yaml",
      position: SourcePosition(line: line, column: column),
      fault: fault
    )
  }

  @Test("each laboratory is a lane of the station, for the goods that come to it")
  func lanes() throws {
    let root = try expansion(of: Self.zone).tree.root
    let station = try #require(root.at("stations", "laboratory"))
    #expect(station.at("lanes", "0", "name")?.text == "home-lab")
    #expect(station.at("lanes", "0", "takes", "goods class")?.texts == ["food"])
    #expect(station.at("lanes", "1", "takes", "goods class")?.texts == ["meat"])
    #expect(station["queue"]?.text == "priority")
    #expect(root.at("arrivals", "others", "with", "sample transport")?.text == "uniform(3 h, 5 h)")
    #expect(root.at("arrivals", "goods", "with", "sample transport")?.text == "0 s")
    #expect(root.at("arrivals", "goods", "with", "test time")?.text == "triangular(3 d, 7 d, 10 d)")
    #expect(throws: Never.self) { try LoadedScenario.parse(Self.zone, file: "test.yaml") }
  }

  @Test("goods go to the first laboratory that may test them")
  func first() throws {
    let text = Self.zone.replacing("tests: [food, fruit], ", with: "")
    let station = try #require(try expansion(of: text).tree.root.at("stations", "laboratory"))
    #expect(station["lanes"]?.items?.count == 1)
    #expect(station.at("lanes", "0", "takes", "goods class")?.texts == ["food", "meat"])
  }

  @Test("a class of goods has its own test time and share of failures")
  func values() throws {
    let text =
      Self.zone
      + "goods: {food: {test time: 2 d, failure share: 3%}}\nassumptions: {test time meat: 1 d}\n"
    let root = try expansion(of: text).tree.root
    #expect(root.at("arrivals", "goods", "with", "test time")?.text == "2 d")
    #expect(root.at("arrivals", "goods", "with", "failure share")?.text == "3%")
    #expect(root.at("arrivals", "others", "with", "test time")?.text == "1 d")
    #expect(root.at("arrivals", "others", "with", "failure share") == nil)
    // What the flow itself assumes comes first.
    let own = text.replacing("goods: food,", with: "goods: food, test time: 5 d,")
    #expect(
      try expansion(of: own).tree.root.at("arrivals", "goods", "with", "test time")?.text == "5 d"
    )
  }

  @Test("goods that must be tested and may be tested nowhere are refused")
  func untested() throws {
    let expected = problem(
      13,
      39,
      .customs(.noLaboratory("meat", laboratories: ["home-lab", "tianjin"]))
    )
    #expect(try faults("products, meat]", "products]") == [expected])
    // What is never sampled needs no laboratory.
    let unsampled = "goods: meat, sampled share: 0%,"
    #expect(
      try expansion(
        of: Self.zone.replacing("products, meat]", with: "products]")
          .replacing("goods: meat,", with: unsampled)
      ).problems.isEmpty
    )
  }

  @Test("a misspelt class of goods is answered with the nearest")
  func misspelt() throws {
    let found = try faults("[food, fruit]", "[food, friut]")
    #expect(found.count == 1 && found[0].position == SourcePosition(line: 9, column: 40))
    guard case .unknownWord("friut", let key, _, let nearest)? = found.first?.fault else {
      Issue.record("\(found)")
      return
    }
    #expect(key == "tests" && nearest == "fruit")
  }

  @Test("one laboratory and several exclude each other, and other keys are unknown")
  func words() throws {
    #expect(
      try faults("yard: {bays: 2}", "yard: {bays: 2}\nlaboratory: {benches: 2}")
        == [problem(8, 1, .conflictingKeys(["laboratories", "laboratory"]))]
    )
    let transport = try faults("\"uniform(3 h, 5 h)\"", "5")
    #expect(
      transport.first?.fault == .missingUnit(text: "5", kind: .duration, allowed: TimeUnit.names)
    )
  }

  @Test("goods that are kept cool need a store of their own where the general one is limited")
  func stores() throws {
    let limited = "warehouses: {supervised: {places: 60}}\n"
    let refused = try expansion(of: Self.zone + limited).problems.problems.problems
    #expect(
      refused == [
        problem(13, 39, .customs(.noColdStore("meat", temperature: "frozen", places: 60)))
      ]
    )
    let own = "warehouses: {supervised: {places: 60}, supervised frozen: {places: 5}}\n"
    let root = try expansion(of: Self.zone + own).tree.root
    #expect(root.at("stations", "supervised-warehouse-frozen", "servers")?.text == "5")
    #expect(root.at("values", "frozen store")?.text == "supervised-warehouse-frozen")
    #expect(root.at("values", "chilled store")?.text == "supervised-warehouse")
    #expect(try expansion(of: Self.zone).problems.isEmpty)
  }

  @Test("what nobody asks for has no steps")
  func omitted() throws {
    let names = ["begin warming", "end warming", "unload cold goods", "check cold budget"]
    func steps(_ text: String, _ name: String) throws -> Int? {
      try expansion(of: text).tree.root.at("procedures", name)?.items?.count
    }
    for name in names {
      #expect(try steps(acceptedZone, name) == 0, "\(name)")
      #expect(try steps(Self.zone, name) != 0, "\(name)")
    }
    #expect(try steps(Self.zone, "send sample") == 1)
    #expect(
      try steps(Self.zone.replacing(", transport: \"uniform(3 h, 5 h)\"", with: ""), "send sample")
        == 0
    )
    #expect(try steps(Self.zone, "enter quarantine") == 0)
    let kept = Self.zone + "warehouses: {quarantine: {places: 4}}\n"
    #expect(try steps(kept, "enter quarantine") == 1)
    #expect(
      try expansion(of: kept).tree.root.at("stations", "quarantine-store", "servers")?.text
        == "4"
    )
  }

  @Test(
    "temperatures",
    arguments: [("4 °C", 4.0), ("-18 °C", -18), ("−18℃", -18), ("20 C", 20), ("0.5 °C", 0.5)]
  )
  func temperatures(_ text: String, _ degrees: Double) throws {
    #expect(try parseTemperature(text) == degrees)
  }

  @Test(
    "what is no temperature is refused",
    arguments: ["4", "4 F", "°C", "61 °C", "-91 °C", "--4 °C"]
  )
  func noTemperatures(_ text: String) {
    #expect(throws: ScenarioFault.self) { try parseTemperature(text) }
  }
}
