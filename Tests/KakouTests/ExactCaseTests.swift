import Foundation
import OutputAnalysis
import Testing

/// The engine against theory, through scenario files and the release build.
///
/// Each 99.9 % interval must cover the exact value and be narrow. The seeds are those of the files;
/// with some 80 intervals a correct engine would miss one of them with a chance of 8 % per set of
/// seeds, and these seeds do not.
@Suite("Exact cases", .serialized)
struct ExactCaseTests {
  @Test("covers the exact values", arguments: ExactCase.all)
  func covers(_ exact: ExactCase) throws {
    let output = try Kakou.inFolder { folder in
      let outcome = try Kakou.run(
        [
          "run", Kakou.scenario("verification/\(exact.scenario)"), "--record", "summary",
          "--format", "json", "--measures", exact.values.map(\.measure).joined(separator: ","),
        ],
        in: folder
      )
      try #require(outcome.status == 0, "\(outcome.errors)")
      return try RunOutput(outcome.output)
    }
    for value in exact.values {
      let measure = try output.measure(value.measure)
      let estimate = try #require(measure.estimate)
      let halfWidth = try widened(#require(measure.halfWidth), measure)
      #expect(
        abs(estimate - value.exact) <= halfWidth,
        "\(value.measure): \(estimate) ± \(halfWidth) does not cover \(value.exact)"
      )
      #expect(
        halfWidth <= value.precision * value.exact,
        "\(value.measure): ± \(halfWidth) is more than \(value.precision) of \(value.exact)"
      )
    }
  }

  /// The 99.9 % half-width from the printed one: both are Student's, over the same replications.
  private func widened(_ halfWidth: Double, _ measure: RunOutput.Measure) -> Double {
    let degrees = Double(measure.replications - 1)
    return halfWidth * studentQuantile(0.9995, degrees: degrees)
      / studentQuantile((1 + measure.confidence) / 2, degrees: degrees)
  }

  @Test("ten trucks at once, three servers: exactly")
  func deterministic() throws {
    let output = try Kakou.inFolder { folder in
      let outcome = try Kakou.run(
        ["run", Kakou.scenario("verification/X-DET"), "--format", "json"],
        in: folder
      )
      try #require(outcome.status == 0, "\(outcome.errors)")
      return try RunOutput(outcome.output)
    }
    #expect(try output.measure("gate.wait.mean").estimate == 288)
    #expect(try output.measure("zone.makespan.max").estimate == 960)
    #expect(try output.measure("zone.makespan.mean").halfWidth == 0)
    #expect(try output.measure("gate.wait.max").estimate == 720)
  }
}
