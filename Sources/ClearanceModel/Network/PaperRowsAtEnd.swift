import ClearanceRecords
import EventSimulation

/// The rows of papers that stand only when a run is over, from the last to the first.
struct PaperRowsAtEnd {
  var consignments: [ConsignmentRow] = []
  var balances: [BalanceRow] = []
  var months: [MonthRow] = []

  var isEmpty: Bool { consignments.isEmpty && balances.isEmpty && months.isEmpty }
}

extension ClearanceNetwork {
  /// Ends the papers of a run, checks that all books balance, and gives the rows that are left.
  mutating func finishPapers(at end: SimulatedTime) -> PaperRowsAtEnd {
    guard hasPapers else { return PaperRowsAtEnd() }
    register.finish(at: end)
    var rows = PaperRowsAtEnd()
    rows.consignments = register.consignmentRows.reversed()
    register.consignmentRows = []
    if recorder.keepsIntervals {
      rows.balances = register.balanceRows().reversed()
      rows.months = register.monthRows().reversed()
    }
    return rows
  }
}
