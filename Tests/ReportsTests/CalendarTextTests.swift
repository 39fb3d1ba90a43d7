import Foundation
import ScenarioFiles
import Testing

@testable import Reports
@testable import Studies

@Suite("The calendar, read back")
struct CalendarTextTests {
  private func check(_ starts: String = "2024-02-01") throws -> CheckResult {
    let loaded = try LoadedScenario.parse(
      """
      scenario: a month
      starts: \(starts)
      runs for: 29 d
      calendar:
        layers:
          month end: default
          smog: {days: 2024-02-27..2024-02-28, factor: 30%}
          december: 140%
      gates:
        main:
          lanes:
            - {name: in-1, way: in, open: {mon-fri: 08:00-18:00, holidays: 10:00-11:00}}
            - {name: out-1, way: out}
            - {name: cars-in, way: in, serves: [cars]}
            - {name: cars-out, way: out, serves: [cars]}
      yard: {bays: 1}
      document office: {officers: 2, open: {mon-fri: 08:00-18:00}}
      flows:
        goods: {visits per day: 24, convoys: 1, profile: even, weekend factor: 0.5}
        cars: {cars per day: 10}
      """,
      file: "month.yaml"
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
    #expect(
      text.contains(
        """
          time 0 is 2024-02-01 (Thursday), midnight
          calendar china: 18 working days of 29
            holidays: Spring Festival 2024-02-10 to 2024-02-17
            worked at weekends: 2024-02-04, 2024-02-18
            layer month end: demand × 130% on 3 days; first 2024-02-27 to 2024-02-29; for goods, not for
              cars; range 120% to 150%
            layer smog: demand × 30% on 2 days; first 2024-02-27 to 2024-02-28
            layer december: demand × 140% on no day of the run

        """
      ),
      "\(text)"
    )
    #expect(
      text.contains(
        "open Mon–Fri 08:00–18:00; Sat–Sun\n      closed; holidays 10:00–11:00; by the calendar"
      )
    )
    #expect(text.contains("Mon–Fri 2 at 08:00–18:00"))
    #expect(
      text.contains(
        "in an ordinary week by the clock in 168 steps of\n    1 h, 1 per h at the peak from Thu 00:00, by the calendar"
      )
    )
  }

  @Test func chinese() throws {
    let text = CheckText.text(try check(), .zh)
    #expect(text.contains("工作日历china：共29天，其中工作日18天"))
    #expect(text.contains("节假日：春节 2024-02-10至2024-02-17"))
    #expect(text.contains("调休上班：2024-02-04、2024-02-18"))
    #expect(text.contains("需求层month end：3天需求×130%；首次2024-02-27至2024-02-29"))
    #expect(text.contains("节假日10:00–11:00；按日历"))
  }

  @Test("a run that leaves the calendar is warned of in both languages and told in JSON")
  func warning() throws {
    let result = try check("2026-12-20")
    let en = CheckText.text(result, .en)
    #expect(en.contains("the calendar has no holidays of 2027: from 2027-01-01 on every week"))
    #expect(CheckText.text(result, .zh).contains("日历没有2027年的节假日：自2027-01-01起各周相同"))
    let json = CheckJSON.text(result, version: "1", .en)
    #expect(json.contains("\"notCoveredFrom\": \"2027-01-01\""), "\(json.suffix(400))")
    #expect(CheckJSON.text(try check(), version: "1", .en).contains("\"workingDays\": 18"))
  }
}
