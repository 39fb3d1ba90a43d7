import ClearanceRecords

/// Intervals and units as a sentence has them.
extension Quantities {
  /// A length of time for a sentence: one decimal, below 10 s two.
  func sentence(_ seconds: Double) -> String {
    let unit = unit(for: seconds)
    return with(unit, fixed(seconds / unit.seconds, decimals(inSentence: seconds)))
  }

  /// The ends of the confidence interval in the unit of the estimate, as in `2.1–2.3`.
  ///
  /// Nil where there is no interval; a length of time is not below zero.
  func interval(_ record: MeasureRecord) -> String? {
    guard let estimate = record.estimate, let halfWidth = record.halfWidth,
      estimate.isFinite, halfWidth.isFinite
    else { return nil }
    let unit = unit(for: estimate)
    let decimals = decimals(inSentence: estimate)
    let ends = [max(0, estimate - halfWidth), estimate + halfWidth].map {
      fixed($0 / unit.seconds, decimals)
    }
    return ends.joined(separator: "–")
  }

  private func decimals(inSentence seconds: Double) -> Int {
    abs(seconds) < 10 && seconds != 0 ? 2 : 1
  }

  /// Metres, rounded.
  func metres(_ metres: Double) -> String {
    fixed(metres, 0) + (language == .en ? " m" : "米")
  }

  /// Vehicles, with one decimal below 100.
  func vehicles(_ number: Double) -> String {
    mean(number) + (language == .en ? (number == 1 ? " vehicle" : " vehicles") : "辆")
  }
}
