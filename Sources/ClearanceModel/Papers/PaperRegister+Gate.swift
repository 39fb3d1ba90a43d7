import EventSimulation

/// What the gate tells the papers: trucks that come, pass, or never will.
extension PaperRegister {
  /// A truck is at the gate (待检); returns the handle that it keeps from now on.
  @discardableResult
  mutating func arrive(_ handle: Handle, at now: SimulatedTime) -> Handle {
    let slot = slot(handle)
    guard slot >= 0, !handle.hasArrived, !handle.hasPassed else { return handle }
    let head = Int(consignments[slot].head)
    let chain = consignments[head]
    guard chain.arrived + chain.withdrawn < chain.trucks else { return handle }
    consignments[head].arrived += 1
    papersChanged(head)
    return Handle(rawValue: handle.rawValue | Handle.arrivedFlag)
  }

  /// A truck has passed with all papers of its chain; returns the handle that it keeps from now on.
  ///
  /// Due when each of them is at least approved. What was picked wrongly for it leaves with it.
  @discardableResult
  mutating func pass(
    _ handle: Handle,
    _ wrong: WrongPick = .none,
    at now: SimulatedTime
  ) -> Handle {
    let slot = slot(handle)
    guard slot >= 0, !handle.hasPassed else { return handle }
    let head = Int(consignments[slot].head)
    guard consignments[head].passed + consignments[head].withdrawn < consignments[head].trucks,
      phase(ofChain: head) != .refused, phase(ofChain: head) >= .approved
    else { return handle }
    enter(now)
    if !handle.hasArrived { consignments[head].arrived += 1 }
    let number = Int64(consignments[head].passed + consignments[head].withdrawn) + 1
    consignments[head].passed += 1
    months[monthIndex(head)].passes += 1
    let picked = wrongLine(wrong, ofChain: head)
    var member = UInt32(head)
    while member != Consignment.noSlot {
      // Read first: the last member to be done takes the chain out of memory.
      let next = consignments[Int(member)].next
      passOne(Int(member), number, picked, at: now)
      member = next
    }
    papersChanged(head)
    allHavePassedMaybe(head, at: now)
    return Handle(rawValue: handle.rawValue | Handle.arrivedFlag | Handle.passedFlag)
  }

  /// Posts the part of one truck as passed.
  private mutating func passOne(
    _ slot: Int,
    _ number: Int64,
    _ picked: (line: Int, taken: Int),
    at now: SimulatedTime
  ) {
    let one = consignments[slot]
    let firm = Int(one.firm)
    let trucks = Int64(consignments[Int(one.head)].trucks)
    let booking = one.kind.booking
    let keepsValue = rules.rateDate == .gate && one.kind.isTaxed
    var line = one.firstLine
    while line != Consignment.noSlot {
      let at = Int(line)
      let weight = share(of: lines[at].kilograms, number, among: trucks)
      lines[at].passed += weight
      let quantity = share(of: lines[at].quantity, number, among: trucks)
      cells[Int(lines[at].cell)].pass(quantity, booking)
      if booking.isExit {
        takeGoods(quantity, line: at, of: slot, from: at == picked.line ? picked.taken : -1)
      } else {
        cells[Int(lines[at].cell)].receive(quantity)
      }
      if booking.isOpen {
        lines[at].open += quantity
        if booking.isExit { lines[at].provisional -= quantity }
      }
      if keepsValue {
        let cents = rates[Int(lines[at].cell) / 3].cents(weight)
        lines[at].gateValue += fen(ofCents: cents, per100Dollars: exchange[month])
      }
      line = lines[at].next
    }
    let index = monthIndex(slot)
    months[index].kilograms += share(of: one.kilograms, number, among: trucks)
    months[index].cents += share(of: one.cents, number, among: trucks)
    consignments[slot].passedAt = now.microseconds
    guard one.kind.isBatch else { return }
    if consignments[slot].deeds.insert(.isOpenBatch).inserted {
      changeLevel(.openBatches, of: firm, by: 1, at: now)
    }
    if one.estimate != 0, !one.deeds.contains(.paid) {
      let part = share(of: one.estimate, number, among: trucks)
      consignments[slot].exposed += part
      changeLevel(.exposedDuty, of: firm, by: part, at: now)
    }
  }

  /// A truck will never pass: it is detained, turned away, or leaves without.
  ///
  /// Nothing if it has passed. It has no papers from now on. When none of the trucks has passed and
  /// none is left, the papers are withdrawn.
  mutating func withdrawTruck(_ handle: Handle, at now: SimulatedTime) {
    let slot = slot(handle)
    guard slot >= 0, !handle.hasPassed else { return }
    let head = Int(consignments[slot].head)
    guard consignments[head].passed + consignments[head].withdrawn < consignments[head].trucks
    else { return }
    enter(now)
    if handle.hasArrived { consignments[head].arrived -= 1 }
    let number = Int64(consignments[head].passed + consignments[head].withdrawn) + 1
    consignments[head].withdrawn += 1
    papersChanged(head)
    let isLast =
      consignments[head].passed + consignments[head].withdrawn == consignments[head].trucks
    if isLast && consignments[head].passed == 0 {
      withdrawAll(head, at: now)
      return
    }
    var member = UInt32(head)
    while member != Consignment.noSlot {
      giveBackShare(Int(member), number)
      member = consignments[Int(member)].next
    }
    if isLast { allHavePassedMaybe(head, at: now) }
  }

