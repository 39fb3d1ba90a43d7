import ClearanceModel
import ClearanceRecords
import EventSimulation
import ScenarioFiles
import Testing

@testable import Studies

/// Intervals of one long run from its batches.
@Suite struct BatchRunTests {
  private func long(_ words: String = "batches: 30", rate: String = "30 per h") -> String {
    singleServer("runs for: 1550 h\nwarm up: 50 h\n\(words)", rate: rate)
  }

  @Test("the run is the same, and its measures have intervals")
  func sameRun() async throws {
    let plain = try await runScenario(long("replications: 1"))
    let batched = try await runScenario(long())
    #expect(batched.fingerprint == plain.fingerprint)
    #expect(batched.replications == 1, "without a number there is one")
    #expect(batched.batches == BatchedRun(count: 30, length: .hours(50)))
    for (record, whole) in zip(batched.measures, plain.measures) {
      #expect(record.name == whole.name && record.estimate == whole.estimate, "\(record.name)")
      #expect(whole.halfWidth == nil)
    }
    let withInterval = batched.measures.filter { $0.halfWidth != nil }.map(\.name)
    for name in ["wait.mean", "wait.p95", "queue.mean", "utilisation.mean", "arrivals.count"] {
      #expect(withInterval.contains("gate." + name))
    }
    #expect(!withInterval.contains { $0.hasSuffix(".max") })
    #expect(!batched.warnings.contains(.noInterval))
  }

  @Test("the interval is as wide as the variance constant of waits says")
  func width() async throws {
    let wait = try #require(try await runScenario(long()).measure("gate.wait.mean"))
    // 45,000 waits with σ² = 29 (ρ = 0.5), t with 29 degrees 2.045: 3.1 s. A standard deviation from
    // thirty values scatters by 13 %; three times that.
    let exact = 2.045 * 60 * (29.0 / 45_000).squareRoot()
    #expect(abs(try #require(wait.halfWidth) / exact - 1) < 0.4)
    #expect(abs(try #require(wait.estimate) - 60) < 1.6 * exact)
  }

  @Test("the batches together have counted what the run has")
  func counts() throws {
    let loaded = try LoadedScenario.parse(long("replications: 1"), file: "s.yaml")
    let names = ["gate.arrivals.count", "gate.wait.count", "gate.queue.mean"]
    let catalogue = try MeasureCatalogue(plan: loaded.plan, names: names)
    var plan = loaded.plan
    let horizon = try #require(plan.horizon)
    let whole = try simulate(plan)
    plan.batches = BatchPlan(count: 7, from: plan.warmUp, to: horizon, catalogue: catalogue)
    let parts = try simulate(plan).batches
    #expect(parts.count == 7)
    let values = MeasureValues(catalogue, of: whole).values
    for index in 0...1 {
      let sum = parts.reduce(0) { $0 + ($1.values[index] ?? 0) }
      #expect(sum == values[index], "\(names[index])")
    }
    // 1,500 h in sevenths of a whole number of microseconds: the last one is 3 µs longer.
    let mean = parts.reduce(0) { $0 + ($1.values[2] ?? 0) } / 7
    #expect(abs(mean - (try #require(values[2]))) < 1e-9)
  }

  private func simulate(_ plan: ClearancePlan) throws -> ReplicationStatistics {
    var generator = ArrivalGenerator(plan: plan, seed: 1, replication: 1)
    var replication = Replication(plan: plan, seed: 1, number: 1, recording: .summary)
    while true {
      var batch = ArrivalBatch()
      generator.fill(&batch)
      var position = 0
      while true {
        switch replication.advance(through: batch, from: &position, atMost: 1_000_000) {
        case .ended: return replication.finish()
        case .needsArrivals: break
        case .rowsAreFull, .tookItsTurn: continue
        }
        break
      }
    }
  }

  @Test("batches that are too short are named")
  func correlated() async throws {
    let text = singleServer("runs for: 100 h\nbatches: 100", rate: "54 per h")
    let result = try await runScenario(text)
    let found = result.warnings.contains { warning in
      guard case .batchesCorrelated(let measure, let ratio) = warning else { return false }
      return ["gate.wait.mean", "flow.trucks.clearance.mean"].contains(measure) && ratio < 1.5
    }
    #expect(found, "\(result.warnings)")
    let apart = try await runScenario(long())
    #expect(!apart.warnings.contains { if case .batchesCorrelated = $0 { true } else { false } })
  }

  @Test("batches that cut the day are named")
  func periods() async throws {
    let text = singleServer("runs for: 30 d\nbatches: 20").replacing(
      "rate: 30 per h",
      with: "profile: {per h: [10, 40], step: 12 h, repeats: yes}"
    )
    let warning = RunWarning.batchesCutPeriods(length: .hours(36), period: .days(1))
    #expect(try await runScenario(text).warnings.contains(warning))
    let whole = try await runScenario(text.replacing("20", with: "15"))
    #expect(!whole.warnings.contains { if case .batchesCutPeriods = $0 { true } else { false } })
  }

  @Test("several replications of it are refused")
  func refused() async throws {
    await #expect(throws: StudyError.precision(.batches(option: "--replications"))) {
      try await runScenario(long()) { $0.replications = 3 }
    }
    await #expect(throws: StudyError.precision(.batches(option: "--precision"))) {
      try await runScenario(long()) { $0.precision = 0.05 }
    }
  }
}
