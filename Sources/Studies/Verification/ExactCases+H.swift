/// Arrivals that are no Poisson process.
extension SizedCase {
  static var familyH: [SizedCase] {
    [
      renewal("DM1", "D/M/1", .constant(servers: 1, rate: 0.8), 0.8, scv: 0),
      renewal("DM2", "D/M/2", .constant(servers: 2, rate: 1.6), 0.8, scv: 0),
      renewal("DM5", "D/M/5", .constant(servers: 5, rate: 4.5), 0.9, scv: 0),
      renewal("E2M1", "E2/M/1", .erlang(2, servers: 1, rate: 0.8), 0.8, scv: 0.5),
      renewal("E2M3", "E2/M/3", .erlang(2, servers: 3, rate: 2.7), 0.9, scv: 0.5),
      renewal(
        "H2scv4M1",
        "H2/M/1, balanced means, squared cv 4",
        .hyperexponential(scv: 4, servers: 1, rate: 0.8),
        0.8,
        scv: 4
      ),
    ]
  }

  private static func renewal(
    _ word: String,
    _ model: String,
    _ queue: RenewalArrivals,
    _ load: Double,
    scv: Double
  ) -> SizedCase {
    .queue(
      "H-\(word)-\(load)",
      "\(model), load \(load)",
      "Takács, Introduction to the Theory of Queues (1962), chapter 2",
      servers: queue.servers,
      offered: load * Double(queue.servers),
      // Below saturation regular arrivals leave waits rarer, and more scattered, than scaling says.
      variability: (1 + scv) / 2 * (scv < 1 && queue.servers < 3 ? 1.6 : 1),
      waiting: queue.waiting,
      wait: queue.wait
    )
  }
}
