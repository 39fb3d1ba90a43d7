import EventSimulation
import Testing

@testable import ClearanceModel

/// Amounts as the formulas of the law give them, to the fen.
@Suite struct PapersMoneyTests {
  static let calendar = WorkingDays.weekdays()

  func rates(
    duty: Rate = .percent(10),
    vat: Rate = .percent(13),
    consumption: Rate = .zero,
    materialDuty: Rate = .percent(5),
    materialShare: Rate = .percent(60)
  ) -> ItemRates {
    ItemRates(
      ItemPlan(
        name: "a",
        centsPerTonne: 566_400,
        duty: duty,
        vat: vat,
        consumption: consumption,
        materialDuty: materialDuty,
        materialShare: materialShare
      )
    )
  }

  let deposit = InterestRule(rate: Rate(partsPerMillion: 3_500), daysOfYear: 360)

  /// The one rounding rule: half a unit up, also beyond 64 bits.
  @Test func halvesGoUp() {
    #expect(roundedHalfUp(0, 2) == 0)
    #expect(roundedHalfUp(1, 2) == 1)
    #expect(roundedHalfUp(3, 2) == 2)
    #expect(roundedHalfUp(5, 4) == 1)
    #expect(roundedHalfUp(7, 4) == 2)
    #expect(roundedHalfUp(4, 3) == 1)
    #expect(roundedHalfUp(5, 3) == 2)
    #expect(roundedHalfUp(Int128(Int64.max - 1) * 1_000_000 + 500_000, 1_000_000) == .max)
    #expect(roundedHalfUp(Int128(Int64.max), .max) == 1)
  }

