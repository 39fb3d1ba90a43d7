import ClearanceModel
import EventSimulation

/// The firms' books and the rules of papers, as they run.
extension CustomsExpansion {
  func papersPlan() -> PapersPlan {
    let papers = words.policy.papers
    var items: [ItemPlan] = []
    let firms = words.firms.enumerated().map { index, firm in
      let first = items.count
      items += book(of: firm)
      return plan(of: firm, at: index, items: first..<items.count)
    }
    let months = self.months
    var rules = PaperRules()
    rules.materialPerProduct = Rate(nearest: words.materialPerProduct)
    rules.rateDate = papers.ratesAtGate ? .gate : .acceptance
    rules.hasWaiver = papers.waiver
    rules.waiverFrom = time(of: Self.waiverBegins)
    rules.latenessBlocks = papers.latenessBlocks
    rules.hasLateFee = papers.lateFee
    if words.mixesStatuses {
      rules.stocktakeEvery = SimulatedTime(microseconds: words.stocktakeEvery)
    }
    rules.mergedItemsLimit = max(1, Int(words.mean("merged items limit", or: 50)))
    return PapersPlan(
      firms: firms,
      items: items,
      months: months.map(\.from),
      exchange: words.exchange(in: months.map(\.month)),
      rules: rules,
      workingDays: words.workingDays,
      counterparties: max(1, Int(words.mean("counterparties", or: 4).rounded())),
      reconciliations: words.policy.bookDates.compactMap { date in
        words.day(date).map { $0 < 0 ? .zero - .days(Int64(-$0)) : .days(Int64($0)) }
      }
    )
  }

  /// From when advanced-certified firms may be exempted from guarantees (公告2023年第148号).
  private static let waiverBegins = CalendarDate(year: 2023, month: 10, day: 27)

  /// When a day begins; time zero for what has begun before, and without a first day.
  private func time(of date: CalendarDate) -> SimulatedTime {
    .days(Int64(max(0, words.day(date) ?? 0)))
  }

  /// Beginnings of the months that the run touches.
  private var months: [(from: SimulatedTime, month: CalendarDate)] {
    guard let start = words.starts else {
      return [(.zero, CalendarDate(year: 1, month: 1, day: 1))]
    }
    var result = [(from: SimulatedTime.zero, month: start.firstOfMonth(adding: 0))]
    let days = words.runDays ?? 0
    var next = start.firstOfMonth(adding: 1)
    while let day = words.day(next), day < days {
      result.append((.days(Int64(day)), next))
      next = next.firstOfMonth(adding: 1)
    }
    return result
  }

  private func plan(
    of firm: CustomsWords.Firm,
    at index: Int,
    items: Range<Int>
  ) -> FirmPlan {
    let book = firm.book
    func dated<Value, Result>(
      _ first: Value,
      _ changes: [CustomsWords.Change<Value>],
      _ convert: (Value) -> Result
    ) -> [Dated<Result>] {
      [Dated(convert(first))] + changes.map { Dated(from: time(of: $0.date), convert($0.value)) }
    }
    let credits: [String: FirmCredit] = [
      "aeo": .advancedCertified, "general": .general, "dishonest": .dishonest,
    ]
    let periods: [String: DeclaringPeriod] = [
      "per shipment": .perShipment, "monthly": .monthly, "quarterly": .quarterly,
    ]
    let businesses: [String: FirmBusiness] = [
      "manufacturing": .manufacturing, "logistics": .logistics, "trading": .trading,
      "services": .services,
    ]
    return FirmPlan(
      name: firm.name.text,
      business: businesses[book.business] ?? .logistics,
      credit: dated(firm.credit, book.creditChanges) { credits[$0] ?? .general },
      period: dated(words.declares(firm).mode, words.declaresChanges(firm)) {
        periods[$0] ?? .perShipment
      },
      guaranteeLine: dated(words.guarantee(of: firm), book.guaranteeChanges) { Fen($0) },
      isWaiverEligible: book.waiver?.value ?? true,
      electsMaterials: words.electsMaterials(index),
      isGeneralTaxpayer: words.isGeneralTaxpayer(index),
      paysTogether: words.paysTogether(index),
      // Who joins during the run files its application with its first batch.
      hasApplication: !words.joinsLater(firm),
      items: items
    )
  }

  /// The items of a firm's book: so many of each class of goods as its share asks for, one at least.
  private func book(of firm: CustomsWords.Firm) -> [ItemPlan] {
    let goods = firm.book.goods.filter { $0.share > 0 }
    let counts = apportioned(firm.book.items, goods.map(\.share))
    let opening = words.openingStock(of: firm)
    let total = counts.reduce(0, +)
    var items: [ItemPlan] = []
    for (entry, count) in zip(goods, counts) {
      guard let goods = words.goodsClass(entry.word) else { continue }
      // Goods for which there is no choice of duty have the same duty either way.
      let mayElect =
        words.policy.papers.election.byGoods.first { $0.goods == goods.name }?.share != 0
      for number in 1...max(count, 1) {
        let index = Int64(items.count)
        items.append(
          ItemPlan(
            name: count == 1 ? goods.name : "\(goods.name) \(number)",
            goods: goods.name,
            centsPerTonne: goods.centsPerTonne,
            duty: Rate(partsPerMillion: goods.duty),
            vat: Rate(partsPerMillion: goods.vat),
            consumption: Rate(partsPerMillion: goods.consumption),
            materialDuty: Rate(partsPerMillion: mayElect ? goods.materialDuty : goods.duty),
            materialShare: mayElect ? Rate(partsPerMillion: goods.materialShare) : .one,
            addedShare: Rate(partsPerMillion: goods.materialShare),
            // What does not divide goes to the first items.
            opening: opening.map { $0 / Int64(total) + (index < $0 % Int64(total) ? 1 : 0) }
          )
        )
      }
    }
    return items
  }
}

/// Whole parts of a number in proportion to shares, each at least one, the largest rests first.
func apportioned(_ total: Int, _ shares: [Double]) -> [Int] {
  let sum = shares.reduce(0, +)
  let exact = shares.map { $0 / sum * Double(total) }
  var parts = exact.map { max(1, Int($0)) }
  let order = exact.indices.sorted { a, b in
    let (first, second) = (exact[a] - exact[a].rounded(.down), exact[b] - exact[b].rounded(.down))
    return first != second ? first > second : a < b
  }
  var left = total - parts.reduce(0, +)
  for index in order where left > 0 {
    parts[index] += 1
    left -= 1
  }
  return parts
}
