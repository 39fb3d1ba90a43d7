import Foundation
import ScenarioFiles
import Testing

@testable import Reports
@testable import Studies

/// Teams, officers and rosters in the words of check and run.
@Suite struct TeamTextTests {
  private static let scenario = """
    scenario: teams
    runs for: 100 h
    teams:
      alone: {members: 2, serves: [desk]}
      shared:
        members: [{from: 0 h, count: 0}, {from: 2 h, count: 3}]
        repeats every: 10 h
        on closing: return to queue
        serves: [gate, yard]
        picks: in order
      second: {members: 1, serves: [yard, gate]}
    stations: {desk: {}, gate: {servers: 4}, yard: {}}
    arrivals: {trucks: {rate: 10 per h, procedure: p}}
    procedures:
      p:
        - serve at: desk
          for: 6 min
        - serve at: gate
          for: 3 min
        - serve at: yard
          for: 3 min
    """

  private func check(_ text: String) async throws -> CheckResult {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    return try await CheckStudy.check(RunOptions(scenario: file.path))
  }

  @Test func checkOfTeams() async throws {
    let result = try await check(Self.scenario)
    let english = CheckText.text(result, .en)
    #expect(
      english.contains(
        """
          desk: members of teams serve; first come, first served
          gate: members of teams serve; 4 servers; first come, first served
          yard: members of teams serve; first come, first served

        Teams
          alone: 2 members; serve at desk
          shared: members by the clock: 0 from the start, 3 from 2 h; repeats every 10 h; who goes off shift
            sends the truck back to the queue; serve at gate, yard; go on in this order of stations
          second: 1 member; serve at yard, gate; go on with whoever has waited longest
        """
      ),
      "\(english)"
    )
    #expect(english.contains("no load: other teams serve its stations too"), "\(english)")
    let chinese = CheckText.text(result, .zh).filter { !$0.isWhitespace }
    for words in [
      "班组", "alone：2人；服务于desk", "下班时手中车辆退回队首", "空闲时按此顺序选择作业点", "空闲时先办等候最久的",
      "其作业点另有班组服务",
    ] {
      #expect(chinese.contains(words), "\(chinese)")
    }
    // Ten an hour for 6 min at two members are half a load; desks have none.
    let loads = result.loads.filter { ["desk", "alone", "shared"].contains($0.place) }
    #expect(loads.map(\.load).map { $0.map { ($0 * 1e6).rounded() / 1e6 } } == [nil, 0.5, nil])
    #expect(loads.map(\.sharesStations) == [false, false, true])
  }

  @Test func runOfTeams() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: file) }
    let scenario = file.appending(path: "teams.yaml")
    try Self.scenario.write(to: scenario, atomically: true, encoding: .utf8)
    var options = RunOptions(scenario: scenario.path)
    options.database = file.appending(path: "teams.sqlite").path
    options.replications = 2
    let result = try await RunStudy.run(options, version: "1")
    let english = RunText.summary(result, .en)
    let rows = english.split(separator: "\n").filter {
      $0.hasPrefix("People") || $0.hasPrefix("alone")
    }
    #expect(rows.first?.contains("on shift h") ?? false, "\(english)")
    #expect(rows.last?.contains("200.0") ?? false, "\(english)")
    let chinese = RunText.summary(result, .zh)
    for words in ["人员", "在岗小时", "工作占比", "加班小时"] {
      #expect(chinese.contains(words), "\(chinese)")
    }
  }

  @Test func checkOfPeople() async throws {
    let text = """
      scenario: people
      starts: 2024-03-04
      runs for: 7 d
      gates:
        main:
          lanes:
            - {name: in-1, way: in}
            - {name: out-1, way: out}
      yard: {bays: 2}
      officers:
        clerks: {skills: [documents, lane], count: 2}
        crew: {skills: [yard, image review]}
      rosters:
        day:
          officers: [clerks, crew]
          works: {mon-fri: 08:00-18:00}
          breaks: 12:00-13:30
          overtime: hand over
      flows:
        goods: {visits per day: 20}
      """
    let result = try await check(text)
    let english = CheckText.text(result, .en)
    #expect(
      english.contains(
        """
        People
          clerks: 2 officers; documents, lane
          crew: 1 officer; yard, image review
          day: on this roster: clerks, crew; breaks 12:00-13:30; who goes off shift sends the truck back to
            the queue
        """
      ),
      "\(english)"
    )
    #expect(english.contains("day-documents-lane: members by the clock"), "\(english)")
    let chinese = CheckText.text(result, .zh).filter { !$0.isWhitespace }
    for words in [
      "clerks：2名关员；单证审核、卡口监控", "crew：1名关员；查验、审像", "day：本班人员：clerks、crew；休息12:00-13:30",
    ] {
      #expect(chinese.contains(words), "\(chinese)")
    }
  }
}
