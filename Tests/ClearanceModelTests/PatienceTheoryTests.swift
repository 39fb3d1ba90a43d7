import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import RandomVariates
import ScenarioFiles
import Testing

/// Patience against exact answers, and the laws of every run over many small networks.
@Suite struct PatienceTheoryTests {
  /// M/M/10+M (Garnett, Mandelbaum and Reiman, Manufacturing & Service Operations Management 4,
  /// 2002): 10 arrivals per hour, services of an hour, patience of 5 hours on average.
  @Test func abandonment() throws {
    let log = try ReplicationLog(
      """
      scenario: Erlang A
      runs for: 6000 h
      warm up: 100 h
      seed: 7
      stations: {b: {servers: 10}}
      arrivals: {t: {rate: 10 per h, procedure: p}}
      procedures: {p: [{serve at: b, for: exponential(1 h), patience: exponential(5 h)}]}
      """,
      recording: .summary
    )
    // Four standard errors of runs of this length, as found over 30 of them.
    let tolerance = [0.0080, 0.50, 0.050, 0.045]
    let names = ["b.reneged.share", "b.queue.mean", "b.wait-all.mean", "b.wait-all.share-waiting"]
    let exact = [0.07769, 3.88464, 0.38846 * 3600, 0.71563]
    for (index, name) in names.enumerated() {
      let value = try #require(try log.value(name))
      let scale = index == 2 ? 3600.0 : 1
      #expect(abs(value - exact[index]) < tolerance[index] * scale, "\(name): \(value)")
    }
  }

  /// Who leaves where more than 3 wait makes M/M/1/5, whose loss is Erlang's for one server.
  @Test func balking() throws {
    let log = try ReplicationLog(
      """
      scenario: M/M/1/5
      runs for: 3000 h
      seed: 3
      stations: {b: {servers: 1}}
      arrivals: {t: {rate: 10 per h, procedure: p}}
      procedures: {p: [{serve at: b, for: exponential(8 min), leaves if queue over: 3}]}
      """,
      recording: .summary
    )
    let load = 4.0 / 3
    let powers = (0...5).map { power in (0..<power).reduce(1.0) { product, _ in product * load } }
    let loss = powers[5] / powers.reduce(0, +)
    let found = try #require(try log.value("b.lost.share"))
    // Four standard errors: some 0.005 each for 30,000 trucks in short cycles.
    #expect(abs(found - loss) < 0.02, "\(found), exactly \(loss)")
    #expect(try log.value("b.queue.max") == 4)
  }

  /// Every run checks its laws at its end: here those of small networks in which all that lets
  /// trucks leave meets all disciplines, closings, seizing, lanes and returns.
  @Test(arguments: 1...30)
  func conservation(seed: UInt64) throws {
    var random = SequentialStream(seed: seed)
    func pick(_ words: String...) -> String { words[Int(random.nextUnit() * Double(words.count))] }
    func station() -> String {
      let queue = pick("fifo", "lifo", "random", "priority", "shortest-job")
      let room = pick(
        "",
        ", capacity: 4",
        ", capacity: 2",
        ", capacity: 3, when full: block upstream"
      )
      let servers = pick(
        "servers: 2",
        "servers: 3",
        "lanes: [{name: l1}, {name: l2}]",
        "jockeying: yes, lanes: [{name: l1}, {name: l2, servers: 2}]",
        "servers: 2, fails after: exponential(30 min), repaired in: 5 min",
        "servers: [{from: 0 h, count: 2}, {from: 1 h, count: 0}, {from: 1.5 h, count: 2}], "
          + "repeats every: 2 h, on closing: \(pick("finish", "return to queue"))"
      )
      return "{\(servers), queue: \(queue)\(room)}"
    }
    func impatience() -> String {
      pick(
        "patience: exponential(10 min)",
        "patience: 'uniform(0 s, 30 min)'",
        "patience: 2 min, leaves if queue over: 2",
        "leaves if queue over: 1"
      )
    }
    func leaving() -> String {
      pick(
        "",
        ", on leaving: [{delay for: exponential(5 min)}]",
        ", on leaving: [{delay for: 3 min}, {choose: [{share: 60%, go to: first}]}, {go to: end}]",
        ", on leaving: [{serve at: b, for: 1 min, patience: 5 min}]"
      )
    }
    let text = """
      scenario: a small network
      runs for: 20 h
      warm up: 5 h
      seed: \(seed)
      classes: [high, low]
      stations:
        a: \(station())
        b: \(station())
        c: {servers: 2, queue: \(pick("fifo", "lifo", "random", "priority"))}
      arrivals:
        t: {rate: 30 per h, class: {high: 30%, low: 70%}, procedure: p}
      procedures:
        p:
          - {name: first, serve at: a, for: exponential(4 min), \(impatience())\(leaving())}
          - {seize: {c: \(pick("1", "2"))}, \(impatience())\(leaving())}
          - {serve at: b, for: exponential(4 min), \(impatience())\(leaving())}
          - {release: c}
      """
    let log = try ReplicationLog(text)
    let gone = log.rows.passages.count { $0.outcome == .reneged }
    let lost = log.rows.passages.count { $0.outcome == .turnedAway }
    #expect(gone + lost > 0, "\(text)")
    // What is recorded does not change what happens.
    let again = try ReplicationLog(text, recording: .summary)
    #expect(again.statistics.fingerprint == log.statistics.fingerprint)
    for (index, place) in log.statistics.places.enumerated() where place.visits.count > 0 {
      let rows = log.rows.passages.filter {
        Int($0.lane == noPlace ? $0.place : $0.lane) == index && $0.outcome == .reneged
          && $0.leftAt >= log.statistics.start
      }
      if log.plan.places[index].lanes.isEmpty { #expect(Int64(rows.count) == place.reneged) }
    }
  }
}
