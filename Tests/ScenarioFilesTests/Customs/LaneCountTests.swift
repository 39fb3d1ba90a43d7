import ClearanceModel
import Testing

@testable import ScenarioFiles

/// Lanes of a gate that are alike.
@Suite struct LaneCountTests {
  private static let lane = "{name: in-1, way: in, serves: [declared], technology: automatic}"

  private func zone(_ count: String) -> String {
    acceptedZone.replacing(
      Self.lane,
      with: Self.lane.replacing("name: in-1,", with: "name: in-1, count: \(count),")
    )
  }

  private func lanes(_ text: String) throws -> [String] {
    let plan = try LoadedScenario.parse(text, file: "test.yaml").plan
    return plan.places.map(\.name).filter { $0.hasPrefix("main-in.") }
  }

  @Test(arguments: [
    ("1", ["in-1", "in-2"]), ("3", ["in-1", "in-1-2", "in-1-3", "in-2"]),
  ])
  func alike(_ count: String, _ names: [String]) throws {
    #expect(try lanes(zone(count)) == names.map { "main-in." + $0 })
    let expansion = try expansion(of: zone(count))
    #expect(expansion.customs.gates[0].lanes.map(\.name).prefix(names.count) == names[...])
    let places = expansion.tree.root.at("stations", "main-in")
    #expect(places?["jockeying"] == nil)
  }

  /// As `kakou size --lever gates.main.lanes.in-1.count=1..4` sets it.
  @Test func byOption() throws {
    let plan = try LoadedScenario.parse(
      acceptedZone,
      file: "test.yaml",
      overrides: ["gates.main.lanes.in-1.count=2"]
    ).plan
    #expect(plan.places.map(\.name).contains("main-in.in-1-2"))
  }

  /// One lane alone, written with and without its number, is the same lane.
  @Test func one() throws {
    let (a, b) = (try expansion(of: acceptedZone), try expansion(of: zone("1")))
    #expect(a.tree.root.at("stations", "main-in", "lanes")?.items?.count == 2)
    let names = { (root: SourceNode) in
      root.at("stations", "main-in", "lanes")?.items?.map { $0["name"]?.text }
    }
    #expect(names(a.tree.root) == names(b.tree.root))
  }

  /// A third lane is open while there are three; who stands there when it closes goes over.
  @Test func byTheClock() throws {
    let expansion = try expansion(of: zone("{\"07:00-19:00\": 1, \"09:00-11:00\": 2}"))
    #expect(expansion.problems.problems.problems == [])
    let lanes = try #require(
      expansion.words.gates.first?.lanes.filter { $0.name.text.hasPrefix("in-1") }
    )
    #expect(lanes.map(\.name.text) == ["in-1", "in-1-2", "in-1-3"])
    func open(_ lane: Int, _ hour: Int) -> Bool { lanes[lane].hours.counts[hour * 60] > 0 }
    // The hours of the gate, from 7:30 to 20:00, hold beside.
    #expect(
      (0..<24).map { hour in (0..<3).count { open($0, hour) } } == [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
      ]
    )
    let gate = expansion.tree.root.at("stations", "main-in")
    #expect(gate?["jockeying"]?.text == "yes")
    #expect(expansion.tree.root.at("stations", "main-out", "jockeying") == nil)
    _ = try LoadedScenario.parse(
      zone("{\"07:00-19:00\": 1, \"09:00-11:00\": 2}"),
      file: "test.yaml"
    )
  }

  @Test func refused() throws {
    let lane = { (count: String) in
      Self.lane.replacing("name: in-1,", with: "name: in-1, count: \(count),")
    }
    try expectCustomsRefusal(
      Self.lane,
      lane("«101"),
      [.outOfRange("101", low: "0", high: "100")]
    )
    try expectCustomsRefusal(Self.lane, lane("«two"), [.notANumber("two")])
    try expectCustomsRefusal(Self.lane, lane("«1.5"), [.notWhole("1.5")])
    try expectCustomsRefusal(
      Self.lane,
      lane("{«\"7-9\": 1}"),
      [.customs(.notHours("7-9"))]
    )
  }

  /// Names that are there already, and lanes that are needed.
  @Test func clashes() throws {
    let twice = zone("2").replacing("name: in-2,", with: "name: in-1-2,")
    let faults = try expansion(of: twice).problems.problems.problems.map(\.fault)
    #expect(faults == [.duplicateName("in-1-2", kind: .lane)])
    let none = try expansion(of: zone("0")).problems.problems.problems.map(\.fault)
    #expect(
      none == [
        .customs(.noLaneServes(kind: "declared", status: nil, leadsIn: true, gate: "main"))
      ]
    )
  }
}
