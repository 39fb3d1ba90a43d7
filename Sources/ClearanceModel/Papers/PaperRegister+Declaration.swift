import EventSimulation

/// Declarations: submitted, released, or not needed; the fee for coming late.
extension PaperRegister {
  /// Submits the declaration of an approved list, or of a pile that was cut.
  mutating func submit(_ handle: Handle, at now: SimulatedTime) {
    let slot = slot(handle)
    guard slot >= 0 else { return }
    let one = consignments[slot]
    guard one.phase == .approved, one.kind.isDeclared,
      one.deeds.isDisjoint(with: [.submitted, .toBeGathered]),
      !one.deeds.contains(.isPile) || one.lateFrom != .max
    else { return }
    enter(now)
    let firm = Int(one.firm)
    let declared = declarations(ofItems: mergedItems(handle))
    consignments[slot].deeds.insert(.submitted)
    consignments[slot].submittedAt = now.microseconds
    consignments[slot].declarations = UInt32(declared)
    months[monthIndex(slot)].declarations += Int64(declared)
    let isPile = one.deeds.contains(.isPile)
    let isLate = isPile && now.microseconds >= one.lateFrom
    if isPile { dropUndeclared(slot) }
    if isLate && one.kind.isTaxed {
      consignments[slot].deeds.insert(.unsettledLate)
      firms[firm].unsettledLates += 1
    }
    for index in andZone(firm) {
      totals[index].declarations += Int64(declared)
      totals[index].declarationsPerShipment += Int64(
        isPile ? one.declarationsAlone : UInt32(declared)
      )
      if isLate { totals[index].lateDeclarations += Int64(declared) }
    }
  }

  /// Releases a submitted declaration (放行).
  ///
  /// Taxes that nobody assessed are assessed now; of single shipments they are paid now too, since
  /// goods are released against payment. What was assessed and is not paid is paid with its month.
  mutating func release(_ handle: Handle, at now: SimulatedTime) {
    let slot = slot(handle)
    guard slot >= 0, consignments[slot].phase == .approved,
      consignments[slot].deeds.contains(.submitted)
    else { return }
    enter(now)
    if consignments[slot].kind.isTaxed, !consignments[slot].deeds.contains(.assessed) {
      assess(handle, at: now)
      if !consignments[slot].kind.isBatch { pay(handle, at: now) }
    } else {
      payTogetherMaybe(slot, at: now)
    }
    becomeReleased(slot, at: now)
  }

  /// Notes that no declaration is needed; due for goods by status only.
  mutating func noDeclaration(_ handle: Handle, at now: SimulatedTime) {
    let slot = slot(handle)
    guard slot >= 0, consignments[slot].phase == .approved, !consignments[slot].kind.isDeclared
    else { return }
    enter(now)
    becomeReleased(slot, at: now)
  }

  private mutating func becomeReleased(_ slot: Int, at now: SimulatedTime) {
    consignments[slot].phase = .released
    consignments[slot].releasedAt = now.microseconds
    counts[countIndex(slot)].released += Int64(consignments[slot].slips)
    papersChanged(slot)
    settleMaybe(slot, at: now)
  }

  /// Charges the fee for late declaration of goods whose conveyance declared entry at an instant.
  ///
  /// The day of now is that of the declaration. Once, and for what comes from abroad only.
  @discardableResult
  mutating func chargeLateFee(
    _ handle: Handle,
    enteredAt: SimulatedTime,
    at now: SimulatedTime
  ) -> Fen {
    let slot = slot(handle)
    guard slot >= 0, rules.hasLateFee else { return .zero }
    switch consignments[slot].kind {
    case .firstLineIn, .enterFirst, .twoStepIn: break
    default: return .zero
    }
    guard consignments[slot].deeds.insert(.lateFeeCharged).inserted else { return .zero }
    enter(now)
    let value = fen(ofCents: consignments[slot].cents, per100Dollars: exchange[month])
    let entryDay = plan.workingDays.day(of: enteredAt)
    let fee = LateFee(enteredOn: entryDay, rules, plan.workingDays)
      .amount(value: Fen(value), declaredOn: plan.workingDays.day(of: now), rules)
    consignments[slot].lateFee = fee.rawValue
    totals[Int(consignments[slot].firm)].lateFees += fee.rawValue
    totals[firmCount].lateFees += fee.rawValue
    return fee
  }
}
