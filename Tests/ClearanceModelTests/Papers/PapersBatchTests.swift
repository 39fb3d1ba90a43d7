import ClearanceRecords
import EventSimulation
import Testing

@testable import ClearanceModel

/// Consolidated declarations, their guarantee, the waiver, and lateness.
@Suite struct PapersBatchTests {
  /// 1,000 kg are worth 7,000 yuan: 700 duty and 1,001 VAT.
  static let taxes: Int64 = 170_100

  /// Slips of three partners in two directions and two modes; merged by item; counted.
  @Test func pilesByPartnerDirectionAndMode() {
    let desk = Desk(.firm(items: 2, opening: 100_000, counterparties: 2, modes: 2))
    for _ in 0..<3 {
      desk.gather(desk.slip(lines: 2).handle)
      desk.gather(desk.slip(counterparty: 0.5).handle)
      desk.gather(desk.slip(kind: .batchIn).handle)
      desk.gather(desk.slip(mode: 1).handle)
    }
    desk.gather(desk.slip(item: 0.5, mode: 1).handle)
    #expect(desk.register.pileCount == 8)
    #expect(desk.live == 4)
    desk.cut(.monthly, due: .days(30))
    desk.gather(desk.slip().handle)
    let piles = desk.piles(.monthly)
    #expect(piles.count == 4)
    #expect(desk.piles(.monthly).isEmpty)
    #expect(piles.map { desk.register.slips($0) } == [3, 3, 4, 3])
    #expect(piles.map { desk.register.mergedItems($0) } == [1, 2, 2, 1])
    #expect(piles.map { desk.register.kilograms($0) } == [3_000, 3_000, 4_000, 3_000])
    #expect(piles.map { desk.register.declarations($0) } == [1, 1, 1, 1])
    for pile in piles { desk.submit(pile) }
    let totals = desk.finish().totals
    #expect(totals.slips == 14)
    #expect(totals.declarations == 4)
    #expect(totals.declarationsPerShipment == 13)
    #expect(totals.declarationsSaved == 9)
    #expect(totals.lateDeclarations == 0)
  }

  /// More than 50 merged items are cut into several declarations.
  @Test(arguments: [(49, 1), (50, 1), (51, 2), (100, 2), (101, 3)])
  func cutAtFiftyItems(_ items: Int, _ declarations: Int) {
    let desk = Desk(.firm(items: items, opening: 1_000))
    for item in 0..<items {
      desk.gather(desk.slip(kg: 10, item: (Double(item) + 0.5) / Double(items)).handle)
    }
    desk.cut(.monthly, due: .days(30))
    let pile = desk.piles(.monthly)[0]
    #expect(desk.register.mergedItems(pile) == items)
    desk.submit(pile)
    #expect(desk.finish().totals.declarations == Int64(declarations))
  }

  /// A lot of slips joins its pile when its last truck has passed, however early it was asked for.
  @Test func lotJoinsWithItsLastTruck() {
    let desk = Desk(.firm(opening: 3_000))
    let slip = desk.open(.batchOut, trucks: 3)
    desk.approve(slip)
    #expect(desk.gather(slip) == .monthly)
    // It will be declared with its pile, not by itself.
    desk.submit(slip)
    desk.pass(slip)
    desk.withdraw(slip)
    #expect(desk.phase(slip) == .approved)
    desk.pass(slip)
    #expect(desk.phase(slip) == .settled)
    desk.cut(.monthly, due: .days(30))
    let pile = desk.piles(.monthly)[0]
    #expect(desk.register.kilograms(pile) == 2_000)
    #expect(desk.register.slips(pile) == 1)
    #expect(desk.imbalance == nil)
  }

