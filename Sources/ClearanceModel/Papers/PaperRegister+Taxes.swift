import EventSimulation

/// Taxes of goods that go to the rest of the country, and the guarantee for them.
extension PaperRegister {
  /// Duty with interest, consumption tax and VAT of a submitted declaration; the same when asked
  /// again, nothing where no tax is due.
  @discardableResult
  mutating func assess(_ handle: Handle, at now: SimulatedTime) -> Fen {
    let slot = slot(handle)
    guard slot >= 0, consignments[slot].kind.isTaxed else { return .zero }
    if consignments[slot].deeds.contains(.assessed) {
      return Fen(consignments[slot].duty + consignments[slot].vat)
    }
    guard consignments[slot].deeds.contains(.submitted),
      !consignments[slot].deeds.contains(.done)
    else { return .zero }
    enter(now)
    let firm = Int(consignments[slot].firm)
    let taxes = taxes(of: slot, at: now)
    let duty = taxes.duty + taxes.interest
    let vat = taxes.consumption + taxes.valueAdded
    consignments[slot].deeds.formUnion([.assessed, .countsAssessed])
    consignments[slot].assessedMonth = UInt16(month)
    consignments[slot].duty = duty
    consignments[slot].vat = vat
    for index in andZone(firm) {
      totals[index].dutyAssessed += duty
      totals[index].vatAssessed += vat
    }
    months[monthIndex(slot)].duty += duty
    months[monthIndex(slot)].vat += vat
    consignments[slot].taxTerm = lastDay(paidTogether: firms[firm].paysTogether, at: now)
    addUnpaid(slot)
    return Fen(duty + vat)
  }

  /// The last day for taxes that are noticed now.
  private func lastDay(paidTogether: Bool, at now: SimulatedTime) -> Int {
    let today = plan.workingDays.day(of: now)
    let nextMonth =
      month + 1 < monthStarts.count
      ? plan.workingDays.day(of: SimulatedTime(microseconds: monthStarts[month + 1]))
      : plan.workingDays.nextMonth(after: today)
    return TaxTerm(
      noticedOn: today,
      nextMonth: nextMonth,
      paysTogether: paidTogether,
      rules,
      plan.workingDays
    ).lastDay
  }

  /// A single shipment that is released and not paid is paid with those of its month (汇总征税).
  mutating func payTogetherMaybe(_ slot: Int, at now: SimulatedTime) {
    let one = consignments[slot]
    guard !one.kind.isBatch, one.deeds.contains(.assessed), !one.deeds.contains(.paid) else {
      return
    }
    dropUnpaid(slot)
    consignments[slot].taxTerm = lastDay(paidTogether: true, at: now)
    addUnpaid(slot)
  }

  /// Pays what was assessed, which frees the guarantee.
  mutating func pay(_ handle: Handle, at now: SimulatedTime) {
    let slot = slot(handle)
    guard slot >= 0 else { return }
    let one = consignments[slot]
    guard one.deeds.contains(.assessed), !one.deeds.contains(.paid) else { return }
    enter(now)
    let firm = Int(one.firm)
    let arrears = TaxTerm(lastDay: one.taxTerm)
      .arrears(Fen(one.duty + one.vat), paidOn: plan.workingDays.day(of: now), rules)
    dropUnpaid(slot)
    consignments[slot].deeds.formUnion([.paid, .countsPaid])
    consignments[slot].paidAt = now.microseconds
    for index in andZone(firm) {
      totals[index].dutyPaid += one.duty
      totals[index].vatPaid += one.vat
      totals[index].arrears += arrears.rawValue
    }
    freeGuarantee(slot, at: now)
    if one.exposed != 0 {
      changeLevel(.exposedDuty, of: firm, by: -one.exposed, at: now)
      consignments[slot].exposed = 0
    }
    finishMaybe(slot)
  }

