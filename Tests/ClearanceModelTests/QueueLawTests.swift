import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles
import Testing

/// Laws of stations whose trucks change lanes, are served together, or go by length of service.
///
/// Conservation is checked by each replication itself, and traps.
@Suite struct QueueLawTests {
  @Test(arguments: 0..<4)
  func networks(_ part: Int) throws {
    var (moved, shared, sentBack) = (0, 0, 0)
    for number in 0..<15 {
      var random = Choices(state: UInt64(part * 1_000 + number))
      let text = network(&random)
      // The warm-up is for the laws alone; rows are those of the whole run.
      let log = try ReplicationLog(text.replacing("warm up: 1 h", with: "warm up: 0 h"))
      let summary = try ReplicationLog(text, recording: .summary)
      #expect(log.statistics.fingerprint == summary.statistics.fingerprint, "\(text)")
      for (index, place) in log.plan.places.enumerated() {
        let visits = log.rows.passages.filter {
          Int(place.station == nil ? $0.place : $0.lane) == index
        }
        let state = log.statistics.places[index]
        let completed = visits.filter { $0.outcome == .completed }
        #expect(Int64(completed.count) == state.departures, "\(place.name): \(text)")
        let inside = visits.count {
          [.waitingAtEnd, .inServiceAtEnd, .blockedAtEnd].contains($0.outcome)
        }
        #expect(Int64(inside) == state.present.level, "\(place.name): \(text)")
        // Who went over counts as an arrival of each lane, but leaves one of them only.
        let gone = state.arrivals - state.departures - state.lost - state.present.level
        #expect(gone >= 0 && (gone == 0 || place.jockeys && place.station != nil), "\(text)")
        moved += Int(gone)
        if place.together != nil {
          let starts = Set(completed.map { "\($0.lane) \($0.startedAt)" })
          shared += completed.count - starts.count
        }
        if case .shifts = place.servers { sentBack += 1 }
      }
    }
    // The laws would say little if nothing of it had happened.
    #expect(moved > 100 && shared > 100 && sentBack > 5, "\(moved) \(shared) \(sentBack)")
  }

  /// A few stations of random words, one after the other.
  private func network(_ random: inout Choices) -> String {
    let count = random.number(1...3)
    var (stations, steps) = ("", "")
    var isTogether = false
    for index in 0..<count {
      let queue = random.one(of: ["fifo", "lifo", "random", "priority", "shortest-job"])
      let together = random.one(of: [
        "", "", ", serves together: 3", ", serves together: exactly 2",
      ])
      let rule = together.isEmpty ? random.one(of: ["finish", "return to queue"]) : "finish"
      let lanes = (0..<random.number(2...4)).map { lane in
        let takes = lane == 0 ? "" : random.one(of: ["", ", takes: [a, b]", ", takes: [b, c]"])
        let counts = [random.number(0...2), random.number(0...3), 1]
        let shifts = counts.enumerated().map { "{from: \($0 * 17) min, count: \($1)}" }
        let servers = random.one(of: [
          "", ", servers: 2",
          ", servers: [\(shifts.joined(separator: ", "))], repeats every: 1 h, on closing: \(rule)",
        ])
        return "{name: l\(lane)\(takes)\(servers)}"
      }
      let joins = random.one(of: ["shortest queue", "random"])
      // Those who were served together may not be blocked.
      let capacity = random.one(of: [
        "", ", capacity: 7", isTogether ? "" : ", capacity: 9, when full: block upstream",
      ])
      isTogether = !together.isEmpty
      var rules = ""
      if together.isEmpty {
        rules = random.one(of: ["", ", fails after: exponential(1 h), repaired in: 10 min"])
        if queue == "priority" { rules += random.one(of: ["", ", preemptive: yes"]) }
      }
      stations += """
          s\(index): {queue: \(queue), joins: \(joins), jockeying: yes\(capacity)\(together)\(rules), \
        lanes: [\(lanes.joined(separator: ", "))]}

        """
      let seizes =
        queue != "shortest-job" && together.isEmpty && rules.isEmpty && random.number(0...3) == 0
      steps +=
        seizes
        ? "    - seize: s\(index)\n    - delay for: exponential(2 min)\n    - release: s\(index)\n"
        : "    - serve at: s\(index)\n      for: exponential(\(random.number(1...4)) min)\n"
    }
    return """
      scenario: network
      runs for: 10 h
      warm up: \(random.one(of: ["0 h", "1 h"]))
      classes: [a, b, c]
      stations:
      \(stations)arrivals:
        t: {rate: \(random.number(20...60)) per h, class: {a: 20%, b: 50%, c: 30%}, procedure: p}
      procedures:
        p:
      \(steps)
      """
  }
}

/// Choices of a test: SplitMix64.
private struct Choices {
  var state: UInt64

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return range.lowerBound + Int((word ^ (word >> 31)) % UInt64(range.count))
  }

  mutating func one<Value>(of values: [Value]) -> Value { values[number(0...values.count - 1)] }
}
