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
    guard case .goOn(var end) = watch.control.verdict else {
      preconditionFailure("a precision that nothing is needed for")
    }
    var results: RunResults?
    while true {
      let before = results?.finished.count ?? 0
      let last = end
      let merged = try await wave(Array(before + 1...last), results, into: sink) {
        progress(before + $0, last)
      }
      guard merged.finished.count == last, let control = merged.precision?.control else {
        return (merged, false)
      }
      guard case .goOn(let next) = control.verdict else { return (merged, true) }
      results = merged
      end = next
    }
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
