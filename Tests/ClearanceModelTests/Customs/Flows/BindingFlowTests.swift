import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import Testing

/// Trucks and documents that are bound together (一车多票, 一票多车), worked out by hand.
@Suite("Flows of lots and of many documents")
struct BindingFlowTests {
  private static let gate = FlowZone.message + FlowZone.gate

  private static func lot(_ policy: String) throws -> ReplicationLog {
    try FlowZone(
      into: "{first-line: 100%}",
      at: "[10:00, 10:30, 11:00]",
      trucks: 3,
      flow: "trucks per declaration: 3",
      scenario: "policy: {advance declaration: {share: 100%, lead: 3 h}, \(policy)}"
    ).log()
  }

  /// 整报分送、单车进出区: each truck passes when it comes, and the list is formal with the last.
  @Test("a lot with split release")
  func splitRelease() throws {
    let log = try Self.lot("split release: on")
    #expect(log.cleared == [0, 1_800, 3_600].map { $0 + Self.gate })
    #expect(log.consignments.count == 1)
    let row = try #require(log.consignments.first)
    #expect(row.trucks == 3 && row.trucksPassed == 3 && row.goods.kilograms == 30_000)
    #expect(row.at(\.formalAt) == 3_600 + Self.gate)
    #expect(log.papers?.totals.declarations == 1)
    #expect(log.book(.bonded) == [0, 30_000, 0, 0, 30_000])
  }

  /// Without it nobody passes before all are there; then one after the other through the one lane,
  /// first those whose forms are ready.
  @Test("a lot without split release")
  func together() throws {
    let log = try Self.lot("split release: off")
    let first = 3_600 + FlowZone.gate
    #expect(log.cleared.sorted() == [first, first + FlowZone.gate, first + 2 * FlowZone.gate])
    #expect(log.consignments.map { $0.at(\.formalAt) } == [first + 2 * FlowZone.gate])
  }

  /// One truck with three documents waits for the last of them; each is formal for itself.
  @Test("a truck with three documents")
  func manyDocuments() throws {
    let log = try FlowZone(
      into: "{first-line: 100%}",
      flow: "documents per truck: 3",
      set: ["assumptions.preparation time=uniform(1 h, 5 h)"]
    ).log()
    let rows = log.consignments
    #expect(rows.count == 3 && Set(rows.map(\.head)) == [1])
    let released = rows.map { $0.at(\.releasedAt) }
    #expect(Set(released).count == 3)
    let passed = try #require(released.max()) + Self.gate
    #expect(abs(log.cleared[0] - passed) < 1e-5)
    #expect(rows.allSatisfy { $0.times.formalAt == $0.times.passedAt && $0.phase == .settled })
    #expect(rows.map(\.goods.kilograms) == [3_333, 3_333, 3_334])
    #expect(log.papers?.totals.declarations == 3)
    #expect(log.book(.bonded)[1] == 10_000)
  }

  /// One document that is refused keeps the truck out, and gives the others back.
  @Test("one of three documents is refused")
  func oneRefused() throws {
    let log = try FlowZone(
      out: "{second-line: 100%}",
      firm: "items: 1, opening stock: 7 t",
      flow: "documents per truck: 3"
    ).log()
    let rows = log.consignments
    #expect(rows.count == 3 && rows.count { $0.refusal == .book } == 1)
    #expect(rows.allSatisfy { $0.phase == .refused && $0.times.formalAt == .never })
    #expect(log.book(.bonded) == [7_000, 0, 0, 0, 7_000])
    #expect(log.rows.balances.allSatisfy { $0.provisionalOut == 0 })
    #expect(try log.value("main-out.papers-refused.count") == 1)
  }
}
