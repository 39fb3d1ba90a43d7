import OutputAnalysis
import ScenarioFiles

/// `kakou size --minimise MEASURE`: the best of several designs, under common random numbers.
///
/// With an indifference zone by the procedure KN (`SelectionOfTheBest`); with a budget by OCBA
/// (`ComputingBudget`).
public enum SelectionStudy {
  /// The most replications of a design without a budget, where nothing else is said.
  public static let ceiling = 1_000

  /// How far the work is.
  public struct Progress: Sendable {
    /// Designs that may still be the best.
    public let survivors: Int
    /// Designs in all.
    public let designs: Int
    /// Replications of each of the survivors; with a budget of all designs together.
    public let replications: Int
    /// Replications in all; nil where only the comparison knows.
    public let wanted: Int?
  }

  /// Answers the question, until the end or until the task is cancelled.
  ///
  /// - Throws: ``StudyError`` for a wrong scenario or question, `ResultStoreError` for the results
  ///   file, `CancellationError` where it was cancelled; what was complete until then is recorded,
  ///   and the same question goes on from there.
  public static func select(
    _ options: SelectionOptions,
    version: String,
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async throws -> SelectionResult {
    let setup = try SelectionSetup(options)
    try setup.check()
    let runner = ExperimentRunner(setup.experimentOptions, version: version)
    try await runner.begin("selection", base: setup.base, question: options.canonicalText)
    var bench = DesignBench(runner, setup)
    var result: SelectionResult
    do {
      if let budget = options.budget {
        result = try await allocate(budget, setup, &bench, progress)
      } else {
        result = try await screen(setup, &bench, progress)
      }
    } catch {
      // The error that stopped the comparison matters more than one that hides its end.
      try? await runner.finish(answer: nil)
      throw error
    }
    try await runner.finish(answer: result.canonicalAnswer)
    result.record = await runner.experiment.flatMap { number in
      setup.experimentOptions.database.map { .init(database: $0, experiment: number) }
    }
    return result
  }

  // MARK: An indifference zone

  /// KN: one replication of all survivors after the other, until one is left.
  private static func screen(
    _ setup: SelectionSetup,
    _ bench: inout DesignBench,
    _ progress: @escaping @Sendable (Progress) -> Void
  ) async throws -> SelectionResult {
    let ceiling = setup.options.run.replications ?? Self.ceiling
    let tested = try await test(setup, bench, progress)
    for (design, point) in tested.enumerated() where point.replications > 0 {
      try await bench.replicate(design, to: point.replications)
    }
    let kept = setup.designs.indices.filter { tested.isEmpty || tested[$0].isFeasible }
    guard !kept.isEmpty else { return nothing(setup, bench, tested) }
    var selection = SelectionOfTheBest(
      designs: kept.count,
      goal: setup.options.goal,
      indifference: setup.indifference,
      confidence: setup.confidence(among: kept.count),
      firstStage: min(setup.firstStage, max(2, ceiling))
    )
    while selection.best == nil, selection.replications < max(2, ceiling) {
      let number = selection.replications + 1
      progress(
        Progress(
          survivors: selection.survivors.count,
          designs: setup.designs.count,
          replications: number,
          wanted: nil
        )
      )
      // Some ahead: simulated side by side, looked at one by one.
      let ahead = max(selection.firstStage, min(max(2, ceiling), number + number / 4))
      var values: [Double] = []
      for design in selection.survivors {
        values.append(try await bench.value(kept[design], number, ahead: ahead))
      }
      selection.add(values)
    }
    var counts = tested.isEmpty ? setup.designs.map { _ in 0 } : tested.map(\.replications)
    var droppedBy: [Int?] = Array(repeating: nil, count: setup.designs.count)
    // The only one that keeps the targets has been looked at for these alone.
    for design in selection.survivors where kept.count > 1 {
      counts[kept[design]] = selection.replications
    }
    for elimination in selection.eliminations {
      counts[kept[elimination.design]] = elimination.replications
      droppedBy[kept[elimination.design]] = kept[elimination.by]
    }
    return bench.result(
      .sequential(
        confidence: setup.options.confidence,
        indifference: setup.indifference
      ),
      counts,
      droppedBy,
      tested,
      best: kept[selection.best ?? selection.leader],
      isDecided: selection.best != nil,
      needed: selection.best == nil ? selection.mostReplications : nil
    )
  }

  // MARK: Targets

  /// Whether each design keeps the targets; nothing where there are none.
  private static func test(
    _ setup: SelectionSetup,
    _ bench: DesignBench,
    _ progress: @escaping @Sendable (Progress) -> Void
  ) async throws -> [TriedPoint] {
    guard !setup.targets.isEmpty else { return [] }
    let designs = setup.designs
    var tester = PointTester(
      RunnerSimulator(runner: bench.runner, options: setup.options.run, setup.targets),
      setup.question,
      expectedTests: designs.count
    ) { point in
      progress(
        Progress(
          survivors: designs.count,
          designs: designs.count,
          replications: point.replications,
          wanted: nil
        )
      )
    }
    for settings in designs {
      let numbers = settings.map { setting in
        TriedPoint.Setting(
          key: setting.key,
          number: Double(setting.value) ?? .nan,
          text: setting.value
        )
      }
      _ = try await tester.test(numbers, cost: nil)
    }
    return tester.tried
  }

  /// What there is to say where no design keeps the targets: the one that comes nearest.
  private static func nothing(
    _ setup: SelectionSetup,
    _ bench: DesignBench,
    _ tested: [TriedPoint]
  ) -> SelectionResult {
    var nearest: (index: Int, excess: Double)?
    for (index, point) in tested.enumerated() {
      guard let excess = point.excess(setup.targets) else { continue }
      if excess < nearest?.excess ?? .infinity { nearest = (index, excess) }
    }
    return bench.result(
      .sequential(
        confidence: setup.options.confidence,
        indifference: setup.indifference
      ),
      tested.map(\.replications),
      tested.map { _ in nil },
      tested,
      best: nearest?.index ?? 0,
      isDecided: true,
      needed: nil
    )
  }

  // MARK: A budget

  /// OCBA: a first stage of all, then ten rounds to those that need it most.
  private static func allocate(
    _ budget: Int,
    _ setup: SelectionSetup,
    _ bench: inout DesignBench,
    _ progress: @Sendable (Progress) -> Void
  ) async throws -> SelectionResult {
    let goal = setup.options.goal
    var counts = Array(repeating: setup.firstStage, count: setup.designs.count)
    var done = 0
    let round = max(1, (budget - counts.reduce(0, +) + 9) / 10)
    while true {
      for (design, count) in counts.enumerated() {
        progress(
          Progress(
            survivors: setup.designs.count,
            designs: setup.designs.count,
            replications: done,
            wanted: budget
          )
        )
        done += try await bench.replicate(design, to: count)
      }
      let left = budget - counts.reduce(0, +)
      guard left > 0 else { break }
      let known = bench.summaries(counts)
      let added = ComputingBudget.next(min(round, left), for: known, goal: goal)
      for (design, count) in added.enumerated() { counts[design] += count }
    }
    let known = bench.summaries(counts)
    let probability = ComputingBudget.probabilityOfCorrectSelection(
      known,
      goal: goal,
      indifference: setup.indifference
    )
    return bench.result(
      .budget(budget, probability: probability, indifference: setup.indifference),
      counts,
      Array(repeating: nil, count: counts.count),
      [],
      best: ComputingBudget.best(known, goal: goal),
      isDecided: true,
      needed: nil
    )
  }
}
