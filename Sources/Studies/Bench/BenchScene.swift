import ClearanceModel
import ClearanceRecords
import ResultStore
import ScenarioFiles

/// A compiled scenario of the benchmark and what is read off its measures.
struct BenchScene {
  /// What runs.
  let loaded: LoadedScenario
  /// All its measures.
  let catalogue: MeasureCatalogue
  /// The measure that is known, by index.
  private let known: Int
  /// The measures that count passes through gates, by index.
  private let passes: [Int]

  /// Reads and compiles the scenario of a work at a size.
  ///
  /// - Precondition: the scenario has the work's measure.
  init(
    _ work: BenchWork,
    _ bytes: [UInt8],
    _ size: BenchWork.Size
  ) throws(StudyError) {
    let overrides = size.vehicles.map { ["arrivals.trucks.at most=\($0)"] } ?? []
    do {
      loaded = try LoadedScenario.parse(
        String(decoding: bytes, as: UTF8.self),
        file: "\(work.id).yaml",
        overrides: overrides
      )
    } catch {
      throw .scenario(error)
    }
    catalogue = MeasureCatalogue(plan: loaded.plan)
    let names = catalogue.measures.map(\.name)
    guard let known = names.firstIndex(of: work.measure) else {
      preconditionFailure("the work \(work.id) has no measure \(work.measure)")
    }
    self.known = known
    let gates = loaded.customs?.gates.flatMap(\.stations) ?? []
    passes = gates.compactMap { names.firstIndex(of: "\($0).departures.count") }
  }

  /// What a finished replication did.
  func course(_ record: ReplicationRecord) -> BenchCourse {
    BenchCourse(
      number: record.number,
      events: record.events,
      fingerprint: record.fingerprint,
      vehicles: record.trucks,
      passes: passes.reduce(0) { $0 + UInt64(record.values[$1] ?? 0) },
      value: record.values[known] ?? .nan
    )
  }

  /// What the results file says of a run.
  func header(seed: UInt64, _ level: RecordingLevel, version: String) -> RunHeader {
    RunHeader(
      scenarioName: loaded.scenario.name,
      scenarioText: loaded.text,
      seed: seed,
      options: "{}",
      version: version,
      startedAt: RunStudy.now(),
      recorded: level,
      confidence: RunStudy.confidence
    )
  }
}
