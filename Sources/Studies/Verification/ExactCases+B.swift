/// Several servers, everything exponential.
extension SizedCase {
  static var familyB: [SizedCase] {
    [
      mmc(2, 1.6, "1.6"), mmc(3, 2.7, "2.7"), mmc(5, 4, "4"), mmc(10, 8, "8"), mmc(20, 19, "19"),
      mmc(100, 95, "95"),
    ]
  }

  private static func mmc(_ servers: Int, _ offered: Double, _ text: String) -> SizedCase {
    let erlang = ErlangFormulas(servers: servers, offered: offered)
    let source = "Erlang (1917); Kleinrock, Queueing Systems I (1975), section 3.5"
    var result = SizedCase.queue(
      "B-MM\(servers)-\(text)",
      "M/M/\(servers), offered \(text)",
      source,
      servers: servers,
      offered: offered,
      variability: 1,
      waiting: erlang.waiting,
      wait: erlang.wait
    )
    // Who knows the mean wait to a hundredth knows quantile and square to three of them, but near
    // saturation not the square.
    if result.exact.values.contains(where: { $0.name == "Wq" }) {
      result.add(.tail("Wq p90", "gate.wait.p90", erlang.waitQuantile(0.9)))
      if erlang.load < 0.95 {
        result.add(.square("E[Wq²]", "gate.wait.mean-square", erlang.waitSquare))
      }
    }
    return result
  }
}
