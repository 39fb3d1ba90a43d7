#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The values of one quantity in successive batches of equal length of one long run (批均值).
///
/// Values of batches that are long enough are nearly independent, and stand in for those of
/// replications: the interval of the mean is Student's with one degree less than there are batches
/// (Conway, "Some tactical problems in digital simulation", Management Science 10, 1963; ten to
/// thirty batches as a rule: Schmeiser, "Batch size effects in the analysis of simulation output",
/// Operations Research 30, 1982).
public struct BatchMeans: Sendable, Equatable {
  /// The values, in the order of the batches.
  public let values: [Double]
  /// Their moments.
  public let tally: Tally

  /// Batches from the value of each.
  public init(_ values: [Double]) {
    self.values = values
    tally = Tally(values)
  }

  /// So many batches of equal length of a series; what does not fit is left out at its beginning.
  public init(of series: [Double], batches: Int) {
    precondition(0 < batches && batches <= series.count, "\(batches) batches of \(series.count)")
    let size = series.count / batches
    let first = series.count - size * batches
    self.init(InitialTruncation.means(of: size, Array(series[first...])))
  }

  /// The interval of the mean; nil without values, without half-width for a single one.
  public func interval(confidence: Double) -> StudentInterval? {
    StudentInterval(tally, confidence: confidence)
  }

  /// Von Neumann's ratio Σ (xᵢ₊₁ − xᵢ)² / Σ (xᵢ − x̄)²: near 2 for independent values, less where
  /// successive ones are alike; NaN below three values and for equal ones.
  ///
  /// "Distribution of the ratio of the mean square successive difference to the variance", Annals of
  /// Mathematical Statistics 12, 1941; here without the factor n / (n − 1).
  public var vonNeumannRatio: Double {
    guard values.count > 2 else { return .nan }
    var differences = 0.0
    for index in values.indices.dropFirst() {
      let difference = values[index] - values[index - 1]
      differences += difference * difference
    }
    let squares = tally.variance * Double(values.count - 1)
    return squares > 0 ? differences / squares : .nan
  }

  /// The chance that independent values look as much alike, one after the other, as these do.
  ///
  /// Small where batches are too short, so that their intervals promise too much. 1 − ratio / 2 has
  /// mean 0 and variance (n − 2) / (n² − 1) for independent normal values, and is nearly normal from
  /// eight values on (Fishman, "Grouping observations in digital simulation", Management Science 24,
  /// 1978). 1 where the ratio is not defined.
  public var chanceOfIndependence: Double {
    let ratio = vonNeumannRatio
    guard ratio.isFinite else { return 1 }
    let count = Double(values.count)
    let deviation = (1 - ratio / 2) / ((count - 2) / (count * count - 1)).squareRoot()
    return erfc(deviation / 2.0.squareRoot()) / 2
  }
}
