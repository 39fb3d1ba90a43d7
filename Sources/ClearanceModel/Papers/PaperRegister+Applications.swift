import EventSimulation

/// Applications for batches (业务申报表, type A): a firm has one approved before its first slip.
extension PaperRegister {
  /// The application of a firm is filed; true for the one who files it, who must see to the approval.
  ///
  /// Nothing if it was filed before.
  mutating func apply(for firm: Int, at now: SimulatedTime) -> Bool {
    guard firms[firm].application == .none else { return false }
    enter(now)
    firms[firm].application = .filed
    firms[firm].filedAt = now.microseconds
    return true
  }

  /// The application of a firm is approved; true if it was filed and not yet approved.
  mutating func grant(to firm: Int, at now: SimulatedTime) -> Bool {
    guard firms[firm].application == .filed else { return false }
    enter(now)
    firms[firm].application = .approved
    firms[firm].grantedAt = now.microseconds
    return true
  }

  /// How far the application of the firm is whose consignment it is.
  ///
  /// Papers that have left memory wait for no approval; without papers there is no application.
  func application(_ handle: Handle) -> BatchApplication {
    guard let firm = firm(of: handle) else { return handle.isNone ? .none : .approved }
    return firms[firm].application
  }

  /// The firm of a consignment; nil when it has left memory.
  func firm(of handle: Handle) -> Int? {
    let slot = slot(handle)
    return slot >= 0 ? Int(consignments[slot].firm) : nil
  }

  /// The applications of all firms.
  func applications() -> [PaperStatistics.Application] {
    (0..<firmCount).map { firm in
      let filed = firms[firm].filedAt
      let granted = firms[firm].grantedAt
      return PaperStatistics.Application(
        state: firms[firm].application,
        filedAt: filed >= 0 ? SimulatedTime(microseconds: filed) : nil,
        approvedAt: granted >= 0 ? SimulatedTime(microseconds: granted) : nil
      )
    }
  }
}
