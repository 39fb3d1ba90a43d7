import Benchmark
import StandingWorks

extension Benchmark {
  /// Registers works, each of which fails the whole run with a wrong answer.
  ///
  /// Their figures are divided by `scaling`.
  public static func measure(_ works: [Work], scaling: BenchmarkScalingFactor = .one) {
    defaultConfiguration = .init(
      metrics: [.wallClock, .cpuTotal, .throughput, .peakMemoryResident],
      scalingFactor: scaling,
      maxDuration: .seconds(3),
      maxIterations: 50
    )
    for work in works {
      Benchmark(work.name) { _ in
        _ = try await work.run(size: work.size)
      }
    }
  }
}
