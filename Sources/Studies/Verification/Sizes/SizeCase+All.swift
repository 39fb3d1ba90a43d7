/// The questions: ten about the servers of one station, and one about two stations in a row.
///
/// The limits lie far enough from what the formulas give for the answer and for one server less, at
/// least a thirtieth, that no answer depends on the indifference band of a fiftieth.
extension SizeCase {
  /// All of them, in the order of their names.
  static let all: [SizeCase] = single + [tandem]

  /// Mean service at the gate [min].
  private static let service = 4.0

  private static var single: [SizeCase] {
    [
      gate("SIZE-01", perHour: 50, "gate.wait.mean <= 2 min") { service * $0.wait <= 2 },
      gate("SIZE-02", perHour: 150, "gate.wait.p95 <= 3 min") {
        service * $0.waitQuantile(0.95) <= 3
      },
      gate("SIZE-03", perHour: 300, "gate.wait.share-waiting <= 25%") { $0.waiting <= 0.25 },
      gate("SIZE-04", perHour: 90, "gate.wait.share-within-5min >= 95%") {
        service * $0.waitQuantile(0.95) <= 5
      },
      gate("SIZE-05", perHour: 120, "gate.queue.mean <= 1") { $0.queue <= 1 },
      gate("SIZE-06", perHour: 200, "gate.utilisation.mean <= 80%") { $0.load <= 0.8 },
      gate("SIZE-07", perHour: 75, "gate.wait.p99 <= 5 min") {
        service * $0.waitQuantile(0.99) <= 5
      },
      gate("SIZE-08", perHour: 60, "gate.sojourn.mean <= 5 min") {
        service * (1 + $0.wait) <= 5
      },
      gate("SIZE-09", perHour: 80, "gate.present.mean <= 6") { $0.present <= 6 },
      lossy,
    ]
  }

  private static func gate(
    _ id: String,
    perHour: Int,
    _ target: String,
    _ isEnough: (ErlangFormulas) -> Bool
  ) -> SizeCase {
    let offered = Double(perHour) / 60 * service
    // A steady state needs more servers than erlangs.
    let least = (Int(offered) + 1...40).first {
      isEnough(ErlangFormulas(servers: $0, offered: offered))
    }
    return gate(
      id,
      perHour: perHour,
      model: "M/M/c, \(perHour) per h, 4 min each",
      source: "Erlang, Post Office Electrical Engineers' Journal 10 (1917)",
      target,
      least: least,
      load: least.map { offered / Double($0) }
    )
  }

  /// A place for twenty, of whom so many are served at a time.
  private static var lossy: SizeCase {
    let offered = 150.0 / 60 * service
    let lost: (Int) -> Double = { servers in
      var chance = 1.0
      var sum = 1.0
      for number in 1...20 {
        chance *= offered / Double(min(number, servers))
        sum += chance
      }
      return chance / sum
    }
    let least = (1...20).first { lost($0) <= 0.015 }
    return gate(
      "SIZE-10",
      perHour: 150,
      model: "M/M/c/20, 150 per h, 4 min each",
      source: "Kleinrock, Queueing Systems, volume 1 (1975), section 3.6",
      "gate.lost.share <= 1.5%",
      capacity: 20,
      least: least,
      load: least.map { offered / Double($0) }
    )
  }

  private static func gate(
    _ id: String,
    perHour: Int,
    model: String,
    source: String,
    _ target: String,
    capacity: Int? = nil,
    least: Int?,
    load: Double?
  ) -> SizeCase {
    let key = "stations.gate.servers"
    let room = capacity.map { ", capacity: \($0)" } ?? ""
    return SizeCase(
      exact: ExactCase(
        id: id,
        model: "\(model): the least c with \(target)",
        source: source,
        values: [
          ExactValue(name: "c", measure: key, exact: least.map(Double.init) ?? 0, kind: .exactly)
        ],
        load: load ?? 1
      ),
      scenario: """
        scenario: \(id)
        runs for: 320 h
        warm up: 20 h
        stations:
          gate: {servers: 1\(room)}
        arrivals:
          trucks: {rate: \(perHour) per h, procedure: pass}
        procedures:
          pass:
            - serve at: gate
              for: exponential(4 min)
        """,
      levers: ["\(key)=1..\(capacity ?? 40)"],
      target: target
    )
  }

  /// Two stations in a row, each an M/M/c queue by Burke's theorem, at 2 and 3 for a server.
  private static var tandem: SizeCase {
    let (gateService, deskService, perMinute, limit) = (4.0, 6.0, 50.0 / 60, 13.0)
    let stay: (Int, Double) -> Double = { servers, service in
      let offered = perMinute * service
      guard Double(servers) > offered else { return .infinity }
      return service * (1 + ErlangFormulas(servers: servers, offered: offered).wait)
    }
    var best: (cost: Int, gate: Int, desk: Int)?
    for gate in 1...15 {
      for desk in 1...15 where stay(gate, gateService) + stay(desk, deskService) <= limit {
        let cost = 2 * gate + 3 * desk
        if cost < best?.cost ?? .max { best = (cost, gate, desk) }
      }
    }
    let keys = ["stations.gate.servers", "stations.desk.servers"]
    let answer = [best?.gate, best?.desk]
    return SizeCase(
      exact: ExactCase(
        id: "SIZE-11",
        model: "M/M/c behind M/M/c, 50 per h: the cheapest with a stay of at most 13 min",
        source: "Burke, Operations Research 4 (1956); Erlang (1917)",
        values: zip(keys, answer).map { key, least in
          ExactValue(name: key, measure: key, exact: Double(least ?? 0), kind: .exactly)
        },
        load: 0.8
      ),
      scenario: """
        scenario: SIZE-11
        runs for: 320 h
        warm up: 20 h
        stations:
          gate: {servers: 1}
          desk: {servers: 1}
        arrivals:
          trucks: {rate: 50 per h, procedure: pass}
        procedures:
          pass:
            - serve at: gate
              for: exponential(4 min)
            - serve at: desk
              for: exponential(6 min)
        """,
      levers: ["\(keys[0])=1..15@2", "\(keys[1])=1..15@3"],
      target: "flow.trucks.clearance.mean <= 13 min"
    )
  }
}
