import ClearanceRecords
import EventSimulation

/// Counts, levels and rows of a run.
extension PaperRegister {
  /// Forgets counts and levels of the past, at the end of the warm-up.
  mutating func beginObservation(at now: SimulatedTime) {
    for index in 0..<counts.count { counts[index] = PaperStatistics.Counts() }
    for index in 0..<totals.count { totals[index] = PaperStatistics.Totals() }
    for index in 0..<levels.count { levels[index].beginObservation(at: now.microseconds) }
    enter(now)
    for index in 0..<mixedLevels.count {
      mixedLevels[index].beginObservation(at: now.microseconds)
    }
    mixing = PaperStatistics.Mixing()
    // What totals have forgotten is not taken off them later.
    for slot in 0..<consignments.count {
      consignments[slot].deeds.subtract([.countsAssessed, .countsPaid])
    }
    observedFrom = now.microseconds
  }

  /// Ends a recording interval, and appends its rows where they are kept: the zone always, a firm
  /// where anything of it was open, exposed or secured.
  mutating func endInterval(startedAt: SimulatedTime, at now: SimulatedTime) {
    guard keepsLevels, now > startedAt else { return }
    let length = now - startedAt
    for place in 0...firmCount {
      // The zone first.
      let firm = place == 0 ? firmCount : place - 1
      let batches = levels[firm * 3].endInterval(at: now.microseconds)
      let duty = levels[firm * 3 + 1].endInterval(at: now.microseconds)
      let guarantee = levels[firm * 3 + 2].endInterval(at: now.microseconds)
      guard firm == firmCount || batches.maximum + duty.maximum + guarantee.maximum > 0 else {
        continue
      }
      levelRows.append(
        PaperLevelRow(
          firm: firm == firmCount ? noPlace : UInt16(firm),
          startsAt: startedAt,
          length: length,
          openBatchesMean: Double(batches.area) / Double(length.microseconds),
          openBatchesMax: batches.maximum,
          exposedDutyMean: roundedHalfUp(duty.area, length.microseconds),
          exposedDutyMax: duty.maximum,
          guaranteeMean: roundedHalfUp(guarantee.area, length.microseconds),
          guaranteeMax: guarantee.maximum
        )
      )
    }
  }

  /// Ends the run: levels up to its end, rows of what is under way, and a check of all books.
  ///
  /// - Precondition: the books balance.
  mutating func finish(at now: SimulatedTime) {
    // What is due at the end does not happen.
    if nextStocktake < now.microseconds { takeStock(upTo: now.microseconds - 1) }
    for index in 0..<levels.count { levels[index].advance(to: now.microseconds) }
    for index in 0..<mixedLevels.count { mixedLevels[index].advance(to: now.microseconds) }
    for index in 0..<mixingErrors.count {
      if mixingErrors[index].isFound { mixing.open += 1 } else { mixing.hidden += 1 }
    }
    endedAt = now.microseconds
    if let imbalance = firstImbalance() {
      preconditionFailure("papers do not balance: \(imbalance)")
    }
    guard keepsConsignments else { return }
    for slot in 0..<consignments.count
    where consignments[slot].isLive && !consignments[slot].deeds.contains(.done) {
      appendRow(slot)
    }
  }

  /// Counts and levels; after `finish(at:)`.
  func statistics() -> PaperStatistics {
    var firmTotals: [PaperStatistics.Totals] = []
    var firmLevels: [PaperStatistics.Levels] = []
    for firm in 0..<firmCount {
      firmTotals.append(totals[firm])
      firmLevels.append(observedLevels(firm))
    }
    var all: [PaperStatistics.Counts] = []
    for index in 0..<counts.count { all.append(counts[index]) }
    let balances = balanceRows()
    var statistics = PaperStatistics(
      counts: all,
      firmTotals: firmTotals,
      totals: totals[firmCount],
      firmLevels: firmLevels,
      levels: observedLevels(firmCount),
      applications: applications(),
      observed: SimulatedTime(microseconds: endedAt - observedFrom),
      books: BookTotals(balances)
    )
    statistics.stocks = StockTotals.byStatus(balances)
    statistics.mixing = mixing
    statistics.mixedStock = mixedLevels[firmCount].observed
    return statistics
  }

