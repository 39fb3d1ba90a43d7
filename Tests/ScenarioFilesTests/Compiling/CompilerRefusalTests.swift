import ClearanceModel
import Testing

@testable import ScenarioFiles

/// What is refused once the names of a scenario are put together.
@Suite struct CompilerRefusalTests {
  private static let stations = ["gate", "row", "yard"]
  private static let delay = "- delay for: 2 min"
  private static let runs = "runs for: 10 h"

  private static let cases: [RefusalCase] = [
    (
      "serve at: gate", "serve at: «gat",
      [.unknownName("gat", kind: .station, existing: stations, nearest: "gate")]
    ),
    (
      "serve at: row", "serve at: «row l1",
      [.unknownName("row l1", kind: .station, existing: stations, nearest: nil)]
    ),
    (
      "seize: yard\n    - delay for: 2 min\n    - release: yard",
      "seize: {«yrad: 2}\n    - release: «yard",
      [
        .unknownName("yrad", kind: .station, existing: stations, nearest: "yard"),
        .releaseWithoutSeize(station: "yard"),
      ]
    ),
    (
      "procedure: pass", "procedure: «pas",
      [.unknownName("pas", kind: .procedure, existing: ["pass"], nearest: "pass")]
    ),
    (
      delay, "- go to: «frist",
      [.unknownName("frist", kind: .step, existing: ["first"], nearest: "first")]
    ),
    (
      delay, "- choose: [{share: 5%, go to: «frist}]",
      [.unknownName("frist", kind: .step, existing: ["first"], nearest: "first")]
    ),
    (delay, "- delay for: 2 min\n      name: «first", [.duplicateName("first", kind: .step)]),
    (delay, "- delay for: 2 min\n      stream: «first", [.duplicateName("first", kind: .step)]),
    (
      "yard: {servers: 3}", "yard: {servers: 3, stream: «gate}",
      [.duplicateName("gate", kind: .station)]
    ),
    (
      "yard: {servers: 3}", "dock: {servers: 1, stream: yard}\n  «yard: {servers: 3}",
      [.duplicateName("yard", kind: .station)]
    ),
    (
      "  trucks:\n", "  others: {rate: 1 per h, procedure: pass, stream: trucks}\n  «trucks:\n",
      [.duplicateName("trucks", kind: .flow)]
    ),
    ("- release: yard", "- release: «gate", [.releaseWithoutSeize(station: "gate")]),
    (
      "- release: yard", "- release: {«yard: 2}",
      [.releasesOtherCount(station: "yard", count: 2, seized: 1)]
    ),
    ("seize: yard", "seize: {«yard: 4}", [.seizesTooMany(count: 4, servers: 3)]),
    (
      "seize: yard", "seize: yard\n    - seize: {«row: 2}",
      [.seizesTooMany(count: 2, servers: 1)]
    ),
    (delay, "- «name: a\n      go to: a", [.cycleWithoutTime(step: "a")]),
    (
      delay, "- name: a\n      mark: x\n    - choose: [{share: 5%, go to: «a}]",
      [.cycleWithoutTime(step: "go to a")]
    ),
    (
      delay, "- name: a\n      delay for: 0 s\n    - choose: [{share: 5%, go to: «a}]",
      [.cycleWithoutTime(step: "go to a")]
    ),
    (
      "classes: [aeo, ordinary]\nstations:\n  gate: {servers: 2}\n  row: {lanes: [{name: l1}, {name: l2}]}",
      "classes: [aeo, ordinary, rare]\nstations:\n  gate: {servers: 2}\n"
        + "  row: {lanes: [{name: l1}, {name: «l2, takes: [rare]}]}",
      [.laneWithoutTrucks(lane: "l2")]
    ),
    (
      "row: {lanes: [{name: l1}, {name: l2}]}",
      "«row: {lanes: [{name: l1, takes: [aeo]}, {name: l2, takes: [aeo]}]}",
      [.truckWithoutLane(station: "row", className: "ordinary")]
    ),
    (runs, "runs until: empty\n«warm up: 1 h", [.warmUpUntilEmpty]),
  ]

  @Test(arguments: cases)
  func refused(_ old: String, _ new: String, _ faults: [ScenarioFault]) {
    expectRefusal(old, new, faults)
  }

