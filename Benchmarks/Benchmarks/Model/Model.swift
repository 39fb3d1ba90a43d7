import Benchmark
import StandingWorks
import WorkBenchmarks

/// A scenario from its file through the pipeline; figures are those of a whole run.
let benchmarks: @Sendable () -> Void = {
  Benchmark.measure(Work.model)
}
