/// One server, services of many kinds.
extension SizedCase {
  static var familyD: [SizedCase] {
    [
      mg1("E2", "E2", .gamma(scv: 1 / 2), [0.7, 0.9]),
      mg1("E4", "E4", .gamma(scv: 1 / 4), [0.7, 0.9]),
      mg1("U", "uniform from 0.5 to 1.5", .uniform(0.5, 1.5), [0.7, 0.9]),
      mg1("LN-cv1", "lognormal, cv 1", .lognormal(cv: 1), [0.7]),
      mg1("LN-cv1.5", "lognormal, cv 1.5", .lognormal(cv: 1.5), [0.7]),
      mg1("Gamma-scv0.25", "gamma, squared cv 0.25", .gamma(scv: 1 / 4), [0.7]),
      mg1("Tri", "triangular 0.5, 0.8, 1.7", .triangular(0.5, 0.8, 1.7), [0.7]),
      mg1("H2-scv4", "H2 with balanced means, squared cv 4", .hyperexponential(scv: 4), [0.7]),
    ].flatMap { $0 }
  }

  private static func mg1(
    _ word: String,
    _ service: String,
    _ moments: ServiceMoments,
    _ loads: [Double]
  ) -> [SizedCase] {
    loads.map { load in
      let queue = PollaczekKhinchine(arrivals: load, service: moments)
      // The sixth moment of a lognormal with cv 1.5 is 50 million: the second moment of the wait
      // would need ten times as long a run as the mean.
      let squares = word != "LN-cv1.5"
      var values: [ExactValue] = [
        .minutes("Wq", "gate.wait.mean", queue.wait),
        .mean("Lq", "gate.queue.mean", queue.queue),
      ]
      if squares { values.append(.square("E[Wq²]", "gate.wait.mean-square", queue.waitSquare)) }
      return SizedCase(
        "D-MG1-\(word)-\(load)",
        "M/G/1, service \(service), load \(load)",
        "Pollaczek (1930); Khinchine (1932); second moment: Takács (1962)",
        load: load,
        .queue(
          1,
          load,
          variability: (1 + moments.scv) / 2 * skew(moments, load),
          squares ? .waitSquare : .wait
        ),
        values
      )
    }
  }

  /// What a third moment above that of a gamma service adds, the less the nearer to saturation.
  private static func skew(_ moments: ServiceMoments, _ load: Double) -> Double {
    let ratio = moments.third / ServiceMoments.gamma(scv: moments.scv).third
    return 1 + max(0, ratio - 1) * (1 - load) / 0.25
  }
}
