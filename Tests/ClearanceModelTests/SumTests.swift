import ClearanceModel
import ClearanceRecords
import Foundation
import ScenarioFiles
import Testing

/// Amounts that steps add to, and the hours of servers.
@Suite struct SumTests {
  private static let text = """
    scenario: amounts
    runs for: 10 h
    warm up: 1 h
    classes: [aeo, ordinary]
    attributes: {load: weight, belief: number}
    stations: {yard: {servers: 2}}
    arrivals:
      a: {at: [0 s, 1 h, 2 h, 3 h], attributes: {load: 2 t, belief: 2%}, class: aeo, procedure: p}
      b: {at: [2 h], attributes: {load: 5 t, belief: 10%}, class: ordinary, procedure: p}
      c: {at: [2 h], class: ordinary, procedure: q}
    procedures:
      p:
        - {sum: all, of: belief}
        - {sum: found, of: belief * 50%, out of: all}
        - start: papers
        - do in parallel:
            - - {sum: load out, of: load}
              - {serve at: yard, for: 30 min}
            - - delay for: 15 min
              - {sum: time, of: now - start of day(now)}
      papers:
        - delay for: 10 min
        - set: {belief: belief / 2}
        - {sum: papers, of: belief}
        - {sum: way, of: 1500 m}
      q:
        - {sum: all, of: 1}
    """

