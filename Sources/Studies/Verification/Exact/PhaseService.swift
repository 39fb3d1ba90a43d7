/// M/PH/c: Poisson arrivals, c servers, services made of exponential phases.
///
/// A state is the number present and, for each phase, how many servers are in it.
struct PhaseService {
  let servers: Int
  let arrivals: Double
  /// Probability that a service begins with a phase.
  let initial: [Double]
  /// Rate at which a phase ends.
  let rates: [Double]
  /// The phase after it; nil where the service ends.
  let following: [Int?]

  /// Erlang services with mean 1.
  static func erlang(_ phases: Int, servers: Int, arrivals: Double) -> Self {
    Self(
      servers: servers,
      arrivals: arrivals,
      initial: (0..<phases).map { $0 == 0 ? 1 : 0 },
      rates: Array(repeating: Double(phases), count: phases),
      following: (0..<phases).map { $0 + 1 < phases ? $0 + 1 : nil }
    )
  }

  /// Hyperexponential services with balanced means and mean 1.
  static func hyperexponential(scv: Double, servers: Int, arrivals: Double) -> Self {
    let branches = BalancedBranches(scv: scv)
    return Self(
      servers: servers,
      arrivals: arrivals,
      initial: branches.shares,
      rates: branches.rates,
      following: [nil, nil]
    )
  }

  struct Answer {
    let waiting: Double
    let queue: Double
    let wait: Double
  }

  /// Probability of waiting, mean number waiting and mean wait.
  func solve() -> Answer {
    let configurations = (0...servers).map { Self.compositions($0, of: rates.count) }
    let process = LevelProcess(
      repeating: servers,
      states: { configurations[min($0, servers)].count },
      rates: { level, state in moves(level, state, configurations) }
    )
    var waiting = 0.0
    var queue = 0.0
    for (level, shares) in process.solve().enumerated() where level >= servers {
      let share = shares.reduce(0, +)
      waiting += share
      queue += Double(level - servers) * share
    }
    return Answer(waiting: waiting, queue: queue, wait: queue / arrivals)
  }

  private func moves(
    _ level: Int,
    _ state: Int,
    _ configurations: [[[Int]]]
  ) -> [LevelProcess.Move] {
    let here = configurations[min(level, servers)]
    let busy = here[state]
    var moves: [LevelProcess.Move] = []
    func add(_ change: Int, _ target: [Int], _ rate: Double) {
      let there = configurations[min(level + change, servers)]
      guard rate > 0, let index = there.firstIndex(of: target) else { return }
      moves.append(LevelProcess.Move(change: change, state: index, rate: rate))
    }
    if level >= servers {
      add(1, busy, arrivals)
    } else {
      for (phase, share) in initial.enumerated() {
        add(1, Self.changed(busy, nil, phase), arrivals * share)
      }
    }
    for (phase, count) in busy.enumerated() where count > 0 {
      let rate = Double(count) * rates[phase]
      if let next = following[phase] {
        add(0, Self.changed(busy, phase, next), rate)
      } else if level > servers {
        for (first, share) in initial.enumerated() {
          add(-1, Self.changed(busy, phase, first), rate * share)
        }
      } else {
        add(-1, Self.changed(busy, phase, nil), rate)
      }
    }
    return moves
  }

  private static func changed(_ busy: [Int], _ minus: Int?, _ plus: Int?) -> [Int] {
    var result = busy
    if let minus { result[minus] -= 1 }
    if let plus { result[plus] += 1 }
    return result
  }

  /// All ways to spread `total` servers over phases.
  private static func compositions(_ total: Int, of phases: Int) -> [[Int]] {
    if phases == 1 { return [[total]] }
    return (0...total).flatMap { first in
      compositions(total - first, of: phases - 1).map { [first] + $0 }
    }
  }
}
