import OutputAnalysis

/// The designs of a selection with the values of the measure that they have shown.
struct DesignBench {
  let runner: ExperimentRunner
  private let setup: SelectionSetup
  private let points: [DesignPoint]
  /// By design, then by replication; as many as were simulated.
  private var values: [[Double]]
  /// Whether one replication has too few observations for the quantile.
  private var isRough = false

  init(_ runner: ExperimentRunner, _ setup: SelectionSetup) {
    self.runner = runner
    self.setup = setup
    points = setup.points
    values = points.map { _ in [] }
  }

  /// The value of a design in a replication; what is missing is simulated up to `ahead`.
  mutating func value(_ design: Int, _ number: Int, ahead: Int) async throws -> Double {
    if values[design].count < number { try await replicate(design, to: ahead) }
    return values[design][number - 1]
  }

  /// Simulates a design as far as that has not happened yet.
  ///
  /// - Returns: the number of replications that were not known before.
  @discardableResult
  mutating func replicate(_ design: Int, to count: Int) async throws -> Int {
    let known = values[design].count
    guard known < count else { return 0 }
    try Task.checkCancellation()
    let measure = setup.options.measure
    let result = try await runner.replicate(points[design], to: count, progress: nil)
    let found = result.values(measure)
    values[design] = try found.enumerated().map { index, value in
      guard let value else {
        throw StudyError.selection(
          .noValue(
            measure: measure,
            settings: setup.designs[design].map(\.assignment),
            replication: index + 1
          )
        )
      }
      return value
    }
    if result.isPooled(measure) { isRough = true }
    return count - known
  }

  /// Means and variances of the first replications of each design.
  func summaries(_ counts: [Int]) -> [ComputingBudget.Design] {
    zip(values, counts).map { values, count in
      let tally = Tally(values.prefix(count))
      return .init(count: tally.count, mean: tally.mean, variance: tally.variance)
    }
  }

  /// What the first replications of each design have shown.
  func result(
    _ method: SelectionResult.Method,
    _ counts: [Int],
    _ droppedBy: [Int?],
    _ tested: [TriedPoint],
    best: Int,
    isDecided: Bool,
    needed: Int?
  ) -> SelectionResult {
    SelectionResult(
      scenario: setup.scenario,
      measure: setup.options.measure,
      unit: setup.unit,
      goal: setup.options.goal,
      method: method,
      designs: setup.designs.indices.map { index in
        let tally = Tally(values[index].prefix(counts[index]))
        return .init(
          settings: setup.designs[index],
          replications: counts[index],
          interval: StudentInterval(tally, confidence: RunStudy.confidence),
          droppedBy: droppedBy[index],
          tested: tested.isEmpty ? nil : tested[index]
        )
      },
      best: best,
      isDecided: isDecided,
      needed: needed,
      isRough: isRough,
      targets: setup.targets,
      seed: setup.seed,
      record: nil
    )
  }
}
