import ClearanceModel
import ClearanceRecords
import EventSimulation
import Testing

@testable import ScenarioFiles

/// Steps about goods of several statuses on one truck, in cases that are worked out by hand.
@Suite struct PaperStatusStepTests {
  /// A firm with 1,000 t of each status, whose warehouse is counted every ten days.
  private static var papers: PapersPlan {
    var plan = PaperScenario.plan()
    plan.rules.stocktakeEvery = .days(10)
    return plan
  }

  private static func log(
    _ steps: String,
    arrivals: String = "at: [0 s]"
  ) throws -> ReplicationLog {
    let text = PaperScenario.text(
      arrivals,
      run: "runs for: 15 d",
      """
      visit:
        - {papers: open, way: out, as: second-line-out, goods: load}
        - {start: list, for each: papers out}
        - {papers: open, way: out, as: by-status-out, goods: load, joins: yes}
        - {start: slip, for each: papers out}
      \(steps)
      list:
        - delay for: 10 min
        - papers: approve
        - papers: submit
        - papers: release
      slip:
        - delay for: 25 min
        - papers: approve
        - papers: no declaration
      """
    )
    return ReplicationLog(try PaperScenario.load(text, papers).plan, recording: .steps)
  }

  private static func stock(_ log: ReplicationLog, _ status: CustomsStatus) -> [Int64] {
    log.rows.balances.first { $0.status == status.rawValue }
      .map { [$0.book, $0.corrected, $0.physical] } ?? []
  }

  /// Each document is worked on by its own companion, and the truck waits for the last of them.
  @Test func oneTruckWithListAndSlip() throws {
    let log = try Self.log(
      """
        - {papers: arrive, way: out}
        - wait until: papers out = released
        - {serve at: gate, for: 1 min}
        - {papers: pass, way: out}
      """
    )
    #expect(log.stays == ["t1 0 1560 1560"])
    let rows = log.rows.consignments.sorted { $0.number < $1.number }
    #expect(rows.map { $0.kind } == [.secondLineOut, .byStatusOut])
    #expect(rows.map(\.head) == [1, 1] && rows.map(\.phase) == [.settled, .settled])
    #expect(Self.stock(log, .bonded) == [991_000, 0, 991_000])
    #expect(Self.stock(log, .nonBonded) == [991_000, 0, 991_000])
    #expect(log.rows.months.reduce(0) { $0 + $1.passes } == 1)
  }

  /// Of the goods of one document as much is taken of another status; the count finds it.
  @Test func pickedWrongly() throws {
    let log = try Self.log(
      """
        - {papers: mix, way: out}
        - wait until: papers out = released
        - {papers: pass, way: out}
      """
    )
    let papers = try #require(log.statistics.papers)
    #expect(papers.mixing.errors == 1 && papers.mixing.found == 1)
    // 25 min after time zero, found on the tenth day.
    let found = SimulatedTime.days(10).microseconds - SimulatedTime.minutes(25).microseconds
    #expect(papers.mixing.timeToFind == found)
    let corrected = papers.stocks.map(\.corrected)
    let moved = papers.stocks.map { $0.physical - $0.expected }
    #expect(corrected.reduce(0, +) == 0 && moved == [0, 0, 0])
    #expect(papers.mixing.corrected == 1 && papers.mixedStock.maximum == 9_000)
  }

  /// What a check finds stays: the truck goes on with the right goods, or its papers are withdrawn.
  @Test func foundAtTheGate() throws {
    for (last, left) in [("pass", Int64(991_000)), ("withdraw", 1_000_000)] {
      let log = try Self.log(
        """
          - {papers: mix, way: out}
          - wait until: papers out = released
          - {papers: check, way: out, sets: items}
          - choose:
              - when: items > 0
                do:
                  - {count: wrong, at: gate}
          - {papers: \(last), way: out}
        """
      )
      let papers = try #require(log.statistics.papers)
      #expect(papers.mixing.foundAtGate == 1 && papers.mixing.errors == 1)
      #expect(papers.mixing.hidden + papers.mixing.open == 0)
      for status in [CustomsStatus.bonded, .nonBonded] {
        #expect(Self.stock(log, status) == [left, 0, left])
      }
      #expect(papers.mixedStock.maximum == 0)
    }
  }

  /// Trucks of a lot share one document: further ones are not bound.
  @Test func lotsHaveOneDocument() throws {
    let log = try Self.log(
      """
        - wait until: papers out = released
        - {papers: pass, way: out}
      """,
      arrivals: "at: [0 s, 1 min], lot: 2"
    )
    #expect(log.rows.consignments.map(\.kind) == [.secondLineOut])
    #expect(Self.stock(log, .bonded) == [982_000, 0, 982_000])
  }

  /// Which goods are taken is the truck's own: the same whatever else happens.
  @Test func drawsAreTheTrucksOwn() throws {
    let steps = """
        - {papers: mix, way: out}
        - wait until: papers out = released
        - {papers: pass, way: out}
      """
    let few = try Self.log(steps, arrivals: "at: [0 s, 1 h, 2 h, 3 h]")
    let many = try Self.log(steps, arrivals: "at: [0 s, 1 h, 2 h, 3 h, 14 d]")
    let errors = try #require(few.statistics.papers?.mixing)
    #expect(errors.errors == 4)
    #expect(
      few.statistics.papers?.stocks.map(\.corrected)
        == many.statistics.papers?.stocks.map(\.corrected)
    )
  }
}
