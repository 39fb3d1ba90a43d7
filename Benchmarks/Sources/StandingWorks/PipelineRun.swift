import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import ScenarioFiles

/// A scenario of the repository, simulated and measured in memory.
public struct PipelineRun: Sendable {
  private let results: RunResults
  private let measures: [MeasureRecord]

  /// Runs a scenario, by its path below `scenarios`, on one worker or on several.
  ///
  /// `overrides` are options of `--set`. `trucks` is how many come, where a flow of that name says `at most`; replications are numbered
  /// from 1.
  /// - Throws: `ScenarioProblems` for a wrong scenario, and what the pipeline throws.
  public init(
    _ scenario: String,
    trucks: Int? = nil,
    overrides: [String] = [],
    replications: Int = 1,
    workers: Int = 1
  ) async throws {
    let loaded = try LoadedScenario.load(
      path: Self.path(scenario),
      overrides: overrides + (trucks.map { [Self.atMost($0)] } ?? [])
    )
    let pipeline = ClearancePipeline(
      plan: loaded.plan,
      seed: loaded.scenario.seed,
      numbers: Array(1...replications),
      workers: workers,
      recording: .summary,
      catalogue: MeasureCatalogue(plan: loaded.plan)
    )
    results = try await pipeline.run(into: InMemoryRecordSink())
    measures = results.estimates.records(confidence: 0.95)
  }

  /// Model events in all replications.
  public var events: Int { Int(results.events) }
  /// Trucks that came in all replications.
  public var trucks: Int { Int(results.trucks) }

  /// The estimate of a measure; not a number where there is none.
  public func measure(_ name: String) -> Double {
    measures.first { $0.name == name }?.estimate ?? .nan
  }

  /// The path of a scenario of the repository.
  static func path(_ scenario: String) -> String {
    let folders = #filePath.split(separator: "/").dropLast(4)
    return "/\(folders.joined(separator: "/"))/scenarios/\(scenario)"
  }

  /// The option that lets so many trucks come.
  static func atMost(_ trucks: Int) -> String { "arrivals.trucks.at most=\(trucks)" }
}
