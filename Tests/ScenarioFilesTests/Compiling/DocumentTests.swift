import ClearanceModel
import Testing

@testable import ScenarioFiles

/// Documents and lanes are checked along every way that trucks can take.
@Suite struct DocumentTests {
  private func problems(_ steps: String, lanes: String = "[{name: l}]") -> [ScenarioProblem] {
    ScenarioFilesTests.problems(
      in: """
        scenario: documents
        runs for: 1 h
        classes: [x, y]
        attributes:
          vehicle: [van, truck]
          form: {draft: [sent], sent: [passed, back], passed: [], back: [sent]}
        stations:
          gate:
            lanes: \(lanes)
        arrivals:
          goods: {rate: 1 per h, class: x, procedure: p}
          others: {rate: 1 per h, class: y, procedure: p}
        procedures:
          p:
        \(steps)
            - {serve at: gate, for: 1 s}
        """
    )
  }

  private func fault(
    _ from: String,
    _ to: String,
    _ allowed: [String],
    line: Int,
    column: Int
  ) -> ScenarioProblem {
    ScenarioProblem(
      file: "test.yaml",
      position: SourcePosition(line: line, column: column),
      fault: .attribute(
        .documentState(document: "form", from: from, to: to, allowed: allowed)
      )
    )
  }

  @Test(arguments: [
    "    - set: {form: sent}\n    - set: {form: passed}",
    // A single comparison parts the states, also for the branches after it.
    """
        - set: {form: sent}
        - choose: [{share: 10%, do: [{set: {form: back}}]}]
        - choose:
            - {when: form = back, do: [{set: {form: sent}}]}
            - otherwise: [{delay for: 1 s}]
        - set: {form: passed}
    """,
    // Under `and` too, and by class or flow, which are followed exactly.
    """
        - choose: [{when: class = x, do: [{set: {form: sent}}]}]
        - choose: [{when: form = sent and queue at gate < 9, do: [{set: {form: passed}}]}]
        - choose: [{when: flow = others and form != passed, do: [{set: {form: sent}}]}]
    """,
    // A loop that always sends first.
    """
        - {name: again, set: {form: sent}}
        - delay for: 1 s
        - choose: [{share: 10%, do: [{set: {form: back}}], go to: again}]
        - set: {form: passed}
    """,
    // What parameters have decided is not followed.
    "    - choose: [{when: 1 > 2, do: [{set: {form: passed}}]}]",
  ])
  func accepted(_ steps: String) {
    #expect(problems(steps) == [])
  }

  @Test func refused() {
    #expect(
      problems("    - set: {form: passed}")
        == [fault("draft", "passed", ["sent"], line: 15, column: 19)]
    )
    #expect(
      problems("    - set: {form: sent}\n    - set: {form: sent}")
        == [fault("sent", "sent", ["passed", "back"], line: 16, column: 19)]
    )
    // On one of the ways only.
    #expect(
      problems(
        """
            - choose: [{share: 10%, do: [{set: {form: sent}}]}]
            - set: {form: passed}
        """
      ) == [fault("draft", "passed", ["sent"], line: 16, column: 19)]
    )
    // An `or` parts nothing.
    #expect(
      problems(
        "    - choose: [{when: form = sent or queue at gate > 3, do: [{set: {form: passed}}]}]"
      ) == [fault("draft", "passed", ["sent"], line: 15, column: 75)]
    )
    // The second time round a loop.
    #expect(
      problems(
        """
            - {name: again, set: {form: sent}}
            - delay for: 1 s
            - choose: [{share: 10%, go to: again}]
        """
      ) == [fault("sent", "sent", ["passed", "back"], line: 15, column: 33)]
    )
  }

  @Test func lanesByWords() {
    let lanes = "[{name: l, takes: {vehicle: van}}, {name: m, takes: {vehicle: [truck]}}]"
    // Nobody ever is a truck; once a step sets the word it may be any.
    #expect(
      problems("    - mark: here", lanes: lanes).map(\.fault) == [
        .laneWithoutTrucks(lane: "m")
      ]
    )
    #expect(problems("    - set: {vehicle: truck}", lanes: lanes) == [])
    #expect(
      problems("    - mark: here", lanes: "[{name: l, takes: {vehicle: truck}}]").map(\.fault) == [
        .attribute(.wordsWithoutLane(station: "gate", flow: "goods", words: ["vehicle = van"])),
        .attribute(.wordsWithoutLane(station: "gate", flow: "others", words: ["vehicle = van"])),
        .laneWithoutTrucks(lane: "l"),
      ]
    )
  }

  /// The words that a flow gives and the class that follows from them, as their one draw has it.
  @Test func kindsOfTrucks() throws {
    let text = """
      scenario: kinds
      runs for: 1 h
      classes: [x, y]
      attributes: {firm: [a, b, c], size: [s, t]}
      stations: {gate: {lanes: [{name: l, takes: {firm: [a, b, c]}}]}}
      arrivals: {goods: {rate: 1 per h, class: {x: 40%, y: 60%}, procedure: p}}
      procedures: {p: [{serve at: gate, for: 1 s}]}
      """
    var plan = try LoadedScenario.parse(text, file: "test.yaml").plan
    let rows = [
      [
        FlowAttributePlan.Share(value: 0, below: 0.4), .init(value: 2, below: 0.7),
        .init(value: 1, below: 1),
      ]
    ]
    func pairs() -> [String] {
      plan.truckKinds().map { "\($0.classIndex) \($0.words)" }
    }
    #expect(pairs() == ["0 [Optional(0), nil]", "1 [Optional(0), nil]"])
    plan.flows[0].attributes = [
      FlowAttributePlan(attribute: 0, isPerLot: false, drawStep: DrawStep.classShare, rows: rows)
    ]
    #expect(pairs() == ["0 [Optional(0), nil]", "1 [Optional(1), nil]", "1 [Optional(2), nil]"])
    plan.flows[0].attributes[0].drawStep = DrawStep.word("attribute/firm")
    #expect(pairs().count == 6)
  }
}
