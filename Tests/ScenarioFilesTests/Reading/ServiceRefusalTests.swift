import Testing

@testable import ScenarioFiles

/// What is refused of service of several together, of the shortest first, and of changing lanes.
@Suite struct ServiceRefusalTests {
  private static let gate = "gate: {servers: 2}"
  private static let yard = "yard: {servers: 3}"
  private static let row = "[{name: l1}, {name: l2}]"
  private static let shifts = "servers: [{from: 0 h, count: 2}, {from: 1 h, count: 1}]"
  private static let back = ScenarioFault.service(
    .togetherInterrupted(words: "on closing: return to queue")
  )

  private static let cases: [RefusalCase] = [
    (
      gate, "gate: {servers: 2, serves together: «0}",
      [.outOfRange("0", low: "1", high: "1000")]
    ),
    (
      gate, "gate: {servers: 2, serves together: «exactly 1001}",
      [.outOfRange("1001", low: "1", high: "1000")]
    ),
    (gate, "gate: {servers: 2, serves together: «2.5}", [.notWhole("2.5")]),
    (
      gate, "gate: {servers: 2, serves together: «exact 5}",
      [
        .unknownWord(
          "exact 5",
          key: "serves together",
          allowed: ["5", "exactly 5"],
          nearest: nil
        )
      ]
    ),
    (
      gate, "gate: {servers: 2, serves together: 5, «fails after: 1 h, repaired in: 1 h}",
      [.service(.togetherInterrupted(words: "fails after"))]
    ),
    (
      gate, "gate: {servers: 2, serves together: 5, queue: priority, «preemptive: yes}",
      [.service(.togetherInterrupted(words: "preemptive: yes"))]
    ),
    (
      gate, "gate: {servers: 2, capacity: 4, serves together: «exactly 5}",
      [.service(.neverFills(count: 5, room: 4))]
    ),
    (
      gate, "gate: {\(shifts), «on closing: return to queue, serves together: 5}", [back]
    ),
    (
      row, "[{name: l1, \(shifts), «on closing: return to queue}], serves together: 5", [back]
    ),
    (
      gate, "gate: {servers: 2, «jockeying: yes}",
      [.conflictingKeys(["servers", "jockeying"])]
    ),
    (
      row, "\(row), jockeying: «maybe",
      [
        .unknownWord(
          "maybe",
          key: "jockeying",
          allowed: ["yes", "no", "true", "false"],
          nearest: nil
        )
      ]
    ),
  ]

  @Test(arguments: cases)
  func refused(_ entry: RefusalCase) {
    expectRefusal(entry.old, entry.new, entry.faults)
  }

  @Test(arguments: [
    ("serves together: 3", ServiceFault.seizedTogether(station: "yard")),
    ("queue: shortest-job", .seizedByLength(station: "yard")),
  ])
  func seized(_ words: String, _ fault: ServiceFault) {
    let text = acceptedGate.replacing(Self.yard, with: "yard: {servers: 3, \(words)}")
    let problems = problems(in: text)
    #expect(problems.map(\.fault) == [.service(fault)])
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains("seize: yard") }
    #expect(problems.first?.position?.line == line.map { $0 + 1 })
  }

  /// Only who is served alone can keep a server until the next station has room.
  @Test func blocked() {
    let row = "{lanes: [{name: l1}, {name: l2}], capacity: 3, when full: block upstream}"
    let text = acceptedGate.replacing(Self.gate, with: "gate: {servers: 2, serves together: 5}")
      .replacing("{lanes: [{name: l1}, {name: l2}]}", with: row)
    let found = problems(in: text)
    #expect(found.map(\.fault) == [.service(.blockedTogether(station: "gate"))])
    #expect(found.first?.position?.line == 5)
    // Nobody is blocked before the first station.
    let first = acceptedGate.replacing(
      Self.gate,
      with: "gate: {servers: 2, serves together: 5, capacity: 8, when full: block upstream}"
    )
    #expect(problems(in: first).isEmpty)
  }

  /// As much room as they need is enough, and so is a closing that finishes.
  @Test(arguments: [
    "servers: 2, capacity: 5, serves together: exactly 5",
    "servers: 2, capacity: 4, serves together: 5", "serves together: 5, \(shifts)",
    "serves together: 5, on closing: finish, \(shifts)", "servers: 1, serves together: 1",
  ])
  func accepted(_ words: String) {
    let text = acceptedGate.replacing(Self.gate, with: "gate: {\(words)}")
    #expect(problems(in: text).isEmpty)
  }
}
