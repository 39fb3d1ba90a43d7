import Foundation
import OutputAnalysis
import Testing

@testable import Studies

/// Intervals and selections that are tried many times: their answers, and the rule they pass by.
@Suite("Statistical cases")
struct StatisticalCaseTests {
  private func statistical(_ id: String) throws -> StatisticalCase {
    try #require(StatisticalCase.all.first { $0.exact.id == id })
  }

  @Test("mean wait of the first 25 in M/M/c")
  func firstWaits() {
    // Of the 25 first with a service of 0.9: 2.12449 min (Law, Simulation Modeling and Analysis).
    let one = FirstWaits(servers: 1, rate: 1, service: 0.9, count: 25).average
    #expect(abs(one - 2.1244893) < 1e-6)
    #expect(abs(one - 0.9 * FirstDelays(load: 0.9, count: 25).average(25)) < 1e-12)
    // The same recursion in another language.
    let three = FirstWaits(servers: 3, rate: 2.7, service: 1, count: 25).average
    #expect(abs(three - 0.5063331702) < 1e-9)
    // Two customers before two servers wait for nobody; the third waits where both are still there:
    // λ/(λ + μ) before the second comes, λ/(λ + 2μ) after it, half a service on average.
    let second = FirstWaits(servers: 2, rate: 1, service: 1, count: 3).average
    #expect(abs(3 * second - 0.5 * 1 / 3 * 0.5) < 1e-12)
    // In the long run it is Erlang's.
    let many = FirstWaits(servers: 2, rate: 1, service: 1, count: 400).average
    #expect(abs(many - ErlangFormulas(servers: 2, offered: 1).wait) < 0.01)
  }

  @Test("variance constant of the waits in M/M/1")
  func variances() {
    // Daley (1968): 29 at a load of 0.5, 1,976 at 0.8.
    #expect(abs(StatisticalCase.waitConstant(load: 0.5) - 29) < 1e-12)
    #expect(abs(StatisticalCase.waitConstant(load: 0.8) - 1976) < 1e-9)
  }

  @Test("the five gates are as far apart as they should be")
  func slippage() {
    let stays = StatisticalCase.services.enumerated().map { index, service in
      service + FirstWaits(servers: index + 1, rate: 1, service: service, count: 50).average
    }
    for (index, stay) in stays.enumerated() {
      #expect(abs(stay - (index == 2 ? 4 : 4.5)) < 1e-9)
    }
    let text = VerificationScenarios.text(of: "SELECT-BEST") ?? ""
    let seconds = String(format: "%.3f", 60 * StatisticalCase.services[2])
    #expect(text.contains("exponential(\(seconds) s)"), "\(seconds)")
  }

  @Test(
    "the same trials for any number of workers, other ones for another seed",
    arguments: ["COVER-MM3", "SELECT-BEST", "COVER-BATCH-AR1"]
  )
  func isDeterministic(_ id: String) async throws {
    let statistical = try statistical(id)
    func outcome(seed: UInt64, workers: Int) async throws -> StatisticalCase.Outcome {
      let trials = StatisticalCase.Trials(seed: seed, workers: workers, count: 6)
      return try #require(try await statistical.simulate(trials))
    }
    let one = try await outcome(seed: 1, workers: 1)
    let many = try await outcome(seed: 1, workers: 3)
    #expect(one.findings == many.findings)
    #expect(one.trucks == many.trucks)
    #expect(one.findings.count == statistical.exact.values.count)
    let other = try await outcome(seed: 2, workers: 2)
    #expect(id == "SELECT-BEST" || other.findings != one.findings)
  }

