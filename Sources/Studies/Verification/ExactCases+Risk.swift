/// Goods that are rarely bad, and how they are found.
extension SizedCase {
  static var risk: [SizedCase] { [selectivity, sample] }

  private static var selectivity: SizedCase {
    let chain = Selectivity(
      prevalence: 0.02,
      truePositive: 0.9,
      falsePositive: 0.08,
      random: 0.03,
      detection: 0.95
    )
    return SizedCase(
      "X-SEL",
      "selectivity: 2 % bad, targeted if bad 90 %, if good 8 %, at random 3 %, found if bad 95 %",
      "total probability and Bayes' rule; conditional expectations: Asmussen and Glynn, "
        + "Stochastic Simulation (2007), chapter V.4",
      load: 0.5,
      .steady(RunLength.time(chain.relativeVariance, precision: 0.01), settling: 60),
      [
        .mean("P(inspected)", "flow.trucks.inspected.share", chain.inspected),
        .mean("P(found | bad)", "flow.trucks.detected.share", chain.found),
        .mean("P(missed | bad)", "flow.trucks.missed.share", 1 - chain.found),
        .mean(
          "PPV",
          "flow.trucks.found-per-inspection.share",
          chain.prevalence * chain.found / chain.inspected
        ),
      ]
    )
  }

  private static var sample: SizedCase {
    // The chance that each unit of the sample is good, given that those before it were.
    var none = 1.0
    for drawn in 0..<25 { none *= Double(490 - drawn) / Double(500 - drawn) }
    let found = 1 - none
    return SizedCase(
      "X-HYP",
      "a sample of 25 from a lot of 500 with 10 bad units, without replacement",
      "the hypergeometric law; Johnson, Kemp and Kotz, Univariate Discrete Distributions (2005), "
        + "chapter 6",
      load: 0.5,
      .steady(RunLength.time(1 / found - 1, precision: 0.01), settling: 60),
      [
        .exactly("P(found)", "flow.lots.expected.share", found),
        .mean("P(found), drawn", "flow.lots.found.share", found),
      ]
    )
  }
}
