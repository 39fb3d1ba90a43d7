import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import Testing

/// Goods from and to the rest of the country (二线), worked out by hand.
@Suite("Flows over the second line")
struct SecondLineFlowTests {
  /// F4: domestic goods count as exported once they are released and have passed.
  @Test("second line in")
  func secondLineIn() throws {
    let log = try FlowZone(into: "{second-line: 100%}").log()
    let cleared = 7_200 + 3 * FlowZone.message + FlowZone.gate
    #expect(log.cleared == [cleared])
    let row = try #require(log.consignments.first)
    #expect(row.kind == .secondLineIn && row.at(\.formalAt) == cleared)
    #expect(log.book(.exportedIn) == [0, 10_000, 0, 0, 10_000])
    #expect(row.amounts.duty == 0 && row.amounts.vat == 0 && row.amounts.lateFee == 0)
  }

  /// F5: the truck leaves when duty and VAT are paid.
  @Test("second line out, paid before release")
  func secondLineOut() throws {
    let log = try FlowZone(out: "{second-line: 100%}").log()
    let released = 7_200 + 2 * FlowZone.message + 4 * 3_600
    #expect(log.left == [released + FlowZone.message + FlowZone.gate])
    let row = try #require(log.consignments.first)
    #expect(row.amounts.duty == FlowZone.duty && row.amounts.vat == FlowZone.vat)
    #expect(row.at(\.paidAt) == released && row.at(\.releasedAt) == released)
    #expect(log.states(of: "declaration").suffix(2) == ["tax pending", "released"])
    let book = log.book(.bonded)
    #expect(book[2] == 10_000 && book[4] == book[0] - 10_000)
    #expect(log.papers?.totals.dutyPaid == FlowZone.duty)
    #expect(log.papers?.totals.vatPaid == FlowZone.vat)
  }

  /// 汇总征税: released at once, paid on the fifth working day of the next month, in time.
  @Test(
    "second line out, taxes of a month together",
    arguments: [("", 32), ("calendar: china", 35)],
    [("aggregated tax payment: yes", ""), ("", "assumptions.aggregated tax share=100%")]
  )
  func paidTogether(_ calendar: (words: String, day: Int), _ given: (String, String)) throws {
    let log = try FlowZone(
      out: "{second-line: 100%}",
      days: 45,
      firm: given.0,
      scenario: calendar.words,
      set: given.1.isEmpty ? [] : [given.1]
    ).log()
    // Released while the truck is in the zone.
    #expect(log.left == [7_200 + 2 * (FlowZone.message + FlowZone.gate)])
    let row = try #require(log.consignments.first)
    #expect(row.at(\.releasedAt) == 7_208)
    // 5 April; with 清明 off and a Sunday worked 8 April.
    #expect(row.times.paidAt == .days(Int64(calendar.day)))
    #expect(log.papers?.totals.dutyPaid == FlowZone.duty)
    #expect(log.papers?.totals.arrears == 0)
  }

  /// Elected duty on materials (选择性征收关税) where it is the smaller; a manufacturer's products use up
  /// materials.
  @Test("second line out of a manufacturer, duty on materials")
  func materials() throws {
    let log = try FlowZone(
      out: "{second-line: 100%}",
      firm: "business: manufacturing, goods: pumps",
      scenario: """
        goods: {pumps: {value: 10000 USD per t, duty: 10%, material duty: 5%, material share: 60%}}
        policy: {tariff election: on}
        """
    ).log()
    let row = try #require(log.consignments.first)
    // 700,000 yuan; materials 420,000 at 5 % and no interest on the first day; VAT on the product.
    #expect(row.amounts.duty == 2_100_000)
    #expect(row.amounts.vat == (70_000_000 + 2_100_000) * 13 / 100)
    let book = log.book(.bonded)
    #expect(book[3] == 10_500 && book[2] == 0)
  }

  /// What the book does not hold is refused, and the truck leaves empty.
  @Test("second line out without stock")
  func short() throws {
    let log = try FlowZone(out: "{second-line: 100%}", firm: "opening stock: 5 t").log()
    let row = try #require(log.consignments.first)
    #expect(row.phase == .refused && row.refusal == .book && row.trucksPassed == 0)
    #expect(log.states(of: "list") == ["declared", "returned"])
    #expect(log.left == [7_200 + 2 * (FlowZone.message + FlowZone.gate)])
    #expect(log.states(of: "form out", companion: false).last == "passed")
    #expect(try log.value("main-out.papers-refused.count") == 1)
    #expect(try log.value("zone.refused-book.count") == 1)
    #expect(log.book(.bonded) == [5_000, 0, 0, 0, 5_000])
  }

  /// F11: non-bonded goods need no declaration, and move under a ledger of their own.
  @Test("goods by status, in and out")
  func byStatus() throws {
    let into = try FlowZone(into: "{by-status: 100%}").log()
    #expect(into.cleared == [900 + FlowZone.message + FlowZone.gate])
    let row = try #require(into.consignments.first)
    #expect(row.phase == .settled && row.times.formalAt == row.times.passedAt)
    #expect(row.times.submittedAt == .never && row.goods.declarations == 0)
    #expect(into.papers?.totals.declarations == 0)
    #expect(into.book(.nonBonded) == [0, 10_000, 0, 0, 10_000])
    #expect(into.states(of: "stock slip") == ["approved", "passed"])

    let out = try FlowZone(out: "{by-status: 100%}").log()
    #expect(out.left == [7_200 + 2 * (FlowZone.message + FlowZone.gate)])
    let book = out.book(.nonBonded)
    #expect(book[2] == 10_000 && book[4] == book[0] - 10_000)
    #expect(out.papers?.totals.declarations == 0)
  }

  /// F13 and F14: a form, and no papers.
  @Test("sundries and empty trucks", arguments: ["sundries", "empty"], ["sundries", "empty"])
  func withoutPapers(_ into: String, _ out: String) throws {
    let log = try FlowZone(into: "{\(into): 100%}", out: "{\(out): 100%}").log()
    #expect(log.consignments.isEmpty && log.rows.companions.isEmpty)
    #expect(log.left == [7_200 + 2 * (FlowZone.message + FlowZone.gate)])
    let form = ["applied", "approved", "at-gate", "passed"]
    #expect(log.states(of: "form in", companion: false) == form)
    #expect(log.states(of: "form out", companion: false) == form)
  }
}
