import ClearanceRecords
import EventSimulation
import Testing

@testable import ClearanceModel

/// How movements go through the columns of a book, and when lists are formally deducted.
///
/// Columns: opening, entered, left, consumed, book, provisional in, provisional out, open in, open
/// out.
@Suite struct PapersBookTests {
  @Test(arguments: [MovementKind.firstLineIn, .twoStepIn, .secondLineIn])
  func ordinaryIn(_ kind: MovementKind) {
    let desk = Desk(.firm())
    let papers = desk.open(kind)
    #expect(desk.phase(papers) == .preparing)
    #expect(desk.approve(papers) == .none)
    #expect(desk.columns(kind.status) == [0, 0, 0, 0, 0, 1_000, 0, 0, 0])
    desk.submit(papers)
    desk.release(papers)
    #expect(desk.phase(papers) == .released)
    #expect(desk.columns(kind.status) == [0, 0, 0, 0, 0, 1_000, 0, 0, 0])
    desk.pass(papers)
    #expect(desk.columns(kind.status) == [0, 1_000, 0, 0, 1_000, 0, 0, 0, 0])
    #expect(desk.phase(papers) == .settled)
    #expect(desk.live == 0)
  }

  /// Goods are there before they are declared, and may not be used before they are released.
  @Test func enterFirst() {
    let desk = Desk(.firm())
    let papers = desk.open(.enterFirst)
    desk.approve(papers)
    #expect(desk.columns() == [0, 0, 0, 0, 0, 0, 0, 0, 0])
    desk.pass(papers)
    #expect(desk.columns() == [0, 0, 0, 0, 0, 0, 0, 1_000, 0])
    #expect(desk.approve(desk.open(.firstLineOut)) == .book)
    desk.submit(papers)
    #expect(desk.phase(papers) == .approved)
    desk.release(papers)
    #expect(desk.columns() == [0, 1_000, 0, 0, 1_000, 0, 0, 0, 0])
    #expect(desk.approve(desk.open(.firstLineOut)) == .none)
  }

  @Test(arguments: [MovementKind.firstLineOut, .secondLineOut])
  func ordinaryOut(_ kind: MovementKind) {
    let desk = Desk(.firm(opening: 1_500))
    let papers = desk.open(kind)
    #expect(desk.approve(papers) == .none)
    #expect(desk.columns() == [1_500, 0, 0, 0, 1_500, 0, 1_000, 0, 0])
    // Only 500 kg are available now.
    #expect(desk.approve(desk.open(kind)) == .book)
    desk.submit(papers)
    desk.pass(papers)
    // Passed, not released: still provisional.
    #expect(desk.columns() == [1_500, 0, 0, 0, 1_500, 0, 1_000, 0, 0])
    desk.release(papers)
    #expect(desk.columns() == [1_500, 0, 1_000, 0, 500, 0, 0, 0, 0])
  }

  /// 1.05 kg of materials for each kilogram of product.
  @Test func manufacturerUsesUpMaterials() {
    var rules = PaperRules()
    rules.materialPerProduct = Rate(partsPerMillion: 1_050_000)
    let desk = Desk(.firm(opening: 5_000, business: .manufacturing, rules: rules))
    for kind in [MovementKind.firstLineOut, .secondLineOut] {
      let papers = desk.open(kind)
      desk.approve(papers)
      desk.submit(papers)
      desk.release(papers)
      desk.pass(papers)
    }
    #expect(desk.columns() == [5_000, 0, 0, 2_100, 2_900, 0, 0, 0, 0])
    // What is not bonded leaves as it came.
    let stored = desk.open(.byStatusOut)
    desk.approve(stored)
    desk.noDeclaration(stored)
    desk.pass(stored)
    #expect(desk.columns(.nonBonded) == [5_000, 0, 1_000, 0, 4_000, 0, 0, 0, 0])
  }

  @Test func batchOut() {
    let desk = Desk(.firm(opening: 2_500))
    let (slip, _) = desk.slip()
    #expect(desk.columns() == [2_500, 0, 0, 0, 2_500, 0, 0, 0, 1_000])
    #expect(desk.level(.openBatches) == 1)
    #expect(desk.gather(slip) == .monthly)
    #expect(desk.phase(slip) == .settled)
    desk.slip()
    #expect(desk.slip().refusal == .book)
    desk.cut(.monthly, due: .days(30))
    let piles = desk.piles(.monthly)
    #expect(piles.count == 1)
    desk.submit(piles[0])
    desk.release(piles[0])
    #expect(desk.columns() == [2_500, 0, 1_000, 0, 1_500, 0, 0, 0, 1_000])
    #expect(desk.level(.openBatches) == 1)
    #expect(desk.imbalance == nil)
  }

