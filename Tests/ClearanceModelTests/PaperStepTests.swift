import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import Testing

@testable import ScenarioFiles

/// Steps that ask something of papers, in cases that are worked out by hand.
@Suite struct PaperStepTests {
  private static let open = """
      - papers: open
        way: in
        as: first-line-in
        goods: load
    """

  private static func log(
    _ arrivals: String,
    _ procedures: String,
    _ papers: PapersPlan = PaperScenario.plan(),
    collections: String = "",
    run: String = "runs until: empty",
    recording: RecordingLevel = .steps
  ) throws -> ReplicationLog {
    let text = PaperScenario.text(arrivals, run: run, collections: collections, procedures)
    return ReplicationLog(try PaperScenario.load(text, papers).plan, recording: recording)
  }

  /// The truck is at the gate at 10 min, its papers are released at 17 min: it waits for 7 min.
  @Test func papersAreLate() throws {
    let log = try Self.log(
      "at: [0 s]",
      """
      visit:
      \(Self.open)
        - {start: list, for each: papers in}
        - delay for: 10 min
        - {papers: arrive, way: in}
        - wait until: papers in = released or papers in = refused
        - {serve at: gate, for: 1 min}
        - {papers: pass, way: in}
      list:
        - delay for: 12 min
        - {papers: approve, sets: refusal}
        - delay for: 5 min
        - papers: submit
        - papers: release
      """
    )
    #expect(log.stays == ["t1 0 1080 1080"])
    #expect(log.steps(of: "t1").contains("wait/1 600 1020"))
    #expect(log.companions == ["1 t1 0 0 1020"])
    let papers = try #require(log.statistics.papers)
    #expect(papers.counts(of: .firstLineIn).formal == 1)
    #expect(log.rows.balances.first { $0.entered > 0 }?.entered == 9_000)
  }

