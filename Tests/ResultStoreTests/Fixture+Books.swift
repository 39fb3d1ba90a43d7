import ClearanceRecords
import EventSimulation

/// Two firms with an account book; the run spans the turn of a month.
let bookNames = RunNames.Papers(
  firms: ["parts-a", "logistics-c"],
  items: [
    .init(name: "item 1", firm: 0), .init(name: "item 2", firm: 0), .init(name: "item 1", firm: 1),
  ],
  movements: [
    .init(name: "first-line-in", isIn: true), .init(name: "batch-out", isIn: false),
  ],
  statuses: ["bonded", "non-bonded", "exported-in"],
  phases: ["none", "preparing", "approved", "released", "settled", "refused"],
  refusals: ["none", "book", "guarantee"],
  months: [.zero, .minutes(90)]
)

/// Documents and books of two firms; everything in a replication grows with its number.
///
/// Consignment 1 is a lot of two trucks from imports#7 on, 2 is a slip of exports#8 that lies in
/// batch 4, 3 is refused.
func addBooks(to batch: inout RecordBatch) {
  let factor = Int64(batch.replication)
  batch.consignments = [lot(factor), slip, refused, pile]
  batch.balances = [
    BalanceRow(
      item: 0,
      status: 0,
      opening: 10_000,
      entered: 5_000 * factor,
      left: 2_000,
      consumed: 500,
      book: 7_600 + 5_000 * factor,
      provisionalIn: 300,
      provisionalOut: 200,
      openIn: 100,
      openOut: 1_000,
      corrected: 100,
      passedIn: 40,
      passedOut: 30,
      physical: 6_720 + 5_000 * factor
    ),
    BalanceRow(
      item: 2,
      status: 2,
      opening: 0,
      entered: 0,
      left: 0,
      consumed: 0,
      book: 0,
      provisionalIn: 0,
      provisionalOut: 0,
      openIn: 400,
      openOut: 0
    ),
  ]
  batch.months = [
    MonthRow(
      month: 0,
      firm: 0,
      movement: 1,
      lists: 12 * factor,
      declarations: 2,
      passes: 12,
      kilograms: 60_000,
      cents: 1_234_500,
      duty: 5_000 * factor,
      vat: 700
    ),
    MonthRow(
      month: 1,
      firm: 0,
      movement: 1,
      lists: 6,
      declarations: 1,
      passes: 6,
      kilograms: 30_000,
      cents: 100,
      duty: 0,
      vat: 0
    ),
  ]
  if batch.replication == 1 {
    batch.months.append(
      MonthRow(
        month: 1,
        firm: 1,
        movement: 0,
        lists: 3,
        declarations: 3,
        passes: 4,
        kilograms: 3_000,
        cents: 200,
        duty: 0,
        vat: 0
      )
    )
  }
  batch.paperLevels = [
    level(noPlace, hour: 0, batches: 1.5, duty: 200_00, guarantee: 100_00 * factor),
    level(0, hour: 0, batches: 1.5, duty: 200_00, guarantee: 100_00 * factor),
    level(noPlace, hour: 1, batches: 0, duty: 0, guarantee: 0),
  ]
}

private func lot(_ factor: Int64) -> ConsignmentRow {
  ConsignmentRow(
    number: 1,
    head: 1,
    firm: 0,
    flow: 0,
    truck: 7,
    trucks: 2,
    trucksPassed: 1,
    goods: .init(
      movement: 0,
      status: 0,
      phase: 3,
      counterparty: 2,
      lines: 3,
      declarations: 1,
      kilograms: 17_950,
      cents: 10_167_00
    ),
    amounts: .init(duty: 1_234, vat: 5_678, lateFee: 50_00 * factor),
    times: .init(
      openedAt: .minutes(1),
      approvedAt: .minutes(3),
      submittedAt: .minutes(5),
      releasedAt: .minutes(65)
    )
  )
}

private let slip = ConsignmentRow(
  number: 2,
  head: 2,
  firm: 1,
  flow: 1,
  truck: 8,
  trucks: 1,
  trucksPassed: 1,
  batch: 4,
  goods: .init(movement: 1, status: 0, phase: 4, kilograms: 5_000, cents: 99),
  times: .init(openedAt: .minutes(7), approvedAt: .minutes(8), passedAt: .minutes(30))
)

private let refused = ConsignmentRow(
  number: 3,
  head: 3,
  firm: 1,
  flow: 1,
  truck: 9,
  trucks: 1,
  trucksPassed: 0,
  goods: .init(movement: 1, status: 2, phase: 5, refusal: 2, kilograms: 1, cents: 1),
  times: .init(openedAt: .minutes(9), approvedAt: .minutes(10))
)

private let pile = ConsignmentRow(
  number: 4,
  head: 4,
  firm: 1,
  flow: 1,
  truck: 0,
  trucks: 0,
  trucksPassed: 0,
  collection: 1,
  pile: 3,
  closing: 0,
  goods: .init(
    movement: 1,
    status: 0,
    phase: 4,
    counterparty: 1,
    lines: 60,
    slips: 5,
    declarations: 2,
    kilograms: 25_000,
    cents: 500
  ),
  amounts: .init(duty: 300, vat: 400),
  times: .init(
    openedAt: .minutes(7),
    submittedAt: .minutes(60),
    releasedAt: .minutes(61),
    passedAt: .minutes(30),
    formalAt: .minutes(61),
    paidAt: .minutes(90)
  )
)

private func level(
  _ firm: UInt16,
  hour: Int64,
  batches: Double,
  duty: Int64,
  guarantee: Int64
) -> PaperLevelRow {
  PaperLevelRow(
    firm: firm,
    startsAt: .hours(hour),
    length: .hours(1),
    openBatchesMean: batches,
    openBatchesMax: Int64(batches.rounded(.up)),
    exposedDutyMean: duty,
    exposedDutyMax: 2 * duty,
    guaranteeMean: guarantee,
    guaranteeMax: 3 * guarantee
  )
}

extension RecordBatch {
  /// Forgets what is recorded with `intervals` of account books.
  mutating func removeBooks() {
    balances = []
    months = []
    paperLevels = []
  }
}
