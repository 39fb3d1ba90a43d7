import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import Testing

/// Servers of several stations, seized at once.
@Suite struct SeizeTogetherTests {
  /// A dock without a crane is not taken: both, or neither.
  @Test func allOrNothing() throws {
    let log = try ReplicationLog(
      """
      scenario: dock and crane
      runs until: empty
      stations: {dock: {servers: 2}, crane: {servers: 1}}
      arrivals:
        both: {at: [0 s, 1 s], procedure: both}
        dock: {at: [2 s], procedure: dock}
      procedures:
        both: [{seize: {dock: 1, crane: 1}}, {delay for: 10 s}, {release: {dock: 1, crane: 1}}]
        dock: [{serve at: dock, for: 3 s}]
      """
    )
    // The dock stands idle from 0 to 10: the second wants the crane too, and nobody overtakes it.
    #expect(
      log.visits == [
        "both1 crane 0 0 10", "both1 dock 0 0 10", "dock1 dock 2 10 13", "both2 crane 1 10 20",
        "both2 dock 1 10 20",
      ]
    )
    #expect(
      log.steps(of: "both2") == [
        "seize crane, dock/1 1 10", "seize crane, dock/1 1 10", "delay/1 10 20",
        "release crane, dock/1 20 20", "release crane, dock/1 20 20",
      ]
    )
    #expect(try log.value("dock.wait.mean") == 17.0 / 3)
    #expect(try log.value("crane.wait.mean") == 4.5)
    #expect(try log.value("dock.queue.max") == 2)
  }

  /// Requests in crossing orders, with other trucks between them: nobody waits for ever.
  @Test(arguments: ["fifo", "lifo", "priority"])
  func crossingOrders(_ queue: String) throws {
    let log = try ReplicationLog(
      """
      scenario: crossing
      runs until: empty
      stations: {d: {servers: 2, queue: \(queue)}, e: {servers: 1, queue: \(queue)}}
      arrivals:
        first: {every: 3 s, at most: 50, class: a, procedure: first}
        second: {every: 4 s, at most: 50, class: b, procedure: second}
        third: {every: 5 s, at most: 50, class: a, procedure: third}
      procedures:
        first: [{seize: {d: 2, e: 1}}, {delay for: 2 s}]
        second: [{seize: {e: 1, d: 1}}, {delay for: 3 s}, {release: e}, {delay for: 1 s}]
        third: [{seize: d}, {delay for: 4 s}]
      """
    )
    #expect(log.statistics.inside == 0 && !log.statistics.isStuck)
    #expect(log.rows.passages.count == 250)
  }

  /// Two free servers of the one are not enough while the other lacks one; the small one behind
  /// waits, at both stations.
  @Test func smallNeverOvertakesLarge() throws {
    let log = try ReplicationLog(
      """
      scenario: large and small
      runs until: empty
      stations: {yard: {servers: 3}, men: {servers: 2}}
      arrivals:
        first: {at: [0 s], procedure: first}
        large: {at: [1 s], procedure: large}
        small: {at: [2 s], procedure: small}
        man: {at: [3 s], procedure: man}
      procedures:
        first: [{seize: {men: 1}}, {delay for: 10 s}]
        large: [{seize: {yard: 2, men: 2}}, {delay for: 5 s}]
        small: [{seize: {yard: 1, men: 1}}, {delay for: 5 s}]
        man: [{serve at: yard, for: 1 s}]
      """
    )
    // At 10 the large one has both; a yard is left for the small one, but no man, and so the last
    // comer waits behind it.
    #expect(
      log.visits
        == [
          "first1 men 0 0 10", "large1 yard 1 10 15", "large1 men 1 10 15", "small1 yard 2 15 20",
          "small1 men 2 15 20", "man1 yard 3 15 16",
        ].sorted(by: Self.byEnd)
    )
  }

  private static func byEnd(_ left: String, _ right: String) -> Bool {
    func end(_ visit: String) -> Int { Int(visit.split(separator: " ").last ?? "") ?? 0 }
    return end(left) < end(right)
  }

  /// Who finds one of the stations full is turned away, and takes no place at the other.
  @Test func allMustHaveRoom() throws {
    let log = try ReplicationLog(
      """
      scenario: room for two
      runs until: empty
      stations: {d: {servers: 1, capacity: 2}, e: {servers: 1, capacity: 3}}
      arrivals: {t: {at: [0 s, 1 s, 2 s], procedure: p}}
      procedures: {p: [{seize: {d: 1, e: 1}}, {delay for: 10 s}]}
      """
    )
    #expect(
      log.visits == [
        "t3 d 2 - 2 turned away", "t1 e 0 0 10", "t1 d 0 0 10", "t2 e 1 10 20", "t2 d 1 10 20",
      ]
    )
    #expect(try log.value("d.lost.count") == 1)
    #expect(try log.value("e.arrivals.count") == 2)
    #expect(log.stays.first == "t3 2 - 2 turned away")
  }

  /// Lanes are picked when the truck comes, one at each station.
  @Test func lanes() throws {
    let log = try ReplicationLog(
      """
      scenario: a lane and an officer
      runs until: empty
      stations: {gate: {lanes: [{name: x}, {name: y}]}, officer: {servers: 3}}
      arrivals: {t: {at: [0 s, 0 s, 1 s], procedure: p}}
      procedures: {p: [{seize: {gate: 1, officer: 1}}, {delay for: 10 s}]}
      """
    )
    let lanes = log.visits.filter { $0.contains("gate.") }.map { $0.split(separator: " ") }
    #expect(Set(lanes.prefix(2).map { $0[1] }).count == 2)
    #expect(lanes.last?.dropFirst(2).joined(separator: " ") == "1 10 20")
    #expect(try log.value("officer.wait.max") == 9)
  }

  /// Part of what is held can be given back; the visit lasts until the last server is.
  @Test func releaseInParts() throws {
    let log = try ReplicationLog(
      """
      scenario: one by one
      runs until: empty
      stations: {d: {servers: 2}, e: {servers: 1}}
      arrivals:
        t: {at: [0 s], procedure: p}
        u: {at: [1 s, 1 s], procedure: q}
      procedures:
        p:
          - seize: {d: 2, e: 1}
          - delay for: 5 s
          - release: {d: 1, e: 1}
          - delay for: 5 s
          - release: {d: 1}
          - delay for: 1 s
        q: [{serve at: d, for: 2 s}]
      """
    )
    #expect(
      log.visits == ["t1 e 0 0 5", "u1 d 1 5 7", "u2 d 1 7 9", "t1 d 0 0 10"]
    )
    let busy = try #require(log.place("d")?.busy)
    #expect(busy.area == (2 * 5 + 5 + 4) * 1_000_000)
    #expect(try log.value("d.service.max") == 10)
  }

  /// A truck that seizes the same station twice gives back first what it took last.
  @Test func releaseOfSeveralSeizes() throws {
    let log = try ReplicationLog(
      """
      scenario: twice
      runs until: empty
      stations: {d: {servers: 5}}
      arrivals: {t: {at: [0 s], procedure: p}}
      procedures:
        p:
          - seize: {d: 2}
          - delay for: 1 s
          - seize: {d: 1}
          - delay for: 1 s
          - release: {d: 2}
          - delay for: 1 s
          - release: d
          - delay for: 1 s
      """
    )
    #expect(log.visits == ["t1 d 1 1 2", "t1 d 0 0 3"])
    let busy = try #require(log.place("d")?.busy)
    #expect(busy.area == 6_000_000)
  }

  /// At the end of the run each queue has its visit, and the truck is one.
  @Test func endOfRun() throws {
    let log = try ReplicationLog(
      """
      scenario: cut short
      runs for: 10 s
      stations: {d: {servers: 1}, e: {servers: 1}}
      arrivals: {t: {at: [0 s, 1 s], procedure: p}}
      procedures: {p: [{seize: {d: 1, e: 1}}, {delay for: 20 s}]}
      """
    )
    #expect(
      log.visits.filter { $0.hasPrefix("t2") } == [
        "t2 d 1 - - waiting at end", "t2 e 1 - - waiting at end",
      ]
    )
    #expect(log.stays.count == 2)
    #expect(log.steps(of: "t2") == ["seize d, e/1 1 -"])
  }
}
