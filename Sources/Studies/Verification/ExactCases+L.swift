/// Trucks that fail and are repaired: a closed population.
extension SizedCase {
  static var familyL: [SizedCase] { [repair(10, 1), repair(20, 2)] }

  private static func repair(_ population: Int, _ servers: Int) -> SizedCase {
    let chain = BirthDeathChain(population: population, rate: 0.1, servers: servers)
    let present = chain.mean(Double.init)
    let flow = chain.mean { Double(min($0, servers)) }
    var values: [ExactValue] = [
      .mean("L", "repair.present.mean", present),
      .minutes("W", "repair.sojourn.mean", present / flow),
      .mean("throughput", "repair.throughput.mean", 60 * flow),
    ]
    if servers == 1 {
      values.append(.mean("1 − p0", "repair.utilisation.mean", 1 - chain.shares[0]))
    }
    return SizedCase(
      "L-MR-\(population)-\(servers)",
      "machine repair, \(population) machines, \(servers) at work, failures 0.1 and repairs 1",
      "balance equations; Gross and Harris, Fundamentals of Queueing Theory, section 2.7",
      load: flow / Double(servers),
      .steady(
        RunLength.time(1.2 * chain.relative(Double.init), precision: 0.01),
        settling: 100
      ),
      values
    )
  }
}
