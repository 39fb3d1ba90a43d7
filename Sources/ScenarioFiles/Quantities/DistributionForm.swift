/// The distributions that a scenario may name, with the form of their arguments.
public enum DistributionForm: String, CaseIterable, Sendable {
  /// Always the same value.
  case constant
  /// Exponential with a mean.
  case exponential
  /// The sum of K exponential phases; the mean is that of the sum.
  case erlang
  /// Gamma by mean and coefficient of variation.
  case gamma
  /// Lognormal by the moments of the variate itself.
  case lognormal
  /// Between two bounds.
  case uniform
  /// By least, most likely and greatest value.
  case triangular
  /// Normal, cut at zero.
  case normal
  /// By shape and scale.
  case weibull
  /// Two exponential branches with balanced means.
  case hyperexponential
  /// Values with their probabilities.
  case discrete
  /// Rows of a file, each equally likely.
  case empirical
  /// Rows of a file in turn.
  case trace
  /// Distributions with their probabilities.
  case mixture

  /// How it is written, for messages and the schema.
  public var form: String {
    switch self {
    case .constant: "constant(VALUE)"
    case .exponential: "exponential(MEAN)"
    case .erlang: "erlang(K, MEAN)"
    case .gamma: "gamma(mean = M, cv = C)"
    case .lognormal: "lognormal(mean = M, sd = S) or lognormal(mean = M, cv = C)"
    case .uniform: "uniform(A, B)"
    case .triangular: "triangular(LOW, MODE, HIGH)"
    case .normal: "normal(MEAN, SD)"
    case .weibull: "weibull(SHAPE, SCALE)"
    case .hyperexponential: "hyperexponential(mean = M, scv = C)"
    case .discrete: "discrete(V1 = P1%, V2 = P2%, …)"
    case .empirical: "empirical(FILE.csv, COLUMN)"
    case .trace: "trace(FILE.csv, COLUMN)"
    case .mixture: "mixture(P1% = D1, P2% = D2, …)"
    }
  }
}

/// What the values of a distribution are.
public enum VariateKind: Sendable, Equatable {
  /// Lengths of time, held in microseconds.
  case duration
  /// Numbers without a unit, such as the size of a batch.
  case plain
  /// Numbers without a unit, or shares.
  case number
  /// Weights, held in kilograms.
  case weight
  /// Lengths, held in metres.
  case length
}
