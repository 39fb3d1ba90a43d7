import OutputAnalysis
import ScenarioFiles
import Testing

@testable import Studies

@Suite("Targets")
struct TargetTests {
  private let plan = try? LoadedScenario.parse(sizeScenario, file: "s.yaml").plan

  private func target(_ text: String) throws -> Target {
    try Target(text, in: #require(plan))
  }

  private func error(_ text: String) -> StudyError? {
    do {
      _ = try target(text)
      return nil
    } catch {
      return error as? StudyError
    }
  }

  @Test(
    "the limit is in the unit of the measure",
    arguments: [
      ("gate.wait.p95 <= 10 min", 600, "s", true), ("gate.wait.mean<=90s", 90, "s", true),
      ("gate.wait.share-within-10min >= 95%", 0.95, "", false),
      ("gate.utilisation.mean ≤ 80%", 0.8, "", true), ("gate.lost.share <= 1%", 0.01, "", true),
      ("gate.queue.mean <= 3.5", 3.5, "trucks", true),
      ("gate.queue.mean <= 3.5 trucks", 3.5, "trucks", true),
      ("gate.throughput.mean >= 40 per h", 40, "1/h", false),
      ("flow.trucks.clearance.mean <= 1 h", 3600, "s", true),
    ]
  )
  func limits(text: String, limit: Double, unit: String, isUpper: Bool) throws {
    let target = try target(text)
    #expect(abs(target.limit - limit) < 1e-12 * limit && target.unit == unit)
    #expect((target.side == .atMost) == isUpper)
  }

  @Test(
    "no target",
    arguments: ["", "gate.wait.p95", "gate.wait.p95 < 10 min", "<= 3", "a.b.c <="]
  )
  func malformed(text: String) {
    #expect(error(text) == .size(.target(text, .malformed)))
  }

  @Test(
    "a wrong unit",
    arguments: [
      ("gate.wait.p95 <= 95%", "s"), ("gate.wait.p95 <= 10", "s"),
      ("gate.utilisation.mean <= 3 min", ""), ("gate.utilisation.mean <= 0.8", ""),
      ("gate.queue.mean <= 3 min", "trucks"), ("gate.throughput.mean >= 40", "1/h"),
    ]
  )
  func units(text: String, unit: String) {
    guard case .size(.target(text, .value(_, unit, _))) = error(text) else {
      Issue.record("\(String(describing: error(text)))")
      return
    }
  }

  @Test("an unknown measure is known by its name")
  func unknown() {
    guard case .unknownMeasures(["gate.wait.p59"], let known) = error("gate.wait.p59 <= 3 min")
    else {
      Issue.record("\(String(describing: error("gate.wait.p59 <= 3 min")))")
      return
    }
    #expect(known.contains("gate.wait.p95"))
  }

  @Test("the band of a share is one of what is nearer, nothing or all")
  func band() throws {
    let wait = try target("gate.wait.p95 <= 10 min").feasibilityLimit(tolerance: 0.02)
    #expect(wait.band == 12)
    let share = try target("gate.wait.share-within-10min >= 95%").feasibilityLimit(tolerance: 0.02)
    #expect(abs(share.band - 0.001) < 1e-12)
  }
}

/// A gate of one station, for questions about its servers.
let sizeScenario = """
  scenario: one gate
  runs for: 120 h
  warm up: 20 h
  seed: 7
  stations:
    gate: {servers: 4}
  arrivals:
    trucks: {rate: 50 per h, procedure: pass}
  procedures:
    pass:
      - serve at: gate
        for: exponential(4 min)
  """