  private func observedLevels(_ firm: Int) -> PaperStatistics.Levels {
    PaperStatistics.Levels(
      openBatches: levels[firm * 3].observed,
      exposedDuty: levels[firm * 3 + 1].observed,
      guaranteeInUse: levels[firm * 3 + 2].observed
    )
  }

  /// The row of a consignment as it is now.
  mutating func appendRow(_ slot: Int) {
    let one = consignments[slot]
    let chain = consignments[Int(one.head)]
    let isPile = one.deeds.contains(.isPile)
    consignmentRows.append(
      ConsignmentRow(
        number: one.number,
        head: chain.number,
        firm: one.firm,
        flow: one.flow,
        truck: isPile ? 0 : one.truck,
        trucks: chain.trucks,
        trucksPassed: chain.passed,
        batch: one.batch,
        collection: one.collection,
        pile: one.pile,
        closing: one.closing,
        goods: ConsignmentRow.Goods(
          movement: one.kind.rawValue,
          status: one.status.rawValue,
          phase: one.phase.rawValue,
          refusal: one.refusal.rawValue,
          counterparty: one.counterparty + 1,
          lines: one.lines,
          slips: isPile ? one.slips : 0,
          declarations: one.declarations,
          kilograms: one.kilograms,
          cents: one.cents
        ),
        amounts: ConsignmentRow.Amounts(duty: one.duty, vat: one.vat, lateFee: one.lateFee),
        times: ConsignmentRow.Times(
          openedAt: SimulatedTime(microseconds: one.openedAt),
          approvedAt: SimulatedTime(microseconds: one.approvedAt),
          submittedAt: SimulatedTime(microseconds: one.submittedAt),
          releasedAt: SimulatedTime(microseconds: one.releasedAt),
          passedAt: SimulatedTime(microseconds: one.passedAt),
          formalAt: SimulatedTime(microseconds: one.formalAt),
          paidAt: SimulatedTime(microseconds: one.paidAt)
        )
      )
    )
  }

  /// Balances of all cells that ever held anything.
  func balanceRows() -> [BalanceRow] {
    var rows: [BalanceRow] = []
    for index in 0..<cells.count where !cells[index].isUntouched {
      let cell = cells[index]
      rows.append(
        BalanceRow(
          item: UInt32(index / 3),
          status: UInt8(index % 3),
          opening: cell.opening,
          entered: cell.entered,
          left: cell.left,
          consumed: cell.consumed,
          book: cell.book,
          provisionalIn: cell.provisionalIn,
          provisionalOut: cell.provisionalOut,
          openIn: cell.openIn,
          openOut: cell.openOut,
          corrected: cell.corrected,
          passedIn: cell.passedIn,
          passedOut: cell.passedOut,
          physical: cell.physical
        )
      )
    }
    return rows
  }

  /// What was moved by month, firm and kind, from time zero on.
  func monthRows() -> [MonthRow] {
    var rows: [MonthRow] = []
    let kinds = MovementKind.allCases.count
    for index in 0..<self.months.count where !self.months[index].isEmpty {
      let cell = self.months[index]
      rows.append(
        MonthRow(
          month: UInt16(index / (firmCount * kinds)),
          firm: UInt16(index / kinds % firmCount),
          movement: UInt8(index % kinds),
          lists: cell.lists,
          declarations: cell.declarations,
          passes: cell.passes,
          kilograms: cell.kilograms,
          cents: cell.cents,
          duty: cell.duty,
          vat: cell.vat
        )
      )
    }
    return rows
  }
}
