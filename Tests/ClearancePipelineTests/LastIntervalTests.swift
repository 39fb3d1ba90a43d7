import ClearanceModel
import ClearanceRecords
import EventSimulation
import ScenarioFiles
import Testing

@Suite("The last interval") struct LastIntervalTests {
  /// The truck leaves at 10 min, when the interval from 10 min on begins, and ends the run.
  @Test("what ends a run at the start of an interval is recorded") func end() throws {
    let loaded = try LoadedScenario.parse(
      """
      scenario: one truck
      runs until: empty
      record every: 10 min
      stations: {gate: {servers: 1}}
      arrivals: {trucks: {at: [4 min], procedure: pass}}
      procedures: {pass: [{serve at: gate, for: 6 min}]}
      """,
      file: "one.yaml"
    )
    let run = try #require(DirectRun(loaded, recording: .intervals))
    #expect(run.rows.intervals.map(\.departures) == [0, 1])
    #expect(run.rows.intervals.map(\.length.microseconds) == [600_000_000, 1])
    #expect(run.statistics.end == SimulatedTime(microseconds: 600_000_000))
  }
}
