import ClearanceModel
import EventSimulation
import Testing

@testable import ScenarioFiles

/// Demand that follows the calendar: weekends, holidays, make-up days, layers, announcements.
@Suite("Demand by the calendar")
struct CalendarDemandTests {
  /// February of 2024, with demand in round numbers.
  static func zone(
    _ calendar: String,
    starts: String = "2024-02-01",
    days: Int = 29,
    flow: String = "visits per day: 100, convoys: 1, profile: qinhuangdao"
  ) -> String {
    """
    scenario: a zone
    starts: \(starts)
    runs for: \(days) d
    \(calendar)
    gates:
      main:
        lanes:
          - {name: in-1, way: in}
          - {name: out-1, way: out}
          - {name: cars-in, way: in, serves: [cars]}
          - {name: cars-out, way: out, serves: [cars]}
    yard: {bays: 4}
    flows:
      goods: {\(flow), weekend factor: 0.25}
      cars: {cars per day: 1000, weekend factor: 0.3}

    """
  }

  private func plan(_ text: String) throws -> ClearancePlan {
    try LoadedScenario.parse(text, file: "test.yaml").plan
  }

  private func rate(_ name: String, in plan: ClearancePlan) throws -> CumulativeRate {
    let flow = try #require(plan.flows.first { $0.name == name })
    guard case .poisson(let rate) = flow.arrivals else {
      Issue.record("\(name) is no Poisson process")
      return CumulativeRate(constant: 1)
    }
    return rate
  }

  /// Expected arrivals of each day of a run.
  private func days(_ rate: CumulativeRate, _ count: Int) -> [Double] {
    (0..<count).map { day in
      let start = Double(day) * 86_400e6
      return rate.integral(to: start + 86_400e6) - rate.integral(to: start)
    }
  }

