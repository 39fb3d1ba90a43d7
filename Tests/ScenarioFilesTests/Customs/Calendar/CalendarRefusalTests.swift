import Testing

@testable import ScenarioFiles

/// What is refused of a calendar and its layers.
@Suite("Calendars that are refused")
struct CalendarRefusalTests {
  private static let anchor = "zone: example\n"

  private func expectRefusal(
    _ calendar: String,
    _ faults: [ScenarioFault],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try expectCustomsRefusal(
      Self.anchor,
      Self.anchor + calendar + "\n",
      faults,
      sourceLocation: sourceLocation
    )
  }

  @Test("an unknown calendar, key or layer")
  func words() throws {
    try expectRefusal(
      "calendar: «chyna",
      [.unknownWord("chyna", key: "calendar", allowed: ["china"], nearest: "china")]
    )
    let layers = DemandLayer.standard.map(\.name)
    try expectRefusal(
      "calendar: {layers: [«monthend]}",
      [
        .unknownName("monthend", kind: .layer, existing: layers, nearest: "month end")
      ]
    )
    try expectRefusal(
      "calendar: {«layer: [december]}",
      [
        .unknownKey(
          "layer",
          section: .calendar,
          allowed: ["holidays", "layers"],
          nearest: "layers"
        )
      ]
    )
    try expectRefusal(
      "calendar: {layers: {smog: «{factor: 30%}}}",
      [.missingKeys(["days"], section: .layer)]
    )
    try expectRefusal(
      "calendar: {layers: {smog: {days: 2024-03-05, factor: 30%, flows: «good}}}",
      [.unknownName("good", kind: .flow, existing: ["goods", "cars"], nearest: "goods")]
    )
    try expectRefusal(
      "calendar: {layers: [december, «december]}",
      [.duplicateName("december", kind: .layer)]
    )
  }

  @Test("factors and days")
  func values() throws {
    try expectRefusal(
      "calendar: {layers: {december: «1.3}}",
      [.missingUnit(text: "1.3", kind: .share, allowed: ["%"])]
    )
    try expectRefusal(
      "calendar: {layers: {december: «2000%}}",
      [.outOfRange("2000%", low: "0%", high: "1000%")]
    )
    try expectRefusal(
      "calendar: {layers: {smog: {days: «2024-03-05.., factor: 30%}}}",
      [.calendar(.notDays("2024-03-05.."))]
    )
    let (early, late) = (try parseDate("2024-03-05"), try parseDate("2024-03-07"))
    try expectRefusal(
      "calendar: {layers: {smog: {days: «2024-03-07..2024-03-05, factor: 30%}}}",
      [.calendar(.endsBeforeStart(from: late, to: early))]
    )
  }

  @Test("a calendar without a date, without an end, or for too long")
  func run() throws {
    try expectCustomsRefusal(
      "starts: 2024-03-04\n",
      "calendar: «china\n",
      [.calendar(.needsDate)]
    )
    try expectCustomsRefusal(
      "runs for: 7 d\n",
      "runs until: empty\ncalendar: «china\n",
      [.missingKeys(["runs for"], section: .scenario)]
    )
    try expectCustomsRefusal(
      "runs for: 7 d\n",
      "runs for: «36600 d\ncalendar: china\n",
      [.calendar(.runTooLong(days: 36_600, allowed: 3_660))]
    )
  }

  @Test("hours of holidays without a calendar, and a misspelt day")
  func hours() throws {
    try expectCustomsRefusal(
      "sat: 09:00-12:00}",
      "sat: 09:00-12:00, «holidays: closed}",
      [.calendar(.holidaysWithoutCalendar)]
    )
    try expectCustomsRefusal(
      "sat: 09:00-12:00}",
      "«holiday: 09:00-12:00}",
      [
        .unknownWord(
          "holiday",
          key: "open",
          allowed: WeekPlan.days + ["mon-fri", "holidays", "always", "closed"],
          nearest: "holidays"
        )
      ]
    )
  }

  @Test("files: a missing one, one without Spring Festival, and rows with their lines")
  func files() throws {
    try withFolder { folder in
      _ = try write("from,to,kind\n2024-05-01,2024-05-03,holiday\n".utf8, to: "own.csv", in: folder)
      _ = try write(
        "from,to,kind\n2024-05-01,2024-05-03,holiday\n2024-05-06,2024-05-06,make-up\n".utf8,
        to: "wrong.csv",
        in: folder
      )
      func problems(_ calendar: String) throws -> [ScenarioProblem] {
        let text = acceptedZone.replacing(Self.anchor, with: Self.anchor + calendar + "\n")
        let tree = try SourceTree.parse(text, file: "test.yaml")
        let list = ProblemList(file: "test.yaml")
        return CustomsExpansion(tree, folder: folder, problems: list).problems.problems.problems
      }
      #expect(try problems("calendar: {holidays: own.csv}").isEmpty)
      let layer = try problems("calendar: {holidays: own.csv, layers: [spring festival]}")
      #expect(layer.map(\.fault) == [.calendar(.noSpringFestival(file: "own.csv"))])
      let wrong = try problems("calendar: {holidays: wrong.csv}")
      let day = try parseDate("2024-05-06")
      #expect(wrong.map(\.fault) == [.calendar(.makeUpOnWeekday(day))])
      #expect(wrong.first?.file == "wrong.csv" && wrong.first?.position?.line == 3)
      let missing = try problems("calendar: {holidays: none.csv}")
      #expect(missing.count == 1 && missing.first?.file == "test.yaml")
    }
  }

  @Test("a run that leaves the calendar is noted with its first day")
  func notes() throws {
    let text = acceptedZone.replacing("2024-03-04", with: "2026-12-28")
      .replacing(Self.anchor, with: Self.anchor + "calendar: china\n")
    let customs = try expansion(of: text).customs
    let date = CalendarDate(year: 2027, month: 1, day: 1)
    // Before those of single flows, of which there may be many.
    #expect(customs.notes.first == .calendarEnds(date))
    #expect(customs.calendar?.workingDays == 5 && customs.calendar?.days == 7)
    let covered = acceptedZone.replacing(Self.anchor, with: Self.anchor + "calendar: china\n")
    let notes = try expansion(of: covered).customs.notes
    #expect(!notes.contains { if case .calendarEnds = $0 { true } else { false } })
  }
}
