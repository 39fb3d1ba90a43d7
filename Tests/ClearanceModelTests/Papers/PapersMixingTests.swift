import ClearanceRecords
import EventSimulation
import Testing

@testable import ClearanceModel

/// Two ledgers in one warehouse: wrong picks, how they are found, and what corrects them.
@Suite("Goods by status in one warehouse")
struct PapersMixingTests {
  /// One firm with 10 t of each status, counted every 30 days.
  private func desk(items: Int = 1, opening: Int64 = 10_000) -> Desk {
    Desk(.firm(items: items, opening: opening, stocktakeEvery: .days(30)))
  }

  /// A pick that takes the first or the second of the two other statuses.
  private func wrong(second: Bool = false) -> WrongPick {
    WrongPick(document: 0, line: 0, status: second ? 0.75 : 0.25)
  }

  /// A slip of non-bonded goods for which other goods are taken.
  private func slip(_ desk: Desk, kg: Int64 = 1_000, second: Bool = true) -> Desk.Handle {
    let handle = desk.open(.byStatusOut, kg: kg)
    desk.approve(handle)
    desk.noDeclaration(handle)
    return desk.pass(handle, wrong(second: second))
  }

  @Test("without errors warehouse and ledger agree, through every passage")
  func agreement() {
    let desk = desk()
    let into = desk.open(.firstLineIn, kg: 700, trucks: 2)
    desk.approve(into)
    desk.pass(into)
    #expect(desk.stock() == [0, 10_700, 0])
    desk.submit(into)
    desk.release(into)
    desk.pass(into)
    #expect(desk.stock() == [0, 11_400, 0])
    #expect(desk.columns()[4] == 11_400)
    let out = desk.open(.firstLineOut, kg: 400)
    desk.approve(out)
    desk.pass(out)
    #expect(desk.stock() == [0, 11_000, 0])
    // Passed, and not formal.
    #expect(desk.columns()[4] == 11_400 && desk.imbalance == nil)
  }

  @Test("bonded goods that left on a slip are declared afterwards and taxed")
  func declaredAfterwards() {
    let desk = desk()
    // Of non-bonded goods the others are exported-in and bonded, in this order.
    _ = slip(desk)
    #expect(desk.stock(.bonded) == [0, 9_000, -1_000])
    #expect(desk.stock(.nonBonded) == [0, 10_000, 1_000])
    // The ledger knows nothing yet.
    #expect(desk.columns(.bonded)[4] == 10_000 && desk.columns(.nonBonded)[4] == 9_000)
    desk.pass(time: .days(30))
    #expect(desk.stock(.bonded) == [-1_000, 9_000, 0])
    #expect(desk.stock(.nonBonded) == [1_000, 10_000, 0])
    #expect(desk.columns(.bonded)[4] == 9_000 && desk.columns(.nonBonded)[4] == 10_000)
    let statistics = desk.finish()
    #expect(statistics.mixing.errors == 1 && statistics.mixing.found == 1)
    #expect(statistics.mixing.foundAtGate == 0 && statistics.mixing.corrected == 1)
    #expect(statistics.mixing.timeToFind == SimulatedTime.days(30).microseconds)
    // 1,000 kg at 7 yuan: duty 10 %, VAT 13 % of value and duty.
    #expect(statistics.totals.dutyAssessed == 70_000 && statistics.totals.dutyPaid == 70_000)
    #expect(statistics.totals.vatAssessed == 100_100)
    #expect(statistics.mixing.taxedAfterwards == 170_100)
    #expect(statistics.totals.declarations == 1 && statistics.totals.declarationsSaved == 0)
    #expect(statistics.mixedStock.maximum == 1_000 && statistics.mixedStock.final == 0)
  }

  @Test("on the way abroad they are declared and not taxed")
  func declaredForExport() {
    let desk = desk()
    let list = desk.open(.firstLineOut, kg: 500)
    let both = desk.open(.byStatusOut, kg: 500, joining: list)
    for handle in [list, desk.register.next(of: list)] { desk.approve(handle) }
    desk.submit(list)
    desk.release(list)
    desk.noDeclaration(desk.register.next(of: both))
    // The second of two documents, and of its other statuses the second: bonded.
    desk.pass(list, WrongPick(document: 0.75, line: 0, status: 0.75))
    #expect(desk.stock(.bonded) == [0, 9_000, -500])
    desk.pass(time: .days(30))
    #expect(desk.stock(.bonded) == [-500, 9_000, 0])
    let statistics = desk.finish()
    #expect(statistics.totals.dutyAssessed + statistics.totals.vatAssessed == 0)
    #expect(statistics.mixing.declaredAfterwards == 1)
  }

