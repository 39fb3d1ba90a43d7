import Foundation
import RandomVariates

/// Writes laws as a scenario has them, with all values in one unit.
struct LawText {
  /// The name of the unit, empty for plain numbers.
  private let unit: String
  /// The unit in microseconds or kilograms.
  private let scale: Double

  /// Takes the unit of a value such as `10 min`; nil where it is none of the kind.
  init?(_ kind: Assumption.Kind, like value: String) {
    guard let parts = try? numberAndUnit(value) else { return nil }
    unit = parts.unit
    switch kind {
    case .time:
      guard let length = try? TimeUnit.microseconds(unit) else { return nil }
      scale = Double(length)
    case .weight:
      guard let weight = MeasureUnit.weights.first(where: { $0.name == parts.unit }) else {
        return nil
      }
      scale = pow(10, Double(weight.exponent))
    case .number where unit.isEmpty: scale = 1
    default: return nil
    }
  }

  /// A law whose values are all multiplied by a factor; nil for rows of a file.
  func text(_ law: Distribution, stretched factor: Double = 1) -> String? {
    func value(_ number: Double) -> String {
      let text = Self.digits(number * factor / scale)
      return unit.isEmpty ? text : "\(text) \(unit)"
    }
    switch law {
    case .constant(let number): return value(number)
    case .exponential(let mean): return "exponential(\(value(mean)))"
    case .erlang(let shape, let mean): return "erlang(\(shape), \(value(mean)))"
    case .gamma(let mean, let cv): return "gamma(mean = \(value(mean)), cv = \(cv))"
    case .lognormal(let mean, let sd): return "lognormal(mean = \(value(mean)), sd = \(value(sd)))"
    case .uniform(let low, let high): return "uniform(\(value(low)), \(value(high)))"
    case .triangular(let low, let mode, let high):
      return "triangular(\(value(low)), \(value(mode)), \(value(high)))"
    case .normal(let mean, let sd): return "normal(\(value(mean)), \(value(sd)))"
    case .weibull(let shape, let scale): return "weibull(\(shape), \(value(scale)))"
    case .hyperexponential(let mean, let scv):
      return "hyperexponential(mean = \(value(mean)), scv = \(scv))"
    case .discrete(let values):
      let shares = Self.percentages(values.map(\.probability))
      let pairs = zip(values, shares).map { "\(value($0.value)) = \($1)" }
      return "discrete(\(pairs.joined(separator: ", ")))"
    case .empirical, .trace: return nil
    case .mixture(let parts):
      let texts = parts.compactMap { text($0.distribution, stretched: factor) }
      guard texts.count == parts.count else { return nil }
      let shares = Self.percentages(parts.map(\.probability))
      return "mixture(\(zip(shares, texts).map { "\($0) = \($1)" }.joined(separator: ", ")))"
    }
  }

  /// Six significant digits, which is more than anybody knows of a law.
  private static func digits(_ number: Double) -> String {
    guard number != 0, number.isFinite else { return "0" }
    let shift = pow(10, 5 - log10(abs(number)).rounded(.down))
    return decimalText((number * shift).rounded() / shift)
  }

  /// Shares with four decimals of a percent that add up to 100 % exactly; the largest takes the rest.
  private static func percentages(_ shares: [Double]) -> [String] {
    var millionths = shares.map { Int(($0 * 1e6).rounded()) }
    if let largest = millionths.indices.max(by: { millionths[$0] < millionths[$1] }) {
      millionths[largest] += 1_000_000 - millionths.reduce(0, +)
    }
    return millionths.map { decimalText(Double($0) / 1e4) + "%" }
  }
}
