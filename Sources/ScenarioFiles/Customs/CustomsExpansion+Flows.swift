import EventSimulation

/// Flows of visits as arrivals.
extension CustomsExpansion {
  /// A flow of visits, announced so many minutes before it comes.
  func arrivals(
    _ flow: CustomsWords.Flow,
    earlierBy lead: Int = 0,
    withGoods hasGoods: Bool = false
  ) -> SourceNode {
    let position = flow.name.position
    func text(_ text: String) -> SourceNode { .text(text, at: position) }
    var entries =
      flow.banks.map { banks($0, flow, earlierBy: lead) } ?? profile(flow, earlierBy: lead)
    if !flow.isCars, flow.banks == nil, flow.convoys.text != "1" {
      entries.append(("batch", .text(flow.convoys.text, at: flow.convoys.position)))
    }
    if flow.lot > 1 {
      entries.append(("lot", text("\(flow.lot)")))
      // A declaration's trucks may be of several kinds; what a list moves is the same on each.
      if flow.movements == nil {
        entries.append(("of each truck", .texts(["vehicle"], at: position)))
      }
    }
    var attributes = attributes(flow, earlierBy: lead)
    if hasGoods, words.carriesOwnGoods(flow) {
      let goods = shares(words.goodsShares(of: flow), at: flow.goodsPosition)
      attributes.append((CustomsWords.goodsAttribute, goods))
    }
    if words.hasUrgentGoods, let urgent = flow.urgent {
      let split: CustomsWords.Shares = [("no", 1 - urgent.value), ("yes", urgent.value)]
      attributes.append((CustomsWords.urgentAttribute, shares(split, at: urgent.position)))
    }
    entries.append(("attributes", .mapping(attributes, at: position)))
    entries.append(classes(flow))
    let parameters = words.parameters(of: flow)
    if !parameters.isEmpty {
      entries.append(("with", .mapping(parameters.map { ($0.key, $0.node) }, at: position)))
    }
    let procedure = flow.procedure?.position ?? flow.goodsPosition
    entries.append(("procedure", .text(words.procedure(of: flow), at: procedure)))
    return .mapping(entries, at: position)
  }

  // MARK: What

  private func attributes(
    _ flow: CustomsWords.Flow,
    earlierBy lead: Int
  ) -> [(String, SourceNode)] {
    let position = flow.name.position
    if flow.isCars { return [("lane kind", .text("cars", at: position))] }
    let empty = flow.emptyOneWay
    var result: [(String, SourceNode)] = [
      ("vehicle", vehicles(flow, earlierBy: lead))
    ]
    if let movements = flow.movements {
      result += [
        ("movement in", shares(movements.into, at: movements.inPosition)),
        ("movement out", shares(movements.out, at: movements.outPosition)),
      ]
    } else {
      result += [
        ("papers", shares(flow.papers, at: flow.papersPosition)),
        (
          "loaded",
          shares([("both", 1 - empty), ("in", empty / 2), ("out", empty / 2)], at: position)
        ),
      ]
    }
    if !words.firms.isEmpty { result.append(("firm", firms(flow))) }
    return result
  }

  /// The firms of a flow, day by day where some join or leave.
  private func firms(_ flow: CustomsWords.Flow) -> SourceNode {
    let all = words.firmShares(of: flow)
    guard let presence = words.presence(in: flow) else {
      return shares(all, at: flow.firmsPosition)
    }
    let rows = (0..<presence.days).map { day in
      let present = presence.shares(on: day)
      // Nobody comes on a day without a firm, and any shares will do.
      return mapping(present.isEmpty ? all : present, at: flow.firmsPosition)
    }
    return .mapping(
      [
        ("per step", .list(rows, at: flow.firmsPosition)),
        ("step", .text("1 d", at: flow.firmsPosition)),
      ],
      at: flow.firmsPosition
    )
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
  private func vehicles(_ flow: CustomsWords.Flow, earlierBy lead: Int) -> SourceNode {
    let position = flow.vehiclesPosition
    guard !flow.mayArrive.isEmpty else { return shares(flow.vehicles, at: position) }
    let grid = greatestCommonDivisor(flow.grid, lead)
    let parts = flow.dayShares(every: grid)
    let count = WeekPlan.day / grid
    let rows = (0..<count).map { step in
      let index = (step + lead / grid) % count
      let sum = parts.map { $0.parts[index] }.reduce(0, +)
      // Nobody comes at such a time, and any shares will do.
      guard sum > 0 else { return mapping(flow.vehicles, at: position) }
      return mapping(parts.map { ($0.vehicle, $0.parts[index] / sum) }, at: position)
    }
    return .mapping(
      [
        ("per step", .list(rows, at: position)),
        ("step", .text(minutesText(grid), at: position)),
      ],
      at: position
    )
  }

  /// A firm's class, with its changes by date.
  private func credit(of firm: CustomsWords.Firm) -> SourceNode {
    let position = firm.name.position
    let changes = firm.book.creditChanges
    if changes.isEmpty { return .text(firm.credit, at: position) }
    let list =
      [(0, firm.credit, position)]
      + changes.compactMap { change in
        words.day(change.date).map { ($0, change.value, change.position) }
      }
    return .list(
      list.map { day, credit, place in
        .mapping(
          [("from", .text("\(day) d", at: place)), ("class", .text(credit, at: place))],
          at: place
        )
      },
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
      let credits = words.firms.map { ($0.name.text, credit(of: $0)) }
      return ("class by", .mapping([("firm", .mapping(credits, at: position))], at: position))
    }
    let aeo = flow.assumptions.share("aeo share", within: words.assumptions)
    return ("class", shares([("aeo", aeo), ("general", 1 - aeo)], at: position))
  }
}
