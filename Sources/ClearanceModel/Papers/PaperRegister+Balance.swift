import ClearanceRecords
import EventSimulation

/// A rule of the books that does not hold: where, and the two numbers that ought to be equal.
struct Imbalance: Equatable {
  enum Rule {
    /// A cell's columns disagree.
    case columns
    /// Provisional or open columns are not the sums over what is under way.
    case provisionalIn, provisionalOut, openIn, openOut
    /// A level of a firm is not the sum over its consignments.
    case guarantee, exposedDuty, openBatches
    /// What is formally deducted was not released, or has not passed.
    case centralRule
    /// A slot or line is neither in use nor free.
    case memory
    /// What lies in a warehouse is not what its ledger and the mixing errors say.
    case physical
    /// Errors of a cell are not the sum of those that are not corrected; those of the statuses of an
    /// item do not add up to nothing.
    case mixed, mixedOfItem
    /// Goods that lie under the wrong status are not the sum over the errors.
    case mixedLevel
  }

  var rule: Rule
  /// Index of the cell, firm or slot.
  var place: Int
  var found: Int64
  var expected: Int64
}

/// What always holds.
extension PaperRegister {
  /// The first rule that does not hold, or nil: a walk over all that is in memory.
  func firstImbalance() -> Imbalance? {
    for cell in 0..<cells.count where !cells[cell].isBalanced {
      let one = cells[cell]
      return Imbalance(
        rule: .columns,
        place: cell,
        found: one.book,
        expected: one.opening + one.entered - one.left - one.consumed
      )
    }
    if let broken = ledgerImbalance() { return broken }
    var sums = UnderWay(cells: cells.count, firms: firmCount)
    var usedLines = 0
    for slot in 0..<consignments.count where consignments[slot].isLive {
      if let broken = centralRule(slot) { return broken }
      let one = consignments[slot]
      let firm = Int(one.firm)
      sums.drawn[firm] += one.drawn
      sums.exposed[firm] += one.exposed
      if one.deeds.contains(.isOpenBatch), !one.deeds.contains(.done) {
        sums.openBatches[firm] += Int64(one.slips)
      }
      var line = one.firstLine
      while line != Consignment.noSlot {
        let booked = lines[Int(line)]
        usedLines += 1
        if one.kind.booking.isExit {
          sums.provisionalOut[Int(booked.cell)] += booked.provisional
          sums.openOut[Int(booked.cell)] += booked.open
        } else {
          sums.provisionalIn[Int(booked.cell)] += booked.provisional
          sums.openIn[Int(booked.cell)] += booked.open
        }
        line = booked.next
      }
    }
    return imbalance(with: sums) ?? lostLines(used: usedLines)
  }

  /// Whether books and warehouses differ by the mixing errors alone.
  private func ledgerImbalance() -> Imbalance? {
    var mixed = [Int64](repeating: 0, count: cells.count)
    var ofFirms = [Int64](repeating: 0, count: firmCount + 1)
    for index in 0..<mixingErrors.count {
      let error = mixingErrors[index]
      mixed[Int(error.papers)] += error.kilograms
      mixed[Int(error.taken)] -= error.kilograms
      for place in andZone(Int(error.firm)) { ofFirms[place] += error.kilograms }
    }
    for place in 0..<cells.count {
      let cell = cells[place]
      if !cell.agrees {
        let expected = cell.expected + cell.mixed
        return Imbalance(rule: .physical, place: place, found: cell.physical, expected: expected)
      }
      if cell.mixed != mixed[place] {
        return Imbalance(rule: .mixed, place: place, found: cell.mixed, expected: mixed[place])
      }
      guard place % 3 == 2 else { continue }
      let sum = cell.mixed + cells[place - 1].mixed + cells[place - 2].mixed
      if sum != 0 { return Imbalance(rule: .mixedOfItem, place: place, found: sum, expected: 0) }
    }
    for place in 0...firmCount where mixedLevels[place].level != ofFirms[place] {
      return Imbalance(
        rule: .mixedLevel,
        place: place,
        found: mixedLevels[place].level,
        expected: ofFirms[place]
      )
    }
    return nil
  }

  /// Whether a settled list was released, or handed on to a pile, and has passed.
  private func centralRule(_ slot: Int) -> Imbalance? {
    let one = consignments[slot]
    guard one.phase == .settled, one.batch == noBatch else { return nil }
    let chain = consignments[Int(one.head)]
    let hasPassed =
      chain.passed + chain.withdrawn == chain.trucks
      && (chain.passed > 0 || one.deeds.contains(.isPile))
    guard one.releasedAt == .max || !hasPassed || one.formalAt < one.releasedAt else { return nil }
    return Imbalance(
      rule: .centralRule,
      place: slot,
      found: Int64(chain.passed),
      expected: Int64(chain.trucks)
    )
  }

  private func imbalance(with sums: UnderWay) -> Imbalance? {
    for place in 0..<cells.count {
      let cell = cells[place]
      for (rule, found, expected): (Imbalance.Rule, Int64, Int64) in [
        (.provisionalIn, cell.provisionalIn, sums.provisionalIn[place]),
        (.provisionalOut, cell.provisionalOut, sums.provisionalOut[place]),
        (.openIn, cell.openIn, sums.openIn[place]),
        (.openOut, cell.openOut, sums.openOut[place]),
      ] where found != expected {
        return Imbalance(rule: rule, place: place, found: found, expected: expected)
      }
    }
    // The zone's level is the sum of its firms'.
    for firm in 0...firmCount {
      let isZone = firm == firmCount
      for (rule, subject, parts): (Imbalance.Rule, PaperLevel.Subject, [Int64]) in [
        (.guarantee, .guaranteeInUse, sums.drawn), (.exposedDuty, .exposedDuty, sums.exposed),
        (.openBatches, .openBatches, sums.openBatches),
      ] {
        let expected = isZone ? parts.reduce(0, +) : parts[firm]
        let found = level(subject, of: firm)
        if found != expected {
          return Imbalance(rule: rule, place: firm, found: found, expected: expected)
        }
      }
    }
    return nil
  }

  /// Whether every line is in use or free.
  private func lostLines(used: Int) -> Imbalance? {
    var free = 0
    var line = freeLine
    while line != Consignment.noSlot, free <= lines.count {
      free += 1
      line = lines[Int(line)].next
    }
    guard used + free != lines.count else { return nil }
    return Imbalance(
      rule: .memory,
      place: 0,
      found: Int64(used + free),
      expected: Int64(lines.count)
    )
  }
}

/// Sums over all that is under way, by cell and by firm.
private struct UnderWay {
  var provisionalIn: [Int64]
  var provisionalOut: [Int64]
  var openIn: [Int64]
  var openOut: [Int64]
  var drawn: [Int64]
  var exposed: [Int64]
  var openBatches: [Int64]

  init(cells: Int, firms: Int) {
    let noKilograms = [Int64](repeating: 0, count: cells)
    let nothing = [Int64](repeating: 0, count: firms)
    (provisionalIn, provisionalOut) = (noKilograms, noKilograms)
    (openIn, openOut) = (noKilograms, noKilograms)
    (drawn, exposed, openBatches) = (nothing, nothing, nothing)
  }
}
