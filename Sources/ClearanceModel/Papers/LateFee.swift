/// The fee for declaring imported goods too late (滞报金), by days of the run.
///
/// From the fifteenth day after the day on which the conveyance declared its entry, or the next
/// working day where that is none, up to the day of declaration, both counted; of the dutiable value
/// for each day; parts of a yuan are dropped, and what stays below 50 yuan is not charged (GACC
/// Order 128). Never due on consolidated declarations.
struct LateFee {
  /// The first day that counts.
  let firstDay: Int

  /// The fee of goods that entered on a day.
  init(enteredOn day: Int, _ rules: PaperRules, _ calendar: WorkingDays) {
    firstDay = calendar.firstWorkingDay(from: day + rules.lateAfterDays + 1)
  }

  /// The amount for goods of a value [fen] that are declared on a day.
  func amount(value: Fen, declaredOn day: Int, _ rules: PaperRules) -> Fen {
    let days = day - firstDay + 1
    guard days > 0 else { return .zero }
    let share = Int128(rules.lateFeeRate.partsPerMillion) * Int128(days)
    let yuan = Int64(Int128(value.rawValue) * share / (1_000_000 * 100))
    return .yuan(yuan) < rules.smallestFee ? .zero : .yuan(yuan)
  }
}
