import EventSimulation

/// Two ledgers in one warehouse: what the books say and what lies there differ by mixing errors only.
extension PaperRegister {
  /// The goods that a wrong pick takes for a truck that leaves now: the line and the other cell.
  private func wrongGoods(_ wrong: WrongPick, ofChain head: Int) -> (line: Int, taken: Int)? {
    guard !wrong.isNone, !consignments[head].kind.isIn else { return nil }
    var member = head
    for _ in 0..<wrong.document(of: Int(consignments[head].documents)) {
      member = Int(consignments[member].next)
    }
    var line = Int(consignments[member].firstLine)
    for _ in 0..<wrong.line(of: Int(consignments[member].lines)) { line = Int(lines[line].next) }
    let cell = Int(lines[line].cell)
    let first = cell - cell % 3
    let others = ((cell % 3 + 1) % 3, (cell % 3 + 2) % 3)
    let order = wrong.takesSecond ? (others.1, others.0) : others
    if cells[first + order.0].physical > 0 { return (line, first + order.0) }
    return cells[first + order.1].physical > 0 ? (line, first + order.1) : nil
  }

  /// The same for a pass, as places that are no line and no cell where nothing is wrong.
  @inline(__always)
  func wrongLine(_ wrong: WrongPick, ofChain head: Int) -> (line: Int, taken: Int) {
    wrong.isNone ? (-1, -1) : wrongGoods(wrong, ofChain: head) ?? (-1, -1)
  }

  /// A check of a truck before it leaves: whether goods of another status are on board.
  ///
  /// What is found goes back to its place; no ledger has moved.
  mutating func check(_ handle: Handle, _ wrong: WrongPick, at now: SimulatedTime) -> Bool {
    let slot = slot(handle)
    guard slot >= 0, !handle.hasPassed else { return false }
    enter(now)
    guard wrongGoods(wrong, ofChain: Int(consignments[slot].head)) != nil else { return false }
    mixing.errors += 1
    mixing.found += 1
    mixing.foundAtGate += 1
    mixing.corrected += 1
    return true
  }

  /// Takes goods of one line from the warehouse, those of another status first where the pick is
  /// wrong; what is missing, because goods left by mistake, is made up of those that are too many.
  mutating func takeGoods(_ quantity: Int64, line: Int, of slot: Int, from taken: Int) {
    let cell = Int(lines[line].cell)
    var own = quantity
    if taken >= 0 {
      let wrong = min(own, cells[taken].physical)
      takeWrongly(wrong, from: taken, line, slot)
      own -= wrong
    }
    if own > cells[cell].physical {
      for other in cell - cell % 3..<cell - cell % 3 + 3 where other != cell {
        let wrong = min(own - min(own, cells[cell].physical), cells[other].physical)
        takeWrongly(wrong, from: other, line, slot)
        own -= wrong
      }
    }
    cells[cell].take(own)
  }

  private mutating func takeWrongly(_ quantity: Int64, from taken: Int, _ line: Int, _ slot: Int) {
    guard quantity > 0 else { return }
    let papers = Int(lines[line].cell)
    cells[taken].take(quantity)
    shift(quantity, from: taken, to: papers)
    mixing.errors += 1
    consignments[slot].deeds.insert(.isMixed)
    mixingErrors.append(
      MixingError(
        firm: consignments[slot].firm,
        kind: consignments[slot].kind,
        leftForAbroad: leavesForAbroad(Int(consignments[slot].head)),
        papers: UInt32(papers),
        taken: UInt32(taken),
        kilograms: quantity,
        madeAt: clock,
        consignment: handle(slot)
      )
    )
    changeMixed(Int(consignments[slot].firm), by: quantity)
  }

  /// Whether a truck goes abroad: some of its papers say so.
  private func leavesForAbroad(_ head: Int) -> Bool {
    var member = UInt32(head)
    while member != Consignment.noSlot {
      if consignments[Int(member)].kind == .firstLineOut { return true }
      member = consignments[Int(member)].next
    }
    return false
  }

  /// More of one status than its ledger says lies there, and less of another.
  private mutating func shift(_ quantity: Int64, from less: Int, to more: Int) {
    cells[more].mix(quantity)
    cells[less].mix(-quantity)
  }

  private mutating func changeMixed(_ firm: Int, by quantity: Int64) {
    mixedLevels[firm].change(by: quantity, at: clock)
    mixedLevels[firmCount].change(by: quantity, at: clock)
  }

