import EventSimulation

/// What the papers layer adds to the customs words.
extension CustomsWords {
  /// Kinds of movements by way (业务类型), as a scenario writes them.
  static let movementsIn = [
    "first-line", "enter-first", "two-step", "second-line", "batch", "by-status", "sundries",
    "empty",
  ]
  /// The same on the way out.
  static let movementsOut = [
    "first-line", "second-line", "batch", "by-status", "sundries", "empty", "consolidated-abroad",
    "consolidated-inland",
  ]
  /// Goods of several statuses on one truck (集拼), each with the movement of its bonded goods.
  static let consolidated = [
    (word: "consolidated-abroad", movement: "first-line"),
    (word: "consolidated-inland", movement: "second-line"),
  ]
  /// What firms do.
  static let businesses = ["manufacturing", "logistics", "trading", "services"]

  /// A value from a date on.
  struct Change<Value> {
    var date: CalendarDate
    var value: Value
    var position: SourcePosition
  }

  /// A value with its place.
  struct Placed<Value> {
    var value: Value
    var position: SourcePosition
  }

  /// What a book begins with.
  enum OpeningStock {
    /// So many days of the firm's outward movements.
    case days(Double)
    /// So many kilograms in all.
    case weight(Int64)
    /// Kilograms by status: bonded, non-bonded, exported-in.
    case byStatus([Int64])
  }

  /// What a firm's account book and papers are about.
  struct FirmBook {
    var creditChanges: [Change<String>] = []
    var declaresChanges: [Change<String>] = []
    var business = "logistics"
    var goods: Shares = [("general", 1)]
    var goodsPosition: SourcePosition
    var items = 20
    /// Fen; nil for the assumed line.
    var guarantee: Placed<Int64>?
    var guaranteeChanges: [Change<Int64>] = []
    var waiver: Placed<Bool>?
    var joins: Placed<CalendarDate>?
    /// The day on which the ramp that begins with `joins` has ended.
    var rampEnds: CalendarDate?
    var leaves: Placed<CalendarDate>?
    var opening: Placed<OpeningStock>?
    var isGeneralTaxpayer: Bool?
    var electsMaterials: Bool?
    var paysTogether: Bool?
    var advance: Placed<Double>?
    var twoStep: Placed<Double>?
    var fourSelf: Placed<Double>?
    var spareCapacity: Double?
    /// Whether it promises conformity of its food and keeps records (公告2019年第29号).
    var promisesConformity = true
  }

  /// A facilitation that may hold for some firms and goods.
  struct Switch {
    /// For firms without a word of their own: 1 for on, 0 for off, or a share of consignments.
    var share = 0.0
    var byFirm: [(firm: Name, share: Double)] = []
    /// By class of goods, a factor on the share.
    var byGoods: [(goods: String, share: Double)] = []
    var position: SourcePosition?

    /// Whether any consignment can have it.
    var isOn: Bool { share > 0 || byFirm.contains { $0.share > 0 } }
  }

  /// Entrusted processing for firms outside the zone (委托加工).
  struct Entrusted {
    /// `released machines` or `book`.
    var path = "released machines"
    /// Additional visits of manufacturers, of their own.
    var spareCapacity = 0.15
    var position: SourcePosition
  }

  /// The switches of `policy` for papers.
  struct PaperPolicy {
    var advance = Switch()
    /// Lead of the announcement before the truck comes to the gate, in minutes.
    var lead = 0
    /// nil where movements alone say who uses it.
    var twoStep: Switch?
    /// Whether certified firms alone may use two steps.
    var twoStepForCertified = false
    var fourSelf = Switch()
    var splitRelease = true
    var mixesTwoStep = true
    var election = Switch()
    var ratesAtGate = false
    var waiver = true
    var lateFee = true
    /// Goods of several statuses in one warehouse (按状态分类监管); nil for as movements ask for it.
    var byStatus: Bool?
    var latenessBlocks = true
    var entrusted: Entrusted?
    /// The share of firms without a word of their own that are ordinary taxpayers.
    var generalTaxpayers = 0.0
  }

  /// Movements of a flow, by way.
  struct Movements {
    var into: Shares
    var out: Shares
    var position: SourcePosition
    var inPosition: SourcePosition
    var outPosition: SourcePosition

    /// The shares of one way.
    func shares(leadsIn: Bool) -> Shares { leadsIn ? into : out }
  }
}

extension CustomsWords.Switch {
  /// The share of a firm's consignments that have it, its own word going before that of the policy.
  func share(of firm: CustomsWords.Firm, own: CustomsWords.Placed<Double>?) -> Double {
    let base =
      byFirm.first { $0.firm.text == firm.name.text }?.share ?? own?.value ?? share
    // A consignment is of a class of goods as often as the firm's book says.
    let factor = firm.book.goods.reduce(0.0) { sum, entry in
      sum + entry.share * (byGoods.first { $0.goods == entry.word }?.share ?? 1)
    }
    return min(1, base * factor)
  }
}

extension CustomsWords {
  /// The names of all classes of goods.
  var goodsNames: [String] {
    CustomsWords.goods + allGoods.map(\.name).filter { !CustomsWords.goods.contains($0) }
  }

  /// The names of goods that a designated site alone may inspect.
  var goodsWithSites: [String] {
    CustomsWords.designatedGoods
      + allGoods.filter(\.needsDesignatedSite).map(\.name).filter {
        !CustomsWords.designatedGoods.contains($0)
      }
  }

  /// Whether some flow has movements, so that firms have books.
  var hasPapers: Bool { flows.contains { $0.movements != nil } }

  /// The number of a date's day in the run, day 0 being that of time zero; nil without a start.
  func day(_ date: CalendarDate) -> Int? {
    starts.map { date.daysSinceEpoch - $0.daysSinceEpoch }
  }

  /// Whole days that the run touches; nil for a run until empty.
  var runDays: Int? {
    horizon.map { Int(($0.microseconds + 86_399_999_999) / 86_400_000_000) }
  }

  /// The credit classes that a firm has during the run.
  func credits(of firm: Firm) -> [String] {
    [firm.credit] + firm.book.creditChanges.map(\.value)
  }
}