  /// The firm's choice changes at a date; slips go where they belong on the day.
  @Test func periodChanges() {
    let desk = Desk(
      .firm(
        opening: 9_000,
        period: [
          Dated(.monthly), Dated(from: .days(91), .quarterly),
          Dated(from: .days(182), .perShipment),
        ]
      )
    )
    #expect(desk.gather(desk.slip().handle) == .monthly)
    desk.now = .days(91)
    #expect(desk.gather(desk.slip().handle) == .quarterly)
    desk.cut(.monthly, due: .days(200))
    #expect(desk.piles(.monthly).count == 1)
    desk.cut(.quarterly, due: .days(200))
    #expect(desk.piles(.quarterly).count == 1)
    desk.now = .days(182)
    let (slip, _) = desk.slip()
    #expect(desk.gather(slip) == .perShipment)
    #expect(desk.phase(slip) == .approved)
    desk.submit(slip)
    desk.release(slip)
    #expect(desk.phase(slip) == .settled)
    #expect(desk.isLive(slip))
    desk.pay(slip)
    #expect(!desk.isLive(slip))
  }

  // MARK: Guarantee

  /// Drawn by estimated duty and tax when a slip is approved, free when the tax is paid, not before.
  @Test func guaranteeUntilPaid() {
    let desk = Desk(
      .firm(
        opening: 9_000,
        guarantee: [Dated(Fen(2 * Self.taxes)), Dated(from: .days(9), Fen(3 * Self.taxes))]
      )
    )
    let first = desk.open(.batchOut)
    desk.approve(first)
    #expect(desk.level(.guaranteeInUse) == Self.taxes)
    #expect(desk.level(.exposedDuty) == 0)
    desk.pass(first)
    #expect(desk.level(.exposedDuty) == Self.taxes)
    desk.gather(first)
    #expect(desk.slip().refusal == .none)
    #expect(desk.slip().refusal == .guarantee)
    #expect(desk.columns()[6] == 0)
    desk.cut(.monthly, due: .days(8))
    let pile = desk.piles(.monthly)[0]
    desk.submit(pile)
    #expect(desk.assess(pile) == Fen(Self.taxes))
    desk.release(pile)
    #expect(desk.level(.guaranteeInUse) == 2 * Self.taxes)
    #expect(desk.slip().refusal == .guarantee)
    desk.pay(pile)
    #expect(desk.level(.guaranteeInUse) == Self.taxes)
    #expect(desk.level(.exposedDuty) == Self.taxes)
    #expect(desk.slip().refusal == .none)
    #expect(desk.slip().refusal == .guarantee)
    // A larger line from day 9 on.
    desk.now = .days(9)
    #expect(desk.slip().refusal == .none)
    let counts = desk.finish().counts(of: .batchOut)
    #expect(counts.refusedGuarantee == 3)
    #expect(counts.approved == 4)
  }

  /// Goods in from the country draw nothing; goods out with a declaration of their own neither.
  @Test func onlyBatchesOutDraw() {
    let desk = Desk(.firm(opening: 9_000, guarantee: [Dated(.zero)]))
    #expect(desk.slip(kind: .batchIn).refusal == .none)
    #expect(desk.approve(desk.open(.secondLineOut)) == .none)
    #expect(desk.slip().refusal == .guarantee)
  }

  /// Credit by date: exempt while advanced-certified, refused while dishonest.
  @Test func waiverFollowsCredit() {
    let desk = Desk(
      .firm(
        opening: 9_000,
        credit: [
          Dated(.advancedCertified), Dated(from: .days(10), .general),
          Dated(from: .days(20), .dishonest), Dated(from: .days(30), .advancedCertified),
        ],
        guarantee: [Dated(.zero)]
      )
    )
    #expect(desk.isWaived())
    #expect(desk.slip().refusal == .none)
    #expect(desk.level(.guaranteeInUse) == 0)
    // Not secured, but owed all the same.
    #expect(desk.level(.exposedDuty) == Self.taxes)
    desk.now = .days(10)
    #expect(!desk.isWaived())
    #expect(desk.slip().refusal == .guarantee)
    desk.now = .days(20)
    #expect(desk.slip().refusal == .credit)
    #expect(desk.slip(kind: .batchIn).refusal == .credit)
    #expect(desk.approve(desk.open(.twoStepIn)) == .credit)
    #expect(desk.approve(desk.open(.firstLineIn)) == .none)
    #expect(desk.register.period(of: 0, at: desk.now) == .perShipment)
    desk.now = .days(30)
    #expect(desk.slip().refusal == .none)
  }

