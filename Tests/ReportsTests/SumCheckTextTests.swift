import ScenarioFiles
import Testing

@testable import Reports
@testable import Studies

/// Amounts and shared attributes, read back.
@Suite struct SumCheckTextTests {
  private static let scenario = """
    scenario: amounts
    runs for: 1 d
    shared attributes: {result: [pending, passed], units out: number}
    stations: {gate: {servers: 1}}
    arrivals: {t: {every: 1 h, procedure: p}}
    procedures:
      p:
        - set: {units out: units out + 1}
        - {sum: all, of: 2%}
        - {sum: found, of: "found in sample(500, 10, 25)", out of: all}
    """

  private static func lines(_ language: Language) throws -> [Substring] {
    let loaded = try LoadedScenario.parse(scenario, file: "sums.yaml")
    let result = CheckResult(
      scenario: loaded.scenario,
      plan: loaded.plan,
      loads: [],
      warnings: []
    )
    return CheckText.text(result, language).split(separator: "\n")
  }

  @Test func english() throws {
    let lines = try Self.lines(.en)
    let first = try #require(lines.firstIndex { $0 == "  p" })
    #expect(
      lines[(first + 1)...].prefix(3) == [
        "    1. set units out = units out + 1", "    2. add 2% to all",
        "    3. add found in sample(500, 10, 25) to found, a share of all",
      ]
    )
    let heading = try #require(lines.firstIndex { $0.hasPrefix("Attributes that a truck") })
    #expect(lines[heading + 1].contains("result") && lines[heading + 2].contains("units out"))
  }

  @Test func chinese() throws {
    let lines = try Self.lines(.zh)
    let first = try #require(lines.firstIndex { $0 == "  p" })
    #expect(
      lines[(first + 2)...].prefix(2) == [
        "    2. 累计all：加2%", "    3. 累计found：加found in sample(500, 10, 25)（占all的比例）",
      ]
    )
    #expect(lines.contains { $0.contains("共享属性") })
  }
}
