import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import Testing

/// Batches that are declared together (分送集报), worked out by hand.
@Suite("Flows of batches")
struct BatchFlowTests {
  private static let gate = FlowZone.message + FlowZone.gate

  /// F6 in, per shipment (逐票): entered, then declared alone; no duty and no guarantee.
  @Test("batch in, per shipment")
  func batchInAlone() throws {
    let log = try FlowZone(into: "{batch: 100%}", firm: "declares: per shipment").log()
    let cleared = 900 + FlowZone.message + Self.gate
    #expect(log.cleared == [cleared])
    let row = try #require(log.consignments.first)
    #expect(row.kind == .batchIn && row.phase == .settled)
    #expect(row.at(\.formalAt) == cleared + 2 * FlowZone.message)
    #expect(row.amounts.duty == 0 && row.amounts.vat == 0)
    #expect(log.book(.exportedIn) == [0, 10_000, 0, 0, 10_000])
    #expect(log.states(of: "stock slip") == ["approved", "passed", "declared"])
    let papers = try #require(log.papers)
    #expect(papers.totals.declarations == 1 && papers.totals.declarationsSaved == 0)
    #expect(papers.levels.guaranteeInUse.maximum == 0)
    #expect(papers.levels.openBatches.maximum == 1 && papers.levels.openBatches.final == 0)
  }

  /// F6 out, per shipment: the guarantee is drawn with the slip and free when the tax is paid.
  @Test("batch out, per shipment")
  func batchOutAlone() throws {
    let log = try FlowZone(out: "{batch: 100%}", firm: "declares: per shipment").log()
    let left = 7_200 + 2 * Self.gate
    #expect(log.left == [left])
    let row = try #require(log.consignments.first)
    let released = left + 2 * FlowZone.message
    #expect(row.at(\.approvedAt) == 904 && row.at(\.passedAt) == left)
    #expect(row.at(\.formalAt) == released && row.at(\.paidAt) == released + 4 * 3_600)
    #expect(row.amounts.duty == FlowZone.duty && row.amounts.vat == FlowZone.vat)
    let levels = try #require(log.papers?.levels)
    let tax = FlowZone.duty + FlowZone.vat
    #expect(levels.guaranteeInUse.maximum == tax && levels.guaranteeInUse.final == 0)
    let drawn = released + 4 * 3_600 - 904
    #expect(levels.guaranteeInUse.area == Int128(tax) * Int128(drawn * 1e6))
    // Deferred from the gate until paid.
    let deferred = released + 4 * 3_600 - left
    #expect(levels.exposedDuty.area == Int128(tax) * Int128(deferred * 1e6))
    #expect(log.book(.bonded)[2] == 10_000)
  }

  /// The last days of a period's declarations (公告2020年第78号; Order 256, article 25).
  static let lastDays: [(starts: String, period: String, day: Int, days: Int)] = [
    // Batches of February by the end of March, those of March by 15 April.
    ("2024-02-05", "monthly", 55, 60), ("2024-03-04", "monthly", 42, 50),
    // Of the last quarter, and of December, on 31 December.
    ("2024-10-07", "quarterly", 85, 90), ("2024-12-02", "monthly", 29, 33),
    ("2024-03-04", "quarterly", 42, 50), ("2024-04-01", "quarterly", 105, 110),
  ]

  @Test("batch out, declared on the last day of its period", arguments: lastDays)
  func together(_ one: (starts: String, period: String, day: Int, days: Int)) throws {
    let log = try FlowZone(
      out: "{batch: 100%}",
      starts: one.starts,
      days: one.days,
      trucks: 3,
      firm: "declares: \(one.period)"
    ).log()
    let slips = log.consignments.filter { $0.truck > 0 }
    let piles = log.consignments.filter { $0.truck == 0 }
    #expect(slips.count == 3 && piles.count == 1)
    let pile = try #require(piles.first)
    #expect(slips.allSatisfy { $0.batch == pile.number && $0.times.formalAt == .never })
    // At 9:00, with two messages.
    let due = SimulatedTime.days(Int64(one.day)) + .hours(9)
    #expect((pile.times.submittedAt - due).seconds == FlowZone.message)
    #expect((pile.times.formalAt - due).seconds == 2 * FlowZone.message)
    #expect((pile.times.paidAt - pile.times.formalAt).seconds == 4 * 3_600)
    #expect(pile.goods.slips == 3 && pile.goods.kilograms == 30_000)
    #expect(pile.amounts.duty == 3 * FlowZone.duty)
    let papers = try #require(log.papers)
    #expect(papers.totals.slips == 3 && papers.totals.declarations == 1)
    #expect(papers.totals.declarationsSaved == 2 && papers.totals.lateDeclarations == 0)
    #expect(papers.levels.openBatches.maximum == 3 && papers.levels.openBatches.final == 0)
    #expect(papers.levels.guaranteeInUse.final == 0)
    #expect(log.book(.bonded)[2] == 30_000)
  }

