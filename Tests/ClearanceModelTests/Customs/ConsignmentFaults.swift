import ClearanceModel
import ClearanceRecords
import EventSimulation

/// What in the rows of papers is against the rules, in words.
struct ConsignmentFaults {
  private let log: ReplicationLog
  private let rows: [ConsignmentRow]

  init(_ log: ReplicationLog) {
    self.log = log
    rows = log.rows.consignments
  }

  /// Consignments whose times or state contradict each other.
  var ofStates: [String] {
    rows.flatMap { row in
      faults(of: row).map {
        "\(row.number) \(row.kind?.word ?? "") \(row.phase?.word ?? ""): \($0)"
      }
    }
  }

  private func faults(of row: ConsignmentRow) -> [String] {
    let times = row.times
    var faults: [String] = []
    func check(_ holds: Bool, _ rule: String) { if !holds { faults.append(rule) } }
    let isPile = row.truck == 0
    let isFormal = times.formalAt != .never
    let isReleased = times.releasedAt != .never
    // The central rule: formal with the later of release and the last truck's passage.
    if isFormal {
      check(isReleased && times.passedAt != .never, "formal, and not released or not passed")
      let least = max(times.releasedAt, times.passedAt)
      check(times.formalAt >= least, "formal too early")
      // Or when the last truck that has not passed was withdrawn.
      check(times.formalAt == least || row.trucksPassed < row.trucks, "formal too late")
      check(row.phase == .settled && row.batch == noBatch, "formal, and not settled")
      check(isPile || row.trucksPassed > 0, "formal, and no truck has passed")
    }
    switch row.phase {
    case .settled:
      check(isFormal != (row.batch != noBatch), "settled neither by itself nor in a batch")
    case .refused: check(!isFormal, "refused, and formal")
    case .released:
      check(isReleased && row.trucksPassed < row.trucks, "released and passed, and not formal")
    case .approved: check(!isReleased && times.approvedAt != .never, "approved")
    case .preparing: check(times.approvedAt == .never, "approved, and preparing")
    case nil, .some(.none): faults.append("no state")
    }
    if isReleased && row.phase != .refused {
      check(times.approvedAt <= times.releasedAt, "released before it was approved")
      let isDeclared = row.kind?.isDeclared ?? false
      check((times.submittedAt <= times.releasedAt) == isDeclared, "released without declaration")
      check((row.goods.declarations > 0) == isDeclared, "declarations")
    }
    check(times.openedAt <= times.approvedAt, "approved before it was opened")
    check(row.goods.refusal == 0 || row.phase == .refused, "refused, and not withdrawn")
    check(row.kind?.isTaxed == true || row.amounts.duty + row.amounts.vat == 0, "taxed")
    check(times.paidAt == .never || row.kind?.isTaxed == true, "paid for what is not taxed")
    return faults
  }

  /// Piles that are not the sum of their slips.
  var ofPiles: [String] {
    var slips: [UInt32: (count: UInt32, kilograms: Int64, cents: Int64)] = [:]
    for row in rows where row.batch != noBatch {
      slips[row.batch, default: (0, 0, 0)].count += 1
      slips[row.batch, default: (0, 0, 0)].kilograms += row.goods.kilograms
      slips[row.batch, default: (0, 0, 0)].cents += row.goods.cents
    }
    return rows.filter { $0.truck == 0 }.compactMap { pile in
      let sum = slips.removeValue(forKey: pile.number) ?? (0, 0, 0)
      let own = (pile.goods.slips, pile.goods.kilograms, pile.goods.cents)
      return sum == own ? nil : "pile \(pile.number): \(own), slips \(sum)"
    } + slips.keys.sorted().map { "no pile \($0)" }
  }

  /// Totals that differ from the sums of rows, of a run without a warm-up.
  var ofTotals: [String] {
    guard let papers = log.statistics.papers else { return ["no papers"] }
    let totals = papers.totals
    let opened = rows.filter { $0.truck > 0 }
    let formal = rows.filter { $0.times.formalAt != .never }
    let paid = rows.filter { $0.times.paidAt != .never }
    func sum(_ rows: [ConsignmentRow], _ part: (ConsignmentRow) -> Int64) -> Int64 {
      rows.reduce(0) { $0 + part($1) }
    }
    let months = log.rows.months
    // What was declared afterwards, since goods of another status had left, has no row of its own.
    let mixing = papers.mixing
    let taxes = totals.dutyAssessed + totals.vatAssessed - mixing.taxedAfterwards
    let paidTaxes = totals.dutyPaid + totals.vatPaid - mixing.taxedAfterwards
    let declared = totals.declarations - mixing.declaredAfterwards
    let pairs: [(String, Int64, Int64)] = [
      ("opened", papers.allCounts.opened, Int64(opened.count)),
      ("formal", papers.allCounts.formal, sum(formal) { Int64(max(1, $0.goods.slips)) }),
      ("declarations", declared, sum(rows) { Int64($0.goods.declarations) }),
      ("declarations by month", totals.declarations, months.reduce(0) { $0 + $1.declarations }),
      ("late fees", totals.lateFees, sum(rows) { $0.amounts.lateFee }),
      ("duty by month", totals.dutyAssessed, months.reduce(0) { $0 + $1.duty }),
      ("VAT by month", totals.vatAssessed, months.reduce(0) { $0 + $1.vat }),
      ("taxes", taxes, sum(rows) { $0.amounts.duty + $0.amounts.vat }),
      ("taxes paid", paidTaxes, sum(paid) { $0.amounts.duty + $0.amounts.vat }),
    ]
    return pairs.filter { $0.1 != $0.2 }.map { "\($0.0): \($0.1), rows \($0.2)" }
  }

  /// Books that differ from what the consignments say: formal in and out, by status.
  var ofBooks: [String] {
    var faults: [String] = []
    for row in log.rows.balances {
      if row.book != row.opening + row.entered - row.left - row.consumed + row.corrected {
        faults.append("item \(row.item) does not close")
      }
      let least = min(row.book, row.provisionalIn, row.provisionalOut, row.openIn, row.openOut)
      if least < 0 || row.book < row.provisionalOut + row.openOut {
        faults.append("item \(row.item) is below zero")
      }
    }
    // What lies in the warehouse under a wrong status is missing under another.
    for item in Set(log.rows.balances.map(\.item)) {
      let cells = log.rows.balances.filter { $0.item == item }
      let mixed = cells.reduce(0) { $0 + $1.physical - $1.expected }
      let corrected = cells.reduce(0) { $0 + $1.corrected }
      if mixed != 0 || corrected != 0 { faults.append("item \(item): \(mixed), \(corrected)") }
    }
    for status in CustomsStatus.allCases {
      let cells = log.rows.balances.filter { $0.status == status.rawValue }
      let into = rows.filter {
        $0.times.formalAt != .never && $0.goods.status == status.rawValue && $0.kind?.isIn == true
      }
      let found = cells.reduce(0) { $0 + $1.entered }
      let expected = into.reduce(0) { $0 + $1.goods.kilograms }
      if found != expected { faults.append("\(status): \(found) entered, rows \(expected)") }
    }
    return faults
  }
}
