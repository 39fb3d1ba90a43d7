import EventSimulation

/// What holds for a firm at an instant: credit, period, guarantee, lateness.
extension PaperRegister {
  /// A dated value of a firm.
  @inline(__always)
  mutating func value(
    _ subject: DatedCursor.Subject,
    of firm: Int,
    at now: SimulatedTime
  ) -> Int64 {
    let place = firm * 3 + subject.rawValue
    var next = dated[place].next
    while next < dated[place].end, changes[next].from <= now.microseconds {
      dated[place].value = changes[next].value
      next += 1
      dated[place].next = next
    }
    return dated[place].value
  }

  /// The credit of a firm.
  mutating func credit(of firm: Int, at now: SimulatedTime) -> FirmCredit {
    FirmCredit(rawValue: UInt8(value(.credit, of: firm, at: now))) ?? .general
  }

  /// How a firm declares batches; per shipment while its credit forbids batches.
  mutating func period(of firm: Int, at now: SimulatedTime) -> DeclaringPeriod {
    guard credit(of: firm, at: now) != .dishonest else { return .perShipment }
    return DeclaringPeriod(rawValue: UInt8(value(.period, of: firm, at: now))) ?? .perShipment
  }

  /// The guarantee line of a firm.
  mutating func guaranteeLine(of firm: Int, at now: SimulatedTime) -> Fen {
    Fen(value(.guaranteeLine, of: firm, at: now))
  }

  /// Whether a firm goes without a guarantee now.
  ///
  /// Advanced-certified firms may (公告2023年第148号), but not while they have not declared or paid
  /// in time.
  mutating func isWaived(_ firm: Int, at now: SimulatedTime) -> Bool {
    rules.hasWaiver && now >= rules.waiverFrom && firms[firm].isWaiverEligible
      && credit(of: firm, at: now) == .advancedCertified
      && !hasUndeclaredLate(firm, at: now) && !isOverdue(firm, at: now)
  }

  /// Whether a firm may not move new batches out because it is late, where the rules say so.
  func isBlocked(_ firm: Int, at now: SimulatedTime) -> Bool {
    rules.latenessBlocks && hasUndeclaredLate(firm, at: now)
  }

  /// Whether a pile of a firm is undeclared after its last day, or was declared after it and its
  /// taxes are not paid.
  ///
  /// Law suspends the waiver then, whatever the zone does about new batches (公告2023年第148号).
  func hasUndeclaredLate(_ firm: Int, at now: SimulatedTime) -> Bool {
    if firms[firm].unsettledLates > 0 { return true }
    var pile = firms[firm].undeclared
    while pile != Consignment.noSlot {
      if consignments[Int(pile)].lateFrom <= now.microseconds { return true }
      pile = consignments[Int(pile)].nextUndeclared
    }
    return false
  }

  /// Whether a firm has not paid taxes within their term.
  func isOverdue(_ firm: Int, at now: SimulatedTime) -> Bool {
    let first = firms[firm].firstUnpaid
    guard first != Consignment.noSlot else { return false }
    return consignments[Int(first)].taxTerm < plan.workingDays.day(of: now)
  }

  /// Changes a level of a firm and of the zone.
  @inline(__always)
  mutating func changeLevel(
    _ subject: PaperLevel.Subject,
    of firm: Int,
    by amount: Int64,
    at now: SimulatedTime
  ) {
    levels[firm * 3 + subject.rawValue].change(by: amount, at: now.microseconds)
    levels[firmCount * 3 + subject.rawValue].change(by: amount, at: now.microseconds)
  }

  /// The places of a firm and of the zone, which comes after all firms.
  @inline(__always)
  func andZone(_ firm: Int) -> StrideThrough<Int> {
    stride(from: firm, through: firmCount, by: firmCount - firm)
  }

  /// A level of a firm now; of the zone by `firmCount`.
  @inline(__always)
  func level(_ subject: PaperLevel.Subject, of firm: Int) -> Int64 {
    levels[firm * 3 + subject.rawValue].level
  }
}
