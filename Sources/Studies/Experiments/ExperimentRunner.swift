import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import ResultStore
import ScenarioFiles
import Synchronization

/// Simulates design points, each replication once, and keeps what they have shown.
///
/// Replication r of every point draws with the same seed and number: common random numbers. What a
/// point shows after n replications depends on nothing but the point, the seed and n: not on the
/// number of workers, on the order of the questions, or on what the results file had before. A point
/// is an ordinary run of level `summary` in the results file, and is read from there where the same
/// scenario, seed, options and version have it already.
public actor ExperimentRunner {
  /// What all points share.
  public nonisolated let options: ExperimentOptions
  let version: String
  /// By point; looked up, never iterated.
  private var indices: [DesignPoint: Int] = [:]
  private var states: [PointState] = []
  private var store: ResultStore?
  /// The experiment's number in the results file.
  public private(set) var experiment: Int64?
  private var lastFlush = ContinuousClock.now

  /// Finished replications wait at most this long before they are written.
  private static let patience = Duration.seconds(1)

  /// A runner without points.
  public init(_ options: ExperimentOptions, version: String) {
    self.options = options
    self.version = version
  }

  /// Reads and checks a point without running it.
  ///
  /// - Throws: ``StudyError`` for what is wrong with its scenario or the measures.
  public func prepare(_ point: DesignPoint) throws -> PreparedPoint {
    let preparation = states[try index(of: point)].preparation
    return PreparedPoint(loaded: preparation.loaded, catalogue: preparation.catalogue)
  }

  /// Replications 1 … `count` of a point: stored ones are read, the others simulated.
  ///
  /// - Parameters:
  ///   - point: what to run.
  ///   - count: how many replications are wanted in all.
  ///   - progress: called with the number of replications that are there.
  /// - Returns: what they have shown.
  /// - Throws: ``StudyError`` for a wrong scenario, `ResultStoreError` for the results file,
  ///   `CancellationError` when the task is cancelled; what was complete until then is kept.
  public func replicate(
    _ point: DesignPoint,
    to count: Int,
    progress: (@Sendable (Int) -> Void)? = nil
  ) async throws -> PointResult {
    precondition(count > 0, "\(count) replications")
    let index = try index(of: point)
    if states[index].results == nil,
      states[index].canRead(
        count,
        lookingAt: options.measures,
        needsDistributions: options.needsDistributions
      ),
      let result = states[index].read(count, lookingAt: options.measures)
    {
      progress?(count)
      try flushIfDue()
      return result
    }
    if let former = states[index].results, former.finished.count > count {
      // Fewer than before: a quantile of all replications together must be found anew.
      states[index].results = nil
      states[index].records = []
    }
    try await simulate(index, to: count, progress)
    try flushIfDue()
    guard let result = states[index].simulated(lookingAt: options.measures) else {
      preconditionFailure("\(point.label) has not been simulated")
    }
    return result
  }

  private func simulate(
    _ index: Int,
    to count: Int,
    _ progress: (@Sendable (Int) -> Void)?
  ) async throws {
    var state = states[index]
    let done = state.results?.finished.count ?? 0
    guard done < count else { return }
    try await state.findWarmUp()
    states[index] = state
    let catalogue = state.preparation.catalogue
    let looked = options.measures.compactMap { name in
      catalogue.measures.firstIndex { $0.name == name }
    }
    let pipeline = ClearancePipeline(
      plan: state.preparation.loaded.plan,
      seed: state.preparation.loaded.scenario.seed,
      numbers: Array(done + 1...count),
      workers: options.workers,
      recording: .summary,
      catalogue: catalogue,
      keeping: options.needsDistributions ? .distributions(of: looked) : .values
    )
    let sink = InMemoryRecordSink()
    let results = try await pipeline.run(into: sink, continuing: state.results) {
      progress?(done + $0)
    }
    // A cancelled run may lack replications between: what comes before the gap is whole.
    let records = sink.contents.records.sorted { $0.number < $1.number }
    let whole = records.enumerated().prefix { $0.offset + done + 1 == $0.element.number }
    let isWhole = results.finished.count == count
    if isWhole { states[index].results = results }
    states[index].records += whole.map(\.element)
    let inFile = state.stored?.replications.count ?? 0
    states[index].isDirty = states[index].records.count > inFile
    if !isWhole {
      try flush()
      throw CancellationError()
    }
  }

  /// The place of a point among the states; one that is new is read and looked up in the file.
  private func index(of point: DesignPoint) throws -> Int {
    if let index = indices[point] { return index }
    var state = try PointState(point, options.runOptions(point), number: states.count + 1)
    if let store = try openStore() {
      state.stored = try store.storedPoint(
        header(state),
        names: state.preparation.loaded.plan.names,
        measureNames: state.measures
      )
      state.run = state.stored?.run
    }
    states.append(state)
    indices[point] = states.count - 1
    return states.count - 1
  }

  private func openStore() throws -> ResultStore? {
    if store == nil, let path = options.database { store = try ResultStore.open(path: path) }
    return store
  }

  private func header(_ state: PointState) -> RunHeader {
    state.preparation.header(
      state.options,
      version: version,
      recorded: .summary,
      replications: max(state.records.count, state.stored?.replications.count ?? 0)
    )
  }
}

