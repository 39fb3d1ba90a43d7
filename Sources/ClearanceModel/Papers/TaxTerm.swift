/// Until when taxes are to be paid, and what it costs to pay later (缴款期限, 滞纳金).
///
/// Within 15 days of the notice, or, where a firm pays the taxes of a month together, by the fifth
/// working day of the next one (公告2022年第61号); a last day that is no working day moves to the next
/// one. After it a share of the tax for each day, rounded half a fen up; less than 50 yuan is not
/// charged.
struct TaxTerm {
  /// The last day of the term.
  let lastDay: Int

  /// The term that ends with a day.
  init(lastDay: Int) {
    self.lastDay = lastDay
  }

  /// The term of taxes noticed on a day; the first day of the next month is nil where none follows,
  /// and then they are not paid together.
  init(
    noticedOn day: Int,
    nextMonth: Int?,
    paysTogether: Bool,
    _ rules: PaperRules,
    _ calendar: WorkingDays
  ) {
    if paysTogether, let nextMonth {
      lastDay = calendar.adding(workingDays: rules.togetherByWorkingDay - 1, to: nextMonth)
    } else {
      lastDay = calendar.firstWorkingDay(from: day + rules.taxTermDays)
    }
  }

  /// The surcharge on taxes [fen] paid on a day.
  func arrears(_ tax: Fen, paidOn day: Int, _ rules: PaperRules) -> Fen {
    guard day > lastDay else { return .zero }
    let share = Int128(rules.arrearsRate.partsPerMillion) * Int128(day - lastDay)
    let fen = Fen(roundedHalfUp(Int128(tax.rawValue) * share, 1_000_000))
    return fen < rules.smallestFee ? .zero : fen
  }
}
