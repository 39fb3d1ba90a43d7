import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles
import Testing

@testable import ClearanceModel

/// Queues in which the shortest service comes first.
@Suite struct ShortestJobTests {
  /// One flow for each length of service, with the times at which it comes.
  private static func station(
    _ words: String,
    _ flows: [(name: String, at: Int, length: Int)]
  )
    -> String
  {
    let arrivals = flows.map { "\n  \($0.name): {at: [\($0.at) s], procedure: \($0.name)}" }
    let steps = flows.map { "\n  \($0.name): [{serve at: a, for: \($0.length) s}]" }
    return """
      scenario: one station
      runs until: empty
      stations: {a: {\(words), queue: shortest-job}}
      arrivals: \(arrivals.joined())
      procedures: \(steps.joined())
      """
  }

  @Test func shortestFirst() throws {
    let log = try ReplicationLog(
      Self.station("servers: 1", [("f", 0, 30), ("g", 1, 20), ("h", 2, 10), ("i", 3, 10)])
    )
    #expect(log.visits == ["f1 a 0 0 30", "h1 a 2 30 40", "i1 a 3 40 50", "g1 a 1 50 70"])
    #expect(try log.value("a.queue.max") == 3)
  }

  /// Who comes back stands by what is left of its service, before who needs as much.
  @Test func comingBack() throws {
    let log = try ReplicationLog(
      Self.station(
        "servers: [{from: 0 s, count: 1}, {from: 15 s, count: 0}, {from: 20 s, count: 1}], "
          + "on closing: return to queue",
        [("f", 0, 30), ("g", 1, 10), ("h", 2, 20), ("k", 3, 15)]
      )
    )
    #expect(log.visits == ["g1 a 1 20 30", "f1 a 0 0 45", "k1 a 3 45 60", "h1 a 2 60 80"])
  }

  /// Of those who wait none is shorter than the one that is taken.
  @Test func drawnLengths() throws {
    let log = try ReplicationLog(
      """
      scenario: drawn lengths
      runs for: 300 h
      stations: {a: {servers: 2, queue: shortest-job}}
      arrivals: {t: {rate: 1.8 per h, procedure: p}}
      procedures: {p: [{serve at: a, for: exponential(1 h)}]}
      """
    )
    let visits = log.rows.passages.filter { $0.outcome == .completed }
    var overtakings = 0
    for taken in visits {
      for other in visits
      where other.arrivedAt < taken.startedAt && other.startedAt > taken.startedAt {
        #expect(other.leftAt - other.startedAt >= taken.leftAt - taken.startedAt)
        if other.arrivedAt < taken.arrivedAt { overtakings += 1 }
      }
    }
    #expect(visits.count > 400 && overtakings > 400)
  }

  /// The heap does what a sorted array does.
  @Test func shadow() {
    var queue = JobQueue()
    var sorted: [(length: Int64, turn: Int, truck: UInt32)] = []
    var random = SystemlessRandom(state: 7)
    for turn in 1...20_000 {
      switch random.number(below: 5) {
      case 0 where !sorted.isEmpty:
        #expect(queue.first == sorted[0].truck)
        queue.removeFirst()
        sorted.removeFirst()
      case 1 where !sorted.isEmpty:
        let index = random.number(below: sorted.count)
        queue.remove(sorted[index].truck)
        sorted.remove(at: index)
      case 4 where sorted.count > 200:
        sorted.removeAll { entry in
          queue.remove(entry.truck)
          return true
        }
      default:
        // Few lengths, so that there are ties.
        let length = Int64(random.number(below: 50))
        let comesBack = random.number(below: 4) == 0
        queue.insert(
          UInt32(turn),
          length: SimulatedTime(microseconds: length),
          comesBack: comesBack
        )
        sorted.append((length, comesBack ? -turn : turn, UInt32(turn)))
        sorted.sort { ($0.length, $0.turn) < ($1.length, $1.turn) }
      }
      #expect(queue.count == sorted.count)
    }
  }

  /// Phipps, Operations Research 4 (1956), 76–85, for exponential services at a load of 0.8.
  @Test func theory() throws {
    let text = """
      scenario: shortest job first
      runs for: 20000 h
      warm up: 100 h
      stations: {b: {servers: 1, queue: shortest-job}}
      arrivals: {t: {rate: 0.8 per h, procedure: p}}
      procedures: {p: [{serve at: b, for: exponential(1 h)}]}
      """
    let logs = try (1...4).map { try ReplicationLog(text, replication: $0, recording: .summary) }
    let wait = try logs.reduce(0) { try $0 + ($1.value("b.wait.mean") ?? .nan) / 3600 / 4 }
    // Four standard errors of four such replications.
    #expect(abs(wait - 1.8822) < 0.1)
  }
}

/// A small generator for choices of tests: SplitMix64.
private struct SystemlessRandom {
  var state: UInt64

  mutating func number(below bound: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((word ^ (word >> 31)) % UInt64(bound))
  }
}