  /// A truck that picks a lane with fewer servers than it seizes would wait for ever; lanes for some
  /// trucks only are left to the scenario.
  @Test(arguments: [("servers: 1", 1), ("servers: 2, takes: [a]", 0), ("servers: unlimited", 0)])
  func smallLanes(_ lane: String, _ most: Int) {
    let found = problems(
      in: """
        scenario: lanes
        runs for: 1 h
        stations: {row: {lanes: [{name: l1, \(lane)}, {name: l2, servers: 2}]}}
        arrivals: {t: {rate: 1 per h, class: {a: 50%, b: 50%}, procedure: p}}
        procedures: {p: [{seize: {row: 2}}]}
        """
    )
    let expected = [ScenarioFault.seizesTooMany(count: 2, servers: most)]
    #expect(found.map(\.fault) == (most > 0 ? expected : []))
  }

  /// In a run until empty every flow must end and every truck must be able to leave.
  @Test func endless() {
    let until = acceptedGate.replacing("runs for: 10 h", with: "runs until: empty")
    #expect(problems(in: until).map(\.fault) == [.endlessFlow(flow: "trucks")])
    #expect(problems(in: until).first?.position == SourcePosition(line: 9, column: 3))
    for ending in [
      "at: [0 s]", "profile: {per h: [1], step: 1 h}", "rate: 1 per h\n    at most: 9",
    ] {
      #expect(problems(in: until.replacing("rate: 50 per h", with: ending)).isEmpty)
    }
    for endless in ["every: 1 min", "profile: {per h: [1], step: 1 h, repeats: yes}"] {
      let found = problems(in: until.replacing("rate: 50 per h", with: endless))
      #expect(found.map(\.fault) == [.endlessFlow(flow: "trucks")])
    }
    let loop = until.replacing("rate: 50 per h", with: "at: [0 s]")
    for (last, leaves) in [
      ("- go to: first", false), ("- choose: [{share: 100%, go to: first}]", false),
      ("- choose: [{share: 99%, go to: first}]", true),
      ("- choose: [{share: 50%, go to: first}, {share: 50%, go to: first}]", false),
      ("- choose: [{otherwise: [{go to: first}]}]", false),
      ("- choose: [{when: queue at gate = 0, go to: first}]", true),
    ] {
      let found = problems(in: loop + "    \(last)\n")
      #expect(
        found.map(\.fault) == (leaves ? [] : [.endlessProcedure(procedure: "pass")]),
        "\(last)"
      )
      #expect(leaves || found.first?.position == SourcePosition(line: 12, column: 16))
    }
  }

  /// A truck without a class finds no lane where all lanes are for classes.
  @Test func trucksWithoutAClass() {
    let text =
      acceptedGate
      .replacing("    class: {aeo: 30%, ordinary: 70%}\n", with: "")
      .replacing("name: l1", with: "name: l1, takes: [aeo]")
      .replacing("name: l2", with: "name: l2, takes: [ordinary]")
    #expect(
      problems(in: text).map(\.fault) == [
        .truckWithoutLane(station: "row", className: ""), .laneWithoutTrucks(lane: "l1"),
        .laneWithoutTrucks(lane: "l2"),
      ]
    )
  }

  /// More trucks than have numbers.
  @Test func tooManyTrucks() {
    let many = acceptedGate.replacing("rate: 50 per h", with: "rate: 1000000000 per h")
    let found = problems(in: many)
    guard case .tooMany(.truck, let trucks, 4_000_000_000) = found.first?.fault else {
      Issue.record("\(found)")
      return
    }
    // Ten hours of them, as far as a rate by microsecond is exact.
    #expect(abs(trucks - 10_000_000_000) < 10)
    #expect(found.first?.position == SourcePosition(line: 9, column: 3))
    #expect(problems(in: acceptedGate.replacing("rate: 50", with: "rate: 300000000")).isEmpty)
  }

  /// More of a kind than fit: classes, and the places and steps that an index of 16 bits holds.
  @Test func tooMany() {
    let classes = (0..<256).map { "c\($0)" }.joined(separator: ", ")
    let many =
      acceptedGate
      .replacing("classes: [aeo, ordinary]", with: "classes: [\(classes)]")
      .replacing("class: {aeo: 30%, ordinary: 70%}", with: "class: c0")
    #expect(
      problems(in: many).map(\.fault) == [.tooMany(.classOfTrucks, found: 256, allowed: 255)]
    )
  }
}