  private func isClose(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) < 1e-6 }
  }

  @Test("holidays are like weekends, make-up days like working days")
  func holidays() throws {
    let rate = try rate("goods", in: plan(Self.zone("calendar: china")))
    // Thursday, Friday; Saturday; a Sunday worked and a week; eight days off; a Sunday worked and a
    // week; a weekend; four days.
    let expected =
      [100.0, 100, 25] + Array(repeating: 100, count: 6) + Array(repeating: 25, count: 8)
      + Array(repeating: 100, count: 6) + [25, 25] + Array(repeating: 100, count: 4)
    #expect(isClose(days(rate, 29), expected))
    #expect(!rate.repeats && rate.rates.count == 29 * 24)
  }

  @Test("expected arrivals over Spring Festival, computed by hand")
  func springFestival() throws {
    let layers = "calendar: {layers: [spring festival]}"
    let plan = try plan(Self.zone(layers))
    let rate = try rate("goods", in: plan)
    // Three weeks from 3 February on. 2 × 100; Saturday 5, a worked Sunday 20, five days 100; eight
    // days off at 5; a worked Sunday 20, five days 100; a weekend 50; four days 400.
    let total = 200 + (5 + 20 + 100) + 8 * 5 + (20 + 100) + 50 + 400
    #expect(total == 935)
    #expect(abs(rate.integral(to: 29 * 86_400e6) - Double(total)) < 1e-6)
    // Cars, a thousand a day with 0.3 at weekends: 2000; 60 + 200 + 1000; 480; 1200; 600; 4000.
    let cars = try self.rate("cars", in: plan)
    #expect(abs(cars.integral(to: 29 * 86_400e6) - 9_540) < 1e-5)
  }

  @Test("layers multiply, and those of goods leave cars alone")
  func layers() throws {
    let layers = """
      calendar:
        layers:
          month end: 150%
          smog: {days: [2024-02-28, 2024-02-01..2024-02-02], factor: 30%, flows: goods}
      """
    let plan = try plan(Self.zone(layers))
    let goods = days(try rate("goods", in: plan), 29)
    #expect(isClose(Array(goods.prefix(3)), [30, 30, 25]))
    // 27 to 29 February are the end of the month; smog on the second of them.
    #expect(isClose(Array(goods.suffix(4)), [100, 150, 45, 150]))
    let cars = days(try rate("cars", in: plan), 29)
    #expect(isClose(Array(cars.suffix(4)), [1_000, 1_000, 1_000, 1_000]))
    #expect(isClose(Array(cars.prefix(2)), [1_000, 1_000]))
  }

  @Test(
    "days of the layers of 2024",
    arguments: [
      ("month end", 36), ("quarter end", 12), ("december", 31), ("spring festival", 21),
      ("double eleven", 7), ("618", 7),
    ]
  )
  func standardLayers(name: String, count: Int) throws {
    let standard = try #require(DemandLayer.standard.first { $0.name == name })
    #expect(standard.range.contains(standard.factor))
    let layer = DemandLayer(
      name: Name(text: name, position: SourcePosition(line: 1, column: 1)),
      factor: 1,
      days: standard.days,
      isForCars: false
    )
    let first = CalendarDate(year: 2024, month: 1, day: 1)
    let held = (0..<366).map { first.adding(days: $0) }
      .filter { layer.holds(on: $0, in: .china) }
    #expect(held.count == count)
    if name == "double eleven" {
      #expect(held.first == CalendarDate(year: 2024, month: 11, day: 11))
    }
  }

  @Test("without holidays in the run the calendar changes no rate")
  func plainWeek() throws {
    let with = try rate(
      "goods",
      in: plan(Self.zone("calendar: china", starts: "2024-03-04", days: 7))
    )
    let without = try rate("goods", in: plan(Self.zone("", starts: "2024-03-04", days: 7)))
    #expect(without.repeats && without.rates.count == 168)
    #expect(isClose(with.rates.map { $0 * 1e9 }, without.rates.map { $0 * 1e9 }))
  }

  @Test(
    "announced earlier, by the week and day by day",
    arguments: [0, 60, 90, 1440, 1440 + 30, 7 * 1440]
  )
  func earlier(lead: Int) throws {
    for calendar in ["", "calendar: {layers: [spring festival]}"] {
      let expansion = try expansion(of: Self.zone(calendar))
      for name in ["goods", "cars"] {
        let flow = try #require(expansion.words.flows.first { $0.name.text == name })
        let coming = try rate(expansion.profile(flow))
        let announced = try rate(expansion.profile(flow, earlierBy: lead))
        let shift = Double(lead) * 60e6
        var largest = 0.0
        for minute in stride(from: 0, through: (29 - 7) * 1440, by: 30) {
          let time = Double(minute) * 60e6
          let expected = coming.integral(to: time + shift) - coming.integral(to: shift)
          largest = max(largest, abs(announced.integral(to: time) - expected))
        }
        #expect(largest < 1e-5, "\(name) \(calendar)")
        // Who comes after the end of the run is announced within it.
        #expect(announced.integral(to: 29 * 86_400e6) > announced.integral(to: 28 * 86_400e6))
      }
    }
  }

  /// A profile as the reader of general words takes it.
  private func rate(_ entries: [(String, SourceNode)]) throws -> CumulativeRate {
    let node = try #require(entries.first { $0.0 == "profile" }?.1)
    if case .rates(let made)? = node.made {
      return CumulativeRate(
        rates: made.rates,
        step: Double(made.step.microseconds),
        repeats: false
      )
    }
    let rates = try #require(node["per h"]?.items).map { try parseNumber($0.text ?? "") / 3.6e9 }
    let step = try parseDuration(node["step"]?.text ?? "")
    return CumulativeRate(rates: rates, step: Double(step), repeats: true)
  }

  @Test("kinds of vehicles by the clock move with the announcement")
  func vehiclesEarlier() throws {
    let text = Self.zone("").replacing(
      "convoys: 1",
      with: "convoys: 1, vehicles: {van: 50%, semi: 50%}, may arrive: {van: 06:00-12:00}"
    )
    let expansion = try expansion(of: text)
    let flow = try #require(expansion.words.flows.first)
    func rows(_ lead: Int) throws -> [String] {
      let vehicle = expansion.arrivals(flow, earlierBy: lead)["attributes"]?["vehicle"]
      let items = try #require(vehicle?["per step"]?.items)
      return items.map { $0["van"]?.text ?? "" }
    }
    let (coming, announced) = (try rows(0), try rows(180))
    #expect(coming.count == 24 && coming != announced)
    #expect(announced == Array(coming[3...] + coming[..<3]))
  }

  @Test("banks by the calendar, and announced earlier")
  func banks() throws {
    let flow = "banks: {at: [02:10, 05:40], size: 3}"
    let text = Self.zone("calendar: {layers: {spring festival: 50%}}", flow: flow)
      .replacing("weekend factor: 0.25", with: "weekend factor: 0.5")
    let plan = try plan(text)
    guard case .listed(let times)? = plan.flows.first(where: { $0.name == "goods" })?.arrivals
    else { throw ScenarioFault.isEmpty }
    // Working days beyond the festival 2 + 4, each with two; the sum of factors of all others:
    // a Saturday and eight days off 9 · ¼, twelve days worked ½, a weekend ½, each twice.
    let others = 2 * (9 * 0.25 + 12 * 0.5 + 2 * 0.5)
    #expect(times.count == 12 + Int(others))
    #expect(times == times.sorted())
    let expansion = try expansion(of: text)
    let words = try #require(expansion.words.flows.first)
    let entries = expansion.banks(try #require(words.banks), words, earlierBy: 180)
    guard case .times(let announced)? = entries[0].1.made else { throw ScenarioFault.isEmpty }
    // The first bank of 02:10 would be announced before time zero.
    #expect(announced.first == .minutes(5 * 60 + 40 - 180))
  }

  @Test("the peak hour is that of an ordinary week")
  func peakHour() throws {
    let layers = "calendar: {layers: {month end: 500%}}"
    let dated = try plan(Self.zone(layers, starts: "2024-01-01", days: 366))
    let weekly = try plan(Self.zone("", starts: "2024-01-01", days: 366))
    let place = try #require(dated.places.firstIndex { $0.name == "main-in" })
    #expect(dated.placePeakHours[place] == weekly.placePeakHours[place])
    // Full peak hours: days by their factors. 251 working days; 115 others at a quarter; month ends
    // count five times, of which as many as fall on working days count as a whole.
    let first = CalendarDate(year: 2024, month: 1, day: 1)
    let sum = (0..<366).map { number -> Double in
      let date = first.adding(days: number)
      let isEnd = date.endOfMonth(adding: 0).day - date.day < 3
      return (ZoneCalendar.china.isWorking(date) ? 1 : 0.25) * (isEnd ? 5 : 1)
    }.reduce(0, +)
    #expect(abs(dated.placePeakCounts[place] - sum) < 1e-6)
    #expect(abs(weekly.placePeakCounts[place] - (262 + 104 * 0.25)) < 1e-6)
  }
}
