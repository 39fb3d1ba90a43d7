import EventSimulation

/// Slips that are declared together (分送集报): piles by firm, counterparty, direction and mode.
extension PaperRegister {
  /// The number of piles of a period.
  var pileCount: Int { openPiles.count / DeclaringPeriod.allCases.count }

  /// Puts a slip into its firm's pile, at once or when its last truck has passed.
  ///
  /// Nothing if the firm declares per shipment, or for what is no batch. Returns how the firm
  /// declares now.
  @discardableResult
  mutating func gather(_ handle: Handle, at now: SimulatedTime) -> DeclaringPeriod {
    let slot = slot(handle)
    guard slot >= 0 else { return .perShipment }
    let period = period(of: Int(consignments[slot].firm), at: now)
    let one = consignments[slot]
    guard period != .perShipment, one.phase == .approved, one.kind.isBatch,
      one.deeds.isDisjoint(with: [.isPile, .submitted, .toBeGathered])
    else { return period }
    enter(now)
    consignments[slot].deeds.insert(.toBeGathered)
    consignments[slot].period = period
    settleMaybe(slot, at: now)
    return period
  }

  /// A slip whose trucks have all passed joins its pile: its goods are merged by item and status.
  mutating func join(_ slot: Int, at now: SimulatedTime) {
    let slip = consignments[slot]
    let pile = pileIndex(slip)
    let place = Int(slip.period.rawValue) * pileCount + pile
    if openPiles[place] == Consignment.noSlot {
      openPiles[place] = UInt32(newPile(like: slip, pile, at: now))
    }
    let target = Int(openPiles[place])
    moveLines(from: slot, to: target)
    consignments[target].slips += 1
    consignments[target].declarationsAlone += slip.declarationsAlone
    consignments[target].kilograms += slip.kilograms
    consignments[target].cents += slip.cents
    consignments[target].estimate += slip.estimate
    consignments[target].drawn += slip.drawn
    consignments[target].exposed += slip.exposed
    consignments[target].passedAt = now.microseconds
    consignments[slot].estimate = 0
    consignments[slot].drawn = 0
    consignments[slot].exposed = 0
    consignments[slot].batch = consignments[target].number
    if slip.deeds.contains(.isMixed) { moveErrors(from: slot, to: target) }
    consignments[slot].phase = .settled
    papersChanged(slot)
    finish(slot)
  }

  /// The pile of a slip: counterparties of a firm together, in before out, then by mode.
  private func pileIndex(_ slip: Consignment) -> Int {
    let partner = Int(slip.firm) * plan.counterparties + Int(slip.counterparty)
    return (partner * 2 + (slip.kind.isIn ? 0 : 1)) * plan.modes + Int(slip.mode)
  }

  private mutating func newPile(like slip: Consignment, _ pile: Int, at now: SimulatedTime) -> Int {
    let slot = newConsignment(kind: slip.kind, firm: Int(slip.firm), at: now)
    consignments[slot].head = UInt32(slot)
    consignments[slot].documents = 1
    consignments[slot].underWay = 1
    consignments[slot].status = slip.status
    consignments[slot].counterparty = slip.counterparty
    consignments[slot].mode = slip.mode
    consignments[slot].flow = slip.flow
    consignments[slot].truck = slip.truck
    consignments[slot].phase = .approved
    consignments[slot].approvedAt = now.microseconds
    consignments[slot].deeds = [.isPile, .isOpenBatch]
    consignments[slot].slips = 0
    consignments[slot].pile = UInt32(pile)
    return slot
  }

  /// Merges the lines of a slip into those of a pile.
  private mutating func moveLines(from slot: Int, to target: Int) {
    var line = consignments[slot].firstLine
    consignments[slot].firstLine = Consignment.noSlot
    while line != Consignment.noSlot {
      let at = Int(line)
      let next = lines[at].next
      var same = consignments[target].firstLine
      while same != Consignment.noSlot, lines[Int(same)].cell != lines[at].cell {
        same = lines[Int(same)].next
      }
      if same == Consignment.noSlot {
        lines[at].next = consignments[target].firstLine
        consignments[target].firstLine = UInt32(at)
        consignments[target].lines += 1
      } else {
        lines[Int(same)].kilograms += lines[at].kilograms
        lines[Int(same)].quantity += lines[at].quantity
        lines[Int(same)].passed += lines[at].passed
        lines[Int(same)].open += lines[at].open
        lines[Int(same)].gateValue += lines[at].gateValue
        lines[at].next = freeLine
        freeLine = UInt32(at)
      }
      line = next
    }
  }

  /// What was gathered becomes due; what is gathered from now on belongs to the next closing.
  ///
  /// A pile is late from the day after its due day on. `collection` and `closing` are noted in rows.
  /// - Precondition: what was cut before has been taken.
  mutating func cut(
    _ period: DeclaringPeriod,
    due: SimulatedTime,
    collection: Int,
    closing: Int,
    at now: SimulatedTime
  ) {
    enter(now)
    let dayAfter = plan.workingDays.day(of: due) + 1
    let lateFrom = plan.workingDays.start(of: dayAfter).microseconds
    for pile in 0..<pileCount {
      let place = Int(period.rawValue) * pileCount + pile
      precondition(
        cutPiles[place] == Consignment.noSlot,
        "pile \(pile) was cut and not taken before closing \(closing)"
      )
      guard openPiles[place] != Consignment.noSlot else { continue }
      let slot = Int(openPiles[place])
      cutPiles[place] = openPiles[place]
      openPiles[place] = Consignment.noSlot
      let firm = Int(consignments[slot].firm)
      consignments[slot].lateFrom = lateFrom
      consignments[slot].collection = UInt16(collection)
      consignments[slot].closing = UInt32(closing)
      consignments[slot].nextUndeclared = firms[firm].undeclared
      firms[firm].undeclared = UInt32(slot)
    }
  }

  /// Takes the consignment of what was cut, or none where the pile was empty.
  mutating func takePile(_ pile: Int, of period: DeclaringPeriod) -> Handle {
    precondition(pile >= 0 && pile < pileCount, "pile \(pile) of \(pileCount)")
    let place = Int(period.rawValue) * pileCount + pile
    guard cutPiles[place] != Consignment.noSlot else { return .none }
    defer { cutPiles[place] = Consignment.noSlot }
    return handle(Int(cutPiles[place]))
  }
}
