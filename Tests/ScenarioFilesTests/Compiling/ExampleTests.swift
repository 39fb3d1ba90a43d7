import ClearanceModel
import EventSimulation
import RandomVariates
import Testing

@testable import ScenarioFiles

/// The example that shows every common word: it loads, and says what it says.
@Suite struct ExampleTests {
  private static let text = """
    scenario: four-lane gate with documents and inspection
    runs for: 2000 h                                 # or  runs until: empty
    warm up: 100 h
    seed: 1
    replications: 30
    record every: 1 h
    stations:
      gate:       {servers: 4}                       # queue: fifo (default) | lifo | random | priority | shortest-job; capacity: N places incl. service
      documents:  {servers: 2}
      inspection: {servers: 3, queue: priority}
    arrivals:
      trucks:
        rate: 50 per h                               # or  every: erlang(2, 1.2 min)   or  at: [0 s, 0 s, 5 min]   or  from: file.csv   or one of the forms below
        batch: 1                                     # a number or a distribution: convoys
        at most: 1000000                             # optional: arrivals end after so many
        class: {aeo: 30%, ordinary: 70%}
        procedure: pass
    procedures:
      pass:
        - serve at: gate
          for: exponential(4 min)
        - name: review
          serve at: documents
          for: exponential(2 min)
        - choose:
            - share: 15%
              do:
                - serve at: inspection
                  for: exponential(18 min)
                - choose:
                    - share: 20%
                      go to: review
    """

  @Test func loads() throws {
    let loaded = try LoadedScenario.parse(Self.text, file: "example.yaml")
    let plan = loaded.plan
    #expect(loaded.scenario.name == "four-lane gate with documents and inspection")
    #expect(loaded.scenario.replications == 30)
    #expect(plan.horizon == .hours(2_000))
    #expect(plan.warmUp == .hours(100))
    #expect(plan.places.map(\.name) == ["gate", "documents", "inspection"])
    #expect(plan.places.map(\.servers) == [.fixed(4), .fixed(2), .fixed(3)])
    #expect(plan.places.map(\.discipline) == [.fifo, .fifo, .priority])
    #expect(plan.classes == ["aeo", "ordinary"])
    #expect(plan.flows[0].atMost == 1_000_000)
    #expect(plan.flows[0].classes.map(\.below) == [0.3, 1])
    #expect(plan.stepNames.contains("pass/review"))
    #expect(plan.branches.map(\.below) == [0.2, 0.15])
    let jump = plan.steps.first { $0.kind == .goTo }
    #expect(jump.map { plan.stepNames[Int(plan.steps[Int($0.next)].name)] } == "pass/review")
  }
}
