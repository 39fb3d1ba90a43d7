/// What a scenario says of firms' books, goods and movements.
extension CustomsScenario {
  /// A firm's account book and what its papers rest on.
  public struct FirmPapers: Sendable {
    /// What it does: manufacturing, logistics, trading or services.
    public var business: String
    /// Its share of visits; nil where flows name it.
    public var share: Double?
    /// Its goods with their shares.
    public var goods: [(name: String, share: Double)]
    /// Items of its book.
    public var items: Int
    /// Its guarantee line at the start [fen].
    public var guarantee: Int64
    /// Later guarantee lines [fen].
    public var guaranteeChanges: [(date: CalendarDate, fen: Int64)]
    /// Later credit classes.
    public var creditChanges: [(date: CalendarDate, credit: String)]
    /// Later ways of declaring batches.
    public var declaresChanges: [(date: CalendarDate, declares: String)]
    /// The day it joins, and the day on which it has its full share.
    public var joins: (date: CalendarDate, full: CalendarDate)?
    /// The day it leaves.
    public var leaves: CalendarDate?
    /// What its book begins with [kg]: bonded, non-bonded, exported-in.
    public var opening: [Int64]
  }

  /// A class of goods that some book holds; rates are in parts of a million.
  public struct Goods: Sendable {
    /// Its name.
    public var name: String
    /// US cents for a tonne.
    public var centsPerTonne: Int64
    /// Duty as presented.
    public var duty: Int64
    /// Value added tax.
    public var vat: Int64
    /// Consumption tax.
    public var consumption: Int64
    /// Value of imported materials, of the goods' own.
    public var materialShare: Int64
    /// Duty on these materials.
    public var materialDuty: Int64
  }

  /// Goods of several statuses in one warehouse (货物按状态分类监管).
  public struct ByStatus: Sendable {
    /// How often warehouses are counted [µs]; nil where nothing is mixed up.
    public var stocktakeEvery: Int64?
    /// Whether trucks carry goods of several statuses abroad.
    public var consolidatesAbroad: Bool
    /// Whether they do to the rest of the country.
    public var consolidatesInland: Bool
    /// Bonded goods on such a truck.
    public var bondedShare: Double
    /// Exported-in goods on such a truck that goes abroad.
    public var exportedInShare: Double
  }

  /// What a flow moves.
  public struct Movements: Sendable {
    /// The flow.
    public var flow: String
    /// On the way in, with shares.
    public var into: [(kind: String, share: Double)]
    /// On the way out.
    public var out: [(kind: String, share: Double)]
    /// Documents of a truck, as written.
    public var documents: String
    /// Trucks of a declaration.
    public var trucks: Int
  }
}

/// Reading them back.
extension CustomsExpansion {
  func addPapers(to customs: inout CustomsScenario) {
    guard words.hasPapers else { return }
    for index in customs.firms.indices {
      customs.firms[index].papers = papers(of: words.firms[index])
    }
    let held = words.firms.flatMap { $0.book.goods.filter { $0.share > 0 }.map(\.word) }
    customs.goods = words.allGoods.filter { held.contains($0.name) }.map { goods in
      CustomsScenario.Goods(
        name: goods.name,
        centsPerTonne: goods.centsPerTonne,
        duty: goods.duty,
        vat: goods.vat,
        consumption: goods.consumption,
        materialShare: goods.materialShare,
        materialDuty: goods.materialDuty
      )
    }
    customs.movements = words.flows.compactMap { flow in
      guard let movements = flow.movements else { return nil }
      func shares(_ leadsIn: Bool) -> [(kind: String, share: Double)] {
        movements.kinds(leadsIn: leadsIn).map { ($0, movements.share(of: $0, leadsIn: leadsIn)) }
      }
      return CustomsScenario.Movements(
        flow: flow.name.text,
        into: shares(true),
        out: shares(false),
        documents: flow.documents.text,
        trucks: flow.lot
      )
    }
    // What holds though nobody has written it.
    let papers = words.policy.papers
    let standard = [
      ("advance declaration", "off"), ("four-self-one-simplification", "off"),
      ("split release", papers.splitRelease ? "on" : "off"),
      ("mix two-step", papers.mixesTwoStep ? "on" : "off"), ("tariff election", "off"),
      ("rate date", papers.ratesAtGate ? "gate" : "acceptance"),
      ("guarantee waiver", papers.waiver ? "on" : "off"),
      ("late fee", papers.lateFee ? "on" : "off"),
      ("lateness blocks", papers.latenessBlocks ? "on" : "off"),
    ]
    if words.mixesStatuses || words.consolidatesStatuses {
      customs.byStatus = CustomsScenario.ByStatus(
        stocktakeEvery: words.mixesStatuses ? words.stocktakeEvery : nil,
        consolidatesAbroad: words.occurs("consolidated-abroad", leadsIn: false),
        consolidatesInland: words.occurs("consolidated-inland", leadsIn: false),
        bondedShare: words.assumptions.share("consolidated bonded share"),
        exportedInShare: words.assumptions.share("consolidated exported-in share")
      )
    }
    let written = customs.policies.map(\.name)
    customs.policies += standard.filter { !written.contains($0.0) }
      .map { (name: $0.0, value: $0.1) }
  }

  private func papers(of firm: CustomsWords.Firm) -> CustomsScenario.FirmPapers {
    let book = firm.book
    return CustomsScenario.FirmPapers(
      business: book.business,
      share: firm.share,
      goods: book.goods.filter { $0.share > 0 }.map { ($0.word, $0.share) },
      items: book.items,
      guarantee: words.guarantee(of: firm),
      guaranteeChanges: book.guaranteeChanges.map { ($0.date, $0.value) },
      creditChanges: book.creditChanges.map { ($0.date, $0.value) },
      declaresChanges: words.declaresChanges(firm).map { ($0.date, $0.value) },
      joins: book.joins.map { ($0.value, book.rampEnds ?? $0.value) },
      leaves: book.leaves?.value,
      opening: words.openingStock(of: firm)
    )
  }
}
