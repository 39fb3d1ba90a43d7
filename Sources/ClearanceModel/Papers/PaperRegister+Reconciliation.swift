import EventSimulation

/// When books are reconciled (账册报核).
extension PaperRegister {
  /// Days for which duty on materials is deferred: those since the book was last reconciled.
  ///
  /// What is declared on the day of the books still belongs to the time before.
  func deferredDays(of firm: FirmState, at now: SimulatedTime) -> Int64 {
    let today = plan.workingDays.day(of: now)
    var last = reconciliations.count
    while last > 0, reconciliations[last - 1] >= today { last -= 1 }
    let first: Int
    if last > 0 {
      first = reconciliations[last - 1]
    } else {
      let since =
        reconciliations.count > 0
        ? firm.reconciledAt : firm.lastReconciliation(before: now.microseconds)
      first = plan.workingDays.day(of: SimulatedTime(microseconds: since))
    }
    return max(0, Int64(today - first))
  }
}