  @Test("non-bonded goods that left as bonded abroad go back to the right ledger")
  func amended() {
    let desk = desk()
    let list = desk.open(.firstLineOut, kg: 1_000)
    desk.approve(list)
    desk.submit(list)
    desk.release(list)
    desk.pass(list, wrong())
    #expect(desk.stock(.bonded) == [0, 10_000, 1_000])
    #expect(desk.stock(.nonBonded) == [0, 9_000, -1_000])
    desk.pass(time: .days(30))
    #expect(desk.stock(.bonded) == [1_000, 10_000, 0])
    #expect(desk.stock(.nonBonded) == [-1_000, 9_000, 0])
    #expect(desk.columns(.bonded)[4] == 10_000)
    #expect(desk.finish().totals.declarations == 1)
  }

  @Test("what was declared and taxed and stayed is non-bonded once the taxes are paid")
  func becomesNonBonded() {
    let desk = desk()
    let list = desk.open(.secondLineOut, kg: 1_000)
    desk.approve(list)
    desk.submit(list)
    desk.assess(list)
    desk.pass(list, wrong())
    desk.pass(time: .days(30))
    // Found, and not corrected before the goods are released and paid for.
    #expect(desk.stock(.bonded) == [0, 10_000, 1_000])
    #expect(desk.register.mixing.found == 1 && desk.register.mixing.corrected == 0)
    desk.release(list)
    #expect(desk.stock(.bonded) == [0, 10_000, 1_000])
    desk.pay(list)
    #expect(desk.stock(.bonded) == [0, 9_000, 0])
    #expect(desk.stock(.nonBonded) == [0, 10_000, 0])
    let statistics = desk.finish()
    #expect(statistics.mixing.corrected == 1 && statistics.mixing.declaredAfterwards == 0)
    #expect(statistics.totals.declarations == 1)
  }

  @Test("the slip of a batch waits for the declaration of its pile")
  func batches() {
    let desk = desk()
    let slip = desk.open(.batchOut, kg: 1_000)
    desk.approve(slip)
    desk.gather(slip)
    desk.pass(slip, wrong())
    desk.pass(time: .days(30))
    #expect(desk.stock(.bonded) == [0, 10_000, 1_000])
    desk.cut(.monthly, due: desk.now)
    for pile in desk.piles(.monthly) {
      desk.submit(pile)
      desk.assess(pile)
      desk.release(pile)
      #expect(desk.stock(.bonded) == [0, 10_000, 1_000])
      desk.pay(pile)
    }
    #expect(desk.stock(.bonded) == [0, 9_000, 0])
    #expect(desk.imbalance == nil)
  }

  @Test("exported-in goods that left as bonded are put right on the list")
  func exportedIn() {
    let desk = desk()
    let list = desk.open(.firstLineOut, kg: 1_000)
    desk.approve(list)
    desk.pass(list, wrong(second: true))
    desk.pass(time: .days(30))
    #expect(desk.stock(.bonded) == [1_000, 10_000, 0])
    #expect(desk.stock(.exportedIn) == [-1_000, 9_000, 0])
  }

