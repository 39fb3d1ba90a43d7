/// Gates in customs words whose answers are known: every truck has its papers and fits them.
extension ExactCase {
  static var customs: [ExactCase] { [randomLanes(0.7), oneQueue(4, 2.8)] }

  /// Four lanes picked at random: each is M/M/1, service rate 1 a minute.
  private static func randomLanes(_ rho: Double) -> ExactCase {
    let wait = rho / (1 - rho)
    return ExactCase(
      scenario: "S-GATE-MM1x4-\(rho)",
      values: [
        .mean("main-in.wait.share-waiting", rho),
        .coarse("main-in.wait.mean", wait * 60),
        .coarse("main-in.sojourn.mean", (wait + 1) * 60),
        .coarse("main-in.present.mean", 4 * rho / (1 - rho)),
        // One lane has a quarter of the trucks.
        .mean("main-in.in-3.wait.share-waiting", rho),
        .coarse("main-in.in-3.sojourn.mean", (wait + 1) * 60),
      ]
    )
  }

  /// One queue before all servers of a gate: Erlang's C formula.
  private static func oneQueue(_ servers: Int, _ load: Double) -> ExactCase {
    var blocking = 1.0
    for count in 1...servers { blocking = load * blocking / (Double(count) + load * blocking) }
    let waiting = blocking / (1 - load / Double(servers) * (1 - blocking))
    let wait = waiting / (Double(servers) - load)
    return ExactCase(
      scenario: "S-GATE-MM4-\(load)",
      values: [
        .mean("main-in.wait.share-waiting", waiting),
        .coarse("main-in.wait.mean", wait * 60),
        .coarse("main-in.queue.mean", load * wait),
        .mean("main-in.present.mean", load * wait + load),
      ]
    )
  }
}

extension ExactCase.Value {
  /// A mean known to 3 %: a truck at a gate takes many steps, and fewer of them are simulated.
  fileprivate static func coarse(_ measure: String, _ exact: Double) -> Self {
    Self(measure: measure, exact: exact, precision: 0.03)
  }
}
