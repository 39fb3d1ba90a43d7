/// Several servers, services of phases.
extension SizedCase {
  static var familyG: [SizedCase] {
    let erlang: [(Int, Int, Double)] = [
      (2, 2, 0.5), (2, 2, 0.8), (2, 2, 0.9), (3, 2, 0.9), (2, 3, 0.9), (2, 5, 0.8), (2, 5, 0.9),
      (4, 4, 0.9),
    ]
    let branches: [(Int, Double, Double)] = [(2, 0.8, 2)]
    return erlang.map { phases, servers, load in
      phased(
        "G-ME\(phases)\(servers)-\(load)",
        "M/E\(phases)/\(servers), load \(load)",
        .erlang(phases, servers: servers, arrivals: load * Double(servers)),
        load,
        scv: 1 / Double(phases)
      )
    }
      + branches.map { servers, load, scv in
        phased(
          "G-MH2-\(servers)-\(load)-scv\(Int(scv))",
          "M/H2/\(servers), balanced means, squared cv \(Int(scv)), load \(load)",
          .hyperexponential(scv: scv, servers: servers, arrivals: load * Double(servers)),
          load,
          scv: scv
        )
      }
  }

  private static func phased(
    _ id: String,
    _ model: String,
    _ process: PhaseService,
    _ load: Double,
    scv: Double
  ) -> SizedCase {
    let answer = process.solve()
    return .queue(
      id,
      model,
      "balance equations of the phases; Neuts, Matrix-Geometric Solutions (1981)",
      servers: process.servers,
      offered: process.arrivals,
      // Below saturation uneven services make the stay more scattered than scaling says.
      variability: (1 + scv) / 2 * (scv > 1 ? 1 + 0.3 * scv : 1),
      waiting: answer.waiting,
      wait: answer.wait
    )
  }
}
