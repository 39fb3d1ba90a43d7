import ClearanceModel
import Foundation
import ScenarioFiles
import Testing

@testable import Studies

/// The scenarios of the cases, shortened, against right and wrong answers.
@Suite("Verification")
struct VerifyStudyTests {
  /// M/M/1 with 30,000 trucks in all: enough to know the mean service, 60 s, to 3 %.
  private static let short = ["runs for=16 h", "warm up=1 h", "replications=40"]

  private func options(_ values: [ExactValue], seed: UInt64 = 1) -> VerifyStudy.Options {
    var options = VerifyStudy.Options()
    let id = "A-MM1-0.8"
    options.cases = [ExactCase(id: id, model: "M/M/1", source: "", values: values, load: 0.8)]
    options.overrides = Self.short
    options.workers = 2
    options.seed = seed
    return options
  }

  private func service(_ exact: Double) -> ExactValue {
    ExactValue(name: "S", measure: "gate.service.mean", exact: exact, kind: .square)
  }

  @Test("a right answer is covered")
  func right() async throws {
    let result = try await VerifyStudy.verify(options([service(60)]))
    #expect(result.values.map(\.verdict) == [.covered])
    #expect(result.passed && result.isComplete && result.seed == 1)
    #expect(result.values[0].unit == "s")
    let expected = 40 * 16 * 60 * 0.8  // Replications, hours, and the rate per minute.
    #expect(abs(Double(result.trucks) - expected) < 0.05 * expected)
  }

  @Test("a wrong answer is missed, at once where chance cannot explain it")
  func wrong() async throws {
    let result = try await VerifyStudy.verify(options([service(66), service(60)]))
    #expect(result.values.map(\.verdict) == [.missed, .covered])
    #expect(!result.passed)
    #expect(result.isComplete)
  }

  @Test("too short a run is too wide, whatever it covers")
  func tooShort() async throws {
    let wait = ExactValue(name: "Wq", measure: "gate.wait.mean", exact: 240, kind: .mean)
    let result = try await VerifyStudy.verify(options([wait]))
    #expect(result.values.map(\.verdict) == [.tooWide])
    #expect(!result.passed)
  }

  /// A value just outside the first interval, on the side of the second estimate, among nine others.
  ///
  /// Seeds 3 and 4 have estimates far enough apart for that.
  @Test("a small miss is simulated again under the next seed")
  func again() async throws {
    let first = try await VerifyStudy.verify(options([service(60)], seed: 3)).values[0]
    let second = try await VerifyStudy.verify(options([service(60)], seed: 4)).values[0]
    let estimates = try (#require(first.estimate), #require(second.estimate))
    let side: Double = estimates.0 < estimates.1 ? 1 : -1
    let distance = try 1.05 * #require(first.halfWidth)
    let others = Array(repeating: service(60), count: 9)
    let covered = options([service(estimates.0 + side * distance)] + others, seed: 3)
    let reach = try #require(second.halfWidth)
    try #require(abs(estimates.0 + side * distance - estimates.1) <= reach)
    let result = try await VerifyStudy.verify(covered)
    #expect(result.values[0].verdict == .coveredAgain)
    #expect(result.values[0].estimate == estimates.1)
    #expect(result.values[1...].allSatisfy { $0.verdict == .covered })
    #expect(result.values[1].estimate == estimates.0)
    #expect(result.passed)
    // On the other side the second interval misses as well.
    let missed = options([service(estimates.0 - side * distance)] + others, seed: 3)
    let other = try await VerifyStudy.verify(missed)
    #expect(other.values[0].verdict == .missed)
    #expect(other.values[0].estimate == estimates.1)
    #expect(!other.passed)
  }

  @Test("the same seed gives the same figures with any number of workers")
  func isDeterministic() async throws {
    var one = options([service(60)])
    one.workers = 1
    let figures = try await (
      VerifyStudy.verify(one).values[0], VerifyStudy.verify(options([service(60)])).values[0],
      VerifyStudy.verify(options([service(60)], seed: 2)).values[0]
    )
    #expect(figures.0.estimate == figures.1.estimate)
    #expect(figures.0.halfWidth == figures.1.halfWidth)
    #expect(figures.0.estimate != figures.2.estimate)
  }

  @Test("an interruption keeps the cases before it and is not passed")
  func interrupted() async throws {
    var options = options([service(60)])
    options.cases += options.cases
    let study = Task { [options] in
      try await VerifyStudy.verify(options) { progress in
        if progress.number == 2 { withUnsafeCurrentTask { $0?.cancel() } }
      }
    }
    let result = try await study.value
    #expect(result.cases.count == 1 && result.asked == 2)
    #expect(result.values.map(\.verdict) == [.covered])
    #expect(!result.isComplete && !result.passed)
  }

  @Test("a measure that the scenario does not have is named")
  func unknownMeasure() async throws {
    let wrong = ExactValue(name: "x", measure: "gat.wait.mean", exact: 1, kind: .mean)
    await #expect(throws: StudyError.self) { try await VerifyStudy.verify(options([wrong])) }
  }
}
