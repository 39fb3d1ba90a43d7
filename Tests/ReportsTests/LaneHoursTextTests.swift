import ScenarioFiles
import Testing

@testable import Reports
@testable import Studies

@Suite("Opening hours of lanes and ranges of assumptions, read back")
struct LaneHoursTextTests {
  private func check() throws -> CheckResult {
    let loaded = try LoadedScenario.parse(
      """
      scenario: hours
      starts: 2024-03-04
      runs for: 7 d
      gates:
        main:
          open: 07:30-20:00
          lanes:
            - {name: in-1, way: in}
            - {name: out-1, way: out, open: {mon-fri: [08:00-12:00, 13:30-18:00], sat: 22:00-24:00}}
            - {name: out-2, way: out, open: always}
      yard: {bays: 1}
      flows:
        goods: {visits per day: 10}
      """,
      file: "hours.yaml"
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

  @Test("a place without an open hour is not said to be offered a share of its work")
  func neverOpen() {
    let warning = RunWarning.unstable(place: "crew", load: .infinity)
    #expect(Wording(.en).sentence(warning).hasPrefix("crew is not open in this run"))
    #expect(Wording(.zh).sentence(warning).hasPrefix("crew在仿真期间不开放"))
  }

  @Test func english() throws {
    let text = CheckText.text(try check(), .en)
    #expect(text.contains("sundries; open daily 07:30–20:00\n"))
    #expect(
      text.contains("open Mon–Fri 08:00–12:00,\n      13:30–18:00; Sat 22:00–24:00; Sun closed\n")
    )
    #expect(text.contains("out-2: out; automatic; serves declared, not declared, sundries\n"))
    #expect(text.contains("(range 80% to 98%)"))
  }

  @Test func chinese() throws {
    let text = CheckText.text(try check(), .zh)
    #expect(text.contains("开放时间：每天07:30–20:00\n"))
    #expect(text.contains("周一至周五08:00–12:00、\n      13:30–18:00；周六22:00–24:00；周日关闭\n"))
    #expect(text.contains("范围80%至98%"))
  }
}
