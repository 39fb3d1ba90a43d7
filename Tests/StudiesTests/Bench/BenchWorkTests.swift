import EventSimulation
import Foundation
import Testing

@testable import Studies

@Suite("Works of the standing benchmark")
struct BenchWorkTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test(
    "what is inside the program is what lies in scenarios, byte for byte",
    arguments: [
      ("w2", "scenarios/benchmarks/w2.yaml"), ("w2b", "scenarios/benchmarks/w2b.yaml"),
      ("gate-week", "scenarios/qinhuangdao-working-week.yaml"),
    ]
  )
  func embedded(id: String, path: String) throws {
    let work = try #require(BenchWork.all.first { $0.id == id })
    guard case .scenario(let bytes) = work.model else {
      Issue.record("\(id) is no scenario")
      return
    }
    #expect(try Data(contentsOf: Self.root.appending(path: path)) == Data(bytes))
  }

  @Test("every work loads at each of its sizes")
  func loads() throws {
    #expect(BenchWork.all.map(\.id) == ["w1", "w2", "w2b", "gate-week"])
    for work in BenchWork.all {
      for (size, _) in work.groups(BenchRecording.allCases) {
        _ = try BenchSubject(work, size, BenchStudy.Options(), version: "1")
      }
    }
  }

  @Test("replications keep all workers busy to the end")
  func replications() {
    let size = BenchWork.Size(vehicles: 1, replications: 8, known: 0...0)
    #expect([1, 2, 3, 5, 8, 12].map(size.replications) == [8, 8, 9, 10, 8, 12])
  }

  @Test("recordings go with their size; a work without any is left out")
  func groups() {
    let usual = BenchWork.w2.groups(BenchRecording.usual)
    #expect(usual.map(\.recordings) == [[.none, .summary], [.steps]])
    #expect(usual.map(\.size.vehicles) == [500_000, 25_000])
    #expect(BenchWork.w2.groups([.passages]).map(\.recordings) == [[.passages]])
    #expect(BenchWork.w1.groups(BenchRecording.usual).map(\.recordings) == [[.none]])
    #expect(BenchWork.w1.groups([.summary, .steps]).isEmpty)
    var options = BenchStudy.Options()
    options.recordings = [.steps]
    #expect(options.hasRuns)
    options.works = [.w1]
    #expect(!options.hasRuns)
  }

  @Test("numbers of workers double up to all processors")
  func usualWorkers() {
    var machine = BenchMachine.this
    #expect(machine.processors >= 1 && !machine.system.isEmpty)
    let numbers = [1, 2, 3, 4, 12, 64].map { processors in
      machine.processors = processors
      return machine.usualWorkers
    }
    #expect(
      numbers == [
        [1], [1, 2], [1, 2, 3], [1, 2, 4], [1, 2, 4, 8, 12], [1, 2, 4, 8, 16, 32, 64],
      ]
    )
  }

  @Test("the process knows what it takes")
  func usage() throws {
    let before = ProcessUsage.cpuSeconds
    ProcessUsage.resetPeak()
    var bytes = [UInt8](repeating: 0, count: 32 << 20)
    for index in stride(from: 0, to: bytes.count, by: 512) { bytes[index] = UInt8(index >> 20) }
    #expect(bytes.contains(31))
    #expect(ProcessUsage.cpuSeconds > before)
    #expect(try #require(ProcessUsage.peakBytes) > 32 << 20)
  }

  // MARK: Checks

  private func course(_ number: Int, events: UInt64 = 10, value: Double = 5) -> BenchCourse {
    BenchCourse(
      number: number,
      events: events,
      fingerprint: Fingerprint(),
      vehicles: 5,
      passes: 0,
      value: value
    )
  }

  private func run(_ courses: BenchCourse...) -> BenchRun {
    BenchRun(courses: courses, seconds: 1, cpuSeconds: 1, peakBytes: nil)
  }

  private func size(_ known: ClosedRange<Double>) -> BenchWork.Size {
    BenchWork.Size(vehicles: 5, replications: 2, known: known)
  }

  @Test("every replication must do what it did first")
  func sameCourse() throws {
    let check = try BenchCheck(.w2, size(4...6), first: run(course(1), course(2), course(3)))
    try check(run(course(1), course(2)), .steps, workers: 2)
    var other = Fingerprint()
    other.fold(Fingerprint())
    var changed = course(2)
    changed.fingerprint = other
    for wrong in [course(2, events: 11), course(2, value: 5.5), changed] {
      let fault = BenchFault.otherCourse(work: "w2", recording: .steps, workers: 2, replication: 2)
      #expect(throws: StudyError.bench(fault)) {
        try check(run(course(1), wrong), .steps, workers: 2)
      }
    }
  }

  @Test("the mean must be known, by what chance may do")
  func knownMean() throws {
    let scattered = run(course(1, value: 4.9), course(2, value: 5.1), course(3, value: 5))
    _ = try BenchCheck(.w2, size(5.5...6), first: scattered)
    let exact = run(course(1), course(2), course(3))
    _ = try BenchCheck(.w2, size(5...5), first: exact)
    #expect(throws: StudyError.self) { try BenchCheck(.w2, size(5.5...6), first: exact) }
    let undefined = run(course(1, value: .nan), course(2))
    #expect(throws: StudyError.self) { try BenchCheck(.w2, size(0...9), first: undefined) }
  }
}