  /// What trucks, branches and companions add is theirs, from the end of the warm-up on.
  @Test(arguments: [RecordingLevel.summary, .passages, .steps])
  func amounts(_ level: RecordingLevel) throws {
    let plan = try LoadedScenario.parse(Self.text, file: "test.yaml").plan
    let log = ReplicationLog(plan.reduced(to: level), recording: level)
    func value(_ name: String) throws -> Double? { try log.value(name) }
    #expect(try abs((value("flow.a.all.sum") ?? 0) - 0.06) < 1e-15)
    #expect(try abs((value("zone.all.sum") ?? 0) - 1.16) < 1e-15)
    #expect(try value("flow.a.found.share") == 0.5)
    #expect(try abs((value("zone.found.share") ?? 0) - 0.08 / 1.16) < 1e-15)
    #expect(try value("flow.b.load-out.sum") == 5)
    #expect(try value("zone.load-out.sum") == 11)
    // 1, 2 and 3 h, and 2 h, each with a quarter.
    #expect(try value("flow.a.time.sum") == 6.75)
    #expect(try value("zone.time.sum") == 9)
    #expect(try abs((value("flow.a.papers.sum") ?? 0) - 0.03) < 1e-15)
    #expect(try value("zone.way.sum") == 6_000)
    #expect(try value("flow.a[aeo].all.sum") == value("flow.a.all.sum"))
    // Half an hour for each of four; what began before 1 h had ended by then.
    #expect(try value("yard.worked.sum") == 2)
    let measures = MeasureCatalogue(plan: plan).measures
    #expect(!measures.contains { $0.name == "flow.c.found.sum" || $0.name == "zone.way.share" })
    let units = [
      "zone.all.sum", "zone.load-out.sum", "zone.time.sum", "zone.way.sum",
      "zone.found.share", "yard.worked.sum",
    ]
    #expect(
      units.map { name in measures.first { $0.name == name }?.unit } == [
        "1", "t", "h", "m", "", "h",
      ]
    )
  }

  /// Without amounts the hours are there, but only for who asks.
  @Test func hoursByName() throws {
    let log = try ReplicationLog(
      """
      scenario: hours
      runs for: 10 h
      stations: {yard: {servers: 2}, road: {servers: unlimited}}
      arrivals: {t: {at: [0 s, 5 min], procedure: p}}
      procedures:
        p:
          - {serve at: yard, for: 30 min}
          - {serve at: road, for: 30 min}
      """
    )
    #expect(try log.value("yard.worked.sum") == 1)
    #expect(!MeasureCatalogue(plan: log.plan).measures.contains { $0.quantity == .worked })
    #expect(throws: MeasureCatalogue.UnknownMeasures.self) { try log.value("road.worked.sum") }
  }

  /// The chance of a sample is that of binomial coefficients, to twelve digits.
  @Test func chanceOfASample() {
    func coefficient(_ n: Double, _ k: Double) -> Double {
      stride(from: 1, through: k, by: 1).reduce(1) { $0 * (n - k + $1) / $1 }
    }
    for lot in 1...40 {
      for bad in 0...lot {
        for sample in 0...lot {
          let (n, b, s) = (Double(lot), Double(bad), Double(sample))
          let exact = 1 - coefficient(n - b, s) / coefficient(n, s)
          let value = foundInSample(lot: n, bad: b, sample: s)
          // Coefficients below 2^53 are whole, so that the quotient has some ulp of rounding.
          #expect(abs(value - exact) < 1e-14, "\(lot) \(bad) \(sample)")
        }
      }
    }
    #expect(abs(foundInSample(lot: 500, bad: 10, sample: 25) - 0.40413) < 5e-6)
    // One bad unit is found with the share of the sample; exact where 1 − product loses ten digits.
    #expect(foundInSample(lot: 1e6, bad: 1, sample: 1) == 1e-6)
    #expect(foundInSample(lot: 1e6, bad: 3, sample: 1) == 3e-6)
    // 1 − (1 − s/N)(1 − s/(N − 1)) for two bad units.
    let (n, s) = (1e6, 12_345.0)
    let two = s / n + (1 - s / n) * s / (n - 1)
    #expect(abs(foundInSample(lot: n, bad: 2, sample: s) / two - 1) < 1e-12)
    // Many bad units against the logarithms of the factors, whose sum is known to 1e-16 of itself.
    var logarithm = 0.0
    for drawn in 0..<2_000 { logarithm += log1p(-3_000 / (1e6 - Double(drawn))) }
    let many = -expm1(logarithm)
    #expect(abs(foundInSample(lot: 1e6, bad: 3_000, sample: 2_000) / many - 1) < 1e-12)
  }

  /// More than the lot is the lot, less than nothing is nothing; it always ends.
  @Test func outsideOfTheLot() {
    #expect(foundInSample(lot: 10, bad: 20, sample: 3) == 1)
    #expect(foundInSample(lot: 10, bad: 3, sample: 99) == 1)
    #expect(foundInSample(lot: 10, bad: -3, sample: 5) == 0)
    #expect(foundInSample(lot: 0, bad: 1, sample: 1) == 0)
    #expect(foundInSample(lot: 10, bad: 6, sample: 5) == 1)
    #expect(foundInSample(lot: 10.4, bad: 0.6, sample: 4.4) == 0.4)
    #expect(foundInSample(lot: .nan, bad: 1, sample: 1) == 0)
    #expect(foundInSample(lot: .infinity, bad: .infinity, sample: .infinity) == 1)
    #expect(foundInSample(lot: 1e9, bad: 3e4, sample: 3e4) > 0.59)
  }

  /// An expression asks for the chance of what a truck carries, reduced or not.
  @Test func inExpressions() throws {
    let text = """
      scenario: samples
      runs until: empty
      attributes: {lot: number, bad: number, kind: [small, large]}
      arrivals:
        t: {at: [0 s, 1 s, 2 s, 3 s], attributes: {kind: {small: 50%, large: 50%}}, procedure: p}
      procedures:
        p:
          - set: {lot: "kind(small = 50, large = 500)", bad: lot * 2%}
          - sum: found
            of: "1 + 2 * found in sample(lot, bad, 5 * 5)"
          - sum: known
            of: found in sample(500, 10, 25)
      """
    let plan = try LoadedScenario.parse(text, file: "test.yaml").plan
    let logs = [plan, plan.reduced(to: .summary)].map { ReplicationLog($0, recording: .summary) }
    let values = try logs.map { try $0.value("zone.found.sum") ?? 0 }
    #expect(values[0] == values[1])
    let large = foundInSample(lot: 500, bad: 10, sample: 25)
    // A lot of fifty has one bad unit, which half of the lot finds in one case of two.
    let possible: [Double] = (0...4).map { count in
      let chances = Double(count) * large + Double(4 - count) * 0.5
      return 4 + 2 * chances
    }
    #expect(possible.contains { abs($0 - values[0]) < 1e-12 })
    #expect(try abs((logs[0].value("zone.known.sum") ?? 0) - 4 * large) < 1e-12)
  }
}
