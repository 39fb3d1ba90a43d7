import ClearanceModel
import Testing

@testable import ScenarioFiles

/// What is refused of teams.
@Suite struct TeamRefusalTests {
  private static let stations = "stations:\n"
  private static func teams(_ text: String) -> String { "teams: {\(text)}\nstations:\n" }

  private static let cases: [RefusalCase] = [
    (
      stations, teams("t: {members: 2, serves: [«gat]}"),
      [
        .unknownName(
          "gat",
          kind: .station,
          existing: ["gate", "row", "yard"],
          nearest: "gate"
        )
      ]
    ),
    (
      stations, teams("t: {members: 2, serves: [gate, «gate]}"),
      [.duplicateName("gate", kind: .station)]
    ),
    (
      stations, teams("t: {members: 2, serves: [«row]}"),
      [.team(.cannotServe(station: "row", reason: .lanes))]
    ),
    (
      stations, teams("t: {members: «0, serves: [gate]}"),
      [.outOfRange("0", low: "1", high: "1000000")]
    ),
    (stations, teams("t: {members: «unlimited, serves: [gate]}"), [.notANumber("unlimited")]),
    (stations, teams("t: {members: 2, serves: «[]}"), [.nothingInIt(key: "serves")]),
    (stations, teams("t: «{members: 2}"), [.missingKeys(["serves"], section: .team)]),
    (stations, teams("t: «{serves: [gate]}"), [.missingKeys(["members"], section: .team)]),
    (
      stations, teams("t: {members: [«{from: 0 h, count: 0}], serves: [gate]}"), [.neverOpens]
    ),
    (
      stations, teams("t: {members: 2, «on closing: finish, serves: [gate]}"),
      [.conflictingKeys(["members", "on closing"])]
    ),
    (
      stations, teams("t: {members: 2, serves: [gate], picks: «longest}"),
      [
        .unknownWord(
          "longest",
          key: "picks",
          allowed: ["longest wait", "in order"],
          nearest: nil
        )
      ]
    ),
    (
      stations, teams("«gate: {members: 2, serves: [gate]}"),
      [.duplicateName("gate", kind: .station)]
    ),
  ]

  @Test(arguments: cases)
  func refused(_ entry: RefusalCase) {
    expectRefusal(entry.old, entry.new, entry.faults)
  }

  /// A scenario in which a team serves at a station.
  private static func served(_ station: String, _ old: String = "", _ new: String = "") -> String {
    let text = acceptedGate.replacing(
      stations,
      with: teams("t: {members: 2, serves: [\(station)]}")
    )
    return old.isEmpty ? text : text.replacing(old, with: new)
  }

  @Test(arguments: [
    ("seize: {yard: 2}", TeamFault.seizesSeveral(station: "yard", count: 2)),
    ("seize: {gate: 1, yard: 1}", .seizesTogether(station: "yard")),
  ])
  func seizes(_ words: String, _ fault: TeamFault) {
    let found = problems(in: Self.served("yard", "seize: yard", words))
    #expect(found.map(\.fault) == [.team(fault)])
    #expect(found.first?.position?.line == 21)
    #expect(problems(in: Self.served("yard")).isEmpty)
  }

  @Test(arguments: [
    ("queue: priority, preemptive: yes", TeamFault.Reason.isPreemptive),
    ("serves together: 3", .servesTogether), ("fails after: 1 h, repaired in: 1 h", .fails),
  ])
  func doesNotCombine(_ words: String, _ reason: TeamFault.Reason) {
    let text = Self.served("gate", "gate: {servers: 2}", "gate: {servers: 2, \(words)}")
    let found = problems(in: text)
    #expect(found.map(\.fault) == [.team(.cannotServe(station: "gate", reason: reason))])
    #expect(found.first?.position?.line == 4)
  }

  /// A station that a team serves needs no servers; without a team it does.
  @Test func desksAreUnlimited() throws {
    let bare = acceptedGate.replacing("gate: {servers: 2}", with: "gate: {}")
    #expect(problems(in: bare).map(\.fault) == [.noServer])
    let text = Self.served("gate", "gate: {servers: 2}", "gate: {}")
    let plan = try LoadedScenario.parse(text, file: "test.yaml").plan
    #expect(plan.places[0].servers == .unlimited)
    #expect(plan.teams.map(\.stations) == [[0]])
  }
}
