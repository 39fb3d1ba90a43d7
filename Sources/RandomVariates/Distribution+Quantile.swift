extension Distribution {
  /// The generalised inverse of the distribution function at `u`, 0 ≤ `u` ≤ 1.
  ///
  /// A mixture is not inverted but composed, as it is when drawn: `u` chooses the part, and its
  /// place within that part's share goes on to the part; hence it need not rise with `u`. A trace
  /// counts as its rows. Relative error below 10⁻⁹; gamma, Erlang and hyperexponential laws are
  /// inverted numerically, rows are sorted, so this is for checks and not for drawing.
  public func quantile(_ u: Double) -> Double {
    precondition(u >= 0 && u <= 1, "a quantile is asked for at u in 0...1, not \(u)")
    switch self {
    case .constant(let value): return value
    case .exponential(let mean): return exponentialQuantile(u, mean: mean)
    case .erlang(let shape, let mean):
      return mean * gammaQuantile(u, shape: Double(shape))
    case .gamma(let mean, let cv): return mean * gammaQuantile(u, shape: 1 / (cv * cv))
    case .lognormal(let mean, let sd):
      let (logMean, logSD) = Self.logMoments(mean: mean, sd: sd)
      return logSD > 0 ? lognormalQuantile(u, logMean: logMean, logSD: logSD) : mean
    case .uniform(let low, let high): return uniformQuantile(u, low: low, width: high - low)
    case .triangular(let low, let mode, let high):
      let peak = Self.peak(low: low, mode: mode, high: high)
      return triangularQuantile(u, low: low, width: high - low, peak: peak)
    case .normal(let mean, let sd):
      let law = TruncatedNormal(mean: mean, sd: sd)
      return truncatedNormalQuantile(u, mean: mean, sd: sd, below: law.below, above: law.above)
    case .weibull(let shape, let scale):
      return weibullQuantile(u, scale: scale, inverseShape: 1 / shape)
    case .hyperexponential(let mean, let scv):
      return mean * HyperexponentialLaw(scv: scv).quantile(lower: u, upper: 1 - u)
    case .discrete(let values):
      let shares = DiscreteShares(values)
      return shares.values[shares.position(of: u)]
    case .empirical(let rows), .trace(let rows):
      let place = (u * Double(rows.count)).rounded(.up)
      return rows.sorted()[max(1, Int(place)) - 1]
    case .mixture(let parts):
      let shares = MixtureShares(parts)
      let part = shares.position(of: u)
      return shares.distributions[part].quantile(shares.rescaled(u, part: part))
    }
  }

  private func gammaQuantile(_ u: Double, shape: Double) -> Double {
    Libm.exponential(GammaLaw(shape: shape).logQuantile(lower: u, upper: 1 - u)) / shape
  }

  /// Mean and standard deviation of the logarithm of a lognormal variate.
  static func logMoments(mean: Double, sd: Double) -> (mean: Double, sd: Double) {
    let variance = Libm.ln1p((sd / mean) * (sd / mean))
    return (Libm.ln(mean) - variance / 2, variance.squareRoot())
  }

  /// The place of a triangle's mode as a share of its width.
  static func peak(low: Double, mode: Double, high: Double) -> Double {
    high > low ? (mode - low) / (high - low) : 1
  }
}