  @Test func waiverBeginsAtItsDate() {
    var rules = PaperRules()
    rules.waiverFrom = .days(5)
    let desk = Desk(
      .firm(
        opening: 9_000,
        credit: [Dated(.advancedCertified)],
        guarantee: [Dated(.zero)],
        rules: rules
      )
    )
    #expect(desk.slip().refusal == .guarantee)
    desk.now = .days(5)
    #expect(desk.slip().refusal == .none)
  }

  // MARK: Lateness

  /// Undeclared on the day after its last day: no new slips out and no waiver until it is declared
  /// and paid.
  @Test func lateFirmsAreBlocked() {
    let desk = Desk(.firm(opening: 9_000, credit: [Dated(.advancedCertified)]))
    desk.gather(desk.slip().handle)
    desk.now = .days(31)
    desk.cut(.monthly, due: .days(59) + .hours(9))
    let pile = desk.piles(.monthly)[0]
    desk.now = .days(60) - SimulatedTime(microseconds: 1)
    #expect(!desk.isBlocked() && desk.isWaived())
    desk.now = .days(60)
    #expect(desk.isBlocked() && !desk.isWaived())
    #expect(desk.slip().refusal == .blocked)
    #expect(desk.slip(kind: .batchIn).refusal == .none)
    #expect(desk.approve(desk.open(.firstLineOut)) == .none)
    desk.submit(pile)
    #expect(desk.isBlocked())
    desk.release(pile)
    desk.pay(pile)
    #expect(!desk.isBlocked() && desk.isWaived())
    #expect(desk.slip().refusal == .none)
    let statistics = desk.finish()
    #expect(statistics.totals.lateDeclarations == 1)
    #expect(statistics.counts(of: .batchOut).refusedBlocked == 1)
  }

  /// Late goods in are cured by declaring them: no tax is due.
  @Test func lateInwardPile() {
    let desk = Desk(.firm(opening: 9_000))
    desk.gather(desk.slip(kind: .batchIn).handle)
    desk.cut(.monthly, due: .days(10))
    let pile = desk.piles(.monthly)[0]
    desk.now = .days(12)
    #expect(desk.slip().refusal == .blocked)
    desk.submit(pile)
    #expect(desk.slip().refusal == .none)
  }

  /// Declared in time, paid too late: the waiver rests, slips go on against a guarantee.
  @Test func overdueTaxesSuspendTheWaiver() {
    let desk = Desk(.firm(opening: 99_000, credit: [Dated(.advancedCertified)]))
    desk.gather(desk.slip(kg: 9_000).handle)
    desk.cut(.monthly, due: .days(0))
    let pile = desk.piles(.monthly)[0]
    desk.submit(pile)
    desk.assess(pile)
    desk.release(pile)
    // Noticed on Monday day 0: to be paid by Tuesday day 15.
    desk.now = .days(15)
    #expect(desk.isWaived())
    desk.now = .days(16)
    #expect(!desk.isWaived() && !desk.isBlocked())
    #expect(desk.slip().refusal == .none)
    #expect(desk.level(.guaranteeInUse) == Self.taxes)
    desk.now = .days(25)
    desk.pay(pile)
    #expect(desk.isWaived())
    // 15,309 yuan · 0.05 % · 10 days = 76.545 yuan
    #expect(desk.finish().totals.arrears == 7_655)
  }

  /// A list on which several months are late is cured only by the last of them.
  @Test func severalLatePiles() {
    let desk = Desk(.firm(opening: 99_000, counterparties: 3))
    for partner in [0.0, 0.4, 0.9] { desk.gather(desk.slip(counterparty: partner).handle) }
    desk.cut(.monthly, due: .days(5))
    let piles = desk.piles(.monthly)
    desk.now = .days(6)
    for pile in [piles[1], piles[0], piles[2]] {
      #expect(desk.isBlocked())
      desk.submit(pile)
      desk.release(pile)
      desk.pay(pile)
    }
    #expect(!desk.isBlocked())
    #expect(desk.live == 0)
  }

  @Test func latenessByASwitch() {
    var rules = PaperRules()
    rules.latenessBlocks = false
    let desk = Desk(.firm(opening: 9_000, credit: [Dated(.advancedCertified)], rules: rules))
    desk.gather(desk.slip().handle)
    desk.cut(.monthly, due: .days(5))
    desk.now = .days(9)
    // New batches go out, but the waiver rests (公告2023年第148号).
    #expect(!desk.isBlocked() && !desk.isWaived())
  }

