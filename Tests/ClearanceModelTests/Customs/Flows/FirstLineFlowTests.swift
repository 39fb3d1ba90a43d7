import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import Testing

/// Goods from and to abroad (一线), worked out by hand.
@Suite("Flows over the first line")
struct FirstLineFlowTests {
  private static let papers = 7_200 + 2 * FlowZone.message

  /// F1, not ahead: the papers begin when the truck is there, and it waits for all of them.
  @Test("first line in, declared when the truck is there")
  func declaredLate() throws {
    let log = try FlowZone(into: "{first-line: 100%}").log()
    let clearance = Self.papers + FlowZone.message + FlowZone.gate
    #expect(log.cleared == [clearance])
    #expect(log.states(of: "list") == ["declared", "approved"])
    #expect(log.states(of: "declaration") == ["submitted", "automatic review", "released"])
    let row = try #require(log.consignments.first)
    #expect(row.phase == .settled && row.kind == .firstLineIn)
    #expect(row.at(\.approvedAt) == 7_204)
    #expect(row.at(\.releasedAt) == Self.papers)
    // The central rule: formal with the later of release and passage.
    #expect(row.at(\.passedAt) == clearance && row.at(\.formalAt) == clearance)
    #expect(log.book(.bonded) == [0, 10_000, 0, 0, 10_000])
    #expect(try log.value("flow.goods.to-usable.mean") == clearance)
    #expect(log.papers?.totals.declarations == 1)
    #expect(row.goods.cents == FlowZone.cents && row.amounts.duty == 0)
  }

  /// F1, ahead (提前申报): the truck waits for exactly what the papers are late.
  @Test(
    "first line in, declared ahead",
    arguments: [("3 h", 0.0), ("121 min", 0), ("60 min", papers - 3_600)]
  )
  func declaredAhead(_ lead: String, _ wait: Double) throws {
    let log = try FlowZone(
      into: "{first-line: 100%}",
      scenario: "policy: {advance declaration: {share: 100%, lead: \(lead)}}"
    ).log()
    #expect(log.cleared == [wait + FlowZone.message + FlowZone.gate])
    #expect(try log.value("flow.goods.clearance.mean") == wait + FlowZone.message + FlowZone.gate)
    #expect(try log.value("outer-lot.service.mean") ?? 0 == wait)
  }

  /// Who does not declare ahead prepares on the way, and sends nothing before the truck is there.
  @Test("announced, and not declared ahead")
  func announced() throws {
    let log = try FlowZone(
      into: "{first-line: 100%}",
      firm: "advance declaration: off",
      scenario: "policy: {advance declaration: {share: 100%, lead: 3 h}}"
    ).log()
    #expect(log.cleared == [3 * FlowZone.message + FlowZone.gate])
    #expect(log.consignments.map { $0.at(\.approvedAt) } == [FlowZone.message])
  }

