import Testing

@testable import Studies

/// The verdicts on figures made by hand.
@Suite("The rule of verification")
struct VerificationRuleTests {
  private func value(_ kind: ExactValue.Kind = .mean, _ exact: Double = 100) -> ExactValue {
    ExactValue(name: "Wq", measure: "gate.wait.mean", exact: exact, kind: kind)
  }

  private func finding(_ estimate: Double?, _ halfWidth: Double?, _ count: Int = 40) -> Finding {
    Finding(estimate: estimate, halfWidth: halfWidth, replications: count)
  }

  @Test("an interval must cover and be narrow")
  func alone() {
    let mean = value()
    #expect(mean.alone(finding(99.5, 0.6), load: 0.8) == .covered)
    #expect(mean.alone(finding(99.3, 0.6), load: 0.8) == .missed)
    #expect(mean.alone(finding(100.7, 0.6), load: 0.8) == .missed)
    #expect(mean.alone(finding(100, 1.01), load: 0.8) == .tooWide)
    // From a load of 0.95 on three times as wide.
    #expect(mean.alone(finding(100, 2.9), load: 0.95) == .covered)
    #expect(mean.alone(finding(100, 3.1), load: 0.95) == .tooWide)
    #expect(mean.alone(finding(100, nil), load: 0.8) == .tooWide)
    #expect(mean.alone(finding(nil, nil), load: 0.8) == .tooWide)
    #expect(value(.square).alone(finding(98, 2.9), load: 0.8) == .covered)
    #expect(value(.square).alone(finding(100, 3.1), load: 0.8) == .tooWide)
    #expect(value(.deviation).alone(finding(100, 1.4), load: 0.8) == .covered)
    #expect(value(.deviation).alone(finding(100, 1.6), load: 0.8) == .tooWide)
    // A level below zero is as wide as its size tells.
    #expect(value(.mean, -100).alone(finding(-100.2, 0.5), load: 0.8) == .covered)
  }

  @Test("a quantile may be off by what its sketch allows")
  func tail() {
    #expect(value(.tail).alone(finding(101.4, 1), load: 0.8) == .covered)
    #expect(value(.tail).alone(finding(101.6, 1), load: 0.8) == .missed)
    #expect(value(.tail).alone(finding(100, 3.1), load: 0.8) == .tooWide)
    #expect(value(.tail).pValue(finding(100.4, 1)) == 1)
  }

  @Test("what is not random must be equal within a billionth")
  func exactly() {
    let exact = value(.exactly)
    #expect(exact.alone(finding(100, 0), load: 1) == .exact)
    #expect(exact.alone(finding(100 + 0.9e-7, nil), load: 1) == .exact)
    #expect(exact.alone(finding(100 + 1.1e-7, 50), load: 1) == .notExact)
    #expect(exact.alone(finding(nil, nil), load: 1) == .notExact)
    #expect(value(.exactly, 0).alone(finding(0, 0), load: 1) == .exact)
    #expect(value(.exactly, 0).alone(finding(1e-12, 0), load: 1) == .notExact)
    #expect(exact.pValue(finding(50, 0)) == nil)
  }

  /// Two replications have one degree of freedom, Cauchy's law, whose 0.9995-quantile is 636.619.
  @Test("p-values by hand")
  func pValues() throws {
    let mean = value()
    // As far off as the half-width: 1 − 0.999.
    let far = try #require(mean.pValue(finding(101, 1, 2)))
    #expect(abs(far - 0.001) < 1e-12)
    // At t = 1 half of Cauchy's law lies beyond.
    let one = try #require(mean.pValue(finding(101, 636.619248768789729, 2)))
    #expect(abs(one - 0.5) < 1e-12)
    #expect(mean.pValue(finding(99, 1, 2)) == mean.pValue(finding(101, 1, 2)))
    #expect(mean.pValue(finding(100, 0)) == 1)
    #expect(mean.pValue(finding(101, 0)) == 0)
    #expect(mean.pValue(finding(101, nil, 1)) == nil)
    #expect(mean.pValue(finding(nil, nil, 0)) == nil)
  }

  /// With ten values Holm's first bound is 0.0001: what has p between that and 0.001 is doubtful.
  @Test("a small miss among many is doubtful, a large one fails at once")
  func together() {
    let values = (0..<10).map { _ in value() }
    let exact = ExactCase(id: "a", model: "m", source: "s", values: values, load: 0.8)
    var findings = values.map { _ in finding(100, 0.5) }
    // Student's 0.99995-quantile of 39 degrees is 4.32, that of the interval 3.56: 1.21 half-widths.
    findings[3] = finding(100.55, 0.5)
    findings[7] = finding(99, 0.5)
    findings[8] = finding(100, 2)
    let verdicts = VerifyStudy.judged([exact], [findings])[0]
    #expect(verdicts[0] == .decided(.covered))
    #expect(verdicts[3] == .doubtful)
    #expect(verdicts[7] == .decided(.missed))
    #expect(verdicts[8] == .decided(.tooWide))
    // Alone it has the whole level, which its interval has too.
    let single = ExactCase(id: "b", model: "m", source: "s", values: [value()], load: 0.8)
    #expect(VerifyStudy.judged([single], [[findings[3]]]) == [[.decided(.missed)]])
    // The values of all cases count together, in their order.
    let both = VerifyStudy.judged([single, exact], [[finding(100, 0.5)], findings])
    #expect(both[0] == [.decided(.covered)])
    #expect(both[1] == verdicts)
  }
}
