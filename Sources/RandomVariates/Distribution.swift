/// A probability law as a scenario states it; `SamplerTable` holds the form that is drawn from.
///
/// Parameters are plain numbers; for a duration the caller gives microseconds. `fault` says
/// whether they make sense, and moments and quantiles are meaningful only if it is `nil`.
public indirect enum Distribution: Sendable, Equatable {
  /// Always the same value.
  case constant(Double)
  /// Exponential.
  case exponential(mean: Double)
  /// Sum of `shape` exponential variates; `mean` is that of the whole.
  case erlang(shape: Int, mean: Double)
  /// Gamma, by its mean and its coefficient of variation.
  case gamma(mean: Double, cv: Double)
  /// Lognormal, by the moments of the variate itself, not of its logarithm.
  case lognormal(mean: Double, sd: Double)
  /// Uniform from the first value to the second.
  case uniform(Double, Double)
  /// Triangular.
  case triangular(low: Double, mode: Double, high: Double)
  /// Normal with these parameters, conditioned to be at least 0, which raises the mean.
  case normal(mean: Double, sd: Double)
  /// Weibull.
  case weibull(shape: Double, scale: Double)
  /// Two exponential phases with balanced means; `scv` is the squared coefficient of variation.
  case hyperexponential(mean: Double, scv: Double)
  /// Some values with their probabilities.
  case discrete([WeightedValue])
  /// Each row equally likely.
  case empirical([Double])
  /// The rows in turn, from the first again after the last.
  case trace([Double])
  /// One of several laws, chosen by probability.
  case mixture([MixturePart])
}

/// A value of a discrete law and its probability.
public struct WeightedValue: Sendable, Equatable {
  /// The value.
  public var value: Double
  /// Its probability, 0 to 1.
  public var probability: Double

  /// Creates a value with its probability.
  public init(value: Double, probability: Double) {
    self.value = value
    self.probability = probability
  }
}

/// A part of a mixture and its probability.
public struct MixturePart: Sendable, Equatable {
  /// The probability of this part, 0 to 1.
  public var probability: Double
  /// The law of this part.
  public var distribution: Distribution

  /// Creates a part with its probability.
  public init(probability: Double, distribution: Distribution) {
    self.probability = probability
    self.distribution = distribution
  }
}