  @Test("few trials come out about right")
  func aboutRight() async throws {
    let trials = StatisticalCase.Trials(seed: 1, workers: 2, count: 40)
    let waits = try #require(try await statistical("COVER-MM1").simulate(trials))
    // Of 40 intervals of 95 % fewer than 33 cover once in 300 times.
    #expect(waits.findings[0].estimate ?? 0 >= 33.0 / 40)
    let wait = try #require(waits.findings[1].estimate)
    #expect(abs(wait - 127.469) < waits.findings[1].halfWidth ?? 0)
    #expect(waits.findings[1].replications == 4_000 && waits.trucks == 100_000)
    #expect(waits.findings[1].unit == "s")
    let present = try #require(try await statistical("COVER-MM3").simulate(trials))
    #expect(present.findings[0].estimate ?? 0 >= 33.0 / 40)
    #expect(abs(try #require(present.findings[1].estimate) - 5.12996) < 0.25)
    let selected = try #require(try await statistical("SELECT-BEST").simulate(trials))
    #expect(selected.findings[0].estimate ?? 0 >= 0.85)
  }

  @Test("every case has a scenario or none, ids of its own, and an order")
  func catalogue() throws {
    let ids = ExactCase.statistical.map(\.id)
    #expect(ids == ids.sorted())
    #expect(Set(ids + ExactCase.all.map(\.id)).count == ids.count + ExactCase.all.count)
    for exact in ExactCase.statistical {
      guard let text = VerificationScenarios.text(of: exact.id) else { continue }
      let lines = text.split(separator: "\n")
      #expect(lines[0].lowercased() == "# \(exact.model).".lowercased())
      #expect(lines[1] == "# Exact answers: \(exact.source).")
      #expect(text.contains("\nscenario: \(exact.id)\n"))
    }
  }

  /// Of ten normal values: the normal law's quantile covers 91.8 %, half of the variance 85.8 %.
  @Test("intervals that are too narrow fall out of the band")
  func narrow() {
    var source = SeriesSource(count: 10)
    var right: [Bool] = []
    var normal: [Bool] = []
    var half: [Bool] = []
    for seed in 0..<2_000 {
      source.begin(seed: UInt64(seed))
      let values = Tally((0..<10).map { _ in source.nextNormal() })
      right.append(StudentInterval(values, confidence: 0.95).covers(0))
      normal.append(abs(values.mean) <= 1.959964 * (values.variance / 10).squareRoot())
      let narrower = StudentInterval(
        mean: values.mean,
        variance: values.variance / 2,
        count: 10,
        confidence: 0.95
      )
      half.append(narrower.covers(0))
    }
    let verdicts = [right, normal, half].map { share.alone(.share(of: $0), load: 0.9) }
    #expect(verdicts == [.within, .outside, .outside])
  }

  // MARK: The rule

  private let share = ExactValue(
    name: "coverage",
    measure: "coverage",
    exact: 0.95,
    kind: .within(0.935...0.965)
  )

  private func finding(_ estimate: Double?, _ halfWidth: Double? = 0.016) -> Finding {
    Finding(estimate: estimate, halfWidth: halfWidth, replications: 2_000)
  }

  @Test("a share passes in its band; a band takes no part in Holm's procedure")
  func band() {
    #expect(share.alone(finding(0.935), load: 0.9) == .within)
    #expect(share.alone(finding(0.9345), load: 0.9) == .outside)
    #expect(share.alone(finding(0.966), load: 0.9) == .outside)
    #expect(share.alone(finding(nil), load: 0.9) == .outside)
    #expect(share.pValue(finding(0.5)) == nil)
  }

  @Test("outside by what chance may do is tried again, further out is not")
  func again() {
    let exact = ExactCase(id: "x", model: "", source: "", values: [share], load: 0.9)
    func first(_ estimate: Double?) -> VerifyStudy.FirstVerdict {
      VerifyStudy.judged([exact], [[finding(estimate)]])[0][0]
    }
    #expect(first(0.95) == .decided(.within))
    #expect(first(0.92) == .doubtful)
    #expect(first(0.98) == .doubtful)
    #expect(first(0.918) == .decided(.outside))
    #expect(first(nil) == .decided(.outside))
    #expect(Verdict.within.again == .withinAgain && Verdict.outside.again == .outside)
  }
}
