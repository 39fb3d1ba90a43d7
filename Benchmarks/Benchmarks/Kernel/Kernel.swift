import Benchmark
import StandingWorks
import WorkBenchmarks

/// The event calendar and the loop; figures are those of one event or customer.
let benchmarks: @Sendable () -> Void = {
  Benchmark.measure(Work.kernel, scaling: .mega)
}
