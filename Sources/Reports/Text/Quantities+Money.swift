import ClearanceRecords

/// Amounts of money.
extension Quantities {
  /// Yuan of a 万元, in which Chinese texts count money.
  static let wan = 10_000.0

  /// An amount without its unit, which the title of its column has: yuan, or 万元 with two decimals.
  func moneyCell(_ yuan: Double) -> String {
    language == .en ? fixed(yuan, 0) : fixed(yuan / Self.wan, 2)
  }

  /// An amount with its unit: yuan, from a million on millions; 万元 with two decimals.
  func money(_ yuan: Double) -> String {
    guard language == .en else { return fixed(yuan / Self.wan, 2) + "万元" }
    if abs(yuan) >= 1e6 { return fixed(yuan / 1e6, 2) + " million yuan" }
    return fixed(yuan, abs(yuan) < 100 && yuan.rounded() != yuan ? 2 : 0) + " yuan"
  }

  /// The parts of an estimate of money: whole yuan, small amounts with fen; 万元 with two decimals.
  func money(of record: MeasureRecord) -> Estimate {
    guard let value = record.estimate, value.isFinite else {
      return Estimate(value: Self.undefined, halfWidth: nil, unit: "")
    }
    let scale = language == .en ? 1 : Self.wan
    let decimals = language == .en && abs(value) >= 100 ? 0 : 2
    let units = record.unit == "yuan" ? ("yuan", "万元") : ("yuan·d", "万元·天")
    return Estimate(
      value: fixed(value / scale, decimals),
      halfWidth: record.halfWidth.flatMap { $0.isFinite ? fixed($0 / scale, decimals) : nil },
      unit: language == .en ? units.0 : units.1
    )
  }
}
