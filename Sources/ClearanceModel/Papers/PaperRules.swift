import EventSimulation

/// What law and policy say about papers in a scenario: limits, rates and switches.
public struct PaperRules: Sendable {
  /// Whose day gives the exchange rate of a declaration.
  public enum RateDate: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    /// The day on which the declaration is accepted.
    case acceptance
    /// The day on which the goods passed the gate.
    case gate
  }

  /// Material used up for each kilogram of a manufacturer's product.
  public var materialPerProduct: Rate
  /// Whose day gives the exchange rate.
  public var rateDate: RateDate
  /// Whether advanced-certified firms go without a guarantee (公告2023年第148号).
  public var hasWaiver: Bool
  /// From when they do.
  public var waiverFrom: SimulatedTime
  /// Whether a firm that declared late may not move new batches out until it has declared and paid;
  /// the waiver rests meanwhile in any case.
  public var latenessBlocks: Bool
  /// Merged items of one declaration; more are cut into several.
  public var mergedItemsLimit: Int
  /// Whether the fee for late declaration is charged.
  public var hasLateFee: Bool
  /// Days after the day of entry within which goods are to be declared.
  public var lateAfterDays: Int
  /// Fee for late declaration, of the dutiable value for each day.
  public var lateFeeRate: Rate
  /// Late fees and arrears below this are not charged (起征点).
  public var smallestFee: Fen
  /// Days after the notice within which taxes are to be paid.
  public var taxTermDays: Int
  /// The working day of the next month by which taxes paid together are to be paid.
  public var togetherByWorkingDay: Int
  /// Surcharge for late payment, of the tax for each day.
  public var arrearsRate: Rate
  /// Yearly rate of interest on deferred duty.
  public var depositRate: Rate
  /// Days of a year of interest.
  public var interestYear: Int64
  /// How often all warehouses are counted; 0 for never, where no goods are mixed up (按状态分类监管).
  public var stocktakeEvery: SimulatedTime
  /// Whether warehouses hold goods of several statuses, which may be mixed up.
  public var mixesStatuses: Bool { stocktakeEvery > .zero }

  /// The rules of the law.
  public init(
    materialPerProduct: Rate = .one,
    rateDate: RateDate = .acceptance,
    hasWaiver: Bool = true,
    waiverFrom: SimulatedTime = .zero,
    latenessBlocks: Bool = true,
    mergedItemsLimit: Int = 50,
    hasLateFee: Bool = true,
    lateAfterDays: Int = 14,
    lateFeeRate: Rate = Rate(partsPerMillion: 500),
    smallestFee: Fen = .yuan(50),
    taxTermDays: Int = 15,
    togetherByWorkingDay: Int = 5,
    arrearsRate: Rate = Rate(partsPerMillion: 500),
    depositRate: Rate = Rate(partsPerMillion: 3_500),
    interestYear: Int64 = 360,
    stocktakeEvery: SimulatedTime = .zero
  ) {
    self.materialPerProduct = materialPerProduct
    self.rateDate = rateDate
    self.hasWaiver = hasWaiver
    self.waiverFrom = waiverFrom
    self.latenessBlocks = latenessBlocks
    self.mergedItemsLimit = mergedItemsLimit
    self.hasLateFee = hasLateFee
    self.lateAfterDays = lateAfterDays
    self.lateFeeRate = lateFeeRate
    self.smallestFee = smallestFee
    self.taxTermDays = taxTermDays
    self.togetherByWorkingDay = togetherByWorkingDay
    self.arrearsRate = arrearsRate
    self.depositRate = depositRate
    self.interestYear = interestYear
    self.stocktakeEvery = stocktakeEvery
  }
}
