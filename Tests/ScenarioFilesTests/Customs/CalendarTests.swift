import Testing

@testable import ScenarioFiles

@Suite("Calendar of customs")
struct CalendarTests {
  @Test("days and their numbers, over leap years and centuries")
  func numbers() {
    #expect(CalendarDate(year: 1970, month: 1, day: 1).daysSinceEpoch == 0)
    #expect(CalendarDate(year: 2024, month: 3, day: 4).daysSinceEpoch == 19_786)
    #expect(CalendarDate(year: 1969, month: 12, day: 31).daysSinceEpoch == -1)
    var date = CalendarDate(year: 1899, month: 12, day: 31)
    for number in date.daysSinceEpoch..<(date.daysSinceEpoch + 80_000) {
      let next = CalendarDate(daysSinceEpoch: number)
      #expect(next.daysSinceEpoch == number)
      #expect(next >= date)
      date = next
    }
  }

  @Test(
    "weekdays",
    arguments: [("2024-03-04", 0), ("2024-02-29", 3), ("1970-01-01", 3), ("2026-01-04", 6)]
  )
  func weekdays(text: String, weekday: Int) throws {
    #expect(try parseDate(text).weekday == weekday)
  }

  @Test(
    "what is no date",
    arguments: ["2023-02-29", "2024-13-01", "2024-3-4", "4 March", "2024-00-10", ""]
  )
  func refused(text: String) {
    #expect(throws: ScenarioFault.customs(.notADate(text))) { try parseDate(text) }
  }

  @Test("a month's slips are declared by the end of the next month, within 15 days after a quarter")
  func monthly() {
    let deadlines = (1...12).map { month in
      let date = CalendarDate(year: 2023, month: month, day: 9).monthlyDeadline
      return "\(date.month)/\(date.day)"
    }
    #expect(
      deadlines == [
        "2/28", "3/31", "4/15", "5/31", "6/30", "7/15", "8/31", "9/30", "10/15", "11/30", "12/31",
        "12/31",
      ]
    )
  }

  @Test("closings over a year, cut off at the end of December")
  func closings() throws {
    let text = acceptedZone.replacing("2024-03-04", with: "2023-01-01")
      .replacing("runs for: 7 d", with: "runs for: 365 d")
    let expansion = try expansion(of: text)
    let day = 1440
    let monthly = expansion.closings(monthly: true)
    #expect(monthly.count == 13)
    #expect(monthly[0].cut == 31 * day && monthly[0].due == 58 * day + 540)
    // March's: cut on 1 April, due on 15 April.
    #expect(monthly[2].cut == 90 * day && monthly[2].due == 104 * day + 540)
    #expect(monthly[10].due == 364 * day + 540)
    #expect(monthly[11].cut == 364 * day + 540 && monthly[11].due == monthly[11].cut)
    #expect(monthly[12].cut == 396 * day)
    let quarterly = expansion.closings(monthly: false)
    #expect(quarterly.map { $0.due / day } == [104, 195, 287, 364, 365 + 105])
    for closing in monthly + quarterly { #expect(closing.cut <= closing.due) }
    for list in [monthly, quarterly] {
      for (a, b) in zip(list, list.dropFirst()) { #expect(a.cut < b.cut && a.due <= b.due) }
    }
  }

  @Test("slips of papers that move on the last afternoon of a year do not cross into the next")
  func lastAfternoon() throws {
    let text = acceptedZone.replacing("2024-03-04", with: "2023-01-01")
      .replacing("runs for: 7 d", with: "runs for: 396 d")
    let expansion = try expansion(of: text)
    let midnight = 365 * 1440
    for isMonthly in [true, false] {
      let before = expansion.closings(monthly: isMonthly)
      let closings = expansion.closings(monthly: isMonthly, endsYears: true)
      #expect(closings.count == before.count + 1)
      let last = try #require(closings.last { $0.cut < midnight })
      #expect(last.cut == midnight - 1 && last.due == midnight - 1)
      for (a, b) in zip(closings, closings.dropFirst()) { #expect(a.cut < b.cut && a.due <= b.due) }
    }
    let papers = try papersExpansion()
    let cuts = papers.tree.root.at("collections", "monthly", "closings")?.items ?? []
    // 2024-12-31 is day 302 after 2024-03-04.
    #expect(cuts.contains { $0["cut"]?.text == "\(303 * 1440 - 1) min" })
  }

  @Test("a day on which books are reconciled cuts its period and ends the time of the one before")
  func bookDates() throws {
    let text = acceptedZone.replacing("2024-03-04", with: "2023-01-01")
      .replacing("runs for: 7 d", with: "runs for: 365 d")
      .replacing("policy:\n", with: "policy:\n  book reconciliation: [2023-05-10, 2023-12-31]\n")
    let expansion = try expansion(of: text)
    let day = 1440
    func at(_ month: Int, _ number: Int, _ minute: Int = 540) -> Int {
      let start = CalendarDate(year: 2023, month: 1, day: 1).daysSinceEpoch
      let date = CalendarDate(year: 2023, month: month, day: number)
      return (date.daysSinceEpoch - start) * day + minute
    }
    let monthly = expansion.closings(monthly: true)
    // April's slips are due on the day of the books, not on 31 May; what May has moved by then too.
    #expect(monthly[3].cut == at(5, 1, 0) && monthly[3].due == at(5, 10))
    #expect(monthly[4].cut == at(5, 10) && monthly[4].due == at(5, 10))
    #expect(monthly[5].cut == at(6, 1, 0) && monthly[5].due == at(6, 30))
    #expect(monthly.count == 14)
    let quarterly = expansion.closings(monthly: false)
    // The first quarter's are due on 15 April already; the second has a part until 10 May.
    #expect(quarterly[0].due == at(4, 15))
    #expect(quarterly[1].cut == at(5, 10) && quarterly[1].due == at(5, 10))
    #expect(quarterly[2].cut == at(7, 1, 0) && quarterly[2].due == at(7, 15))
    for list in [monthly, quarterly] {
      for (a, b) in zip(list, list.dropFirst()) { #expect(a.cut < b.cut && a.due <= b.due) }
    }
  }

  @Test("hours by day, past midnight and over the end of the week")
  func hours() throws {
    let tree = try SourceTree.parse(
      "{mon-fri: [08:00-12:00, 13:30-18:00], sun: 22:00-02:00}",
      file: "hours"
    )
    var problems = ProblemList(file: "hours")
    let plan = try #require(tree.root.hours(&problems))
    #expect(problems.isEmpty)
    let expected = 5 * (240 + 270) + 240
    #expect(plan.counts.reduce(0, +) == expected)
    #expect(plan.counts[0] == 1 && plan.counts[119] == 1 && plan.counts[120] == 0)
    // From Saturday on the schedule begins closed.
    let shifts = plan.shifts(from: 5)
    #expect(shifts[0].minute == 0 && shifts[0].count == 0)
    #expect(shifts[1].minute == 1440 + 22 * 60)
  }

  @Test("staff by the clock adds up and keeps opening hours")
  func staff() throws {
    let tree = try SourceTree.parse("{08:00-20:00: 2, 19:00-08:00: 1}", file: "staff")
    var problems = ProblemList(file: "staff")
    let plan = try #require(tree.root.staff(&problems))
    #expect(problems.isEmpty)
    #expect(plan.counts[8 * 60] == 2 && plan.counts[19 * 60] == 3 && plan.counts[3 * 60] == 1)
    var hours = WeekPlan(always: 0)
    hours.add(1, ClockWindow(start: 600, length: 60), on: 2)
    #expect(plan.within(hours).counts.reduce(0, +) == 120)
  }
}