  @Test("a check at the gate finds what is on board, and no ledger moves")
  func gate() {
    let desk = desk()
    let handle = desk.open(.byStatusOut)
    desk.approve(handle)
    #expect(!desk.check(handle, .none))
    #expect(desk.check(handle, wrong()))
    desk.withdraw(handle)
    for status in CustomsStatus.allCases { #expect(desk.stock(status) == [0, 10_000, 0]) }
    let mixing = desk.finish().mixing
    #expect(mixing.errors == 1 && mixing.found == 1 && mixing.foundAtGate == 1)
    #expect(mixing.corrected == 1 && mixing.timeToFind == 0 && mixing.hidden == 0)
  }

  @Test("where nothing of another status lies there, nothing is mixed up")
  func nothingElse() {
    let plan = PapersPlan.firm(items: 1, opening: 0, stocktakeEvery: .days(30))
    let desk = Desk(plan)
    let into = desk.open(.byStatusIn, kg: 900)
    desk.approve(into)
    desk.noDeclaration(into)
    desk.pass(into)
    _ = slip(desk, kg: 900)
    #expect(desk.stock(.nonBonded) == [0, 0, 0])
    #expect(desk.finish().mixing.errors == 0)
  }

  @Test("a shelf that is short is made up from the goods that are too many")
  func shortShelf() {
    let desk = desk()
    _ = slip(desk, kg: 6_000)
    #expect(desk.stock(.bonded) == [0, 4_000, -6_000])
    // The ledger still has 10 t of bonded goods.
    let list = desk.open(.firstLineOut, kg: 9_000)
    desk.approve(list)
    desk.submit(list)
    desk.release(list)
    desk.pass(list)
    #expect(desk.stock(.bonded) == [0, 0, -1_000])
    #expect(desk.stock(.nonBonded) == [0, 5_000, 1_000])
    #expect(desk.register.mixing.errors == 2)
    #expect(desk.imbalance == nil)
  }

  @Test("what the ledger cannot cover yet stays open until a later stocktake")
  func waits() {
    let desk = desk()
    _ = slip(desk, kg: 6_000)
    let list = desk.open(.secondLineOut, kg: 9_000)
    desk.approve(list)
    desk.pass(time: .days(30))
    // 1 t of bonded goods is free; 6 t are to be declared.
    #expect(desk.register.mixing.found == 1 && desk.register.mixing.corrected == 0)
    desk.refuse(list)
    desk.pass(time: .days(29))
    #expect(desk.register.mixing.corrected == 0)
    desk.pass(time: .days(1))
    #expect(desk.register.mixing.corrected == 1)
    #expect(desk.stock(.bonded) == [-6_000, 4_000, 0])
  }

  @Test("the warm-up is forgotten, errors under way are not")
  func warmUp() {
    let desk = desk()
    _ = slip(desk)
    desk.now = .days(10)
    desk.register.beginObservation(at: desk.now)
    #expect(desk.register.mixing.errors == 0)
    desk.now = .days(40)
    let statistics = desk.finish()
    #expect(statistics.mixing.errors == 0 && statistics.mixing.found == 1)
    // 20 of the 30 days after the warm-up.
    #expect(
      statistics.mixedStock.area == Int128(1_000) * Int128(SimulatedTime.days(20).microseconds)
    )
  }

  @Test("what is due at the end does not happen")
  func end() {
    let desk = desk()
    _ = slip(desk)
    desk.now = .days(30)
    let mixing = desk.finish().mixing
    #expect(mixing.found == 0 && mixing.hidden == 1)
  }

  // MARK: Documents of one truck

  @Test("further papers join those of a truck: it passes once, when all are ready")
  func joining() {
    let desk = desk()
    let list = desk.open(.secondLineOut, kg: 400)
    let chain = desk.open(.byStatusOut, kg: 600, joining: list)
    #expect(chain == list && desk.register.documents(list) == 2)
    let slip = desk.register.next(of: list)
    let started = [list, slip, slip].map { desk.register.startWork(on: $0) }
    #expect(started == [true, true, false])
    desk.approve(list)
    #expect(desk.phase(list) == .preparing)
    #expect(!desk.pass(list).hasPassed)
    desk.approve(slip)
    desk.noDeclaration(slip)
    #expect(desk.phase(list) == .approved)
    #expect(desk.pass(list).hasPassed)
    #expect(desk.stock(.bonded)[1] == 9_600 && desk.stock(.nonBonded)[1] == 9_400)
    #expect(desk.imbalance == nil)
    let months = desk.register.monthRows()
    #expect(months.reduce(0) { $0 + $1.passes } == 1)
  }

  @Test("a slip that is refused holds the whole truck, and withdraws with it")
  func refusedTogether() {
    let desk = desk()
    let list = desk.open(.secondLineOut, kg: 400)
    _ = desk.open(.byStatusOut, kg: 60_000, joining: list)
    desk.approve(list)
    #expect(desk.approve(desk.register.next(of: list)) == .book)
    #expect(desk.phase(list) == .refused && !desk.pass(list).hasPassed)
    desk.withdraw(list)
    #expect(desk.live == 0 && desk.columns()[6] == 0)
  }

  @Test("papers of a lot, of another firm, direction or past truck are not joined")
  func notJoined() {
    let plan = PapersPlan.firm(items: 2, opening: 10_000)
    var two = plan
    two.firms = [plan.firms[0], plan.firms[0]]
    two.firms[0].items = 0..<1
    two.firms[1].items = 1..<2
    let desk = Desk(two)
    let lot = desk.open(.secondLineOut, trucks: 3)
    #expect(desk.open(.byStatusOut, joining: lot) == .none)
    let list = desk.open(.secondLineOut)
    #expect(desk.open(.byStatusOut, firm: 1, joining: list) == .none)
    #expect(desk.open(.byStatusIn, joining: list) == .none)
    desk.approve(list)
    desk.pass(list)
    #expect(desk.open(.byStatusOut, joining: list) == .none)
    #expect(desk.live == 2)
  }
}
