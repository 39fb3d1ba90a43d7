import EventSimulation
import OutputAnalysis

/// What is measured of goods by status where one warehouse holds several (货物按状态分类监管), for the
/// zone as a whole.
///
/// Quantities are in tonnes. Ledgers count from the start of the run, errors from the end of the
/// warm-up.
public enum StockQuantity: Sendable, Hashable {
  /// A column of the ledger of a status, or what lies in the warehouses.
  case stock(CustomsStatus, Column)
  /// Something about goods of the wrong status.
  case mixing(Mixing)

  /// A column of the balance of a status.
  public enum Column: String, CaseIterable, Sendable, Hashable {
    /// Balance at the start.
    case opening = "-opening"
    /// Formally entered.
    case entered = "-entered"
    /// Formally left or used up.
    case left = "-left"
    /// Put on the ledger, or taken off it, since goods of another status had left.
    case corrected = "-corrected"
    /// Balance at the end.
    case closing = ""
    /// What ought to lie in the warehouses.
    case expected = "-expected"
    /// What lies there.
    case physical = "-physical"
  }

  /// What is measured of picks that took goods of another status.
  public enum Mixing: String, CaseIterable, Sendable, Hashable {
    /// Picks that did.
    case errors = "mixing-errors"
    /// Those that were found.
    case found = "mixing-errors-found"
    /// Those that were found at the gate.
    case atGate = "mixing-errors-at-gate"
    /// Those that were corrected.
    case corrected = "mixing-errors-corrected"
    /// Those that are found and not yet corrected at the end.
    case open = "mixing-errors-open"
    /// Those that nobody has found at the end.
    case hidden = "mixing-errors-hidden"
    /// From the passage until an error is found.
    case timeToFind = "mixing-time-to-find"
    /// Goods that lie under the wrong status.
    case mixedStock = "mixed-stock"
    /// Duty and taxes of what was declared afterwards.
    case taxedAfterwards = "taxed-afterwards"
  }

  /// All of them, in the order in which they are shown.
  public static let all =
    CustomsStatus.allCases.flatMap { status in Column.allCases.map { Self.stock(status, $0) } }
    + Mixing.allCases.map(Self.mixing)

  /// Its word in the names of measures.
  public var word: String {
    switch self {
    case .stock(let status, let column): "stock-\(status.word)\(column.rawValue)"
    case .mixing(let mixing): mixing.rawValue
    }
  }

  /// The statistics that it has.
  var statistics: [Statistic] {
    switch self {
    case .stock, .mixing(.taxedAfterwards): [.sum]
    case .mixing(.mixedStock): [.mean, .max]
    case .mixing(.timeToFind): [.mean]
    case .mixing: [.count]
    }
  }

  /// The unit of its values.
  var unit: String {
    switch self {
    case .stock, .mixing(.mixedStock): "t"
    case .mixing(.taxedAfterwards): "yuan"
    case .mixing(.timeToFind): "s"
    case .mixing: "errors"
    }
  }
}

extension PaperStatistics {
  /// The value of a measure of goods by status; nil where nothing was observed.
  func value(_ quantity: StockQuantity, _ statistic: Statistic) -> Double? {
    switch quantity {
    case .stock(let status, let column):
      guard stocks.indices.contains(Int(status.rawValue)) else { return nil }
      return Double(stocks[Int(status.rawValue)].kilograms(column)) / 1_000
    case .mixing(.errors): return Double(mixing.errors)
    case .mixing(.found): return Double(mixing.found)
    case .mixing(.atGate): return Double(mixing.foundAtGate)
    case .mixing(.corrected): return Double(mixing.corrected)
    case .mixing(.open): return Double(mixing.open)
    case .mixing(.hidden): return Double(mixing.hidden)
    case .mixing(.timeToFind):
      return mixing.found > 0 ? Double(mixing.timeToFind) / Double(mixing.found) / 1e6 : nil
    case .mixing(.mixedStock):
      if statistic == .max { return Double(mixedStock.maximum) / 1_000 }
      return Double(nearest: mixedStock.area) / Double(observed.microseconds) / 1_000
    case .mixing(.taxedAfterwards): return Double(mixing.taxedAfterwards) / 100
    }
  }
}

extension StockTotals {
  /// A column of the balance [kg].
  public func kilograms(_ column: StockQuantity.Column) -> Int64 {
    switch column {
    case .opening: opening
    case .entered: entered
    case .left: left
    case .corrected: corrected
    case .closing: book
    case .expected: expected
    case .physical: physical
    }
  }
}
