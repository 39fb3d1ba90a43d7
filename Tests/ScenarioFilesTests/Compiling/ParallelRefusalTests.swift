import ClearanceModel
import Testing

@testable import ScenarioFiles

/// What is refused of work side by side and of servers of several stations at once.
@Suite struct ParallelRefusalTests {
  private static let delay = "- delay for: 2 min"
  private static let release = "- release: yard"
  private static let both = "seize: yard\n    - delay for: 2 min\n    - release: yard"

  private static let cases: [RefusalCase] = [
    // In and out of branches.
    (
      delay, "- do in parallel: [[{go to: «first}]]",
      [.parallel(.goToAcross(step: "first"))]
    ),
    (
      delay, "- do in parallel: [[{choose: [{share: 1%, go to: «end}]}]]",
      [.parallel(.goToAcross(step: "end"))]
    ),
    (
      delay, "- go to: «in\n    - do in parallel: [[{name: in, delay for: 1 s}]]",
      [.parallel(.goToAcross(step: "in"))]
    ),
    (
      delay,
      "- do in parallel: [[{name: a, delay for: 1 s}], [{choose: [{share: 1%, go to: «a}]}]]",
      [.parallel(.goToAcross(step: "a"))]
    ),
    (
      delay,
      """
      - do in parallel:
            - - name: a
                delay for: 1 s
              - do in parallel: [[{choose: [{share: 1%, go to: «a}]}]]
      """,
      [.parallel(.goToAcross(step: "a"))]
    ),
    (
      delay, "- do in parallel: [[{delay for: 1 s, name: «first}]]",
      [
        .duplicateName("first", kind: .step)
      ]
    ),
    // Ways round that take no time, whichever branch lets some pass.
    (
      delay, "- name: a\n      do in parallel: [[], [{mark: x}]]\n    - «go to: a",
      [.cycleWithoutTime(step: "go to a/1")]
    ),
    (
      delay, "- do in parallel: [[«{name: a, go to: a}], [{delay for: 1 s}]]",
      [.cycleWithoutTime(step: "a")]
    ),
    // Attributes.
    (
      "classes: [aeo, ordinary]\n",
      "classes: [aeo, ordinary]\nattributes: {mass: weight, slips: number}\n",
      []
    ),
    // Written wrongly.
    (delay, "- do in parallel: «[]", [.nothingInIt(key: "do in parallel")]),
    (
      delay, "- do in parallel: [«{delay for: 1 s}]",
      [
        .wrongKind(found: .mapping, expected: [.list])
      ]
    ),
    (delay, "- do in parallel: «gate", [.wrongKind(found: .text, expected: [.list])]),
    (
      delay, "- do in parallel: [[{serve at: «gat, for: 1 s}]]",
      [
        .unknownName("gat", kind: .station, existing: ["gate", "row", "yard"], nearest: "gate")
      ]
    ),
    // What is seized outside.
    (
      release, "- do in parallel: [[{release: «yard}]]",
      [.parallel(.releaseAcross(station: "yard"))]
    ),
    (
      both, "do in parallel: [[{seize: yard}]]\n    - release: «yard",
      [.parallel(.releaseAcross(station: "yard"))]
    ),
    (
      both,
      "seize: {yard: 2, gate: 1}\n    - release: {yard: 1, «gate: 2}\n    - release: {«row: 1, yard: 1}",
      [
        .releasesOtherCount(station: "gate", count: 2, seized: 1),
        .releaseWithoutSeize(station: "row"),
      ]
    ),
    ("seize: yard", "seize: {yard: 1, «row: 2}", [.seizesTooMany(count: 2, servers: 1)]),
    (both, "seize: «{}", [.nothingInIt(key: "seize")]),
  ]

  @Test(arguments: cases)
  func refused(_ refusal: RefusalCase) {
    expectRefusal(refusal.old, refusal.new, refusal.faults)
  }

