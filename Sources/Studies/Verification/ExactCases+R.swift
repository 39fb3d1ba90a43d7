/// The first that come to an empty server.
extension SizedCase {
  static var familyR: [SizedCase] { [first, law] }

  private static let source =
    "Takács (1962), chapter 1; Law, Simulation Modeling and Analysis, section 9.4"

  /// The variance of numbers found leaves out that who needs long lets more come.
  private static let scatter = 1.5

  private static var first: SizedCase {
    let delays = FirstDelays(load: 0.5, count: 100)
    let counts = [10, 25, 50, 100]
    let relative = counts.map {
      delays.averageVariances[$0 - 1] / (delays.average($0) * delays.average($0))
    }
    return SizedCase(
      "R-TR-0.5",
      "M/M/1 from empty, load 0.5: average wait of the first n",
      source,
      load: 0.5,
      .transient(RunLength.count(scatter * (relative.max() ?? 0))),
      counts.map { .minutes("mean of \($0)", "gate-\($0).wait.mean", delays.average($0)) }
    )
  }

  private static var law: SizedCase {
    let delays = FirstDelays(load: 0.9, count: 25)
    let mean = delays.average(25)
    return SizedCase(
      "X-LAW25",
      "M/M/1 from empty, load 0.9, service 0.9 min: average wait of the first 25",
      source,
      load: 0.9,
      .transient(RunLength.count(scatter * delays.averageVariances[24] / (mean * mean))),
      [.minutes("d25", "gate.wait.mean", 0.9 * mean)]
    )
  }
}
