import EventSimulation

/// The number that stands for *none* where a row names a batch, a pile or a closing.
public let noBatch: UInt32 = .max

/// The goods of one list, slip or pick-up request from their opening to their settlement (一票货物).
///
/// One row when it is settled, refused or taken into a batch, or when the run ends with it under
/// way. A batch is a row too: its slips name it in ``batch``.
public struct ConsignmentRow: Sendable, BitwiseCopyable, Equatable {
  /// What it carries and how far it came.
  public var goods: Goods
  /// Amounts of tax and the fee for lateness.
  public var amounts: Amounts
  /// When it came into its states.
  public var times: Times
  /// Number in the replication, from 1, in the order of opening.
  public var number: UInt32
  /// Number of the first consignment of the chain that one truck carries; its own where alone.
  public var head: UInt32
  /// Index of the firm in ``RunNames/Papers/firms``.
  public var firm: UInt16
  /// Index of the flow of its first truck.
  public var flow: UInt16
  /// Number of its first truck in the flow, from 1; 0 for a batch.
  public var truck: UInt32
  /// Trucks that were expected for it.
  public var trucks: UInt32
  /// Trucks of it that have passed.
  public var trucksPassed: UInt32
  /// Number of the batch that a slip was gathered into, or ``noBatch``.
  public var batch: UInt32
  /// Index of the collection in ``RunNames/collections`` that a batch lies in, or ``noPlace``.
  public var collection: UInt16
  /// Index of the pile within the collection, or ``noBatch``.
  public var pile: UInt32
  /// Index of the closing that took the batch, or ``noBatch``.
  public var closing: UInt32

  /// What a consignment carries and how far it came.
  public struct Goods: Sendable, BitwiseCopyable, Equatable {
    /// Index of the kind of movement in ``RunNames/Papers/movements``.
    public var movement: UInt8
    /// Index of the status of the goods in ``RunNames/Papers/statuses``.
    public var status: UInt8
    /// Index of its state in ``RunNames/Papers/phases``: the last one reached.
    public var phase: UInt8
    /// Index of the reason of a refusal in ``RunNames/Papers/refusals``; 0 for none.
    public var refusal: UInt8
    /// Number of the counterparty, from 1; 0 for none.
    public var counterparty: UInt16
    /// Item lines; of a batch: distinct items.
    public var lines: UInt32
    /// Slips in a batch; 0 for what is no batch.
    public var slips: UInt32
    /// Declarations submitted for it; 0 where none was needed or none was yet.
    public var declarations: UInt32
    /// Quantity [kg].
    public var kilograms: Int64
    /// Value [US cents].
    public var cents: Int64

    /// Goods from their columns.
    public init(
      movement: UInt8,
      status: UInt8,
      phase: UInt8,
      refusal: UInt8 = 0,
      counterparty: UInt16 = 0,
      lines: UInt32 = 1,
      slips: UInt32 = 0,
      declarations: UInt32 = 0,
      kilograms: Int64,
      cents: Int64
    ) {
      self.movement = movement
      self.status = status
      self.phase = phase
      self.refusal = refusal
      self.counterparty = counterparty
      self.lines = lines
      self.slips = slips
      self.declarations = declarations
      self.kilograms = kilograms
      self.cents = cents
    }
  }

  /// Amounts of tax and the fee for lateness, in fen.
  public struct Amounts: Sendable, BitwiseCopyable, Equatable {
    /// Customs duty [fen].
    public var duty: Int64
    /// Value added tax, with the consumption tax [fen].
    public var vat: Int64
    /// Fee for late declaration [fen].
    public var lateFee: Int64

    /// Amounts from their columns.
    public init(duty: Int64 = 0, vat: Int64 = 0, lateFee: Int64 = 0) {
      self.duty = duty
      self.vat = vat
      self.lateFee = lateFee
    }
  }

  /// When a consignment came into its states; `never` where it did not.
  public struct Times: Sendable, BitwiseCopyable, Equatable {
    /// When it was opened.
    public var openedAt: SimulatedTime
    /// When its list was approved, or its approval refused.
    public var approvedAt: SimulatedTime
    /// When its declaration was submitted.
    public var submittedAt: SimulatedTime
    /// When its declaration was released, or found not to be needed.
    public var releasedAt: SimulatedTime
    /// When the last of its trucks had passed the gate.
    public var passedAt: SimulatedTime
    /// When it was formally deducted.
    public var formalAt: SimulatedTime
    /// When its tax was paid.
    public var paidAt: SimulatedTime

    /// Times from their columns.
    public init(
      openedAt: SimulatedTime,
      approvedAt: SimulatedTime = .never,
      submittedAt: SimulatedTime = .never,
      releasedAt: SimulatedTime = .never,
      passedAt: SimulatedTime = .never,
      formalAt: SimulatedTime = .never,
      paidAt: SimulatedTime = .never
    ) {
      self.openedAt = openedAt
      self.approvedAt = approvedAt
      self.submittedAt = submittedAt
      self.releasedAt = releasedAt
      self.passedAt = passedAt
      self.formalAt = formalAt
      self.paidAt = paidAt
    }
  }

  /// A row from its columns.
  public init(
    number: UInt32,
    head: UInt32,
    firm: UInt16,
    flow: UInt16,
    truck: UInt32,
    trucks: UInt32,
    trucksPassed: UInt32,
    batch: UInt32 = noBatch,
    collection: UInt16 = noPlace,
    pile: UInt32 = noBatch,
    closing: UInt32 = noBatch,
    goods: Goods,
    amounts: Amounts = Amounts(),
    times: Times
  ) {
    self.number = number
    self.head = head
    self.firm = firm
    self.flow = flow
    self.truck = truck
    self.trucks = trucks
    self.trucksPassed = trucksPassed
    self.batch = batch
    self.collection = collection
    self.pile = pile
    self.closing = closing
    self.goods = goods
    self.amounts = amounts
    self.times = times
  }
}
