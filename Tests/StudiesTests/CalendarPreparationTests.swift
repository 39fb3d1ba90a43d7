import ClearanceModel
import EventSimulation
import Foundation
import ScenarioFiles
import Testing

@testable import Studies

/// Runs of other lengths than the scenario's, where demand and rosters follow a calendar.
@Suite("Days of a run that follows a calendar")
struct CalendarPreparationTests {
  private static let text = """
    scenario: a zone
    starts: 2024-02-01
    runs for: 7 d
    calendar: china
    gates: {main: {lanes: [{name: in-1, way: in, open: {mon-fri: 08:00-18:00}}, {name: out-1, way: out}]}}
    yard: {bays: 1}
    flows: {goods: {visits per day: 100, convoys: 1, weekend factor: 0}}
    """

  private func prepared(days: Int?) throws -> ClearancePlan {
    var options = RunOptions(scenario: "zone.yaml")
    options.days = days
    return try Preparation(options, text: Self.text, file: "zone.yaml").loaded.plan
  }

  private func expected(_ plan: ClearancePlan, days: Int) throws -> Double {
    let flow = try #require(plan.flows.first)
    guard case .poisson(let rate) = flow.arrivals else { throw CancellationError() }
    return rate.integral(to: Double(days) * 86_400e6)
  }

  @Test("more days than the scenario has are laid out anew")
  func longer() throws {
    let plan = try prepared(days: 29)
    #expect(plan.horizon == .days(29))
    #expect(abs(try expected(plan, days: 29) - 1_800) < 1e-6)
    // Seven days alone: two, a Saturday, a Sunday worked and three.
    #expect(abs(try expected(prepared(days: nil), days: 29) - 600) < 1e-6)
    #expect(abs(try expected(prepared(days: 3), days: 3) - 200) < 1e-6)
    let lane = try #require(plan.places.first { $0.name == "main-in.in-1" })
    guard case .shifts(let shifts, _, _) = lane.servers else { throw CancellationError() }
    // Closed from Friday 9 February 18:00 to Sunday 18 February 08:00.
    let closing = SimulatedTime.days(8) + .hours(18)
    let index = try #require(shifts.firstIndex { $0.from == closing })
    #expect(shifts[index].count == 0)
    #expect(shifts[index + 1] == Shift(from: .days(17) + .hours(8), count: 1))
  }

  @Test("the load of a year is that of all its days")
  func load() throws {
    let text = Self.text.replacing("runs for: 7 d", with: "runs for: 366 d")
      .replacing("visits per day: 100", with: "visits per day: 500")
    let plan = try LoadedScenario.parse(text, file: "zone.yaml").plan
    // More trucks than a shorter run may have: 251 days of 500.
    #expect(TrafficEquations.demand(of: plan).trucks > 100_000)
    #expect(FreeFlow(plan).sample == FreeFlowSample(replications: 1, length: .days(366)))
    let weekly = text.replacing("calendar: china\n", with: "")
    let other = try LoadedScenario.parse(weekly, file: "zone.yaml").plan
    #expect(FreeFlow(other).sample.length < .days(366))
  }
}
