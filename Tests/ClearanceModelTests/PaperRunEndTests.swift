import ClearanceModel
import ClearanceRecords
import EventSimulation
import Testing

@testable import ScenarioFiles

/// Papers when a run is over.
@Suite struct PaperRunEndTests {
  /// The truck leaves at 10 min, when an interval begins, and ends the run: its papers end there too,
  /// and not a microsecond later.
  @Test func endsWithAnInterval() throws {
    let text = PaperScenario.text(
      "at: [4 min]",
      run: "runs until: empty\nrecord every: 10 min",
      """
      visit:
        - papers: open
          way: out
          as: batch-out
          goods: load
        - {start: slip, for each: papers out}
        - {serve at: gate, for: 6 min}
        - {papers: pass, way: out}
      slip:
        - papers: approve
      """
    )
    let log = ReplicationLog(try PaperScenario.load(text).plan, recording: .intervals)
    #expect(log.rows.intervals.map(\.length.microseconds) == [600_000_000, 1])
    let papers = try #require(log.statistics.papers)
    #expect(papers.observed == .minutes(10))
    #expect(papers.levels.openBatches.final == 1)
    #expect(papers.levels.guaranteeInUse.area > 0)
  }
}
