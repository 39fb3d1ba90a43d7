import Testing

/// A scenario with exact answers from theory.
struct ExactCase: CustomTestStringConvertible, Sendable {
  /// The scenario under scenarios/verification, which names the source.
  let scenario: String
  /// Exact values by measure; times in minutes, counts in trucks, rates per hour.
  let values: [Value]

  var testDescription: String { scenario }

  struct Value: Sendable {
    let measure: String
    let exact: Double
    /// The widest 99.9 % half-width allowed, relative to the value.
    let precision: Double
  }
}

extension ExactCase.Value {
  /// A mean, a share or a rate: known to 1 %.
  static func mean(_ measure: String, _ exact: Double) -> Self {
    Self(measure: measure, exact: exact, precision: 0.01)
  }

  /// A mean time in minutes, known to 1 %; measures are in seconds.
  static func minutes(_ measure: String, _ exact: Double) -> Self {
    Self(measure: measure, exact: exact * 60, precision: 0.01)
  }

  /// A second moment in minutes squared, known to 3 %.
  static func square(_ measure: String, _ exact: Double) -> Self {
    Self(measure: measure, exact: exact * 3600, precision: 0.03)
  }

  /// A quantile in minutes, known to 3 %.
  static func tail(_ measure: String, _ exact: Double) -> Self {
    Self(measure: measure, exact: exact * 60, precision: 0.03)
  }

  /// A standard deviation whose square is known to 3 %.
  static func deviation(_ measure: String, variance: Double) -> Self {
    Self(measure: measure, exact: variance.squareRoot(), precision: 0.015)
  }
}
