import ClearancePipeline
import ClearanceRecords
import OutputAnalysis
import ResultStore

/// The replications of a run: so many, or wave after wave until the results are precise enough.
///
/// Where a wave ends depends on what the replications before it have shown, in the order of their
/// numbers, so that neither workers nor interruptions change it.
struct Replications {
  var pipeline: ClearancePipeline
  /// The numbers, where they are given.
  let numbers: [Int]
  /// Replications that are on file already.
  let completed: [Int]

  /// Runs them, or until the task is cancelled.
  ///
  /// - Returns: the results, and whether nothing is missing.
  func run(
    into sink: some RecordSink,
    progress: @escaping @Sendable (_ finished: Int, _ wanted: Int) -> Void
  ) async throws -> (results: RunResults, isComplete: Bool) {
    guard let watch = pipeline.precision else {
      let results = try await wave(numbers, nil, into: sink) { progress($0, numbers.count) }
      return (results, results.finished.count == numbers.count)
    }
    var verdict = watch.control.verdict
    var results: RunResults?
    var last = 0
    while case .goOn(let end) = verdict {
      let before = last
      results = try await wave(Array(before + 1...end), results, into: sink) {
        progress(before + $0, end)
      }
      guard let results, results.finished.count == end else { break }
      last = end
      verdict = results.precision?.control.verdict ?? .ceiling
    }
    guard let results else { preconditionFailure("a precision without a first wave") }
    return (results, results.finished.count == last)
  }

  private func wave(
    _ numbers: [Int],
    _ former: RunResults?,
    into sink: some RecordSink,
    progress: @escaping @Sendable (Int) -> Void
  ) async throws -> RunResults {
    var pipeline = pipeline
    // What a resumed run has already comes last, so that a second interruption loses nothing.
    pipeline.numbers =
      numbers.filter { !completed.contains($0) } + numbers.filter { completed.contains($0) }
    return try await pipeline.run(into: sink, continuing: former, progress: progress)
  }
}
