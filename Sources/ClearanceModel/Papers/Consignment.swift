import ClearanceRecords
import EventSimulation

/// The goods of one inventory list, stock slip or pick-up request, from opening to settlement
/// (一票货物).
///
/// A consolidated declaration is a consignment too: what its slips moved, merged by item.
struct Consignment: BitwiseCopyable {
  /// What has been done about it, once for all.
  struct Deeds: OptionSet {
    var rawValue: UInt16
    static let workStarted = Deeds(rawValue: 1 << 0)
    static let submitted = Deeds(rawValue: 1 << 1)
    static let assessed = Deeds(rawValue: 1 << 2)
    static let paid = Deeds(rawValue: 1 << 3)
    static let lateFeeCharged = Deeds(rawValue: 1 << 4)
    /// A slip that joins its pile as soon as its last truck has passed.
    static let toBeGathered = Deeds(rawValue: 1 << 5)
    /// A pile of slips.
    static let isPile = Deeds(rawValue: 1 << 6)
    /// Declared after its last day, and taxes not yet paid.
    static let unsettledLate = Deeds(rawValue: 1 << 7)
    /// Counted among the open batches.
    static let isOpenBatch = Deeds(rawValue: 1 << 8)
    /// Nothing more can happen to it; it waits for the rest of its chain.
    static let done = Deeds(rawValue: 1 << 9)
    /// Assessed, and paid, since the end of the warm-up, so that totals hold it.
    static let countsAssessed = Deeds(rawValue: 1 << 10)
    static let countsPaid = Deeds(rawValue: 1 << 11)
    /// Goods of another status were taken for it.
    static let isMixed = Deeds(rawValue: 1 << 12)
  }

  /// The end of a list of slots.
  static let noSlot: UInt32 = .max

  var generation: UInt32 = 0
  /// Whether the papers that had the slot before were refused or withdrawn.
  var followsRefused = false
  /// Whether the slot is in use.
  var isLive = false
  var kind = MovementKind.firstLineIn
  var status = CustomsStatus.bonded
  var phase = ConsignmentPhase.none
  var refusal = Refusal.none
  var deeds: Deeds = []
  var firm: UInt16 = 0
  var flow: UInt16 = 0
  var counterparty: UInt16 = 0
  var mode: UInt16 = 0
  /// Number of the first truck in its flow.
  var truck: UInt32 = 0
  /// Number in the replication, from 1.
  var number: UInt32 = 0
  /// Slot of the first consignment of the chain.
  var head: UInt32 = 0
  /// Slot of the next of the chain; of a free slot: the next free one.
  var next = noSlot
  /// First of its lines, and how many there are.
  var firstLine = noSlot
  var lines: UInt32 = 0

  // Of the whole chain: valid in its head.
  var trucks: UInt32 = 0
  var arrived: UInt32 = 0
  var passed: UInt32 = 0
  var withdrawn: UInt32 = 0
  var documents: UInt32 = 0
  /// Consignments of the chain that are not done.
  var underWay: UInt32 = 0
  var waiter: UInt32 = .max

  // Of piles and slips.
  /// How a slip that is to be gathered is declared.
  var period = DeclaringPeriod.perShipment
  var slips: UInt32 = 1
  /// Declarations that it takes by itself; of a pile: that its slips would have taken.
  var declarationsAlone: UInt32 = 0
  var declarations: UInt32 = 0
  /// Number of the pile that a slip has joined.
  var batch = noBatch
  var collection = noPlace
  var pile = noBatch
  var closing = noBatch
  /// From when a pile is late, unless it is submitted [µs].
  var lateFrom = Int64.max
  /// The next undeclared pile of the firm.
  var nextUndeclared = noSlot

  // Tax.
  var nextUnpaid = noSlot
  var previousUnpaid = noSlot
  /// The month in which its taxes were assessed.
  var assessedMonth: UInt16 = 0
  /// The last day on which its taxes are to be paid.
  var taxTerm = Int.max
  var duty: Int64 = 0
  var vat: Int64 = 0
  var lateFee: Int64 = 0
  /// Estimated duty and taxes of a batch.
  var estimate: Int64 = 0
  /// What of the estimate is drawn from the guarantee.
  var drawn: Int64 = 0
  /// What of the estimate has left the zone and is not paid.
  var exposed: Int64 = 0

