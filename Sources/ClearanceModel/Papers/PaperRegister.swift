import ClearanceRecords
import EventSimulation

/// The papers of one replication: account books, guarantees, consignments, piles of slips.
///
/// What law says about quantities and money, exact and in integers. Procedures ask for it verb by
/// verb. A verb that is not due does nothing, and so does one on a handle whose consignment has left
/// memory, so that no procedure can bring a book into a state that law does not know.
///
/// - Invariant: see ``firstImbalance()``.
struct PaperRegister: ~Copyable {
  typealias Handle = Consignment.Handle

  let plan: PapersPlan
  /// Whether a row is kept for each consignment.
  var keepsConsignments = false
  /// Whether rows are kept for each recording interval.
  var keepsLevels = false
  /// Rows that nobody has taken yet; the caller empties them.
  var consignmentRows: [ConsignmentRow] = []
  var levelRows: [PaperLevelRow] = []

  /// Books, guarantees and piles at the start.
  init(plan: PapersPlan) {
    self.plan = plan
  }
}

/// What opens a consignment, or a chain of them.
struct Opening {
  var firm: Int
  var kind: MovementKind
  /// Nil for that of the kind.
  var status: CustomsStatus?
  /// Weight of the goods of one truck [kg]; split over the documents.
  var kilogramsPerTruck: Int64
  /// Documents of one truck; 1 or more.
  var documents = 1
  /// Item lines of one document; 1 or more, at most the firm's items.
  var lines = 1
  /// Trucks that share the document; 1 or more.
  var trucks = 1
  /// Uniform numbers in [0, 1) for the first item and the counterparty.
  var itemDraw = 0.0
  var counterpartyDraw = 0.0
  /// Supervision mode and application, below `PapersPlan.modes`.
  var mode = 0
  /// The first truck.
  var flow = 0
  var truck = 0
}

/// A chain of consignments that has changed, and who waits for it.
struct ChangedPapers: BitwiseCopyable {
  var handle: Consignment.Handle
  /// The head of the list of those who wait, which the register has let go.
  var firstWaiter: UInt32
}

// Verbs. Those on one consignment: startWork, approve, refuse, submit, release, noDeclaration,
// assess, pay, chargeLateFee, gather. Those on the whole chain of a truck: arrive, pass,
// withdrawTruck.
extension PaperRegister {
  /// Opens papers and returns the head of their chain.
  mutating func open(_ opening: Opening, at now: SimulatedTime) -> Handle { .none }
  /// The next consignment of the chain, or none.
  func next(of handle: Handle) -> Handle { .none }
  /// Whether work on the consignment may begin: true once.
  mutating func startWork(on handle: Handle) -> Bool { false }
  /// Checks and approves; what is refused may be tried again. Idempotent.
  @discardableResult
  mutating func approve(_ handle: Handle, at now: SimulatedTime) -> Refusal { .none }
  /// Turns the list down or takes it back, before any truck has passed.
  mutating func refuse(_ handle: Handle, at now: SimulatedTime) {}
  /// Submits the declaration.
  mutating func submit(_ handle: Handle, at now: SimulatedTime) {}
  /// Releases a submitted declaration.
  mutating func release(_ handle: Handle, at now: SimulatedTime) {}
  /// Notes that none is needed; due for goods by status only.
  mutating func noDeclaration(_ handle: Handle, at now: SimulatedTime) {}
  /// A truck is at the gate; returns the handle that it keeps from now on.
  @discardableResult
  mutating func arrive(_ handle: Handle, at now: SimulatedTime) -> Handle { handle }
  /// A truck has passed; returns the handle that it keeps from now on.
  @discardableResult
  mutating func pass(_ handle: Handle, at now: SimulatedTime) -> Handle { handle }
  /// A truck will never pass; nothing if it has. The truck has no papers from now on.
  mutating func withdrawTruck(_ handle: Handle, at now: SimulatedTime) {}
  /// Duty with interest, consumption tax and VAT of what is taxed; the same when asked again.
  @discardableResult
  mutating func assess(_ handle: Handle, at now: SimulatedTime) -> Fen { .zero }
  /// Pays what was assessed, which frees the guarantee.
  mutating func pay(_ handle: Handle, at now: SimulatedTime) {}
  /// Charges the fee for late declaration of goods that entered on a day; once.
  @discardableResult
  mutating func chargeLateFee(
    _ handle: Handle,
    enteredAt: SimulatedTime,
    at now: SimulatedTime
  )
    -> Fen
  { .zero }
  /// Puts a slip into its firm's pile, at once or when its last truck has passed; nothing if the
  /// firm declares per shipment. Returns how the firm declares now.
  @discardableResult
  mutating func gather(_ handle: Handle, at now: SimulatedTime) -> DeclaringPeriod { .perShipment }
}

