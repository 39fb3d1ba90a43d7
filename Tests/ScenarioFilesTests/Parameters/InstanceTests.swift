import ClearanceModel
import RandomVariates
import Testing

@testable import ScenarioFiles

/// Procedures with parameters: what becomes of them, and how their instances draw.
@Suite struct InstanceTests {
  private func load(_ text: String, set overrides: [String] = []) throws -> LoadedScenario {
    try LoadedScenario.parse(text, file: "test.yaml", overrides: overrides)
  }

  private static let twoGates = """
    scenario: two gates
    runs for: 1 d
    values: {pass: 20 s, "wait": "<pass>"}
    stations: {main-in: {servers: 1}, east-in: {servers: 1}}
    arrivals:
      a: {rate: 1 per h, with: {gate: main}, procedure: visit}
      b: {rate: 1 per h, with: {gate: east}, procedure: visit}
      c: {rate: 1 per h, with: {gate: main, unused: x}, procedure: visit}
    procedures:
      visit:
        - name: pass
          serve at: <gate>-in
          for: <pass>
        - delay for: <wait>

    """

  @Test func instances() throws {
    let loaded = try load(Self.twoGates)
    let plan = loaded.plan
    #expect(plan.flows[0].firstStep == plan.flows[2].firstStep)
    #expect(plan.flows[0].firstStep != plan.flows[1].firstStep)
    #expect(
      plan.stepNames == [
        "visit/end", "visit/delay/1", "visit/pass", "visit(gate=east)/end",
        "visit(gate=east)/delay/1", "visit(gate=east)/pass",
      ]
    )
    let first = [plan.flows[0], plan.flows[1]].map { plan.steps[Int($0.firstStep)] }
    #expect(first.map(\.place) == [0, 1])
    // Instances draw alike, under the procedure's own name.
    #expect(first.map(\.hash) == Array(repeating: DrawStep.word("visit/pass"), count: 2))
    #expect(plan.samplers.mean(Int(first[0].sampler)) == 20e6)
    #expect(loaded.scenario.procedures.map(\.arguments.count) == [3, 3])
    #expect(loaded.scenario.procedureNames == ["visit"])
  }

  @Test func valuesFromTheCommandLine() throws {
    let plan = try load(Self.twoGates, set: ["values.pass=1 min"]).plan
    #expect(plan.samplers.mean(Int(plan.steps[Int(plan.flows[0].firstStep)].sampler)) == 60e6)
    // A new one too, and a section that is not there.
    let text = Self.twoGates.replacing("values: {pass: 20 s, \"wait\": \"<pass>\"}\n", with: "")
    let added = try load(text, set: ["values.pass=1 min", "values.wait=2 min"]).plan
    #expect(added.steps.count == plan.steps.count)
    let fault = ScenarioFault.attribute(.unusedValue("pas", nearest: "pass"))
    let found = problems(in: Self.twoGates, set: ["values.pas=1 min"])
    #expect(found.map(\.fault) == [fault])
  }

  /// Whether steps stand in a procedure of their own or not is the same but for names of draws.
  @Test func useIsInlined() throws {
    let head = """
      scenario: use
      runs for: 1 d
      stations: {g: {servers: 1}}
      arrivals: {a: {rate: 1 per h, procedure: p}}
      procedures:

      """
    let steps = """
            - {name: top, seize: g}
            - choose: [{share: 10%, do: [{delay for: 2 s}], go to: top}, {share: 5%, go to: end}]
            - {serve at: g, for: 3 s}

      """
    let used = try load(
      head + "  p:\n    - delay for: 1 s\n    - use: q\n    - release: g\n    - mark: m\n  q:\n"
        + steps
        .replacing("      - ", with: "    - ")
    ).plan
    let written = try load(
      head + "  p:\n    - delay for: 1 s\n" + steps.replacing("      - ", with: "    - ")
        + "    - release: g\n    - mark: m\n"
    ).plan
    func shape(_ plan: ClearancePlan) -> [String] {
      plan.steps.map { "\($0.kind) \($0.place) \($0.next) \($0.sampler) \($0.firstBranch)" }
        + plan.branches.map { "\($0.below) \($0.target)" }
    }
    #expect(shape(used) == shape(written))
    #expect(used.flows[0].firstStep == written.flows[0].firstStep)
    #expect(used.stepNames.contains("p/use q/1/serve at g/1"))
    #expect(used.steps.contains { $0.hash == DrawStep.word("p/use q/1/serve at g/1") })
    #expect(used.steps.contains { $0.hash == DrawStep.word("p/use q/1/top") })
  }

  /// `with` reaches further down, names are local, and the procedure may be a parameter.
  @Test func uses() throws {
    let loaded = try load(
      """
      scenario: uses
      runs for: 1 d
      values: {t: 1 s}
      arrivals: {a: {rate: 1 per h, with: {reply: slow}, procedure: p}}
      procedures:
        p:
          - {use: <reply>, with: {t: 2 s}, name: top}
          - use: slow
          - go to: top
        slow:
          - {name: top, use: wait}
          - {name: rest, delay for: <t>}
        quick: [{delay for: 5 s}]
        wait: [{name: rest, delay for: <t>}]
      """
    )
    let plan = loaded.plan
    var step = Int(plan.flows[0].firstStep)
    var way: [String] = []
    for _ in 0..<5 {
      let here = plan.steps[step]
      let mean = here.kind == .delay ? " \(plan.samplers.mean(Int(here.sampler)) / 1e6)" : ""
      way.append(plan.stepNames[Int(here.name)] + mean)
      step = Int(here.next)
    }
    #expect(
      way == [
        "p/top/top/rest 2.0", "p/top/rest 2.0", "p/use slow/1/top/rest 1.0",
        "p/use slow/1/rest 1.0", "p/go to top/1",
      ]
    )
    #expect(step == Int(plan.flows[0].firstStep))
    #expect(loaded.scenario.procedures.map(\.name.text) == ["p", "quick"])
  }

  /// A parameter that only a companion mentions tells its parent's instances apart too.
  @Test func companionsHaveTheirParameters() throws {
    let plan = try load(
      """
      scenario: companions
      runs for: 1 d
      stations: {d1: {servers: 1}, d2: {servers: 1}}
      arrivals:
        a: {rate: 1 per h, with: {desk: d1}, procedure: p}
        b: {rate: 1 per h, with: {desk: d2}, procedure: p}
        c: {rate: 1 per h, procedure: other}
      procedures:
        p: [{start: papers}]
        other: [{start: papers, with: {desk: d2}}]
        papers: [{serve at: <desk>, for: 1 s}]
      """
    ).plan
    let starts = plan.flows.map { plan.steps[Int($0.firstStep)] }
    #expect(starts.map(\.kind) == [.start, .start, .start])
    let targets = starts.map { plan.steps[Int($0.target)] }
    #expect(targets.map(\.place) == [0, 1, 1])
    #expect(starts[1].target == starts[2].target)
    #expect(Set(targets.map(\.hash)).count == 2)
  }

  /// One that needs arguments and that nobody uses is not read; one without is.
  @Test func unused() throws {
    let text = Self.twoGates + "  spare: [{delay for: <some>}]\n  left: [{delay for: 1 s}]\n"
    #expect(try load(text).plan.stepNames.suffix(2) == ["left/end", "left/delay/1"])
    let wrong = Self.twoGates + "  left: [{delay for: 1}]\n"
    #expect(problems(in: wrong).count == 1)
  }

  /// A procedure that starts another for itself ends, since its arguments come again.
  @Test func companionsOfCompanions() throws {
    let plan = try load(
      """
      scenario: ring
      runs for: 1 d
      arrivals: {a: {rate: 1 per h, procedure: p}}
      procedures:
        p: [{delay for: 1 s}, {start: q, with: {x: 1 s}}]
        q: [{delay for: <x>}, {start: p}]
      """
    ).plan
    #expect(plan.steps.count(where: { $0.kind == .start }) <= 4)
  }
}