  /// A value of 1,000,000 yuan at 10 %; materials of 600,000 at 5 % after 180 days.
  @Test func choiceOfMaterials() {
    let value = Fen.yuan(1_000_000).rawValue
    let presented = ImportTax.asPresented(value: value, rates())
    #expect(presented.duty == 10_000_000)
    #expect(presented.valueAdded == 14_300_000)
    #expect(presented.total == 24_300_000)
    let materials = ImportTax.onMaterials(value: value, deferredDays: 180, rates(), deposit)
    #expect(materials.duty == 3_000_000)
    #expect(materials.interest == 5_250)
    #expect(materials.valueAdded == 13_390_000)
    #expect(materials.total == 16_395_250)
    #expect(
      ImportTax.smaller(value: value, deferredDays: 180, rates(), deposit) == materials
    )
  }

  /// Where the materials cost more, goods are taxed as presented; with equal totals too.
  @Test func smallerTotalIsChosen() {
    let dear = rates(duty: .percent(1), materialDuty: .percent(20))
    let value: Int64 = 123_456_789
    #expect(
      ImportTax.smaller(value: value, deferredDays: 10, dear, deposit)
        == .asPresented(value: value, dear)
    )
    let same = rates(duty: .percent(3), materialDuty: .percent(3), materialShare: .one)
    #expect(ImportTax.smaller(value: value, deferredDays: 0, same, deposit).interest == 0)
    // One day of interest makes the materials the dearer choice.
    #expect(
      ImportTax.smaller(value: value, deferredDays: 1, same, deposit)
        == .asPresented(value: value, same)
    )
  }

  /// Parts of what is beyond 64 bits in the product still add up.
  @Test func partsOfLargeAmounts() {
    let amount: Int64 = 7_000_000_000_000_000
    let parts = (1...10_000).map { share(of: amount, $0, among: 10_000) }
    #expect(parts.allSatisfy { $0 == amount / 10_000 })
    let uneven = (1...9_999).map { share(of: amount, $0, among: 9_999) }
    #expect(uneven.reduce(0, +) == amount)
  }

  /// Of what is made of a client's goods only the bonded parts are taxed.
  @Test func entrustedProcessing() {
    var plan = PapersPlan.firm(opening: 9_000)
    plan.items[0].addedShare = .percent(40)
    plan.items[0].materialDuty = .percent(5)
    func taxes(_ status: CustomsStatus) -> Int64 {
      let desk = Desk(plan)
      let papers = desk.open(.secondLineOut, status: status)
      desk.approve(papers)
      desk.submit(papers)
      return desk.assess(papers).rawValue
    }
    // 7,000 yuan as presented; or 2,800 yuan of parts.
    #expect(taxes(.bonded) == 70_000 + 100_100)
    #expect(taxes(.exportedIn) == 14_000 + 38_220)
  }

  /// Consumption tax is in its own base: (V + duty) / (1 − c).
  @Test func consumptionTax() {
    let taxes = ImportTax.asPresented(value: 8_500_000, rates(consumption: .percent(15)))
    #expect(taxes.duty == 850_000)
    // 9,350,000 / 0.85 = 11,000,000
    #expect(taxes.consumption == 1_650_000)
    #expect(taxes.valueAdded == 1_430_000)
    #expect(taxes.total == 3_930_000)
  }

  /// Each amount is rounded by itself: 1.05 fen of duty is 1, and 0.13 · 11.55 = 1.5 is 2.
  @Test func eachAmountIsRounded() {
    let taxes = ImportTax.asPresented(value: 10, rates(duty: Rate(partsPerMillion: 105_000)))
    #expect(taxes.duty == 1)
    // (10 + 1) · 13 % = 1.43
    #expect(taxes.valueAdded == 1)
    let half = ImportTax.asPresented(value: 50, rates(duty: .percent(1)))
    // 0.5 fen goes up; 51 · 13 % = 6.63
    #expect(half.duty == 1)
    #expect(half.valueAdded == 7)
  }

  /// 4.9 t at 5,664 dollars a tonne at 7.1234 yuan: exact up to the last fen.
  @Test func dollarsToFen() {
    let cents = rates().cents(4_900)
    #expect(cents == 2_775_360)
    // 27,753.60 USD · 7.1234 = 197,699.99… yuan
    #expect(fen(ofCents: cents, per100Dollars: 71_234) == 19_769_999)
    #expect(fen(ofCents: 1, per100Dollars: 70_000) == 7)
    #expect(fen(ofCents: 1, per100Dollars: 65_000) == 7)
    #expect(fen(ofCents: 1, per100Dollars: 64_999) == 6)
  }

  /// Amounts far above 64 bits in between stay exact: 90,000 billion yuan at 13 %.
  @Test func largeAmounts() {
    let value: Int64 = 9_000_000_000_000_000_001
    #expect(Rate.percent(13).of(value) == 1_170_000_000_000_000_000)
    #expect(
      ImportTax.asPresented(value: value / 10, rates(duty: .zero)).valueAdded
        == 117_000_000_000_000_000
    )
  }

  @Test func ratesAreExact() {
    #expect(Rate(nearest: 0.13) == .percent(13))
    #expect(Rate(nearest: 0.0035).partsPerMillion == 3_500)
    #expect(Rate(nearest: 1.05).of(1_000) == 1_050)
  }

  // MARK: Late fee. Day 0 is a Monday.

  /// Entered on day 0, the fifteenth day after is day 15, a Tuesday; day 14 is still in time.
  @Test func lateFeeFromTheFifteenthDay() {
    let rules = PaperRules()
    let fee = LateFee(enteredOn: 0, rules, Self.calendar)
    #expect(fee.firstDay == 15)
    let value = Fen.yuan(200_000)
    #expect(fee.amount(value: value, declaredOn: 14, rules) == .zero)
    // The day of declaration counts: one day, 100 yuan.
    #expect(fee.amount(value: value, declaredOn: 15, rules) == .yuan(100))
    #expect(fee.amount(value: value, declaredOn: 24, rules) == .yuan(1_000))
  }

  /// Entered on Friday day 4, the fifteenth day after is Saturday day 19: it moves to Monday day 21.
  @Test func lateFeeStartsOnAWorkingDay() {
    let rules = PaperRules()
    let fee = LateFee(enteredOn: 4, rules, Self.calendar)
    #expect(fee.firstDay == 21)
    #expect(fee.amount(value: .yuan(200_000), declaredOn: 20, rules) == .zero)
    #expect(fee.amount(value: .yuan(200_000), declaredOn: 21, rules) == .yuan(100))
    #expect(fee.amount(value: .yuan(200_000), declaredOn: 22, rules) == .yuan(200))
  }

  /// Holidays move it further.
  @Test func lateFeeStartsAfterHolidays() {
    var days = (0..<35).map { $0 % 7 < 5 }
    for day in 15...18 { days[day] = false }
    #expect(LateFee(enteredOn: 0, PaperRules(), WorkingDays(days)).firstDay == 21)
  }

  /// Parts of a yuan are dropped, and what stays below 50 yuan is not charged.
  @Test func lateFeeIsInWholeYuan() {
    let rules = PaperRules()
    let fee = LateFee(enteredOn: 0, rules, Self.calendar)
    // 123,456.78 · 0.05 % · 3 = 185.185…
    #expect(fee.amount(value: Fen(12_345_678), declaredOn: 17, rules) == .yuan(185))
    #expect(fee.amount(value: Fen(9_999_999), declaredOn: 15, rules) == .zero)
    #expect(fee.amount(value: Fen(10_000_000), declaredOn: 15, rules) == .yuan(50))
  }

  // MARK: Payment

  /// Fifteen days from Monday day 0 end on Tuesday day 15; from Friday day 4 on Monday day 21.
  @Test func taxTerm() {
    let rules = PaperRules()
    func term(_ day: Int, next: Int? = 31, together: Bool = false) -> TaxTerm {
      TaxTerm(noticedOn: day, nextMonth: next, paysTogether: together, rules, Self.calendar)
    }
    #expect(term(0).lastDay == 15)
    #expect(term(4).lastDay == 21)
    // Day 31 is a Thursday: the fifth working day from it on is Wednesday day 37.
    #expect(term(4, together: true).lastDay == 37)
    #expect(term(4, next: nil, together: true).lastDay == 21)
    let tax = Fen(12_345_678)
    #expect(term(0).arrears(tax, paidOn: 15, rules) == .zero)
    // 123,456.78 · 0.05 % = 61.728…
    #expect(term(0).arrears(tax, paidOn: 16, rules) == Fen(6_173))
    #expect(term(0).arrears(tax, paidOn: 18, rules) == Fen(18_519))
    #expect(term(0).arrears(Fen(9_000_000), paidOn: 16, rules) == .zero)
  }
}
