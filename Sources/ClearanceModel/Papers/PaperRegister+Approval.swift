import EventSimulation

/// Approving lists and slips: credit, lateness, the balance of the book, the guarantee.
extension PaperRegister {
  /// Checks and approves; returns why it was refused.
  ///
  /// What was refused may be tried again. Asked again about what is approved it changes nothing.
  @discardableResult
  mutating func approve(_ handle: Handle, at now: SimulatedTime) -> Refusal {
    let slot = slot(handle)
    guard slot >= 0 else { return .none }
    let phase = consignments[slot].phase
    guard phase == .preparing || phase == .refused, !consignments[slot].deeds.contains(.done) else {
      return consignments[slot].refusal
    }
    enter(now)
    let refusal = provisionallyPost(slot, at: now)
    consignments[slot].refusal = refusal
    consignments[slot].approvedAt = now.microseconds
    let firm = Int(consignments[slot].firm)
    let index = countIndex(slot)
    switch refusal {
    case .none:
      consignments[slot].phase = .approved
      counts[index].approved += 1
      months[monthIndex(slot)].lists += 1
      if consignments[slot].kind.isBatch {
        for index in andZone(firm) { totals[index].slips += 1 }
      }
    case .book: counts[index].refusedBook += 1
    case .guarantee: counts[index].refusedGuarantee += 1
    case .blocked: counts[index].refusedBlocked += 1
    case .credit: counts[index].refusedCredit += 1
    }
    if refusal != .none { consignments[slot].phase = .refused }
    papersChanged(slot)
    return refusal
  }

  /// Posts the quantities provisionally and draws the guarantee, all of it or nothing.
  private mutating func provisionallyPost(_ slot: Int, at now: SimulatedTime) -> Refusal {
    let firm = Int(consignments[slot].firm)
    let kind = consignments[slot].kind
    if kind.isBatch || kind == .twoStepIn, credit(of: firm, at: now) == .dishonest {
      return .credit
    }
    if kind.isBatch, firms[firm].application != .approved { return .blocked }
    if kind == .batchOut, isBlocked(firm, at: now) { return .blocked }
    guard postLines(slot) else { return .book }
    guard kind == .batchOut else { return .none }
    // Guarantee for the estimated duty and taxes of batches until they are paid (公告2017年第45号),
    // unless the firm is exempt (公告2023年第148号).
    let estimate = taxes(of: slot, at: now).total
    let isWaived = isWaived(firm, at: now)
    if !isWaived {
      let line = value(.guaranteeLine, of: firm, at: now)
      guard estimate <= line - level(.guaranteeInUse, of: firm) else {
        giveBackLines(slot)
        return .guarantee
      }
      changeLevel(.guaranteeInUse, of: firm, by: estimate, at: now)
    }
    consignments[slot].drawn = isWaived ? 0 : estimate
    consignments[slot].estimate = estimate
    return .none
  }

  /// Posts all lines provisionally.
  ///
  /// A line that is short goes to the firm's next item that has
  /// enough. Nothing is posted where one finds none.
  private mutating func postLines(_ slot: Int) -> Bool {
    let booking = consignments[slot].kind.booking
    let head = Int(consignments[slot].head)
    let trucks = Int64(consignments[head].trucks)
    let gone = Int64(consignments[head].withdrawn)
    var hasMoved = false
    var line = consignments[slot].firstLine
    while line != Consignment.noSlot {
      let at = Int(line)
      // The shares of trucks that were withdrawn before are not asked for again.
      let full = lines[at].quantity
      let quantity = gone == 0 ? full : full - full * gone / trucks
      if booking.isExit, cells[Int(lines[at].cell)].available < quantity {
        guard let cell = nextCell(after: Int(lines[at].cell), with: quantity, slot) else {
          giveBackLines(slot)
          return false
        }
        lines[at].cell = UInt32(cell)
        hasMoved = true
      }
      lines[at].provisional = cells[Int(lines[at].cell)].approve(quantity, booking)
      line = lines[at].next
    }
    if hasMoved { consignments[slot].cents = cents(ofLines: slot) }
    return true
  }

  /// The next cell of the same status and firm, cyclically, in which so much is available.
  private func nextCell(after cell: Int, with quantity: Int64, _ slot: Int) -> Int? {
    let firm = firms[Int(consignments[slot].firm)]
    let (item, status) = cell.quotientAndRemainder(dividingBy: 3)
    var offset = item - firm.firstItem
    for _ in 1..<max(firm.itemCount, 1) {
      offset = offset + 1 == firm.itemCount ? 0 : offset + 1
      let other = (firm.firstItem + offset) * 3 + status
      if cells[other].available >= quantity { return other }
    }
    return nil
  }

  /// Gives back what is provisional of all lines.
  mutating func giveBackLines(_ slot: Int) {
    let booking = consignments[slot].kind.booking
    var line = consignments[slot].firstLine
    while line != Consignment.noSlot {
      let at = Int(line)
      cells[Int(lines[at].cell)].giveBack(lines[at].provisional, booking)
      lines[at].provisional = 0
      line = lines[at].next
    }
  }

  /// Gives back quantities and guarantee of what will not move.
  mutating func giveBack(_ slot: Int, at now: SimulatedTime) {
    giveBackLines(slot)
    freeGuarantee(slot, at: now)
    consignments[slot].estimate = 0
  }

  /// The value of all lines [US cents].
  func cents(ofLines slot: Int) -> Int64 {
    var sum: Int64 = 0
    var line = consignments[slot].firstLine
    while line != Consignment.noSlot {
      let at = Int(line)
      sum += rates[Int(lines[at].cell) / 3].cents(lines[at].kilograms)
      line = lines[at].next
    }
    return sum
  }

  /// Turns the list down or takes it back.
  ///
  /// Due before a truck has passed and before the declaration is released or taxes are assessed. It
  /// may be approved anew.
  mutating func refuse(_ handle: Handle, at now: SimulatedTime) {
    let slot = slot(handle)
    guard slot >= 0 else { return }
    let one = consignments[slot]
    guard one.phase == .preparing || one.phase == .approved,
      consignments[Int(one.head)].passed == 0, one.deeds.isDisjoint(with: [.assessed, .isPile])
    else { return }
    enter(now)
    giveBack(slot, at: now)
    consignments[slot].deeds.subtract([.submitted, .toBeGathered])
    consignments[slot].phase = .refused
    counts[countIndex(slot)].withdrawn += 1
    papersChanged(slot)
  }
}
