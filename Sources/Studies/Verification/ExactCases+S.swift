/// Gates in customs words whose answers are known: every truck has its papers and fits them.
extension ExactCase {
  static var familyS: [ExactCase] { [randomLanes, oneQueue] }

  /// Four lanes picked at random: each is M/M/1, service rate 1 a minute.
  private static var randomLanes: ExactCase {
    let rho = 0.7
    let wait = rho / (1 - rho)
    return ExactCase(
      id: "S-GATE-MM1x4-\(rho)",
      model: "customs gate, four lanes at random: M/M/1 each, load \(rho)",
      source: "Kleinrock, Queueing Systems I (1975), section 3.2",
      values: [
        gate("Pw", "wait.share-waiting", rho), gate("W", "sojourn.mean", (wait + 1) * 60),
        gate("L", "present.mean", 4 * wait),
        // One lane has a quarter of the trucks.
        gate("Pw, lane 3", "in-3.wait.share-waiting", rho),
      ],
      load: rho
    )
  }

  /// One queue before all servers of a gate: Erlang's C formula.
  private static var oneQueue: ExactCase {
    let servers = 4
    let load = 2.8
    var blocking = 1.0
    for count in 1...servers { blocking = load * blocking / (Double(count) + load * blocking) }
    let rho = load / Double(servers)
    let waiting = blocking / (1 - rho * (1 - blocking))
    let wait = waiting / (Double(servers) - load)
    return ExactCase(
      id: "S-GATE-MM4-\(load)",
      model: "customs gate, one queue before four lanes: M/M/4, load 0.7",
      source: "Erlang (1917); Kleinrock, Queueing Systems I (1975), section 3.5",
      values: [
        gate("Pw", "wait.share-waiting", waiting),
        gate("L", "present.mean", load * wait + load),
      ],
      load: rho
    )
  }

  private static func gate(_ name: String, _ measure: String, _ exact: Double) -> ExactValue {
    ExactValue(name: name, measure: "main-in.\(measure)", exact: exact, kind: .mean)
  }
}
