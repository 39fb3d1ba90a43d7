/// The probability that a standard normal variate is at most `z`, accurate in both tails.
public func normalCDF(_ z: Double) -> Double {
  0.5 * Libm.errorComplement(-z * 0.5.squareRoot())
}

/// The density of the standard normal law at `z`.
public func normalDensity(_ z: Double) -> Double {
  0.398_942_280_401_432_677_94 * Libm.exponential(-0.5 * z * z)
}

/// The normal law with parameters `mean` and `sd`, conditioned to be at least 0.
struct TruncatedNormal {
  let mean: Double
  let sd: Double
  /// Probability below 0 and from 0 on, before the cut.
  let below: Double
  let above: Double

  init(mean: Double, sd: Double) {
    self.mean = mean
    self.sd = sd
    below = normalCDF(-mean / sd)
    above = normalCDF(mean / sd)
  }

  /// The inverse Mills ratio at the cut.
  private var hazard: Double { normalDensity(mean / sd) / above }

  /// Mean after the cut.
  var trueMean: Double { mean + sd * hazard }

  /// Variance after the cut.
  var trueVariance: Double { sd * sd * (1 - hazard * (hazard + mean / sd)) }
}
