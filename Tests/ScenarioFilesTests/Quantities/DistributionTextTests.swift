import RandomVariates
import Testing

@testable import ScenarioFiles

@Suite struct DistributionTextTests {
  /// A minute is 60e6 µs.
  static let accepted: [(String, Distribution)] = [
    ("5 min", Distribution.constant(300e6)),
    ("0 s", .constant(0)),
    ("constant(5 min)", .constant(300e6)),
    ("exponential(4 min)", .exponential(mean: 240e6)),
    (" exponential ( 4min ) ", .exponential(mean: 240e6)),
    ("erlang(2, 1.2 min)", .erlang(shape: 2, mean: 72e6)),
    ("gamma(mean = 4 min, cv = 0.5)", .gamma(mean: 240e6, cv: 0.5)),
    ("gamma(cv=0.5,mean=4 min)", .gamma(mean: 240e6, cv: 0.5)),
    ("lognormal(mean = 4 min, sd = 1 min)", .lognormal(mean: 240e6, sd: 60e6)),
    ("lognormal(mean = 4 min, cv = 0.25)", .lognormal(mean: 240e6, sd: 60e6)),
    ("uniform(1 min, 2 min)", .uniform(60e6, 120e6)),
    (
      "triangular(1 min, 2 min, 4 min)",
      .triangular(low: 60e6, mode: 120e6, high: 240e6)
    ),
    ("normal(4 min, 1 min)", .normal(mean: 240e6, sd: 60e6)),
    ("weibull(1.5, 4 min)", .weibull(shape: 1.5, scale: 240e6)),
    ("hyperexponential(mean = 4 min, scv = 4)", .hyperexponential(mean: 240e6, scv: 4)),
    (
      "discrete(1 min = 30%, 2 min = 70%)",
      .discrete([
        WeightedValue(value: 60e6, probability: 0.3),
        WeightedValue(value: 120e6, probability: 0.7),
      ])
    ),
    (
      "mixture(90% = uniform(1 min, 2 min), 10% = mixture(100% = 5 min))",
      .mixture([
        MixturePart(probability: 0.9, distribution: .uniform(60e6, 120e6)),
        MixturePart(
          probability: 0.1,
          distribution: .mixture([
            MixturePart(probability: 1, distribution: .constant(300e6))
          ])
        ),
      ])
    ),
  ]

  @Test(arguments: accepted)
  func durations(_ text: String, _ expected: Distribution) throws {
    #expect(try parseDistribution(text, of: .duration, folder: "") == expected)
  }

  @Test func plainNumbers() throws {
    let batch = Distribution.discrete([
      WeightedValue(value: 1, probability: 0.8), WeightedValue(value: 2, probability: 0.12),
      WeightedValue(value: 4, probability: 0.08),
    ])
    let text = "discrete(1 = 80%, 2 = 12%, 4 = 8%)"
    #expect(try parseDistribution(text, of: .plain, folder: "") == batch)
    #expect(try parseDistribution("3", of: .plain, folder: "") == .constant(3))
    #expect(try parseDistribution("uniform(1, 2.5)", of: .plain, folder: "") == .uniform(1, 2.5))
    let withUnit = fault { () throws(ScenarioFault) in
      try parseDistribution("uniform(1 s, 2)", of: .plain, folder: "")
    }
    #expect(withUnit == .notANumber("1 s"))
  }

