import Foundation

/// M/M/1 with services of mean 1, the shortest first, never interrupted.
///
/// T. E. Phipps, Machine repair as a priority waiting-line problem, Operations Research 4 (1956):
/// a job of length x waits W₀ / (1 − ρ(x))², with ρ(x) the load of all that are shorter.
struct ShortestJob {
  let load: Double

  /// Mean wait, by Simpson's rule over lengths up to 60 means.
  var wait: Double {
    let steps = 60_000
    let width = 60.0 / Double(steps)
    var sum = 0.0
    for step in 0...steps {
      let length = Double(step) * width
      let tail = exp(-length)
      let shorter = load * (1 - tail * (1 + length))
      let weight = step == 0 || step == steps ? 1.0 : step.isMultiple(of: 2) ? 2.0 : 4.0
      sum += weight * tail / ((1 - shorter) * (1 - shorter))
    }
    return load * sum * width / 3
  }
}
