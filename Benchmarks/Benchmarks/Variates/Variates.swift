import Benchmark
import StandingWorks
import WorkBenchmarks

/// Generators and laws; figures are those of one draw.
let benchmarks: @Sendable () -> Void = {
  Benchmark.measure(Work.variates, scaling: .mega)
}
