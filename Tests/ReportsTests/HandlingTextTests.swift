import ScenarioFiles
import Testing

@testable import Reports
@testable import Studies

/// Laboratories, temperatures and tests, read back.
@Suite("What goods need, read back")
struct HandlingTextTests {
  private static let text = """
    scenario: two laboratories
    starts: 2024-03-04
    runs for: 7 d
    designated sites: [meat, chilled seafood]
    gates:
      main: {lanes: [{name: in-1, way: in}, {name: out-1, way: out}]}
    yard: {bays: 2}
    laboratories:
      home: {benches: 8, tests: [food, fruit]}
      tianjin: {benches: 60, tests: [chilled seafood, meat], transport: "uniform(3 h, 5 h)"}
      spare: {tests: [grain]}
    goods: {chilled seafood: {cold budget: 12}}
    flows:
      food: {visits per day: 10, goods: food, procedure: enter first test later, urgent: 5%}
      seafood: {visits per day: 10, goods: chilled seafood}
      meat: {visits per day: 10, goods: meat, procedure: enter first test later, failure share: 2%}
    policy: {urgent goods first: on}

    """

  private func check(_ language: Language) throws -> String {
    let loaded = try LoadedScenario.parse(Self.text, file: "two.yaml")
    var result = CheckResult(
      scenario: loaded.scenario,
      plan: loaded.plan,
      loads: [],
      warnings: []
    )
    result.customs = loaded.customs
    return CheckText.text(result, language, showsSources: true)
  }

  @Test("in English")
  func english() throws {
    let text = try check(.en)
    for line in [
      "  laboratory home tests food\n",
      "  laboratory tianjin tests chilled seafood, meat; samples travel for uniform(3 h, 5 h)\n",
      "  nothing comes to laboratory spare\n",
      "  food: samples tested for triangular(3 d, 7 d, 10 d); 1.25% of them fail\n",
      "  chilled seafood: kept chilled, may warm by 12 degree-hours\n",
      "  meat: kept frozen, may warm by 40 degree-hours; samples tested for uniform(3 d, 7 d)\n",
      "  policy: urgent goods first = on\n",
      "those with urgent = yes go before all others",
      "test time food = triangular(3 d, 7 d, 10 d)",
      "outdoor temperature = 20 °C (range -10 °C to 38 °C)",
    ] { #expect(text.contains(line), "\(line)in\n\(text)") }
    // Tests of goods that nobody carries are no assumption of the scenario, nor those of all goods.
    for key in ["test time fruit", "\n  test time = "] { #expect(!text.contains(key), "\(key)") }
  }

  @Test("in Chinese")
  func chinese() throws {
    let text = try check(.zh)
    for line in [
      "实验室home检测food", "样品运输时间uniform(3 h, 5 h)", "没有货物送至实验室spare",
      "冷藏存放，允许累计升温12度·小时", "样品检测triangular(3 d, 7 d, 10 d)", "1.25%不合格",
    ] { #expect(text.contains(line), "\(line) in\n\(text)") }
  }

  @Test("as JSON")
  func json() throws {
    let loaded = try LoadedScenario.parse(Self.text, file: "two.yaml")
    let customs = try #require(loaded.customs)
    #expect(customs.laboratories.map(\.name) == ["home", "tianjin", "spare"])
    #expect(customs.handling.map(\.goods) == ["food", "chilled seafood", "meat"])
    #expect(customs.handling.map(\.coldBudget) == [nil, "12", "40"])
  }
}