  // MARK: Taxes

  /// The day that gives the exchange rate is that of acceptance, or by a switch that at the gate.
  @Test(arguments: PaperRules.RateDate.allCases)
  func rateDate(_ date: PaperRules.RateDate) {
    var rules = PaperRules()
    rules.rateDate = date
    var plan = PapersPlan.firm(opening: 9_000, rules: rules)
    plan.months = [.zero, .days(31)]
    plan.exchange = [70_000, 71_000]
    let desk = Desk(plan)
    desk.gather(desk.slip().handle)
    desk.now = .days(31)
    desk.gather(desk.slip().handle)
    desk.cut(.monthly, due: .days(59))
    let pile = desk.piles(.monthly)[0]
    desk.submit(pile)
    // 2,000 kg at 7.1 yuan: 14,200 yuan; or 7,000 + 7,100 yuan.
    #expect(desk.assess(pile).rawValue == (date == .acceptance ? 345_060 : 342_630))
    #expect(desk.register.monthRows().map(\.month) == [0, 1])
  }

  /// The last of the zone's days before today counts; on such a day itself the one before it.
  @Test(arguments: [(10, 30), (29, 49), (30, 50), (31, 1), (99, 69), (100, 70), (101, 1)])
  func reconciledOnDays(_ day: Int64, _ days: Int64) {
    var plan = PapersPlan.firm()
    plan.reconciliations = [.zero - .days(20), .days(30), .days(100)]
    let desk = Desk(plan)
    let firm = desk.register.firms[0]
    #expect(desk.register.deferredDays(of: firm, at: .days(day) + .hours(9)) == days)
  }

  /// Days of deferred duty count from the book's last reconciliation.
  @Test func deferredInterest() {
    var plan = PapersPlan.firm(opening: 9_000_000)
    plan.firms[0].electsMaterials = true
    plan.firms[0].reconciledAt = .zero - .days(200)
    plan.items[0].materialDuty = .percent(5)
    plan.items[0].materialShare = .percent(60)
    let desk = Desk(plan)
    let million: Int64 = 100_000_000
    func taxes(on day: Int64) -> Int64 {
      desk.now = .days(day)
      // 142,857 kg are worth 999,999 yuan.
      let papers = desk.open(.secondLineOut, kg: 142_857)
      desk.approve(papers)
      desk.submit(papers)
      return desk.assess(papers).rawValue
    }
    let duty = (million - 100) * 60 / 100 * 5 / 100
    let vat = roundedHalfUp(Int128(million - 100 + duty) * 13, 100)
    #expect(taxes(on: 0) == duty + vat + roundedHalfUp(Int128(duty) * 200 * 35, 3_600_000))
    #expect(taxes(on: 164) == duty + vat + roundedHalfUp(Int128(duty) * 364 * 35, 3_600_000))
    #expect(taxes(on: 165) == duty + vat)
  }

  /// Taxes that no procedure assessed are assessed at release; single shipments pay then.
  @Test func taxesCannotBeSkipped() {
    let desk = Desk(.firm(opening: 9_000))
    let papers = desk.open(.secondLineOut)
    desk.approve(papers)
    desk.submit(papers)
    desk.release(papers)
    desk.pass(papers)
    #expect(desk.live == 0)
    let (slip, _) = desk.slip()
    desk.submit(slip)
    desk.release(slip)
    let totals = desk.finish().totals
    #expect(totals.dutyAssessed == 140_000)
    #expect(totals.vatAssessed == 200_200)
    #expect(totals.dutyPaid == 70_000)
    #expect(desk.level(.guaranteeInUse) == Self.taxes)
  }

