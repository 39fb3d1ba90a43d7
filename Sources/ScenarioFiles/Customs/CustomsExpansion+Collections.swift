import EventSimulation

/// Slips that are declared together, with the days on which they fall due.
extension CustomsExpansion {
  func collections(_ procedures: ProcedureSelection) -> [(String, SourceNode)] {
    ["monthly", "quarterly"].filter { name in
      procedures.gathers(in: name) || words.gathersPapers(in: name)
    }.map { name in
      let place = words.policy.declaresPosition ?? position
      // The slips of papers are piled by the firms' register, which counts them too.
      let hasPapers = words.gathersPapers(in: name)
      let all = closings(monthly: name == "monthly", endsYears: hasPapers)
      let closings = all.map { closing in
        SourceNode.mapping(
          [
            ("cut", .text(minutesText(closing.cut), at: place)),
            ("due", .text(minutesText(closing.due), at: place)),
          ],
          at: place
        )
      }
      var entries: [(String, SourceNode)] = [
        ("by", .texts(hasPapers ? ["firm"] : ["firm", "direction"], at: place)),
        ("closings", .list(closings, at: place)),
      ]
      entries.append(
        hasPapers ? ("papers", .text("yes", at: place)) : ("sets", .text("slips", at: place))
      )
      entries.append(
        ("starts", .text(hasPapers ? "declare pile" : "declare together", at: place))
      )
      return (name, .mapping(entries, at: place))
    }
  }

  /// When slips are cut off and when their declarations are made, in minutes from time zero.
  ///
  /// What was moved before the account books are reconciled is declared by then: such a day cuts the
  /// period that it lies in, and is the last day of one that ended before. The last closing is the
  /// first whose cut lies beyond the run. Without a date no firm declares together, and there is one
  /// closing that never comes.
  ///
  /// Slips of papers do not cross a year: what moves on 31 December after the time of declaring is
  /// cut and due in the last minute of the day.
  func closings(monthly: Bool, endsYears: Bool = false) -> [(cut: Int, due: Int)] {
    let horizon = Int((words.horizon?.microseconds ?? 0) / 60_000_000) + 1
    guard let start = words.starts else { return [(horizon, horizon)] }
    let clock = (try? parseClock(words.assumptions.text("declares at"))) ?? 0
    let time = Int(clock / 60_000_000)
    func minutes(_ date: CalendarDate) -> Int {
      (date.daysSinceEpoch - start.daysSinceEpoch) * WeekPlan.day
    }
    let books = words.policy.bookDates.map { minutes($0) + time }
    var result: [(cut: Int, due: Int)] = []
    var month = monthly ? start.month : (start.month - 1) / 3 * 3 + 3
    repeat {
      let first = CalendarDate(year: start.year, month: 1, day: 1).firstOfMonth(adding: month - 1)
      let deadline =
        monthly ? first.monthlyDeadline : first.quarterlyDeadline
      let end = minutes(first.firstOfMonth(adding: 1))
      var due = minutes(deadline) + time
      // A period that ends after its deadline is cut by it: the last days of December.
      let cut = min(end, due)
      for book in books where book > max(0, result.last?.cut ?? 0) && book < cut {
        result.append((book, book))
      }
      due = books.first { cut...due ~= $0 } ?? due
      result.append((cut, due))
      if endsYears, first.month == 12, end - 1 > cut { result.append((end - 1, end - 1)) }
      month += monthly ? 1 : 3
    } while (result.last?.cut ?? .max) < horizon
    return result
  }
}

/// Deadlines of consolidated declarations (集中申报).
///
/// Within 15 days after the quarter and not across years (公告2020年第78号; Order 256, art. 25); who
/// declares monthly does so by the end of the next month, but never later than that.
extension CalendarDate {
  /// The last day for the quarter that this day lies in.
  var quarterlyDeadline: CalendarDate {
    switch month {
    case 1...3: CalendarDate(year: year, month: 4, day: 15)
    case 4...6: CalendarDate(year: year, month: 7, day: 15)
    case 7...9: CalendarDate(year: year, month: 10, day: 15)
    default: CalendarDate(year: year, month: 12, day: 31)
    }
  }

  /// The last day for the month that this day lies in.
  var monthlyDeadline: CalendarDate { min(endOfMonth(adding: 1), quarterlyDeadline) }
}
