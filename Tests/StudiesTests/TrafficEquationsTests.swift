import Foundation
import ScenarioFiles
import Testing

@testable import Studies

/// Offered loads against hand calculations.
@Suite("Traffic equations")
struct TrafficEquationsTests {
  private func check(_ text: String) async throws -> CheckResult {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    return try await CheckStudy.check(RunOptions(scenario: file.path))
  }

  /// Equal up to the rounding of sums and the end of the iteration at 10⁻⁹ of the flow.
  private func isClose(_ left: Double?, _ right: Double) -> Bool {
    abs((left ?? .nan) - right) <= 1e-7 * right
  }

  private static let head = """
    scenario: loads
    runs for: 100 h
    stations:
      gate: {servers: 4}
      desk: {servers: 2}
      yard: {servers: unlimited}

    """

  @Test("a way back multiplies visits by the geometric series")
  func feedback() async throws {
    let result = try await check(
      Self.head + """
        arrivals:
          trucks: {rate: 50 per h, procedure: pass}
        procedures:
          pass:
            - serve at: gate
              for: exponential(4 min)
            - name: review
              serve at: desk
              for: constant(2 min)
            - choose:
                - share: 15%
                  do:
                    - serve at: yard
                      for: constant(1 h)
                    - choose:
                        - share: 20%
                          go to: review
        """
    )
    let gate = result.loads[0]
    let desk = result.loads[1]
    let yard = result.loads[2]
    #expect(isClose(gate.load, 50.0 / 15 / 4))
    #expect(isClose(desk.visitsPerHour, 50 / 0.97))
    #expect(isClose(desk.load, 50 / 0.97 / 30 / 2))
    #expect(isClose(yard.visitsPerHour, 50 / 0.97 * 0.15))
    #expect(yard.load == nil && yard.servers == nil)
    #expect(result.warnings.isEmpty)
  }

  @Test("a held station carries the work done while it is held")
  func held() async throws {
    let result = try await check(
      Self.head + """
        arrivals:
          trucks: {every: constant(2 min), batch: 2, procedure: pass}
        procedures:
          pass:
            - seize: {gate: 2}
            - delay for: constant(1 min)
            - serve at: desk
              for: constant(3 min)
            - release: gate
            - delay for: constant(9 min)
        """
    )
    let gate = result.loads[0]
    #expect(isClose(gate.visitsPerHour, 60))
    #expect(gate.isHeld)
    // 60 visits an hour, two servers for four minutes each, of four servers.
    #expect(isClose(gate.load, 60 * 2 * 4 / 60 / 4))
    #expect(isClose(result.loads[1].load, 60.0 * 3 / 60 / 2))
    #expect(result.warnings.count == 2)
  }

  @Test("classes take their own ways, schedules count their open time")
  func classesAndSchedules() async throws {
    let result = try await check(
      """
      scenario: loads
      runs for: 48 h
      stations:
        gate:
          servers: [{from: 0 h, count: 1}, {from: 6 h, count: 3}, {from: 18 h, count: 0}]
          repeats every: 24 h
        desk: {servers: 1}
      arrivals:
        trucks: {rate: 8 per h, class: {aeo: 25%, ordinary: 75%}, procedure: pass}
      procedures:
        pass:
          - choose:
              - when: class = aeo and time of day >= 06:00
                do: []
              - otherwise:
                  - serve at: desk
                    for: constant(3 min)
          - serve at: gate
            for: constant(6 min)
      """
    )
    // 1 for 6 h, 3 for 12 h, 0 for 6 h.
    #expect(isClose(result.loads[0].servers, 42.0 / 24))
    #expect(isClose(result.loads[0].load, 0.8 / 1.75))
    // All ordinary trucks and the quarter of the day in which the others are treated alike.
    #expect(isClose(result.loads[1].visitsPerHour, 6 + 2 * 0.25))
  }

  @Test("who gives up is not counted, and its queue does not grow for ever")
  func patience() async throws {
    let result = try await check(
      Self.head + """
        arrivals:
          trucks: {rate: 100 per h, procedure: pass}
        procedures:
          pass:
            - {seize: gate, patience: 5 min}
            - serve at: desk
              for: 2 min
              patience: 5 min
              on leaving: [{delay for: 1 h}, {serve at: yard, for: 1 h}, {go to: end}]
            - release: gate
        """
    )
    let (gate, desk) = (result.loads[0], result.loads[1])
    #expect(isClose(desk.load, 100.0 / 30 / 2))
    #expect(isClose(gate.load, 100.0 / 30 / 4))
    #expect(result.loads[2].visitsPerHour == 0)
    #expect(desk.leavers == .all && result.loads[2].leavers == .nobody)
    #expect(result.warnings.isEmpty)
  }

  @Test("companions and piles visit stations too")
  func companions() async throws {
    let result = try await check(
      """
      scenario: papers
      runs for: 100 h
      attributes: {firm: [a, b]}
      stations: {gate: {servers: 1}, desk: {servers: 1}, office: {servers: 1}}
      collections:
        slips: {by: [firm], closings: [{cut: 40 h, due: 50 h}, {cut: 90 h, due: 99 h}], starts: declare}
      arrivals:
        trucks: {rate: 10 per h, procedure: pass}
      procedures:
        pass:
          - {seize: gate}
          - {start: check}
          - {delay for: 1 min}
          - {release: gate}
          - {gather: slips}
        check: [{serve at: desk, for: 2 min}]
        declare: [{serve at: office, for: 5 h}]
      """
    )
    // The truck holds the gate for a minute; its companion holds nothing. About a thousand trucks
    // come, three standard deviations of whose number are a tenth.
    #expect(abs((result.loads[0].load ?? 0) - 10.0 / 60) < 0.1 * 10 / 60)
    #expect(abs((result.loads[1].load ?? 0) - 10.0 / 30) < 0.1 * 10 / 30)
    // Two closings of the one pile; an hour is left for the second.
    #expect(isClose(result.loads[2].visitsPerHour, 0.02))
    #expect(isClose(result.loads[2].load, 0.06))
  }
}
