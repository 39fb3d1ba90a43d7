import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import EventSimulation
import Foundation
import ScenarioFiles
import Synchronization

extension LoadedScenario {
  /// A file of the folder `scenarios`.
  static func shipped(_ name: String, _ overrides: [String]) throws -> LoadedScenario {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try load(path: root.appending(path: "scenarios/\(name)").path, overrides: overrides)
  }

  /// The gate with documents and inspection, twenty hours of it.
  static func fourLaneGate(_ overrides: String...) throws -> LoadedScenario {
    try shipped("four-lane-gate.yaml", ["runs for=20 h", "warm up=2 h"] + overrides)
  }

  /// A pipeline over the replications of the scenario, or some of them.
  func pipeline(
    numbers: [Int]? = nil,
    workers: Int,
    recording: RecordingLevel = .intervals,
    catalogue: MeasureCatalogue? = nil
  ) -> ClearancePipeline {
    ClearancePipeline(
      plan: plan,
      seed: scenario.seed,
      numbers: numbers ?? Array(1...scenario.replications),
      workers: workers,
      recording: recording,
      catalogue: catalogue ?? MeasureCatalogue(plan: plan)
    )
  }
}

extension RunResults {
  var records: [MeasureRecord] { estimates.records(confidence: 0.95) }
}

/// Every measure with the bits of its numbers.
func bits(_ records: [MeasureRecord]) -> [String] {
  records.map { record in
    let numbers = [record.estimate, record.halfWidth].map { $0.map(\.bitPattern) }
    return "\(record.name) \(record.unit) \(numbers) \(record.replications) \(record.pooled)"
  }
}

/// A sink that counts what it gets and may be slow, fail, or do something at each call.
final class TestSink: RecordSink {
  struct State {
    var rows = 0
    var batches = 0
    var largestBatch = 0
    var begun: [Int] = []
    var records: [ReplicationRecord] = []
    /// After how many finished replications it was told to commit.
    var commits: [Int] = []
    /// Calls now going on, and the most there ever were at one time.
    var calls = 0
    var mostCalls = 0
  }

  enum Call: Equatable {
    case begin(Int), write(Int), finish(Int), commit
  }

  private let mutex = Mutex(State())
  private let onCall: @Sendable (Call) throws -> Void

  init(_ onCall: @escaping @Sendable (Call) throws -> Void = { _ in }) {
    self.onCall = onCall
  }

  var state: State { mutex.withLock { $0 } }

  func begin(replication: Int) throws {
    try call(.begin(replication)) { $0.begun.append(replication) }
  }

  func write(_ batch: RecordBatch) throws {
    try call(.write(batch.replication)) {
      $0.rows += batch.count
      $0.batches += 1
      $0.largestBatch = max($0.largestBatch, batch.size)
    }
  }

  func finish(_ record: ReplicationRecord) throws {
    try call(.finish(record.number)) { $0.records.append(record) }
  }

  func commit() throws {
    try call(.commit) { $0.commits.append($0.records.count) }
  }

  private func call(_ call: Call, _ body: (inout State) -> Void) throws {
    mutex.withLock {
      $0.calls += 1
      $0.mostCalls = max($0.mostCalls, $0.calls)
    }
    defer { mutex.withLock { $0.calls -= 1 } }
    try onCall(call)
    mutex.withLock { body(&$0) }
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): a failing case can be repeated from its seed.
struct TestRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Whether something of this chance happens.
  mutating func happens(_ chance: Double) -> Bool {
    Double.random(in: 0..<1, using: &self) < chance
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func one<Element>(of list: [Element]) -> Element {
    list[Int.random(in: 0..<list.count, using: &self)]
  }
}
