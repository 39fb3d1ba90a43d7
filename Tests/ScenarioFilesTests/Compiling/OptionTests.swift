import ClearanceModel
import EventSimulation
import RandomVariates
import Testing

@testable import ScenarioFiles

/// `--set` options in whole scenarios.
@Suite struct OptionTests {
  private static let text = acceptedGate + "starts with: {trucks: 2}\n"

  private func plan(_ options: String...) throws -> ClearancePlan {
    try LoadedScenario.parse(Self.text, file: "test.yaml", overrides: options).plan
  }

  @Test func numbersAndTexts() throws {
    #expect(try plan("stations.gate.servers=5").places[0].servers == .fixed(5))
    #expect(try plan("stations.gate.servers=unlimited").places[0].servers == .unlimited)
    #expect(try plan("runs for=3 d").horizon == .days(3))
    #expect(try plan("warm up=1 h").warmUp == .hours(1))
    #expect(try plan("starts with.trucks=9").flows[0].presentAtStart == 9)
    #expect(try plan("procedures.pass.first.for=7 min").samplers.mean(2) == 420_000_000)
    #expect(try plan("procedures.pass[1].for=8 min").samplers.mean(1) == 480_000_000)
    // The last option wins.
    let plan = try plan("stations.gate.servers=5", "stations.gate.servers=6")
    #expect(plan.places[0].servers == .fixed(6))
  }

  /// A key that the file does not have: with its section or within one.
  @Test func newKeys() throws {
    #expect(
      try LoadedScenario.parse(Self.text, file: "", overrides: ["demand.factor=2"])
        .scenario.demandFactor == 2
    )
    #expect(try plan("capacity=4").systemCapacity == 4)
    #expect(try plan("stations.gate.capacity=4").places[0].capacity == 4)
    #expect(try plan("arrivals.trucks.at most=4").flows[0].atMost == 4)
    #expect(try plan("stations.dock={servers: 9}").places.last?.servers == .fixed(9))
  }

  @Test func lists() throws {
    #expect(try plan("stations.row.lanes.l2.servers=3").places[3 - 1].servers == .fixed(1))
    #expect(try plan("stations.row.lanes.l2.servers=3").places[3].servers == .fixed(3))
    #expect(try plan("stations.row.lanes[0].servers=2").places[2].servers == .fixed(2))
    let shifts = "stations.gate.servers=[{from: 0 h, count: 1}, {from: 2 h, count: 4}]"
    #expect(
      try plan(shifts, "stations.gate.servers[1].count=9").places[0].servers
        == .shifts(
          [Shift(from: .zero, count: 1), Shift(from: .hours(2), count: 9)],
          period: nil,
          onClosing: .finish
        )
    )
    #expect(
      try plan("arrivals.trucks.class={aeo: 1%, ordinary: 99%}").flows[0].classes[0].below == 0.01
    )
  }

  /// What an option makes wrong is said at the option, with the column in it.
  @Test(arguments: [
    (
      "stations.gate.servers=0", 23, ScenarioFault.noServer
    ),
    (
      "runs for=10", 10, .missingUnit(text: "10", kind: .duration, allowed: TimeUnit.names)
    ),
    (
      "stations.gate.sevrers=2", 1,
      .unknownKey(
        "sevrers",
        section: .station,
        allowed: Vocabulary.keys(of: .station),
        nearest: "servers"
      )
    ),
    (
      "stations.gat.servers=2", 1,
      .overridePath(
        path: "stations.gat.servers",
        .noSuchKey("gat", existing: ["gate", "row", "yard"], nearest: "gate")
      )
    ),
    (
      "stations.row.lanes.l3.servers=2", 1,
      .overridePath(
        path: "stations.row.lanes.l3.servers",
        .noSuchItem("l3", existing: ["l1", "l2"], nearest: "l1")
      )
    ),
    (
      "stations.row.lanes[7].servers=2", 1,
      .overridePath(path: "stations.row.lanes[7].servers", .noSuchIndex(7, count: 2))
    ),
    (
      "runs for.x=2", 1, .overridePath(path: "runs for.x", .cannotEnter(found: .text, before: "x"))
    ),
    ("seed", 1, .overridePath(path: "seed", .noValue)),
    (
      "procedures.pass.first.serve at=yrad", 32,
      .unknownName("yrad", kind: .station, existing: ["gate", "row", "yard"], nearest: "yard")
    ),
    (
      "arrivals.trucks.class={aeo: 10%, ordinary: 80%}", 23,
      .sharesDoNotAddUp(found: 0.1 + 0.8)
    ),
  ])
  func refused(_ option: String, _ column: Int, _ fault: ScenarioFault) {
    let found = problems(in: Self.text, set: [option])
    #expect(found.map(\.fault) == [fault])
    #expect(found.first?.position == SourcePosition(line: 1, column: column, override: option))
  }
}
