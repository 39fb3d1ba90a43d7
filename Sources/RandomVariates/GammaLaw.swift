/// The gamma law of a given shape and rate 1, in logarithms throughout.
///
/// A small shape has quantiles far below the smallest `Double`; their logarithms are harmless.
/// Both ln P and ln Q, the tails of the logarithm of the variate, are concave, because its density
/// is; so Newton's method converges from one side without any guard.
struct GammaLaw {
  let shape: Double
  private let lnGammaOfShape: Double

  init(shape: Double) {
    self.shape = shape
    lnGammaOfShape = Libm.lnGamma(shape)
  }

  /// ln of the density of the logarithm of the variate at `y`.
  func logDensity(_ y: Double) -> Double {
    shape * y - Libm.exponential(y) - lnGammaOfShape
  }

  /// ln P(`shape`, e^`y`), the regularised lower incomplete gamma function.
  func logLower(_ y: Double) -> Double {
    let x = Libm.exponential(y)
    guard x < shape + 1 else {
      return Libm.ln1p(-Libm.exponential(logFraction(y, x)))
    }
    return logSeries(y, x)
  }

  /// ln Q(`shape`, e^`y`), the regularised upper incomplete gamma function.
  func logUpper(_ y: Double) -> Double {
    let x = Libm.exponential(y)
    guard x < shape + 1 else { return logFraction(y, x) }
    return Libm.ln1p(-Libm.exponential(logSeries(y, x)))
  }

  /// ln of the quantile with probability `lower` below it and `upper` above it.
  ///
  /// Both are given, because the smaller one carries the digits.
  func logQuantile(lower: Double, upper: Double) -> Double {
    if lower <= 0 { return -.infinity }
    if upper <= 0 { return .infinity }
    return lower <= upper ? logQuantile(lower: lower) : logQuantile(upper: upper)
  }

  private func logQuantile(lower: Double) -> Double {
    let target = Libm.ln(lower)
    // P(x) ≤ x^shape / Γ(shape + 1): the start lies left of the root, and Newton stays there.
    let start = (target + lnGammaOfShape + Libm.ln(shape)) / shape
    return newton(from: start) { y in
      let value = logLower(y)
      return (target - value) / Libm.exponential(logDensity(y) - value)
    }
  }

  private func logQuantile(upper: Double) -> Double {
    let target = Libm.ln(upper)
    // Chernoff's bound for the gamma law: the start lies right of the root, and Newton stays there.
    let start = Libm.ln(shape + (-2 * shape * target).squareRoot() - target)
    return newton(from: start) { y in
      let value = logUpper(y)
      return (value - target) / Libm.exponential(logDensity(y) - value)
    }
  }

  /// ln P by its power series, for `x` = e^`y` < shape + 1.
  private func logSeries(_ y: Double, _ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var n = shape
    while term > sum * 0x1p-54 {
      n += 1
      term *= x / n
      sum += term
    }
    return logDensity(y) + Libm.ln(sum / shape)
  }

  /// ln Q by Legendre's continued fraction in Lentz's form, for `x` = e^`y` ≥ shape + 1.
  private func logFraction(_ y: Double, _ x: Double) -> Double {
    var b = x + 1 - shape
    var c = Double.infinity
    var d = 1 / b
    var value = d
    var i = 0.0
    var change = 0.0
    while abs(change - 1) > 1e-15 && i < 1e6 {
      i += 1
      let a = i * (shape - i)
      b += 2
      d = 1 / (a * d + b)
      c = b + a / c
      change = c * d
      value *= change
    }
    return logDensity(y) + Libm.ln(value)
  }
}

/// Takes Newton steps until one is down in the rounding noise; `step` gives the way to go.
func newton(from start: Double, step: (Double) -> Double) -> Double {
  var x = start
  for _ in 0..<200 {
    let move = step(x)
    x += move
    if abs(move) <= 1e-11 * max(1, abs(x)) { break }
  }
  return x
}