  /// Until then the goods have left and are not declared.
  @Test("batches that are open")
  func open() throws {
    let log = try FlowZone(
      into: "{batch: 100%}",
      out: "{batch: 100%}",
      days: 20,
      trucks: 2,
      firm: "declares: monthly"
    ).log()
    #expect(log.rows.balances.map(\.openOut).reduce(0, +) == 20_000)
    #expect(log.rows.balances.map(\.openIn).reduce(0, +) == 20_000)
    #expect(log.book(.bonded)[2] == 0 && log.book(.exportedIn)[1] == 0)
    let levels = try #require(log.papers?.levels)
    #expect(levels.openBatches.final == 4)
    // Ways in need no guarantee; duty of each slip is rounded for itself.
    #expect(levels.guaranteeInUse.final == 2 * (FlowZone.duty + FlowZone.vat))
    #expect(levels.exposedDuty.final == levels.guaranteeInUse.final)
  }

  /// The estimated duty and tax of a truck are 87,384.19 yuan: the line covers one, or two.
  @Test(
    "guarantee",
    arguments: [("87384 yuan", 0, 3.0), ("87385 yuan", 1, 2), ("200000 yuan", 2, 1)]
  )
  func guarantee(_ line: String, _ passed: Int, _ refused: Double) throws {
    let log = try FlowZone(
      out: "{batch: 100%}",
      days: 5,
      trucks: 3,
      firm: "declares: monthly, guarantee: \(line)"
    ).log()
    #expect(try log.value("zone.refused-guarantee.count") == refused)
    #expect(log.consignments.count { $0.refusal == .guarantee } == Int(refused))
    #expect(log.rows.balances.map(\.openOut).reduce(0, +) == Int64(passed) * 10_000)
    // Who is refused leaves empty.
    #expect(log.left.count == 3)
    #expect(try log.value("main-out.papers-refused.count") ?? 0 == refused)
  }

  /// Freed when the tax is paid: per shipment one line serves every day.
  @Test("guarantee of one truck, used again and again")
  func revolving() throws {
    let log = try FlowZone(
      out: "{batch: 100%}",
      days: 5,
      trucks: 4,
      firm: "declares: per shipment, guarantee: 87385 yuan"
    ).log()
    #expect(try log.value("zone.refused-guarantee.count") == 0)
    #expect(log.consignments.count { $0.phase == .settled } == 4)
  }

  /// Advanced-certified firms need none (公告2023年第148号), unless the policy has no waiver.
  @Test("waiver", arguments: [("on", 0.0), ("off", 3)])
  func waiver(_ waiver: String, _ refused: Double) throws {
    let log = try FlowZone(
      out: "{batch: 100%}",
      days: 5,
      trucks: 3,
      firm: "credit: aeo, declares: monthly, guarantee: 1 yuan",
      scenario: "policy: {guarantee waiver: \(waiver)}"
    ).log()
    #expect(try log.value("zone.refused-guarantee.count") == refused)
    let levels = try #require(log.papers?.levels)
    #expect(levels.guaranteeInUse.maximum == 0)
    #expect((levels.exposedDuty.final > 0) == (refused == 0))
  }

  /// Who is late makes no new slips out until it has declared: due on 15 April, declared on the 20th.
  @Test("late, and blocked", arguments: [("on", 5.0), ("off", 0)])
  func late(_ blocks: String, _ refused: Double) throws {
    let log = try FlowZone(
      out: "{batch: 100%}",
      days: 56,
      trucks: 56,
      firm: "declares: monthly",
      scenario: "policy: {lateness blocks: \(blocks)}",
      set: ["assumptions.declares late share=100%", "assumptions.declares late by=5 d"]
    ).log()
    #expect(try log.value("zone.late-declarations.count") == 1)
    #expect(try log.value("zone.refused-blocked.count") == refused)
  }

  /// Merged by item, and cut at the limit: 60 items of one firm are two declarations of 30 each.
  @Test("more items than a declaration has lines")
  func cut() throws {
    let log = try FlowZone(
      into: "{batch: 100%}",
      days: 45,
      trucks: 20,
      firm: "declares: monthly, items: 60",
      set: ["assumptions.items a slip=60"]
    ).log()
    #expect(log.papers?.totals.declarations == 2)
    // Alone each slip takes two too.
    #expect(log.papers?.totals.declarationsPerShipment == 40)
    #expect(try log.value("document-office.declared.count") == 2)
  }
}
