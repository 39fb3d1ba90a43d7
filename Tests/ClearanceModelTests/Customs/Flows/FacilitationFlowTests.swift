import ClearanceModel
import ClearanceRecords
import EventSimulation
import Testing

/// Facilitations that a policy switches on and off, worked out by hand; advance declaration and split
/// release stand with the flows.
@Suite("Facilitations")
struct FacilitationFlowTests {
  private static let gate = FlowZone.message + FlowZone.gate

  /// 四自一简: a list that an officer would read for an hour is approved by the system.
  @Test("four-self-one-simplification", arguments: [("off", 3_600.0), ("on", 0)])
  func fourSelf(_ state: String, _ review: Double) throws {
    let log = try FlowZone(
      into: "{first-line: 100%}",
      days: 4,
      scenario: "policy: {four-self-one-simplification: \(state)}",
      set: [
        "assumptions.manual list review share=100%", "assumptions.list review time=1 h",
        "assumptions.audit share=100%", "assumptions.audit delay=1 d",
        "assumptions.audit time=1 h",
      ]
    ).log()
    #expect(log.cleared == [7_200 + review + 2 * FlowZone.message + Self.gate])
    #expect(try log.value("document-office.lists-by-hand.count") ?? 0 == (review > 0 ? 1 : 0))
    // Later supervision instead: the companions of the list, of its goods and of the audit.
    #expect(log.rows.companions.count == (review > 0 ? 2 : 3))
    if review == 0 { #expect(try log.value("document-office.audits.count") == 1) }
  }

  /// Two steps are for general credit or better, here for certified firms alone.
  @Test(
    "two-step by credit",
    arguments: [("general", MovementKind.firstLineIn), ("aeo", .twoStepIn)]
  )
  func twoStep(_ credit: String, _ kind: MovementKind) throws {
    let log = try FlowZone(
      into: "{first-line: 100%}",
      days: 8,
      firm: "credit: \(credit)",
      scenario: "policy: {two-step: {share: 100%, credit: aeo}}"
    ).log()
    #expect(log.consignments.map(\.kind) == [kind])
  }

  /// Before the reform of 2023 goods declared in two steps have a truck for themselves.
  @Test("mixing two-step goods with others", arguments: [("on", 2), ("off", 1)])
  func mixing(_ state: String, _ documents: Int) throws {
    let log = try FlowZone(
      into: "{two-step: 100%}",
      days: 8,
      flow: "documents per truck: 2",
      scenario: "policy: {mix two-step: \(state)}"
    ).log()
    #expect(log.consignments.count == documents)
    #expect(log.book(.bonded)[1] == 10_000)
  }

  /// 一般纳税人资格试点: domestic goods come in without a declaration.
  @Test("a general taxpayer")
  func taxpayer() throws {
    let log = try FlowZone(into: "{second-line: 100%}", firm: "general taxpayer: yes").log()
    #expect(log.consignments.map(\.kind) == [.byStatusIn])
    #expect(log.cleared == [900 + Self.gate])
    #expect(log.book(.nonBonded)[1] == 10_000 && log.book(.exportedIn)[1] == 0)
    #expect(log.papers?.totals.declarations == 0)
  }

  /// 委托加工: on machines that are released from supervision without a declaration, else through a
  /// book of its own.
  @Test(
    "entrusted processing",
    arguments: [
      ("released machines", MovementKind.byStatusIn, CustomsStatus.nonBonded),
      ("book", .secondLineIn, .exportedIn),
    ]
  )
  func entrusted(_ path: String, _ kind: MovementKind, _ status: CustomsStatus) throws {
    let log = try FlowZone(
      days: 30,
      trucks: 30,
      firm: "business: manufacturing",
      scenario: "policy: {entrusted processing: {path: \(path), spare capacity: 40%}}"
    ).log()
    let rows = log.consignments
    let into = rows.filter { $0.kind?.isIn == true }
    // 12 on the mean.
    #expect(4...24 ~= into.count)
    #expect(into.allSatisfy { $0.kind == kind })
    #expect(rows.allSatisfy { $0.goods.status == status.rawValue })
    #expect(log.rows.trucks.count { $0.flow == 0 } == 30)
  }

  /// The choice of period changes with it: batches of March are declared for March, those of April
  /// with their quarter.
  @Test("monthly, then quarterly")
  func period() throws {
    let log = try FlowZone(
      out: "{batch: 100%}",
      days: 140,
      trucks: 40,
      firm: "declares: {default: monthly, 2024-04-01: quarterly}"
    ).log()
    let piles = log.consignments.filter { $0.truck == 0 }
    #expect(piles.map(\.goods.slips) == [28, 12])
    // 15 April and 15 July.
    #expect(piles.map { $0.times.submittedAt.seconds } == [42, 133].map { $0 * 86_400 + 32_404 })
    #expect(log.papers?.totals.declarations == 2)
  }

  /// 汇率日: batches of March at 7.10 yuan, declared in April at 7.25.
  @Test("rate date", arguments: [("acceptance", 7_250), ("gate", 7_100)] as [(String, Int64)])
  func rateDate(_ state: String, _ rate: Int64) throws {
    let log = try FlowZone(
      out: "{batch: 100%}",
      days: 50,
      firm: "declares: monthly",
      scenario: """
        policy: {rate date: \(state)}
        exchange rates: {2024-03: 7.10, 2024-04: 7.25}
        """
    ).log()
    let pile = try #require(log.consignments.first { $0.truck == 0 })
    let value = FlowZone.cents * rate / 1_000
    #expect(pile.amounts.duty == value * 8 / 100)
    #expect(pile.amounts.vat == ((value + pile.amounts.duty) * 13 + 50) / 100)
  }
}
