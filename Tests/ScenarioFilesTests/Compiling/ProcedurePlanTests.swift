import ClearanceModel
import EventSimulation
import RandomVariates
import Testing

@testable import ScenarioFiles

/// Steps, branches and conditions in the compiled plan.
@Suite struct ProcedurePlanTests {
  /// Steps in the order of their names' numbers, which is the order of the layout.
  private func plan(_ steps: String, top: String = "") throws -> ClearancePlan {
    try LoadedScenario.parse(
      """
      scenario: steps
      runs for: 1 h
      classes: [x, y]
      \(top)
      stations: {a: {servers: 4}, g: {lanes: [{name: l}, {name: m}]}}
      arrivals:
        u: {rate: 1 per h, class: y, procedure: p}
        t: {rate: 1 per h, class: x, procedure: p}
      procedures:
        p:
      \(steps)
      """,
      file: "test.yaml"
    ).plan
  }

  /// The way of a truck that takes every first branch, as kinds and labels.
  private func way(_ plan: ClearancePlan) -> [String] {
    var way: [String] = []
    var index = Int(plan.flows[0].firstStep)
    while way.count < 30 {
      let step = plan.steps[index]
      way.append("\(step.kind) \(plan.stepNames[Int(step.name)])")
      if step.kind == .end { break }
      index = plan.successors(of: index)[0]
    }
    return way
  }

  @Test func steps() throws {
    let plan = try plan(
      """
          - {serve at: g, for: "uniform(1 min, 2 min)"}
          - {delay for: exponential(3 min), name: rest}
          - seize: {a: 3}
          - seize: g
          - release: {a: 3}
          - release: g
          - mark: entered
          - mark: cleared
          - {delay for: 1 s}
          - {serve at: g, for: 5 s, stream: old}
      """
    )
    #expect(
      way(plan) == [
        "serve p/serve at g/1", "delay p/rest", "seize p/seize a/1", "seize p/seize g/1",
        "release p/release a/1", "release p/release g/1", "mark p/mark entered/1",
        "mark p/mark cleared/1", "delay p/delay/1", "serve p/old", "end p/end",
      ]
    )
    let steps = plan.steps.reversed().map { $0 }
    #expect(steps.map(\.place).prefix(6) == [1, 0, 0, 1, 0, 1])
    #expect(steps[2].count == 3)
    #expect(steps[3].count == 1)
    #expect(plan.marks == ["cleared", "entered"])
    #expect(steps[6].mark == 1)
    #expect(steps[7].mark == 0)
    #expect(steps[0].hash == DrawStep.word("p/serve at g/1"))
    #expect(steps[1].hash == DrawStep.word("p/rest"))
    #expect(steps[9].hash == DrawStep.word("p/old"))
    let means = [0, 1, 8, 9].map { plan.samplers.mean(Int(steps[$0].sampler)) / 1e6 }
    #expect(means == [90, 180, 1, 5])
  }

  @Test func branches() throws {
    let plan = try plan(
      """
          - name: top
            choose:
              - {share: 10%, do: [{delay for: 1 s}]}
              - {share: 20.5%, go to: top2}
              - {share: 0.5%, do: []}
          - {name: top2, delay for: 2 s}
          - choose:
              - {share: 1%, do: []}
              - {share: 99%, do: [{mark: m}], go to: top}
      """
    )
    let choices = plan.steps.filter { $0.kind == .chooseByShare }
    #expect(choices.count == 2)
    let shares = choices.map { choice in
      plan.branches[Int(choice.firstBranch)...].prefix(Int(choice.branchCount)).map(\.below)
    }
    // Laid out from the last to the first; shares are upper ends, and the whole is exactly 1.
    #expect(shares[0] == [0.01, 1])
    #expect(shares[1].map { ($0 * 1e6).rounded() } == [100_000, 305_000, 310_000])
    let first = plan.branches[Int(choices[1].firstBranch)...].prefix(3).map { Int($0.target) }
    #expect(plan.steps[first[0]].kind == .delay)
    #expect(plan.steps[first[1]].kind == .goTo)
    // An empty branch goes on after the choice.
    #expect(plan.steps[first[2]].kind == .delay)
    #expect(first[2] == Int(choices[1].next))
    #expect(plan.steps[Int(plan.steps[first[1]].next)].kind == .delay)
    #expect(plan.stepNames[Int(plan.steps[first[2]].name)] == "p/top2")
  }

  /// Conditions as sums of products: `and` binds more than `or`.
  @Test func conditions() throws {
    let plan = try plan(
      """
          - choose:
              - when: class = y and queue at g.m >= 3 or flow != t or time of day < 07:30
                do: []
              - when: present at a <= 12 and time of day > 90 min
                go to: last
              - otherwise: [{mark: rest}]
          - {name: last, delay for: 1 s}
      """
    )
    let branches = plan.branches
    #expect(branches.map(\.termCount) == [4, 2, 0])
    #expect(branches.map(\.firstTerm) == [0, 4, 0])
    let terms = plan.terms.map {
      "\($0.startsGroup ? "or " : "")\($0.attribute) \($0.place) \($0.comparison) \($0.value)"
    }
    #expect(
      terms == [
        "classIndex 0 equal 1", "queue 3 atLeast 3", "or flow 0 notEqual 0",
        "or timeOfDay 0 less 27000000000", "present 0 atMost 12", "timeOfDay 0 greater 5400000000",
      ]
    )
  }

  /// A name may contain `and` and `or`.
  @Test func namesWithWords() throws {
    let text =
      acceptedGate
      .replacing("[aeo, ordinary]", with: "[meat and fish, this or that]")
      .replacing("{aeo: 30%, ordinary: 70%}", with: "{meat and fish: 30%, this or that: 70%}")
      .replacing(
        "- delay for: 2 min",
        with: "- choose: [{when: class = this or that and class != meat and fish, do: []}]"
      )
    let plan = try LoadedScenario.parse(text, file: "test.yaml").plan
    #expect(plan.terms.map(\.value) == [1, 0])
    #expect(plan.terms.map(\.startsGroup) == [false, false])
  }
}
