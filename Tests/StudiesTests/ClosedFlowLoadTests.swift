import Foundation
import ScenarioFiles
import Testing

@testable import Studies

/// A population has no rate: it is in no load and in no warning.
@Suite struct ClosedFlowLoadTests {
  private func check(_ text: String) async throws -> CheckResult {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "closed-\(ProcessInfo.processInfo.globallyUniqueString).yaml"
    )
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    return try await CheckStudy.check(RunOptions(scenario: file.path))
  }

  /// By the traffic equations, and with attributes by a run in which nobody waits.
  @Test(arguments: ["", "attributes: {load: [empty, full]}"])
  func loads(_ top: String) async throws {
    let result = try await check(
      """
      scenario: shuttles
      runs for: 2 d
      \(top)
      stations: {dock: {servers: 1}, gate: {servers: 1}, yard: {servers: 1}}
      arrivals:
        s: {population: 50, procedure: tour}
        t: {every: 10 min, procedure: pass}
      procedures:
        tour: [{serve at: dock, for: 1 min}, {serve at: gate, for: 2 min}]
        pass: [{serve at: gate, for: 2 min}]
      """
    )
    // The yard, to which nobody comes, is listed as ever; the dock is not.
    #expect(result.loads.map(\.place) == ["gate", "yard"])
    #expect(abs(result.loads[0].visitsPerHour - 6) < 0.1)
    #expect(abs((result.loads[0].load ?? 0) - 0.2) < 0.01)
    #expect(result.warnings == [])
  }

  /// Waves, states and files count with what they bring.
  @Test func rates() async throws {
    let result = try await check(
      """
      scenario: forms
      runs for: 36 h
      stations: {a: {servers: 1}, b: {servers: 1}}
      arrivals:
        w: {rate: {mean: 20 per h, swing: 50%, period: 24 h}, procedure: a}
        s: {rate: {states: [{rate: 10 per h, leave: 0.5 per h}, {rate: 40 per h, leave: 1 per h}]}, procedure: b}
      procedures: {a: [{serve at: a, for: 1 min}], b: [{serve at: b, for: 1 min}]}
      """
    )
    // A day and a half of the wave: 36 h + 0.5 · 24 h/2π · (1 − cos 3π).
    let hours = 36 + 0.5 * 24 / (2 * Double.pi) * 2
    #expect(abs(result.loads[0].visitsPerHour - 20 * hours / 36) < 1e-9)
    #expect(abs(result.loads[1].visitsPerHour - 20) < 1e-9)
  }
}
