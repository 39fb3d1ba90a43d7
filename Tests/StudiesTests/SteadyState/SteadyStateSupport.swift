import ClearanceRecords
import Foundation

@testable import Studies

/// A scenario in a folder of its own that goes when the work is done.
func withScenario<Value>(
  _ text: String,
  _ work: (_ path: String) async throws -> Value
) async throws -> Value {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "kakou-steady-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let path = folder.appending(path: "s.yaml").path
  try text.write(toFile: path, atomically: true, encoding: .utf8)
  return try await work(path)
}

/// Runs a scenario, with its results file beside it.
func runScenario(
  _ text: String,
  _ change: (inout RunOptions) -> Void = { _ in }
) async throws -> RunResult {
  try await withScenario(text) { path in
    var options = RunOptions(scenario: path)
    options.recording = .summary
    options.database = path + ".sqlite"
    change(&options)
    return try await RunStudy.run(options, version: "test")
  }
}

/// M/M/1 at a load of 50 % with a service time of one minute; `words` are further lines of the run.
func singleServer(_ words: String, rate: String = "30 per h") -> String {
  """
  scenario: M/M/1
  \(words)
  stations:
    gate: {servers: 1}
  arrivals:
    trucks: {rate: \(rate), procedure: pass}
  procedures:
    pass:
      - serve at: gate
        for: exponential(1 min)
  """
}