  /// The fee for coming late is charged once, on goods from abroad only.
  @Test func lateFee() {
    let desk = Desk(.firm())
    let papers = desk.open(.enterFirst, kg: 100_000)
    let other = desk.open(.secondLineIn, kg: 100_000)
    desk.now = .days(16)
    // 700,000 yuan · 0.05 % · 2 days
    #expect(desk.fee(papers, enteredOn: 0) == .yuan(700))
    #expect(desk.fee(papers, enteredOn: 0) == .zero)
    #expect(desk.fee(other, enteredOn: 0) == .zero)
    #expect(desk.finish().totals.lateFees == 70_000)
  }

  // MARK: Levels

  /// The area under the exposed duty is the duty deferred: amount times time from gate to payment.
  @Test func deferredDutyIsAnArea() {
    let desk = Desk(.firm(opening: 9_000))
    desk.gather(desk.slip().handle)
    desk.now = .days(10)
    desk.register.endInterval(startedAt: .zero, at: desk.now)
    desk.gather(desk.slip(kg: 2_000).handle)
    desk.now = .days(20)
    desk.cut(.monthly, due: .days(25))
    let pile = desk.piles(.monthly)[0]
    desk.submit(pile)
    desk.assess(pile)
    desk.release(pile)
    desk.register.endInterval(startedAt: .days(10), at: desk.now)
    desk.now = .days(30)
    desk.pay(pile)
    desk.now = .days(40)
    desk.register.endInterval(startedAt: .days(20), at: desk.now)
    let statistics = desk.finish()
    let day = Int128(86_400_000_000)
    #expect(statistics.levels.exposedDuty.area == Int128(Self.taxes) * (30 + 2 * 20) * day)
    #expect(statistics.levels.exposedDuty.maximum == 3 * Self.taxes)
    #expect(statistics.levels.exposedDuty.final == 0)
    #expect(statistics.levels.openBatches.area == (20 + 10) * day)
    #expect(statistics.firmLevels == [statistics.levels])
    let zone = desk.register.levelRows.filter { $0.firm == .max }
    #expect(zone.map(\.openBatchesMean) == [1, 2, 0])
    #expect(zone.map(\.openBatchesMax) == [1, 2, 0])
    #expect(zone.map(\.exposedDutyMean) == [Self.taxes, 3 * Self.taxes, 3 * Self.taxes / 2])
    #expect(zone.map(\.guaranteeMax) == [Self.taxes, 3 * Self.taxes, 3 * Self.taxes])
    #expect(desk.register.levelRows.count == 6)
  }

  /// Observation begins with the levels of then and without the counts of before.
  @Test func warmUp() {
    let desk = Desk(.firm(opening: 9_000))
    desk.gather(desk.slip().handle)
    desk.now = .days(10)
    desk.register.beginObservation(at: desk.now)
    desk.gather(desk.slip().handle)
    desk.now = .days(20)
    let statistics = desk.finish()
    #expect(statistics.totals.slips == 1)
    #expect(statistics.observed == .days(10))
    #expect(statistics.levels.openBatches.area == 20 * 86_400_000_000)
    #expect(desk.register.monthRows().map(\.lists) == [2])
    #expect(desk.register.monthRows().map(\.cents) == [200_000])
  }

  /// A slip's row names the batch that took it; what is under way has a row at the end.
  @Test func rows() {
    let desk = Desk(.firm(opening: 9_000, counterparties: 2))
    desk.gather(desk.slip().handle)
    desk.gather(desk.slip(counterparty: 0.5).handle)
    desk.now = .days(5)
    desk.register.cut(.monthly, due: .days(9), collection: 3, closing: 4, at: desk.now)
    let pile = desk.piles(.monthly)[0]
    desk.submit(pile)
    desk.release(pile)
    desk.pay(pile)
    _ = desk.finish()
    let rows = desk.register.consignmentRows
    #expect(rows.map(\.number) == [1, 3, 2, 4])
    #expect(rows.map(\.batch) == [2, 4, .max, .max])
    #expect(rows.map(\.goods.slips) == [0, 0, 1, 1])
    #expect(rows[2].collection == 3)
    #expect(rows[2].closing == 4)
    #expect(rows[2].times.paidAt == .days(5))
    #expect(rows[2].amounts.duty + rows[2].amounts.vat == Self.taxes)
    #expect(rows[3].times.formalAt == .never)
    #expect(desk.register.balanceRows().map(\.openOut) == [1_000, 0, 0])
  }
}
