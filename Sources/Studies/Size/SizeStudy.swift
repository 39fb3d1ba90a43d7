import ClearanceRecords
import OutputAnalysis
import ScenarioFiles

/// `kakou size`: the least capacity with which targets are kept, or the most demand.
public enum SizeStudy {
  /// The most replications of a point, where nothing else is said.
  public static let ceiling = 1280

  /// How far the work is.
  public struct Progress: Sendable {
    /// The number of the point, from 1.
    public let point: Int
    /// What is changed there.
    public let settings: [TriedPoint.Setting]
    /// Replications that it is simulated to.
    public let replications: Int

    init(point: Int, _ settings: [TriedPoint.Setting], replications: Int) {
      self.point = point
      self.settings = settings
      self.replications = replications
    }
  }

  /// Answers the question, until the end or until the task is cancelled.
  ///
  /// - Throws: ``StudyError`` for a wrong scenario or question, `ResultStoreError` for the results
  ///   file, `CancellationError` where it was cancelled; what was complete until then is recorded,
  ///   and the same question goes on from there.
  public static func size(
    _ options: SizeOptions,
    version: String,
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async throws -> SizeResult {
    let setup = try SizeSetup(options)
    let experiment = setup.experimentOptions
    let runner = ExperimentRunner(experiment, version: version)
    let base = DesignPoint(scenario: options.run.scenario, overrides: options.run.overrides)
    try await runner.begin("size", base: base, question: options.canonicalText)
    let simulator = RunnerSimulator(runner: runner, options: options.run, setup.question.targets)
    let finding: Finding
    do {
      switch setup.asked {
      case .least(let levers):
        finding = try await least(levers, setup.question, simulator, progress: progress)
      case .most(let range):
        finding = try await most(range, setup.question, simulator, progress: progress)
      }
    } catch {
      // The error that stopped the search matters more than one that hides its end.
      try? await runner.finish(answer: nil)
      throw error
    }
    var result = SizeResult(finding, setup)
    try await runner.finish(answer: result.canonicalAnswer)
    result.record = await runner.experiment.flatMap { number in
      experiment.database.map { .init(database: $0, experiment: number) }
    }
    return result
  }
}

/// Simulates the points of a search, and records them.
struct RunnerSimulator: PointSimulator {
  let runner: ExperimentRunner
  let options: RunOptions
  let targets: [Target]
  /// Whether any target is one that a load could decide.
  let asksLoads: Bool

  init(runner: ExperimentRunner, options: RunOptions, _ targets: [Target]) {
    self.runner = runner
    self.options = options
    self.targets = targets
    asksLoads = targets.contains { $0.side == .atMost && $0.unit == "s" }
  }

  private func point(_ assignments: [String]) -> DesignPoint {
    DesignPoint(
      scenario: options.scenario,
      overrides: options.overrides + assignments,
      label: assignments.joined(separator: "; ")
    )
  }

  func estimates(
    _ assignments: [String],
    replications: Int,
    of measures: [String],
    confidence: Double
  ) async throws -> [MeasureRecord] {
    let result = try await runner.replicate(point(assignments), to: replications, progress: nil)
    return measures.map { result.estimate($0, confidence: confidence) }
  }

  func overload(_ assignments: [String]) async throws -> Overload? {
    guard asksLoads else { return nil }
    let prepared = try await runner.prepare(point(assignments))
    let check = OverloadCheck(prepared.loaded)
    guard !check.waits(targets).isEmpty else { return nil }
    let loads = try await CheckStudy.loads(
      of: prepared.loaded.plan,
      seed: prepared.seed,
      workers: options.workers,
      replications: 1
    ).loads
    return check.overload(targets, loads)
  }
}

extension SizeResult {
  fileprivate init(_ finding: SizeStudy.Finding, _ setup: SizeSetup) {
    let question: Question
    switch setup.asked {
    case .least(let levers): question = .least(levers)
    case .most(let range): question = .most(range.growth)
    }
    let targets = setup.question.targets
    // Of points equally far off the first that was tried.
    var nearest: (index: Int, excess: Double)?
    if finding.answer == nil {
      for (index, point) in finding.tried.enumerated() {
        guard let excess = point.excess(targets) else { continue }
        if excess < nearest?.excess ?? .infinity { nearest = (index, excess) }
      }
    }
    self.init(
      question: question,
      scenario: setup.scenario,
      targets: targets,
      tried: finding.tried,
      answer: finding.answer,
      failing: finding.failing,
      nearest: nearest?.index,
      confidence: setup.question.confidence,
      tolerance: setup.question.tolerance,
      contradiction: finding.contradiction,
      isMonotone: setup.question.isMonotone,
      seed: setup.seed,
      record: nil
    )
  }
}