  @Test func sharesAddUpInSpiteOfRounding() throws {
    // Thirty times 3.3 % and 1 % add up in decimals, not in binary.
    let parts = (1...30).map { "\($0) = 3.3%" } + ["31 = 1%"]
    let text = "discrete(\(parts.joined(separator: ", ")))"
    #expect(
      fault { () throws(ScenarioFault) in
        try parseDistribution(text, of: .plain, folder: "")
      } == nil
    )
  }

  static let names = DistributionForm.allCases.map(\.rawValue)

  static let wrongForms: [(String, DistributionForm, String)] = [
    ("constant()", .constant, ""), ("exponential", .exponential, ""),
    ("exponential 4 min", .exponential, "4 min"),
    ("exponential(4 min, 5 min)", .exponential, "4 min, 5 min"),
    ("exponential(mean = 4 min)", .exponential, "mean = 4 min"), ("erlang(2)", .erlang, "2"),
    ("gamma(4 min, 0.5)", .gamma, "4 min, 0.5"), ("gamma(mean = 4 min)", .gamma, "mean = 4 min"),
    ("gamma(mean = 4 min, sd = 1)", .gamma, "mean = 4 min, sd = 1"),
    ("gamma(mean = 4 min, mean = 4 min)", .gamma, "mean = 4 min, mean = 4 min"),
    ("lognormal(mean: 4 min, cv: 1)", .lognormal, "mean: 4 min, cv: 1"),
    ("uniform(1 min)", .uniform, "1 min"), ("triangular(1 s, 2 s)", .triangular, "1 s, 2 s"),
    ("normal(1 s)", .normal, "1 s"), ("weibull(2)", .weibull, "2"),
    ("hyperexponential(4 min, 4)", .hyperexponential, "4 min, 4"),
    ("discrete()", .discrete, ""), ("discrete(1 min, 2 min)", .discrete, "1 min, 2 min"),
    ("empirical(a.csv)", .empirical, "a.csv"), ("trace()", .trace, ""),
    ("mixture(5 min)", .mixture, "5 min"),
  ]

  @Test(arguments: wrongForms)
  func wrongArguments(_ text: String, _ form: DistributionForm, _ found: String) {
    let expected = ScenarioFault.wrongArguments(
      distribution: form.rawValue,
      found: found,
      expected: form.form
    )
    #expect(duration(text) == expected)
  }

  @Test(arguments: [
    (
      "expnential(4 min)",
      ScenarioFault.wrongDistribution(name: "expnential", allowed: names, nearest: "exponential")
    ),
    ("(4 min)", .wrongDistribution(name: "", allowed: names, nearest: nil)),
    ("soon", .wrongDistribution(name: "soon", allowed: names, nearest: nil)),
    ("exponential(4 min", .unbalancedParentheses("exponential(4 min")),
    ("exponential 4 min)", .unbalancedParentheses("exponential 4 min)")),
    ("exponential(4 min) + 1 s", .unbalancedParentheses("exponential(4 min) + 1 s")),
    ("uniform(1 s), (2 s)", .unbalancedParentheses("uniform(1 s), (2 s)")),
    ("exponential(4)", .missingUnit(text: "4", kind: .duration, allowed: TimeUnit.names)),
    ("exponential(-4 min)", .negative("-4 min")),
    ("exponential(nan)", .notFinite("nan")), ("inf", .notFinite("inf")),
    ("uniform(, 1 s)", .notANumber("")),
    ("erlang(2.5, 1 min)", .notWhole("2.5")),
    ("erlang(0, 1 min)", .outOfRange("0", low: "1", high: "1000000")),
    ("gamma(mean = 1 s, cv = -1)", .negative("-1")),
    (
      "discrete(1 s = 0.3, 2 s = 0.7)",
      .missingUnit(text: "0.3", kind: .share, allowed: ["%"])
    ),
    ("discrete(1 s = 30%, 2 s = 60%)", .sharesDoNotAddUp(found: 0.3 + 0.6)),
    ("mixture(30% = 1 s, 70.1% = 2 s)", .sharesDoNotAddUp(found: 0.3 + 0.701)),
    (
      "mixture(100% = exponental(1 s))",
      .wrongDistribution(name: "exponental", allowed: names, nearest: "exponential")
    ),
  ])
  func wrongTexts(_ text: String, _ expected: ScenarioFault) {
    #expect(duration(text) == expected)
  }

  /// Which parameter is blamed is the distribution's affair; that one is refused is ours.
  @Test(arguments: [
    "exponential(0 s)", "exponential(0.0000001 us)", "gamma(mean = 1 s, cv = 0)",
    "lognormal(mean = 0 s, cv = 1)", "normal(1 s, 0 s)", "hyperexponential(mean = 1 s, scv = 0.5)",
    "uniform(2 s, 1 s)", "weibull(0, 1 s)",
    "triangular(1 s, 5 s, 4 s)", "mixture(100% = exponential(0 s))",
  ])
  func parametersOutOfRange(_ text: String) throws {
    let fault = try #require(duration(text))
    guard case .distribution = fault else {
      Issue.record("\(fault)")
      return
    }
  }

  @Test func depthIsLimited() {
    let depth = 100_000
    let text =
      String(repeating: "mixture(100% = ", count: 40) + "1 s" + String(repeating: ")", count: 40)
    #expect(duration(text) == .nestedTooDeep(limit: 16))
    let open = String(repeating: "(", count: depth)
    #expect(duration("uniform\(open)") == .unbalancedParentheses("uniform\(open)"))
  }

  private func duration(_ text: String) -> ScenarioFault? {
    fault { () throws(ScenarioFault) in
      try parseDistribution(text, of: .duration, folder: "/nowhere")
    }
  }
}
