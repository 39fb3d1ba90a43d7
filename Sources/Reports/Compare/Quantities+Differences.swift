import ClearanceRecords
import Foundation
import Studies

/// Differences and their intervals, in one unit and with as many decimals as they deserve.
extension Quantities {
  /// How the figures of a difference are printed: all by one scale.
  struct DifferenceScale {
    var factor: Double
    var decimals: Int
    /// The unit of values, and that of differences, which for shares are percentage points.
    var unit: String
    var differenceUnit: String
  }

  /// The scale that suits the larger value and the half-width.
  func scale(of unit: String, _ found: CompareDifference, spare: Int) -> DifferenceScale {
    let largest = max(abs(found.firstValue), abs(found.secondValue))
    var scale = DifferenceScale(factor: 1, decimals: 2, unit: "", differenceUnit: "")
    let wording = Wording(language)
    switch unit {
    case "s":
      let time = self.unit(for: largest)
      scale.factor = time.seconds
      scale.unit = language == .en ? " " + time.en : time.zh
    case "":
      scale.factor = 0.01
      scale.unit = "%"
      scale.differenceUnit = wording.pick(" percentage points", "个百分点")
    default:
      let sample = MeasureRecord(
        name: "",
        unit: unit,
        estimate: largest,
        halfWidth: nil,
        confidence: found.confidence,
        replications: found.pairs,
        pooled: false
      )
      let text = parts(of: sample).unit
      if unit.hasPrefix("yuan"), language == .zh { scale.factor = Self.wan }
      scale.unit = text.isEmpty ? "" : wording.pick(" ", "") + text
    }
    if scale.differenceUnit.isEmpty { scale.differenceUnit = scale.unit }
    if let halfWidth = found.halfWidth, halfWidth > 0, halfWidth.isFinite {
      let needed = Self.decimals(forHalfWidth: halfWidth / scale.factor)
      scale.decimals = min(4, max(0, needed - spare))
    } else if found.difference.rounded() == found.difference, unit == "trucks" {
      scale.decimals = 0
    }
    return scale
  }

  /// A value by a scale, without its unit.
  func number(_ value: Double, _ scale: DifferenceScale) -> String {
    minus(fixed(value / scale.factor, scale.decimals))
  }

  /// A difference by a scale, with its sign and without its unit.
  func signed(_ value: Double, _ scale: DifferenceScale) -> String {
    signed(fixed(value / scale.factor, scale.decimals))
  }

  /// A share with its sign: `−66%`.
  func signedShare(_ share: Double, _ decimals: Int = 1) -> String {
    signed(fixed(share * 100, decimals)) + "%"
  }

  private func signed(_ text: String) -> String {
    let isZero = text.allSatisfy { "0.,".contains($0) }
    return text.hasPrefix("-") || isZero ? minus(text) : "+" + text
  }

  /// The sign for minus, which is as wide as that for plus.
  private func minus(_ text: String) -> String {
    text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }
}
