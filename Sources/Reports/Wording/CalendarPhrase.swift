/// The fixed phrases about the calendar of a zone.
enum CalendarPhrase: PhraseTable {
  case calendarIs, daysAndWorkingDays, holidaysAre, makeUpDaysAre, fromTo, layerIs, layerHasNoDay
  case firstOn, layerRange, layerFlows, layerForGoods, calendarEnds
  case byTheCalendar, holidayHours, ordinaryWeek

  var texts: (en: String, zh: String) {
    switch self {
    case .calendarIs: ("calendar {name}: {days}", "工作日历{name}：{days}")
    case .daysAndWorkingDays:
      ("{working} working days of {days}", "共{days}天，其中工作日{working}天")
    case .holidaysAre: ("holidays: {days}", "节假日：{days}")
    case .makeUpDaysAre: ("worked at weekends: {days}", "调休上班：{days}")
    case .fromTo: ("{first} to {last}", "{first}至{last}")
    case .layerIs:
      ("layer {name}: demand × {factor} on {days}", "需求层{name}：{days}需求×{factor}")
    case .layerHasNoDay:
      ("layer {name}: demand × {factor} on no day of the run", "需求层{name}：×{factor}，仿真期内无适用日")
    case .firstOn: ("first {days}", "首次{days}")
    case .layerRange: ("range {low} to {high}", "范围{low}至{high}")
    case .layerForGoods: ("for goods, not for cars", "仅适用货车")
    case .layerFlows: ("for {flows}", "适用车流{flows}")
    case .calendarEnds:
      (
        "the calendar has no holidays of {year}: from {date} on every week is like the others.",
        "日历没有{year}年的节假日：自{date}起各周相同。"
      )
    case .byTheCalendar: ("by the calendar", "按日历")
    case .holidayHours: ("holidays {hours}", "节假日{hours}")
    case .ordinaryWeek: ("in an ordinary week {profile}", "平常周{profile}")
    }
  }
}

extension Wording {
  /// A phrase with its parts in braces filled in.
  ///
  /// - Precondition: there is a value for each part.
  func callAsFunction(
    _ phrase: CalendarPhrase,
    _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    fill(phrase.text(language), "\(phrase)", values)
  }
}
