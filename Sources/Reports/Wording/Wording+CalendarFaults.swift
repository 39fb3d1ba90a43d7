import ScenarioFiles

extension Wording {
  /// The sentence of a fault.
  func fault(_ fault: CalendarFault) -> String {
    switch fault {
    case .endsBeforeStart(let from, let to):
      return pick(
        "\(to.isoText) is before \(from.isoText): the last day comes first",
        "\(to.isoText)早于\(from.isoText)：止日不得早于起日"
      )
    case .dayTwice(let date, let line):
      return pick(
        "\(date.isoText) stands in line \(line) already",
        "\(date.isoText)已见于第\(line)行"
      )
    case .dayBoth(let date, let line):
      return pick(
        "\(date.isoText) is a holiday and a make-up day; the other is in line \(line)",
        "\(date.isoText)既是节假日又是调休上班日；另一处见第\(line)行"
      )
    case .makeUpOnWeekday(let date):
      return pick(
        "\(date.isoText) is no day of a weekend, and worked without being a make-up day",
        "\(date.isoText)不是周末，本来就上班，不能作调休上班日"
      )
    case .needsDate:
      return pick(
        "a calendar needs the first day of the run; give it by \"starts\"",
        "使用日历须知道仿真起始日期；请用“starts”写明"
      )
    case .runTooLong(let days, let most):
      let (found, allowed) = (quantities.count(days), quantities.count(most))
      return pick(
        "a run of \(found) days is too long for a calendar; at most \(allowed) are allowed",
        "使用日历时仿真\(found)天过长；最多\(allowed)天"
      )
    case .holidaysWithoutCalendar:
      return pick(
        "there is no calendar that says which days are holidays; write \"calendar: china\"",
        "没有日历，无从得知哪些天是节假日；请写“calendar: china”"
      )
    case .noSpringFestival(let file):
      return pick(
        "\(quoted(file)) does not say which holiday is Spring Festival; write \"spring festival\" "
          + "in its column \"name\"",
        "\(quoted(file))没有标明春节；请在“name”列写“spring festival”"
      )
    case .notDays(let text):
      return pick(
        "\(quoted(text)) are no days; write them like 2024-01-05..2024-01-12",
        "\(quoted(text))不是有效日期段；请写作2024-01-05..2024-01-12的形式"
      )
    }
  }

  /// The name of a holiday, where it is one that is known.
  func holiday(_ name: String) -> String {
    let known = [
      "new year": ("New Year", "元旦"), "spring festival": ("Spring Festival", "春节"),
      "qingming": ("Qingming", "清明节"), "labour day": ("Labour Day", "劳动节"),
      "dragon boat": ("Dragon Boat", "端午节"), "mid-autumn": ("Mid-Autumn", "中秋节"),
      "national day": ("National Day", "国庆节"),
    ]
    let parts = name.split(separator: " and ").map { part in
      known[String(part)].map { pick($0.0, $0.1) } ?? String(part)
    }
    return parts.joined(separator: pick(" and ", "、"))
  }
}
