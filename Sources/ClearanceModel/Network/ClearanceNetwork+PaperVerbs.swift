import EventSimulation
import RandomVariates

/// Steps that ask something of papers.
extension ClearanceNetwork {
  /// Asks the register; what is not due changes nothing.
  mutating func askPapers(_ truck: Int, _ step: Int, at now: SimulatedTime) {
    let ask = paperSteps[Int(steps[step].mark)]
    let holder = papersHolder(of: truck)
    let handle = truckPapers[holder][ask.way]
    var answer = 0.0
    switch ask.verb {
    case .open: open(truck, step, ask, at: now)
    case .arrive:
      if !handle.isNone { truckPapers[holder][ask.way] = register.arrive(handle, at: now) }
    case .pass:
      if !handle.isNone {
        let wrong = truckPapers[holder].wrongPick(ask.way)
        truckPapers[holder][ask.way] = register.pass(handle, wrong, at: now)
      }
    case .withdraw:
      if !handle.isNone { register.withdrawTruck(handle, at: now) }
      truckPapers[holder][ask.way] = .none
      if ask.way == .out { truckPapers[holder].wrong = .none }
    case .mix:
      if ask.way == .out, !handle.isNone { truckPapers[holder].wrong = wrongPick(truck, step) }
    case .check:
      if register.check(handle, truckPapers[holder].wrongPick(ask.way), at: now) {
        truckPapers[holder].wrong = .none
        answer = 1
      }
    case .apply: answer = register.apply(for: firm(ask, truck), at: now) ? 1 : 0
    case .grant:
      let firm = firm(ask, truck)
      if register.grant(to: firm, at: now) { noteApplication(of: firm) }
    default:
      // Of a truck's papers all consignments of the chain are meant.
      var next = handle
      while !next.isNone {
        answer = self.answer(ask, next, truck, before: answer, at: now)
        next = ask.way == .own ? .none : register.next(of: next)
      }
    }
    if ask.sets != StepPlan.none { store(answer, in: ask.sets, of: truck) }
    notePaperChanges()
  }

  /// Does a verb to one consignment; amounts of several add up, of refusals the first counts.
  private mutating func answer(
    _ ask: PaperStepPlan,
    _ handle: Consignment.Handle,
    _ truck: Int,
    before: Double,
    at now: SimulatedTime
  ) -> Double {
    switch ask.verb {
    case .approve:
      let refusal = register.approve(handle, at: now)
      return before == 0 ? Double(refusal.rawValue) : before
    case .refuse: register.refuse(handle, at: now)
    case .submit: register.submit(handle, at: now)
    case .release: register.release(handle, at: now)
    case .noDeclaration: register.noDeclaration(handle, at: now)
    case .assess: return before + Double(register.assess(handle, at: now).rawValue)
    case .pay: register.pay(handle, at: now)
    case .lateFee:
      let entered = min(max(attribute(ask.since, of: truck), 0), Double(now.microseconds))
      let time = SimulatedTime(microseconds: Int64(entered))
      return before + Double(register.chargeLateFee(handle, enteredAt: time, at: now).rawValue)
    case .gather: return Double(gather(handle, truck, at: now).rawValue)
    case .open, .arrive, .pass, .withdraw, .apply, .grant, .mix, .check, nil: break
    }
    return before
  }

  /// Opens papers for a way, or finds those of the truck's lot.
  private mutating func open(
    _ truck: Int,
    _ step: Int,
    _ ask: PaperStepPlan,
    at now: SimulatedTime
  ) {
    let holder = papersHolder(of: truck)
    let former = truckPapers[holder][ask.way]
    guard former.isNone || ask.joins else { return }
    let flow = trucks[truck].flow
    let size = flows[Int(flow)].lot
    // Many documents of many trucks are not bound.
    if size > 1, !former.isNone { return }
    if size > 1, let handle = findPapers(ofLot: lot(of: truck), flow, ask.way) {
      truckPapers[holder][ask.way] = handle
      return
    }
    // No book counts less than a kilogram or more than a million tonnes at once.
    let kilograms = Int64(min(max(attribute(ask.goods, of: truck), 0), 1e9).rounded())
    guard kilograms > 0 else { return }
    var opening = Opening(
      firm: firm(ask, truck),
      kind: ask.kind,
      status: status(ask, truck),
      kilogramsPerTruck: kilograms
    )
    // One document of many trucks, or many documents of one truck.
    if size == 1 { opening.documents = count(ask.documents, truck) }
    opening.lines = count(ask.lines, truck)
    opening.trucks = Int(size)
    opening.itemDraw = unit(truck, step, block: PaperBlock.item)
    opening.counterpartyDraw = unit(truck, step, block: PaperBlock.counterparty)
    if register.plan.modes > 1 {
      let draw = unit(truck, step, block: PaperBlock.mode)
      opening.mode = min(Int(draw * Double(register.plan.modes)), register.plan.modes - 1)
    }
    opening.flow = Int(flow)
    opening.truck = Int(trucks[truck].number)
    let handle = register.open(opening, joining: former, at: now)
    guard !handle.isNone else { return }
    truckPapers[holder][ask.way] = handle
    guard size > 1 else { return }
    let lost = takeLost(ofLot: lot(of: truck), flow, ask.way)
    for _ in 0..<lost { register.withdrawTruck(handle, at: now) }
    guard size - 1 > lost else { return }
    remember(
      LotPapers(
        flow: flow,
        way: ask.way,
        lot: lot(of: truck),
        trucks: size - 1 - lost,
        handle: handle
      )
    )
  }

  private mutating func status(_ ask: PaperStepPlan, _ truck: Int) -> CustomsStatus? {
    guard ask.statusAttribute != StepPlan.none else { return ask.status }
    let word = UInt8(clamping: Int(attribute(ask.statusAttribute, of: truck)))
    // What the movement cannot move has the status of the movement.
    return CustomsStatus(rawValue: word).flatMap { ask.kind.moves($0) ? $0 : nil }
  }

  /// Which goods are picked wrongly, drawn for each truck.
  private mutating func wrongPick(_ truck: Int, _ step: Int) -> WrongPick {
    WrongPick(
      document: unit(truck, step, block: PaperBlock.item),
      line: unit(truck, step, block: PaperBlock.counterparty),
      status: unit(truck, step, block: PaperBlock.mode)
    )
  }

  /// The value of an attribute as a count from 1 to 1,000; 1 where there is none.
  private mutating func count(_ attribute: UInt16, _ truck: Int) -> Int {
    guard attribute != StepPlan.none else { return 1 }
    return Int(min(max(self.attribute(attribute, of: truck), 1), 1_000).rounded())
  }

  /// The firm of the truck's attribute.
  private mutating func firm(_ ask: PaperStepPlan, _ truck: Int) -> Int {
    Int(firmsOfWords[Int(attribute(ask.firm, of: truck))])
  }

  /// Tells the truck what holds for its firm now.
  mutating func lookUpFirm(_ truck: Int, _ step: Int, at now: SimulatedTime) {
    let ask = paperSteps[Int(steps[step].mark)]
    let firm = firm(ask, truck)
    if ask.sets != StepPlan.none {
      store(Double(register.period(of: firm, at: now).rawValue), in: ask.sets, of: truck)
    }
    if ask.setsCredit != StepPlan.none {
      store(Double(register.credit(of: firm, at: now).rawValue), in: ask.setsCredit, of: truck)
    }
  }
}

/// The blocks of the draws of papers that are opened.
private enum PaperBlock {
  static let item = DrawBlock.duration
  static let counterparty: UInt8 = 2
  static let mode: UInt8 = 3
}
