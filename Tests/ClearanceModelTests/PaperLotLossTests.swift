import ClearanceModel
import ClearanceRecords
import Testing

@testable import ScenarioFiles

/// Lots some of whose trucks find no room in the zone.
@Suite struct PaperLotLossTests {
  /// The second truck of one lot and the first of the next are turned away: the others wait for none
  /// that never comes, and only their goods enter.
  @Test func turnedAway() throws {
    let text = PaperScenario.text(
      "at: [0 s, 1 min, 5 min, 20 min], lot: 2",
      run: "runs until: empty\ncapacity: 1\nwhen full: turn away",
      """
      visit:
        - papers: open
          way: in
          as: first-line-in
          goods: load
        - {start: list, for each: papers in}
        - delay for: 10 min
        - {papers: arrive, way: in}
        - wait until: papers in = released
        - wait until: trucks at gate of papers in = trucks of papers in
        - {serve at: gate, for: 1 min}
        - {papers: pass, way: in}
      list:
        - papers: approve
        - papers: submit
        - papers: release
      """
    )
    let log = ReplicationLog(try PaperScenario.load(text).plan, recording: .steps)
    #expect(
      log.stays == [
        "t2 60 - 60 turned away", "t3 300 - 300 turned away", "t1 0 660 660", "t4 1200 1860 1860",
      ]
    )
    #expect(!log.statistics.isStuck)
    #expect(log.statistics.papers?.counts(of: .firstLineIn).formal == 2)
    #expect(log.rows.balances.first { $0.entered > 0 }?.entered == 18_000)
  }
}