  /// A list that is picked (布控): the truck passes on the approved list, is inspected in the yard, and
  /// the declaration is released when the goods are.
  @Test("first line in, inspected")
  func inspected() throws {
    let log = try FlowZone(
      into: "{first-line: 100%}",
      set: ["assumptions.hit rate general=100%"]
    ).log()
    let cleared = 7_204 + FlowZone.message + FlowZone.gate + 3_600
    #expect(log.cleared == [cleared])
    #expect(
      log.states(of: "declaration")
        == ["submitted", "automatic review", "inspection ordered", "inspected", "released"]
    )
    let row = try #require(log.consignments.first)
    #expect(row.at(\.passedAt) == cleared && row.at(\.formalAt) == cleared)
  }

  /// Goods that are detained never enter the book, and their papers end.
  @Test("first line in, detained")
  func detained() throws {
    let log = try FlowZone(
      into: "{first-line: 100%}",
      set: ["assumptions.hit rate general=100%", "assumptions.defect share=100%"]
    ).log()
    #expect(log.states(of: "form in", companion: false).last == "detained")
    let row = try #require(log.consignments.first)
    #expect(row.phase == .refused && row.trucksPassed == 0)
    #expect(row.times.formalAt == .never)
    #expect(log.book(.bonded) == [0, 0, 0, 0, 0])
    #expect(try log.value("flow.goods.to-usable.count") == 0)
  }

  /// F2 (先入区后报关): the truck passes on the pick-up request; the goods are usable when the list is
  /// released.
  @Test("enter first")
  func enterFirst() throws {
    let log = try FlowZone(into: "{enter-first: 100%}", days: 8).log()
    let approved = 7_200 + FlowZone.message + 1_200
    let cleared = approved + FlowZone.message + FlowZone.gate
    #expect(log.cleared == [cleared])
    #expect(log.states(of: "pick-up request") == ["entered", "awaiting review", "approved"])
    let row = try #require(log.consignments.first)
    #expect(row.at(\.approvedAt) == approved && row.at(\.passedAt) == cleared)
    let usable = cleared + 5 * 86_400 + 2 * FlowZone.message
    #expect(row.at(\.releasedAt) == usable && row.at(\.formalAt) == usable)
    #expect(try log.value("flow.goods.to-usable.mean") == usable)
    #expect(row.amounts.lateFee == 0)
    #expect(log.book(.bonded) == [0, 10_000, 0, 0, 10_000])
  }

  /// Before the declaration the goods are in the zone, and not on the book.
  @Test("entered, not yet declared")
  func entered() throws {
    let log = try FlowZone(into: "{enter-first: 100%}", days: 4).log()
    #expect(log.book(.bonded) == [0, 0, 0, 0, 0])
    #expect(log.rows.balances.map(\.openIn).reduce(0, +) == 10_000)
    #expect(log.consignments.map(\.phase) == [.approved])
    #expect(try log.value("flow.goods.to-usable.count") == 0)
  }

  /// The late fee (滞报金) runs from the 15th day after the day of entry, or the next working day, up
  /// to the day of declaration: 0.05 % of 396,480 yuan a day, whole yuan.
  @Test(
    "late fee",
    arguments: [
      // Entered on a Monday: the fee runs from a Tuesday.
      ("2024-03-04", 14, 0), ("2024-03-04", 15, 19_800), ("2024-03-04", 16, 39_600),
      // On a Friday: the 15th day is a Saturday, and the fee runs from Monday, the 17th.
      ("2024-03-01", 15, 0), ("2024-03-01", 16, 0), ("2024-03-01", 17, 19_800),
      ("2024-03-01", 18, 39_600),
    ] as [(String, Int, Int64)]
  )
  func lateFee(_ starts: String, _ completion: Int, _ fee: Int64) throws {
    let log = try FlowZone(
      into: "{enter-first: 100%}",
      starts: starts,
      days: 20,
      set: ["assumptions.completion time=\(completion) d"]
    ).log()
    #expect(log.consignments.map(\.amounts.lateFee) == [fee])
    #expect(log.papers?.totals.lateFees == fee)
  }

  @Test("no late fee where the policy has none")
  func noLateFee() throws {
    let log = try FlowZone(
      into: "{enter-first: 100%}",
      days: 22,
      scenario: "policy: {late fee: off}",
      set: ["assumptions.completion time=20 d"]
    ).log()
    #expect(log.papers?.totals.lateFees == 0)
  }

  /// Two steps (两步申报): picked up on the summary, complete within the limit or counted.
  @Test("two-step in", arguments: [("9 d", 0.0), ("11 d", 1)])
  func twoSteps(_ completion: String, _ overdue: Double) throws {
    let log = try FlowZone(
      into: "{first-line: 100%}",
      days: 14,
      scenario: "policy: {two-step: {share: 100%, complete within: 10 d}}",
      set: ["assumptions.completion time=\(completion)"]
    ).log()
    let cleared = 7_200 + 2 * FlowZone.message + FlowZone.gate
    #expect(log.cleared == [cleared])
    #expect(try log.value("document-office.two-step-overdue.count") == overdue)
    let row = try #require(log.consignments.first)
    #expect(row.kind == .twoStepIn && row.phase == .settled)
    #expect(row.at(\.releasedAt) == cleared + (overdue == 0 ? 9 : 11) * 86_400 + 8)
    #expect(row.times.formalAt == row.times.releasedAt)
    #expect(log.papers?.totals.declarations == 1)
    #expect(log.book(.bonded) == [0, 10_000, 0, 0, 10_000])
    #expect(log.states(of: "declaration").contains("overdue") == (overdue > 0))
  }

  /// F3: goods leave for abroad once their list is released; nothing is due.
  @Test("first line out", arguments: [("2 h", 7_258.0), ("3 h", 10_837)])
  func firstLineOut(_ preparation: String, _ left: Double) throws {
    let log = try FlowZone(
      out: "{first-line: 100%}",
      set: ["assumptions.preparation time=\(preparation)"]
    ).log()
    #expect(log.left == [left])
    let row = try #require(log.consignments.first)
    #expect(row.kind == .firstLineOut && row.at(\.formalAt) == left)
    #expect(row.goods.status == CustomsStatus.exportedIn.rawValue)
    let book = log.book(.exportedIn)
    #expect(book[2] == 10_000 && book[4] == book[0] - 10_000)
    #expect(row.amounts.duty == 0 && row.amounts.vat == 0)
  }
}
