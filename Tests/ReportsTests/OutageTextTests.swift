import ScenarioFiles
import Testing

@testable import Reports
@testable import Studies

@Suite("Outages, read back")
struct OutageTextTests {
  private func check() throws -> CheckResult {
    let loaded = try LoadedScenario.parse(
      """
      scenario: outages
      starts: 2024-03-04
      runs for: 7 d
      gates: {main: {lanes: [{name: in-1, way: in}, {name: out-1, way: out}]}}
      flows: {goods: {visits per day: 24, hit rate factor: 0}}
      outages:
        single window: {at: 2024-03-05 09:00, lasts: 2 h, fallback: manual pass}
        power: {at: 12:00, lasts: 30 min}
        network: {fallback: hold}
        scale: {every: exponential(9 d), lasts: 1 h}
      """,
      file: "outages.yaml"
    )
    var result = CheckResult(
      scenario: loaded.scenario,
      plan: loaded.plan,
      loads: [],
      warnings: []
    )
    result.customs = loaded.customs
    return result
  }

  @Test func english() throws {
    let text = CheckText.text(try check(), .en)
    for line in [
      "outages of the single window: 2024-03-05 09:00 for 2 h; the document office checks papers by",
      "outages of the power: 7 by the clock, the first 2024-03-04 12:00 for 30 min; trucks stand in",
      "outages of the network: at random: exponential(30 d) between them, uniform(5 min, 60 min) long;",
      "outages of the scale: at random: exponential(9 d) between them, 1 h long; trucks pass without",
    ] {
      #expect(text.contains(line), "\(text)")
    }
    // They are no places to queue at.
    #expect(!text.contains("single-window:"))
  }

  @Test func chinese() throws {
    let text = CheckText.text(try check(), .zh)
    #expect(text.contains("单一窗口故障：2024-03-05 09:00起2小时；单证岗位人工审核放行，事后补录"))
    #expect(text.contains("供电故障：定时7次，首次2024-03-04 12:00起30分钟；车辆在通道内等待"))
  }

  @Test func json() throws {
    let text = CheckJSON.text(try check(), version: "1", .en)
    #expect(text.contains("\"system\": \"single window\""))
    #expect(text.contains("\"fallback\": \"manual pass\""))
    #expect(text.contains("\"every\": \"exponential(30 d)\""))
  }
}
