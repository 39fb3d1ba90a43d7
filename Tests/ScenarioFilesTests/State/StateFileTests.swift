import ClearanceModel
import EventSimulation
import Testing

@testable import ScenarioFiles

/// Files that say who is where.
@Suite struct StateFileTests {
  private static let scenario = """
    scenario: small
    runs for: 24 h
    classes: [aeo, other]
    stations:
      gate: {lanes: [{name: l1}, {name: l2}]}
      yard: {servers: 2}
      shop: {servers: 1}
    arrivals:
      trucks: {rate: 5 per h, class: {aeo: 50%, other: 50%}, procedure: p}
      cars: {rate: 5 per h, class: other, procedure: c}
    procedures:
      p: [{seize: gate}, {delay for: 2 min}, {release: gate}, {serve at: yard, for: 5 min}]
      c: [{serve at: shop, for: 5 min}]
    """

  private func state(_ text: String, starts: Bool = false) throws -> StateFile {
    let loaded = try LoadedScenario.parse(Self.scenario, file: "small.yaml")
    return try StateFile.parse(text, file: "state.yaml", for: loaded)
  }

  /// What a planner types: every key, several counts of one line.
  @Test func reads() throws {
    let file = try state(
      """
      state: Monday morning
      at: 10:30
      trucks:
        - {flow: trucks, at: gate, waiting: 7, since: 12 min}
        - {flow: trucks, class: aeo, at: gate.l2, in service: 1, since: 40 s, waited: 3 min}
        - {flow: trucks, at: yard, waiting: 2, in service: 2}
        - {flow: trucks, after: gate, on the way: 3, since: 1 min, inside: 1 h, holds: gate.l1}
        - {flow: trucks, on the way: 1, holds: nothing}
        - {flow: cars, at: shop, waiting: 0}
      """
    )
    #expect(file.name == "Monday morning")
    #expect(file.state.at == .minutes(630))
    #expect(file.state.trucks == 16)
    let groups = file.state.groups
    #expect(
      groups.map(\.whereabouts) == [
        .waiting(at: 0), .inService(at: 2), .waiting(at: 3), .inService(at: 3),
        .onTheWay(after: 0), .onTheWay(after: nil),
      ]
    )
    #expect(groups.map(\.count) == [7, 1, 2, 2, 3, 1])
    #expect(groups[0].since == .minutes(12) && groups[1].waited == .minutes(3))
    #expect(groups[1].classIndex == 0 && groups[0].classIndex == nil)
    #expect(groups[4].inside == .hours(1) && groups[4].holds == [1] && groups[5].holds == [])
    #expect(groups[0].holds == nil)
  }

  @Test(arguments: [("34.5 h", 2070), ("10:30", 630), ("00:00", 0), ("0 h", 0)])
  func instants(_ text: String, _ minutes: Int64) throws {
    // Beyond the run of a day.
    guard minutes < 1440 else {
      #expect(throws: ScenarioProblems.self) { try state("{at: \(text), trucks: []}") }
      return
    }
    let file = try state("{at: \"\(text)\", trucks: [{flow: cars, at: shop, waiting: 1}]}")
    #expect(file.state.at == .minutes(minutes))
  }

  /// The faults of a text with their places.
  private func faults(_ text: String) -> [String] {
    do {
      _ = try state(text)
      return []
    } catch let problems as ScenarioProblems {
      return problems.problems.map { problem in
        "\(problem.position?.line ?? 0):\(problem.position?.column ?? 0) \(problem.fault)"
      }
    } catch {
      return ["\(error)"]
    }
  }

  /// All that is wrong is said at once, each at its place, with the nearest name.
  @Test func allFaultsAtOnce() throws {
    let found = faults(
      """
      state: wrong
      att: 10:30
      trucks:
        - {flow: truck, at: gate, waiting: 7}
        - {flow: trucks, at: gat, waiting: 7}
        - {flow: cars, at: gate, waiting: 7}
        - {flow: cars, class: aeo, at: shop, waiting: 7}
        - {flow: cars, at: shop, waiting: -1}
        - {flow: cars, at: shop, waiting: 2.5}
        - {flow: cars, at: shop, waiting: 1, since: 5}
        - {flow: cars, at: shop}
        - {flow: cars, waiting: 1}
        - {flow: cars, at: shop, on the way: 1}
        - {flow: trucks, on the way: 1, holds: gate}
        - nonsense
      """
    )
    let expected = [
      ("1:1", "missing"), ("2:1", "nearest: Optional(\"at\")"),
      ("4:12", "nearest: Optional(\"trucks\")"), ("5:24", "nearest: Optional(\"gate\")"),
      ("6:22", "neverComes"), ("7:25", "classOfTrucks"), ("8:37", "negative"), ("9:37", "notWhole"),
      ("10:47", "missingUnit"), ("11:5", "missing"), ("12:5", "missing"),
      ("13:40", "conflictingKeys"), ("14:42", "needsLane"), ("15:5", "wrongKind"),
    ]
    #expect(found.count == expected.count, "\(found.joined(separator: "\n"))")
    for (line, (place, words)) in zip(found, expected) {
      #expect(line.hasPrefix(place + " ") && line.contains(words), "\(line)")
    }
  }

  @Test(arguments: [
    ("", "isEmpty"), ("[]", "wrongKind"),
    ("{at: noon, trucks: [{flow: cars, at: shop, waiting: 1}]}", "notAnInstant"),
    ("{at: 25:00, trucks: [{flow: cars, at: shop, waiting: 1}]}", "outOfRange"),
    ("{at: 24 h, trucks: [{flow: cars, at: shop, waiting: 1}]}", "beyondRun"),
    ("{at: 2024-03-04 10:30, trucks: [{flow: cars, at: shop, waiting: 1}]}", "noDates"),
    ("{at: 1 h, trucks: []}", "nothingInIt"),
    ("{at: 1 h, trucks: [{flow: cars, at: shop, waiting: 0}]}", "nobody"),
    ("{at: 1 h, trucks: [{flow: cars, at: shop, waiting: 1, since: 9000 days}]}", "outOfRange"),
  ])
  func singleFaults(_ text: String, _ words: String) {
    let found = faults(text)
    #expect(found.count == 1 && (found.first?.contains(words) ?? false), "\(found)")
  }
}
