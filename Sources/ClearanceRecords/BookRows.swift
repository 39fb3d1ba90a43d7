import EventSimulation

/// What an account book says of one item in one status when a replication ends (账册结余).
///
/// Always `book = opening + entered − left − consumed + corrected`; none but `corrected` is below zero.
public struct BalanceRow: Sendable, BitwiseCopyable, Equatable {
  /// Index of the item in ``RunNames/Papers/items``, which tells the firm.
  public var item: UInt32
  /// Index of the status of the goods in ``RunNames/Papers/statuses``.
  public var status: UInt8
  /// Balance at the start [kg].
  public var opening: Int64
  /// Formally entered [kg].
  public var entered: Int64
  /// Formally left [kg].
  public var left: Int64
  /// Formally used up by products that left [kg].
  public var consumed: Int64
  /// Formal balance at the end [kg].
  public var book: Int64
  /// Approved in, not yet formal [kg].
  public var provisionalIn: Int64
  /// Approved out, not yet formal [kg].
  public var provisionalOut: Int64
  /// Entered, not yet declared (已入区未集报) [kg].
  public var openIn: Int64
  /// Left, not yet declared (已出区未集报) [kg].
  public var openOut: Int64
  /// Put on the ledger, or taken off it, since goods of another status had left [kg].
  public var corrected: Int64
  /// Of what is provisional: passed in [kg].
  public var passedIn: Int64
  /// Of what is provisional: passed out [kg].
  public var passedOut: Int64
  /// What lies in the firm's warehouse [kg].
  public var physical: Int64

  /// What would lie there if no goods were mixed up [kg].
  public var expected: Int64 { book - openOut + openIn - passedOut + passedIn }

  /// A row from its columns; without its own number the warehouse holds what is expected.
  public init(
    item: UInt32,
    status: UInt8,
    opening: Int64,
    entered: Int64,
    left: Int64,
    consumed: Int64,
    book: Int64,
    provisionalIn: Int64,
    provisionalOut: Int64,
    openIn: Int64,
    openOut: Int64,
    corrected: Int64 = 0,
    passedIn: Int64 = 0,
    passedOut: Int64 = 0,
    physical: Int64? = nil
  ) {
    self.item = item
    self.status = status
    self.opening = opening
    self.entered = entered
    self.left = left
    self.consumed = consumed
    self.book = book
    self.provisionalIn = provisionalIn
    self.provisionalOut = provisionalOut
    self.openIn = openIn
    self.openOut = openOut
    self.corrected = corrected
    self.passedIn = passedIn
    self.passedOut = passedOut
    self.physical = physical ?? book - openOut + openIn - passedOut + passedIn
  }
}

/// What one firm moved in one way in one month (统计月报); months and rows without anything are
/// left out.
public struct MonthRow: Sendable, BitwiseCopyable, Equatable {
  /// Index of the month in ``RunNames/Papers/months``.
  public var month: UInt16
  /// Index of the firm in ``RunNames/Papers/firms``.
  public var firm: UInt16
  /// Index of the kind of movement in ``RunNames/Papers/movements``.
  public var movement: UInt8
  /// Lists and slips approved.
  public var lists: Int64
  /// Declarations submitted.
  public var declarations: Int64
  /// Trucks passed.
  public var passes: Int64
  /// Quantity passed [kg].
  public var kilograms: Int64
  /// Value passed [US cents].
  public var cents: Int64
  /// Customs duty assessed [fen].
  public var duty: Int64
  /// Value added and consumption tax assessed [fen].
  public var vat: Int64

  /// A row from its columns.
  public init(
    month: UInt16,
    firm: UInt16,
    movement: UInt8,
    lists: Int64,
    declarations: Int64,
    passes: Int64,
    kilograms: Int64,
    cents: Int64,
    duty: Int64,
    vat: Int64
  ) {
    self.month = month
    self.firm = firm
    self.movement = movement
    self.lists = lists
    self.declarations = declarations
    self.passes = passes
    self.kilograms = kilograms
    self.cents = cents
    self.duty = duty
    self.vat = vat
  }
}

/// What was open and secured in one recording interval, for the zone or for one firm.
///
/// The zone has a row for every interval; a firm has one only where anything of it was open, exposed
/// or secured.
public struct PaperLevelRow: Sendable, BitwiseCopyable, Equatable {
  /// Index of the firm in ``RunNames/Papers/firms``, or ``noPlace`` for the zone.
  public var firm: UInt16
  /// Start of the interval.
  public var startsAt: SimulatedTime
  /// Length of the interval; the last one of a run may be shorter.
  public var length: SimulatedTime
  /// Mean number of open batches.
  public var openBatchesMean: Double
  /// Largest number of open batches at any instant.
  public var openBatchesMax: Int64
  /// Mean duty and tax of goods that left and are not yet paid for [fen], to the nearest.
  public var exposedDutyMean: Int64
  /// Largest duty and tax exposed at any instant [fen].
  public var exposedDutyMax: Int64
  /// Mean guarantee in use [fen], to the nearest.
  public var guaranteeMean: Int64
  /// Largest guarantee in use at any instant [fen].
  public var guaranteeMax: Int64

  /// A row from its columns.
  public init(
    firm: UInt16,
    startsAt: SimulatedTime,
    length: SimulatedTime,
    openBatchesMean: Double,
    openBatchesMax: Int64,
    exposedDutyMean: Int64,
    exposedDutyMax: Int64,
    guaranteeMean: Int64,
    guaranteeMax: Int64
  ) {
    self.firm = firm
    self.startsAt = startsAt
    self.length = length
    self.openBatchesMean = openBatchesMean
    self.openBatchesMax = openBatchesMax
    self.exposedDutyMean = exposedDutyMean
    self.exposedDutyMax = exposedDutyMax
    self.guaranteeMean = guaranteeMean
    self.guaranteeMax = guaranteeMax
  }
}
