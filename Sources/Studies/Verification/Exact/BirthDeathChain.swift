/// A birth–death process on 0, 1, …, n in equilibrium.
struct BirthDeathChain {
  /// Rate from each state to the next.
  let births: [Double]
  /// Equilibrium probabilities.
  let shares: [Double]

  /// `births[i]` leads from i to i + 1 and `deaths[i]` back from i + 1 to i.
  init(births: [Double], deaths: [Double]) {
    precondition(births.count == deaths.count, "births \(births.count), deaths \(deaths.count)")
    var weights = [1.0]
    for (birth, death) in zip(births, deaths) {
      weights.append((weights.last ?? 0) * birth / death)
    }
    let sum = weights.reduce(0, +)
    self.births = births
    shares = weights.map { $0 / sum }
  }

  /// c servers of rate 1, `places` in all, who waits leaving at rate `impatience`.
  init(arrivals: Double, servers: Int, places: Int, impatience: Double = 0) {
    self.init(
      births: Array(repeating: arrivals, count: places),
      deaths: (1...places).map { present in
        Double(min(present, servers)) + impatience * Double(max(0, present - servers))
      }
    )
  }

  /// A finite source: `population` units that ask at rate `rate` each, c servers of rate 1.
  init(population: Int, rate: Double, servers: Int) {
    self.init(
      births: (0..<population).map { Double(population - $0) * rate },
      deaths: (1...population).map { Double(min($0, servers)) }
    )
  }

  /// Mean of a function of the state.
  func mean(_ value: (Int) -> Double) -> Double {
    var sum = 0.0
    for (state, share) in shares.enumerated() { sum += share * value(state) }
    return sum
  }

  /// Variance constant of a time average: its variance over a long time t is this divided by t.
  ///
  /// D. Y. Burman, Insensitivity in queueing systems (1981); W. Whitt, Asymptotic formulas for
  /// Markov processes with applications to simulation, Operations Research 40 (1992), theorem 1.
  func varianceConstant(_ value: (Int) -> Double) -> Double {
    let centre = mean(value)
    // The sums up to a state and beyond it add up to 0: in the tail the latter are the exact ones.
    let parts = shares.enumerated().map { (value($0) - centre) * $1 }
    var beyond = parts
    for state in births.indices.reversed() { beyond[state] += beyond[state + 1] }
    var below = 0.0
    var sum = 0.0
    for (state, rate) in births.enumerated() {
      below += parts[state]
      let flow = rate * shares[state]
      let part = value(state) > centre ? beyond[state + 1] : below
      if flow > 0 { sum += part * part / flow }
    }
    return 2 * sum
  }
}
