/// M/G/1, first come first served.
///
/// The mean is the formula of Pollaczek (1930) and Khinchine (1932), the second moment that of
/// L. Takács, Introduction to the Theory of Queues (1962), chapter 1.
struct PollaczekKhinchine {
  /// Arrivals per unit of time.
  let arrivals: Double
  /// Moments of the service.
  let service: ServiceMoments

  /// Load of the server.
  var load: Double { arrivals * service.first }

  /// Mean wait.
  var wait: Double { arrivals * service.second / (2 * (1 - load)) }

  /// Mean square of the wait.
  var waitSquare: Double { 2 * wait * wait + arrivals * service.third / (3 * (1 - load)) }

  /// Mean number waiting.
  var queue: Double { arrivals * wait }
}

/// The first three moments of a service time.
struct ServiceMoments {
  let first: Double
  let second: Double
  let third: Double

  /// Squared coefficient of variation.
  var scv: Double { second / (first * first) - 1 }

  /// Always 1.
  static let constant = ServiceMoments(first: 1, second: 1, third: 1)

  /// Exponential with mean 1.
  static let exponential = gamma(scv: 1)

  /// Gamma with mean 1; Erlang with k phases has a squared coefficient of variation of 1/k.
  static func gamma(scv: Double) -> Self {
    Self(first: 1, second: 1 + scv, third: (1 + scv) * (1 + 2 * scv))
  }

  /// Lognormal with mean 1: the moments are powers of 1 + cv².
  static func lognormal(cv: Double) -> Self {
    let spread = 1 + cv * cv
    return Self(first: 1, second: spread, third: spread * spread * spread)
  }

  /// Uniform between two bounds.
  static func uniform(_ low: Double, _ high: Double) -> Self {
    let width = high - low
    return Self(
      first: (low + high) / 2,
      second: (high * high * high - low * low * low) / (3 * width),
      third: (high * high * high * high - low * low * low * low) / (4 * width)
    )
  }

  /// Triangular: raw moments are complete homogeneous polynomials of its three corners.
  static func triangular(_ low: Double, _ mode: Double, _ high: Double) -> Self {
    let corners = [low, mode, high]
    var second = 0.0
    var third = 0.0
    for one in 0..<3 {
      for two in one..<3 {
        second += corners[one] * corners[two]
        for three in two..<3 { third += corners[one] * corners[two] * corners[three] }
      }
    }
    return Self(first: (low + mode + high) / 3, second: second / 6, third: third / 10)
  }

  /// Two exponential branches with balanced means and mean 1.
  static func hyperexponential(scv: Double) -> Self {
    let branches = BalancedBranches(scv: scv)
    return Self(first: 1, second: 1 + scv, third: branches.moment(3))
  }
}

/// A hyperexponential with mean 1 whose two branches carry the same share of the mean.
struct BalancedBranches {
  let shares: [Double]
  let rates: [Double]

  /// Branches for a squared coefficient of variation of at least 1.
  init(scv: Double) {
    let share = (1 + ((scv - 1) / (scv + 1)).squareRoot()) / 2
    shares = [share, 1 - share]
    rates = [2 * share, 2 * (1 - share)]
  }

  /// Raw moment of a small order n: n! Σ pᵢ/rᵢⁿ.
  func moment(_ order: Int) -> Double {
    var sum = 0.0
    for (share, rate) in zip(shares, rates) {
      var term = share
      for factor in 1...order { term *= Double(factor) / rate }
      sum += term
    }
    return sum
  }

  /// Laplace transform.
  func transform(_ rate: Double) -> Double {
    zip(shares, rates).map { $0 * $1 / ($1 + rate) }.reduce(0, +)
  }
}
