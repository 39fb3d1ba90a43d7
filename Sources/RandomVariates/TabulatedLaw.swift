/// A law of mean 1 whose quantile function has no closed form and is tabulated instead.
enum TabulatedLaw: Hashable {
  case gamma(shape: Double)
  case hyperexponential(scv: Double)

  /// ln of the quantile at Φ(`z`), and its derivative in `z`.
  ///
  /// As a function of `z` the logarithm of a quantile bends little, even far out in the tails.
  func node(at z: Double) -> QuantileNode {
    let (lower, upper) = (normalCDF(z), normalCDF(-z))
    switch self {
    case .gamma(let shape):
      let law = GammaLaw(shape: shape)
      let y = law.logQuantile(lower: lower, upper: upper)
      // dy/dz is the ratio of the densities of z and y.
      let slope = normalDensity(z) * Libm.exponential(-law.logDensity(y))
      return QuantileNode(value: y - Libm.ln(shape), slope: slope)
    case .hyperexponential(let scv):
      let law = HyperexponentialLaw(scv: scv)
      let x = law.quantile(lower: lower, upper: upper)
      return QuantileNode(value: Libm.ln(x), slope: normalDensity(z) / (x * law.density(x)))
    }
  }
}

/// One point of a tabulated quantile function.
struct QuantileNode {
  var value: Double
  var slope: Double
}

/// ln of a quantile function at the points of an even grid of normal quantiles.
///
/// Between two points lies the cubic with the right values and slopes (Hermite). The grid is
/// halved until the cubics are right at the midpoints, so that smooth laws have small tables.
///
/// Relative error of a quantile below 10⁻⁷ for gamma laws and 10⁻⁶ for hyperexponential ones up to
/// scv 100. Beyond, the finest grid is too coarse for the leap from the fast phase to the slow one:
/// at scv 1,000 the error reaches 3·10⁻⁴, near the quantile of 0.9995 only.
struct QuantileGrid {
  /// The grid spans `-reach`...`reach`: beyond it lie no units but 10⁻¹⁷ of the probability.
  static let reach = 8.5
  /// Relative error of a quantile that a cubic may have in the middle.
  static let tolerance = 1e-7

  private(set) var nodes: [QuantileNode]
  private(set) var step = 0.125

  init(_ law: TabulatedLaw) {
    let count = Int(2 * Self.reach / step) + 1
    nodes = (0..<count).map { [step] in law.node(at: Double($0) * step - Self.reach) }
    while step > 1.0 / 1024 {
      let midpoints = (0..<nodes.count - 1).map { [step] in
        law.node(at: (Double($0) + 0.5) * step - Self.reach)
      }
      if midpoints.indices.allSatisfy({ isRight(midpoints[$0], after: $0) }) { return }
      var finer: [QuantileNode] = []
      finer.reserveCapacity(nodes.count + midpoints.count)
      for index in midpoints.indices {
        finer.append(nodes[index])
        finer.append(midpoints[index])
      }
      finer.append(nodes[nodes.count - 1])
      nodes = finer
      step /= 2
    }
  }

  private func isRight(_ midpoint: QuantileNode, after index: Int) -> Bool {
    // Below this logarithm a quantile is 0 as a `Double`.
    if midpoint.value < -750 { return true }
    let (left, right) = (nodes[index], nodes[index + 1])
    let cubic = (left.value + right.value) / 2 + step * (left.slope - right.slope) / 8
    return abs(cubic - midpoint.value) <= Self.tolerance
  }
}