  var kilograms: Int64 = 0
  var cents: Int64 = 0
  var openedAt = Int64.max
  var approvedAt = Int64.max
  var submittedAt = Int64.max
  var releasedAt = Int64.max
  var passedAt = Int64.max
  var formalAt = Int64.max
  var paidAt = Int64.max

  /// A reference to a consignment that stays true when its slot has been given to another.
  ///
  /// A truck also keeps in it whether it has come to the gate and passed, so that no truck of a lot
  /// counts twice: it takes over the handle that `arrive` and `pass` return.
  struct Handle: BitwiseCopyable, Equatable {
    /// 29 bits of generation, two flags, 22 bits of slot + 1.
    var rawValue: UInt64

    static let slotBits: UInt64 = 22
    static let arrivedFlag: UInt64 = 1 << 22
    static let passedFlag: UInt64 = 1 << 23
    static let generationShift: UInt64 = 24
    static let generationMask: UInt32 = (1 << 29) - 1

    /// No consignment.
    static var none: Handle { Handle(rawValue: 0) }

    init(rawValue: UInt64) {
      self.rawValue = rawValue
    }

    init(slot: Int, generation: UInt32) {
      precondition(slot < (1 << Self.slotBits) - 1, "\(slot) consignments at once")
      rawValue =
        UInt64(generation & Self.generationMask) << Self.generationShift | UInt64(slot + 1)
    }

    /// The handle that `number` was made of.
    init(number: Double) {
      rawValue = UInt64(number)
    }

    /// The handle as a whole number below 2⁵³, which a double holds exactly; 0 for none.
    var number: Double { Double(rawValue) }

    var isNone: Bool { rawValue == 0 }
    /// Whether the truck that has this handle has come to the gate with it.
    var hasArrived: Bool { rawValue & Self.arrivedFlag != 0 }
    /// Whether the truck that has this handle has passed the gate with it.
    var hasPassed: Bool { rawValue & Self.passedFlag != 0 }
    /// The handle without what the truck did: equal for all trucks of a lot.
    var consignment: Handle {
      Handle(rawValue: rawValue & ~(Self.arrivedFlag | Self.passedFlag))
    }

    var slot: Int { Int(rawValue & (1 << Self.slotBits - 1)) - 1 }
    var generation: UInt32 { UInt32(rawValue >> Self.generationShift) }
  }
}

/// What a consignment moves of one item in one status.
struct BookLine: BitwiseCopyable {
  /// Index of the cell of the book.
  var cell: UInt32
  /// The next line of the consignment; of a free line: the next free one.
  var next = Consignment.noSlot
  /// Goods [kg].
  var kilograms: Int64
  /// What the book moves for them [kg]: materials, for products of a manufacturer.
  var quantity: Int64
  /// Goods that have passed [kg].
  var passed: Int64 = 0
  /// What of the quantity is provisional in the book now.
  var provisional: Int64 = 0
  /// What of the quantity is open in the book now.
  var open: Int64 = 0
  /// Value of what has passed at the rates of those days [fen]; kept where the rules ask for it.
  var gateValue: Int64 = 0
}

/// The part of an amount that falls to one of several equal shares, the first being 1; they add up.
@inline(__always)
func share(of amount: Int64, _ number: Int64, among count: Int64) -> Int64 {
  count == 1 ? amount : part(of: amount, number, count) - part(of: amount, number - 1, count)
}

/// So many parts of an amount, rounded down; the product may be beyond 64 bits.
@inline(__always)
private func part(of amount: Int64, _ number: Int64, _ count: Int64) -> Int64 {
  let (product, overflows) = amount.multipliedReportingOverflow(by: number)
  return overflows ? Int64(Int128(amount) * Int128(number) / Int128(count)) : product / count
}