// MARK: The results file

extension ExperimentRunner {
  /// Begins the experiment in the results file, or goes on with that of the same command.
  ///
  /// - Parameters:
  ///   - kind: `compare`, `size`, `selection`, `roster` or `sweep`.
  ///   - base: the point that the others are changes of.
  ///   - question: what was asked, as JSON in one canonical form.
  /// - Throws: ``StudyError`` for a wrong scenario, `ResultStoreError` for the results file.
  public func begin(_ kind: String, base: DesignPoint, question: String) throws {
    guard let store = try openStore() else { return }
    let prepared = try prepare(base)
    experiment = try store.beginExperiment(
      ExperimentHeader(
        kind: kind,
        scenarioName: prepared.loaded.scenario.name,
        scenarioText: prepared.loaded.text,
        seed: prepared.seed,
        options: question,
        version: version,
        startedAt: RunStudy.now()
      )
    )
  }

  /// Writes everything, and how the experiment ended.
  ///
  /// - Parameter answer: what was found, as JSON; nil where it was interrupted.
  /// - Throws: `ResultStoreError` for the results file.
  public func finish(answer: String?) throws {
    try flush()
    guard let store, let experiment else { return }
    try store.endExperiment(
      experiment,
      state: answer == nil ? .interrupted : .complete,
      answer: answer,
      endedAt: RunStudy.now()
    )
  }

  /// Writes to the results file what is not there yet.
  public func flush() throws {
    lastFlush = .now
    guard let store else { return }
    for index in states.indices where states[index].isDirty { try write(index, store) }
    guard let experiment else { return }
    let unnamed = states.indices.filter { !states[$0].isNamed && states[$0].run != nil }
    let points = unnamed.compactMap { index in
      states[index].run.map { run in
        ExperimentPoint(
          number: states[index].number,
          run: run,
          label: states[index].point.label,
          settings: states[index].point.overrides
        )
      }
    }
    guard !points.isEmpty else { return }
    try store.add(points, toExperiment: experiment)
    for index in unnamed { states[index].isNamed = true }
  }

  private func flushIfDue() throws {
    if .now - lastFlush >= Self.patience { try flush() }
  }

  private func write(_ index: Int, _ store: ResultStore) throws {
    let state = states[index]
    let writer = try store.beginRun(
      header(state),
      names: state.preparation.loaded.plan.names,
      measureNames: state.measures,
      reopens: true
    )
    let present = writer.completed.map(\.number)
    for record in state.records where !present.contains(record.number) {
      try writer.begin(replication: record.number)
      try writer.finish(record)
    }
    // Without all replications there are no estimates; who asks again completes them.
    let isWhole = state.results?.finished.count == state.records.count
    try writer.finish(
      state: isWhole ? .complete : .interrupted,
      endedAt: RunStudy.now(),
      measures: isWhole
        ? state.results?.estimates.records(confidence: RunStudy.confidence) ?? [] : []
    )
    states[index].run = writer.run
    states[index].isDirty = false
  }
}
