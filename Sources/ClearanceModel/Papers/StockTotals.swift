import ClearanceRecords

/// All goods of one status when a replication ends [kg], counted from its start: the ledger, and
/// what lies in the warehouses.
public struct StockTotals: Sendable, BitwiseCopyable, Equatable {
  /// Balance at the start.
  public var opening: Int64 = 0
  /// Formally entered.
  public var entered: Int64 = 0
  /// Formally left or used up.
  public var left: Int64 = 0
  /// Put on the ledger, or taken off it, since goods of another status had left.
  public var corrected: Int64 = 0
  /// Balance at the end: opening + entered − left + corrected.
  public var book: Int64 = 0
  /// What ought to lie in the warehouses: the balance, and what has passed and is not formal.
  public var expected: Int64 = 0
  /// What lies there: more or less than expected by the errors that are not corrected.
  public var physical: Int64 = 0

  /// Nothing.
  public init() {}

  /// The sums of balances by status.
  public static func byStatus(_ rows: [BalanceRow]) -> [StockTotals] {
    var totals = Array(repeating: StockTotals(), count: CustomsStatus.allCases.count)
    for row in rows {
      let status = Int(row.status)
      totals[status].opening += row.opening
      totals[status].entered += row.entered
      totals[status].left += row.left + row.consumed
      totals[status].corrected += row.corrected
      totals[status].book += row.book
      totals[status].expected += row.expected
      totals[status].physical += row.physical
    }
    return totals
  }
}
