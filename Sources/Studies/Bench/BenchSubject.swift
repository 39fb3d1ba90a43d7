import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import Foundation
import ResultStore
import ScenarioFiles

/// A work at one size, ready to be simulated again and again.
struct BenchSubject {
  private let work: BenchWork
  private let options: BenchStudy.Options
  private let version: String
  private let vehicles: Int
  private let scenario: BenchScene?

  /// Reads and compiles what a work simulates; the version is for the results file.
  init(
    _ work: BenchWork,
    _ size: BenchWork.Size,
    _ options: BenchStudy.Options,
    version: String
  ) throws(StudyError) {
    self.work = work
    self.options = options
    self.version = version
    vehicles = size.vehicles ?? 0
    switch work.model {
    case .singleServer: scenario = nil
    case .scenario(let bytes): scenario = try BenchScene(work, bytes, size)
    }
  }

  /// Simulates so many replications, some side by side.
  ///
  /// - Returns: what they did and took; nil where they were interrupted.
  /// - Throws: `ResultStoreError` for the results file.
  func run(
    _ replications: Int,
    workers: Int,
    recording: BenchRecording = .none
  ) async throws -> BenchRun? {
    let numbers = Array(1...replications)
    guard let scenario else { return await serve(numbers, workers: workers) }
    guard let level = recording.level else {
      return try await simulate(scenario, numbers, workers: workers, .summary, into: nil)
    }
    return try await TemporaryFolder.with(in: options.folder) { folder in
      let store = try ResultStore.open(path: folder.appending(path: "bench.sqlite").path)
      let writer = try store.beginRun(
        scenario.header(seed: options.seed, level, version: version),
        names: scenario.loaded.plan.names,
        measureNames: scenario.catalogue.measures.map { ($0.name, $0.unit) }
      )
      return try await simulate(scenario, numbers, workers: workers, level, into: writer)
    }
  }

  // MARK: The event calendar alone

  /// Each worker serves the customers of every so many-th replication.
  private func serve(_ numbers: [Int], workers: Int) async -> BenchRun? {
    let meter = BenchMeter()
    let courses = await withTaskGroup { group in
      for worker in 0..<workers {
        group.addTask {
          var courses: [BenchCourse] = []
          for index in stride(from: worker, to: numbers.count, by: workers) {
            if Task.isCancelled { break }
            courses.append(course(numbers[index]))
          }
          return courses
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    return meter.run(courses, rows: 0, of: numbers.count)
  }

  private func course(_ number: Int) -> BenchCourse {
    let outcome = SingleServer.run(customers: vehicles, seed: options.seed &+ UInt64(number))
    return BenchCourse(
      number: number,
      events: UInt64(outcome.events),
      fingerprint: nil,
      vehicles: UInt64(vehicles),
      passes: 0,
      value: outcome.mean
    )
  }

  // MARK: A scenario

  private func simulate(
    _ scenario: BenchScene,
    _ numbers: [Int],
    workers: Int,
    _ level: RecordingLevel,
    into writer: RunWriter?
  ) async throws -> BenchRun? {
    let sink = BenchSink(writer)
    let pipeline = ClearancePipeline(
      plan: scenario.loaded.plan,
      seed: options.seed,
      numbers: numbers,
      workers: workers,
      recording: level,
      catalogue: scenario.catalogue
    )
    let meter = BenchMeter()
    let results = try await pipeline.run(into: sink)
    guard results.finished.count == numbers.count else { return nil }
    let measures = results.estimates.records(confidence: RunStudy.confidence)
    try writer?.finish(state: .complete, endedAt: RunStudy.now(), measures: measures)
    return meter.run(sink.records.map(scenario.course), rows: sink.rows, of: numbers.count)
  }
}
