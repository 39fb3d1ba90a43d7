/// One server, all services equally long.
extension SizedCase {
  static var familyE: [SizedCase] {
    [0.5, 0.8, 0.9].map { load in
      let queue = PollaczekKhinchine(arrivals: load, service: .constant)
      let distribution = Crommelin(servers: 1, offered: load)
      return SizedCase(
        "E-MD1-\(load)",
        "M/D/1, load \(load)",
        "Pollaczek (1930); distribution of waits: Crommelin (1932)",
        load: load,
        .queue(1, load, variability: 0.5, .waitSquare),
        [
          .minutes("Wq", "gate.wait.mean", queue.wait),
          .square("E[Wq²]", "gate.wait.mean-square", queue.waitSquare),
          .mean("P(Wq ≤ 1)", "gate.wait.share-within-1min", distribution.share(within: 1)),
          .mean("P(Wq ≤ 3)", "gate.wait.share-within-3min", distribution.share(within: 3)),
          .mean("P(Wq ≤ 5.5)", "gate.wait.share-within-330s", distribution.share(within: 5.5)),
        ]
      )
    }
  }
}
