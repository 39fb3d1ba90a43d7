import ClearanceRecords
import EventSimulation
import Foundation
import Testing

@testable import Studies

@Suite("Comparison of numbers of workers")
struct WorkerComparisonTests {
  private func options(_ ids: [String]) -> WorkerComparison.Options {
    var options = WorkerComparison.Options(workers: [1, 2, 3])
    options.cases = ExactCase.all.filter { ids.contains($0.id) }
    return options
  }

  @Test("one worker, two and three find the same bits")
  func equal() async throws {
    let result = try await WorkerComparison.compare(options(["K-FB", "X-DET"]))
    #expect(result.isEqual && result.isComplete)
    #expect(result.rows.map(\.scenario) == ["K-FB", "X-DET"])
    #expect(result.rows.allSatisfy { Set($0.fingerprints).count == 1 })
    #expect(result.rows.allSatisfy { $0.fingerprints.count == 3 })
    // Ten arrivals and ten ends of service in each of two replications.
    #expect(result.rows[1].events == 40)
    // 16 replications of 50 hours at 0.4 a minute, each with two services and its arrival.
    let expected: Double = 16 * 50 * 60 * 0.4 * 3
    let found = Double(result.rows[0].events)
    #expect(abs(found - expected) < 0.1 * expected)
  }

  @Test("a file runs as it is, with its own seed or another")
  func file() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
    let text = """
      scenario: one truck an hour
      runs for: 10 h
      replications: 3
      stations: {gate: {servers: 1}}
      arrivals: {trucks: {every: 1 h, procedure: p}}
      procedures: {p: [{serve at: gate, for: exponential(1 min)}]}
      """
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    var options = options(["X-DET"])
    options.files = [file.path]
    let result = try await WorkerComparison.compare(options)
    #expect(result.rows.map(\.scenario) == ["X-DET", file.path])
    // Nine arrivals within ten hours, since what is due at the end does not happen, and their services.
    #expect(result.rows[1].events == 3 * 18)
    options.seed = 2
    let other = try await WorkerComparison.compare(options)
    #expect(other.rows[1].fingerprints != result.rows[1].fingerprints)
    options.files = ["nowhere.yaml"]
    await #expect(throws: StudyError.self) { try await WorkerComparison.compare(options) }
  }

  @Test("other bits under another number of workers are told apart")
  func differs() {
    var fingerprint = Fingerprint()
    fingerprint.fold(Fingerprint())
    let rows = [true, false].map { isEqual in
      WorkerComparison.Row(
        scenario: "s",
        events: 1,
        fingerprints: [Fingerprint(), fingerprint],
        isEqual: isEqual
      )
    }
    let result = { rows in
      WorkerComparison.Result(workers: [1, 2], rows: rows, asked: 1, wallSeconds: 1)
    }
    #expect(result([rows[0]]).isEqual)
    #expect(!result([rows[1]]).isEqual)
    #expect(!result([]).isEqual)
    let record = { estimate in
      MeasureRecord(
        name: "m",
        unit: "s",
        estimate: estimate,
        halfWidth: 1,
        confidence: 0.95,
        replications: 2,
        pooled: false
      )
    }
    let same = [Fingerprint(), Fingerprint(), Fingerprint()]
    let near = 1.0.nextUp
    #expect(WorkerComparison.agree(same, [[record(1)], [record(1)], [record(1)]]))
    #expect(!WorkerComparison.agree(same, [[record(1)], [record(1)], [record(near)]]))
    let other = [Fingerprint(), Fingerprint(), fingerprint]
    #expect(!WorkerComparison.agree(other, [[record(1)], [record(1)], [record(1)]]))
  }
}
