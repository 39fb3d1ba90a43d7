import EventSimulation

@testable import ClearanceModel

/// A register of papers with a clock, for tests.
final class Desk {
  typealias Handle = Consignment.Handle

  var register: PaperRegister
  var now = SimulatedTime.zero

  init(_ plan: PapersPlan) {
    register = PaperRegister(plan: plan)
    register.keepsConsignments = true
    register.keepsLevels = true
  }

  func open(
    _ kind: MovementKind,
    firm: Int = 0,
    kg: Int64 = 1_000,
    lines: Int = 1,
    documents: Int = 1,
    trucks: Int = 1,
    item: Double = 0,
    counterparty: Double = 0,
    mode: Int = 0,
    status: CustomsStatus? = nil,
    joining: Handle = .none
  ) -> Handle {
    var opening = Opening(firm: firm, kind: kind, status: status, kilogramsPerTruck: kg)
    opening.lines = lines
    opening.documents = documents
    opening.trucks = trucks
    opening.itemDraw = item
    opening.counterpartyDraw = counterparty
    opening.mode = mode
    return register.open(opening, joining: joining, at: now)
  }

  @discardableResult
  func approve(_ handle: Handle) -> Refusal { register.approve(handle, at: now) }
  func refuse(_ handle: Handle) { register.refuse(handle, at: now) }
  func submit(_ handle: Handle) { register.submit(handle, at: now) }
  func release(_ handle: Handle) { register.release(handle, at: now) }
  func noDeclaration(_ handle: Handle) { register.noDeclaration(handle, at: now) }
  @discardableResult
  func arrive(_ handle: Handle) -> Handle { register.arrive(handle, at: now) }
  @discardableResult
  func pass(_ handle: Handle, _ wrong: WrongPick = .none) -> Handle {
    register.pass(handle, wrong, at: now)
  }
  func check(_ handle: Handle, _ wrong: WrongPick) -> Bool {
    register.check(handle, wrong, at: now)
  }
  func withdraw(_ handle: Handle) { register.withdrawTruck(handle, at: now) }
  @discardableResult
  func assess(_ handle: Handle) -> Fen { register.assess(handle, at: now) }
  func pay(_ handle: Handle) { register.pay(handle, at: now) }
  @discardableResult
  func gather(_ handle: Handle) -> DeclaringPeriod { register.gather(handle, at: now) }
  func fee(_ handle: Handle, enteredOn day: Int64) -> Fen {
    register.chargeLateFee(handle, enteredAt: .days(day), at: now)
  }
  func isLive(_ handle: Handle) -> Bool { register.isLive(handle) }
  func phase(_ handle: Handle) -> ConsignmentPhase { register.phase(handle) }
  func isWaived(_ firm: Int = 0) -> Bool { register.isWaived(firm, at: now) }
  func isBlocked(_ firm: Int = 0) -> Bool { register.isBlocked(firm, at: now) }

  /// A slip out that is approved and has passed, and what became of its approval.
  @discardableResult
  func slip(
    firm: Int = 0,
    kg: Int64 = 1_000,
    lines: Int = 1,
    item: Double = 0,
    counterparty: Double = 0,
    kind: MovementKind = .batchOut,
    mode: Int = 0
  ) -> (handle: Handle, refusal: Refusal) {
    let handle = open(
      kind,
      firm: firm,
      kg: kg,
      lines: lines,
      item: item,
      counterparty: counterparty,
      mode: mode
    )
    let refusal = approve(handle)
    if refusal == .none { pass(handle) } else { withdraw(handle) }
    return (handle, refusal)
  }

  func cut(_ period: DeclaringPeriod, due: SimulatedTime) {
    register.cut(period, due: due, collection: 0, closing: 0, at: now)
  }

  /// Takes all piles of a period that hold something.
  func piles(_ period: DeclaringPeriod) -> [Handle] {
    (0..<register.pileCount).map { register.takePile($0, of: period) }.filter { !$0.isNone }
  }

  /// The columns of a cell, in the order of the book.
  func columns(item: Int = 0, _ status: CustomsStatus = .bonded) -> [Int64] {
    let cell = register.cells[item * 3 + Int(status.rawValue)]
    return [
      cell.opening, cell.entered, cell.left, cell.consumed, cell.book, cell.provisionalIn,
      cell.provisionalOut, cell.openIn, cell.openOut,
    ]
  }

  /// What was corrected, what lies in the warehouse, and by how much it is more than expected.
  func stock(item: Int = 0, _ status: CustomsStatus = .bonded) -> [Int64] {
    let cell = register.cells[item * 3 + Int(status.rawValue)]
    return [cell.corrected, cell.physical, cell.mixed]
  }

  /// Lets time pass, and the stocktakes in it.
  func pass(time: SimulatedTime) {
    now = now + time
    register.enter(now)
  }

  func level(_ subject: PaperLevel.Subject, of firm: Int? = nil) -> Int64 {
    register.level(subject, of: firm ?? register.firmCount)
  }

  var imbalance: Imbalance? { register.firstImbalance() }
  /// Consignments in memory, and slots that were ever used.
  var live: Int {
    (0..<register.consignments.count).count { register.consignments[$0].isLive }
  }
  var slots: Int { register.consignments.count }

  func finish() -> PaperStatistics {
    register.finish(at: now)
    return register.statistics()
  }
}

extension PapersPlan {
  /// One firm whose items are worth 1 dollar a kilogram, at 7 yuan, with 10 % duty and 13 % VAT.
  static func firm(
    items: Int = 1,
    opening: Int64 = 0,
    business: FirmBusiness = .logistics,
    credit: [Dated<FirmCredit>] = [Dated(.general)],
    period: [Dated<DeclaringPeriod>] = [Dated(.monthly)],
    guarantee: [Dated<Fen>] = [Dated(.yuan(1_000_000_000))],
    counterparties: Int = 1,
    modes: Int = 1,
    rules: PaperRules = PaperRules(),
    stocktakeEvery: SimulatedTime = .zero
  ) -> PapersPlan {
    var rules = rules
    rules.stocktakeEvery = stocktakeEvery
    return plan(items, opening, business, credit, period, guarantee, counterparties, modes, rules)
  }

  private static func plan(
    _ items: Int,
    _ opening: Int64,
    _ business: FirmBusiness,
    _ credit: [Dated<FirmCredit>],
    _ period: [Dated<DeclaringPeriod>],
    _ guarantee: [Dated<Fen>],
    _ counterparties: Int,
    _ modes: Int,
    _ rules: PaperRules
  ) -> PapersPlan {
    PapersPlan(
      firms: [
        FirmPlan(
          name: "firm",
          business: business,
          credit: credit,
          period: period,
          guaranteeLine: guarantee,
          items: 0..<items
        )
      ],
      items: (0..<items).map {
        ItemPlan(
          name: "item \($0)",
          centsPerTonne: 100_000,
          duty: .percent(10),
          opening: [opening, opening, opening]
        )
      },
      rules: rules,
      counterparties: counterparties,
      modes: modes
    )
  }
}
