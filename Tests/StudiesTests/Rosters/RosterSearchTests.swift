import ClearanceModel
import EventSimulation
import ScenarioFiles
import Testing

@testable import Studies

/// The search for a roster of which no single hour can be lowered.
@Suite struct RosterSearchTests {
  /// Runs a search against a rule; each hour's least number is known where hours are independent.
  private func search(
    _ range: ClosedRange<Int>,
    _ order: [Int] = Array(0..<24),
    _ isEnough: ([Int]) -> Bool
  ) -> (search: RosterSearch, tried: [[Int]]) {
    var search = RosterSearch(range, order: order)
    var tried: [[Int]] = []
    while let roster = search.next {
      tried.append(roster)
      search.record(isEnough: isEnough(roster))
    }
    return (search, tried)
  }

  @Test(arguments: [1...9, 3...20, 0...9, 9...9])
  func independentHours(_ range: ClosedRange<Int>) throws {
    let need = (0..<24).map { 1 + ($0 * 7) % 9 }
    let (search, tried) = search(range) { zip($0, need).allSatisfy { $0 >= $1 } }
    #expect(search.constant == 9)
    #expect(search.roster == need.map { max($0, range.lowerBound) })
    #expect(tried.count <= search.expectedTests)
    let enough = try #require(search.enough)
    #expect(tried[enough] == search.roster)
    for hour in 0..<24 {
      guard let failing = search.failing[hour] else {
        #expect(search.roster?[hour] == range.lowerBound)
        continue
      }
      // What failed has one less in this hour, and in the others no less than the answer.
      #expect(tried[failing][hour] + 1 == search.roster?[hour])
      for other in 0..<24 where other != hour {
        #expect(tried[failing][other] >= search.roster?[other] ?? .max)
      }
    }
  }

  @Test func anHourWithoutTrucksIsNotClosed() {
    let isTested = (0..<24).map { $0 > 5 }
    var search = RosterSearch(0...4, order: Array(0..<24), isTested: isTested)
    while let roster = search.next { search.record(isEnough: roster.max() ?? 0 > 0) }
    #expect(search.roster.map { $0[..<6] } == [1, 1, 1, 1, 1, 1])
    #expect(search.roster?.filter { $0 == 0 }.isEmpty == false)
  }

  /// With work that is left to the next hour the answer depends on the order; none of its hours can
  /// be lowered, whichever it is.
  @Test(arguments: [0, 5, 11])
  func carriedOver(_ shift: Int) {
    let work = (0..<24).map { 2 + ($0 * 5) % 7 }
    func isEnough(_ roster: [Int]) -> Bool {
      var left = 0
      for _ in 0..<3 {
        for hour in 0..<24 {
          left = max(0, left + work[hour] - roster[hour])
          if left > 3 { return false }
        }
      }
      return true
    }
    let order = (0..<24).map { ($0 * 5 + shift) % 24 }
    let roster = search(0...12, order, isEnough).search.roster
    guard let roster else {
      Issue.record("no roster")
      return
    }
    #expect(isEnough(roster))
    for hour in 0..<24 where roster[hour] > 0 {
      var less = roster
      less[hour] -= 1
      #expect(!isEnough(less))
    }
  }

  @Test func nothing() {
    let (search, tried) = search(1...4) { _ in false }
    #expect(search.constant == nil && search.roster == nil && search.enough == nil)
    #expect(tried == [Array(repeating: 4, count: 24)])
  }

  // MARK: Keys

  @Test func shifts() throws {
    let key = try RosterKey("stations.gate.servers=1..8")
    let roster = [2, 2, 2] + Array(repeating: 5, count: 20) + [2]
    #expect(
      key.assignments(of: roster) == [
        "stations.gate.servers=[{from: 0 h, count: 2}, {from: 3 h, count: 5}, {from: 23 h, count: 2}]",
        "stations.gate.repeats every=24 h",
      ]
    )
    #expect(key.place == "stations.gate")
    #expect(key.lines(of: roster).last == "repeats every: 24 h")
    // What it writes is read as it is meant.
    let text = """
      scenario: s
      runs for: 1 d
      stations: {gate: {servers: 3}}
      arrivals: {t: {rate: 5 per h, procedure: p}}
      procedures: {p: [{serve at: gate, for: 1 min}]}
      """
    let plan = try LoadedScenario.parse(
      text,
      file: "test.yaml",
      overrides: key.assignments(of: roster)
    ).plan
    guard case .shifts(let shifts, let period, _) = plan.places[0].servers else {
      Issue.record("no shifts")
      return
    }
    #expect(shifts.map(\.count) == [2, 5, 2] && period == .days(1))
  }

  @Test func staff() throws {
    let key = try RosterKey("gates.main.lanes.in-1.count = 0..3")
    let roster = [0, 0] + Array(repeating: 2, count: 20) + [1, 1]
    #expect(
      key.assignments(of: roster) == [
        "gates.main.lanes.in-1.count={\"02:00-22:00\": 2, \"22:00-24:00\": 1}"
      ]
    )
    #expect(
      key.assignments(of: Array(repeating: 2, count: 24)) == ["gates.main.lanes.in-1.count=2"]
    )
    #expect(
      key.lines(of: roster) == ["count:", "  \"02:00-22:00\": 2", "  \"22:00-24:00\": 1"]
    )
  }

  @Test(arguments: [
    ("demand.factor=1..3", RosterFault.notByHour(key: "demand.factor")),
    ("servers=1..3", .notByHour(key: "servers")),
    ("stations.gate.servers=1..3@2", .hasCost), ("stations.gate.servers=0..0", .neverOpen),
  ])
  func refused(_ text: String, _ fault: RosterFault) {
    #expect(throws: SizeFault.roster(text, fault)) { try RosterKey(text) }
  }
}
