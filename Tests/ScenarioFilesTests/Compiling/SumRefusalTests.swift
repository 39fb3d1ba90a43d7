import ClearanceModel
import Testing

@testable import ScenarioFiles

/// What is refused of amounts that steps add to.
@Suite struct SumRefusalTests {
  private static let delay = "- delay for: 2 min"

  private static let cases: [RefusalCase] = [
    (delay, "- «sum: found", [.missingKeys(["of"], section: .step)]),
    (delay, "- delay for: 2 min\n      «of: 3", [.conflictingKeys(["delay for", "of"])]),
    (
      delay, "- {sum: found, of: 1}\n    - {sum: found, of: «2 t}",
      [
        .sum(
          .otherKind(
            "found",
            found: .weight,
            first: .number,
            at: SourcePosition(line: 21, column: 24)
          )
        )
      ]
    ),
    (
      delay, "- {sum: found, of: 1, out of: «fuond}",
      [.unknownName("fuond", kind: .amount, existing: ["found"], nearest: "found")]
    ),
    (
      delay,
      "- {sum: found, of: 1, out of: all}\n    - {sum: all, of: 1}\n    - {sum: some, of: 1}\n"
        + "    - {sum: found, of: 1, out of: «some}",
      [
        .sum(
          .otherWhole(
            "found",
            found: "some",
            first: "all",
            at: SourcePosition(line: 21, column: 35)
          )
        )
      ]
    ),
    (
      delay, "- {sum: found, of: 1, out of: «load}\n    - {sum: load, of: 1 t}",
      [.sum(.wholeOfOtherKind("found", .number, whole: "load", .weight))]
    ),
    (
      delay, "- count: lifted\n    - {sum: «lifted, of: 1}",
      [.sum(.nameOfCounter("lifted", at: SourcePosition(line: 21, column: 14)))]
    ),
    (delay, "- {sum: «lost, of: 1}", [.reservedName("lost")]),
    (delay, "- {sum: «to gate, of: 1}", [.reservedName("to gate")]),
    (
      delay, "- {sum: found, of: «fond}",
      [.unknownName("fond", kind: .attribute, existing: [], nearest: nil)]
    ),
    (
      delay, "- {sum: found, of: «\"found in sample(5, 6, 2)\"}",
      [.outOfRange("6.0", low: "0", high: "5.0")]
    ),
    (
      delay, "- {sum: found, of: «\"found in sample(5, 6)\"}",
      [
        .expression(.argumentCount(function: "found in sample", expected: 3, found: 2))
      ]
    ),
  ]

  @Test(arguments: cases)
  func refused(_ old: String, _ new: String, _ faults: [ScenarioFault]) {
    expectRefusal(old, new, faults)
  }

  /// Blanks and hyphens are the same, as they are in the names of measures; the first is shown.
  @Test func blanksAndHyphens() throws {
    let text = acceptedGate.replacing(
      Self.delay,
      with: "- {sum: out before result, of: 1 t}\n    - {sum: out-before-result, of: 2 t}"
    )
    let plan = try LoadedScenario.parse(text, file: "test.yaml").plan
    #expect(plan.amounts == [AmountPlan(name: "out before result", dimension: .weight)])
  }
}
