import ClearanceRecords
import Foundation
import OutputAnalysis
import ScenarioFiles

/// What a search asks of a point: the estimates after so many replications.
protocol PointSimulator: Sendable {
  /// Simulates a point as far as that has not happened yet.
  ///
  /// - Parameters:
  ///   - assignments: what is changed, as `--set` takes it.
  ///   - replications: numbers 1 … of them.
  ///   - measures: those that are wanted, in the order of the records.
  ///   - confidence: of the intervals.
  /// - Returns: a record of each measure.
  /// - Throws: what stops a simulation.
  func estimates(
    _ assignments: [String],
    replications: Int,
    of measures: [String],
    confidence: Double
  ) async throws -> [MeasureRecord]

  /// The place that is offered so much that a target cannot be kept; nil as a rule.
  func overload(_ assignments: [String]) async throws -> Overload?
}

/// Tests points one after the other, each with its share of the error.
struct PointTester {
  private let simulator: any PointSimulator
  private let targets: [Target]
  private let limits: [FeasibilityLimit]
  private let looks: [Int]
  private let budget: ErrorBudget
  private let progress: @Sendable (SizeStudy.Progress) -> Void
  /// What was tried, in that order.
  private(set) var tried: [TriedPoint] = []
  /// Tests that were made by simulation.
  private var tests = 0

  init(
    _ simulator: any PointSimulator,
    _ question: SizeQuestion,
    expectedTests: Int,
    progress: @escaping @Sendable (SizeStudy.Progress) -> Void
  ) {
    self.simulator = simulator
    targets = question.targets
    limits = question.targets.map { $0.feasibilityLimit(tolerance: question.tolerance) }
    looks = FeasibilityTest.looks(upTo: question.ceiling)
    budget = ErrorBudget(1 - question.confidence, expected: expectedTests)
    self.progress = progress
  }

  /// Tests a point until it is decided.
  mutating func test(
    _ settings: [TriedPoint.Setting],
    cost: Double?
  ) async throws -> TriedPoint {
    let point = try await decided(settings, cost)
    tried.append(point)
    return point
  }

  private mutating func decided(
    _ settings: [TriedPoint.Setting],
    _ cost: Double?
  ) async throws -> TriedPoint {
    let assignments = settings.map(\.assignment)
    if let overload = try await simulator.overload(assignments) {
      return TriedPoint(settings, cost, overload, targets: targets.count)
    }
    tests += 1
    var test = FeasibilityTest(limits, looks: looks, error: budget.share(ofTest: tests))
    var records: [MeasureRecord] = []
    var replications = 0
    while let count = test.next {
      try Task.checkCancellation()
      progress(SizeStudy.Progress(point: tried.count + 1, settings, replications: count))
      records = try await simulator.estimates(
        assignments,
        replications: count,
        of: targets.map(\.measure),
        confidence: test.confidence
      ).map { $0.widenedWhereBare }
      if let record = records.first(where: { $0.estimate == nil && $0.replications == 0 }) {
        let fault = TargetFault.noValue(measure: record.name, settings: assignments)
        throw StudyError.size(.target(record.name, fault))
      }
      replications = count
      test.look(
        records.map { record in
          record.estimate.map { .init($0, halfWidth: record.halfWidth) }
        }
      )
    }
    return TriedPoint(
      settings: settings,
      cost: cost,
      replications: replications,
      confidence: test.confidence,
      outcomes: zip(records, test.standings).map { record, verdict in
        .init(estimate: record.estimate, halfWidth: record.halfWidth, verdict: verdict)
      },
      isFeasible: test.verdict?.isKept ?? false,
      isProven: test.verdict?.isProven ?? false,
      overload: nil
    )
  }
}

/// What a search needs to know beside what may be changed.
struct SizeQuestion: Sendable {
  var targets: [Target]
  var confidence = 0.95
  var tolerance = 0.02
  /// The most replications of a point.
  var ceiling = SizeStudy.ceiling
  /// Whether more of a lever never hurts.
  var isMonotone = true
}

extension MeasureRecord {
  /// The record with an interval where all replications have had a share of nothing or of all.
  ///
  /// That n shares in [0, 1] were all at one end does not prove that there is never another: where
  /// another came with a chance above 1 − ε^(1/n), n equal ones would have a chance below ε; so the
  /// mean is no farther from the end than that.
  fileprivate var widenedWhereBare: MeasureRecord {
    guard unit.isEmpty, halfWidth == 0, estimate == 0 || estimate == 1, replications > 0 else {
      return self
    }
    var record = self
    record.halfWidth = 1 - pow((1 - confidence) / 2, 1 / Double(replications))
    return record
  }
}

extension TriedPoint {
  /// A point that its load decides.
  fileprivate init(
    _ settings: [Setting],
    _ cost: Double?,
    _ overload: Overload,
    targets: Int
  ) {
    self.init(
      settings: settings,
      cost: cost,
      replications: 0,
      confidence: 1,
      outcomes: (0..<targets).map { _ in .init(estimate: nil, halfWidth: nil, verdict: nil) },
      isFeasible: false,
      isProven: true,
      overload: overload
    )
  }

  /// By how much the worst target is missed, relative to its limit; nil where nothing is known.
  func excess(_ targets: [Target]) -> Double? {
    var worst = -Double.infinity
    for (target, outcome) in zip(targets, outcomes) {
      guard let estimate = outcome.estimate else { return nil }
      let over = target.side == .atMost ? estimate - target.limit : target.limit - estimate
      worst = max(worst, over / (target.limit == 0 ? 1 : abs(target.limit)))
    }
    return worst
  }
}