  @Test func batchIn() {
    let desk = Desk(.firm())
    let (slip, _) = desk.slip(kind: .batchIn)
    #expect(desk.columns(.exportedIn) == [0, 0, 0, 0, 0, 0, 0, 1_000, 0])
    desk.gather(slip)
    desk.cut(.monthly, due: .days(30))
    let pile = desk.piles(.monthly)[0]
    desk.submit(pile)
    #expect(desk.assess(pile) == .zero)
    desk.release(pile)
    #expect(desk.columns(.exportedIn) == [0, 1_000, 0, 0, 1_000, 0, 0, 0, 0])
    #expect(desk.live == 0)
    #expect(desk.level(.guaranteeInUse) == 0)
  }

  @Test func byStatus() {
    let desk = Desk(.firm())
    let papers = desk.open(.byStatusIn)
    desk.approve(papers)
    desk.pass(papers)
    // Not due: no declaration is made, none was found not to be needed.
    desk.submit(papers)
    desk.release(papers)
    #expect(desk.phase(papers) == .approved)
    desk.noDeclaration(papers)
    #expect(desk.columns(.nonBonded) == [0, 1_000, 0, 0, 1_000, 0, 0, 0, 0])
  }

  /// Nobody gets round a declaration that is needed.
  @Test func declarationCannotBeSkipped() {
    let desk = Desk(.firm(opening: 1_000))
    let papers = desk.open(.secondLineOut)
    desk.approve(papers)
    desk.noDeclaration(papers)
    desk.release(papers)
    desk.pass(papers)
    #expect(desk.phase(papers) == .approved)
    #expect(desk.columns() == [1_000, 0, 0, 0, 1_000, 0, 1_000, 0, 0])
  }

  /// What is not approved cannot pass.
  @Test func passingNeedsApproval() {
    let desk = Desk(.firm())
    let papers = desk.open(.enterFirst)
    desk.pass(papers)
    #expect(desk.register.trucksPassed(papers) == 0)
    #expect(desk.columns() == [0, 0, 0, 0, 0, 0, 0, 0, 0])
  }

  /// The weight is split over lines, the rest on the first; a short line goes to the next item.
  @Test func linesGoToItemsThatHaveEnough() {
    let plan = PapersPlan(
      firms: [FirmPlan(name: "firm", items: 0..<4)],
      items: [400, 100, 400, 350].map {
        ItemPlan(name: "", centsPerTonne: 100_000 + $0, opening: [$0, 0, 0])
      }
    )
    let desk = Desk(plan)
    // 334, 333 and 333 kg: the second goes on to item 3, since item 2 keeps its own.
    let papers = desk.open(.firstLineOut, lines: 3)
    #expect(desk.approve(papers) == .none)
    #expect((0..<4).map { desk.columns(item: $0)[6] } == [334, 0, 333, 333])
    // 334 · 100.4 + 333 · 100.4 + 333 · 100.35 cents, each rounded.
    #expect(desk.register.cents(papers) == 33_534 + 33_433 + 33_417)
    #expect(desk.imbalance == nil)
  }

  /// A list that does not fit leaves no trace in the book.
  @Test func refusedListsChangeNothing() {
    let desk = Desk(.firm(items: 3, opening: 300))
    let papers = desk.open(.firstLineOut, lines: 2)
    #expect(desk.approve(papers) == .book)
    #expect(desk.phase(papers) == .refused)
    #expect((0..<3).allSatisfy { desk.columns(item: $0)[6] == 0 })
    desk.submit(papers)
    desk.pass(papers)
    #expect(desk.phase(papers) == .refused)
    desk.withdraw(papers)
    #expect(desk.live == 0)
    // Out of memory, and known to be refused until the slot was given to others twice.
    #expect(desk.phase(papers) == .refused)
    let next = desk.open(.firstLineIn)
    #expect(desk.phase(papers) == .refused && desk.phase(next) == .preparing)
    #expect(desk.imbalance == nil)
  }

