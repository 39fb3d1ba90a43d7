import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import EventSimulation
import Foundation
import ResultStore
import ScenarioFiles

/// `kakou run`: simulates a scenario, records it, and says what was found.
public enum RunStudy {
  /// Confidence level of all intervals.
  public static let confidence = 0.95

  /// Runs a scenario, until the end or until the task is cancelled.
  ///
  /// - Parameters:
  ///   - options: what is asked.
  ///   - version: version of the program, as it is recorded.
  ///   - progress: called with the finished and the wanted number of replications.
  /// - Returns: what was found; of an interrupted run what the finished replications say.
  /// - Throws: ``StudyError`` for a wrong scenario, `ResultStoreError` for the results file; what
  ///   was complete until then is recorded.
  public static func run(
    _ options: RunOptions,
    version: String,
    progress: @escaping @Sendable (_ finished: Int, _ wanted: Int) -> Void = { _, _ in }
  ) async throws -> RunResult {
    let clock = ContinuousClock()
    let start = clock.now
    let (preparation, warmUp) = try await Preparation.withWarmUp(options, progress: progress)
    let scenario = preparation.loaded.scenario
    let numbers = options.replication.map { [$0] } ?? Array(1...scenario.replications)
    var pipeline = ClearancePipeline(
      plan: preparation.loaded.plan,
      seed: scenario.seed,
      numbers: numbers,
      workers: options.workers,
      recording: options.recording,
      catalogue: preparation.catalogue
    )
    pipeline.precision = try watch(preparation, options)
    // A warm-up that was set is looked at as one that is to be found would be.
    let isSet = warmUp == nil && preparation.state == nil && scenario.warmUp > .zero
    let grid = isSet ? LevelGrid(pipeline.plan) : nil
    if let grid { pipeline.plan.sample(at: grid) }
    let writer = try begin(
      preparation,
      options,
      version: version,
      replications: pipeline.precision == nil ? numbers.count : nil
    )
    let completed = writer.completed.map(\.number)
    let replications = Replications(pipeline: pipeline, numbers: numbers, completed: completed)
    // One replication more, where the loads cannot be computed; a warning needs no precision.
    var planOfLoads = preparation.loaded.plan
    planOfLoads.startingState = nil
    async let loads = CheckStudy.loads(
      of: planOfLoads,
      seed: scenario.seed,
      workers: 1,
      replications: 1
    ).loads
    let batchRun = BatchRun(preparation)
    async let parts = batchRun?.run()
    let results: RunResults
    let isComplete: Bool
    do {
      (results, isComplete) = try await replications.run(
        into: ResumingSink(writer),
        progress: progress
      )
    } catch {
      // The error that stopped the run matters more than one that hides its end.
      try? writer.finish(state: .failed, endedAt: now(), measures: [])
      if let fault = error as? PlacementFault, let state = preparation.state {
        throw StudyError.scenario(state.problems([fault], in: preparation.loaded.plan))
      }
      throw error
    }
    let measures: [MeasureRecord]
    if let batchRun, let parts = try await parts {
      measures = batchRun.records(results, parts, confidence: confidence)
    } else {
      measures = results.estimates.records(confidence: confidence)
    }
    try writer.finish(
      state: isComplete ? .complete : .interrupted,
      endedAt: now(),
      measures: measures,
      replications: isComplete ? results.finished.count : nil
    )
    var warnings = Findings.warnings(
      results,
      measures,
      preparation.loaded.plan,
      loads: try await loads
    )
    if let batchRun, isComplete, let parts = try await parts {
      warnings.removeAll { $0 == .noInterval }
      warnings += batchRun.warnings(results, parts, preparation.loaded.plan)
    }
    if let warmUp, warmUp.isTooShort { warnings.append(.neverSettles(warmUp)) }
    if let grid {
      let search = WarmUpSearch(
        plan: preparation.loaded.plan,
        grid: grid,
        samples: results.samples
      )
      if let finding = search.findingBeyond(scenario.warmUp) {
        warnings.append(.warmUpTooShort(set: scenario.warmUp, finding))
      }
    }
    let elapsed = start.duration(to: clock.now)
    return RunResult(
      scenario: scenario,
      plan: preparation.loaded.plan,
      isComplete: isComplete,
      database: options.databasePath,
      run: writer.run,
      replications: Set(completed).union(results.finished).count,
      events: results.events,
      trucks: results.trucks,
      fingerprint: results.fingerprint,
      wallSeconds: Double(elapsed.components.seconds)
        + Double(elapsed.components.attoseconds) * 1e-18,
      measures: measures,
      bottleneck: Findings.bottleneck(measures, preparation.loaded.plan),
      warnings: warnings,
      longestWaits: Findings.longestWaits(results, preparation.loaded.plan),
      customs: preparation.loaded.customs,
      startedFrom: preparation.state,
      warmUp: warmUp,
      batches: batchRun?.batches,
      precision: results.precision.map { watch in
        PrecisionOutcome(watch, isComplete: isComplete) {
          results.estimates.record($0, confidence: confidence)
        }
      }
    )
  }

