import EventSimulation
import Foundation
import ResultStore
import Synchronization
import Testing

@testable import Studies

/// The standing benchmark at sizes that take no time.
@Suite("Standing benchmark")
struct BenchStudyTests {
  /// A work with smaller sizes, whose mean may be anything.
  private func small(_ work: BenchWork, vehicles: Int?, replications: Int) -> BenchWork {
    var work = work
    let size = BenchWork.Size(
      vehicles: vehicles,
      replications: replications,
      known: -1e9...1e9
    )
    work.size = size
    if work.sizeWithRows != nil { work.sizeWithRows = size }
    return work
  }

  private func options(_ works: BenchWork..., workers: [Int]) -> BenchStudy.Options {
    var options = BenchStudy.Options()
    options.works = works
    options.workers = workers
    options.rounds = 1
    return options
  }

  @Test("the event calendar alone: customers, events and rounds are counted")
  func singleServer() async throws {
    var options = options(small(.w1, vehicles: 2_000, replications: 3), workers: [1, 2])
    options.rounds = 2
    let result = try await BenchStudy.measure(options, version: "1.2.3")
    #expect(result.isComplete && result.version == "1.2.3" && result.seed == 1)
    let group = try #require(result.groups.first)
    // Nothing is recorded of it, whatever is asked for.
    #expect(result.groups.count == 1 && group.recordings == [.none])
    #expect(group.runs.map(\.workers) == [1, 2])
    // With two workers each has as many.
    #expect(group.runs.map(\.replications) == [3, 4])
    #expect(group.runs.map(\.vehicles) == [6_000, 8_000])
    #expect(group.runs.map(\.events) == [12_000, 16_000])
    for run in group.runs {
      #expect(run.rounds == 2 && run.seconds > 0 && run.cpuSeconds > 0)
      #expect(run.passes == 0 && run.rows == 0 && run.fingerprint == nil)
    }
  }

  @Test("a scenario does the same at every level and with any number of workers")
  func scenario() async throws {
    var options = options(small(.w2, vehicles: 1_000, replications: 4), workers: [1, 2])
    options.recordings = BenchRecording.allCases
    let result = try await BenchStudy.measure(options, version: "1")
    #expect(
      result.groups.map(\.recordings) == [[.none, .summary], [.intervals, .passages, .steps]]
    )
    let runs = result.groups.flatMap(\.runs)
    #expect(runs.count == 10)
    #expect(runs.allSatisfy { $0.vehicles == 4_000 && $0.passes == 0 })
    #expect(Set(runs.compactMap(\.fingerprint)).count == 1)
    #expect(Set(runs.map(\.events)).count == 1)
    let rows = [.none, .summary, .intervals, .passages, .steps].map { (level: BenchRecording) in
      Set(runs.filter { $0.recording == level }.map(\.rows)).sorted()
    }
    #expect(rows.allSatisfy { $0.count == 1 }, "\(rows)")
    let counts = rows.flatMap { $0 }
    #expect(counts[0] == 0 && counts[1] == 0 && counts[2] > 0)
    // A row for each truck and for each visit, then one for each step.
    #expect(counts[3] > counts[2] + 8_000 && counts[4] > counts[3] + 4_000)
  }

  @Test("a week at the gates counts its passes")
  func gateWeek() async throws {
    var options = options(small(.gateWeek, vehicles: nil, replications: 1), workers: [1])
    options.recordings = [.none]
    let run = try #require(
      try await BenchStudy.measure(options, version: "1").groups.first?.runs.first
    )
    // Who has come in goes out again, but for those who are inside at the end.
    #expect(run.passes > 19 * run.vehicles / 10 && run.passes <= 2 * run.vehicles)
  }

  @Test("another seed is another course")
  func seed() async throws {
    var options = options(small(.w2, vehicles: 200, replications: 1), workers: [1])
    options.recordings = [.none]
    let first = try await BenchStudy.measure(options, version: "1")
    options.seed = 2
    let second = try await BenchStudy.measure(options, version: "1")
    #expect(first.groups[0].runs[0].fingerprint != second.groups[0].runs[0].fingerprint)
  }

  @Test("a mean that is not the known one ends the study")
  func wrongMean() async throws {
    var work = small(.w1, vehicles: 5_000, replications: 4)
    work.size.known = 1_000...1_001
    let options = options(work, workers: [1])
    let error = await #expect(throws: StudyError.self) {
      try await BenchStudy.measure(options, version: "1")
    }
    guard case .bench(.wrongValue("w1", "", let found, _, 1_000...1_001)) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(5...20 ~= found)
  }

  @Test("an interruption keeps what was complete, and leaves no file")
  func interrupted() async throws {
    var options = options(small(.w2, vehicles: 2_000, replications: 2), workers: [1])
    options.rounds = 10_000
    // On a machine with much else to do a round may take long; there is another all the same.
    options.patience = .infinity
    options.recordings = [.steps]
    let files = FileManager.default
    options.folder = files.temporaryDirectory.appending(path: UUID().uuidString)
    try files.createDirectory(at: options.folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: options.folder) }
    let study = Task { [options] in
      try await BenchStudy.measure(options, version: "1") { progress in
        // The first is the check, the second the first round. Whoever cancels from outside may come
        // late where all threads are busy.
        if progress.number == 4 { withUnsafeCurrentTask { $0?.cancel() } }
      }
    }
    let result = try await study.value
    #expect(!result.isComplete)
    #expect((result.groups.first?.runs.first?.rounds ?? 0) >= 2)
    #expect(try files.contentsOfDirectory(atPath: options.folder.path).isEmpty)
  }

  @Test("a folder that is not there is said to be so")
  func noFolder() async throws {
    var options = options(small(.w2, vehicles: 500, replications: 1), workers: [1])
    options.recordings = [.summary]
    options.folder = URL(filePath: "/dev/null/nowhere")
    await #expect(throws: ResultStoreError.self) {
      try await BenchStudy.measure(options, version: "1")
    }
  }

  @Test("the first round of nothing is nothing")
  func interruptedAtOnce() async throws {
    let options = options(small(.w1, vehicles: 1_000, replications: 2), workers: [1])
    let study = Task { [options] in
      while !Task.isCancelled { await Task.yield() }
      return try await BenchStudy.measure(options, version: "1")
    }
    study.cancel()
    let result = try await study.value
    #expect(!result.isComplete && result.groups.allSatisfy(\.runs.isEmpty))
  }
}
