extension Distribution {
  /// The expected value; of a trace, the mean of its rows.
  public var mean: Double {
    switch self {
    case .constant(let value): value
    case .exponential(let mean), .erlang(_, let mean), .gamma(let mean, _),
      .lognormal(let mean, _), .hyperexponential(let mean, _):
      mean
    case .uniform(let low, let high): low + (high - low) / 2
    case .triangular(let low, let mode, let high): low + ((mode - low) + (high - low)) / 3
    case .normal(let mean, let sd): TruncatedNormal(mean: mean, sd: sd).trueMean
    case .weibull(let shape, let scale): scale * Libm.exponential(Libm.lnGamma(1 + 1 / shape))
    case .discrete(let values): values.reduce(0) { $0 + $1.probability * $1.value }
    case .empirical(let rows), .trace(let rows): rows.reduce(0, +) / Double(rows.count)
    case .mixture(let parts): parts.reduce(0) { $0 + $1.probability * $1.distribution.mean }
    }
  }

  /// The variance; of a trace, that of its rows, each counted equally.
  public var variance: Double {
    switch self {
    case .constant: return 0
    case .exponential(let mean): return mean * mean
    case .erlang(let shape, let mean): return mean * mean / Double(shape)
    case .gamma(let mean, let cv): return mean * cv * mean * cv
    case .lognormal(_, let sd): return sd * sd
    case .uniform(let low, let high): return (high - low) * (high - low) / 12
    case .triangular(let low, let mode, let high):
      let (a, b) = (mode - low, high - mode)
      return (a * a + a * b + b * b) / 18
    case .normal(let mean, let sd): return TruncatedNormal(mean: mean, sd: sd).trueVariance
    case .weibull(let shape, let scale):
      let first = Libm.lnGamma(1 + 1 / shape)
      let second = Libm.lnGamma(1 + 2 / shape)
      return scale * scale * Libm.exponential(2 * first)
        * Libm.exponentialMinusOne(second - 2 * first)
    case .hyperexponential(let mean, let scv): return mean * mean * scv
    case .discrete(let values):
      let centre = mean
      return values.reduce(0) {
        $0 + $1.probability * ($1.value - centre) * ($1.value - centre)
      }
    case .empirical(let rows), .trace(let rows):
      let centre = mean
      return rows.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(rows.count)
    case .mixture(let parts):
      let centre = mean
      return parts.reduce(0) {
        let distance = $1.distribution.mean - centre
        return $0 + $1.probability * ($1.distribution.variance + distance * distance)
      }
    }
  }

  /// The largest number that no variate falls below.
  public var minimum: Double {
    switch self {
    case .constant(let value), .uniform(let value, _), .triangular(let value, _, _): value
    case .exponential, .erlang, .gamma, .lognormal, .normal, .weibull, .hyperexponential: 0
    case .discrete(let values):
      values.reduce(.infinity) { $1.probability > 0 ? min($0, $1.value) : $0 }
    case .empirical(let rows), .trace(let rows): rows.reduce(.infinity, min)
    case .mixture(let parts):
      parts.reduce(.infinity) { $1.probability > 0 ? min($0, $1.distribution.minimum) : $0 }
    }
  }

  /// Whether a variate can be below 0, which no duration may be.
  public var canBeNegative: Bool { minimum < 0 }
}
