import ClearanceRecords

/// All account books of a zone together when a replication ends [kg], counted from its start.
public struct BookTotals: Sendable, BitwiseCopyable, Equatable {
  /// Balance at the start.
  public var opening: Int64 = 0
  /// Formally entered.
  public var entered: Int64 = 0
  /// Formally left.
  public var left: Int64 = 0
  /// Formally used up by products that left.
  public var consumed: Int64 = 0
  /// Balance at the end.
  public var book: Int64 = 0
  /// Entered, not yet declared.
  public var openIn: Int64 = 0
  /// Left, not yet declared.
  public var openOut: Int64 = 0

  /// Empty books.
  public init() {}

  /// The sums of balances.
  public init(_ rows: [BalanceRow]) {
    for row in rows {
      opening += row.opening
      entered += row.entered
      left += row.left
      consumed += row.consumed
      book += row.book
      openIn += row.openIn
      openOut += row.openOut
    }
  }
}