// Piles of a period: one for each (firm, counterparty, direction, mode), in this order.
extension PaperRegister {
  /// The number of piles of a period.
  var pileCount: Int { 0 }
  /// What is gathered from now on belongs to the next closing; what was is due.
  ///
  /// `collection` and `closing` are noted in rows. Late from the day after the due day on.
  mutating func cut(
    _ period: DeclaringPeriod,
    due: SimulatedTime,
    collection: Int,
    closing: Int,
    at now: SimulatedTime
  ) {}
  /// Takes the consignment of what was cut, or none where the pile was empty.
  mutating func takePile(_ pile: Int, of period: DeclaringPeriod) -> Handle { .none }
}

// What may be asked. The phase and counts of trucks are those of the whole chain.
extension PaperRegister {
  /// Whether the consignment is still in memory.
  func isLive(_ handle: Handle) -> Bool { false }
  /// The least advanced phase of the chain; refused if one is; settled when it has left memory.
  func phase(_ handle: Handle) -> ConsignmentPhase { .settled }
  /// The phase of this consignment alone.
  func ownPhase(_ handle: Handle) -> ConsignmentPhase { .settled }
  /// Trucks that have come to the gate, those that have passed included; 0 when it has left memory.
  func trucksAtGate(_ handle: Handle) -> Int { 0 }
  /// Trucks that are expected or have passed; withdrawn ones not.
  func trucks(_ handle: Handle) -> Int { 0 }
  /// Trucks that have passed.
  func trucksPassed(_ handle: Handle) -> Int { 0 }
  /// Consignments of the chain.
  func documents(_ handle: Handle) -> Int { 0 }
  /// Distinct items of this consignment.
  func mergedItems(_ handle: Handle) -> Int { 0 }
  /// Declarations that its items take: 1, or more where they are cut at the limit.
  func declarations(_ handle: Handle) -> Int { 0 }
  /// Slips of a pile's consignment; 1 of others.
  func slips(_ handle: Handle) -> Int { 0 }
  func kilograms(_ handle: Handle) -> Int64 { 0 }
  func cents(_ handle: Handle) -> Int64 { 0 }
  func firm(_ handle: Handle) -> Int { 0 }
  func kind(_ handle: Handle) -> MovementKind { .firstLineIn }
  func refusal(_ handle: Handle) -> Refusal { .none }
  /// Flow and number of the first truck; of a pile: of its first slip.
  func firstTruck(_ handle: Handle) -> (flow: Int, truck: Int) { (0, 0) }
  /// How a firm declares batches now; per shipment while its credit forbids batches.
  mutating func period(of firm: Int, at now: SimulatedTime) -> DeclaringPeriod { .perShipment }
  mutating func credit(of firm: Int, at now: SimulatedTime) -> FirmCredit { .general }
  /// Whether a firm goes without a guarantee now.
  mutating func isWaived(_ firm: Int, at now: SimulatedTime) -> Bool { false }
  /// Whether a firm may not move new batches out because it is late.
  mutating func isBlocked(_ firm: Int, at now: SimulatedTime) -> Bool { false }
}

// Waiting. The list itself is the caller's; the register keeps its head for each chain.
extension PaperRegister {
  /// What ends a list of those who wait.
  static var noWaiter: UInt32 { .max }
  func firstWaiter(of handle: Handle) -> UInt32 { .max }
  /// - Precondition: the consignment is live.
  mutating func setFirstWaiter(_ waiter: UInt32, of handle: Handle) {}
  /// The next chain with waiters of which a phase or a count of trucks has changed, oldest first.
  ///
  /// Ask after each verb, until it is nil.
  mutating func takeChanged() -> ChangedPapers? { nil }
}

// Observation.
extension PaperRegister {
  /// Forgets counts and levels of the past, at the end of the warm-up.
  mutating func beginObservation(at now: SimulatedTime) {}
  /// Ends a recording interval and appends its rows to `levelRows` where they are kept.
  mutating func endInterval(startedAt: SimulatedTime, at now: SimulatedTime) {}
  /// Ends the run: rows of what is under way, and a check that all books balance.
  mutating func finish(at now: SimulatedTime) {}
  /// Counts and levels; after `finish`.
  func statistics() -> PaperStatistics {
    PaperStatistics(
      counts: [],
      firmTotals: [],
      totals: .init(),
      firmLevels: [],
      levels: .init(openBatches: .init(), exposedDuty: .init(), guaranteeInUse: .init()),
      observed: .zero,
      books: BookTotals(balanceRows())
    )
  }
  /// Balances of all cells that ever held anything.
  func balanceRows() -> [BalanceRow] { [] }
  /// What was moved by month, firm and kind, from time zero on.
  func monthRows() -> [MonthRow] { [] }
}
