import EventSimulation

/// The firms of a zone with their account books, and the rules of papers: flat, as compiled.
public struct PapersPlan: Sendable {
  /// Firms in the order of the scenario.
  public var firms: [FirmPlan]
  /// Items of all firms; those of a firm are ``FirmPlan/items``.
  public var items: [ItemPlan]
  /// Beginnings of the calendar months within the run, ascending; the first is 0.
  public var months: [SimulatedTime]
  /// Fen for 100 US dollars, one for each month.
  public var exchange: [Int64]
  /// What the law and the zone's policy say.
  public var rules: PaperRules
  /// The working days of the run.
  public var workingDays: WorkingDays
  /// How many outside firms each firm deals with; at least 1.
  public var counterparties: Int
  /// How many supervision modes and applications a firm's batches are split by; at least 1.
  public var modes: Int
  /// Days on which all books are reconciled, ascending; empty for what each firm says itself.
  public var reconciliations: [SimulatedTime]

  /// A plan from its parts; the months default to one without an end.
  public init(
    firms: [FirmPlan],
    items: [ItemPlan],
    months: [SimulatedTime] = [.zero],
    exchange: [Int64] = [70_000],
    rules: PaperRules = PaperRules(),
    workingDays: WorkingDays = .weekdays(),
    counterparties: Int = 1,
    modes: Int = 1,
    reconciliations: [SimulatedTime] = []
  ) {
    self.firms = firms
    self.items = items
    self.months = months
    self.exchange = exchange
    self.rules = rules
    self.workingDays = workingDays
    self.counterparties = counterparties
    self.modes = modes
    self.reconciliations = reconciliations
  }
}

/// A value that holds from an instant on, until the next one.
public struct Dated<Value: Sendable>: Sendable {
  /// From when; the first of a list holds from the start whatever it says.
  public var from: SimulatedTime
  /// What holds.
  public var value: Value

  /// A value from an instant on.
  public init(from: SimulatedTime = .zero, _ value: Value) {
    self.from = from
    self.value = value
  }
}

/// A firm of the zone (区内企业) as its papers see it.
public struct FirmPlan: Sendable {
  /// Its name.
  public var name: String
  /// What it does; products of a manufacturer use up materials of its book.
  public var business: FirmBusiness
  /// Its credit class by date, ascending; at least one.
  public var credit: [Dated<FirmCredit>]
  /// How it declares batches by date, ascending; at least one.
  public var period: [Dated<DeclaringPeriod>]
  /// Its guarantee line by date, ascending; at least one.
  public var guaranteeLine: [Dated<Fen>]
  /// Whether it may go without a guarantee while it is advanced-certified (免除担保).
  public var isWaiverEligible: Bool
  /// Whether it may choose duty on materials (选择性征收关税).
  public var electsMaterials: Bool
  /// Whether it is an ordinary VAT payer (一般纳税人资格试点).
  public var isGeneralTaxpayer: Bool
  /// Whether it pays taxes of a month together (汇总征税).
  public var paysTogether: Bool
  /// Whether its application for batches was approved before the start (业务申报表).
  public var hasApplication: Bool
  /// Its items in ``PapersPlan/items``; at least one.
  public var items: Range<Int>
  /// When its book was last reconciled before or at the start; deferred interest counts from there.
  public var reconciledAt: SimulatedTime
  /// How often its book is reconciled.
  public var reconciles: SimulatedTime

  /// A firm from its parts.
  public init(
    name: String,
    business: FirmBusiness = .logistics,
    credit: [Dated<FirmCredit>] = [Dated(.general)],
    period: [Dated<DeclaringPeriod>] = [Dated(.perShipment)],
    guaranteeLine: [Dated<Fen>] = [Dated(.zero)],
    isWaiverEligible: Bool = true,
    electsMaterials: Bool = false,
    isGeneralTaxpayer: Bool = false,
    paysTogether: Bool = false,
    hasApplication: Bool = true,
    items: Range<Int>,
    reconciledAt: SimulatedTime = .zero,
    reconciles: SimulatedTime = .days(365)
  ) {
    self.name = name
    self.business = business
    self.credit = credit
    self.period = period
    self.guaranteeLine = guaranteeLine
    self.isWaiverEligible = isWaiverEligible
    self.electsMaterials = electsMaterials
    self.isGeneralTaxpayer = isGeneralTaxpayer
    self.paysTogether = paysTogether
    self.hasApplication = hasApplication
    self.items = items
    self.reconciledAt = reconciledAt
    self.reconciles = reconciles
  }
}

/// An item of a firm's account book (账册项号), with what is due on it.
public struct ItemPlan: Sendable {
  /// Its name within the firm.
  public var name: String
  /// The class of goods that it belongs to.
  public var goods: String
  /// Value [US cents for a tonne].
  public var centsPerTonne: Int64
  /// Duty as presented.
  public var duty: Rate
  /// Value added tax.
  public var vat: Rate
  /// Consumption tax; below the whole.
  public var consumption: Rate
  /// Duty on the imported materials in it.
  public var materialDuty: Rate
  /// Value of the imported materials as a share of the product's.
  public var materialShare: Rate
  /// Value of bonded parts, of what is made for clients outside the zone.
  public var addedShare: Rate
  /// What the book begins with, by ``CustomsStatus`` [kg].
  public var opening: [Int64]

  /// An item from its parts.
  public init(
    name: String,
    goods: String = "",
    centsPerTonne: Int64,
    duty: Rate = .zero,
    vat: Rate = .percent(13),
    consumption: Rate = .zero,
    materialDuty: Rate = .zero,
    materialShare: Rate = .one,
    addedShare: Rate = .one,
    opening: [Int64] = [0, 0, 0]
  ) {
    self.name = name
    self.goods = goods
    self.centsPerTonne = centsPerTonne
    self.duty = duty
    self.vat = vat
    self.consumption = consumption
    self.materialDuty = materialDuty
    self.materialShare = materialShare
    self.addedShare = addedShare
    self.opening = opening
  }
}