  /// Gives back the part of one truck in the books; the guarantee stays drawn until taxes are paid.
  private mutating func giveBackShare(_ slot: Int, _ number: Int64) {
    let one = consignments[slot]
    guard one.phase == .approved || one.phase == .released else { return }
    let trucks = Int64(consignments[Int(one.head)].trucks)
    guard one.kind.booking != .openEntry else { return }
    var line = one.firstLine
    while line != Consignment.noSlot {
      let at = Int(line)
      let quantity = share(of: lines[at].quantity, number, among: trucks)
      cells[Int(lines[at].cell)].giveBack(quantity, one.kind.booking)
      lines[at].provisional -= quantity
      line = lines[at].next
    }
  }

  /// All papers of a chain are withdrawn.
  private mutating func withdrawAll(_ head: Int, at now: SimulatedTime) {
    var member = UInt32(head)
    while member != Consignment.noSlot {
      let slot = Int(member)
      member = consignments[slot].next
      if consignments[slot].phase != .refused {
        giveBack(slot, at: now)
        cancelTaxes(slot)
        consignments[slot].phase = .refused
        counts[countIndex(slot)].withdrawn += 1
      }
      finish(slot)
    }
  }

  /// When the last truck of a chain has passed, what was waiting for it goes on.
  private mutating func allHavePassedMaybe(_ head: Int, at now: SimulatedTime) {
    let chain = consignments[head]
    guard chain.passed + chain.withdrawn == chain.trucks else { return }
    var member = UInt32(head)
    while member != Consignment.noSlot {
      let slot = Int(member)
      member = consignments[slot].next
      if chain.withdrawn > 0 { trim(slot) }
      settleMaybe(slot, at: now)
    }
  }

  /// What was on trucks that were withdrawn is no part of the consignment any more.
  private mutating func trim(_ slot: Int) {
    let isOpen = consignments[slot].kind.booking.isOpen
    var kilograms: Int64 = 0
    var line = consignments[slot].firstLine
    while line != Consignment.noSlot {
      let at = Int(line)
      lines[at].kilograms = lines[at].passed
      lines[at].quantity = isOpen ? lines[at].open : lines[at].provisional
      kilograms += lines[at].passed
      line = lines[at].next
    }
    consignments[slot].kilograms = kilograms
    consignments[slot].cents = cents(ofLines: slot)
  }

  /// The central rule: formally deducted when released, or no declaration is needed, and all passed.
  mutating func settleMaybe(_ slot: Int, at now: SimulatedTime) {
    let one = consignments[slot]
    let chain = consignments[Int(one.head)]
    guard chain.passed + chain.withdrawn == chain.trucks,
      chain.passed > 0 || one.deeds.contains(.isPile)
    else { return }
    if one.phase == .approved {
      if one.deeds.contains(.toBeGathered) { join(slot, at: now) }
    } else if one.phase == .released {
      postFormally(slot, at: now)
    }
  }

  /// Deducts or adds formally.
  private mutating func postFormally(_ slot: Int, at now: SimulatedTime) {
    let one = consignments[slot]
    let firm = Int(one.firm)
    let booking = one.kind.booking
    let isConsumed = firms[firm].usesUpMaterials && booking.isExit && one.kind.isDeclared
    var line = one.firstLine
    while line != Consignment.noSlot {
      let at = Int(line)
      let quantity = booking.isOpen ? lines[at].open : lines[at].provisional
      cells[Int(lines[at].cell)].post(quantity, booking, isConsumed: isConsumed)
      lines[at].open = 0
      lines[at].provisional = 0
      line = lines[at].next
    }
    consignments[slot].phase = .settled
    consignments[slot].formalAt = now.microseconds
    counts[countIndex(slot)].formal += Int64(one.slips)
    if one.deeds.contains(.isOpenBatch) {
      changeLevel(.openBatches, of: firm, by: -Int64(one.slips), at: now)
      consignments[slot].deeds.remove(.isOpenBatch)
    }
    papersChanged(slot)
    finishMaybe(slot)
  }

  /// What is formal leaves memory when its taxes are paid.
  mutating func finishMaybe(_ slot: Int) {
    let one = consignments[slot]
    guard one.phase == .settled else { return }
    if !one.kind.isTaxed || one.deeds.contains(.paid) { finish(slot) }
  }
}
