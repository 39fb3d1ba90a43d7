import Benchmark
import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import ScenarioFiles

/// A scenario from its file through the pipeline, with all measures and without a results file.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .throughput, .peakMemoryResident],
    maxDuration: .seconds(5),
    maxIterations: 20
  )

  Benchmark("four-lane-gate") { benchmark in
    let replications = 4
    let loaded = try LoadedScenario.load(path: scenario("four-lane-gate.yaml"))
    let pipeline = ClearancePipeline(
      plan: loaded.plan,
      seed: loaded.scenario.seed,
      numbers: Array(1...replications),
      workers: 1,
      recording: .summary,
      catalogue: MeasureCatalogue(plan: loaded.plan)
    )
    benchmark.startMeasurement()
    let results = try await pipeline.run(into: InMemoryRecordSink())
    let measures = results.estimates.records(confidence: 0.95)
    benchmark.stopMeasurement()

    // 50 trucks/h over 2,000 h, each with an arrival, a service at the gate, 1 / (1 − 0.15 · 0.2)
    // at the documents, and 15 % of those at the inspection. The number of trucks has a relative
    // standard error of 0.16 %, and so has that of events.
    let trucks = 50.0 * 2_000 * Double(replications)
    let reviews = 1 / (1 - 0.15 * 0.2)
    benchmark.check("events", Double(results.events), trucks * (2 + 1.15 * reviews), within: 0.01)
    // The gate is the M/M/4 queue, whose mean wait is 236.8 s (Erlang C).
    let wait = measures.first { $0.name == "gate.wait.mean" }?.estimate
    benchmark.check("gate.wait.mean", wait ?? .nan, 236.8, within: 0.05)
  }
}

/// The path of a scenario of the repository.
private func scenario(_ name: String) -> String {
  let folders = #filePath.split(separator: "/").dropLast(4)
  return "/\(folders.joined(separator: "/"))/scenarios/\(name)"
}

extension Benchmark {
  /// Ends the process, so that the whole run fails, unless a value is what it must be.
  fileprivate func check(_ what: String, _ found: Double, _ exact: Double, within share: Double) {
    // Not a precondition: in a release build its message would not be printed.
    guard abs(found - exact) <= share * exact else {
      fatalError("\(name): \(what) is \(found) instead of \(exact) ± \(share * 100) %")
    }
  }
}