  /// How precisely the measures are known while the run goes on; nil where nobody asks.
  private static func watch(
    _ preparation: Preparation,
    _ options: RunOptions
  ) throws(StudyError) -> PrecisionWatch? {
    guard let relative = options.precision else { return nil }
    return try PrecisionWatch(
      preparation.catalogue,
      preparation.loaded.plan,
      relative: relative,
      areChosen: !options.measures.isEmpty,
      confidence: confidence,
      atMost: options.atMost
    )
  }

  private static func begin(
    _ preparation: Preparation,
    _ options: RunOptions,
    version: String,
    replications: Int?
  ) throws -> RunWriter {
    let header = preparation.header(
      options,
      version: version,
      recorded: options.recording,
      replications: replications
    )
    return try ResultStore.open(path: options.databasePath).beginRun(
      header,
      names: preparation.loaded.plan.names,
      measureNames: preparation.catalogue.measures.map { ($0.name, $0.unit) }
    )
  }

  /// This moment: UTC, ISO 8601.
  static func now() -> String {
    Date.now.formatted(.iso8601)
  }
}

/// Passes on what a resumed run does not have yet.
///
/// Replications that are complete are simulated again, since their distributions are needed for
/// quantiles, but their rows stay as they were written.
private struct ResumingSink: RecordSink {
  private let writer: RunWriter
  private let fingerprints: [Int: UInt64]

  init(_ writer: RunWriter) {
    self.writer = writer
    fingerprints = Dictionary(
      uniqueKeysWithValues: writer.completed.map { ($0.number, $0.fingerprint) }
    )
  }

  func begin(replication: Int) throws {
    if fingerprints[replication] == nil { try writer.begin(replication: replication) }
  }

  func write(_ batch: RecordBatch) throws {
    if fingerprints[batch.replication] == nil { try writer.write(batch) }
  }

  func finish(_ record: ReplicationRecord) throws {
    guard let before = fingerprints[record.number] else { return try writer.finish(record) }
    guard before == record.fingerprint.value else {
      fatalError("replication \(record.number) went another way than when it was recorded")
    }
  }

  func commit() throws {
    try writer.commit()
  }
}

extension RunOptions {
  /// What decides the outcome beside scenario and seed, as JSON with sorted keys.
  ///
  /// - Parameter files: the hash over the files beside the scenario.
  /// - Returns: one text for what is the same.
  func canonicalText(files: String?) -> String {
    let fields = CanonicalOptions(
      set: overrides,
      days: days,
      measures: measures,
      replication: replication,
      replications: replications,
      further: furtherMeasures.isEmpty ? nil : furtherMeasures,
      files: files,
      precision: precision,
      atMost: atMost,
      state: state?.text
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(fields) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  /// The options of a recorded run; nil where the text is not of that form.
  init?(canonicalText: String) {
    let data = Data(canonicalText.utf8)
    guard let fields = try? JSONDecoder().decode(CanonicalOptions.self, from: data) else {
      return nil
    }
    self.init(scenario: "")
    overrides = fields.set
    days = fields.days
    measures = fields.measures
    replication = fields.replication
    replications = fields.replications
    furtherMeasures = fields.further ?? []
    precision = fields.precision
    atMost = fields.atMost
    state = fields.state.map { StateText(file: "--from-state", text: $0) }
  }

  private struct CanonicalOptions: Codable {
    var set: [String]
    var days: Int?
    var measures: [String]
    var replication: Int?
    var replications: Int?
    var further: [String]?
    /// Changed tables or procedures make another run of it.
    var files: String?
    var precision: Double?
    var atMost: Int?
    /// The whole text, so that a run can be told again from its results file alone.
    var state: String?
  }
}

extension ClearancePlan {
  /// The names behind the indices in rows.
  var names: RunNames {
    RunNames(
      places: places.map { RunNames.Place(name: $0.name, station: $0.station) },
      flows: flows.map(\.name),
      classes: classes,
      steps: stepNames,
      attributes: attributes.map {
        RunNames.Attribute(name: $0.name, words: $0.words, isDocument: $0.isDocument)
      },
      collections: collections.map(\.name),
      papers: papers?.names
    )
  }
}

extension PapersPlan {
  /// The names behind the indices in rows of documents and account books.
  var names: RunNames.Papers {
    RunNames.Papers(
      firms: firms.map(\.name),
      items: firms.indices.flatMap { firm in
        firms[firm].items.map { RunNames.Papers.Item(name: items[$0].name, firm: firm) }
      },
      movements: MovementKind.allCases.map {
        RunNames.Papers.Movement(name: $0.word, isIn: $0.isIn)
      },
      statuses: CustomsStatus.allCases.map(\.word),
      phases: ConsignmentPhase.allCases.map(\.word),
      refusals: Refusal.allCases.map(\.word),
      months: months
    )
  }
}
