import ClearanceModel
import ClearanceRecords
import EventSimulation
import ScenarioFiles
import Testing

/// Instants and working days in expressions.
@Suite("Working days in expressions")
struct WorkingDayExpressionTests {
  private static func text(_ law: String) -> String {
    """
    scenario: deadlines
    runs until: empty
    attributes: {due: duration, zero: number}
    arrivals:
      v: {at: [0 h, 30 h, 120 h], attributes: {zero: 0}, procedure: p}
    procedures:
      p:
        - set: {due: "\(law)"}
        - delay for: due - now
    """
  }

  /// When trucks leave that come on Monday, on Tuesday at 6:00 and on Saturday, in hours.
  private static func hours(
    _ law: String,
    _ change: (inout ClearancePlan) -> Void = { _ in }
  ) throws
    -> [Double]
  {
    var plan = try LoadedScenario.parse(text(law), file: "test.yaml").plan
    change(&plan)
    let log = ReplicationLog(plan)
    #expect(log.rows.trucks.count == 3)
    return log.rows.trucks.sorted { $0.number < $1.number }
      .map { Double($0.leftAt.microseconds) / 3.6e9 }
  }

  private static let plainWeeks: [(law: String, expected: [Double])] = [
    ("now + 1 h", [1.0, 31, 121]),
    ("start of day(now) + 10 h", [10, 34, 130]),
    ("working day from(now) + 9 h", [9, 33, 168 + 9]),
    ("after working days(now, 1) + 9 h", [33, 57, 168 + 9]),
    // Three days from Monday and Tuesday are Thursday and Friday, from Saturday the Wednesday.
    ("after working days(now, 3)", [72, 96, 216]),
    // Nine from Tuesday: the Monday of the week after the next.
    ("after working days(now, 9)", [11 * 24, 14 * 24, 17 * 24]),
    ("after working days(now, 0) + 1 h", [1, 30, 169]),
    ("after working days(now, 1.9) + zero * 1 h", [24, 48, 168]),
    ("working day from(5 d)", [168, 168, 168]),
  ]

  @Test(
    "deadlines of a plain week",
    arguments: plainWeeks
  )
  func plainWeek(law: String, expected: [Double]) throws {
    #expect(try Self.hours(law) == expected)
  }

  @Test("holidays and make-up days of a plan")
  func calendar() throws {
    // Tuesday and Wednesday off, Saturday worked.
    let days = [true, false, false, true, true, true, false] + Array(repeating: true, count: 7)
    let next = try Self.hours("after working days(now, 1)") { $0.workingDays = WorkingDays(days) }
    #expect(next == [72, 72, 168])
    let from = try Self.hours("working day from(now)") { $0.workingDays = WorkingDays(days) }
    // Who comes on a working day leaves at once: its beginning has been.
    #expect(from == [0, 72, 120])
  }

  @Test("a plan of which nothing unread is left computes the same")
  func reduced() throws {
    for law in [
      "start of day(now) + 30 h", "after working days(now, 2 + zero)",
      "working day from(now + 2 d) + zero * 3 h", "after working days(2 d, 1) + 0 h",
    ] {
      let full = try Self.hours(law)
      let reduced = try Self.hours(law) { $0 = $0.reduced(to: .summary) }
      #expect(full == reduced, "\(law)")
      let dated = try Self.hours(law) {
        $0.workingDays = WorkingDays([true, false, false, false, false, true, true])
        $0 = $0.reduced(to: .summary)
      }
      let whole = try Self.hours(law) {
        $0.workingDays = WorkingDays([true, false, false, false, false, true, true])
      }
      #expect(dated == whole, "\(law)")
    }
  }

  @Test("the calendar of a zone reaches the plan")
  func zone() throws {
    let zone = """
      scenario: a zone
      starts: 2024-02-08
      runs for: 14 d
      calendar: china
      gates: {main: {lanes: [{name: in-1, way: in}, {name: out-1, way: out}]}}
      yard: {bays: 1}
      flows: {goods: {visits per day: 1}}
      """
    let plan = try LoadedScenario.parse(zone, file: "test.yaml").plan
    let days = try #require(plan.workingDays)
    // Thursday and Friday, eight days off, a Sunday worked.
    let first = [true, true] + Array(repeating: false, count: 8) + [true, true]
    #expect(Array(days.days.prefix(12)) == first)
    #expect(days.adding(workingDays: 2, to: 0) == 10)
    let without = try LoadedScenario.parse(
      zone.replacing("calendar: china\n", with: ""),
      file: "test.yaml"
    ).plan
    #expect(without.workingDays?.isWorking(2) == false)
    #expect(without.workingDays?.isWorking(4) == true)
  }
}
