import ClearanceModel
import ClearanceRecords
import EventSimulation
import Testing

/// Random teams, stations and shifts, against plain arrays that do the same.
@Suite struct TeamShadowTests {
  /// A small generator, so that the networks are the same everywhere.
  private struct Numbers {
    var state: UInt64
    mutating func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }

  private struct Station {
    var queue: String
    /// Own servers by the clock; nil without limit.
    var servers: [(from: Int, count: Int)]?
    var waiting: [Int] = []
    var busy = 0
    var open = Int.max
  }

  private struct Team {
    var members: [(from: Int, count: Int)]
    var serves: [Int]
    var inOrder: Bool
    var returns: Bool
    var onShift = 0
    var busy = 0
    var worked = 0
    var overtime = 0
  }

  private struct Request {
    var at: Int
    var station: Int
    var left: Int
    var classIndex: Int
    var began: Int?
    /// When it began or went on; nil where it is not in service.
    var stretch: Int?
    var team = 0
    /// When its service ends; without a meaning before it begins.
    var end = 0
  }

  private struct Network {
    var stations: [Station]
    var teams: [Team]
    var requests: [Request]

    /// Times in microseconds, so that no two things happen at once.
    init(_ numbers: inout Numbers) {
      let count = 2 + numbers.next(3)
      stations = (0..<count).map { _ in
        let queue = ["fifo", "lifo", "priority"][numbers.next(3)]
        guard numbers.next(2) == 0 else { return Station(queue: queue) }
        return Station(queue: queue, servers: Self.shifts(&numbers, least: 1))
      }
      teams = (0..<1 + numbers.next(3)).map { _ in
        var serves = (0..<count).filter { _ in numbers.next(2) == 0 }
        if serves.isEmpty { serves = [numbers.next(count)] }
        if numbers.next(2) == 0 { serves.reverse() }
        return Team(
          members: Self.shifts(&numbers, least: 0),
          serves: serves,
          inOrder: numbers.next(2) == 0,
          returns: numbers.next(2) == 0
        )
      }
      // Somebody serves everywhere.
      teams.append(
        Team(
          members: [(0, 1)],
          serves: Array(0..<count),
          inOrder: numbers.next(2) == 0,
          returns: false
        )
      )
      requests = (0..<80).map { index in
        Request(
          at: index * 5_000_000 + numbers.next(4_999_000),
          station: numbers.next(count),
          left: 1_000_000 + numbers.next(40_000_000),
          classIndex: numbers.next(2)
        )
      }
    }

    private static func shifts(_ numbers: inout Numbers, least: Int) -> [(from: Int, count: Int)] {
      var time = 0
      return (0..<2 + numbers.next(8)).map { index in
        if index > 0 { time += 10_000_000 + numbers.next(60_000_000) }
        return (time, least + numbers.next(3))
      } + [(time + 70_000_000, 1)]
    }

    var text: String {
      func list(_ shifts: [(from: Int, count: Int)]) -> String {
        "[" + shifts.map { "{from: \($0.from) us, count: \($0.count)}" }.joined(separator: ", ")
          + "]"
      }
      let stations = stations.enumerated().map { index, station in
        "  s\(index): {servers: \(station.servers.map(list) ?? "unlimited"), "
          + "queue: \(station.queue)}"
      }
      let teams = teams.enumerated().map { index, team in
        "  t\(index): {members: \(list(team.members)), "
          + "on closing: \(team.returns ? "return to queue" : "finish"), "
          + "serves: [\(team.serves.map { "s\($0)" }.joined(separator: ", "))], "
          + "picks: \(team.inOrder ? "in order" : "longest wait")}"
      }
      let flows = requests.enumerated().map { index, request in
        "  r\(index): {at: [\(request.at) us], class: c\(request.classIndex), procedure: p\(index)}"
      }
      let procedures = requests.enumerated().map { index, request in
        "  p\(index): [{serve at: s\(request.station), for: \(request.left) us}]"
      }
      return """
        scenario: shadow
        runs for: 2000 s
        classes: [c0, c1]
        stations:
        \(stations.joined(separator: "\n"))
        teams:
        \(teams.joined(separator: "\n"))
        arrivals:
        \(flows.joined(separator: "\n"))
        procedures:
        \(procedures.joined(separator: "\n"))
        """
    }

