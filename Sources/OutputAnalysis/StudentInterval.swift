/// An estimate from independent replications and the half-width of its confidence interval.
///
/// The interval is estimate ± half-width, with half-width = t(½ + confidence / 2; n − 1) · s / √n.
public struct StudentInterval: Sendable, Equatable {
  /// The mean of the values.
  public let estimate: Double
  /// Half the width of the interval; nil for a single value, which says nothing of its error.
  public let halfWidth: Double?
  /// The probability with which the interval covers the true mean, such as 0.95.
  public let confidence: Double
  /// The number of values, at least 1.
  public let count: Int

  /// Creates the interval of the values in a tally; nil when there is no value.
  ///
  /// - Parameters:
  ///   - tally: One value per replication.
  ///   - confidence: Above 0 and below 1.
  public init?(_ tally: Tally, confidence: Double) {
    self.init(
      mean: tally.mean,
      variance: tally.variance,
      count: tally.count,
      confidence: confidence
    )
  }

  /// Creates the interval of some values from their moments; nil when there is no value.
  ///
  /// - Parameters:
  ///   - mean: The mean of the values.
  ///   - variance: Their unbiased sample variance; not looked at below two values.
  ///   - count: How many values there are.
  ///   - confidence: Above 0 and below 1.
  public init?(mean: Double, variance: Double, count: Int, confidence: Double) {
    precondition(0 < confidence && confidence < 1, "confidence \(confidence) is outside 0 ... 1")
    guard count > 0 else { return nil }
    self.estimate = mean
    self.confidence = confidence
    self.count = count
    guard count > 1 else {
      halfWidth = nil
      return
    }
    let quantile = studentQuantile(0.5 + confidence / 2, degrees: Double(count - 1))
    halfWidth = quantile * (variance / Double(count)).squareRoot()
  }
}
