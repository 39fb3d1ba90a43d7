import ClearanceModel
import ClearanceRecords
import ScenarioFiles
import Testing

/// What is left out of a plan before it runs.
@Suite struct ReductionTests {
  /// Attributes, arrivals and a procedure around a delay at a station with a property.
  private static func plan(_ steps: String) throws -> ClearancePlan {
    let text = """
      scenario: reduction
      runs until: empty
      attributes:
        kind: [x, y]
        load: weight
        share: number
        paper:
          draft: [sent]
          sent: [done]
          done: []
      stations:
        gate:
          properties: {pass: exponential(7 s)}
          lanes: [{name: l1}, {name: l2}]
        other:
          properties: {pass: 7 s}
          lanes: [{name: l1}, {name: l2, properties: {pass: 9 s}}]
      arrivals:
        v: {at: [0 s, 1 min, 2 min], attributes: {kind: {x: 40%, y: 60%}}, procedure: p}
      procedures:
        p:

      """
    let indented = steps.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    return try LoadedScenario.parse(text + indented + "\n", file: "test.yaml").plan
  }

  /// The kinds of the steps that trucks come to, in the order of the plan from the last to the
  /// first.
  private static func kinds(_ plan: ClearancePlan) -> [StepKind] {
    let met = plan.stepsMet(byFlow: 0)
    return plan.steps.indices.filter { met[$0] }.map { plan.steps[$0].kind }
  }

  @Test func whatNobodyLooksAtIsNotSet() throws {
    let plan = try Self.plan(
      """
      - set: {load: "kind(x = 1 t, y = uniform(2 t, 3 t))", share: chance(50%)}
      - set: {paper: sent}
      - delay for: 5 s
      - set: {paper: done}
      """
    )
    let reduced = plan.reduced(to: .summary)
    #expect(Self.kinds(reduced) == [.end, .delay])
    #expect(reduced.attributes.isEmpty)
    #expect(reduced.flows[0].attributes.isEmpty)
  }

  @Test func recordedAttributesAreKept() throws {
    let plan = try Self.plan("- set: {share: chance(50%)}\n- set: {paper: sent}")
    #expect(Self.kinds(plan.reduced(to: .passages)) == [.end, .become, .set])
    #expect(plan.reduced(to: .passages).attributes == plan.attributes)
    #expect(Self.kinds(plan.reduced(to: .steps)) == Self.kinds(plan))
  }

  @Test func decidedChoicesAreLeftOut() throws {
    let plan = try Self.plan(
      """
      - set: {share: 2 * 3, paper: sent}
      - choose:
          - when: share > 6
            do: [{delay for: 1 s}]
          - when: paper = sent and kind = y
            do: [{serve at: gate, for: 2 s}]
          - when: share = 6 or kind = x
            do: [{delay for: 3 s}]
          - otherwise: [{delay for: 4 s}]
      """
    )
    // Only the kind is left to ask for, as one attribute.
    #expect(
      Self.kinds(plan.reduced(to: .summary)) == [.end, .serve, .delay, .chooseByAttribute]
    )
    #expect(plan.reduced(to: .summary).attributes.map(\.name) == ["kind"])
  }

  @Test func aWayThatIsKnownSkipsTheChoice() throws {
    // Those who come from the first branch are known not to take the second.
    let plan = try Self.plan(
      """
      - set: {share: 0}
      - choose:
          - when: kind = x
            do: [{set: {share: 1}}, {delay for: 1 s}]
      - choose:
          - when: share = 1
            do: [{delay for: 2 s}]
      - delay for: 3 s
      """
    )
    let reduced = plan.reduced(to: .summary)
    #expect(Self.kinds(reduced) == [.end, .delay, .delay, .delay, .chooseByAttribute])
  }

  @Test func durationsAreThoseOfThePlace() throws {
    let plan = try Self.plan(
      """
      - seize: gate
      - delay for: pass at gate
      - release: gate
      - seize: other
      - delay for: pass at other
      """
    )
    let reduced = plan.reduced(to: .summary)
    let expressions = reduced.steps.filter { $0.kind == .delay }.map(\.expression)
    // The lanes of the gate are alike, those of the other station differ.
    #expect(expressions.filter { $0 == StepPlan.none }.count == 1)
    #expect(plan.steps.filter { $0.expression == StepPlan.none && $0.kind == .delay }.isEmpty)
  }

  @Test func setsInARowAreOneStep() throws {
    let plan = try Self.plan(
      """
      - set: {load: "uniform(1 t, 2 t)", share: chance(50%)}
      - set: {load: "load * 2 - max(share, 0.5) * 1 t"}
      - delay for: load / 1 t * 1 s
      """
    )
    #expect(Self.kinds(plan.reduced(to: .summary)) == [.end, .delay, .setSeveral])
    let full = ReplicationLog(plan, recording: .summary)
    let log = ReplicationLog(plan.reduced(to: .summary), recording: .summary)
    #expect(log.statistics.fingerprint == full.statistics.fingerprint)
  }

  @Test func whoMayBeBlockedStaysTheSame() throws {
    let plan = try LoadedScenario.parse(
      """
      scenario: blocked by nobody
      runs until: empty
      attributes: {share: number}
      stations:
        a: {servers: 1}
        b: {servers: 1, capacity: 1, when full: block upstream}
      arrivals:
        v: {at: [0 s, 0 s], procedure: p}
      procedures:
        p:
          - serve at: a
            for: 1 min
          - choose:
              - when: share > 1
                do: [{serve at: b, for: 1 min}]
      """,
      file: "test.yaml"
    ).plan
    let reduced = plan.reduced(to: .summary)
    #expect(reduced.placesThatMayBeBlocked == [true, false])
    #expect(reduced.placesThatMayBeBlocked == plan.placesThatMayBeBlocked)
  }

  @Test func branchesGiveBackWhatTheySet() throws {
    let plan = try Self.plan(
      """
      - do in parallel:
          - - set: {share: chance(50%)}
            - delay for: 5 s
          - - delay for: 1 s
      - choose:
          - when: share = 1
            do: [{delay for: 1 h}]
      """
    )
    for seed in 1...5 {
      let full = ReplicationLog(plan, seed: UInt64(seed), recording: .summary)
      let reduced = plan.reduced(to: .summary)
      let log = ReplicationLog(reduced, seed: UInt64(seed), recording: .summary)
      #expect(log.statistics.fingerprint == full.statistics.fingerprint)
    }
  }
}
