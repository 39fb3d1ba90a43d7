import Foundation
import Testing

@testable import ScenarioFiles

/// A mode that releases goods before its rule does is refused, however a copy of it is changed.
@Suite("Goods that are held")
struct GoodsStateTests {
  private static let zone = """
    scenario: a zone
    starts: 2024-03-04
    runs for: 7 d
    gates:
      main:
        lanes:
          - {name: in-1, way: in}
          - {name: out-1, way: out}
    yard: {bays: 4, scanner: {machines: 1}}
    flows:
      imports:
        visits per day: 10
        goods: {food: 50%, animal and plant products: 50%}
    policy:
      inspection modes:
        - {goods: food, mode: sample then release}
        - {goods: animal and plant products, mode: enter first test later, share: 50%}
        - {goods: animal and plant products, mode: inspect in zone}

    """

  /// What is said of a scenario with a changed copy of a shipped procedure.
  private func faults(_ procedure: String, _ old: String, _ new: String) throws -> [ScenarioFault] {
    let shipped = try #require(ShippedProcedures.text(of: procedure))
    #expect(shipped.ranges(of: old).count == 1, "\(old)")
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = ShippedProcedures.fileName(of: procedure)
    try shipped.replacing(old, with: new).write(
      to: folder.appending(path: file),
      atomically: true,
      encoding: .utf8
    )
    do {
      _ = try LoadedScenario.parse(
        Self.zone + "procedures: {\(procedure): {from: \(file)}}\n",
        file: folder.appending(path: "zone.yaml").path
      )
      return []
    } catch {
      return error.problems.map(\.fault)
    }
  }

  @Test("the shipped modes release as their rules say")
  func shipped() throws {
    #expect(throws: Never.self) { try LoadedScenario.parse(Self.zone, file: "zone.yaml") }
  }

  /// 公告2019年第36号: customs acts on the result.
  @Test("enter first: usable without a test")
  func noTest() throws {
    let found = try faults("enter first test later", "- use: <sampling>", "- delay for: 1 h")
    #expect(
      found.contains(
        .attribute(
          .documentState(
            document: "goods state",
            from: "on hold",
            to: "released",
            allowed: ["in test", "no test"]
          )
        )
      )
    )
  }

  @Test("enter first: marked usable while the test goes on")
  func usableInTest() throws {
    let found = try faults("enter first test later", "- use: <sampling>", "- mark: usable")
    #expect(found.contains(.customs(.goodsNotFree(mark: "usable", state: "on hold"))))
  }

  @Test("enter first: a unit leaves before the result")
  func leavesInTest() throws {
    let found = try faults(
      "enter first test later",
      "- use: <sampling>",
      "- start: take unit out\n          - use: <sampling>"
    )
    #expect(found.contains(.customs(.goodsNotFree(mark: "taken-out", state: "on hold"))))
  }

  @Test("enter first: into the zone before quarantine is over")
  func noQuarantine() throws {
    let found = try faults(
      "enter first test later",
      "          - set: {quarantine: finished}\n",
      ""
    )
    #expect(found.contains(.customs(.goodsNotFree(mark: "entered", state: "due"))))
    let inZone = try faults("inspect in zone", "- use: come from the port", "- delay for: 1 h")
    #expect(inZone.contains(.customs(.goodsNotFree(mark: "entered", state: "due"))))
  }

  /// 公告2019年第29号: released right after sampling, and not before.
  @Test("sample then release: no sample")
  func noSample() throws {
    let found = try faults(
      "sample then release",
      "          - use: draw sample\n            with: {state: sampled}\n",
      ""
    )
    #expect(
      found.contains(
        .attribute(
          .documentState(
            document: "goods state",
            from: "on promise",
            to: "released",
            allowed: ["sampled", "no test"]
          )
        )
      )
    )
  }

  @Test("sample then release: units leave before the sample")
  func leavesBeforeSample() throws {
    let found = try faults(
      "sample then release",
      "          - use: unload\n",
      "          - use: unload\n          - start: take unit out\n"
    )
    #expect(found.contains(.customs(.goodsNotFree(mark: "taken-out", state: "on promise"))))
  }

  @Test("what is held until the result is not released on its sample")
  func wrongRule() throws {
    let found = try faults(
      "sample goods",
      "    with: {state: in test}\n",
      "    with: {state: sampled}\n"
    )
    #expect(!found.isEmpty)
  }
}