  /// Without split release a lot passes when all of it is at the gate; the first truck starts the
  /// papers once, and each passes for itself.
  @Test func lotsWait() throws {
    let log = try Self.log(
      "at: [0 s, 5 min, 9 min, 10 min], lot: 3",
      """
      visit:
      \(Self.open)
        - {start: list, for each: papers in}
        - {papers: arrive, way: in}
        - wait until: papers in = released
        - wait until: trucks at gate of papers in = trucks of papers in
        - {serve at: gate, for: 1 min}
        - {papers: pass, way: in}
      list:
        - delay for: 1 min
        - papers: approve
        - papers: submit
        - papers: release
        - wait until: trucks passed of papers in = trucks of papers in
      """
    )
    // 27 t on one list: who makes the lot complete goes on at once, then those who wait; the fourth
    // truck waits for two that never come.
    #expect(
      log.stays == ["t3 540 600 600", "t1 0 660 660", "t2 300 720 720", "t4 600 - - inside at end"]
    )
    #expect(log.companions == ["1 t1 0 0 720", "2 t4 0 600 -"])
    #expect(log.statistics.isStuck)
    #expect(log.statistics.papers?.counts(of: .firstLineIn).formal == 1)
    #expect(log.rows.balances.first { $0.entered > 0 }?.entered == 27_000)
  }

  /// One truck with three documents: each has its own companion, the chain is released with the last.
  @Test func manyDocuments() throws {
    let log = try Self.log(
      "at: [0 s]",
      """
      visit:
        - set: {items: 3}
      \(Self.open)
          documents: items
        - {start: list, for each: papers in}
        - set: {slips: documents of papers in + 10 * trucks of papers in}
        - wait until: papers in = released
        - {papers: pass, way: in}
      list:
        - name: making
          delay for: uniform(1 min, 9 min)
        - papers: approve
        - papers: submit
        - papers: release
      """,
      PaperScenario.plan(items: 5, counterparties: 4)
    )
    #expect(log.companions.count == 3)
    let last = log.rows.companions.map(\.endedAt).max()
    #expect(log.rows.trucks[0].leftAt == last)
    #expect(log.carried.contains("t1 slips 13.0"))
    #expect(log.statistics.papers?.counts(of: .firstLineIn).formal == 3)
    #expect(log.rows.balances.filter { $0.entered > 0 }.map(\.entered) == [3_000, 3_000, 3_000])
  }

  /// What the book does not cover is refused, and whoever waits is told; a truck that leaves has
  /// given its papers up.
  @Test func refusedPapers() throws {
    let log = try Self.log(
      "at: [0 s, 1 s]",
      """
      visit:
        - papers: open
          way: out
          as: first-line-out
          goods: load
        - {start: list, for each: papers out}
        - wait until: papers out != preparing
        - choose: [{when: papers out = refused, go to: end}]
        - {papers: pass, way: out}
        - mark: cleared
      list:
        - delay for: 1 min
        - {papers: approve, sets: refusal}
        - choose: [{when: refusal = book, do: [papers: refuse, go to: end]}]
        - papers: submit
        - papers: release
      """.replacing("[papers: refuse, go to: end]", with: "[{papers: refuse}, {go to: end}]"),
      PaperScenario.plan(opening: 10_000)
    )
    #expect(log.stays == ["t1 0 60 60", "t2 1 - 61"])
    #expect(log.carried.contains("t2/2 refusal book"))
    let out = try #require(log.statistics.papers?.counts(of: .firstLineOut))
    #expect(out.formal == 1 && out.refusedBook == 1)
    #expect(log.rows.balances.first { $0.left > 0 }?.book == 1_000)
  }

  /// Who waits for papers that are withdrawn in the instant in which they are refused sees them as
  /// refused, not as settled.
  @Test func withdrawnAtOnce() throws {
    let log = try Self.log(
      "at: [0 s]",
      """
      visit:
      \(Self.open)
        - {start: list, for each: papers in}
        - start: follow
        - wait until: papers in = refused
        - {papers: withdraw, way: in}
      list:
        - delay for: 1 min
        - papers: approve
        - papers: refuse
      follow:
        - wait until: papers in = settled or papers in = refused
        - choose: [{when: papers in = refused, do: [{set: {slips: 1}}]}]
      """
    )
    #expect(log.stays == ["t1 0 60 60"])
    #expect(log.carried.contains("t1/2 slips 1.0"))
    #expect(!log.statistics.isStuck)
  }

  /// Trucks without papers ask about none, and verbs about them change nothing.
  @Test func noPapers() throws {
    let log = try Self.log(
      "at: [0 s]",
      """
      visit:
        - {papers: arrive, way: in}
        - {papers: approve, way: in, sets: refusal}
        - wait until: papers in = none and trucks passed of papers in = trucks of papers in
        - {papers: pass, way: in}
        - papers: release
        - {start: list, for each: papers out}
        - delay for: 1 s
      list: []
      """
    )
    #expect(log.stays == ["t1 0 1 1"])
    #expect(log.companions == [])
  }

  private static let batches = """
      visit:
        - papers: open
          way: out
          as: batch-out
          goods: load
        - {start: slip, for each: papers out}
        - wait until: papers out != preparing
        - {papers: pass, way: out}
        - look up: firm
          declares: declares
          credit: credit
      slip:
        - {papers: approve, sets: refusal}
        - wait until: trucks passed of papers out = trucks of papers out
        - {papers: gather, sets: declares}
        - choose:
            - when: declares = per shipment
              do: [{use: settle}]
      settle:
        - set: {items: merged items of papers}
        - papers: submit
        - {papers: assess, sets: tax}
        - papers: release
        - papers: pay
    """
  private static let monthly = """
    collections:
      monthly:
        papers: yes
        by: [firm, counterparty, direction, mode]
        closings: [{cut: 1 h, due: 2 h}, {cut: 3 h, due: 3 h}]
        sets: slips
        starts: settle
    """

  /// Slips of a firm go out together, with the pile's consignment as the companion's own.
  @Test func slipsTogether() throws {
    let log = try Self.log(
      "at: [0 s, 10 min, 70 min]",
      Self.batches,
      collections: Self.monthly,
      run: "runs for: 4 h"
    )
    let piles = log.rows.companions.filter { $0.collection != noPlace }
    #expect(piles.map(\.gathered) == [2, 1])
    #expect(piles.map(\.startedAt.seconds) == [7_200, 10_800])
    #expect(piles.map(\.truck) == [1, 3])
    #expect(log.statistics.collections[0].gathered == 3)
    #expect(log.statistics.collections[0].started == 2)
    #expect(log.carried.contains("t1 declares monthly"))
    #expect(log.carried.contains("t1/4 slips 2.0"))
    #expect(log.carried.contains("t1/4 items 1.0"))
    // 18 t at 1,000 USD a tonne and 7 yuan a dollar, 13 % of VAT.
    #expect(log.carried.contains("t1/4 tax 1638000.0"))
    let papers = try #require(log.statistics.papers)
    #expect(papers.totals.declarations == 2 && papers.totals.declarationsSaved == 1)
    #expect(papers.counts(of: .batchOut).formal == 3)
    #expect(papers.levels.openBatches.maximum == 3)
    #expect(log.rows.balances.first { $0.left > 0 }?.left == 27_000)
  }

  /// Per shipment the slip's companion goes on with its own consignment.
  @Test func slipAlone() throws {
    let log = try Self.log(
      "at: [0 s, 10 min]",
      Self.batches,
      PaperScenario.plan(period: .perShipment),
      run: "runs for: 4 h"
    )
    #expect(log.statistics.papers?.counts(of: .batchOut).formal == 2)
    #expect(log.carried.contains("t1/1 tax 819000.0"))
  }

  /// A branch of `do in parallel` uses the papers of its truck.
  @Test func branches() throws {
    let log = try Self.log(
      "at: [0 s]",
      """
      visit:
        - do in parallel:
            - - papers: open
                way: in
                as: first-line-in
                goods: load
              - {start: list, for each: papers in}
            - - delay for: 1 s
              - wait until: papers in = released
        - {papers: pass, way: in}
      list:
        - delay for: 1 min
        - papers: approve
        - papers: submit
        - papers: release
      """
    )
    #expect(log.stays == ["t1 0 60 60"])
    #expect(log.statistics.papers?.counts(of: .firstLineIn).formal == 1)
  }

  private static let busy = PaperScenario.text(
    "rate: 20 per h, lot: 3",
    run: "runs for: 3 d\nwarm up: 5 h\nreplications: 3",
    collections: """
      collections:
        monthly:
          papers: yes
          by: [firm]
          closings: [{cut: 20 h, due: 21 h}, {cut: 50 h, due: 60 h}]
          sets: slips
          starts: settle
      """,
    firms: "acme, best",
    """
    visit:
      - name: loads
        set: {load: "uniform(1 t, 20 t)", firm: chance(40%), items: "1 + floor(uniform(0, 3))"}
        drawn: per lot
      - papers: open
        way: in
        as: enter-first
        goods: load
        lines: items
      - papers: open
        way: out
        as: batch-out
        goods: load
      - {start: list, for each: papers in}
      - {start: slip, for each: papers out}
      - delay for: exponential(20 min)
      - clock: starts
      - {papers: arrive, way: in}
      - wait until: papers in = approved or papers in = released or papers in = refused
      - choose: [{share: 5%, go to: end}]
      - {serve at: gate, for: exponential(1 min)}
      - {papers: pass, way: in}
      - mark: cleared
      - wait until: papers out != preparing and trucks at gate of papers in = trucks of papers in
      - {papers: pass, way: out}
    list:
      - delay for: exponential(30 min)
      - {papers: approve, sets: refusal}
      - delay for: exponential(30 min)
      - papers: submit
      - papers: release
    slip:
      - delay for: exponential(30 min)
      - {papers: approve, sets: refusal}
      - wait until: trucks passed of papers out = trucks of papers out
      - {papers: gather, sets: declares}
    settle:
      - delay for: "merged items of papers * exponential(3 min)"
      - papers: submit
      - {papers: assess, sets: tax}
      - papers: release
      - delay for: 1 h
      - papers: pay
    """
  )

  /// What a reduced plan leaves out changes no bit; books balance at the end of all runs.
  @Test func reduced() throws {
    let papers = PaperScenario.plan(
      firms: ["acme", "best"],
      items: 4,
      guarantee: .yuan(2_000_000),
      counterparties: 3,
      opening: 300_000
    )
    let loaded = try PaperScenario.load(Self.busy, papers)
    for level in [RecordingLevel.summary, .passages] {
      let full = ReplicationLog(loaded.plan, recording: level)
      let reduced = ReplicationLog(loaded.plan.reduced(to: level), recording: level)
      #expect(full.statistics.fingerprint == reduced.statistics.fingerprint)
      #expect(full.rows.consignments == reduced.rows.consignments)
      let (a, b) = (try #require(full.statistics.papers), try #require(reduced.statistics.papers))
      #expect(a.counts == b.counts && a.totals == b.totals && a.levels == b.levels)
      #expect(a.allCounts.opened > 100 && a.allCounts.formal > 50)
      #expect(a.counts(of: .batchOut).refusedGuarantee > 0)
      #expect(a.totals.declarations > 5)
    }
  }
}