  /// One document, three trucks: formal only when the last has passed.
  @Test func lot() {
    let desk = Desk(.firm(opening: 300))
    let papers = desk.open(.secondLineOut, kg: 100, trucks: 3)
    desk.approve(papers)
    desk.submit(papers)
    desk.release(papers)
    let first = desk.arrive(papers)
    #expect(desk.register.trucksAtGate(papers) == 1)
    // A truck comes and passes once, however often it says so.
    #expect(desk.arrive(first) == first)
    let passed = desk.pass(first)
    #expect(desk.pass(passed) == passed)
    desk.withdraw(passed)
    #expect(desk.register.trucksPassed(papers) == 1)
    #expect(desk.register.trucks(papers) == 3)
    desk.pass(desk.arrive(papers))
    #expect(desk.columns() == [300, 0, 0, 0, 300, 0, 300, 0, 0])
    desk.pass(desk.arrive(papers))
    #expect(desk.columns() == [300, 0, 300, 0, 0, 0, 0, 0, 0])
  }

  /// A truck of a lot is detained: its part is given back, the rest is formal.
  @Test(arguments: [MovementKind.secondLineOut, .batchOut, .secondLineIn, .batchIn, .enterFirst])
  func lotWithoutOneTruck(_ kind: MovementKind) {
    let desk = Desk(.firm(opening: 1_000, period: [Dated(.perShipment)]))
    let papers = desk.open(kind, kg: 101, trucks: 3)
    desk.approve(papers)
    desk.submit(papers)
    desk.assess(papers)
    desk.pass(papers)
    desk.withdraw(desk.arrive(papers))
    #expect(desk.register.trucksAtGate(papers) == 1)
    #expect(desk.register.trucks(papers) == 2)
    #expect(desk.imbalance == nil)
    desk.pass(papers)
    #expect(desk.register.kilograms(papers) == 202)
    desk.release(papers)
    let columns = desk.columns(kind.status)
    #expect(columns[4] == 1_000 + (kind.isIn ? 202 : -202))
    #expect(columns[5...] == [0, 0, 0, 0])
    desk.pay(papers)
    #expect(desk.live == 0)
    #expect(desk.imbalance == nil)
  }

  /// All trucks stay away: everything is given back.
  @Test(arguments: MovementKind.allCases)
  func withdrawn(_ kind: MovementKind) {
    let desk = Desk(.firm(opening: 1_000))
    let papers = desk.open(kind, kg: 101, trucks: 3)
    desk.approve(papers)
    desk.submit(papers)
    desk.assess(papers)
    let book = 1_000
    desk.withdraw(papers)
    desk.withdraw(papers)
    #expect(desk.live == 1)
    desk.withdraw(papers)
    #expect(desk.live == 0)
    #expect(desk.columns(kind.status)[4] == Int64(book))
    #expect(desk.columns(kind.status)[5...] == [0, 0, 0, 0])
    #expect(desk.level(.guaranteeInUse) == 0)
    #expect(desk.imbalance == nil)
    #expect(desk.register.consignmentRows.map(\.goods.phase) == [ConsignmentPhase.refused.rawValue])
  }

