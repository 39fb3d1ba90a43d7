import ClearanceModel
import EventSimulation
import RandomVariates
import Testing

@testable import ScenarioFiles

/// Attributes, expressions, properties and conditions in the compiled plan.
@Suite struct AttributePlanTests {
  private func plan(_ steps: String) throws -> ClearancePlan {
    try LoadedScenario.parse(
      """
      scenario: attributes
      runs for: 1 h
      attributes:
        vehicle: [van, truck, semi]
        targeted: [no, yes]
        measured: weight
        length: length
        slips: number
        form in:
          draft: [applied]
          applied: [approved, returned]
          approved: []
          returned: [draft]
      stations:
        desk: {servers: 1, properties: {by hand: 0}}
        main-in:
          queue space: 0.12 km
          properties: {pass: "lognormal(mean = 20 s, sd = 5 s)", gap: 6 s}
          lanes:
            - {name: in-1}
            - name: in-2
              properties: {pass: "uniform(1 s, 2 s) + exponential(1 s)"}
              takes: {vehicle: [van, truck], targeted: no}
      arrivals:
        goods: {rate: 1 per h, procedure: p}
      procedures:
        p:
      \(steps)
      """,
      file: "test.yaml"
    ).plan
  }

  private func operations(_ plan: ClearancePlan, _ expression: UInt16) -> [ClearanceModel.Operation]
  {
    let range = plan.expressions[Int(expression)]
    return Array(plan.operations[Int(range.first)...].prefix(Int(range.count)))
  }

