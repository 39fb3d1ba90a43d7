/// How the error of a search is shared among its tests, whose number is not known beforehand.
///
/// By Bonferroni's inequality (Dunn, Journal of the American Statistical Association 56, 1961) all
/// tests together err with a chance of at most the sum of their shares. The tests that are expected
/// have nine tenths of it in equal parts; test number m + j of m expected ones has a tenth over
/// j (j + 1), a series that adds up to that tenth however many there are.
public struct ErrorBudget: Sendable, Equatable {
  /// The error of all tests together.
  public let total: Double
  /// The number of tests that are expected.
  public let expected: Int

  /// A budget from its parts.
  ///
  /// - Parameters:
  ///   - total: Above 0 and below 1, such as 0.05.
  ///   - expected: At least 1.
  public init(_ total: Double, expected: Int) {
    precondition(0 < total && total < 1, "error \(total) is outside 0 ... 1")
    precondition(expected > 0, "\(expected) tests expected")
    self.total = total
    self.expected = expected
  }

  /// The error of a test by its number, from 1.
  public func share(ofTest number: Int) -> Double {
    precondition(number > 0, "test number \(number)")
    if number <= expected { return 0.9 * total / Double(expected) }
    let beyond = Double(number - expected)
    return 0.1 * total / (beyond * (beyond + 1))
  }
}
