/// What the rules of papers refuse of firms, goods and facilitations.
extension CustomsChecks {
  mutating func checkPapers() {
    if let flow = words.flows.first(where: { $0.movements != nil }), words.firms.isEmpty {
      problems.add(.missingKeys(["firms"], section: .scenario), at: flow.movements?.position)
    }
    for firm in words.firms {
      if words.hasPapers { checkGoods(of: firm) }
      checkCredit(of: firm)
      checkPeriods(of: firm)
    }
    for flow in words.flows where flow.movements != nil && !flow.isEntrusted {
      checkMovements(of: flow)
    }
    checkSlips()
    checkAmounts()
  }

  // MARK: Amounts

  /// Values so large that the amounts of the run, in whole fen, could not be counted.
  private mutating func checkAmounts() {
    guard words.hasPapers, let days = words.runDays else { return }
    let tonnes = words.flows.filter { $0.movements != nil }.reduce(0.0) { sum, flow in
      sum + 2 * flow.perDay * Double(max(days, 1)) * words.meanLoad(of: flow) / 1_000
    }
    let rates = words.exchangeRates.map(\.fenPer100Dollars) + words.exchange(in: [Self.longAgo])
    guard let rate = rates.max(), tonnes > 0 else { return }
    var known: [String] = []
    for firm in words.firms {
      for entry in firm.book.goods where entry.share > 0 && !known.contains(entry.word) {
        known.append(entry.word)
        guard let goods = words.goodsClass(entry.word) else { continue }
        // Fen of value and taxes for each cent of value, for 100 dollars have 10,000 cents.
        let fen = Double(rate) / 10_000 * goods.valueWithTaxes
        let most = Self.mostFen / tonnes / fen
        if Double(goods.centsPerTonne) > most {
          problems.add(
            .outOfRange(
              "\(entry.word): \(goods.centsPerTonne / 100) USD per t",
              low: "0 USD per t",
              high: "\(Int64(most / 100)) USD per t"
            ),
            at: firm.book.goodsPosition
          )
        }
      }
    }
  }

  /// Some of the largest number, since more trucks may come than on average [fen].
  private static var mostFen: Double { 1e17 }

  /// A month before all rates, in which the assumed one holds.
  private static let longAgo = CalendarDate(year: 1, month: 1, day: 1)

  // MARK: Firms

  /// Goods that the zone may not handle, or has no designated site for.
  private mutating func checkGoods(of firm: CustomsWords.Firm) {
    for entry in firm.book.goods where entry.share > 0 {
      if let handled = words.handles, !handled.contains(entry.word) {
        add(.goodsNotHandled(entry.word, handled: handled), at: firm.book.goodsPosition)
      }
      if words.goodsClass(entry.word)?.needsDesignatedSite ?? false,
        !words.designatedSites.contains(entry.word)
      {
        add(.noDesignatedSite(entry.word), at: firm.book.goodsPosition)
      }
    }
  }

  /// Facilitations that a firm claims for itself and its credit forbids.
  private mutating func checkCredit(of firm: CustomsWords.Firm) {
    let credits = words.credits(of: firm)
    let name = firm.name.text
    if let waiver = firm.book.waiver, waiver.value, !credits.contains("aeo") {
      add(.waiverWithoutCertificate(firm: name), at: waiver.position)
    }
    guard credits.allSatisfy({ $0 == "dishonest" }) else { return }
    let papers = words.policy.papers
    let claims: [(CustomsFault.Facilitation, CustomsWords.Placed<Double>?, CustomsWords.Switch?)] =
      [
        (.twoStep, firm.book.twoStep, papers.twoStep),
        (.fourSelf, firm.book.fourSelf, papers.fourSelf),
      ]
    for (facilitation, own, control) in claims {
      if let own, own.value > 0 {
        add(.forbiddenByCredit(facilitation, firm: name), at: own.position)
      }
      let named = control?.byFirm.first { $0.firm.text == name && $0.share > 0 }
      if let named { add(.forbiddenByCredit(facilitation, firm: name), at: named.firm.position) }
    }
  }

  /// Another period begins where the one before it ends, and not before the run.
  private mutating func checkPeriods(of firm: CustomsWords.Firm) {
    var before = words.declares(firm).mode
    for change in words.declaresChanges(firm) {
      if firm.credit == "dishonest", change.value != "per shipment" {
        add(.consolidatedByDishonest(firm: firm.name.text), at: change.position)
      }
      let isQuarter = before == "quarterly" || change.value == "quarterly"
      let isEnd = change.date.day == 1 && (!isQuarter || (change.date.month - 1) % 3 == 0)
      if !isEnd {
        add(
          .notAPeriodEnd(change.date, quarterly: isQuarter, nearest: next(change.date, isQuarter)),
          at: change.position
        )
      }
      before = change.value
    }
  }

  /// The first beginning of a month or quarter after a day.
  private func next(_ date: CalendarDate, _ isQuarter: Bool) -> CalendarDate {
    date.firstOfMonth(adding: isQuarter ? 3 - (date.month - 1) % 3 : 1)
  }

  // MARK: Flows

  /// Slips are piled by trucks, or by the firms' register; one period cannot have both.
  private mutating func checkSlips() {
    guard ["monthly", "quarterly"].contains(where: { words.gathersPapers(in: $0) }) else { return }
    for flow in words.flows where flow.movements == nil && !flow.isCars {
      guard flow.papers.contains(where: { $0.word == "batch" && $0.share > 0 }) else { continue }
      problems.add(.conflictingKeys(["papers", "movements"]), at: flow.papersPosition)
    }
  }

  /// Batches and two steps in a flow to which a dishonest firm belongs.
  private mutating func checkMovements(of flow: CustomsWords.Flow) {
    guard let movements = flow.movements else { return }
    let shares = words.firmShares(of: flow)
    let dishonest = words.firms.first { firm in
      firm.credit == "dishonest" && shares.contains { $0.word == firm.name.text && $0.share > 0 }
    }
    guard let firm = dishonest?.name.text else { return }
    for (leadsIn, position) in [(true, movements.inPosition), (false, movements.outPosition)] {
      if movements.share(of: "batch", leadsIn: leadsIn) > 0 {
        add(.forbiddenByCredit(.batch, firm: firm), at: position)
      }
      if movements.share(of: "two-step", leadsIn: leadsIn) > 0,
        words.policy.papers.twoStep?.isOn ?? true
      {
        add(.forbiddenByCredit(.twoStep, firm: firm), at: position)
      }
    }
  }
}
