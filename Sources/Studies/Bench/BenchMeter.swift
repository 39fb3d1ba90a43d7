import Foundation
import ResultStore

/// Measures one run from its start to its end.
struct BenchMeter {
  private let start: ContinuousClock.Instant
  private let cpuSeconds: Double

  /// Starts.
  init() {
    ProcessUsage.resetPeak()
    cpuSeconds = ProcessUsage.cpuSeconds
    start = ContinuousClock.now
  }

  /// The run that ends now, from its replications in any order; nil where some are missing.
  func run(_ courses: [BenchCourse], rows: Int, of replications: Int) -> BenchRun? {
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    guard courses.count == replications else { return nil }
    return BenchRun(
      courses: courses.sorted { $0.number < $1.number },
      rows: rows,
      seconds: seconds,
      cpuSeconds: ProcessUsage.cpuSeconds - cpuSeconds,
      peakBytes: ProcessUsage.peakBytes
    )
  }
}

/// A folder that is gone when the work in it has ended, however it did.
enum TemporaryFolder {
  /// Works in such a folder.
  ///
  /// - Throws: what the work throws; `ResultStoreError` where there can be no folder.
  static func with<Value>(
    in parent: URL,
    _ work: (URL) async throws -> Value
  ) async throws -> Value {
    let files = FileManager.default
    let folder = parent.appending(path: "kakou-bench-\(UUID().uuidString)")
    do {
      try files.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw ResultStoreError.cannotOpen(path: folder.path, reason: "\(error)")
    }
    defer { try? files.removeItem(at: folder) }
    return try await work(folder)
  }
}
