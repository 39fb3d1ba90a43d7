/// The two-phase hyperexponential law of mean 1 with balanced means.
///
/// Each phase carries half of the mean: rate 2p with probability p, rate 2q with probability q.
struct HyperexponentialLaw {
  private let p: Double
  private let q: Double

  /// `scv`, the squared coefficient of variation, is at least 1.
  init(scv: Double) {
    let root = ((scv - 1) / (scv + 1)).squareRoot()
    p = (1 + root) / 2
    // (1 − root) / 2 without the cancellation.
    q = 1 / ((scv + 1) * (1 + root))
  }

  /// Probability above `x`.
  func upper(_ x: Double) -> Double {
    p * Libm.exponential(-2 * p * x) + q * Libm.exponential(-2 * q * x)
  }

  /// Probability below `x`.
  func lower(_ x: Double) -> Double {
    -p * Libm.exponentialMinusOne(-2 * p * x) - q * Libm.exponentialMinusOne(-2 * q * x)
  }

  /// Density at `x`.
  func density(_ x: Double) -> Double {
    2 * p * p * Libm.exponential(-2 * p * x) + 2 * q * q * Libm.exponential(-2 * q * x)
  }

  /// The quantile with probability `lower` below it and `upper` above it.
  ///
  /// The distribution function is concave and ln of the survival function convex, so that Newton's
  /// method climbs to the root from 0 and never passes it.
  func quantile(lower: Double, upper: Double) -> Double {
    if upper <= 0 { return .infinity }
    if lower <= upper {
      return newton(from: 0) { x in (lower - self.lower(x)) / density(x) }
    }
    return newton(from: 0) { x in
      let value = self.upper(x)
      return Libm.ln(value / upper) * value / density(x)
    }
  }
}
