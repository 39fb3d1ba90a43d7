import ClearanceModel
import EventSimulation
import RandomVariates
import Testing

@testable import ScenarioFiles

/// Companions, stages, counters, collections, and who comes where through them.
@Suite struct PaperPlanTests {
  private static let text = """
    scenario: papers
    runs for: 30 d
    classes: [aeo, general]
    attributes: {firm: [a, b], way: [in, out], slips: number, load: weight}
    stations:
      gate: {lanes: [{name: l1, takes: [aeo]}, {name: l2, takes: [general]}], joins: dedicated}
      desk: {lanes: [{name: d1, takes: [aeo, general]}]}
      office: {servers: 1}
    collections:
      monthly:
        by: [firm, way]
        closings: [{cut: 10 d, due: 12 d}, {cut: 20 d, due: 22 d}]
        sets: slips
        starts: declare
        with: {time: 5 min}
    arrivals:
      early: {profile: {per h: [9, 1], step: 12 h, repeats: yes}, class: aeo, procedure: visit}
      late: {profile: {per h: [1, 9], step: 12 h, repeats: yes}, class: general, procedure: visit}
      even: {rate: 5 per h, class: general, procedure: check}
    procedures:
      visit:
        - stage: queue
        - {serve at: gate, for: 1 s}
        - {count: lifts, at: gate}
        - {start: check, times: slips}
        - stage: inside
        - choose: [{share: 5%, go to: end}]
        - gather: monthly
      check: [{serve at: desk, for: 1 s}]
      declare: [{serve at: office, for: <time>}]

    """

  private func plan() throws -> ClearancePlan {
    try LoadedScenario.parse(Self.text, file: "test.yaml").plan
  }

  @Test func steps() throws {
    let plan = try plan()
    func steps(_ kind: StepKind) -> [StepPlan] { plan.steps.filter { $0.kind == kind } }
    #expect(plan.stages == ["", "queue", "inside"])
    #expect(steps(.stage).map(\.mark) == [2, 1])
    #expect(plan.counters == ["lifts"])
    #expect(steps(.count).map(\.place) == [0])
    #expect(steps(.gather).map(\.mark) == [0])
    let start = try #require(steps(.start).first)
    #expect(start.attribute == 2)
    #expect(plan.stepNames[Int(plan.steps[Int(start.target)].name)] == "check/serve at desk/1")
    let jump = try #require(steps(.goTo).first)
    #expect(plan.stepNames[Int(plan.steps[Int(jump.next)].name)] == "visit/end")
    let collection = try #require(plan.collections.first)
    #expect(collection.keys == [0, 1])
    #expect(
      collection.closings == [
        .init(cut: .days(10), due: .days(12)), .init(cut: .days(20), due: .days(22)),
      ]
    )
    #expect(collection.countAttribute == 2)
    #expect(
      plan.stepNames[Int(plan.steps[Int(collection.firstStep)].name)] == "declare/serve at office/1"
    )
  }

  /// Stations that only companions visit see the classes of their parents.
  @Test func reach() throws {
    let plan = try plan()
    let reach = Reachability(plan)
    #expect(reach.classes(at: 0) == [true, true])
    #expect(reach.classes(at: 3) == [true, true])
    #expect(reach.classes(at: 5) == [true, true])
    #expect(plan.flows.map(\.name) == ["early", "even", "late"])
    #expect(reach.flows(at: 0) == [true, false, true])
    #expect(reach.flows(at: 0, taking: [true, false]) == [true, false, false])
    #expect(reach.flows(at: 5) == [true, false, true])
    #expect(
      plan.steps.indices.allSatisfy {
        plan.steps[$0].kind != .start || plan.companions(of: $0).count == 1
      }
    )
  }

  /// The peak hour of a place is that of the flows that come to it, of a lane those that it takes.
  @Test func peakHours() throws {
    let plan = try plan()
    #expect(plan.flows.map(\.peakHour) == [0, nil, 12])
    #expect(plan.places.map(\.name) == ["gate", "gate.l1", "gate.l2", "desk", "desk.d1", "office"])
    // Early and late together are even.
    #expect(plan.placePeakHours == [-1, 0, 12, -1, -1, -1])
    #expect(plan.peakHour == nil)
  }

  @Test(
    arguments: [
      ("{cut: 20 d, due: 22 d}", "{cut: 20 d, due: 19 d}", .attribute(.cutAfterDue)),
      ("{cut: 20 d, due: 22 d}", "{cut: 10 d, due: 22 d}", .attribute(.closingsNotAscending)),
      ("sets: slips", "sets: load", .attribute(.notPlainNumber(attribute: "load"))),
      (
        "by: [firm, way]", "by: [firm, slips]",
        .attribute(.notWords(attribute: "slips"))
      ),
      ("by: [firm, way]", "by: [firm, firm]", .duplicateName("firm", kind: .attribute)),
      (
        "starts: declare", "starts: declaer",
        .unknownName(
          "declaer",
          kind: .procedure,
          existing: ["visit", "check", "declare"],
          nearest: "declare"
        )
      ),
      (
        "gather: monthly", "gather: montly",
        .unknownName("montly", kind: .collection, existing: ["monthly"], nearest: "monthly")
      ),
      (
        "with: {time: 5 min}", "with: {time: 5}",
        .missingUnit(text: "5", kind: .duration, allowed: TimeUnit.names)
      ),
      (
        "with: {time: 5 min}", "with: {tim: 5 min}",
        .attribute(.unboundParameter("time", nearest: "tim"))
      ),
    ] as [(String, String, ScenarioFault)]
  )
  func refused(old: String, new: String, fault: ScenarioFault) {
    #expect(problems(in: Self.text.replacing(old, with: new)).map(\.fault) == [fault])
  }
}
