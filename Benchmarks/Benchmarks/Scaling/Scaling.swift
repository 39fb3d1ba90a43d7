import Benchmark
import StandingWorks
import WorkBenchmarks

/// The same replications on one worker and on two; figures are those of a whole run.
let benchmarks: @Sendable () -> Void = {
  Benchmark.measure(Work.scaling)
}
