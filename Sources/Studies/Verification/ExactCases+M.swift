/// No room to wait: the loss does not depend on the kind of service.
extension SizedCase {
  static var familyM: [SizedCase] {
    [
      loss(10, 10, "exponential", scv: 1), loss(5, 8, "lognormal, cv 1.5", scv: 2.25),
      loss(2, 5, "H2, squared cv 4", scv: 4),
    ]
  }

  private static func loss(
    _ offered: Int,
    _ servers: Int,
    _ service: String,
    scv: Double
  ) -> SizedCase {
    let rate = Double(offered)
    let chain = BirthDeathChain(arrivals: rate, servers: servers, places: servers)
    return SizedCase(
      "M-ERLB-\(offered)-\(servers)",
      "M/G/\(servers)/\(servers), service \(service), offered \(offered)",
      "Erlang (1917); insensitivity: Sevastyanov, Theory of Probability 2 (1957)",
      load: rate / Double(servers),
      .steady(
        RunLength.time(
          max(0.75, (1 + scv) / 2) * chain.relativeLoss(arrivals: rate),
          precision: RunLength.precision(load: rate / Double(servers))
        ),
        settling: 30
      ),
      [
        .mean(
          "B",
          "gate.lost.share",
          ErlangFormulas(servers: servers, offered: rate).blocking
        )
      ]
    )
  }
}
