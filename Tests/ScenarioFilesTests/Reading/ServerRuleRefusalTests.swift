import ClearanceModel
import Testing

@testable import ScenarioFiles

/// What is refused of blocking, preemption and failures.
@Suite struct ServerRuleRefusalTests {
  private static let gate = "gate: {servers: 2}"

  private static let cases: [RefusalCase] = [
    (
      gate, "gate: {servers: 2, «when full: block upstream}",
      [.server(.blocksWithoutCapacity)]
    ),
    (
      gate, "gate: {servers: 2, capacity: 4, when full: «block}",
      [
        .unknownWord(
          "block",
          key: "when full",
          allowed: ["turn away", "block upstream"],
          nearest: nil
        )
      ]
    ),
    (
      gate, "gate: {servers: 2, queue: lifo, «goes first: {class: aeo}}",
      [.server(.goesFirstElsewhere)]
    ),
    (
      gate, "gate: {servers: 2, goes first: «{}}",
      [.server(.goesFirstBySeveral(found: 0))]
    ),
    (
      gate, "gate: {servers: 2, goes first: «aeo}",
      [.wrongKind(found: .text, expected: [.mapping])]
    ),
    (
      gate, "gate: {servers: 2, «preemptive: yes}",
      [.server(.preemptiveWithoutPriority)]
    ),
    (
      gate, "gate: {servers: unlimited, «fails after: 2 h, repaired in: 1 h}",
      [.server(.unlimitedServersFail)]
    ),
    (
      gate, "gate: {servers: 2, fails after: «0 s, repaired in: 1 h}",
      [.server(.failsAtOnce("0 s"))]
    ),
    (
      gate, "gate: {servers: 2, «repaired in: 1 h, «counts: any time}",
      [
        .missingKeys(["fails after"], section: .station),
        .missingKeys(["fails after"], section: .station),
      ]
    ),
    (
      gate, "gate: {servers: 2, fails after: 1 h, repaired in: 1 h, counts: «always}",
      [
        .unknownWord(
          "always",
          key: "counts",
          allowed: ["busy time", "any time"],
          nearest: nil
        )
      ]
    ),
  ]

  @Test(arguments: cases)
  func refuses(_ refusal: RefusalCase) {
    expectRefusal(refusal.old, refusal.new, refusal.faults)
  }

  @Test(
    arguments: [
      ("fails after: 1 h, repaired in: 1 min", ServerFault.Reason.fails),
      ("queue: priority, preemptive: yes", .isPreemptive),
    ]
  )
  func seizing(_ words: String, _ reason: ServerFault.Reason) throws {
    let found = problems(
      in: """
        scenario: seized
        runs for: 1 h
        stations: {gate: {servers: 2, \(words)}}
        arrivals: {t: {rate: 1 per h, procedure: p}}
        procedures: {p: [{seize: gate}, {delay for: 1 min}, {release: gate}]}
        """
    )
    #expect(found.map(\.fault) == [.server(.seizesInterruptible(station: "gate", reason: reason))])
  }
}
