import EventSimulation
import ScenarioFiles

/// Firms' books, goods and movements in plain tables.
extension CheckText {
  private static let paperFirmLimit = 40

  /// The firms with their books, one a line, and below it what changes for them.
  mutating func addBooks(_ firms: [CustomsScenario.Firm]) {
    var table = TextTable([
      .init(title: wording(.firmsHeading), side: .left),
      .init(title: wording(.firmShare)),
      .init(title: wording(.firmCredit), side: .left),
      .init(title: wording(.firmBusiness), side: .left),
      .init(title: wording(.firmGoods), side: .left),
      .init(title: wording(.firmItems)),
      .init(title: wording(.firmDeclares), side: .left),
      .init(title: wording(.firmGuarantee)),
      .init(title: wording(.firmOpening)),
    ])
    var changes: [String] = []
    for firm in firms.prefix(Self.paperFirmLimit) {
      guard let papers = firm.papers else { continue }
      table.add([
        firm.name, papers.share.map(quantities.exactShare) ?? "",
        wording.shortCredit(firm.credit), wording.business(papers.business),
        mainGoods(papers.goods), quantities.count(papers.items),
        wording.shortPeriod(firm.declares), amount(papers.guarantee),
        tonnes(papers.opening.reduce(0, +)),
      ])
      let facts = self.changes(papers)
      if !facts.isEmpty {
        let separator = wording.pick("; ", "；")
        changes.append("\(firm.name): \(facts.joined(separator: separator))")
      }
    }
    addBlank()
    for line in table.lines(limit: TextTable.pageWidth - 2) { add(line, indent: 2) }
    if firms.count > Self.paperFirmLimit {
      let left = quantities.count(firms.count - Self.paperFirmLimit)
      add(wording(.firmsLeftOut, ["count": left]), indent: 2)
    }
    for line in changes { add(line, indent: 2) }
  }

  /// The class of goods with the largest share, and how many there are besides.
  private func mainGoods(_ goods: [(name: String, share: Double)]) -> String {
    guard let first = goods.max(by: { $0.share < $1.share }) else { return "" }
    return goods.count > 1 ? "\(first.name) +\(goods.count - 1)" : first.name
  }

  private func changes(_ papers: CustomsScenario.FirmPapers) -> [String] {
    var facts: [String] = []
    if papers.goods.count > 1 {
      let goods = papers.goods.map { "\($0.name) \(quantities.exactShare($0.share))" }
      facts.append(wording.list(goods))
    }
    facts += papers.creditChanges.map {
      wording(.fromDay, ["date": $0.date.isoText, "what": wording.credit($0.credit)])
    }
    facts += papers.declaresChanges.map {
      wording(.fromDay, ["date": $0.date.isoText, "what": wording.period($0.declares)])
    }
    facts += papers.guaranteeChanges.map {
      let line = wording(.guaranteeOf, ["amount": amount($0.fen)])
      return wording(.fromDay, ["date": $0.date.isoText, "what": line])
    }
    if let joins = papers.joins {
      facts.append(
        joins.full > joins.date
          ? wording(.joinsAndRamps, ["date": joins.date.isoText, "full": joins.full.isoText])
          : wording(.joins, ["date": joins.date.isoText])
      )
    }
    if let leaves = papers.leaves { facts.append(wording(.leaves, ["date": leaves.isoText])) }
    return facts
  }

  /// Goods with their value and what is due on them.
  mutating func addGoods(_ goods: [CustomsScenario.Goods]) {
    guard !goods.isEmpty else { return }
    var table = TextTable([
      .init(title: wording(.goodsHeading), side: .left),
      .init(title: wording(.goodsValue)),
      .init(title: wording(.goodsDuty)),
      .init(title: wording(.goodsVAT)),
      .init(title: wording(.goodsConsumption)),
      .init(title: wording(.goodsMaterialShare)),
      .init(title: wording(.goodsMaterialDuty)),
    ])
    for entry in goods {
      let rates = [
        entry.duty, entry.vat, entry.consumption, entry.materialShare, entry.materialDuty,
      ]
      table.add(
        [entry.name, quantities.plain(Double(entry.centsPerTonne) / 100)]
          + rates.map { quantities.exactShare(Double($0) / 1e6) }
      )
    }
    addBlank()
    for line in table.lines(limit: TextTable.pageWidth - 2) { add(line, indent: 2) }
  }

