import EventSimulation

/// What the papers of one replication came to, from the end of the warm-up on; exact integers.
public struct PaperStatistics: Sendable {
  /// What happened to the consignments of one firm in one kind of movement.
  public struct Counts: Sendable, BitwiseCopyable, Equatable {
    /// Papers opened.
    public var opened: Int64 = 0
    /// Lists and slips approved.
    public var approved: Int64 = 0
    /// Refused because no item had enough.
    public var refusedBook: Int64 = 0
    /// Refused because the guarantee did not suffice.
    public var refusedGuarantee: Int64 = 0
    /// Refused because the firm was late.
    public var refusedBlocked: Int64 = 0
    /// Refused because of the firm's credit.
    public var refusedCredit: Int64 = 0
    /// Withdrawn, or turned down by the officer.
    public var withdrawn: Int64 = 0
    /// Released, or found to need no declaration.
    public var released: Int64 = 0
    /// Formally deducted.
    public var formal: Int64 = 0

    /// Nothing yet.
    public init() {}
  }

  /// What came together for one firm, or for the zone.
  public struct Totals: Sendable, BitwiseCopyable, Equatable {
    /// Batches approved.
    public var slips: Int64 = 0
    /// Declarations submitted.
    public var declarations: Int64 = 0
    /// Declarations that the same goods would have taken shipment by shipment.
    public var declarationsPerShipment: Int64 = 0
    /// Consolidated declarations submitted after their last day.
    public var lateDeclarations: Int64 = 0
    /// Fees for late declaration [fen].
    public var lateFees: Int64 = 0
    /// Surcharges for late payment [fen].
    public var arrears: Int64 = 0
    /// Duty, with interest on deferred duty, assessed [fen].
    public var dutyAssessed: Int64 = 0
    /// Value added and consumption tax assessed [fen].
    public var vatAssessed: Int64 = 0
    /// Duty, with interest on deferred duty, paid [fen].
    public var dutyPaid: Int64 = 0
    /// Value added and consumption tax paid [fen].
    public var vatPaid: Int64 = 0
    /// Declarations saved by declaring batches together.
    public var declarationsSaved: Int64 { declarationsPerShipment - declarations }

    /// Nothing yet.
    public init() {}
  }

  /// A level over the observed time.
  public struct Level: Sendable, BitwiseCopyable, Equatable {
    /// Its integral over time, in its unit and microseconds.
    public var area: Int128
    /// Its largest value that lasted.
    public var maximum: Int64
    /// Its value at the end.
    public var final: Int64

    /// A level from its parts.
    public init(area: Int128 = 0, maximum: Int64 = 0, final: Int64 = 0) {
      self.area = area
      self.maximum = maximum
      self.final = final
    }
  }

  /// The levels of one firm, or of the zone.
  public struct Levels: Sendable, BitwiseCopyable, Equatable {
    /// Batches that have passed and whose declaration is not yet released.
    public var openBatches: Level
    /// Estimated duty and tax of goods that left on slips and are not yet paid for [fen].
    ///
    /// Its area is the duty deferred [fen·µs].
    public var exposedDuty: Level
    /// Guarantee in use [fen].
    public var guaranteeInUse: Level
  }

  /// The application of a firm for batches.
  public struct Application: Sendable, BitwiseCopyable, Equatable {
    /// How far it is at the end.
    public var state: BatchApplication
    /// When it was filed; nil before the run or not at all.
    public var filedAt: SimulatedTime?
    /// When it was approved; nil before the run or not at all.
    public var approvedAt: SimulatedTime?

    /// An application from its parts.
    public init(
      state: BatchApplication,
      filedAt: SimulatedTime? = nil,
      approvedAt: SimulatedTime? = nil
    ) {
      self.state = state
      self.filedAt = filedAt
      self.approvedAt = approvedAt
    }
  }

  /// Counts by firm, and within it by ``MovementKind``.
  public var counts: [Counts]
  /// Totals by firm.
  public var firmTotals: [Totals]
  /// Totals of the zone.
  public var totals: Totals
  /// Levels by firm.
  public var firmLevels: [Levels]
  /// Levels of the zone.
  public var levels: Levels
  /// Applications for batches by firm.
  public var applications: [Application] = []
  /// How long was observed.
  public var observed: SimulatedTime
  /// The account books of all firms at the end.
  public var books = BookTotals()
  /// The same by ``CustomsStatus``, beside what lies in the warehouses.
  public var stocks: [StockTotals] = []
  /// What was picked wrongly.
  public var mixing = Mixing()
  /// Goods that lie under the wrong status [kg].
  public var mixedStock = Level()

  /// The counts of all firms in one kind of movement.
  public func counts(of kind: MovementKind) -> Counts {
    var sum = Counts()
    for firm in firmTotals.indices {
      sum += counts[firm * MovementKind.allCases.count + Int(kind.rawValue)]
    }
    return sum
  }

  /// The counts of all firms in all kinds of movement.
  public var allCounts: Counts {
    var sum = Counts()
    for one in counts { sum += one }
    return sum
  }
}

extension PaperStatistics.Counts {
  /// Adds the counts of another firm or kind.
  public static func += (left: inout Self, right: Self) {
    left.opened += right.opened
    left.approved += right.approved
    left.refusedBook += right.refusedBook
    left.refusedGuarantee += right.refusedGuarantee
    left.refusedBlocked += right.refusedBlocked
    left.refusedCredit += right.refusedCredit
    left.withdrawn += right.withdrawn
    left.released += right.released
    left.formal += right.formal
  }
}
