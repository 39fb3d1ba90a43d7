import OutputAnalysis

/// The best of five, where all others are worse by exactly the indifference zone.
extension StatisticalCase {
  /// Trials of the selection.
  private static let selections = 400
  /// The one of the five that is best: the gate with three lanes.
  private static let best = 2
  /// Mean stay at the best gate, and by how much those at the others are longer [min].
  private static let stay = 4.0
  private static let zone = 0.5

  static var selection: StatisticalCase {
    let exact = ExactCase(
      id: "SELECT-BEST",
      model: "five gates M/M/1 to M/M/5 from empty, the first 50: the best by KN, zone 30 s",
      source: "Kim and Nelson, ACM Transactions on Modeling and Computer Simulation 11 (2001)",
      values: [
        ExactValue(
          name: "P(best)",
          measure: "selected",
          exact: 0.95,
          kind: .within(0.95...1)
        )
      ],
      load: 0.9
    )
    return StatisticalCase(exact: exact) { trials in
      try await select(exact.id, trials)
    }
  }

  /// The mean services [min] for which the first 50 stay as long as they are to, by number of servers.
  static let services: [Double] =
    (1...5).map { servers in
      let goal = stay + (servers - 1 == best ? 0 : zone)
      // The stay grows with the service, so halving finds it.
      var (low, high) = (0.0, goal)
      for _ in 0..<40 {
        let middle = (low + high) / 2
        let waits = FirstWaits(servers: servers, rate: 1, service: middle, count: 50)
        if waits.average + middle < goal { low = middle } else { high = middle }
      }
      return low
    }

  private static func select(_ id: String, _ trials: Trials) async throws -> Outcome? {
    let designs = try services.enumerated().map { index, service in
      try TrialScenario(
        id,
        measure: "gate.sojourn.mean",
        overrides: [
          "stations.gate.servers=\(index + 1)",
          "procedures.pass[0].for=exponential(\(60 * service) s)",
        ]
      )
    }
    let found = await sideBySide(trials.count ?? selections, workers: trials.workers) {
      var simulators = designs.map(\.simulator)
      return { trial in
        let before = simulators.reduce(0) { $0 + $1.trucks }
        var selection = SelectionOfTheBest(
          designs: designs.count,
          goal: .smallest,
          indifference: 60 * zone,
          confidence: 0.95
        )
        // Seeds that neither other trials nor a second verification have.
        let seed = trials.seed &* 1_000_003 &+ UInt64(trial)
        while selection.best == nil {
          let number = selection.replications + 1
          selection.add(selection.survivors.map { simulators[$0].value(number, seed: seed) })
        }
        let trucks = simulators.reduce(0) { $0 + $1.trucks } - before
        return (isRight: selection.best == best, trucks: trucks)
      }
    }
    guard let found else { return nil }
    return Outcome(
      findings: [.share(of: found.map(\.isRight))],
      trucks: found.reduce(0) { $0 + $1.trucks }
    )
  }
}
