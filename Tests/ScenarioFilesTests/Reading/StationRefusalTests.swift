import Testing

@testable import ScenarioFiles

/// What is refused of stations, lanes and schedules.
@Suite struct StationRefusalTests {
  private static let station = Vocabulary.keys(of: .station)
  private static let lane = Vocabulary.keys(of: .lane)
  private static let disciplines = ["fifo", "lifo", "random", "priority", "shortest-job"]
  private static let gate = "gate: {servers: 2}"
  private static let row = "[{name: l1}, {name: l2}]"

  private static let cases: [RefusalCase] = [
    (
      gate, "«gate: {«sevrers: 2}",
      [
        .noServer,
        .unknownKey("sevrers", section: .station, allowed: station, nearest: "servers"),
      ]
    ),
    (gate, "gate: «2", [.wrongKind(found: .text, expected: [.mapping])]),
    (gate, "«gate: {queue: lifo}", [.noServer]),
    (gate, "gate: {servers: «0}", [.noServer]),
    (gate, "gate: {servers: «-1}", [.negative("-1")]),
    (gate, "gate: {servers: «1.5}", [.notWhole("1.5")]),
    (gate, "gate: {servers: «1000001}", [.outOfRange("1000001", low: "0", high: "1000000")]),
    (
      gate, "gate: {servers: «unlimted}",
      [.unknownWord("unlimted", key: "servers", allowed: ["unlimited"], nearest: "unlimited")]
    ),
    (
      gate, "gate: {servers: 2, queue: «fif}",
      [.unknownWord("fif", key: "queue", allowed: disciplines, nearest: "fifo")]
    ),
    (
      gate, "gate: {servers: 2, queue: «[fifo]}",
      [.wrongKind(found: .list, expected: [.text])]
    ),
    (
      gate, "gate: {servers: 2, capacity: «0}",
      [.outOfRange("0", low: "1", high: "1000000000")]
    ),
    (
      gate, "gate: {servers: 2, «repeats every: 1 h, «on closing: finish}",
      [
        .conflictingKeys(["servers", "repeats every"]),
        .conflictingKeys(["servers", "on closing"]),
      ]
    ),
    (gate, "gate: {servers: 2, «joins: random}", [.conflictingKeys(["servers", "joins"])]),
    (gate, "gate: {servers: «[]}", [.nothingInIt(key: "servers")]),
    (gate, "gate: {servers: [«{from: 0 h, count: 0}]}", [.neverOpens]),
    (
      gate, "gate: {servers: [«{from: 0 h, count: 0}, {from: 10 h, count: 2}]}", [.neverOpens]
    ),
    (gate, "gate: {servers: [{from: «1 h, count: 2}]}", [.scheduleStartsLate]),
    (
      gate, "gate: {servers: [{from: 0 h, count: 2}, {from: «0 h, count: 1}]}",
      [.shiftsNotAscending]
    ),
    (
      gate,
      "gate: {servers: [{from: 0 h, count: 2}, {from: «5 h, count: 1}], repeats every: 300 min}",
      [.shiftBeyondPeriod(period: "5 h")]
    ),
    (
      gate, "gate: {servers: [{from: 0 h, count: 2}], repeats every: «0 h}", [.notPositive("0 h")]
    ),
    (gate, "gate: {servers: [«{from: 0 h}]}", [.missingKeys(["count"], section: .shift)]),
    (
      gate, "gate: {servers: [{from: 0 h, count: 1, «until: 5 h}]}",
      [.unknownKey("until", section: .shift, allowed: ["from", "count"], nearest: nil)]
    ),
    (
      gate, "gate: {servers: [{from: 0 h, count: 1}], on closing: «stop}",
      [
        .unknownWord(
          "stop",
          key: "on closing",
          allowed: ["finish", "return to queue"],
          nearest: nil
        )
      ]
    ),
    (row, "«[]", [.nothingInIt(key: "lanes")]),
    (row, "«l1", [.wrongKind(found: .text, expected: [.list])]),
    (row, "[«l1]", [.wrongKind(found: .text, expected: [.mapping])]),
    (row, "[«{servers: 1}]", [.missingKeys(["name"], section: .lane)]),
    (row, "[{name: l1}, {name: «l1}]", [.duplicateName("l1", kind: .lane)]),
    (
      row, "[{name: l1, «take: [aeo]}, {name: l2}]",
      [.unknownKey("take", section: .lane, allowed: lane, nearest: "takes")]
    ),
    (
      row, "[{name: l1, takes: [«eao]}, {name: l2}]",
      [
        .unknownName(
          "eao",
          kind: .classOfTrucks,
          existing: ["aeo", "ordinary"],
          nearest: "aeo"
        )
      ]
    ),
    (row, "[{name: l1, takes: «[]}, {name: l2}]", [.nothingInIt(key: "takes")]),
    (row, "[{name: l1, servers: «0}, {name: l2}]", [.noServer]),
    (
      row, "[{name: l1, «on closing: finish}, {name: l2}]",
      [.missingKeys(["servers"], section: .lane)]
    ),
    (
      row, "[{name: l1, takes: [aeo]}, {name: «l2}], joins: dedicated",
      [.dedicatedWithoutTakes(lane: "l2")]
    ),
    (
      row, "[{name: l1}, {name: l2}], joins: «shortest",
      [
        .unknownWord(
          "shortest",
          key: "joins",
          allowed: ["shortest queue", "random", "dedicated"],
          nearest: nil
        )
      ]
    ),
    (row, "[{name: l1}], «servers: 2", [.serversBesideLanes]),
    (row, "[{name: l1}], «repeats every: 2 h", [.conflictingKeys(["lanes", "repeats every"])]),
  ]

  @Test(arguments: cases)
  func refused(_ old: String, _ new: String, _ faults: [ScenarioFault]) {
    expectRefusal(old, new, faults)
  }

  /// Names with characters or of words that the names of measures need.
  @Test(arguments: ".[]=,:/#")
  func reservedCharacters(_ character: Character) {
    let name = "x\(character)y"
    expectRefusal(
      "yard: {servers: 3}",
      "yard: {servers: 3}\n  «\"\(name)\": {servers: 1}",
      [.reservedCharacter(character, name: name)]
    )
    expectRefusal("name: l1", "name: «\"\(name)\"", [.reservedCharacter(character, name: name)])
    expectRefusal(
      "- delay for: 2 min",
      "- delay for: 2 min\n    - mark: «\"\(name)\"",
      [.reservedCharacter(character, name: name)]
    )
  }

  @Test(arguments: ["flow", "zone", "zone-north"])
  func reservedNames(_ name: String) {
    expectRefusal(
      "yard: {servers: 3}",
      "yard: {servers: 3}\n  «\(name): {servers: 1}",
      [.reservedName(name)]
    )
    expectRefusal("classes: [aeo,", "classes: [«\(name), aeo,", [.reservedName(name)])
  }

  @Test func emptyNames() {
    expectRefusal(
      "yard: {servers: 3}",
      "yard: {servers: 3}\n  «\" \": {servers: 1}",
      [.emptyName]
    )
  }
}
