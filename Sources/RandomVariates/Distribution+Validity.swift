extension Distribution {
  /// The first thing that is wrong with the parameters, or `nil` if they make sense.
  ///
  /// Zero spread is allowed where the law still means something (uniform, triangular, lognormal).
  /// - Complexity: O(number of values, rows and parts)
  public var fault: DistributionFault? {
    parameterFault ?? Self.finite(("mean", mean), ("variance", variance))
  }

  private var parameterFault: DistributionFault? {
    switch self {
    case .constant(let value):
      return Self.finite(("value", value))
    case .exponential(let mean):
      return Self.positive("mean", mean)
    case .erlang(let shape, let mean):
      return Self.within("shape", Double(shape), 1, 1e6) ?? Self.positive("mean", mean)
    case .gamma(let mean, let cv):
      return Self.positive("mean", mean) ?? Self.within("cv", cv, 1e-3, 100)
    case .lognormal(let mean, let sd):
      return Self.positive("mean", mean) ?? Self.notNegative("sd", sd)
        ?? Self.within("cv", sd / mean, 0, 1e6)
    case .uniform(let low, let high):
      return Self.ordered(low, high)
    case .triangular(let low, let mode, let high):
      if let fault = Self.ordered(low, high) ?? Self.finite(("mode", mode)) { return fault }
      return (low...high).contains(mode)
        ? nil : .modeOutsideRange(mode: mode, low: low, high: high)
    case .normal(let mean, let sd):
      if let fault = Self.finite(("mean", mean)) ?? Self.positive("sd", sd) { return fault }
      let kept = normalCDF(mean / sd)
      return kept >= 1e-6 ? nil : .hardlyEverPositive(probability: kept)
    case .weibull(let shape, let scale):
      return Self.positive("shape", shape) ?? Self.positive("scale", scale)
    case .hyperexponential(let mean, let scv):
      return Self.positive("mean", mean) ?? Self.within("scv", scv, 1, 1e3)
    case .discrete(let values):
      return Self.firstFault(values) { _, entry in Self.finite(("value", entry.value)) }
        ?? Self.shares(values.map(\.probability))
    case .empirical(let rows), .trace(let rows):
      return Self.firstFault(rows) { _, row in Self.finite(("row", row)) }
    case .mixture(let parts):
      return Self.firstFault(parts) { index, part in
        part.distribution.fault.map { .part(index: index, fault: $0) }
      } ?? Self.shares(parts.map(\.probability))
    }
  }

  private static func finite(_ parameters: (String, Double)...) -> DistributionFault? {
    parameters.first { !$0.1.isFinite }.map { .notFinite(name: $0.0, found: $0.1) }
  }

  private static func positive(_ name: String, _ value: Double) -> DistributionFault? {
    finite((name, value)) ?? (value > 0 ? nil : .notPositive(name: name, found: value))
  }

  private static func notNegative(_ name: String, _ value: Double) -> DistributionFault? {
    finite((name, value)) ?? (value >= 0 ? nil : .negative(name: name, found: value))
  }

  private static func within(
    _ name: String,
    _ value: Double,
    _ low: Double,
    _ high: Double
  ) -> DistributionFault? {
    finite((name, value))
      ?? (low <= value && value <= high
        ? nil : .outOfRange(name: name, found: value, low: low, high: high))
  }

  private static func ordered(_ low: Double, _ high: Double) -> DistributionFault? {
    finite(("low", low), ("high", high)) ?? (low <= high ? nil : .reversed(low: low, high: high))
  }

  /// Probabilities may miss 1 by what the rounding of decimal fractions explains.
  private static func shares(_ probabilities: [Double]) -> DistributionFault? {
    let sum = probabilities.reduce(0, +)
    return firstFault(probabilities) { _, p in notNegative("probability", p) }
      ?? (abs(sum - 1) <= 1e-9 ? nil : .sharesDoNotSumToOne(found: sum))
  }

  private static func firstFault<Element>(
    _ list: [Element],
    check: (Int, Element) -> DistributionFault?
  ) -> DistributionFault? {
    if list.isEmpty { return .empty }
    for (index, element) in list.enumerated() {
      if let fault = check(index, element) { return fault }
    }
    return nil
  }
}
