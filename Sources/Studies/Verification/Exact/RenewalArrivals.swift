import Foundation

/// Independent gaps and c servers of rate 1: GI/M/c.
///
/// L. Takács, Introduction to the Theory of Queues (1962), chapter 2.
struct RenewalArrivals {
  let servers: Int
  /// Laplace transform of the time between arrivals.
  let transform: (Double) -> Double

  /// The root σ of σ = A*(c(1 − σ)) below 1: who finds all servers busy finds a geometric queue.
  var root: Double {
    var root = 0.5
    for _ in 0..<100_000 {
      let next = transform(Double(servers) * (1 - root))
      let change = abs(next - root)
      root = next
      if change < 1e-16 { break }
    }
    return root
  }

  /// Probability that an arrival has to wait.
  var waiting: Double {
    let root = self.root
    var sum = 1 / (1 - root)
    var product = 1.0
    var choices = 1.0
    for count in 1...servers {
      let value = transform(Double(count))
      product *= value / (1 - value)
      choices *= Double(servers - count + 1) / Double(count)
      let top = Double(servers) * (1 - value) - Double(count)
      let bottom = Double(servers) * (1 - root) - Double(count)
      sum += choices / (product * (1 - value)) * top / bottom
    }
    return 1 / (sum * (1 - root))
  }

  /// Mean wait.
  var wait: Double { waiting / (Double(servers) * (1 - root)) }

  /// Arrivals at equal distances.
  static func constant(servers: Int, rate: Double) -> Self {
    Self(servers: servers) { exp(-$0 / rate) }
  }

  /// Erlang gaps of k phases.
  static func erlang(_ phases: Int, servers: Int, rate: Double) -> Self {
    Self(servers: servers) { pow(1 + $0 / (Double(phases) * rate), -Double(phases)) }
  }

  /// Hyperexponential gaps with balanced means.
  static func hyperexponential(scv: Double, servers: Int, rate: Double) -> Self {
    let branches = BalancedBranches(scv: scv)
    return Self(servers: servers) { branches.transform($0 / rate) }
  }
}
