import EventSimulation

/// Taxes of goods that stay in the zone after all.
extension PaperRegister {
  /// Taxes that were noticed lapse, and what was paid is paid back (退税).
  ///
  /// Totals and the row of the month of the notice are as if nothing had been due.
  mutating func cancelTaxes(_ slot: Int) {
    let one = consignments[slot]
    guard one.deeds.contains(.assessed) else { return }
    if !one.deeds.contains(.paid) { dropUnpaid(slot) }
    for index in andZone(Int(one.firm)) {
      if one.deeds.contains(.countsAssessed) {
        totals[index].dutyAssessed -= one.duty
        totals[index].vatAssessed -= one.vat
      }
      if one.deeds.contains(.countsPaid) {
        totals[index].dutyPaid -= one.duty
        totals[index].vatPaid -= one.vat
      }
    }
    let kinds = MovementKind.allCases.count
    let row = Int(one.assessedMonth) * firmCount * kinds + countIndex(slot)
    months[row].duty -= one.duty
    months[row].vat -= one.vat
    consignments[slot].duty = 0
    consignments[slot].vat = 0
  }
}
