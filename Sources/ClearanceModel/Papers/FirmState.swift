import EventSimulation

/// A firm while the simulation runs.
struct FirmState: BitwiseCopyable {
  let firstItem: Int
  let itemCount: Int
  /// Whether its products use up materials of its book.
  let usesUpMaterials: Bool
  let isWaiverEligible: Bool
  let electsMaterials: Bool
  let paysTogether: Bool
  let reconciledAt: Int64
  let reconciles: Int64
  /// First pile that was cut and is not declared.
  var undeclared = Consignment.noSlot
  /// Consignments whose taxes are assessed and not paid, by the end of their term.
  var firstUnpaid = Consignment.noSlot
  var lastUnpaid = Consignment.noSlot
  /// Late declarations whose taxes are not paid.
  var unsettledLates = 0
  /// How far its application for batches is, and when it was filed and approved [µs]; −1 for not in
  /// this run.
  var application: BatchApplication
  var filedAt: Int64 = -1
  var grantedAt: Int64 = -1

  init(_ firm: FirmPlan) {
    precondition(!firm.items.isEmpty, "a firm without items")
    precondition(firm.reconciles > .zero, "reconciled every \(firm.reconciles.microseconds) µs")
    firstItem = firm.items.lowerBound
    itemCount = firm.items.count
    usesUpMaterials = firm.business == .manufacturing
    isWaiverEligible = firm.isWaiverEligible
    electsMaterials = firm.electsMaterials
    paysTogether = firm.paysTogether
    reconciledAt = firm.reconciledAt.microseconds
    reconciles = firm.reconciles.microseconds
    application = firm.hasApplication ? .approved : .none
  }

  /// When its book was last reconciled [µs].
  func lastReconciliation(before now: Int64) -> Int64 {
    guard now > reconciledAt else { return reconciledAt }
    return reconciledAt + (now - reconciledAt) / reconciles * reconciles
  }
}

/// A value by date, read in the order of time.
struct DatedCursor: BitwiseCopyable {
  /// What has a date, for each firm.
  enum Subject: Int, CaseIterable {
    case credit, period, guaranteeLine
  }

  /// What holds now.
  var value: Int64
  /// The next change in the list of all, and the end of its own changes.
  var next: Int
  let end: Int
}

/// A change of a value by date.
struct DatedValue: BitwiseCopyable {
  let from: Int64
  let value: Int64
}
