import Benchmark
import QueueModels
import Studies

/// The event calendar and the loop, used from another module as any library user would.
///
/// Each benchmark handles 1,000,000 customers or events, and its figures are those of one; it fails
/// when it has simulated something else.
let benchmarks: @Sendable () -> Void = {
  let count = 1_000_000
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .throughput, .peakMemoryResident],
    scalingFactor: .mega,
    maxDuration: .seconds(3),
    maxIterations: 50
  )

  Benchmark("single-server") { benchmark in
    let outcome = SingleServer.run(customers: count, seed: 1)
    benchmark.check(
      outcome,
      events: 2 * count,
      mean: SingleServer.exactMeanSojourn,
      tolerance: SingleServer.tolerance(customers: count)
    )
  }

  for size in [16, 1_000, 100_000] {
    Benchmark("hold-\(size)") { benchmark in
      let outcome = HoldModel.run(size: size, events: count, seed: 1)
      // The end of the run is a sum of 10⁶ gaps: its relative standard error is 0.1 %.
      benchmark.check(outcome, events: count, mean: 1, tolerance: 0.005)
    }
  }

  Benchmark("schedule-cancel-1000") { benchmark in
    let outcome = PatienceModel.run(customers: 1_000, events: count, seed: 1)
    benchmark.check(outcome, events: count, mean: 1, tolerance: 0)
  }
}

extension Benchmark {
  /// Ends the process, so that the whole run fails, unless a run had these events and this mean.
  fileprivate func check(_ outcome: Outcome, events: Int, mean: Double, tolerance: Double) {
    // Not a precondition: in a release build its message would not be printed.
    guard outcome.events == events else {
      fatalError("\(name): \(outcome.events) events instead of \(events)")
    }
    guard abs(outcome.mean - mean) <= tolerance else {
      fatalError("\(name): a mean of \(outcome.mean) instead of \(mean) ± \(tolerance)")
    }
  }
}