  /// One truck with three documents: a chain that moves together and leaves memory together.
  @Test func chain() {
    let desk = Desk(.firm(items: 3, counterparties: 2))
    let head = desk.open(.firstLineIn, kg: 100, documents: 3)
    let second = desk.register.next(of: head)
    let third = desk.register.next(of: second)
    #expect(desk.register.next(of: third) == .none)
    #expect(desk.register.documents(third) == 3)
    #expect([head, second, third].map { desk.register.kilograms($0) } == [33, 33, 34])
    #expect(
      [head, second, third].map { desk.register.consignment($0)?.counterparty } == [0, 1, 0]
    )
    for papers in [head, second, third] { desk.approve(papers) }
    for papers in [head, third] {
      desk.submit(papers)
      desk.release(papers)
    }
    #expect(desk.phase(head) == .approved)
    #expect(desk.register.ownPhase(head) == .released)
    desk.pass(third)
    #expect(desk.register.ownPhase(head) == .settled)
    #expect(desk.register.ownPhase(second) == .approved)
    #expect(desk.live == 3)
    desk.submit(second)
    desk.release(second)
    #expect(desk.live == 0)
    #expect((0..<3).map { desk.columns(item: $0)[4] } == [33, 33, 34])
  }

  /// One refused document holds the whole truck.
  @Test func refusedDocumentOfAChain() {
    let desk = Desk(.firm(items: 2, opening: 60))
    let head = desk.open(.firstLineOut, kg: 100, documents: 2)
    let second = desk.register.next(of: head)
    desk.approve(head)
    desk.refuse(second)
    #expect(desk.phase(head) == .refused)
    desk.pass(head)
    #expect(desk.register.trucksPassed(head) == 0)
    // Amended and approved after all.
    #expect(desk.approve(second) == .none)
    #expect(desk.phase(head) == .approved)
    desk.refuse(head)
    desk.withdraw(second)
    #expect(desk.live == 0)
    #expect(desk.columns(item: 0)[6] == 0)
    #expect(desk.columns(item: 1)[6] == 0)
  }

  /// Verbs out of turn change nothing.
  @Test func verbsThatAreNotDue() {
    let desk = Desk(.firm(opening: 5_000))
    let papers = desk.open(.secondLineOut)
    desk.submit(papers)
    desk.release(papers)
    desk.pay(papers)
    #expect(desk.assess(papers) == .zero)
    desk.gather(papers)
    #expect(desk.phase(papers) == .preparing)
    desk.approve(papers)
    desk.approve(papers)
    #expect(desk.columns()[6] == 1_000)
    desk.submit(papers)
    desk.submit(papers)
    #expect(desk.assess(papers) == desk.assess(papers))
    // Taxes are noticed: too late to turn the list down.
    desk.refuse(papers)
    #expect(desk.phase(papers) == .approved)
    desk.release(papers)
    desk.release(papers)
    desk.pay(papers)
    desk.pay(papers)
    desk.pass(papers)
    let statistics = desk.finish()
    #expect(statistics.totals.declarations == 1)
    #expect(statistics.totals.dutyPaid == statistics.totals.dutyAssessed)
    #expect(statistics.allCounts.released == 1)
    // Stale: nothing happens.
    desk.approve(papers)
    desk.pass(papers)
    desk.withdraw(papers)
    desk.pay(papers)
    #expect(desk.phase(papers) == .settled)
    #expect(!desk.isLive(papers))
    #expect(desk.phase(.none) == .none)
  }

  /// Slots are reused, and a handle of the past is not taken for that of the present.
  @Test func slotsAreReused() {
    let desk = Desk(.firm())
    desk.register.keepsConsignments = false
    var stale: [Desk.Handle] = []
    for round in 0..<1_000 {
      let papers = desk.open(.firstLineIn, lines: 1, documents: 1 + round % 3)
      #expect(Desk.Handle(number: papers.number) == papers)
      var next = papers
      while !next.isNone {
        desk.approve(next)
        desk.submit(next)
        desk.release(next)
        next = desk.register.next(of: next)
      }
      desk.pass(papers)
      #expect(desk.phase(papers) == .settled)
      stale.append(papers)
    }
    #expect(desk.slots == 3)
    #expect(desk.register.lines.count == 3)
    let present = desk.open(.firstLineIn)
    #expect(stale.allSatisfy { $0 != present && desk.phase($0) == .settled })
    #expect(desk.phase(present) == .preparing)
  }

  /// Who waits is told once, oldest change first, and also when the papers have left memory.
  @Test func waiters() {
    let desk = Desk(.firm())
    let papers = desk.open(.firstLineIn)
    #expect(desk.register.takeChanged() == nil)
    desk.approve(papers)
    #expect(desk.register.takeChanged() == nil)
    desk.register.setFirstWaiter(7, of: papers)
    desk.submit(papers)
    #expect(desk.register.takeChanged() == nil)
    desk.release(papers)
    let changed = desk.register.takeChanged()
    #expect(changed?.handle == papers)
    #expect(changed?.firstWaiter == 7)
    #expect(desk.register.firstWaiter(of: papers) == PaperRegister.noWaiter)
    desk.register.setFirstWaiter(9, of: papers)
    desk.pass(papers)
    #expect(desk.register.takeChanged()?.firstWaiter == 9)
    #expect(desk.register.takeChanged() == nil)
    #expect(!desk.isLive(papers))
  }

  /// Work on a consignment begins once, whichever truck of its lot comes first.
  @Test func workStartsOnce() {
    let desk = Desk(.firm())
    let papers = desk.open(.firstLineIn, trucks: 2)
    let first = desk.register.startWork(on: papers)
    let second = desk.register.startWork(on: papers)
    #expect(first && !second)
  }
}

extension Desk {
  func columns(_ status: CustomsStatus) -> [Int64] { columns(item: 0, status) }
}
