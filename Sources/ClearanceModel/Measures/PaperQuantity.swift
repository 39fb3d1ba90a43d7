import EventSimulation
import OutputAnalysis

/// What is measured of papers, for the zone as a whole.
///
/// Amounts are in yuan, quantities of the books in tonnes. Books count from the start of the run,
/// all else from the end of the warm-up.
public enum PaperQuantity: String, CaseIterable, Sendable, Hashable {
  /// Declarations submitted.
  case declarations
  /// Declarations that the same goods would have taken shipment by shipment.
  case perShipment = "declarations-per-shipment"
  /// Declarations saved by declaring batches together.
  case saved = "declarations-saved"
  /// Consolidated declarations submitted after their last day.
  case late = "late-declarations"
  /// Batches approved.
  case slips
  /// Lists and slips that asked for more than the book had.
  case refusedBook = "refused-book"
  /// Lists and slips for which the guarantee did not suffice.
  case refusedGuarantee = "refused-guarantee"
  /// Lists and slips of firms that had not declared in time.
  case refusedBlocked = "refused-blocked"
  /// Lists and slips that the firm's credit did not allow.
  case refusedCredit = "refused-credit"
  /// Batches that have passed and whose declaration is not released.
  case openBatches = "open-batches"
  /// Duty and tax of goods that left and are not yet paid for.
  case exposedDuty = "exposed-duty"
  /// Guarantee in use.
  case guarantee = "guarantee-in-use"
  /// Duty and tax times the time for which they were deferred [yuan·d].
  case deferredDuty = "deferred-duty"
  /// Fees for late declaration.
  case lateFees = "late-fees"
  /// Surcharges for late payment.
  case arrears
  /// Customs duty assessed.
  case duty
  /// Value added and consumption tax assessed.
  case vat
  /// Balance of all books at the start.
  case bookOpening = "book-opening"
  /// Formally entered.
  case bookEntered = "book-entered"
  /// Formally left.
  case bookLeft = "book-left"
  /// Formally used up by products that left.
  case bookConsumed = "book-consumed"
  /// Balance of all books at the end.
  case bookClosing = "book-closing"
  /// Left, and not yet declared, at the end.
  case leftUndeclared = "left-undeclared"
  /// Entered, and not yet declared, at the end.
  case enteredUndeclared = "entered-undeclared"

  /// The statistics that it has.
  var statistics: [Statistic] {
    switch self {
    case .declarations, .perShipment, .late, .slips, .refusedBook, .refusedGuarantee,
      .refusedBlocked, .refusedCredit:
      [.count]
    case .saved: [.count, .share]
    case .openBatches, .exposedDuty, .guarantee: [.mean, .max]
    case .deferredDuty, .lateFees, .arrears, .duty, .vat: [.sum]
    case .bookOpening, .bookEntered, .bookLeft, .bookConsumed, .bookClosing, .leftUndeclared,
      .enteredUndeclared:
      [.sum]
    }
  }

  /// The unit of its values.
  var unit: String {
    switch self {
    case .declarations, .perShipment, .saved, .late: "declarations"
    case .slips, .refusedBook, .refusedGuarantee, .refusedBlocked, .refusedCredit: "forms"
    case .openBatches: "batches"
    case .exposedDuty, .guarantee, .lateFees, .arrears, .duty, .vat: "yuan"
    case .deferredDuty: "yuan·d"
    case .bookOpening, .bookEntered, .bookLeft, .bookConsumed, .bookClosing, .leftUndeclared,
      .enteredUndeclared:
      "t"
    }
  }
}

extension PaperStatistics {
  /// The value of a measure of papers; nil where nothing was observed.
  func value(_ quantity: PaperQuantity, _ statistic: Statistic) -> Double? {
    let refused = allCounts
    switch quantity {
    case .declarations: return Double(totals.declarations)
    case .perShipment: return Double(totals.declarationsPerShipment)
    case .saved:
      let saved = Double(totals.declarationsSaved)
      return statistic == .share ? saved / Double(totals.declarationsPerShipment) : saved
    case .late: return Double(totals.lateDeclarations)
    case .slips: return Double(totals.slips)
    case .refusedBook: return Double(refused.refusedBook)
    case .refusedGuarantee: return Double(refused.refusedGuarantee)
    case .refusedBlocked: return Double(refused.refusedBlocked)
    case .refusedCredit: return Double(refused.refusedCredit)
    case .openBatches: return value(levels.openBatches, statistic)
    case .exposedDuty: return value(levels.exposedDuty, statistic).map { $0 / 100 }
    case .guarantee: return value(levels.guaranteeInUse, statistic).map { $0 / 100 }
    case .deferredDuty: return Double(nearest: levels.exposedDuty.area) / (100 * 86_400e6)
    case .lateFees: return Double(totals.lateFees) / 100
    case .arrears: return Double(totals.arrears) / 100
    case .duty: return Double(totals.dutyAssessed) / 100
    case .vat: return Double(totals.vatAssessed) / 100
    case .bookOpening: return Double(books.opening) / 1000
    case .bookEntered: return Double(books.entered) / 1000
    case .bookLeft: return Double(books.left) / 1000
    case .bookConsumed: return Double(books.consumed) / 1000
    case .bookClosing: return Double(books.book) / 1000
    case .leftUndeclared: return Double(books.openOut) / 1000
    case .enteredUndeclared: return Double(books.openIn) / 1000
    }
  }

  private func value(_ level: Level, _ statistic: Statistic) -> Double? {
    if statistic == .max { return Double(level.maximum) }
    return Double(nearest: level.area) / Double(observed.microseconds)
  }
}
