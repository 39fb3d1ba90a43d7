import ScenarioFiles
import Testing

/// What cold goods warm on their way, where they are kept, and which laboratory tests what.
@Suite("Cold chain, stores and laboratories")
struct ColdChainTests {
  /// Trucks with chilled goods, one at a time, whose way in takes the same time for each.
  private static let steady = """
    scenario: chilled goods, a truck now and then
    starts: 2024-03-04
    runs for: 20 d
    designated sites: [chilled seafood]
    gates:
      main: {lanes: [{name: in-1, way: in}, {name: out-1, way: out}]}
    flows:
      seafood: {visits per day: 1, convoys: 1, goods: chilled seafood, empty one way: 0%}
    assumptions:
      papers ready: 100%
      hit rate factor: 0
      automatic pass: 6 min
      clearance gap: 0 s
      form fault share: 0%
      unread plate: 0%
      unread container: 0%
      stop order share: 0%
      misdeclared share: 0%
      honest weight error: 0.0001
      weight tolerance: 10%
      spot check declared: 0%
      outdoor temperature: 24 °C
      chilled temperature: 4 °C
      warming while waiting: 5%
      warming while open: 50%
      unloading time: 30 min

    """

  private func count(_ name: String, _ overrides: [String]) throws -> Double {
    let loaded = try LoadedScenario.parse(Self.steady, file: "zone.yaml", overrides: overrides)
    return try CustomsOutcome(loaded).values["flow.seafood.\(name).count"] ?? .nan
  }

  /// 20 degrees for 6 minutes at 5 % and for half an hour at 50 %: 0.1 + 5 degree-hours on the way in,
  /// 0.1 on the way out.
  @Test("warming is the outdoor temperature above that of the goods, for as long as they stand")
  func warmth() throws {
    let loads = try count("cold-loads", ["assumptions.cold budget=5"])
    #expect(loads > 30)
    let visits = try count("over-budget", ["assumptions.cold budget=5.099"])
    #expect(visits > 15)
    #expect(try count("over-budget", ["assumptions.cold budget=5.101"]) == 0)
    // Both ways, once below what standing at the gate warms.
    #expect(try count("over-budget", ["assumptions.cold budget=0.099"]) == loads)
    #expect(try count("over-budget", ["assumptions.cold budget=0.101"]) == visits)
  }

  @Test("a class of goods has its own budget and temperature")
  func byClass() throws {
    let budget = ["assumptions.cold budget=0.05", "goods={chilled seafood: {cold budget: 6}}"]
    #expect(try count("over-budget", budget) == 0)
    // Frozen goods warm by 42 degrees: 0.21 and 10.5 degree-hours.
    let frozen = "goods={chilled seafood: {temperature: frozen}}"
    #expect(try count("over-budget", ["assumptions.cold budget=10.709", frozen]) > 15)
    #expect(try count("over-budget", ["assumptions.cold budget=10.711", frozen]) == 0)
    // Nobody asks what ambient goods bear.
    let ambient = "goods={chilled seafood: {temperature: ambient}}"
    #expect(try count("cold-loads", [ambient]).isNaN)
  }

  @Test("nothing warms in the cold")
  func winter() throws {
    let winter = ["assumptions.outdoor temperature=-5 °C", "assumptions.cold budget=0"]
    #expect(try count("over-budget", winter) == 0)
  }

  @Test("goods are kept by their temperature, and tested where they may be")
  func places() throws {
    let values = try CustomsBase.cold.outcome().values
    func arrivals(_ place: String) -> Double { values["\(place).arrivals.count"] ?? .nan }
    func entered(_ flow: String) -> Double { values["flow.\(flow).to-entered.count"] ?? .nan }
    // Who is before the store at the end of the run has entered and not come to it.
    #expect(abs(arrivals("supervised-warehouse-chilled") - entered("seafood")) <= 1)
    #expect(abs(arrivals("supervised-warehouse-frozen") - entered("meat")) <= 1)
    let others = ["food", "fruit", "grain"].map(entered).reduce(0, +)
    #expect(abs(arrivals("supervised-warehouse") - others) <= 2)
    #expect(arrivals("laboratory.near") > 100)
    #expect(arrivals("laboratory.far") > 150)
    #expect(arrivals("laboratory") == arrivals("laboratory.near") + arrivals("laboratory.far"))
    #expect(arrivals("quarantine-store") == values["laboratory.sample-failed.count"])
  }

  @Test("the way to a laboratory in another city takes its time")
  func transport() throws {
    let free = [
      "laboratories.near.benches=1000", "laboratories.far.benches=1000", "samplers={teams: 100}",
      "warehouses={supervised chilled: {places: 1000}}", "runs for=60 d", "warm up=0 d",
      "assumptions.failure share=0%",
    ]
    func usable(_ flow: String, _ transport: String) throws -> Double {
      let set = free + ["laboratories.far.transport=\(transport)"]
      return try CustomsBase.cold.outcome(set).values["flow.\(flow).to-usable.mean"] ?? .nan
    }
    // A few who were usable an hour before the end no longer are.
    #expect(abs(try usable("seafood", "9 h") - usable("seafood", "1 h") - 8 * 3_600) < 600)
    #expect(try usable("food", "9 h") == usable("food", "1 h"))
  }
}
