/// Several servers, all services equally long.
extension SizedCase {
  static var familyF: [SizedCase] {
    let poisson: [(Int, Double)] = [
      (2, 0.5), (2, 0.8), (2, 0.9), (2, 0.95), (5, 0.8), (5, 0.9), (10, 0.8), (10, 0.9), (20, 0.9),
      (20, 0.95),
    ]
    let erlang: [(Int, Int, Double)] = [
      (2, 1, 0.8), (2, 2, 0.8), (2, 5, 0.9), (3, 3, 0.9), (10, 4, 0.95),
    ]
    return poisson.map { servers, load in
      constant("F-MD\(servers)-\(load)", "M/D/\(servers), load \(load)", 1, servers, load)
    }
      + erlang.map { phases, servers, load in
        constant(
          "F-E\(phases)D\(servers)-\(load)",
          "E\(phases)/D/\(servers), load \(load)",
          phases,
          servers,
          load
        )
      }
  }

  private static func constant(
    _ id: String,
    _ model: String,
    _ phases: Int,
    _ servers: Int,
    _ load: Double
  ) -> SizedCase {
    // E_k/D/c waits as M/D/kc does.
    let queue = Crommelin(servers: phases * servers, offered: load * Double(phases * servers))
    let rate = load * Double(servers)
    return .queue(
      id,
      model,
      "Crommelin (1932); Janssen and van Leeuwaarden, Queueing Systems 50 (2005)",
      servers: servers,
      offered: rate,
      // Below saturation regular arrivals leave waits rarer, and more scattered, than scaling says.
      variability: 0.5 / Double(phases) * (phases > 1 ? 1.5 : 1),
      waiting: queue.waiting,
      wait: queue.wait
    )
  }
}
