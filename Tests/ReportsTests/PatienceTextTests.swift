import ClearanceRecords
import EventSimulation
import ScenarioFiles
import Testing

@testable import Reports
@testable import Studies

/// Trucks that give up, in the words of check, run and explain.
@Suite struct PatienceTextTests {
  private static let scenario = """
    scenario: giving up
    runs for: 10 h
    stations: {gate: {servers: 1}, desk: {servers: 1}}
    arrivals: {drivers: {rate: 40 per h, procedure: enter}}
    procedures:
      enter:
        - name: try
          serve at: gate
          for: 2 min
          patience: exponential(10 min)
          leaves if queue over: 8
          on leaving:
            - name: later
              delay for: 30 min
            - go to: try
        - seize: desk
          patience: 20 min
        - serve at: gate
          for: 1 min
          leaves if queue over: 1
          on leaving: []
        - choose: [{share: 5%, go to: later}]
    """

  private func check() throws -> CheckResult {
    let loaded = try LoadedScenario.parse(Self.scenario, file: "test.yaml")
    let loads = TrafficEquations(loaded.plan).loads
    return CheckResult(
      scenario: loaded.scenario,
      plan: loaded.plan,
      loads: loads,
      warnings: CheckStudy.unstable(loads)
    )
  }

  @Test func checkInEnglish() throws {
    let text = CheckText.text(try check(), .en)
    #expect(
      text.contains(
        """
            1. try: queue at gate, service time: 2 min; gives up after waiting for: exponential, mean 10
              min; does not join behind more than 8 trucks
               who leaves without service:
                 1.1. later: a delay: 30 min
                 1.2. go to step 1 (try)
            2. queue at desk and keep 1 server; gives up after waiting for: 20 min; who gives up leaves the
              system
            3. queue at gate, service time: 60 s; does not join behind more than 1 truck
               who leaves without service goes on
            4. one of these ways:
               5%: go to step 1.1 (later)
        """
      ),
      "\(text)"
    )
    #expect(text.contains("overloaded; giving up not counted"), "\(text)")
    // Where all may give up no queue grows for ever.
    #expect(!text.contains("warning: gate"), "\(text)")
  }

  @Test func checkInChinese() throws {
    let text = CheckText.text(try check(), .zh)
    // Lines are folded.
    let joined = text.filter { !$0.isWhitespace }
    for words in [
      "最长等待时间（超过即放弃）：20分钟；放弃者离场", "前面排队超过8辆车时不再加入",
      "未经办理而离开的车辆：", "未经办理而离开的车辆继续后续步骤", "1.2.转至第1步（try）", "未计放弃排队",
    ] {
      #expect(joined.contains(words), "\(text)")
    }
  }

  @Test func runShowsWhoGaveUp() throws {
    #expect(!RunText.summary(try Samples.run(), .en).contains("gave up"))
    let measures = [
      Samples.record("gate.reneged.share", "", 0.125, 0.01),
      Samples.record("flow.trucks.reneged.share", "", 0.0625, 0.01),
    ]
    let result = try Samples.run(measures: Samples.measures + measures)
    let lines = RunText.summary(result, .en).split(separator: "\n")
    #expect(lines.count { $0.hasSuffix("gave up") } == 2)
    #expect(lines.contains { $0.hasPrefix("gate") && $0.hasSuffix("12.5%") })
    #expect(lines.contains { $0.hasPrefix("trucks") && $0.hasSuffix("6.2 ± 1.0%") }, "\(lines)")
    #expect(RunText.summary(result, .zh).contains("放弃率"))
  }

  @Test func explainTellsWhoGaveUp() {
    let visit = TruckVisit(
      place: "gate",
      outcome: .reneged,
      arrivedAt: .minutes(1),
      startedAt: nil,
      leftAt: .minutes(6),
      wait: .minutes(5),
      waitingAhead: 0,
      inServiceAhead: 1,
      overtakers: 0,
      closures: [],
      holders: []
    )
    let events = [
      TruckEvent(at: .minutes(1), what: .visit(visit)),
      TruckEvent(at: .minutes(6), what: .gaveUp),
    ]
    #expect(
      Wording(.en).sentence(events) == "gate: gives up after 5.0 min; leaves, having given up"
    )
    #expect(Wording(.zh).sentence(events) == "gate：等待5.0分钟后放弃排队；放弃排队，离开")
  }
}
