import ClearanceModel
import ClearanceRecords
import Studies

/// Goods by status in a run (货物按状态分类监管): the ledgers beside the warehouses, and what was mixed up.
///
/// All numbers are measures of the run; nothing where no warehouse holds goods of several statuses.
struct StockRunText {
  let text: RunText

  init(_ text: RunText) {
    self.text = text
  }

  private var wording: Wording { text.wording }
  private var quantities: Quantities { text.wording.quantities }

  /// The lines; none where the scenario has no goods by status.
  var lines: [String] {
    guard text.result.plan.papers?.rules.mixesStatuses ?? false else { return [] }
    return table + mixing
  }

  private func estimate(_ measure: String) -> Double? {
    guard let value = text.result.measure("zone.\(measure)")?.estimate, value.isFinite else {
      return nil
    }
    return value
  }

  /// One row a status: how its ledger came about, and what lies in the warehouses against it.
  ///
  /// To 0.1 t, the balance from the printed numbers, so that they add up.
  private var table: [String] {
    var table = TextTable(
      [.init(title: wording(StockPhrase.stockStatus), side: .left)]
        + [
          StockPhrase.stockOpening, .stockEntered, .stockLeft, .stockCorrected, .stockClosing,
          .stockPassing, .stockPhysical, .stockMixed,
        ].map { .init(title: wording($0)) }
    )
    for status in CustomsStatus.allCases {
      func tonnes(_ column: StockQuantity.Column) -> Double? {
        estimate("\(StockQuantity.stock(status, column).word).sum")
      }
      func tenths(_ tonnes: Double) -> Double { (tonnes * 10).rounded() }
      guard let opening = tonnes(.opening), let entered = tonnes(.entered),
        let left = tonnes(.left), let corrected = tonnes(.corrected), let book = tonnes(.closing),
        let expected = tonnes(.expected), let physical = tonnes(.physical),
        max(opening, entered, physical) > 0
      else { continue }
      let columns = [opening, entered, left, corrected].map(tenths)
      let closing = columns[0] + columns[1] - columns[2] + columns[3]
      let others = [expected - book, physical, physical - expected].map(tenths)
      let cells = columns + [closing] + others
      // Minus nothing is nothing.
      table.add(
        [wording.status(status)] + cells.map { quantities.fixed($0 == 0 ? 0 : $0 / 10, 1) }
      )
    }
    return [wording(StockPhrase.stockTable)] + table.lines(limit: TextTable.pageWidth)
  }

  private var mixing: [String] {
    guard let errors = estimate("mixing-errors.count"), errors > 0 else {
      return [wording(StockPhrase.noMixingErrors)]
    }
    func number(_ measure: String) -> String { quantities.mean(estimate("\(measure).count") ?? 0) }
    var text = wording(
      StockPhrase.mixingErrors,
      [
        "errors": quantities.mean(errors), "gate": number("mixing-errors-at-gate"),
        "found": number("mixing-errors-found"), "hidden": number("mixing-errors-hidden"),
        "open": number("mixing-errors-open"),
      ]
    )
    if let time = estimate("mixing-time-to-find.mean") {
      text += wording(StockPhrase.timeToFind, ["time": quantities.fixed(time / 86_400, 1)])
    }
    if let mean = estimate("mixed-stock.mean"), let most = estimate("mixed-stock.max") {
      text += wording(
        StockPhrase.mixedStock,
        ["mean": quantities.fixed(mean, 1), "max": quantities.fixed(most, 1)]
      )
    }
    if let tax = estimate("taxed-afterwards.sum"), tax > 0 {
      text += wording(StockPhrase.taxedAfterwards, ["tax": quantities.money(tax)])
    }
    return text.folded()
  }
}

extension Wording {
  /// A customs status of goods.
  func status(_ status: CustomsStatus) -> String {
    switch status {
    case .bonded: pick("bonded", "保税")
    case .nonBonded: pick("non-bonded", "非保税")
    case .exportedIn: pick("exported-in", "出口入区")
    }
  }
}
