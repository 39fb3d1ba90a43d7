import ClearanceModel
import EventSimulation
import Foundation
import OutputAnalysis
import ScenarioFiles
import Testing

/// The hand example of Law, Simulation Modeling and Analysis, section 1.4, digit by digit.
///
/// By hand: customers come at 0.4, 1.6, 2.1, 3.8, 4.0, 5.6, 5.8, 7.2 minutes and are served for 2.0,
/// 0.7, 0.2, 1.1, 3.7, 0.6 minutes; service begins at 0.4, 2.4, 3.1, 3.8, 4.9, 8.6. Delays are 0,
/// 0.8, 1.0, 0, 0.9, 3.0, together 5.7. Until 8.6 those in the queue wait 0.8 + 1.0 + 0.9 + 3.0 + 2.8
/// + 1.4 = 9.9 minutes, and the server is busy from 0.4 to 3.3 and from 3.8 to 8.6: 7.7 minutes.
@Suite struct LawTraceTests {
  private func log(set overrides: [String] = []) throws -> ReplicationLog {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = root.appending(path: "scenarios/verification/X-LAW-TRACE.yaml").path
    return ReplicationLog(try LoadedScenario.load(path: path, overrides: overrides).plan)
  }

  @Test func untilTheSixthStart() throws {
    let log = try log()
    let desk = try #require(log.place("desk"))
    let minute = Int128(60_000_000)
    #expect(desk.queue.area(until: 516_000_000) * 10 == 99 * minute)
    #expect(desk.busy.area(until: 516_000_000) * 10 == 77 * minute)
    #expect(try log.value("desk.queue.mean") == 9.9 / 8.6)
    #expect(try log.value("desk.utilisation.mean") == 7.7 / 8.6)
    #expect(
      log.visits.sorted() == [
        "customers1 desk 24 24 144", "customers2 desk 96 144 186", "customers3 desk 126 186 198",
        "customers4 desk 228 228 294", "customers5 desk 240 294 - in service at end",
        "customers6 desk 336 - - waiting at end", "customers7 desk 348 - - waiting at end",
        "customers8 desk 432 - - waiting at end",
      ]
    )
  }

  /// The sixth begins at 8.6 minutes and is done at 9.2.
  @Test func sixDelays() throws {
    let log = try log(set: ["arrivals.customers.at most=6", "runs for=9.3 min"])
    #expect(try log.value("desk.wait.count") == 6)
    #expect(try log.value("desk.wait.mean") == 57)
    #expect(try log.value("desk.wait.max") == 180)
  }
}