  // MARK: Finding and correcting

  /// The stocktakes that are due up to an instant: all warehouses are counted, what does not agree
  /// with the ledgers is found, and corrected as far as the rules allow.
  mutating func takeStock(upTo now: Int64) {
    while nextStocktake <= now {
      while month + 1 < monthStarts.count && monthStarts[month + 1] <= nextStocktake { month += 1 }
      clock = nextStocktake
      nextStocktake += plan.rules.stocktakeEvery.microseconds
      for index in 0..<mixingErrors.count where !mixingErrors[index].isFound {
        mixingErrors[index].foundAt = clock
        mixing.found += 1
        mixing.timeToFind += clock - mixingErrors[index].madeAt
      }
      correctFound()
    }
  }

  /// The papers of an error have left memory: formal, and paid where taxes were due.
  mutating func settleErrors(of handle: Handle) {
    for index in 0..<mixingErrors.count where mixingErrors[index].consignment == handle {
      mixingErrors[index].isSettled = true
    }
    correctFound()
  }

  /// The slip of an error has joined a pile, which is declared for it.
  mutating func moveErrors(from slip: Int, to pile: Int) {
    consignments[slip].deeds.remove(.isMixed)
    consignments[pile].deeds.insert(.isMixed)
    let (old, new) = (handle(slip), handle(pile))
    for index in 0..<mixingErrors.count where mixingErrors[index].consignment == old {
      mixingErrors[index].consignment = new
    }
  }

  /// Corrects what was found, oldest first; what the ledgers do not allow yet stays open.
  private mutating func correctFound() {
    var kept = 0
    for index in 0..<mixingErrors.count {
      let error = mixingErrors[index]
      if error.isFound, correct(error) { continue }
      mixingErrors[kept] = error
      kept += 1
    }
    while mixingErrors.count > kept { _ = mixingErrors.removeLast() }
  }

  /// Corrects one error by an event of the rules; false where that is not possible yet.
  private mutating func correct(_ error: MixingError) -> Bool {
    let (papers, taken) = (Int(error.papers), Int(error.taken))
    let (said, was) = (status(ofCell: papers), status(ofCell: taken))
    if error.kind.isTaxed, was == .nonBonded {
      // Declared and taxed, and still there: the goods that stayed are non-bonded from now on.
      guard error.isSettled, cells[papers].physical >= error.kilograms else { return false }
      StatusEvent.importDeclaration.check(said, was)
      cells[papers].take(error.kilograms)
      cells[taken].receive(error.kilograms)
    } else {
      guard cells[taken].available >= error.kilograms else { return false }
      StatusEvent.amendment.check(said, was)
      cells[papers].amend(error.kilograms)
      cells[taken].amend(-error.kilograms)
      // Bonded or exported-in goods left on a slip without a declaration: they are declared now.
      if said == .nonBonded { declareAfterwards(error) }
    }
    shift(error.kilograms, from: papers, to: taken)
    changeMixed(Int(error.firm), by: -error.kilograms)
    mixing.corrected += 1
    return true
  }

  /// The declaration that was missing; inland with duty and taxes, paid at once.
  private mutating func declareAfterwards(_ error: MixingError) {
    let kind: MovementKind = error.leftForAbroad ? .firstLineOut : .secondLineOut
    kind.statusEvent.check(status(ofCell: Int(error.taken)), nil)
    let firm = Int(error.firm)
    let row =
      (month * firmCount + firm) * MovementKind.allCases.count + Int(kind.rawValue)
    months[row].declarations += 1
    mixing.declaredAfterwards += 1
    for index in andZone(firm) {
      totals[index].declarations += 1
      totals[index].declarationsPerShipment += 1
    }
    guard kind.isTaxed else { return }
    let rates = rates[Int(error.taken) / 3]
    let value = fen(ofCents: rates.cents(error.kilograms), per100Dollars: exchange[month])
    let tax = ImportTax.asPresented(value: value, rates)
    let duty = tax.duty + tax.interest
    let vat = tax.consumption + tax.valueAdded
    months[row].duty += duty
    months[row].vat += vat
    for index in andZone(firm) {
      totals[index].dutyAssessed += duty
      totals[index].vatAssessed += vat
      totals[index].dutyPaid += duty
      totals[index].vatPaid += vat
    }
    mixing.taxedAfterwards += duty + vat
  }

  private func status(ofCell cell: Int) -> CustomsStatus {
    CustomsStatus.allCases[cell % 3]
  }
}
