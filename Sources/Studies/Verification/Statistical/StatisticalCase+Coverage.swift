import OutputAnalysis

/// Student's intervals over the replications of something that begins and ends.
extension StatisticalCase {
  static var coverage: [StatisticalCase] {
    [
      firstWaits("COVER-MM1", each: 100, band: coverageBand),
      // The average wait of 25 is skewed: thirty of them are too few for the normal law to hold.
      firstWaits("SKEW-MM1", each: 30, band: 0.915...0.945),
      present,
    ]
  }

  /// Experiments with 95 % intervals.
  private static let experiments = 2_000

  /// The average wait of the first 25 in M/M/1.
  private static func firstWaits(
    _ id: String,
    each: Int,
    band: ClosedRange<Double>
  ) -> StatisticalCase {
    let value = ExactValue.minutes(
      "d25",
      "gate.wait.mean",
      0.9 * FirstDelays(load: 0.9, count: 25).average(25)
    )
    return covering(
      id,
      "M/M/1 from empty, load 0.9, average wait of the first 25",
      "Takács (1962), chapter 1; Law, Simulation Modeling and Analysis, section 9.4",
      value,
      each: each,
      band: band
    )
  }

  /// The number present in M/M/3 after ten mean services.
  private static var present: StatisticalCase {
    var equations = KolmogorovEquations(servers: 3, service: 1, places: 240, step: 0.1) { _ in 2.7 }
    equations.advance(to: 10)
    return covering(
      "COVER-MM3",
      "M/M/3 from empty, offered 2.7, number present after 10 min",
      "Kolmogorov's forward equations",
      .mean("N(10)", "gate.present.at-10min", equations.mean(Double.init)),
      each: 100,
      band: coverageBand
    )
  }

  private static func covering(
    _ id: String,
    _ model: String,
    _ source: String,
    _ value: ExactValue,
    each: Int,
    band: ClosedRange<Double>
  ) -> StatisticalCase {
    let coverage = ExactValue(
      name: "coverage",
      measure: "coverage",
      exact: 0.95,
      kind: .within(band)
    )
    let exact = ExactCase(
      id: id,
      model: "\(model): 95% intervals of \(each) replications",
      source: source,
      // Fewer replications do not know the value itself well enough.
      values: each < 100 ? [coverage] : [coverage, value],
      load: 0.9
    )
    return StatisticalCase(exact: exact) { trials in
      try await cover(exact, value, each: each, trials)
    }
  }

  private static func cover(
    _ exact: ExactCase,
    _ value: ExactValue,
    each: Int,
    _ trials: Trials
  ) async throws -> Outcome? {
    let scenario = try TrialScenario(exact.id, measure: value.measure)
    let found = await sideBySide(trials.count ?? experiments, workers: trials.workers) {
      var simulator = scenario.simulator
      return { experiment in
        let before = simulator.trucks
        var tally = Tally()
        for index in 1...each {
          tally.add(simulator.value(experiment * each + index, seed: trials.seed))
        }
        return (tally: tally, trucks: simulator.trucks - before)
      }
    }
    guard let found else { return nil }
    var all = Tally()
    for (tally, _) in found { all.merge(tally) }
    let covered = found.map { StudentInterval($0.tally, confidence: 0.95).covers(value.exact) }
    let interval = StudentInterval(all, confidence: VerificationRule.confidence)
    let findings = [
      Finding.share(of: covered),
      Finding(
        estimate: interval?.estimate,
        halfWidth: interval?.halfWidth,
        replications: all.count,
        unit: scenario.unit
      ),
    ]
    return Outcome(
      findings: Array(findings.prefix(exact.values.count)),
      trucks: found.reduce(0) { $0 + $1.trucks }
    )
  }
}

extension StudentInterval? {
  /// Whether there is an interval, with the value inside.
  func covers(_ value: Double) -> Bool {
    guard let self, let halfWidth = self.halfWidth else { return false }
    return abs(self.estimate - value) <= halfWidth
  }
}
