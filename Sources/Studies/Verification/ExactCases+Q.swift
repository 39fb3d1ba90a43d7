/// Who waits too long leaves.
extension SizedCase {
  static var familyQ: [SizedCase] {
    [impatient(100, 100, 1, "1"), impatient(10, 10, 0.2, "0.2")]
  }

  private static func impatient(
    _ servers: Int,
    _ offered: Double,
    _ rate: Double,
    _ text: String
  ) -> SizedCase {
    let chain = BirthDeathChain(
      arrivals: offered,
      servers: servers,
      places: servers + 300,
      impatience: rate
    )
    let waiting = { (state: Int) in Double(max(0, state - servers)) }
    let queue = chain.mean(waiting)
    let delayed = chain.mean { $0 >= servers ? 1 : 0 }
    let gone = rate * queue / offered
    return SizedCase(
      "Q-ERLA-\(servers)-\(Int(offered))-\(text)",
      "M/M/\(servers)+M, offered \(Int(offered)), patience \(text == "1" ? "1" : "5")",
      "Palm (1957); Garnett, Mandelbaum and Reiman, Manufacturing & Service Operations 4 (2002)",
      load: offered * (1 - gone) / Double(servers),
      .steady(
        // Those who leave are counted one by one.
        RunLength.time(
          chain.relative(waiting) + 1 / (rate * queue),
          precision: RunLength.precision(load: offered * (1 - gone) / Double(servers))
        ),
        settling: 100
      ),
      [
        .mean("P(abandon)", "gate.reneged.share", gone),
        .mean("Lq", "gate.queue.mean", queue),
        .minutes("Wq of all", "gate.wait-all.mean", queue / offered),
        // Who left has waited: of those served, as many less have.
        .mean("Pw, served", "gate.wait.share-waiting", (delayed - gone) / (1 - gone)),
      ]
    )
  }
}
