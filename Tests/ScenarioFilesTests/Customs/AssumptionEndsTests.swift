import RandomVariates
import Testing

@testable import ScenarioFiles

/// The ends of the stated ranges of assumptions, as they are put into a scenario.
@Suite("Ends of assumptions")
struct AssumptionEndsTests {
  private func law(_ assumption: Assumption, _ text: String) throws -> Distribution {
    switch assumption.kind {
    case .time: try parseDistribution(text, of: .duration, folder: "")
    case .weight: try weightLaw(text, folder: "")
    default: try parseDistribution(text, of: .plain, folder: "")
    }
  }

  @Test(
    "every assumption has two ends that a scenario takes; a law has their means and its own shape"
  )
  func all() throws {
    for assumption in Assumption.all {
      let bounds = try #require(assumption.bounds, "\(assumption.key)")
      let text = assumption.defaultText
      let ends = try #require(assumption.ends(of: text, folder: ""), "\(assumption.key)")
      for (end, bound) in [(ends.low, bounds.low), (ends.high, bounds.high)] {
        try assumption.kind.check(end, folder: "")
        guard text.contains("(") else {
          #expect(end == bound)
          continue
        }
        let (before, after) = (try law(assumption, text), try law(assumption, end))
        let mean = try law(assumption, bound).mean
        // Six digits are written.
        #expect(abs(after.mean - mean) <= 1e-4 * mean, "\(assumption.key): \(end)")
        guard assumption.key != "convoy size" else { continue }
        let ratio =
          (after.variance.squareRoot() / after.mean) / (before.variance.squareRoot() / before.mean)
        #expect(abs(ratio - 1) < 1e-4, "\(assumption.key): \(end)")
      }
    }
  }

  @Test("each form of a law is written as it is read")
  func forms() throws {
    let assumption = try #require(Assumption.named("paper wait"))
    let expected = [
      ("exponential(20 min)", "exponential(10 min)"), ("erlang(3, 20 min)", "erlang(3, 10 min)"),
      ("gamma(mean = 20 min, cv = 0.5)", "gamma(mean = 10 min, cv = 0.5)"),
      ("lognormal(mean = 1 h, cv = 0.5)", "lognormal(mean = 10 min, sd = 5 min)"),
      ("uniform(0 min, 40 min)", "uniform(0 min, 20 min)"),
      ("triangular(0 s, 30 s, 90 s)", "triangular(0 min, 7.5 min, 22.5 min)"),
      (
        "hyperexponential(mean = 5 min, scv = 4)", "hyperexponential(mean = 10 min, scv = 4.0)"
      ),
      ("discrete(1.5 min = 50%, 4.5 min = 50%)", "discrete(5 min = 50%, 15 min = 50%)"),
      (
        "mixture(25% = constant(4 min), 75% = uniform(0 min, 24 min))",
        "mixture(25% = 4 min, 75% = uniform(0 min, 24 min))"
      ),
      ("7 min", "10 min"),
    ]
    for (text, low) in expected {
      #expect(assumption.ends(of: text, folder: "")?.low == low, "\(text)")
    }
    #expect(assumption.ends(of: "no(law)", folder: "") == nil)
  }

  @Test("a discrete law of whole numbers keeps its values")
  func tilted() throws {
    let assumption = try #require(Assumption.named("convoy size"))
    let ends = try #require(assumption.ends(of: assumption.defaultText, folder: ""))
    #expect(ends.low == "1")
    guard case .discrete(let values) = try law(assumption, ends.high) else {
      Issue.record("\(ends.high)")
      return
    }
    #expect(values.map(\.value) == [1, 2, 3, 4, 5, 6])
    // Equal probabilities grow by one factor from value to value.
    let tail = values.suffix(4).map(\.probability)
    let growth = zip(tail.dropFirst(), tail).map { $0 / $1 }
    #expect(growth.allSatisfy { abs($0 - growth[0]) < 1e-3 })
  }
}
