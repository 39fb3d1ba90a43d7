import ClearanceRecords
import EventSimulation
import Testing

@testable import ClearanceModel

/// Taxes of goods that were taxed and then did not leave.
@Suite struct PapersRefundTests {
  /// A list that was released against payment, and its truck.
  private func paid(_ desk: Desk) -> Desk.Handle {
    let papers = desk.open(.secondLineOut)
    desk.approve(papers)
    desk.submit(papers)
    desk.release(papers)
    return papers
  }

  /// The truck is detained at the gate: nothing was due, in totals, the month and the row.
  @Test func paidTaxesAreRefunded() throws {
    var plan = PapersPlan.firm(opening: 9_000)
    plan.months = [.zero, .days(31)]
    plan.exchange = [70_000, 70_000]
    let desk = Desk(plan)
    desk.pass(paid(desk))
    let one = desk.register.totals[0]
    #expect(one.dutyPaid > 0 && one.vatPaid > 0)
    let detained = desk.arrive(paid(desk))
    // Detained in the month after that of the notice.
    desk.now = .days(40)
    desk.withdraw(detained)
    #expect(desk.register.totals[0] == withDeclaration(one))
    #expect(desk.register.totals[1] == withDeclaration(one))
    let months = desk.register.monthRows()
    #expect(months.map(\.month) == [0])
    #expect(months.map(\.duty) == [one.dutyPaid] && months.map(\.vat) == [one.vatPaid])
    let row = try #require(desk.register.consignmentRows.last)
    #expect(row.amounts.duty == 0 && row.amounts.vat == 0)
    _ = desk.finish()
  }

  /// Taxes that were noticed and not paid are no longer assessed either.
  @Test func unpaidTaxesLapse() {
    let desk = Desk(.firm(opening: 9_000))
    let papers = desk.open(.secondLineOut)
    desk.approve(papers)
    desk.submit(papers)
    #expect(desk.assess(papers) > .zero)
    desk.withdraw(papers)
    #expect(desk.finish().totals.dutyAssessed == 0)
    #expect(desk.register.totals[0].vatAssessed == 0)
  }

  /// What was paid in the warm-up is not taken off what was paid after it.
  @Test func refundAfterTheWarmUp() {
    let desk = Desk(.firm(opening: 9_000))
    let papers = paid(desk)
    desk.now = .days(1)
    desk.register.beginObservation(at: desk.now)
    desk.withdraw(papers)
    let totals = desk.finish().totals
    #expect(totals.dutyPaid == 0 && totals.dutyAssessed == 0 && totals.vatPaid == 0)
  }

  /// The totals of one list once a second one was declared.
  private func withDeclaration(_ totals: PaperStatistics.Totals) -> PaperStatistics.Totals {
    var result = totals
    result.declarations += 1
    result.declarationsPerShipment += 1
    return result
  }
}