    mutating func run() {
      var now = -1
      for index in stations.indices {
        if let servers = stations[index].servers { stations[index].open = servers[0].count }
      }
      for index in teams.indices { teams[index].onShift = teams[index].members[0].count }
      while true {
        var instants = requests.filter { $0.at > now }.map(\.at)
        instants += requests.filter { $0.stretch != nil }.map(\.end)
        let shifts = stations.compactMap(\.servers) + teams.map(\.members)
        instants += shifts.flatMap { $0.map(\.from) }.filter { $0 > max(now, 0) }
        guard let next = instants.min() else { return }
        for index in teams.indices {
          let from = max(now, 0)
          teams[index].worked += teams[index].busy * (next - from)
          let beyond = max(0, teams[index].busy - teams[index].onShift)
          teams[index].overtime += beyond * (next - from)
        }
        now = next
        change(at: now)
        dispatch(at: now)
      }
    }

    private mutating func change(at now: Int) {
      for index in requests.indices where requests[index].stretch != nil {
        guard requests[index].end == now else { continue }
        stop(index)
      }
      for index in requests.indices where requests[index].at == now {
        let station = requests[index].station
        if stations[station].queue == "lifo" {
          stations[station].waiting.insert(index, at: 0)
        } else {
          stations[station].waiting.append(index)
        }
      }
      for index in stations.indices {
        guard let shift = stations[index].servers?.first(where: { $0.from == now }) else {
          continue
        }
        stations[index].open = shift.count
      }
      for index in teams.indices {
        guard let shift = teams[index].members.first(where: { $0.from == now }) else { continue }
        teams[index].onShift = shift.count
        while teams[index].returns, teams[index].busy > shift.count {
          let served = requests.indices.filter {
            requests[$0].team == index && requests[$0].stretch != nil
          }
          let last = served.max {
            (requests[$0].stretch ?? 0) < (requests[$1].stretch ?? 0)
          }
          guard let last else { break }
          requests[last].left = requests[last].end - now
          stop(last)
          stations[requests[last].station].waiting.insert(last, at: 0)
        }
      }
    }

    private mutating func stop(_ index: Int) {
      requests[index].stretch = nil
      stations[requests[index].station].busy -= 1
      teams[requests[index].team].busy -= 1
    }

    private mutating func dispatch(at now: Int) {
      for team in teams.indices {
        while teams[team].onShift > teams[team].busy {
          let ready = teams[team].serves.filter {
            !stations[$0].waiting.isEmpty && stations[$0].open > stations[$0].busy
          }
          let oldest = ready.min { requests[head($0)].at < requests[head($1)].at }
          guard let station = teams[team].inOrder ? ready.first : oldest else { break }
          let index = head(station)
          stations[station].waiting.removeAll { $0 == index }
          // The team itself has one, if none before it has.
          let member =
            teams.indices.first {
              teams[$0].serves.contains(station) && teams[$0].onShift > teams[$0].busy
            } ?? team
          stations[station].busy += 1
          teams[member].busy += 1
          requests[index].team = member
          requests[index].began = requests[index].began ?? now
          requests[index].stretch = now
          requests[index].end = now + requests[index].left
        }
      }
    }

    private func head(_ station: Int) -> Int {
      let waiting = stations[station].waiting
      guard stations[station].queue == "priority" else { return waiting[0] }
      return waiting.first { requests[$0].classIndex == 0 } ?? waiting[0]
    }
  }

  @Test func sameVisits() throws {
    var (waited, overtime, finished) = (0, 0, 0)
    for seed in 1...60 {
      var numbers = Numbers(state: UInt64(seed * 91))
      var network = Network(&numbers)
      let log = try ReplicationLog(network.text)
      network.run()
      for (index, request) in network.requests.enumerated() {
        let row = try #require(
          log.rows.passages.first { log.plan.flows[Int($0.flow)].name == "r\(index)" }
        )
        #expect(row.startedAt.microseconds == request.began.map(Int64.init))
        guard request.began != nil, request.stretch == nil, request.end < 2_000_000_000 else {
          continue
        }
        #expect(row.leftAt.microseconds == request.end, "r\(index), \(seed)")
        finished += 1
        if request.began != request.at { waited += 1 }
      }
      for (index, team) in network.teams.enumerated() {
        let worked = try #require(try log.value("t\(index).worked.sum"))
        #expect(abs(worked - Double(team.worked) / 3_600e6) < 1e-9, "t\(index), \(seed)")
        let beyond = try #require(try log.value("t\(index).overtime.sum"))
        #expect(abs(beyond - Double(team.overtime) / 3_600e6) < 1e-9, "t\(index), \(seed)")
        overtime += team.overtime
      }
    }
    // Little would be said if nobody had to wait, or nobody worked longer.
    #expect(waited > 1_000 && finished > 4_000 && overtime > 0)
  }
}
