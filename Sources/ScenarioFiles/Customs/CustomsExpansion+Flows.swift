import EventSimulation

/// Flows of visits as arrivals.
extension CustomsExpansion {
  func arrivals(_ flow: CustomsWords.Flow) -> SourceNode {
    let position = flow.name.position
    func text(_ text: String) -> SourceNode { .text(text, at: position) }
    var entries = flow.banks.map { banks($0, flow) } ?? profile(flow)
    if !flow.isCars, flow.banks == nil, flow.convoys.text != "1" {
      entries.append(("batch", .text(flow.convoys.text, at: flow.convoys.position)))
    }
    if flow.lot > 1 {
      entries.append(("lot", text("\(flow.lot)")))
      // A declaration's trucks may be of several kinds.
      entries.append(("of each truck", .texts(["vehicle"], at: position)))
    }
    entries.append(("attributes", .mapping(attributes(flow), at: position)))
    entries.append(classes(flow))
    let parameters = words.parameters(of: flow)
    if !parameters.isEmpty {
      entries.append(("with", .mapping(parameters.map { ($0.key, $0.node) }, at: position)))
    }
    let procedure = flow.procedure?.position ?? flow.goodsPosition
    entries.append(("procedure", .text(words.procedure(of: flow), at: procedure)))
    return .mapping(entries, at: position)
  }

  // MARK: When

  /// A week's rates, from the weekday of time zero on.
  private func profile(_ flow: CustomsWords.Flow) -> [(String, SourceNode)] {
    let position = flow.perDayPosition
    let grid = flow.isCars ? 60 : flow.grid
    var day = Array(repeating: 0.0, count: WeekPlan.day / grid)
    if flow.isCars {
      let sum = flow.weights.reduce(0, +)
      day = flow.weights.map { $0 / sum }
    } else {
      for (_, parts) in flow.dayShares(every: grid) {
        for (index, share) in parts.enumerated() { day[index] += share }
      }
    }
    let perHour = flow.perDay / flow.meanConvoy * 60 / Double(grid)
    var rates: [SourceNode] = []
    for offset in 0..<7 {
      let isWeekend = (words.firstWeekday + offset) % 7 >= 5
      let factor = perHour * (isWeekend ? flow.weekendFactor : 1)
      rates += day.map { .text(decimalText($0 * factor), at: position) }
    }
    let entries: [(String, SourceNode)] = [
      ("per h", .list(rates, at: position)),
      ("step", .text(minutesText(grid), at: position)),
      ("repeats", .text("yes", at: position)),
    ]
    return [("profile", .mapping(entries, at: position))]
  }

  /// The banks of every day of the run; their sizes stay.
  ///
  /// On days of the weekend only so many of them come as the weekend factor says, spread evenly: of
  /// all banks at weekends, counted through the run from 0, bank n comes ⌊(n + 1)f⌋ − ⌊nf⌋ times.
  private func banks(
    _ banks: CustomsWords.Banks,
    _ flow: CustomsWords.Flow
  ) -> [(String, SourceNode)] {
    let minutes = Int((words.horizon?.microseconds ?? 0) / 60_000_000)
    var times: [SourceNode] = []
    var atWeekends = 0.0
    for day in 0..<(minutes / WeekPlan.day + 1) {
      let isWeekend = (words.firstWeekday + day) % 7 >= 5
      for minute in banks.minutes where day * WeekPlan.day + minute < minutes {
        var copies = 1
        if isWeekend {
          let (next, last) = (
            (atWeekends + 1) * flow.weekendFactor, atWeekends * flow.weekendFactor
          )
          copies = Int((next + 1e-9).rounded(.down)) - Int((last + 1e-9).rounded(.down))
          atWeekends += 1
        }
        for _ in 0..<copies {
          times.append(.text(minutesText(day * WeekPlan.day + minute), at: banks.position))
        }
      }
    }
    if times.isEmpty {
      // A list of arrivals has one at the least; this one is due at the end and never happens.
      times = [.text(minutesText(minutes + 1), at: banks.position)]
    }
    return [
      ("at", .list(times, at: banks.position)),
      ("batch", .text(banks.size.text, at: banks.size.position)),
    ]
  }

  // MARK: What

  private func attributes(_ flow: CustomsWords.Flow) -> [(String, SourceNode)] {
    let position = flow.name.position
    if flow.isCars { return [("lane kind", .text("cars", at: position))] }
    let empty = flow.emptyOneWay
    var result: [(String, SourceNode)] = [
      ("vehicle", vehicles(flow)),
      ("papers", shares(flow.papers, at: flow.papersPosition)),
      (
        "loaded",
        shares([("both", 1 - empty), ("in", empty / 2), ("out", empty / 2)], at: position)
      ),
    ]
    if !words.firms.isEmpty {
      result.append(("firm", shares(firmShares(flow), at: flow.firmsPosition)))
    }
    return result
  }

  /// The firms' shares in a flow.
  private func firmShares(_ flow: CustomsWords.Flow) -> CustomsWords.Shares {
    flow.firms
      ?? words.firms.compactMap { firm in firm.share.map { (firm.name.text, $0) } }
  }

  /// Shares of words; those that never occur are left out.
  private func shares(_ shares: CustomsWords.Shares, at position: SourcePosition) -> SourceNode {
    let present = shares.filter { $0.share > 0 }
    if present.count == 1 { return .text(present[0].word, at: position) }
    return .mapping(
      present.map { ($0.word, .text(shareText($0.share), at: position)) },
      at: position
    )
  }

  /// The kinds of vehicles, by the clock where some may not come at all hours.
  private func vehicles(_ flow: CustomsWords.Flow) -> SourceNode {
    let position = flow.vehiclesPosition
    guard !flow.mayArrive.isEmpty else { return shares(flow.vehicles, at: position) }
    let parts = flow.dayShares(every: flow.grid)
    let rows = (0..<(WeekPlan.day / flow.grid)).map { index in
      let sum = parts.map { $0.parts[index] }.reduce(0, +)
      // Nobody comes at such a time, and any shares will do.
      guard sum > 0 else { return mapping(flow.vehicles, at: position) }
      return mapping(parts.map { ($0.vehicle, $0.parts[index] / sum) }, at: position)
    }
    return .mapping(
      [
        ("per step", .list(rows, at: position)),
        ("step", .text(minutesText(flow.grid), at: position)),
      ],
      at: position
    )
  }

  private func mapping(_ shares: CustomsWords.Shares, at position: SourcePosition) -> SourceNode {
    let present = shares.filter { $0.share > 0 }
    return .mapping(
      present.map { ($0.word, .text(shareText($0.share), at: position)) },
      at: position
    )
  }

  /// The class of a truck: that of its firm, else by the assumed share of certified firms.
  private func classes(_ flow: CustomsWords.Flow) -> (String, SourceNode) {
    let position = flow.name.position
    if flow.isCars { return ("class", .text("general", at: position)) }
    guard words.firms.isEmpty else {
      let credits = words.firms.map {
        ($0.name.text, SourceNode.text($0.credit, at: $0.name.position))
      }
      return ("class by", .mapping([("firm", .mapping(credits, at: position))], at: position))
    }
    let aeo = flow.assumptions.share("aeo share", within: words.assumptions)
    return ("class", shares([("aeo", aeo), ("general", 1 - aeo)], at: position))
  }
}