  /// What the flows move, by way.
  mutating func addMovements(_ movements: [CustomsScenario.Movements]) {
    guard !movements.isEmpty else { return }
    addHeading(.movementsHeading)
    for flow in movements {
      func list(_ shares: [(kind: String, share: Double)]) -> String {
        wording.list(
          shares.map { "\(wording.movementWord($0.kind)) \(quantities.exactShare($0.share))" }
        )
      }
      var facts = [
        wording(.movementsIn, ["kinds": list(flow.into)]),
        wording(.movementsOut, ["kinds": list(flow.out)]),
      ]
      if flow.documents != "1" {
        facts.append(wording(.documentsPerTruck, ["count": flow.documents]))
      }
      if flow.trucks > 1 {
        facts.append(wording(.trucksPerDeclaration, ["count": quantities.count(flow.trucks)]))
      }
      add(flow.flow, facts)
    }
  }

  /// Goods of several statuses in one warehouse.
  mutating func addGoodsByStatus(_ byStatus: CustomsScenario.ByStatus?) {
    guard let byStatus else { return }
    var facts: [String] = []
    if let every = byStatus.stocktakeEvery {
      facts.append(
        wording(
          StockPhrase.warehousesCounted,
          ["time": quantities.length(SimulatedTime(microseconds: every))]
        )
      )
    }
    if byStatus.consolidatesAbroad || byStatus.consolidatesInland {
      let bonded = quantities.exactShare(byStatus.bondedShare)
      facts.append(wording(StockPhrase.consolidatedParts, ["bonded": bonded]))
      if byStatus.consolidatesAbroad, byStatus.exportedInShare > 0 {
        let exported = quantities.exactShare(byStatus.exportedInShare)
        facts.append(wording(StockPhrase.consolidatedPartsAbroad, ["exported": exported]))
      }
      facts.append(wording(StockPhrase.consolidatedLane))
    }
    addBlank()
    add(wording(StockPhrase.goodsByStatus), facts)
  }

  /// An amount in millions of yuan, or in 万元.
  private func amount(_ fen: Int64) -> String {
    let yuan = Double(fen) / 100
    return wording.pick(
      "\(quantities.plain(yuan / 1e6)) m yuan",
      "\(quantities.fixed(yuan / 1e4, 2))万元"
    )
  }

  private func tonnes(_ kilograms: Int64) -> String {
    let tonnes = quantities.fixed(Double(kilograms) / 1_000, 1)
    return wording.pick("\(tonnes) t", "\(tonnes)吨")
  }
}

extension Wording {
  /// A credit class in a table.
  fileprivate func shortCredit(_ word: String) -> String {
    word == "aeo" ? pick("AEO", "高级认证") : pick(word, credit(word))
  }

  /// How a firm declares batches, in a table.
  fileprivate func shortPeriod(_ word: String) -> String { pick(word, period(word)) }

  /// What a firm does.
  func business(_ word: String) -> String {
    switch word {
    case "manufacturing": pick("manufacturing", "加工制造")
    case "logistics": pick("logistics", "物流仓储")
    case "trading": pick("trading", "贸易")
    case "services": pick("services", "服务")
    default: word
    }
  }

  /// What a truck moves.
  func movementWord(_ word: String) -> String {
    switch word {
    case "first-line": pick("first-line", "一线")
    case "enter-first": pick("enter-first", "先入区后报关")
    case "two-step": pick("two-step", "两步申报")
    case "second-line": pick("second-line", "二线")
    case "batch": pick("batch", "分送集报")
    case "by-status": pick("by-status", "按状态分类监管")
    case "consolidated-abroad": pick("consolidated-abroad", "一线出境集拼")
    case "consolidated-inland": pick("consolidated-inland", "二线出区集拼")
    case "sundries": pick("sundries", "卡口登记货物")
    case "empty": pick("empty", "空车")
    default: word
    }
  }
}