  @Test func attributesAndProperties() throws {
    let plan = try plan("    - delay for: 1 s\n    - {serve at: main-in, for: 1 s}")
    #expect(plan.attributes.map(\.name).prefix(2) == ["vehicle", "targeted"])
    #expect(plan.attributes[0].kind == .words(["van", "truck", "semi"]))
    #expect(plan.attributes[2].kind == .number(.weight))
    #expect(plan.attributes[5].words == ["draft", "applied", "approved", "returned"])
    guard case .states(_, let following) = plan.attributes[5].kind else {
      Issue.record("a document has states")
      return
    }
    #expect(following == [[1], [2, 3], [], [0]])
    #expect(plan.properties == ["by hand", "pass", "gap"])
    #expect(plan.lengthAttribute == 3)
    #expect(plan.places.map(\.queueSpace) == [nil, 120, nil, nil])
    // Lane 1 has the properties of its station, lane 2 one of its own.
    #expect(plan.places[2].properties == plan.places[1].properties)
    #expect(plan.places[3].properties[2] == plan.places[1].properties[2])
    #expect(plan.places[3].properties[1] != plan.places[1].properties[1])
    #expect(plan.places[0].properties[1] == StepPlan.none)
    let kinds = operations(plan, plan.places[3].properties[1]).map { "\($0.kind) \($0.block)" }
    #expect(kinds == ["draw 0", "draw 2", "add 0"])
    #expect(
      plan.places[3].takesWords == [
        WordMask(attribute: 0, words: 0b011), WordMask(attribute: 1, words: 0b01),
      ]
    )
  }

  @Test func plainDurationsStayDistributions() throws {
    let plan = try plan(
      """
          - delay for: exponential(4 min)
          - delay for: 2 * 3 min
          - delay for: (uniform(1 s, 3 s))
          - delay for: 1 s - 1 h
          - delay for: 2 * exponential(4 min)
      """
    )
    let delays = Array(plan.steps.filter { $0.kind == .delay }.reversed())
    #expect(delays.map { plan.samplers.mean(Int($0.sampler)) / 1e6 } == [240, 360, 2, 0, 480])
    #expect(delays.map { $0.expression == StepPlan.none } == [true, true, true, true, false])
    #expect(operations(plan, delays[4].expression).map(\.kind) == [.constant, .draw, .multiply])
  }

  @Test func set() throws {
    let plan = try plan(
      """
          - name: weigh
            set:
              vehicle: semi
              targeted: chance(2%)
              measured: vehicle(van = 3.2 t, truck = normal(9 t, 1 t), semi = 17.75 t) + 1 kg
              form in: applied
            drawn: per lot
          - {serve at: main-in, for: pass at main-in + gap at main-in, drawn: per lot}
          - choose: [{share: 50%, do: []}]
            drawn: per lot
          - set: {vehicle: "discrete(semi = 25%, van = 75%)"}
          - set: {vehicle: "targeted(no = van, yes = discrete(semi = 50%, truck = 50%))"}
      """
    )
    let steps = Array(plan.steps.reversed())
    #expect(
      steps.map(\.kind) == [
        .set, .set, .set, .become, .serve, .chooseByShare, .set, .set, .end,
      ]
    )
    #expect(
      steps.map(\.drawsPerLot) == [true, true, true, true, true, true, false, false, false]
    )
    #expect(steps[0].hash == DrawStep.word("p/weigh/vehicle"))
    #expect(steps[6].hash == DrawStep.word("p/set/1/vehicle"))
    #expect(plan.stepNames[Int(steps[3].name)] == "p/weigh/form in")
    #expect(steps[3].attribute == 5)
    #expect(steps[3].target == 1)
    #expect(operations(plan, steps[0].expression).map(\.value) == [2])
    #expect(operations(plan, steps[1].expression).map(\.kind) == [.chanceOf])
    #expect(operations(plan, steps[1].expression).map(\.value) == [0.02])
    // The select, a jump for each word, three branches, two jumps behind them, the sum.
    let select = operations(plan, steps[2].expression)
    let first = Int(plan.expressions[Int(steps[2].expression)].first)
    #expect(
      select.map(\.kind) == [
        .select, .jump, .jump, .jump, .constant, .jump, .draw, .jump, .constant, .constant, .add,
      ]
    )
    #expect(
      select.filter { $0.kind == .jump || $0.kind == .select }.map { Int($0.target) - first } == [
        1, 4, 6, 8, 9, 9,
      ]
    )
    #expect(select[4].value == 3_200)
    let serve = operations(plan, steps[4].expression)
    #expect(serve.map(\.kind) == [.property, .property, .add])
    // The property draws at most twice: blocks 0 and 2.
    #expect(serve.map(\.block) == [0, 3, 0])
    #expect(serve.map(\.place) == [1, 1, 0])
    #expect(serve.map(\.operand) == [1, 2, 0])
    let law = operations(plan, steps[6].expression)
    #expect(plan.samplers.mean(Int(law[0].operand)) == 0.5)
    #expect(operations(plan, steps[7].expression).map(\.kind).prefix(3) == [.select, .jump, .jump])
  }

  @Test func whatIsMultipliedByAChanceIsSkippedWhereItDidNotCome() throws {
    let plan = try plan("    - delay for: chance(1%) * (1 - 2 * chance(50%)) * uniform(1 s, 2 s)")
    let index = try #require(plan.steps.first { $0.kind == .delay }?.expression)
    let found = operations(plan, index)
    let first = Int(plan.expressions[Int(index)].first)
    #expect(
      found.map(\.kind) == [
        .chanceOf, .jumpIfZero, .constant, .constant, .chanceOf, .multiply, .subtract, .multiply,
        .jumpIfZero, .draw, .multiply,
      ]
    )
    let skips = found.filter { $0.kind == .jumpIfZero }
    #expect(skips.map { Int($0.target) - first } == [8, 11])
  }

  @Test func conditions() throws {
    let plan = try plan(
      """
          - choose:
              - when: vehicle != truck and measured > 40 t or slips >= 2 * 3
                do: []
              - when: form in = approved and open at main-in.in-1 < 2
                do: []
              - when: 1 > 0 or 2 min < 30 s
                do: []
      """
    )
    let terms = plan.terms.map {
      "\($0.startsGroup ? "or " : "")\($0.attribute) \($0.place) \($0.comparison) \($0.value) "
        + "\($0.number)"
    }
    #expect(
      terms == [
        "attribute 0 notEqual 1 1.0", "attribute 2 greater 0 40000.0",
        "or attribute 4 atLeast 0 6.0", "attribute 5 equal 2 2.0", "open 2 less 2 0.0",
        "one 0 equal 1 0.0", "or one 0 equal 0 0.0",
      ]
    )
  }

  /// The same expression is laid out once.
  @Test func sharing() throws {
    let plan = try plan(
      """
          - delay for: 2 * exponential(4 min)
          - delay for: 2 * exponential(4 min)
          - set: {slips: slips + 1}
          - set: {slips: slips + 1}
      """
    )
    let used = plan.steps.map(\.expression).filter { $0 != StepPlan.none }
    #expect(used.count == 4)
    #expect(Set(used).count == 2)
  }
}