  /// All queues must have one order.
  @Test(arguments: [
    ("random", ParallelFault.cannotSeizeTogether(station: "gate", reason: .order)),
    ("lifo", .differentQueues(station: "yard", other: "gate")),
    (
      "fifo, capacity: 5, when full: block upstream",
      .cannotSeizeTogether(station: "gate", reason: .blocksUpstream)
    ),
  ])
  func ordersOfService(_ queue: String, _ fault: ParallelFault) {
    let text = acceptedGate.replacing(
      "gate: {servers: 2}",
      with: "gate: {servers: 2, queue: \(queue)}"
    )
    .replacing("seize: yard", with: "seize: {gate: 1, yard: 1}")
    #expect(problems(in: text).map(\.fault) == [.parallel(fault)])
  }

  /// A lane that a truck changes to may have a queue in another order.
  @Test func changesOfLane() {
    let text =
      acceptedGate.replacing("{lanes: [{name: l1}", with: "{jockeying: yes, lanes: [{name: l1}")
      .replacing("seize: yard", with: "seize: {row: 1, yard: 1}")
    #expect(
      problems(in: text).map(\.fault) == [
        .parallel(.cannotSeizeTogether(station: "row", reason: .jockeys))
      ]
    )
  }

  /// Two branches that set one attribute, one of them in a branch of its own.
  @Test func setTwice() {
    let text =
      acceptedGate
      .replacing("classes:", with: "attributes: {mass: weight, slips: number}\nclasses:")
      .replacing(
        "- delay for: 2 min",
        with: """
          - do in parallel:
                - - set: {mass: 1 t, slips: 1}
                  - set: {mass: 2 t}
                - - choose: [{share: 5%, do: [{do in parallel: [[{set: {mass: 3 t}}]]}]}]
          """
      )
    let found = problems(in: text)
    #expect(found.map(\.fault) == [.parallel(.setTwice(attribute: "mass"))])
    #expect(found.first?.position?.line == 25)
  }

  /// A token that is turned away at once would send its truck round without end.
  @Test func roundByATurnedAwayToken() {
    let round = "- name: a\n      do in parallel: [[{serve at: gate, for: 1 s}]]\n    - go to: a"
    let text = acceptedGate.replacing("- delay for: 2 min", with: round)
    #expect(problems(in: text).isEmpty)
    let full = text.replacing("gate: {servers: 2}", with: "gate: {servers: 2, capacity: 3}")
    #expect(problems(in: full).map(\.fault) == [.cycleWithoutTime(step: "go to a/1")])
  }

  /// A document that a branch sets is in its new state after the fork, unless the branch may be
  /// turned away.
  @Test func documents() {
    let text =
      acceptedGate
      .replacing(
        "classes:",
        with: "attributes: {form: {open: [seen], seen: [passed], passed: []}}\nclasses:"
      )
      .replacing(
        "- delay for: 2 min",
        with: """
          - do in parallel:
                - - serve at: gate
                    for: 1 s
                  - set: {form: seen}
                - [{delay for: 1 s}]
              - set: {form: passed}
          """
      )
    #expect(problems(in: text).isEmpty)
    let full = text.replacing("gate: {servers: 2}", with: "gate: {servers: 2, capacity: 3}")
    #expect(
      problems(in: full).map(\.fault) == [
        .attribute(
          .documentState(document: "form", from: "open", to: "passed", allowed: ["seen"])
        )
      ]
    )
  }

  /// The order in which the stations of a seize are written is no meaning.
  @Test func orderOfStations() throws {
    func plan(_ parts: String) throws -> [String] {
      let text = acceptedGate.replacing("seize: yard", with: "seize: {\(parts)}")
      let plan = try LoadedScenario.parse(text, file: "test.yaml").plan
      return plan.steps.map { "\($0.kind) \($0.place) \($0.count) \($0.hash) \($0.next)" }
        + plan.stepNames
    }
    #expect(try plan("yard: 1, gate: 2") == plan("gate: 2, yard: 1"))
  }
}
