import ClearanceModel
import ClearanceRecords
import EventSimulation
import Testing

/// Random requests for several stations, against plain arrays that do the same.
@Suite struct SeizeTogetherShadowTests {
  private struct Request {
    var at: Int
    var length: Int
    var classIndex: Int
    /// Servers wanted of each station, 0 for none.
    var counts: [Int]
    var grantedAt: Int?
  }

  /// A small generator, so that the networks are the same everywhere.
  private struct Numbers {
    var state: UInt64
    mutating func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }

  private static let servers = [2, 3, 4]

  @Test(arguments: ["fifo", "lifo", "priority"])
  func sameGrants(_ queue: String) throws {
    var waited = 0
    for seed in 1...6 {
      var numbers = Numbers(state: UInt64(seed * 77))
      let requests = Self.requests(&numbers)
      let log = try ReplicationLog(Self.text(requests, queue))
      let expected = Self.shadow(requests, queue)
      #expect(log.statistics.inside == 0)
      var found: [String] = []
      var wanted: [String] = []
      for (index, request) in expected.enumerated() {
        let granted = try #require(request.grantedAt)
        if granted > request.at { waited += 1 }
        let flow = log.plan.flows.firstIndex { $0.name == "r\(index)" }
        found += log.rows.passages.filter { Int($0.flow) == flow }.map { row in
          "r\(index) \(row.startedAt.microseconds) \(row.leftAt.microseconds)"
        }
        let visit = "r\(index) \(granted * 1_000) \((granted + request.length) * 1_000)"
        wanted += request.counts.filter { $0 > 0 }.map { _ in visit }
      }
      #expect(found == wanted, "\(queue), \(seed)")
    }
    // Little would be said if nobody had to wait.
    #expect(waited > 100)
  }

  private static func requests(_ numbers: inout Numbers) -> [Request] {
    // Odd and even times, so that nothing happens at one instant.
    (0..<40).map { index in
      var counts = servers.map { most in
        numbers.next(3) == 0 ? 0 : 1 + numbers.next(most)
      }
      if counts.allSatisfy({ $0 == 0 }) { counts[0] = 1 }
      return Request(
        at: index * 1_000 + numbers.next(997),
        length: 1_000 + numbers.next(2_500),
        classIndex: numbers.next(2),
        counts: counts
      )
    }
  }

  private static func text(_ requests: [Request], _ queue: String) -> String {
    let stations = servers.enumerated().map { index, count in
      "  s\(index): {servers: \(count), queue: \(queue)}"
    }
    let flows = requests.enumerated().map { index, request in
      "  r\(index): {at: [\(request.at) ms], class: c\(request.classIndex), procedure: p\(index)}"
    }
    let procedures = requests.enumerated().map { index, request in
      let parts = request.counts.enumerated().filter { $1 > 0 }.map { "s\($0): \($1)" }
      return "  p\(index): [{seize: {\(parts.joined(separator: ", "))}}, "
        + "{delay for: \(request.length) ms}]"
    }
    return """
      scenario: requests
      runs until: empty
      classes: [c0, c1]
      stations:
      \(stations.joined(separator: "\n"))
      arrivals:
      \(flows.joined(separator: "\n"))
      procedures:
      \(procedures.joined(separator: "\n"))
      """
  }

  /// Goes from instant to instant and grants whoever is next at all its stations.
  private static func shadow(_ all: [Request], _ queue: String) -> [Request] {
    var requests = all
    var now = -1
    func isBefore(_ left: Request, _ right: Request) -> Bool {
      switch queue {
      case "lifo": left.at > right.at
      case "priority": (left.classIndex, left.at) < (right.classIndex, right.at)
      default: left.at < right.at
      }
    }
    while requests.contains(where: { $0.grantedAt == nil }) {
      let instants = requests.flatMap { request in
        [request.at] + (request.grantedAt.map { [$0 + request.length] } ?? [])
      }
      guard let next = instants.filter({ $0 > now }).min() else { return requests }
      now = next
      var changes = true
      while changes {
        changes = false
        let waiting = requests.indices.filter {
          requests[$0].at <= now && requests[$0].grantedAt == nil
        }
        for index in waiting {
          let isNext = servers.indices.allSatisfy { station in
            let count = requests[index].counts[station]
            guard count > 0 else { return true }
            let busy = requests.reduce(0) { sum, other in
              guard let granted = other.grantedAt, granted + other.length > now else { return sum }
              return sum + other.counts[station]
            }
            let isFirst = !waiting.contains { other in
              requests[other].counts[station] > 0 && isBefore(requests[other], requests[index])
            }
            return isFirst && servers[station] - busy >= count
          }
          if isNext {
            requests[index].grantedAt = now
            changes = true
            break
          }
        }
      }
    }
    return requests
  }
}
