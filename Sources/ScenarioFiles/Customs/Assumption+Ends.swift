import Foundation
import RandomVariates

extension Assumption {
  /// What is written for the two ends of the stated range, in place of a value; nil where that cannot be.
  ///
  /// The range of a value is taken as it stands. That of a law is the range of its mean: the law keeps its
  /// shape, as all its values are stretched alike, so that its coefficient of variation stays. A discrete
  /// law of whole numbers keeps its values instead, and their probabilities are tilted exponentially, which
  /// is the least change that gives the mean (Kullback, "Information Theory and Statistics", 1959). Rows of
  /// a file cannot be stretched.
  ///
  /// - Parameters:
  ///   - value: What the scenario has, or ``defaultText``.
  ///   - folder: Where its data files lie.
  /// - Returns: Texts that a scenario takes.
  public func ends(of value: String, folder: String) -> (low: String, high: String)? {
    guard let bounds else { return nil }
    guard value.contains("("), let low = law(value, mean: bounds.low, folder: folder),
      let high = law(value, mean: bounds.high, folder: folder)
    else { return value.contains("(") ? nil : bounds }
    return (low, high)
  }

  /// The law of a text with another mean.
  private func law(_ text: String, mean: String, folder: String) -> String? {
    guard let law = try? kind.law(text, folder: folder), law.mean > 0,
      let target = (try? kind.law(mean, folder: folder))?.mean,
      let unit = LawText(kind, like: mean)
    else { return nil }
    guard target > 0 else { return mean }
    if let tilted = law.tilted(toMean: target) { return unit.text(tilted) }
    return unit.text(law, stretched: target / law.mean)
  }
}

extension Assumption.Kind {
  /// The law of a text of this kind, in microseconds, kilograms or without a unit; nil for what has none.
  fileprivate func law(_ text: String, folder: String) throws(ScenarioFault) -> Distribution? {
    switch self {
    case .time: try parseDistribution(text, of: .duration, folder: folder)
    case .number: try parseDistribution(text, of: .plain, folder: folder)
    case .weight: try weightLaw(text, folder: folder)
    case .share, .length, .timeOfDay, .money, .temperature: nil
    }
  }
}

extension Distribution {
  /// A discrete law of whole numbers with another mean; nil for other laws and for means beyond its values.
  fileprivate func tilted(toMean target: Double) -> Distribution? {
    guard case .discrete(let values) = self, values.allSatisfy({ $0.value == $0.value.rounded() })
    else { return nil }
    let possible = values.filter { $0.probability > 0 }
    guard let least = possible.map(\.value).min(), let most = possible.map(\.value).max(),
      least <= target, target <= most
    else { return nil }
    if target == least || target == most { return .constant(target) }
    func tilted(_ slope: Double) -> Distribution {
      let weights = possible.map {
        // Measured from the end that weighs most, no power overflows.
        $0.probability * exp(slope * ($0.value - (slope > 0 ? most : least)))
      }
      let sum = weights.reduce(0, +)
      let shares = zip(possible, weights).map {
        WeightedValue(value: $0.value, probability: $1 / sum)
      }
      return .discrete(shares)
    }
    var (low, high) = (-1.0, 1.0)
    while tilted(low).mean > target { low *= 2 }
    while tilted(high).mean < target { high *= 2 }
    for _ in 0..<200 {
      let middle = low + (high - low) / 2
      if tilted(middle).mean < target { low = middle } else { high = middle }
    }
    return tilted(high)
  }
}
