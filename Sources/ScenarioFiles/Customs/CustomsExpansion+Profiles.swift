import EventSimulation

/// When the trucks of a flow come, or are announced.
extension CustomsExpansion {
  /// The rates of a flow: those of a week, from the weekday of time zero on, or day by day over the
  /// run with a calendar, and where firms join or leave.
  ///
  /// A truck is announced `lead` minutes before it comes; what would be announced before time zero
  /// is left out.
  func profile(
    _ flow: CustomsWords.Flow,
    earlierBy lead: Int = 0
  ) -> [(String, SourceNode)] {
    precondition(lead >= 0, "announced \(lead) minutes before")
    let position = flow.perDayPosition
    let grid = greatestCommonDivisor(flow.isCars ? 60 : flow.grid, lead)
    let day = shares(flow, every: grid)
    let perHour = flow.perDay / flow.meanConvoy * 60 / Double(grid)
    var week = (0..<7).flatMap { offset in
      let isWeekend = (words.firstWeekday + offset) % 7 >= 5
      let factor = perHour * (isWeekend ? flow.weekendFactor : 1)
      return day.map { $0 * factor }
    }
    let skipped = lead / grid
    week = week.indices.map { week[($0 + skipped) % week.count] }
    let presence = words.presence(in: flow)
    if words.run != nil || presence != nil, let horizon = words.horizon {
      let layers = words.run?.layers(for: flow) ?? []
      let days = words.days(in: horizon) + (lead + WeekPlan.day - 1) / WeekPlan.day
      var rates = (0..<days).flatMap { number in
        let isWeekend = (words.firstWeekday + number) % 7 >= 5
        let ordinary = isWeekend ? flow.weekendFactor : 1
        let factor =
          perHour * (words.run?.factor(number, weekend: flow.weekendFactor, layers) ?? ordinary)
        return day.map { $0 * factor / 3_600_000_000 }
      }
      rates.removeFirst(skipped)
      if let presence {
        // A firm's papers begin on the day it joins: that of the announcement counts.
        for index in rates.indices { rates[index] *= presence.total(on: index / day.count) }
      }
      let made = CalendarRates(
        rates: rates,
        step: .minutes(Int64(grid)),
        ordinaryWeek: week.map { $0 / 3_600_000_000 }
      )
      return [("profile", SourceNode(position: position, content: .made(.rates(made))))]
    }
    let entries: [(String, SourceNode)] = [
      ("per h", .list(week.map { .text(decimalText($0), at: position) }, at: position)),
      ("step", .text(minutesText(grid), at: position)),
      ("repeats", .text("yes", at: position)),
    ]
    return [("profile", .mapping(entries, at: position))]
  }

  /// The share of a day's visits in each part of it.
  private func shares(_ flow: CustomsWords.Flow, every grid: Int) -> [Double] {
    var day = Array(repeating: 0.0, count: WeekPlan.day / grid)
    if flow.isCars {
      let sum = flow.weights.reduce(0, +)
      let part = Double(grid) / 60
      for index in day.indices { day[index] = flow.weights[index * grid / 60] / sum * part }
    } else {
      for (_, parts) in flow.dayShares(every: grid) {
        for (index, share) in parts.enumerated() { day[index] += share }
      }
    }
    return day
  }

  /// The banks of every day of the run; their sizes stay.
  ///
  /// On days of the weekend only so many of them come as the weekend factor says, spread evenly: of
  /// all banks at weekends, counted through the run from 0, bank n comes ⌊(n + 1)f⌋ − ⌊nf⌋ times.
  /// With a calendar the same holds of all days whose factor is not 1, with the sum of factors.
  func banks(
    _ banks: CustomsWords.Banks,
    _ flow: CustomsWords.Flow,
    earlierBy lead: Int = 0
  ) -> [(String, SourceNode)] {
    let minutes = Int((words.horizon?.microseconds ?? 0) / 60_000_000)
    let end = minutes + lead
    let run = words.run
    let layers = run?.layers(for: flow) ?? []
    var times: [Int] = []
    var atWeekends = 0.0
    var sum = 0.0
    for day in 0..<(end / WeekPlan.day + 1) {
      let isWeekend = (words.firstWeekday + day) % 7 >= 5
      let factor = run?.factor(day, weekend: flow.weekendFactor, layers)
      for minute in banks.minutes where day * WeekPlan.day + minute < end {
        var copies = 1
        if let factor {
          if factor != 1 {
            copies = Int((sum + factor + 1e-9).rounded(.down)) - Int((sum + 1e-9).rounded(.down))
            sum += factor
          }
        } else if isWeekend {
          let (next, last) = (
            (atWeekends + 1) * flow.weekendFactor, atWeekends * flow.weekendFactor
          )
          copies = Int((next + 1e-9).rounded(.down)) - Int((last + 1e-9).rounded(.down))
          atWeekends += 1
        }
        let announced = day * WeekPlan.day + minute - lead
        if announced >= 0 { times += Array(repeating: announced, count: copies) }
      }
    }
    // A list of arrivals has one at the least; this one is due at the end and never happens.
    if times.isEmpty { times = [minutes + 1] }
    let list: SourceNode =
      run == nil
      ? .list(times.map { .text(minutesText($0), at: banks.position) }, at: banks.position)
      : SourceNode(
        position: banks.position,
        content: .made(.times(times.sorted().map { .minutes(Int64($0)) }))
      )
    return [
      ("at", list), ("batch", .text(banks.size.text, at: banks.size.position)),
    ]
  }
}
