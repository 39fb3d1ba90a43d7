import ClearanceModel
import EventSimulation
import Testing

@testable import ScenarioFiles

/// Rosters that follow the calendar.
@Suite("Rosters by the calendar")
struct CalendarRosterTests {
  private static let zone = """
    scenario: a zone
    starts: 2024-02-01
    runs for: 29 d
    calendar: china
    gates:
      main:
        open: {mon-fri: 08:00-18:00, sat: 09:00-12:00, holidays: 10:00-11:00}
        lanes:
          - {name: in-1, way: in}
          - {name: out-1, way: out, open: {mon-fri: 20:00-04:00}}
          - {name: out-2, way: out, open: always}
    yard: {bays: 4, open: {mon-fri: [08:00-12:00, 13:30-18:00]}, crews: {06:00-14:00: 2, 13:00-22:00: 1}}
    document office: {officers: 2, open: {mon-fri: 08:00-18:00, holidays: closed}}
    flows:
      goods: {visits per day: 100}

    """

  private func servers(_ place: String) throws -> ServerPlan {
    let plan = try LoadedScenario.parse(Self.zone, file: "test.yaml").plan
    return try #require(plan.places.first { $0.name == place }).servers
  }

  /// Hours of each day of February in which servers are open, times their number.
  private func hours(_ place: String) throws -> [Double] {
    guard case .shifts(let shifts, let period, _) = try servers(place) else {
      throw ScenarioFault.isEmpty
    }
    #expect(period == nil)
    return (0..<29).map { day in
      var sum = 0.0
      for minute in 0..<1440 {
        let time = SimulatedTime.minutes(Int64(day * 1440 + minute))
        sum += Double(shifts.last { $0.from <= time }?.count ?? 0) / 60
      }
      return (sum * 1_000).rounded() / 1_000
    }
  }

  @Test("holidays, make-up days and weekends of February 2024")
  func lanes() throws {
    // Ten hours a working day; Saturday 3 February three; eight days off one each.
    let expected =
      [10.0, 10, 3] + Array(repeating: 10, count: 6) + Array(repeating: 1, count: 8)
      + Array(repeating: 10, count: 6) + [3, 0] + Array(repeating: 10, count: 4)
    #expect(try hours("main-in.in-1") == expected)
  }

  @Test("a night shift belongs to the day on which it begins")
  func nights() throws {
    // Four hours of the evening, four of the night before where that was worked: Friday 9 February
    // lasts into the first holiday, and the make-up Sunday of the 18th begins without one.
    let hours = try hours("main-out.out-1")
    #expect(hours[0] == 8 && hours[1] == 8)
    #expect(hours[2] == 4 && hours[3] == 4 && hours[4] == 8)
    #expect(hours[8] == 8 && hours[9] == 4 && hours[10] == 0)
    #expect(hours[16] == 0 && hours[17] == 4 && hours[18] == 8)
  }

  @Test("staff within opening hours, and hours that always are")
  func staff() throws {
    guard case .fixed(1) = try servers("main-out.out-2") else { throw ScenarioFault.isEmpty }
    // Two until 12:00 and 13:30 to 14:00, one from 13:30 on: (4 + ½) · 2 + 4 ½.
    let crews = try hours("crew")
    #expect(crews[0] == 13.5 && crews[2] == 0 && crews[3] == 13.5 && crews[9] == 0)
    let office = try hours("document-office")
    #expect(office[0] == 20 && office[9] == 0 && office[10] == 0 && office[17] == 20)
  }

  @Test("rosters go on after the end, so that no place looks closed for ever")
  func margin() throws {
    guard case .shifts(let shifts, _, _) = try servers("document-office") else {
      throw ScenarioFault.isEmpty
    }
    let last = try #require(shifts.last)
    #expect(last.from > .days(50))
  }

  @Test("a plan without a calendar repeats by the week as before")
  func weekly() throws {
    let text = Self.zone.replacing("calendar: china\n", with: "")
      .replacing(", holidays: 10:00-11:00", with: "").replacing(", holidays: closed", with: "")
    let plan = try LoadedScenario.parse(text, file: "test.yaml").plan
    let lane = try #require(plan.places.first { $0.name == "main-in.in-1" })
    guard case .shifts(_, let period, _) = lane.servers else { throw ScenarioFault.isEmpty }
    #expect(period == .days(7))
  }
}
