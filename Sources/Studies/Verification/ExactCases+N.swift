/// As many servers as come.
extension SizedCase {
  static var familyN: [SizedCase] { [steady, exponential, constant] }

  private static let source = "Eick, Massey and Whitt, Operations Research 41 (1993)"

  /// The number present is Poisson; correlation lasts as long as the rest of a service, 2.5 h.
  private static var steady: SizedCase {
    SizedCase(
      "N-MGINF",
      "M/G/∞, lognormal service of 2.5 h with cv 1, 12 arrivals an hour",
      "Takács, Introduction to the Theory of Queues (1962), chapter 3",
      load: 0.5,
      // 4 ∫ r² dt for the variance, r(t) = exp(−t/2.5 h) if services were exponential, a quarter
      // of it for its root, and half as much again for few and long replications: a short one knows
      // neither its mean nor, hence, its standard deviation.
      .steady(
        60 * RunLength.time(1.5 * 1.25, precision: RunLength.deviationPrecision),
        settling: 60 * 200
      ),
      [
        .mean("mean N", "yard.present.mean", 30),
        .deviation("sd N", "yard.present.sd", 30.0.squareRoot()),
      ]
    )
  }

  private static let instants: [(String, String, Double)] = [
    ("m(1 h)", "yard.present.at-60min", 1), ("m(2.5 h)", "yard.present.at-150min", 2.5),
    ("m(8 h)", "yard.present.at-480min", 8),
  ]

  private static var exponential: SizedCase {
    let servers = InfiniteServers(arrivals: 12, service: 2.5)
    let means = instants.map { servers.presentExponential(at: $0.2) }
    return SizedCase(
      "N-MMINF-t",
      "M/M/∞ from empty, service 2.5 h, 12 arrivals an hour",
      source,
      load: 0.5,
      // A Poisson number with mean m varies by 1/m of its square.
      .transient(RunLength.count(1 / means[0])),
      zip(instants, means).map { .mean($0.0, $0.1, $1) }
    )
  }

  private static var constant: SizedCase {
    let servers = InfiniteServers(arrivals: 12, service: 2.5)
    let means = instants.map { servers.presentConstant(at: $0.2) }
    return SizedCase(
      "N-MDINF-t",
      "M/D/∞ from empty, service 2.5 h, 12 arrivals an hour",
      source,
      load: 0.5,
      .transient(RunLength.count(1 / means[0])),
      zip(instants, means).map { .mean($0.0, $0.1, $1) }
    )
  }
}
