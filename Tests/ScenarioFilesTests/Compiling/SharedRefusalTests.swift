import ClearanceModel
import Testing

@testable import ScenarioFiles

/// What is refused of attributes that a truck shares with its companions.
@Suite struct SharedRefusalTests {
  private static let top = "stations:\n  gate: {servers: 2}"
  private static let shared = "shared attributes: {result: [pending, passed], units: number}\n"
  private static let delay = "- delay for: 2 min"

  private static let cases: [RefusalCase] = [
    (
      top, "shared attributes: {form: «{draft: [sent], sent: []}}\n" + top,
      [.attribute(.sharedDocument("form"))]
    ),
    (
      top, "attributes: {units: number}\nshared attributes: {«units: number}\n" + top,
      [.duplicateName("units", kind: .attribute)]
    ),
    (top, "shared attributes: {«flow: number}\n" + top, [.reservedName("flow")]),
    (top, "shared attributes: «[units]\n" + top, [.wrongKind(found: .list, expected: [.mapping])]),
  ]

  @Test(arguments: cases)
  func refused(_ old: String, _ new: String, _ faults: [ScenarioFault]) {
    expectRefusal(old, new, faults)
  }

  private static let steps: [(String, [ScenarioFault])] = [
    (
      "- do in parallel: [[{set: {«result: passed}}], []]",
      [.parallel(.setsShared(attribute: "result"))]
    ),
    ("- {start: pass, times: «units}", [.attribute(.sharedHere("units"))]),
    (
      "- set: {result: «pased}",
      [
        .unknownWord("pased", key: "result", allowed: ["pending", "passed"], nearest: "passed")
      ]
    ),
    (
      "- set: {units: «1 t}",
      [.expression(.wrongDimension(found: .weight, expected: .number))]
    ),
    (
      "- wait until: «result = pased",
      [.unknownName("pased", kind: .word, existing: ["pending", "passed"], nearest: "passed")]
    ),
    ("- wait until: «result > passed", [.conditionComparison(attribute: "result")]),
    (
      "- set: {«unit: 1}",
      [.unknownName("unit", kind: .attribute, existing: [], nearest: nil)]
    ),
  ]

  @Test(arguments: steps)
  func refusedSteps(_ step: String, _ faults: [ScenarioFault]) {
    expectRefusal(
      Self.top + acceptedGate.between(Self.top, Self.delay) + Self.delay,
      Self.shared + Self.top + acceptedGate.between(Self.top, Self.delay) + step,
      faults
    )
  }

  /// Neither lanes nor flows know them.
  @Test func onlyInSteps() throws {
    expectRefusal(
      Self.top + "\n  row: {lanes: [{name: l1}, {name: l2}]}",
      Self.shared + Self.top
        + "\n  row: {lanes: [{name: l1}, {name: l2, takes: {«result: [passed]}}]}",
      [.attribute(.sharedHere("result"))]
    )
    expectRefusal(
      Self.top + acceptedGate.between(Self.top, "    rate: 50 per h"),
      Self.shared + Self.top + acceptedGate.between(Self.top, "    rate: 50 per h")
        + "    attributes: {«units: 3}\n",
      [.attribute(.sharedHere("units"))]
    )
  }
}

extension String {
  /// What stands between two parts of a text; empty where they do not follow each other.
  fileprivate func between(_ first: String, _ second: String) -> String {
    guard let start = firstRange(of: first)?.upperBound,
      let end = self[start...].firstRange(of: second)?.lowerBound
    else { return "" }
    return String(self[start..<end])
  }
}
