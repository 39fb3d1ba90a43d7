import ClearanceModel
import ClearanceRecords
import EventSimulation
import Testing

@testable import ScenarioFiles

/// Applications for batches, which firms that join have approved before their first slip.
@Suite("Applications for batches")
struct PaperApplicationTests {
  /// Firms that begin without an application.
  private static func papers(firms: [String] = ["acme"]) -> PapersPlan {
    var plan = PaperScenario.plan(firms: firms)
    for index in plan.firms.indices { plan.firms[index].hasApplication = false }
    return plan
  }

  /// A slip that files the application, or waits for its approval.
  private static func procedures(
    _ wait: String = "wait until: papers out != preparing",
    approval: String = "8 h"
  ) -> String {
    """
    visit:
      - papers: open
        way: out
        as: batch-out
        goods: load
      - {start: slip, for each: papers out}
      - \(wait)
      - {papers: pass, way: out}
    slip:
      - choose:
          - when: application of papers < 2
            do:
              - {papers: apply, sets: items}
              - choose:
                  - when: items > 0
                    do: [{delay for: \(approval)}, {papers: grant}]
                  - otherwise:
                      - wait until: application of papers = 2
      - delay for: 10 min
      - {papers: approve, sets: refusal}
      - set: {slips: application of papers}
    """
  }

  private static func log(
    _ arrivals: String,
    _ procedures: String,
    _ papers: PapersPlan,
    firms: String = "acme"
  ) throws -> ReplicationLog {
    let text = PaperScenario.text(arrivals, firms: firms, procedures)
    return ReplicationLog(try PaperScenario.load(text, papers).plan, recording: .steps)
  }

  /// Filed with the first at 0 s, approved after 8 h: both slips are ready 10 min later, those of the
  /// next day at once.
  @Test func twoSlipsWaitForOneApproval() throws {
    let log = try Self.log("at: [0 s, 3 h, 24 h]", Self.procedures(), Self.papers())
    #expect(log.stays == ["t1 0 29400 29400", "t2 10800 29400 29400", "t3 86400 87000 87000"])
    #expect(log.companions == ["1 t1 0 0 29400", "2 t2 0 10800 29400", "3 t3 0 86400 87000"])
    #expect(log.carried.filter { $0.contains("items") } == ["t1/1 items 1.0"])
    #expect(log.carried.contains("t1/1 slips 2.0"))
    let statistics = try #require(log.statistics.papers)
    let application = PaperStatistics.Application(
      state: .approved,
      filedAt: .zero,
      approvedAt: .hours(8)
    )
    #expect(statistics.applications == [application])
    #expect(statistics.counts(of: .batchOut).approved == 3)
  }

  /// Whoever is there from the start has it, and files nothing.
  @Test func approvedBefore() throws {
    let log = try Self.log("at: [0 s, 3 h]", Self.procedures(), PaperScenario.plan())
    #expect(log.stays == ["t1 0 600 600", "t2 10800 11400 11400"])
    let statistics = try #require(log.statistics.papers)
    #expect(statistics.applications == [PaperStatistics.Application(state: .approved)])
  }

  /// Each firm files its own.
  @Test func byFirm() throws {
    let arrivals = """
      at: [0 s, 3 h], attributes: {load: 9 t}, procedure: visit}
        u: {at: [1 h, 2 h], attributes: {load: 9 t, firm: zeta}, procedure: visit}
        none: {at: [9 h]
      """
    let papers = Self.papers(firms: ["acme", "zeta"])
    let log = try Self.log(arrivals, Self.procedures(), papers, firms: "acme, zeta")
    #expect(
      log.stays == [
        "t1 0 29400 29400", "t2 10800 29400 29400", "u1 3600 33000 33000", "u2 7200 33000 33000",
        "none1 32400 33000 33000",
      ]
    )
    #expect(
      log.carried.filter { $0.hasSuffix("items 1.0") } == ["t1/1 items 1.0", "u1/2 items 1.0"]
    )
    let filed = log.statistics.papers?.applications.map(\.filedAt)
    #expect(filed == [.zero, .hours(1)])
  }

  /// The truck whose slip filed it gives up after 2 h; the application goes on and the others with it.
  @Test func theFilerLeaves() throws {
    let log = try Self.log("at: [0 s, 1 h]", Self.procedures("delay for: 2 h"), Self.papers())
    #expect(log.stays == ["t1 0 7200 7200", "t2 3600 10800 10800"])
    // The second had nothing to wait for once its truck was gone.
    #expect(log.companions == ["2 t2 0 3600 11400", "1 t1 0 0 29400"])
    let statistics = try #require(log.statistics.papers)
    #expect(statistics.applications[0].state == .approved)
    #expect(statistics.counts(of: .batchOut).withdrawn == 2)
  }

  /// Without an application no batch is approved, whatever a procedure says; other papers are.
  @Test(arguments: [("batch-out", Refusal.blocked), ("first-line-out", Refusal.none)])
  func refusedWithout(_ movement: String, _ refusal: Refusal) throws {
    let procedures = """
      visit:
        - {papers: open, way: out, as: \(movement), goods: load}
        - papers: grant
        - {papers: approve, way: out, sets: refusal}
        - delay for: 1 s
      """
    let log = try Self.log("at: [0 s]", procedures, Self.papers())
    let refused = refusal == .none ? [] : ["t1 refusal \(refusal.word)"]
    #expect(log.carried.filter { $0.contains("refusal") } == refused)
    #expect(log.statistics.papers?.applications[0].state == BatchApplication.none)
  }

  /// As the shipped procedures have it: of two firms one joins on the second day, and its many batches
  /// need one approval, by hand or by the system.
  @Test(arguments: [("off", 1.0), ("on", 0)])
  func shipped(_ simplified: String, _ byHand: Double) throws {
    let loaded = try LoadedScenario.parse(
      """
      scenario: a firm joins
      starts: 2024-03-04
      runs for: 4 d
      gates: {main: {lanes: [{name: in-1, way: in}, {name: out-1, way: out}]}}
      firms: {old: {share: 50%}, new: {share: 50%, joins: 2024-03-05}}
      flows: {goods: {visits per day: 100, movements: {in: {batch: 100%}, out: {empty: 100%}}}}
      policy: {four-self-one-simplification: \(simplified)}
      """,
      file: "zone.yaml"
    )
    let log = ReplicationLog(loaded.plan, recording: .summary)
    let applications = try #require(log.statistics.papers?.applications)
    #expect(applications[0] == PaperStatistics.Application(state: .approved))
    let filed = try #require(applications[1].filedAt)
    let approved = try #require(applications[1].approvedAt)
    #expect(.days(1) <= filed && filed < .days(2))
    #expect(byHand > 0 ? approved - filed > .minutes(30) : approved - filed <= .seconds(10))
    let values = try CustomsOutcome(loaded).values
    #expect(values["document-office.applications-by-hand.count"] ?? 0 == byHand)
    #expect((values["zone.slips.count"] ?? 0) > 150)
    #expect(values["zone.refused-blocked.count"] ?? 0 == 0)
  }
}