  /// Frees what is drawn of the guarantee.
  mutating func freeGuarantee(_ slot: Int, at now: SimulatedTime) {
    guard consignments[slot].drawn != 0 else { return }
    let firm = Int(consignments[slot].firm)
    changeLevel(.guaranteeInUse, of: firm, by: -consignments[slot].drawn, at: now)
    consignments[slot].drawn = 0
  }

  /// The taxes of all lines at today's exchange rate, or at those of the days at the gate.
  func taxes(of slot: Int, at now: SimulatedTime) -> ImportTax {
    let firm = firms[Int(consignments[slot].firm)]
    let takesGateDay = rules.rateDate == .gate
    let deferredDays = firm.electsMaterials ? self.deferredDays(of: firm, at: now) : 0
    // A client's goods entered as exported; what goes back to it is taxed for the parts added.
    let isEntrusted =
      consignments[slot].kind == .secondLineOut && consignments[slot].status == .exportedIn
    var sum = ImportTax()
    var line = consignments[slot].firstLine
    while line != Consignment.noSlot {
      let one = lines[Int(line)]
      let rates = rates[Int(one.cell) / 3]
      // What has not passed yet has no day at the gate: it is taken at today's rate.
      let value =
        takesGateDay && one.passed == one.kilograms
        ? one.gateValue
        : fen(ofCents: rates.cents(one.kilograms), per100Dollars: exchange[month])
      sum +=
        isEntrusted
        ? .onAddedParts(value: value, rates)
        : firm.electsMaterials
          ? .smaller(value: value, deferredDays: deferredDays, rates, interest)
          : .asPresented(value: value, rates)
      line = one.next
    }
    return sum
  }
}

// Lists of those who owe.
extension PaperRegister {
  /// Puts an assessed consignment among its firm's unpaid ones, whose terms ascend: at their end, or
  /// before those that have a month's term.
  private mutating func addUnpaid(_ slot: Int) {
    let firm = Int(consignments[slot].firm)
    var last = firms[firm].lastUnpaid
    var next = Consignment.noSlot
    while last != Consignment.noSlot,
      consignments[Int(last)].taxTerm > consignments[slot].taxTerm
    {
      next = last
      last = consignments[Int(last)].previousUnpaid
    }
    consignments[slot].previousUnpaid = last
    consignments[slot].nextUnpaid = next
    if last == Consignment.noSlot {
      firms[firm].firstUnpaid = UInt32(slot)
    } else {
      consignments[Int(last)].nextUnpaid = UInt32(slot)
    }
    if next == Consignment.noSlot {
      firms[firm].lastUnpaid = UInt32(slot)
    } else {
      consignments[Int(next)].previousUnpaid = UInt32(slot)
    }
  }

  /// Takes a consignment off its firm's unpaid ones.
  mutating func dropUnpaid(_ slot: Int) {
    let one = consignments[slot]
    let firm = Int(one.firm)
    if one.previousUnpaid == Consignment.noSlot {
      firms[firm].firstUnpaid = one.nextUnpaid
    } else {
      consignments[Int(one.previousUnpaid)].nextUnpaid = one.nextUnpaid
    }
    if one.nextUnpaid == Consignment.noSlot {
      firms[firm].lastUnpaid = one.previousUnpaid
    } else {
      consignments[Int(one.nextUnpaid)].previousUnpaid = one.previousUnpaid
    }
    if one.deeds.contains(.unsettledLate) {
      consignments[slot].deeds.remove(.unsettledLate)
      firms[firm].unsettledLates -= 1
    }
  }

  /// Takes a pile off its firm's undeclared ones.
  mutating func dropUndeclared(_ slot: Int) {
    let firm = Int(consignments[slot].firm)
    let next = consignments[slot].nextUndeclared
    if firms[firm].undeclared == UInt32(slot) {
      firms[firm].undeclared = next
      return
    }
    var other = Int(firms[firm].undeclared)
    while consignments[other].nextUndeclared != UInt32(slot) {
      other = Int(consignments[other].nextUndeclared)
    }
    consignments[other].nextUndeclared = next
  }
}
