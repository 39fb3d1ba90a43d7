import ClearanceRecords
import EventSimulation

/// The papers of one replication: account books, guarantees, consignments, piles of slips.
///
/// What law says about quantities and money, exact and in integers. Procedures ask for it verb by
/// verb. A verb that is not due does nothing, and so does one on a handle whose consignment has left
/// memory, so that no procedure can bring a book into a state that law does not know.
///
/// Times do not decrease from one verb to the next.
/// - Invariant: see `firstImbalance()`. A list is formally deducted only when its declaration is
///   released, or none is needed, and all its trucks have passed.
struct PaperRegister: ~Copyable {
  typealias Handle = Consignment.Handle

  let plan: PapersPlan
  let rules: PaperRules
  let interest: InterestRule
  let rates: Slab<ItemRates>
  let monthStarts: Slab<Int64>
  /// Fen for 100 US dollars by month.
  let exchange: Slab<Int64>
  let changes: Slab<DatedValue>
  /// Days on which all books are reconciled, ascending.
  let reconciliations: Slab<Int>
  let firmCount: Int

  // State.
  var firms: Slab<FirmState>
  /// By firm and subject.
  var dated: Slab<DatedCursor>
  var cells: Slab<BookCell>
  var consignments = Slab<Consignment>(minimumCapacity: 256)
  var lines = Slab<BookLine>(minimumCapacity: 1024)
  var freeSlot = Consignment.noSlot
  var freeLine = Consignment.noSlot
  /// Slots of the piles that slips join now, and of those that were cut, by period and pile.
  var openPiles: Slab<UInt32>
  var cutPiles: Slab<UInt32>
  /// Changed chains that have waiters, from `firstChanged` on.
  var changed = Slab<ChangedPapers>()
  var firstChanged = 0
  /// The month of the last verb.
  var month = 0
  var lastNumber: UInt32 = 0
  /// The instant of the last verb, and of the next count of all warehouses [µs].
  var clock: Int64 = 0
  var nextStocktake: Int64
  /// Picks of the wrong status that are not corrected, oldest first.
  var mixingErrors = Slab<MixingError>()

  // Observation.
  var counts: Slab<PaperStatistics.Counts>
  /// By firm; the zone comes last.
  var totals: Slab<PaperStatistics.Totals>
  /// By firm and subject; the zone comes last.
  var levels: Slab<PaperLevel>
  /// Goods that lie under the wrong status, by firm; the zone comes last.
  var mixedLevels: Slab<PaperLevel>
  var mixing = PaperStatistics.Mixing()
  var months: Slab<MonthCell>
  var observedFrom: Int64 = 0
  var endedAt: Int64 = 0
  /// Whether a row is kept for each consignment.
  var keepsConsignments = false
  /// Whether rows are kept for each recording interval.
  var keepsLevels = false
  /// Rows that nobody has taken yet; the caller empties them.
  var consignmentRows: [ConsignmentRow] = []
  var levelRows: [PaperLevelRow] = []

  /// Books, guarantees and piles at the start.
  ///
  /// - Precondition: the plan is complete: items, months and their rates, dated lists.
  init(plan: PapersPlan) {
    precondition(plan.months.count == plan.exchange.count, "months and rates differ in number")
    precondition(plan.months.first == .zero, "the first month begins at 0")
    precondition(plan.counterparties > 0 && plan.modes > 0, "no counterparty or mode")
    precondition(plan.exchange.allSatisfy { $0 > 0 }, "an exchange rate is not positive")
    self.plan = plan
    rules = plan.rules
    let every = plan.rules.stocktakeEvery.microseconds
    nextStocktake = every > 0 ? every : .max
    interest = InterestRule(rate: plan.rules.depositRate, daysOfYear: plan.rules.interestYear)
    reconciliations = Slab(plan.reconciliations.map { plan.workingDays.day(of: $0) })
    firmCount = plan.firms.count
    rates = Slab(plan.items.map(ItemRates.init))
    monthStarts = Slab(plan.months.map(\.microseconds))
    exchange = Slab(plan.exchange)
    cells = Slab(
      plan.items.flatMap { item in
        CustomsStatus.allCases.map { BookCell(opening: item.opening[Int($0.rawValue)]) }
      }
    )
    firms = Slab(plan.firms.map(FirmState.init))
    var changes: [DatedValue] = []
    dated = Slab(
      plan.firms.flatMap { firm in
        [
          Self.cursor(firm.credit, into: &changes) { Int64($0.rawValue) },
          Self.cursor(firm.period, into: &changes) { Int64($0.rawValue) },
          Self.cursor(firm.guaranteeLine, into: &changes) { $0.rawValue },
        ]
      }
    )
    self.changes = Slab(changes)
    let piles = plan.firms.count * plan.counterparties * 2 * plan.modes
    openPiles = Slab(
      repeating: Consignment.noSlot,
      count: piles * DeclaringPeriod.allCases.count
    )
    cutPiles = Slab(
      repeating: Consignment.noSlot,
      count: piles * DeclaringPeriod.allCases.count
    )
    counts = Slab(repeating: .init(), count: plan.firms.count * MovementKind.allCases.count)
    totals = Slab(repeating: .init(), count: plan.firms.count + 1)
    levels = Slab(
      repeating: PaperLevel(),
      count: (plan.firms.count + 1) * PaperLevel.Subject.allCases.count
    )
    mixedLevels = Slab(repeating: PaperLevel(), count: plan.firms.count + 1)
    months = Slab(
      repeating: MonthCell(),
      count: plan.months.count * plan.firms.count * MovementKind.allCases.count
    )
  }

  private static func cursor<Value>(
    _ values: [Dated<Value>],
    into changes: inout [DatedValue],
    _ number: (Value) -> Int64
  ) -> DatedCursor {
    guard let first = values.first else { preconditionFailure("a dated list is empty") }
    let start = changes.count
    for later in values.dropFirst() {
      changes.append(DatedValue(from: later.from.microseconds, value: number(later.value)))
    }
    return DatedCursor(value: number(first.value), next: start, end: changes.count)
  }
}

/// What one firm moved in one way in one month.
struct MonthCell: BitwiseCopyable {
  var lists: Int64 = 0
  var declarations: Int64 = 0
  var passes: Int64 = 0
  var kilograms: Int64 = 0
  var cents: Int64 = 0
  var duty: Int64 = 0
  var vat: Int64 = 0

  /// Whether nothing was moved.
  var isEmpty: Bool {
    lists == 0 && declarations == 0 && passes == 0 && kilograms == 0 && cents == 0 && duty == 0
      && vat == 0
  }
}

/// A chain of consignments that has changed, and who waits for it.
struct ChangedPapers: BitwiseCopyable {
  var handle: Consignment.Handle
  /// The head of the list of those who wait, which the register has let go.
  var firstWaiter: UInt32
}
