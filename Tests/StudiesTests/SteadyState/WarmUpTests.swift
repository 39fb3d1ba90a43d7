import ClearanceModel
import ClearanceRecords
import EventSimulation
import ScenarioFiles
import Testing

@testable import Studies

/// Warm-ups that are found, and those that are too short.
@Suite struct WarmUpTests {
  /// Twenty trucks are there at the start of a queue whose mean is one truck: E N(t) is 15.0 after
  /// 10 min, 3.46 after 40 and 1.014 after 100 (Kolmogorov's forward equations).
  private func twentyPresent(_ words: String) -> String {
    singleServer("runs for: 1000 min\nreplications: 30\n\(words)\nstarts with: {trucks: 20}")
  }

  @Test("MSER-5 removes the bias of twenty trucks at the start")
  func removesTheBias() async throws {
    var isCovered = 0
    for seed in UInt64(1)...4 {
      let plain = try await runScenario(twentyPresent("")) { $0.seed = seed }
      let biased = try #require(plain.measure("gate.present.mean"))
      let bias = try #require(biased.estimate) - 1
      #expect(bias > 3 * (try #require(biased.halfWidth)), "the bias is significant")
      let found = try await runScenario(twentyPresent("warm up: automatic")) { $0.seed = seed }
      let clean = try #require(found.measure("gate.present.mean"))
      let error = abs(try #require(clean.estimate) - 1)
      if error <= (try #require(clean.halfWidth)) { isCovered += 1 }
      let finding = try #require(found.warmUp)
      #expect(finding.place == "gate" && !finding.isTooShort && finding.replications == 30)
      // At 60 min 48 % above the mean, at 100 min 1.4 %.
      #expect(finding.length >= .minutes(60) && finding.length <= .minutes(500))
      #expect(found.plan.warmUp == finding.length)
    }
    // Of four 95 % intervals all cover with 81 %, three or four with 98.6 %.
    #expect(isCovered >= 3)
  }

  @Test("a warm-up that is too short is named, with a longer one; one that suffices is not")
  func tooShort() async throws {
    let short = try await runScenario(twentyPresent("warm up: 10 min"))
    let warnings = short.warnings.compactMap { warning -> WarmUpFinding? in
      guard case .warmUpTooShort(.minutes(10), let finding) = warning else { return nil }
      return finding
    }
    #expect(try #require(warnings.first).length > .minutes(60))
    let long = try await runScenario(twentyPresent("warm up: 200 min"))
    #expect(!long.warnings.contains { if case .warmUpTooShort = $0 { true } else { false } })
    let none = try await runScenario(twentyPresent(""))
    #expect(!none.warnings.contains { if case .warmUpTooShort = $0 { true } else { false } })
  }

  @Test("samples leave the course of a run as it is, and workers leave the warm-up")
  func changesNothing() async throws {
    let plain = try await runScenario(twentyPresent(""))
    let found = try await runScenario(twentyPresent("warm up: automatic"))
    #expect(found.fingerprint == plain.fingerprint)
    let workers = try await runScenario(twentyPresent("warm up: automatic")) { $0.workers = 3 }
    #expect(workers.warmUp == found.warmUp)
    #expect(workers.measures == found.measures)
    let alone = try await runScenario(twentyPresent("warm up: automatic")) { $0.replication = 7 }
    #expect(alone.warmUp == found.warmUp, "one replication alone has the warm-up of all")
  }

  @Test("a queue that grows for ever never settles, and that is said")
  func neverSettles() async throws {
    let text = singleServer(
      "runs for: 20 h\nreplications: 5\nwarm up: automatic",
      rate: "80 per h"
    )
    let result = try await runScenario(text)
    let finding = try #require(result.warmUp)
    #expect(finding.isTooShort)
    #expect(finding.length == .hours(10), "half of the run")
    #expect(result.warnings.contains(.neverSettles(finding)))
  }

  @Test("nobody waits: no warm-up")
  func nobodyWaits() async throws {
    let text = singleServer(
      "runs for: 20 h\nreplications: 5\nwarm up: automatic",
      rate: "0.001 per h"
    )
    let result = try await runScenario(text)
    #expect(try #require(result.warmUp).place != "gate", "a place without a queue does not decide")
  }

  @Test("a design point of an experiment has the warm-up that its run has")
  func designPoint() async throws {
    let text = twentyPresent("warm up: automatic")
    let run = try await runScenario(text)
    let estimate = try await withScenario(text) { path in
      var options = ExperimentOptions()
      options.measures = ["gate.present.mean"]
      let runner = ExperimentRunner(options, version: "test")
      let result = try await runner.replicate(DesignPoint(scenario: path), to: 30)
      return result.estimate("gate.present.mean", confidence: 0.95).estimate
    }
    #expect(estimate == run.measure("gate.present.mean")?.estimate)
  }

  private func grid(_ text: String) throws -> LevelGrid? {
    LevelGrid(try LoadedScenario.parse(text, file: "s.yaml").plan)
  }

  @Test("batches hold whole periods of demand and opening hours")
  func wholePeriods() throws {
    let steady = try #require(try grid(singleServer("runs for: 100 h")))
    #expect(steady.batch == .minutes(30) && steady.batches == 200 && steady.perBatch == 5)
    let daily = singleServer("runs for: 30 d").replacing(
      "rate: 30 per h",
      with: "profile: {per h: [10, 40], step: 12 h, repeats: yes}"
    )
    let days = try #require(try grid(daily))
    #expect(days.batch == .days(1) && days.batches == 30 && days.perBatch == 33)
    #expect(try grid(daily.replacing("30 d", with: "9 d")) == nil)
    // Demand by the day and a roster by the 36 h come together every three days.
    let both = daily.replacing(
      "servers: 1",
      with: "servers: [{from: 0 h, count: 1}, {from: 10 h, count: 2}], repeats every: 36 h"
    )
    #expect(try #require(try grid(both)).batch == .days(3))
    let year = try #require(try grid(daily.replacing("30 d", with: "1001 d")))
    #expect(year.batch == .days(6) && year.batches == 166)
    #expect(year.instants.count == 166 * year.perBatch)
    #expect(year.instants == year.instants.sorted())
    // A profile that is even has no period.
    let even = daily.replacing("[10, 40]", with: "[20, 20]")
    #expect(try #require(try grid(even)).batches == 200)
  }

  @Test("too few periods are refused before anything is simulated")
  func tooFewPeriods() async throws {
    let text = singleServer("runs for: 5 d\nwarm up: automatic").replacing(
      "rate: 30 per h",
      with: "rate: {mean: 30 per h, swing: 50%, period: 24 h}"
    )
    await #expect(
      throws: StudyError.warmUp(.tooFewPeriods(period: .days(1), horizon: .days(5), least: 10))
    ) {
      try await runScenario(text)
    }
    // A daily swing is no warm-up.
    let long = try await runScenario(text.replacing("5 d", with: "40 d")) { $0.replications = 5 }
    #expect(try #require(long.warmUp).length <= .days(20))
    #expect(!(try #require(long.warmUp).isTooShort))
  }
}
