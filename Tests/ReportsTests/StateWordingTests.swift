import ClearanceRecords
import EventSimulation
import ScenarioFiles
import Studies
import Testing

@testable import Reports

/// What is said of states that cannot be taken, and of instants.
@Suite struct StateWordingTests {
  @Test(arguments: [
    (StateStudyFault.onlyOfResults(option: "--at", file: "a.yaml"), ["--at", "a.yaml"]),
    (.needsState(option: "--of-run"), ["--of-run", "--from-state"]),
    (.instantMissing(file: "r.sqlite"), ["r.sqlite", "--at"]),
    (.instant(.state(.notAnInstant("noon"))), ["--at", "noon"]),
    (.noSuchRun(9, runs: [1, 2]), ["9", "1", "2"]),
    (.noSuchReplication(9, run: 3, complete: [1, 2]), ["9", "3", "1", "2"]),
    (.noSuchReplication(90, run: 3, complete: Array(1...30)), ["90", "1", "30", "…"]),
    (.notRecorded(run: 4, level: .intervals), ["4", "intervals", "--record passages"]),
    (.nobodyThere(at: "3 h", run: 5), ["3 h", "5"]),
    (.blocked(place: "yard"), ["yard"]),
    (.cannotWrite(file: "x.yaml", reason: "disk gone"), ["x.yaml", "disk gone"]),
  ])
  func sentences(_ fault: StateStudyFault, _ words: [String]) {
    for language in Language.allCases {
      let text = Wording(language).studyError(.state(fault))
      for word in words { #expect(text.contains(word), "\(text)") }
    }
    let (en, zh) = (Wording(.en), Wording(.zh))
    #expect(en.studyError(.state(fault)) != zh.studyError(.state(fault)))
  }

  @Test func instants() {
    let wording = Wording(.en)
    let starts = CalendarDate(year: 2024, month: 3, day: 4)
    #expect(wording.instant(.minutes(630), on: nil) == "10:30")
    #expect(wording.instant(.minutes(2070), on: starts) == "2024-03-05 10:30")
    #expect(wording.instant(.minutes(2070), on: nil) == "34.5 h")
    #expect(wording.instant(.seconds(61), on: nil) == "61 s")
  }
}
