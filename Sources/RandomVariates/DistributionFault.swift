/// What is wrong with the parameters of a distribution; data only, worded by whoever reports it.
///
/// `name` is the parameter's name in `Distribution`.
public indirect enum DistributionFault: Sendable, Equatable {
  /// Not a number, or too large for the law to have a finite mean and variance.
  case notFinite(name: String, found: Double)
  /// The parameter must be above 0.
  case notPositive(name: String, found: Double)
  /// The parameter must not be below 0.
  case negative(name: String, found: Double)
  /// The parameter lies outside `low`...`high`.
  case outOfRange(name: String, found: Double, low: Double, high: Double)
  /// The lower end lies above the upper one.
  case reversed(low: Double, high: Double)
  /// The mode of a triangle lies outside its range.
  case modeOutsideRange(mode: Double, low: Double, high: Double)
  /// A normal law of which all but this probability would be cut away.
  case hardlyEverPositive(probability: Double)
  /// Probabilities that do not add up to 1.
  case sharesDoNotSumToOne(found: Double)
  /// No values, rows or parts.
  case empty
  /// A fault in one part of a mixture; parts count from 0.
  case part(index: Int, fault: DistributionFault)
}
