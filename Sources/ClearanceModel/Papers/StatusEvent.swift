/// What the rules know of that gives goods a customs status, changes it or ends it (货物状态变更).
///
/// The one place that says so: whatever moves goods between ledgers names its event, and anything
/// that is not listed here is a programmer's mistake.
enum StatusEvent: CaseIterable {
  /// From abroad: bonded, or free of duty for use in the zone without being bonded (径予放行).
  case entryFromAbroad
  /// From the rest of the country as an export, with the tax refunded (出口入区).
  case entryAsExport
  /// From the rest of the country on a slip, without a declaration (公告2016年第72号).
  case entryByStatus
  /// Declared for import and taxed: it leaves for the rest of the country, or stays as non-bonded.
  case importDeclaration
  /// Declared for export: it leaves for abroad.
  case exportDeclaration
  /// Leaves on a slip, without a declaration (公告2016年第72号).
  case exitByStatus
  /// The record of an exit is amended (改单), since goods of another status had left.
  case amendment

  /// Whether it may take goods from one status to another; nil stands for outside the zone.
  func allows(_ from: CustomsStatus?, _ to: CustomsStatus?) -> Bool {
    switch self {
    case .entryFromAbroad: from == nil && (to == .bonded || to == .nonBonded)
    case .entryAsExport: from == nil && to == .exportedIn
    case .entryByStatus: from == nil && to == .nonBonded
    case .importDeclaration:
      (from == .bonded || from == .exportedIn) && (to == .nonBonded || to == nil)
    case .exportDeclaration: from != nil && to == nil
    case .exitByStatus: from == .nonBonded && to == nil
    case .amendment: from != nil && to != nil && from != to
    }
  }

  /// - Precondition: the event takes goods from the one status to the other.
  func check(_ from: CustomsStatus?, _ to: CustomsStatus?) {
    precondition(
      allows(from, to),
      "\(self) takes no goods from \(from?.word ?? "outside") to \(to?.word ?? "outside")"
    )
  }
}

extension MovementKind {
  /// The event by which its goods get a status, or lose it.
  var statusEvent: StatusEvent {
    switch self {
    case .firstLineIn, .enterFirst, .twoStepIn: .entryFromAbroad
    case .secondLineIn, .batchIn: .entryAsExport
    case .byStatusIn: .entryByStatus
    case .firstLineOut: .exportDeclaration
    case .secondLineOut, .batchOut: .importDeclaration
    case .byStatusOut: .exitByStatus
    }
  }

  /// Whether goods of a status may be moved so.
  public func moves(_ status: CustomsStatus) -> Bool {
    isIn ? statusEvent.allows(nil, status) : statusEvent.allows(status, nil)
  }
}
