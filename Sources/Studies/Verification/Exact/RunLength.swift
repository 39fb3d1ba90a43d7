/// How long a case must be simulated for its intervals to be as narrow as they must be.
///
/// A mean over a long run varies with its variance constant σ², known from theory before anything
/// is simulated: n = (tσ / εm)² observations give a half-width of ε times the mean m (W. Whitt,
/// Planning queueing simulations, Management Science 35, 1989). For M/M/c the constants are exact;
/// other arrivals and services scale them by (c_a² + c_s²)/2, which holds in heavy traffic.
///
/// Many replications make Student's quantile small and the half-width, itself an estimate,
/// reliable: with 400 its square scatters by 7 % (one standard deviation). What a short replication
/// biases, a standard deviation over time, has 100.
enum RunLength {
  /// Replications of a file whose length follows this rule.
  static let replications = 400

  /// Student's quantile of 99.9 % intervals, two-sided, for 400 replications.
  static let quantile = 3.317

  /// A reserve in n, for the scatter of the half-width.
  static let margin = 1.2

  /// Most trucks that a case with several servers is worth; see `SizedCase.queue`.
  static let limit = 40_000_000.0

  /// Half-width that a mean may have.
  static func precision(load: Double) -> Double { load < 0.95 ? 0.01 : 0.03 }

  /// Half-width that a mean of squares or a quantile may have.
  static let squarePrecision = 0.03

  /// Half-width that a standard deviation may have.
  static let deviationPrecision = 0.015

  /// Time needed, in the unit of the variance constant, when its ratio to the square of the mean
  /// is `relative`.
  static func time(_ relative: Double, precision: Double) -> Double {
    quantile * quantile * margin * relative / (precision * precision)
  }

  /// Replications needed when one gives one observation.
  static func count(_ relative: Double, precision: Double = 0.01) -> Int {
    Int(time(relative, precision: precision).rounded(.up))
  }

  /// What is asked of a queue besides the probability of waiting.
  enum Question {
    /// Nothing.
    case waiting
    /// The wait and the number waiting.
    case wait
    /// The same and their squares.
    case waitSquare
    /// The stay and the number present.
    case stay
    /// All of these and the standard deviation of the number present.
    case deviation
  }

  /// Time in mean services for a queue with c servers.
  static func queue(
    servers: Int,
    offered: Double,
    variability: Double = 1,
    _ question: Question
  ) -> Double {
    let load = offered / Double(servers)
    let chain = BirthDeathChain(
      arrivals: offered,
      servers: servers,
      places: servers + Int(40 / (1 - load)) + 40
    )
    let precision = precision(load: load)
    func queue(_ state: Int) -> Double { Double(max(0, state - servers)) }
    var time = time(chain.relative { $0 < servers ? 0 : 1 }, precision: precision)
    func ask(_ relative: Double, _ precision: Double) {
      time = max(time, self.time(relative, precision: precision))
    }
    switch question {
    case .waiting: break
    case .stay: ask(chain.relative(Double.init), precision)
    case .wait, .waitSquare, .deviation: ask(chain.relative(queue), precision)
    }
    if question == .waitSquare || question == .deviation {
      // Who finds q waiting before him waits for q + 1 of exponential services.
      ask(chain.relative { queue($0) * (queue($0) + 1) }, squarePrecision)
    }
    if question == .deviation {
      let mean = chain.mean(Double.init)
      // Of a root half as much, relatively; a fifth more for the smaller number of replications.
      let square = chain.relative { (Double($0) - mean) * (Double($0) - mean) }
      ask(1.2 * square / 4, deviationPrecision)
    }
    return time * variability
  }

  /// Time to begin with that is not looked at: three times the relaxation time 1/(√c − √a)², which
  /// for other arrivals and services grows with their variability.
  ///
  /// What the empty start leaves is then e⁻³ of it, for one relaxation time in some hundreds: less
  /// than a tenth of the half-width.
  static func settling(servers: Int, offered: Double, variability: Double = 1) -> Double {
    let root = Double(servers).squareRoot() - offered.squareRoot()
    return 3 * max(1, variability) / min(1, root * root)
  }
}

extension BirthDeathChain {
  /// Variance constant over the square of the mean.
  func relative(_ value: (Int) -> Double) -> Double {
    let mean = mean(value)
    return varianceConstant(value) / (mean * mean)
  }

  /// The same for the share of arrivals that find the last state, who are counted one by one.
  func relativeLoss(arrivals: Double) -> Double {
    let last = shares.count - 1
    return relative { $0 == last ? 1 : 0 } + 1 / (arrivals * shares[last])
  }
}
