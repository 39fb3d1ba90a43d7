import Benchmark
import StandingWorks
import WorkBenchmarks

/// A scenario into a results file at each recording level; figures are those of a whole run.
let benchmarks: @Sendable () -> Void = {
  Benchmark.measure(Work.run)
}
