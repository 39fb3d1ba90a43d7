/// Limited room, everything exponential.
extension SizedCase {
  static var familyC: [SizedCase] {
    [
      finite(1, 5, 0.9, "0.9"), finite(1, 10, 1.2, "1.2"), finite(3, 10, 2.7, "2.7"),
      finite(8, 20, 10, "10"),
    ]
  }

  private static func finite(
    _ servers: Int,
    _ places: Int,
    _ rate: Double,
    _ text: String
  ) -> SizedCase {
    let chain = BirthDeathChain(arrivals: rate, servers: servers, places: places)
    let lost = chain.shares[places]
    let present = chain.mean(Double.init)
    let waiting = { (state: Int) in Double(max(0, state - servers)) }
    let queue = chain.mean(waiting)
    let served = rate * (1 - lost)
    let time =
      [
        chain.relative(Double.init), chain.relative(waiting), chain.relativeLoss(arrivals: rate),
      ].map { RunLength.time($0, precision: 0.01) }.max() ?? 0
    var values: [ExactValue] = [
      .mean("PK", "gate.lost.share", lost),
      .mean("L", "gate.present.mean", present),
      .mean("Lq", "gate.queue.mean", queue),
      .mean("λ effective", "gate.throughput.mean", 60 * served),
      .minutes("W", "gate.sojourn.mean", present / served),
      .minutes("Wq", "gate.wait.mean", queue / served),
    ]
    if servers == 1 {
      values.append(.mean("1 − p0", "gate.utilisation.mean", 1 - chain.shares[0]))
    }
    return SizedCase(
      "C-MM\(servers)K\(places)-\(text)",
      "M/M/\(servers)/\(places), offered \(text)",
      "balance equations of the birth and death chain; Kleinrock (1975), section 3.6",
      load: rate / Double(servers),
      .steady(time, settling: 10 * Double(places)),
      values
    )
  }
}
