/// Networks with a product form.
extension SizedCase {
  static var familyK: [SizedCase] { [feedback, tandem] }

  private static let source = "Jackson, Operations Research 5 (1957)"

  private static var feedback: SizedCase {
    SizedCase(
      "K-FB",
      "M/M/1, half of the served join the queue again, load 0.8",
      source,
      load: 0.8,
      // The number present is that of M/M/1 with services of two minutes.
      .queue(1, 0.8, minutes: 2, .stay),
      [
        .mean("L", "gate.present.mean", 4), .minutes("T", "flow.trucks.clearance.mean", 10),
      ]
    )
  }

  private static var tandem: SizedCase {
    let loads = [0.7, 0.7 / 0.9, 0.7 / 0.8]
    let present = loads.map { $0 / (1 - $0) }.reduce(0, +)
    return SizedCase(
      "K-TAND3",
      "three M/M/1 in tandem, loads 0.7, 0.778 and 0.875",
      source,
      load: 0.875,
      length(services: [1, 1 / 0.9, 1 / 0.8], loads),
      [
        .mean("L", "zone.present.mean", present),
        .minutes("T", "flow.trucks.clearance.mean", present / 0.7),
      ]
    )
  }

  /// Variances of independent queues add up; those in a row share arrivals, which adds a third.
  private static func length(services: [Double], _ loads: [Double]) -> Length {
    var variance = 0.0
    var present = 0.0
    for (service, load) in zip(services, loads) {
      let chain = BirthDeathChain(arrivals: load, servers: 1, places: 400)
      variance += service * chain.varianceConstant(Double.init)
      present += chain.mean(Double.init)
    }
    return .steady(
      RunLength.time(4 / 3 * variance / (present * present), precision: 0.01),
      settling: 1.25 * RunLength.settling(servers: 1, offered: 0.875)
    )
  }
}
