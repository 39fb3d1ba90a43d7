/// Holidays and make-up days as a CSV file with the columns `from`, `to`, `kind` and `name`.
extension ZoneCalendar {
  /// The name of the shipped calendar.
  static let chinaName = "china"

  /// Statutory holidays of China and their make-up days, 2023 to 2026.
  ///
  /// After the yearly notices of the General Office of the State Council, which the file names.
  static let china: ZoneCalendar = {
    let text = String(decoding: PackageResources.holidays_csv, as: UTF8.self)
    var problems = ProblemList(file: "holidays.csv")
    do throws(ScenarioFault) {
      let file = try DataFile.parse(text, name: "holidays.csv")
      let calendar = try ZoneCalendar(file, &problems)
      precondition(problems.isEmpty, "the shipped holidays are wrong: \(problems.problems)")
      return calendar
    } catch {
      preconditionFailure("the shipped holidays cannot be read: \(error)")
    }
  }()

  /// The words of the column `kind`, holidays first.
  static let kinds = ["holiday", "make-up"]
  /// Most days of one row.
  private static let longest = 366

  /// Reads a file, and notes what is wrong with it where it stands there.
  init(_ file: DataFile, _ problems: inout ProblemList) throws(ScenarioFault) {
    let (firsts, lasts) = (try file.texts("from"), try file.texts("to"))
    let kinds = try file.texts("kind")
    let names = file.cells(ifThere: "name")
    var periods: [Period] = []
    var rows: [(first: Int, last: Int, row: Int, isHoliday: Bool)] = []
    for (index, row) in file.filledRows.enumerated() {
      let place = SourcePosition(line: row, column: 1, file: file.name)
      let period = problems.value(at: place) { () throws(ScenarioFault) in
        try Self.period(firsts[index], lasts[index], kinds[index], names?[index] ?? "")
      }
      guard let period else { continue }
      let days = period.first.daysSinceEpoch...period.last.daysSinceEpoch
      if let other = rows.first(where: { $0.first <= days.upperBound && days.lowerBound <= $0.last }
      ) {
        let date = CalendarDate(daysSinceEpoch: max(other.first, days.lowerBound))
        let fault: CalendarFault =
          other.isHoliday == period.isHoliday
          ? .dayTwice(date, line: other.row) : .dayBoth(date, line: other.row)
        problems.add(.calendar(fault), at: place)
        continue
      }
      rows.append((days.lowerBound, days.upperBound, row, period.isHoliday))
      periods.append(period)
    }
    self.init(periods)
  }

  private static func period(
    _ first: String,
    _ last: String,
    _ kind: String,
    _ name: String
  ) throws(ScenarioFault) -> Period {
    let (from, to) = (try parseDate(first), try parseDate(last))
    guard from <= to else { throw .calendar(.endsBeforeStart(from: from, to: to)) }
    let days = to.daysSinceEpoch - from.daysSinceEpoch + 1
    guard days <= longest else {
      throw .outOfRange("\(days) d", low: "1 d", high: "\(longest) d")
    }
    guard let number = kinds.firstIndex(of: kind) else {
      let nearest = nearestName(to: kind, in: kinds)
      throw .unknownWord(kind, key: "kind", allowed: kinds, nearest: nearest)
    }
    let isHoliday = number == 0
    for day in 0..<days where !isHoliday {
      let date = from.adding(days: day)
      if date.weekday < 5 { throw .calendar(.makeUpOnWeekday(date)) }
    }
    return Period(first: from, last: to, isHoliday: isHoliday, name: name)
  }
}
